"""Words of the papers: the buttons that make them, and the screen that offers them all."""

from collections.abc import Mapping
from types import MappingProxyType

from audit_app.language import _

PDF = _("PDF for governors")
STAFF = _("PDF for staff")
MAKING = _("Making the PDF…")  # beside the button, while it is made
OTHERS = _("Other papers")  # leads to the screen that offers them all

BUTTONS: Mapping[str, str] = MappingProxyType(
    {
        "plan": PDF,
        "full": _("PDF of the whole audit"),
        "case": _("PDF of the case"),
        "staff": STAFF,
        "joint": _("PDF of the joint plan"),
    }
)
SAVES: Mapping[str, str] = MappingProxyType(
    {
        "plan": _("Save the PDF for governors"),
        "full": _("Save the PDF of the whole audit"),
        "case": _("Save the PDF of the case"),
        "staff": _("Save the PDF for staff"),
        "joint": _("Save the PDF of the joint plan"),
    }
)
"""Titles of the system's dialog."""
FILES: Mapping[str, str] = MappingProxyType(
    {
        "plan": _("Action plan"),
        "full": _("Audit in full"),
        "case": _("The case for working with others"),
        "staff": _("What you told us"),
        "joint": _("Joint plan"),
    }
)
"""What the file's name begins with."""

# Of a partnership
PARTNERSHIP_TITLE = _("Hand it on")
PARTNERSHIP = _("PDF of the partnership report")
PARTNERSHIP_NAMED = _(
    "Everything on this page, on paper or as tables, with the schools’ names. Agree with all of them who may read it."
)
PARTNERSHIP_WITHHELD = _("Everything on this page, on paper or as tables, with letters in place of the schools’ names.")
SAVE_PARTNERSHIP = _("Save the partnership report")
PARTNERSHIP_FILE = _("Partnership report.pdf")
PARTNERSHIP_TABLES = _("Partnership side by side")  # the name of the tables' file, without its ending

# The screen that offers them all
TITLE = _("Papers")
WHICH = _("Which paper?")
BACK = _("Back to the results")
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "plan": (
            _("The action plan, for governors"),
            _("A summary on one page, a page for each priority, what has changed, and the scores."),
        ),
        "full": (
            _("The audit in full, with its evidence"),
            _(
                "Every statement with its answer, what colleagues wrote, with their names, and a list of "
                "all the evidence."
            ),
        ),
        "case": (
            _("The case for working with other schools"),
            _("One page for a head or a board: what stands in the way, what is known, and first steps."),
        ),
        "staff": (
            _("What you told us, for staff"),
            _("What colleagues said, what is done about it, and how their answers were protected."),
        ),
        "joint": (
            _("The joint plan, for all schools"),
            _("A summary on one page, a page for each priority, and a page for each school with its part."),
        ),
    }
)
"""What each is called when one is chosen, and what it holds."""
