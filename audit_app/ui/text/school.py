"""Words of a school's profile."""

from audit_app.language import _

NAME = _("Name of the school")
NAME_NEEDED = _("Enter the name of your school.")
URN = _("URN")
URN_HINT = _("The six digits of your school’s Unique Reference Number, for example 100000.")
URN_WRONG = _("A URN has six digits. Check it, or leave it empty.")
PHASE = _("Phase")
TYPE = _("Type of school")
AUTHORITY = _("Local authority")
PUPILS = _("Pupils on roll")
PUPILS_WRONG = _("Enter a whole number up to 20,000, or leave it empty.")
YOUR_NAME = _("Your name")
YOUR_NAME_HINT = _("Written beside your comments, so that colleagues know who said what. You may leave it empty.")
FURTHER = _("More about the school")
NOT_SAID = _("Not said")  # the choice that leaves phase or type open
SAVE = _("Save the profile")
SAVED = _("The profile is saved. It is used for audits that you start from now on.")
