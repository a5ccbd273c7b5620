"""Words of the results of a survey."""

from audit_app.results.survey_model import GroupRate, SurveySection

ANSWERED = "Who answered"
GROUP = "Group"
RATE = "Answered"
NOTHING_TITLE = "There are no results to show"  # too few answered, or it is still open
SECTIONS = "Section by section"
SECTIONS_EXPLAINED = (
    "A score is the mean of what colleagues said. Where showing a figure could tell what one colleague said, it is "
    "withheld, and a dash stands in its place."
)
SECTION = "Section"
EVERYONE = "Everyone"
WITHHELD = "–"
GAPS = "Worth talking about"
NO_GAPS = "No groups differ by more than chance could make them."
COMMENTS = "What colleagues wrote"


def caption(title: str, school: str, wave: str) -> str:
    """Which survey this is."""
    return f"{title} · {school} · {wave}"


def rate(group: GroupRate) -> str:
    """How many of a group answered."""
    return f"{group.responses} of {group.invited}"


def score(value: float | None) -> str:
    """A score in the table."""
    return WITHHELD if value is None else f"{value:.1f}"


def agreement(section: SurveySection) -> str:
    """Under the table: how far colleagues see a section alike."""
    return f"{section.title}: {section.agreement.words}" if section.agreement else ""
