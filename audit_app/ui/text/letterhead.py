"""Words about the school's logo and colour on its papers."""

from audit_app.language import _

TITLE = _("On your papers")
ABOUT = _("Your school’s logo and colour stand on the first page of its papers, and on nobody else’s.")
SCHOOL_FIRST = _("Say above which school yours is, and you can give its papers a logo and a colour.")
LOGO = _("Logo")
CHOOSE = _("Choose a picture")
CHOOSE_HINT = _("A PNG or JPEG file. A small copy is kept; the file stays where it is.")
REMOVE = _("Take the logo off")
READING = _("The picture is read …")
LOGO_KEPT = _("The logo is kept.")
LOGO_REMOVED = _("The logo is off.")
COLOUR = _("Your school’s colour")
COLOUR_HINT = _("Six digits, for example #0B4F5C. Leave it empty for the app’s own.")


def logo_of(school: str) -> str:
    """Read aloud instead of the picture."""
    return _("Logo of {school}").format(school=school)


def contrast(said: str) -> str:
    """Of a colour that is dark enough; `said` as in “5.6”."""
    return _("It is easy to read on white (contrast {contrast} to 1), so headings are set in it.").format(contrast=said)


def too_light(said: str) -> str:
    """`said` as in “2.1”."""
    return _(
        "It has a contrast of {contrast} to 1 on white, and text needs 4.5 to be read by everyone. So headings stay as "
        "they are, and the strip along the top of the first page has your colour."
    ).format(contrast=said)
