"""The governors' action plan: what it says. First a summary on one page, then a page a priority, then the scores.

Its input is plain values, so a report can be made from any plan and any results; every text may be blank, and any text
may be hostile. How it looks is none of this module's business.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from audit_app.reports.dates import date_in_words, read_date, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Columns,
    Document,
    Furniture,
    Heading,
    KeyFacts,
    Mark,
    PageBreak,
    Paragraph,
    Table,
)
from audit_app.reports.scores import (
    ItemResult,
    SectionResult,
    distribution_figure,
    radar_figure,
    score_text,
    scores_table,
)

Rag = Literal["red", "amber", "green"]
CriterionState = Literal["not started", "in progress", "not met", "partially met", "met"]
ActionState = Literal["not started", "in progress", "done"]

NOT_AGREED = "Not yet agreed"
LONGEST_IN_A_COLUMN = 420
"""Characters; a longer passage reads better across the page."""
RAG_WORDS: dict[Rag | None, tuple[str, Mark]] = {
    "green": ("Green: on track", "circle"),
    "amber": ("Amber: at risk", "triangle"),
    "red": ("Red: off track", "square"),
    None: ("Not yet rated", "dash"),
}
ACTION_MARKS: dict[ActionState, Mark] = {"done": "circle", "in progress": "triangle", "not started": "dash"}
CRITERION_MARKS: dict[CriterionState, Mark] = {
    "met": "circle",
    "partially met": "triangle",
    "in progress": "triangle",
    "not met": "square",
    "not started": "dash",
}


@dataclass(frozen=True)
class PlannedAction:
    """One thing that somebody will do."""

    text: str
    owner: str = ""
    due: str = ""
    """YYYY-MM-DD, other words, or blank."""
    state: ActionState = "not started"


@dataclass(frozen=True)
class SuccessCriterion:
    """One way to know that a priority has been reached."""

    text: str
    state: CriterionState = "not started"


@dataclass(frozen=True)
class PlannedPriority:
    """One of the three to five things that the school will work on; dates as in an action."""

    title: str
    why: str = ""
    """The evidence of the audit."""
    objective: str = ""
    baseline: str = ""
    target: str = ""
    rag: Rag | None = None
    rag_reason: str = ""
    actions: tuple[PlannedAction, ...] = ()
    owner: str = ""
    supporter: str = ""
    link_governor: str = ""
    start: str = ""
    due: str = ""
    cost: str = ""
    criteria: tuple[SuccessCriterion, ...] = ()
    monitoring: str = ""
    impact: str = ""
    risks: str = ""


@dataclass(frozen=True)
class ActionPlan:
    """All that the governors' PDF says."""

    school: str
    title: str
    """Of the report, for example “Partnership health: action plan”."""
    questionnaire: str
    """Its id."""
    version: int
    fingerprint: str
    wave: str
    date: date
    sections: tuple[SectionResult, ...]
    levels: tuple[str, ...]
    """The labels of the scale, from level 1 up."""
    priorities: tuple[PlannedPriority, ...]
    partnership: str = ""
    prepared_by: str = ""
    changes: tuple[str, ...] = ()
    """What has changed since the last meeting."""
    questions: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    balance: str = ""
    balance_method: str = ""
    strengths: tuple[ItemResult, ...] = ()
    lowest: tuple[ItemResult, ...] = ()
    method: str = ""
    """Anything about the figures that this report can't know, such as how many people agreed the answers."""
    data_note: str = (
        "This plan holds the school’s own judgements and the names of the people who lead the work. "
        "Keep it as you keep other papers for governors, and take names out before you publish it."
    )


def action_plan_document(plan: ActionPlan) -> Document:
    """The report, in reading order."""
    title = plan.title.strip() or "Action plan"
    return Document(
        title=f"{title} – {plan.school}",
        author=plan.school,
        date=plan.date,
        blocks=(
            *_summary(plan, title),
            *(block for number, each in enumerate(plan.priorities, 1) for block in _priority(number, each, plan.date)),
            *_scores(plan),
            *_about(plan),
        ),
        furniture=Furniture(
            header_left=plan.school,
            header_right=title,
            footer_left=" · ".join(filter(None, (plan.wave, date_in_words(plan.date), plan.prepared_by))),
        ),
    )


def overdue_actions(plan: ActionPlan) -> tuple[tuple[int, PlannedAction], ...]:
    """What is not done and was due before the date of the report, oldest first, each with its priority's number."""
    late = [
        (due, number, action)
        for number, priority in enumerate(plan.priorities, start=1)
        for action in priority.actions
        if (due := read_date(action.due)) and due < plan.date and action.state != "done"
    ]
    return tuple((number, action) for _, number, action in sorted(late, key=lambda entry: entry[:2]))


def _summary(plan: ActionPlan, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(" · ".join(filter(None, (plan.school, plan.partnership))), tone="intro")
    prepared = f"Prepared by {plan.prepared_by}" if plan.prepared_by.strip() else ""
    yield Paragraph(" · ".join(filter(None, (plan.wave, date_in_words(plan.date), prepared))), tone="quiet")
    yield Heading(2, "Where we are")
    yield _standing(plan)
    yield Heading(2, "What we will do")
    yield from _priorities_at_a_glance(plan)
    yield from _beside(_list("What has changed", plan.changes), _overdue(plan))
    yield from _beside(_list("Questions for governors", plan.questions), _list("Decisions asked for", plan.decisions))


def _beside(*columns: Iterable[Block]) -> Iterator[Block]:
    """Those that say something, side by side."""
    full = tuple(blocks for column in columns if (blocks := tuple(column)))
    if len(full) > 1:
        yield Columns(full)
    elif full:
        yield from full[0]


def _standing(plan: ActionPlan) -> Table:
    highest = len(plan.levels)
    rows = tuple(
        (
            section.title,
            Cell(score_text(section.score), bar=None if section.score is None else section.score / highest),
            _nearest_level(section.score, plan.levels),
        )
        for section in plan.sections
    )
    return Table(head=("Section", f"Score out of {highest}", "Nearest level"), rows=rows, widths=(32, 34, 34))


def _nearest_level(score: float | None, levels: tuple[str, ...]) -> str:
    if score is None:
        return "Too few answers for a score"
    nearest = min(max(int(score + 0.5), 1), len(levels))
    return levels[nearest - 1]


def _priorities_at_a_glance(plan: ActionPlan) -> Iterator[Block]:
    if not plan.priorities:
        yield Paragraph("No priorities have been chosen yet.")
        return
    rows = tuple(
        (
            f"{number}. {priority.title.strip() or 'Untitled priority'}",
            priority.owner.strip() or NOT_AGREED,
            text_in_words(priority.due).strip() or NOT_AGREED,
            _rag(priority.rag),
        )
        for number, priority in enumerate(plan.priorities, start=1)
    )
    yield Table(head=("Priority", "Who leads", "Due", "Progress"), rows=rows, widths=(42, 21, 18, 24))


def _rag(rag: Rag | None, reason: str = "") -> Cell:
    words, mark = RAG_WORDS[rag]
    return Cell(f"{words}. {reason.strip()}" if reason.strip() else words, mark=mark)


def _list(heading: str, items: tuple[str, ...], level: Literal[2, 3] = 2) -> Iterator[Block]:
    if any(item.strip() for item in items):
        yield Heading(level, heading)
        yield Bullets(items)


def _overdue(plan: ActionPlan) -> Iterator[Block]:
    if not plan.priorities:
        return
    yield Heading(2, "Overdue")
    late = overdue_actions(plan)
    if not late:
        yield Paragraph("Nothing is overdue.")
        return
    yield Bullets(
        tuple(
            f"{action.text.strip() or 'An action without a text'} "
            f"({action.owner.strip() or 'nobody named'}, due {text_in_words(action.due)}, priority {number})"
            for number, action in late
        )
    )


def _priority(number: int, priority: PlannedPriority, day: date) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(2, f"Priority {number}: {priority.title.strip() or 'untitled'}")
    yield Paragraph(priority.objective.strip() or "The objective is not yet agreed.", tone="intro")
    yield Columns((_aim(priority), _people_and_dates(priority)))
    yield from _passage("Why this is a priority", priority.why)
    yield Heading(3, "Actions")
    yield from _actions(priority, day)
    yield Heading(3, "How we will know")
    yield from _criteria(priority)
    passages = (
        ("How it is monitored", priority.monitoring),
        ("Impact so far", priority.impact),
        ("Risks", priority.risks),
    )
    if all(len(text) <= LONGEST_IN_A_COLUMN for _, text in passages):
        yield from _beside(*(_passage(heading, text) for heading, text in passages))
    else:
        for heading, text in passages:
            yield from _passage(heading, text)


def _aim(priority: PlannedPriority) -> tuple[Block, ...]:
    return (
        KeyFacts(
            (
                ("Baseline", priority.baseline.strip() or NOT_AGREED),
                ("Target", priority.target.strip() or NOT_AGREED),
                ("Progress", _rag(priority.rag, priority.rag_reason)),
            )
        ),
    )


def _people_and_dates(priority: PlannedPriority) -> tuple[Block, ...]:
    needed = (
        ("Who leads", priority.owner),
        ("Link governor", priority.link_governor),
        ("Due", text_in_words(priority.due)),
        ("Cost", priority.cost),
    )
    optional = {"Who supports": priority.supporter, "Starts": text_in_words(priority.start)}
    facts = [(label, value.strip() or NOT_AGREED) for label, value in needed]
    if optional["Who supports"].strip():
        facts.insert(1, ("Who supports", optional["Who supports"]))
    if optional["Starts"].strip():
        facts.insert(-2, ("Starts", optional["Starts"]))
    return (KeyFacts(tuple(facts)),)


def _passage(heading: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Heading(3, heading)
        yield Paragraph(text)


def _actions(priority: PlannedPriority, day: date) -> Iterator[Block]:
    if not priority.actions:
        yield Paragraph("No actions are agreed yet.")
        return
    rows = tuple(
        (
            action.text.strip() or NOT_AGREED,
            action.owner.strip() or NOT_AGREED,
            text_in_words(action.due).strip() or NOT_AGREED,
            _action_state(action, day),
        )
        for action in priority.actions
    )
    yield Table(head=("Action", "Who", "By when", "State"), rows=rows, widths=(42, 20, 20, 18))


def _action_state(action: PlannedAction, day: date) -> Cell:
    due = read_date(action.due)
    if due and due < day and action.state != "done":
        return Cell(f"Overdue, {action.state}", mark="square")
    return Cell(action.state.capitalize(), mark=ACTION_MARKS[action.state])


def _criteria(priority: PlannedPriority) -> Iterator[Block]:
    if not priority.criteria:
        yield Paragraph("No success criteria are agreed yet.")
        return
    rows = tuple(
        (
            criterion.text.strip() or NOT_AGREED,
            Cell(criterion.state.capitalize(), mark=CRITERION_MARKS[criterion.state]),
        )
        for criterion in priority.criteria
    )
    yield Table(head=("Success criterion", "State"), rows=rows, widths=(82, 18))


def _scores(plan: ActionPlan) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(2, "The scores in full")
    yield Paragraph(
        f"Each statement was placed at one of {len(plan.levels)} levels. "
        "A section’s score is the mean of the answers that count.",
    )
    yield from radar_figure(plan.sections, len(plan.levels))
    yield from distribution_figure(plan.sections, plan.levels)
    yield scores_table(plan.sections, plan.levels)
    if plan.balance.strip():
        yield Heading(2, "How balanced the partnership is")
        yield Callout((Paragraph(plan.balance), Paragraph(plan.balance_method, tone="quiet")))
    yield from _items("Where the school is strongest", plan.strengths)
    yield from _items("Where it is lowest", plan.lowest)


def _items(heading: str, items: tuple[ItemResult, ...]) -> Iterator[Block]:
    if items:
        yield Heading(2, heading)
        rows = tuple((item.text.strip() or "Untitled item", item.section, item.level) for item in items)
        yield Table(head=("Statement", "Section", "Level"), rows=rows, widths=(54, 20, 26))


def _about(plan: ActionPlan) -> Iterator[Block]:
    yield Heading(2, "About these figures")
    source = f"{plan.questionnaire}, version {plan.version}"
    fingerprint = f" (fingerprint {plan.fingerprint})" if plan.fingerprint else ""
    yield Callout(
        (
            Paragraph(f"{source}{fingerprint}, {plan.wave or 'no wave named'}.", lead="Questionnaire."),
            Paragraph(
                "An answer that is missing and one that does not apply both stay out of every mean, and both are "
                "counted in the table. A section in which fewer than half of the statements count has no score. "
                f"{plan.method}",
                lead="Method.",
            ),
            Paragraph(plan.data_note, lead="Data." if plan.data_note.strip() else ""),
        )
    )
