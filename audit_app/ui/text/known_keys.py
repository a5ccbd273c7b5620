"""Words of the screen that shows by which keys files are known."""

from audit_app.language import _, ngettext
from audit_app.regional import listed

TITLE = _("Signing keys")  # also a link that leads here
BACK = _("Back to settings")
INTRO = _(
    "Files are signed, so that a school can tell who sent them. Compare fingerprints by telephone: a key is the same "
    "when all its digits are."
)
OWN = _("This device’s key")
NO_OWN = _("This device signs nothing: its key can’t be kept in this data folder, or a library is missing.")
THEIRS = _("Keys of other schools")
NONE = _("No other school’s key is known yet")
NONE_TEXT = _("The first signed file of a school that you import makes its key known.")
FORGET = _("Forget this key")
FORGET_MEANS = _(
    "Forget a key when the school says that its device is lost, or no longer theirs. While another key of the school "
    "is known, you are asked before a file with the forgotten one is taken. If none is known, the school’s next file "
    "is taken as its first. What was imported stays."
)
MORE = _("Show more")


def forget(schools: str) -> str:
    """Read aloud for the button."""
    return _("Forget the key of {schools}").format(schools=schools)


def forgotten(schools: str) -> str:
    """With a button that takes it back."""
    return _("The key of {schools} is forgotten.").format(schools=schools)


def several(schools: tuple[str, ...]) -> str:
    """Those that are known by one key; many of them are counted."""
    more = len(schools) - 3
    if more < 2:
        return listed(schools)
    others = ngettext("{count} other school", "{count} other schools", more).format(count=more)
    return listed([*schools[:3], others])


def since(day: str) -> str:
    return _("Known since {day}.").format(day=day)
