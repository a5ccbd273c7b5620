"""Words of the papers: the buttons that make them, and the screen that offers them all."""

from collections.abc import Mapping
from types import MappingProxyType

PDF = "PDF for governors"
STAFF = "PDF for staff"
MAKING = "Making the PDF…"  # beside the button, while it is made
OTHERS = "Other papers"  # leads to the screen that offers them all

BUTTONS: Mapping[str, str] = MappingProxyType(
    {"plan": PDF, "full": "PDF of the whole audit", "case": "PDF of the case", "staff": STAFF}
)
SAVES: Mapping[str, str] = MappingProxyType(
    {
        "plan": "Save the PDF for governors",
        "full": "Save the PDF of the whole audit",
        "case": "Save the PDF of the case",
        "staff": "Save the PDF for staff",
    }
)
"""Titles of the system's dialog."""
FILES: Mapping[str, str] = MappingProxyType(
    {
        "plan": "Action plan",
        "full": "Audit in full",
        "case": "The case for working with others",
        "staff": "What you told us",
    }
)
"""What the file's name begins with."""

# Of a partnership
PARTNERSHIP_TITLE = "Hand it on"
PARTNERSHIP = "PDF of the partnership report"
PARTNERSHIP_NAMED = "Everything on this page on paper, with the schools’ names. Agree with all of them who may read it."
PARTNERSHIP_WITHHELD = "Everything on this page on paper, with letters in place of the schools’ names."
SAVE_PARTNERSHIP = "Save the partnership report"
PARTNERSHIP_FILE = "Partnership report.pdf"

# The screen that offers them all
TITLE = "Papers"
WHICH = "Which paper?"
BACK = "Back to the results"
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "plan": (
            "The action plan, for governors",
            "A summary on one page, a page for each priority, what has changed, and the scores.",
        ),
        "full": (
            "The audit in full, with its evidence",
            "Every statement with its answer, what colleagues wrote, with their names, and a list of all the evidence.",
        ),
        "case": (
            "The case for working with other schools",
            "One page for a head or a board: what stands in the way, what is known, and first steps.",
        ),
        "staff": (
            "What you told us, for staff",
            "What colleagues said, what is done about it, and how their answers were protected.",
        ),
    }
)
"""What each is called when one is chosen, and what it holds."""
