"""Words of a school's profile."""

from collections.abc import Mapping

from audit_app.language import _
from audit_app.responses.model import Phase, SchoolType

NAME = _("Name of the school")
NAME_NEEDED = _("Enter the name of your school.")
URN = _("URN")
URN_HINT = _("The six digits of your school’s Unique Reference Number, for example 100000.")
URN_WRONG = _("A URN has six digits. Check it, or leave it empty.")
PHASE = _("Phase")
TYPE = _("Type of school")
AUTHORITY = _("Local authority")
POSTCODE = _("Postcode")
POSTCODE_HINT = _("Only its first half is kept, the district, such as LD3.")
POSTCODE_WRONG = _("That is no British postcode. Write it as in LD3 7AB, or its first half alone, or leave it empty.")
COORDINATES = _("Where it is on a map")
COORDINATES_HINT = _(
    "Latitude and longitude, as in 51.95, -3.39. Two decimals are kept, about a kilometre: enough to say how far "
    "schools lie apart, and no more than that travels with your files. The postcode, this, both or neither."
)
COORDINATES_WRONG = _("Write the latitude, a comma and the longitude, as in 51.95, -3.39, or leave it empty.")
COORDINATES_SWAPPED = _("These seem to stand the wrong way round: latitude first, in Britain between 49 and 61.")
PUPILS = _("Pupils on roll")
PUPILS_WRONG = _("Enter a whole number up to 20,000, or leave it empty.")
YOUR_NAME = _("Your name")
YOUR_NAME_HINT = _("Written beside your comments, so that colleagues know who said what. You may leave it empty.")
FURTHER = _("More about the school")
KINDS: Mapping[Phase | SchoolType, str] = {
    "nursery": _("Nursery"),
    "primary": _("Primary"),
    "middle": _("Middle"),
    "secondary": _("Secondary"),
    "all-through": _("All-through"),
    "special": _("Special"),
    "alternative provision": _("Alternative provision"),
    "post-16": _("Post-16"),
    "maintained": _("Maintained"),
    "academy": _("Academy"),
    "free school": _("Free school"),
    "faith": _("Faith"),
    "independent": _("Independent"),
    "college": _("College"),
    "other": _("Other"),
}
NOT_SAID = _("Not said")  # the choice that leaves phase or type open
SAVE = _("Save the profile")
SAVED = _("The profile is saved. It is used for audits that you start from now on.")
