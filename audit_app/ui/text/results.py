"""Words of the results of one audit."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from audit_app.results.evidence import AuditEvidence
from audit_app.results.model import BalanceName, SectionResult

TITLE = "Results"
BACK = "Back to the audit"
BACK_TO_AUDITS = "All audits"

# How firm the results are.
DRAFT_TITLE = "Draft results"
GO_ON = "Go on answering"
RECEIVED_TITLE = "Another school’s audit"
CONTESTED_TITLE = "Answers that differ"
CHOOSE = "See which, and choose"

# The picture and its table.
AT_A_GLANCE = "At a glance"
TABLE = "Scores by section"
SECTION = "Section"
SCORE = "Score"
COUNTED = "Counted"  # answers that count, of the statements of the section
NO_SCORE = "No score"

# Each section with its answers.
SECTIONS = "Section by section"
SECTIONS_EXPLAINED = "How many answers there are at each level. A score rests on the answers that count."

# The statements that say most.
STRENGTHS = "Strengths"
NO_STRENGTHS = "No answer is in the upper half of the scale yet."
LOWEST = "Lowest"
LOWEST_EXPLAINED = "The most pressing first. Each leads to its statement."
NO_LOWEST = "No answer is below the highest level."

# The balance of the three forces.
BALANCE = "What holds the partnership together"
FORCES_EXPLAINED = "A partnership that lasts needs all three: structure, trust, and something in it for each school."
TERNARY_EXPLAINED = "The dot is where you are; in the ring, all three are equal."
ADVICE = "What to do about it"
HOW = "How this was worked out"

BALANCE_NAMES: Mapping[BalanceName, str] = {  # the headline of the balance
    "deal": "It works as a deal",
    "friendship": "It works as a friendship",
    "committee": "It works as a committee",
    "fatalism": "It runs on fatalism",
    "balanced": "It is balanced",
    "too close to call": "Too close to call",
}

# What to do next.
NEXT = "What next?"
NEXT_EXPLAINED = "Choose three to five priorities, and say who does what by when."
NEXT_WITH_PLAN = "Fill in the plan, then hand it to the governors."
MAKE_PLAN = "Make a plan"
OPEN_PLAN = "Open the plan"
EXPORT = "Export"

# No answers at all.
EMPTY_TITLE = "There are no results yet"
EMPTY = "Results appear with the first answers. A section gets a score once half of its statements are answered."
START = "Answer the first statement"

# No scores, ever: nothing is placed on a scale.
UNSCORED_TITLE = "This questionnaire has no scores"
UNSCORED = "Its answers say what there is, and are not added up. They stand together under “Check your answers”."
SEE_ANSWERS = "See all answers"


def caption(title: str, school: str, wave: str) -> str:
    """Which audit this is."""
    return f"{title} · {school} · {wave}"


def draft(missing: int) -> str:
    """Why the results are not firm."""
    left = {0: "Every statement has an answer", 1: "1 statement has no answer"}.get(
        missing, f"{missing} statements have no answer"
    )
    return f"This audit is not submitted, so its results may still change. {left}{' yet' if missing else ''}."


def submitted(by: str, at: datetime) -> str:
    """When the answers were fixed."""
    who = f" by {by}" if by else ""
    return f"Submitted{who} on {at.day} {at:%B %Y}."


def received(school: str) -> str:
    """Why nothing can be changed."""
    return f"This is a copy from {school}, to compare with. It can be read here, not changed."


def contested(count: int) -> str:
    """Colleagues' answers differ on some items."""
    these, count_in = ("1 statement", "it counts") if count == 1 else (f"{count} statements", "they count")
    return f"Colleagues gave different answers to {these}. Until one is chosen, {count_in} in no score."


def scale_explained(lowest: float, highest: float) -> str:
    """Below the heading of the scores."""
    return f"A section’s score is the average level of its answers: {lowest:g} is the lowest, {highest:g} the highest."


def score(value: float | None) -> str:
    """A score, in a table."""
    return NO_SCORE if value is None else f"{value:.1f}"


def score_of(value: float | None, highest: float = 4) -> str:
    """Beside the title of a section, and beside the bar of a force."""
    return NO_SCORE if value is None else f"{value:.1f} out of {highest:g}"


def share(part: float) -> str:
    """At a corner of the triangle."""
    return f"{part * 100:.0f}%"


def force(value: float | None, part: float | None) -> str:
    """Beside the bar of a force: its score, and its share of the three together."""
    return score_of(value) if part is None else f"{score_of(value)} · {share(part)} of the three"


def ternary(shares: Sequence[tuple[str, float]]) -> str:
    """The triangle of the three forces, read aloud."""
    return f"Shares of the three forces in a triangle: {', '.join(f'{title} {share(part)}' for title, part in shares)}"


def tab(school: str, wave: str) -> str:
    """The browser tab."""
    return f"{TITLE} – {school}, {wave}"


def counted(n: int, items: int) -> str:
    """How many answers a score rests on."""
    return f"{n} of {items}"


def accounted(section: SectionResult) -> str:
    """Every item of a section: what counts, and what does not, and why not."""
    parts = [f"{section.n} of {section.items} answers count"]
    parts += [f"{section.missing} missing", f"{section.not_applicable} not applicable"]
    parts += [f"{section.prefer_not_to_say} prefer not to say"] if section.prefer_not_to_say else []
    parts += [f"{section.contested} with differing answers"] if section.contested else []
    parts += [f"{section.unscored} without a level"] if section.unscored else []
    if section.n:
        parts.append(f"evidence for {section.evidenced}")
    return " · ".join(parts)


def rests_on(evidence: AuditEvidence) -> str:
    """Above the sections: how much has evidence, what is old, and which good answers nothing shows."""
    count = len(evidence.unshown)
    shown = "1 answer in the upper half of the scale has" if count == 1 else f"{count} answers in the upper half have"
    return f"{evidence.sentence} {shown} nothing to show for it yet." if count else evidence.sentence


def level_count(code: str, label: str, count: int) -> str:
    """One level in the key below a bar."""
    return f"{code} {label}: {count}"


def distribution(section: str, levels: Sequence[tuple[str, str, int]]) -> str:
    """The bar of a section, read aloud."""
    said = ", ".join(f"{count} at level {code} ({label})" for code, label, count in levels)
    return f"Answers in {section}: {said}"


def radar(scores: Sequence[tuple[str, float | None]]) -> str:
    """The chart of all sections, read aloud; the table beside it says the same."""
    said = ", ".join(f"{title} {'no score' if value is None else f'{value:.1f}'}" for title, value in scores)
    return f"Radar chart of the scores from 1 to 4: {said}"
