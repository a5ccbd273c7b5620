"""One priority of a plan: its values, and the page that says who does what by when, and how we will know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit_app.language import _
from audit_app.plans.model import ActionState, CriterionState, Halt, Rag
from audit_app.reports.dates import read_date, text_in_words
from audit_app.reports.document import (
    Block,
    Cell,
    Columns,
    Heading,
    KeyFacts,
    Mark,
    PageBreak,
    Paragraph,
    Table,
    side_by_side,
)

NOT_AGREED = _("Not yet agreed")
STATES: Mapping[ActionState | CriterionState, str] = {
    "not started": _("Not started"),
    "in progress": _("In progress"),
    "done": _("Done"),
    "not met": _("Not met"),
    "partially met": _("Partially met"),
    "met": _("Met"),
}
HALTS: Mapping[Halt, str] = {"on hold": _("On hold"), "stopped": _("Stopped")}
MOST_RUN_OVER = 0.4
"""Of a page, that the next priority follows on; after more it has a page of its own."""
LONGEST_IN_A_COLUMN = 420
"""Characters; a longer passage reads better across the page."""
RAG_WORDS: dict[Rag | None, tuple[str, Mark]] = {
    "green": (_("Green: on track"), "circle"),
    "amber": (_("Amber: at risk"), "triangle"),
    "red": (_("Red: off track"), "square"),
    None: (_("Not yet rated"), "dash"),
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
    first_step: str = ""
    """Of use until it is taken, so it is printed while the action is not started."""
    school: str = ""
    """Whose part it is, in a joint plan."""


@dataclass(frozen=True)
class SuccessCriterion:
    """One way to know that a priority has been reached."""

    text: str
    state: CriterionState = "not started"


@dataclass(frozen=True)
class PlannedMilestone:
    """Something to have reached on the way."""

    text: str
    when: str = ""
    """The term, the day, or both."""
    reached: bool = False


@dataclass(frozen=True)
class PlannedPriority:
    """One of the three to five things that the school will work on; dates as in an action."""

    title: str
    why: str = ""
    """The evidence of the audit."""
    chosen: str = ""
    """Whether the results suggested it or the school chose it itself, in a sentence; blank where nobody knows."""
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
    cost_actual: str = ""
    milestones: tuple[PlannedMilestone, ...] = ()
    monitored_by: str = ""
    monitored_when: str = ""
    halt: Halt | None = None
    halt_reason: str = ""
    joint: bool = False
    """Of a joint plan: it says which school leads, and which does what."""
    school: str = ""


def priority_page(number: int, priority: PlannedPriority, day: date) -> Iterator[Block]:
    yield PageBreak(past=MOST_RUN_OVER)
    title = priority.title.strip() or _("untitled")
    yield Heading(2, _("Priority {number}: {title}").format(number=number, title=title))
    yield Paragraph(priority.objective.strip() or _("The objective is not yet agreed."), tone="intro")
    yield Paragraph(priority.chosen, tone="quiet")
    yield from _aim(priority)
    facts = _people_and_dates(priority)
    half = (len(facts) + 1) // 2
    yield Columns(((KeyFacts(facts[:half]),), (KeyFacts(facts[half:]),)))
    yield from _passage(_("Why this is a priority"), priority.why)
    yield Heading(3, _("Actions"))
    yield from _actions(priority, day)
    yield from _milestones(priority)
    yield Heading(3, _("How we will know"))
    yield from _criteria(priority)
    passages = (
        (_("How it is monitored"), _monitoring(priority)),
        (_("Impact so far"), priority.impact),
        (_("Risks"), priority.risks),
    )
    if all(len(text) <= LONGEST_IN_A_COLUMN for _, text in passages):
        yield from side_by_side(*(_passage(heading, text) for heading, text in passages))
    else:
        for heading, text in passages:
            yield from _passage(heading, text)


def _aim(priority: PlannedPriority) -> tuple[Block, ...]:
    return (
        KeyFacts(
            (
                (_("Baseline"), priority.baseline.strip() or NOT_AGREED),
                (_("Target"), priority.target.strip() or NOT_AGREED),
                (_("Progress"), progress_cell(priority, with_reason=True)),
            )
        ),
    )


def _people_and_dates(priority: PlannedPriority) -> tuple[tuple[str, str], ...]:
    """What has to be agreed says so while it is not; what nobody has to give is left out."""
    governor = _given if priority.joint else _needed
    return (
        *(_needed(_("Leading school"), priority.school) if priority.joint else ()),
        *_needed(_("Who leads"), priority.owner),
        *_given(_("Who supports"), priority.supporter),
        *governor(_("Link governor"), priority.link_governor),
        *_given(_("Starts"), text_in_words(priority.start)),
        *_needed(_("Due"), text_in_words(priority.due)),
        *_needed(_("Cost as planned") if priority.cost_actual.strip() else _("Cost"), priority.cost),
        *_given(_("Cost so far"), priority.cost_actual),
    )


def _needed(label: str, value: str) -> tuple[tuple[str, str], ...]:
    return ((label, value.strip() or NOT_AGREED),)


def _given(label: str, value: str) -> tuple[tuple[str, str], ...]:
    return ((label, value),) if value.strip() else ()


def _passage(heading: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Heading(3, heading)
        yield Paragraph(text)


def _actions(priority: PlannedPriority, day: date) -> Iterator[Block]:
    if not priority.actions:
        yield Paragraph(_("No actions are agreed yet."))
        return
    rows = tuple(
        (
            what_to_do(action),
            *((action.school.strip() or NOT_AGREED,) if priority.joint else ()),
            action.owner.strip() or NOT_AGREED,
            text_in_words(action.due).strip() or NOT_AGREED,
            action_state(action, day, priority.halt),
        )
        for action in priority.actions
    )
    if priority.joint:
        yield Table(
            head=(_("Action"), _("School"), _("Who"), _("By when"), _("State")), rows=rows, widths=(36, 17, 15, 16, 16)
        )
    else:
        yield Table(head=(_("Action"), _("Who"), _("By when"), _("State")), rows=rows, widths=(46, 18, 19, 17))


def what_to_do(action: PlannedAction) -> str:
    """The action, and below it where to begin."""
    text = action.text.strip() or NOT_AGREED
    begins = action.first_step.strip() if action.state == "not started" else ""
    return _("{text}\nFirst step: {begins}").format(text=text, begins=begins) if begins else text


def action_state(action: PlannedAction, day: date, halt: Halt | None) -> Cell:
    due = read_date(action.due)
    if due and due < day and action.state != "done" and not halt:
        return Cell(_("Overdue, {state}").format(state=STATES[action.state].lower()), mark="square")
    return Cell(STATES[action.state], mark=ACTION_MARKS[action.state])


def _milestones(priority: PlannedPriority) -> Iterator[Block]:
    if priority.milestones:
        yield Heading(3, _("Milestones"))
        rows = tuple(
            (
                one.text.strip() or NOT_AGREED,
                one.when.strip() or NOT_AGREED,
                Cell(_("Reached"), mark="circle") if one.reached else Cell(_("Not yet reached"), mark="dash"),
            )
            for one in priority.milestones
        )
        yield Table(head=(_("Milestone"), _("By when"), _("State")), rows=rows, widths=(60, 20, 20))


def _monitoring(priority: PlannedPriority) -> str:
    """Who and when, then how; a part that nobody gave is left out."""
    who_and_when = ", ".join(filter(None, (priority.monitored_by.strip(), priority.monitored_when.strip())))
    return ". ".join(filter(None, (who_and_when.rstrip("."), priority.monitoring.strip())))


def _criteria(priority: PlannedPriority) -> Iterator[Block]:
    if not priority.criteria:
        yield Paragraph(_("No success criteria are agreed yet."))
        return
    rows = tuple(
        (
            criterion.text.strip() or NOT_AGREED,
            Cell(STATES[criterion.state], mark=CRITERION_MARKS[criterion.state]),
        )
        for criterion in priority.criteria
    )
    yield Table(head=(_("Success criterion"), _("State")), rows=rows, widths=(82, 18))


def progress_cell(priority: PlannedPriority, *, with_reason: bool = False) -> Cell:
    """The rating in words; while the priority is on hold or stopped that, because nothing is to be on track then."""
    if priority.halt is None:
        return rag_cell(priority.rag, priority.rag_reason if with_reason else "")
    words, reason = HALTS[priority.halt], priority.halt_reason.strip() if with_reason else ""
    return Cell(f"{words}: {reason}" if reason else words, mark="dash")


def rag_cell(rag: Rag | None, reason: str = "") -> Cell:
    words, mark = RAG_WORDS[rag]
    return Cell(f"{words}. {reason.strip()}" if reason.strip() else words, mark=mark)
