"""The joint plan on paper: a summary on one page, a page a priority, then a page for each school with its own part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_app.plans.joint import Part, part_of, parts
from audit_app.plans.model import Plan
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Furniture,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    side_by_side,
)
from audit_app.reports.governors import planned
from audit_app.reports.priority import (
    NOT_AGREED,
    PlannedPriority,
    action_state,
    priority_page,
    progress_cell,
    what_to_do,
)
from audit_app.responses.known_keys import plain_name

CHOSEN = {
    True: "Suggested by what the schools share, and taken up together.",
    False: "The schools’ own choice, beside what was suggested.",
}
NOBODY = "Not yet taken on"
DATA_NOTE = (
    "This plan belongs to all the schools that take part. It holds the names of people who lead the work: keep it as "
    "you keep other papers for governors, and take names out before you publish it."
)


@dataclass(frozen=True)
class JointPlan:
    """All that the paper says."""

    partnership: str
    period: str
    plan: Plan
    date: date
    changes: tuple[str, ...] = ()
    """What has changed since that day, in sentences."""
    since: str = ""
    prepared_by: str = ""
    school: str = ""
    """For one school's governors: the summary, and its part alone. Blank for all of it."""


def joint_plan_document(made: JointPlan) -> Document:
    """In reading order."""
    name = made.partnership.strip() or "our partnership"
    title = f"Joint plan: {name}"
    return Document(
        title=f"{title} – {made.school}" if made.school else title,
        author=made.school or made.partnership,
        date=made.date,
        blocks=tuple(_for_one_school(made, title) if made.school else _whole(made, title)),
        furniture=Furniture(
            header_left=made.partnership,
            header_right=f"Part of {made.school}" if made.school else "Joint plan",
            footer_left=" · ".join(filter(None, (made.period, date_in_words(made.date), made.prepared_by))),
        ),
    )


def _whole(made: JointPlan, title: str) -> Iterator[Block]:
    found = parts(made.plan, made.date)
    yield from _head(made, title)
    yield from _together(made)
    yield from _shares(found)
    yield from side_by_side(
        _changed(made),
        _asked("Questions", made.plan.questions),
        _asked("Decisions asked for", made.plan.decisions),
    )
    for number, priority in enumerate(_planned(made.plan), 1):
        yield from priority_page(number, priority, made.date)
    for one in found:
        yield PageBreak()
        yield from _part(made, one)
    yield from _about()


def _for_one_school(made: JointPlan, title: str) -> Iterator[Block]:
    yield from _head(made, title)
    yield from _together(made)
    found = next((one for one in parts(made.plan, made.date) if one.school == made.school), None)
    yield from _part(made, found or Part(school=made.school, leads=0, actions=0, done=0, overdue=0))
    yield from _asked("Questions", made.plan.questions)
    yield from _asked("Decisions asked for", made.plan.decisions)
    yield from _about()


def _head(made: JointPlan, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    count = len(made.plan.schools)
    whose = f"The part of {made.school}" if made.school else f"{count} schools take part" if count else ""
    yield Paragraph(" · ".join(filter(None, (made.period, whose))), tone="intro")
    prepared = f"Prepared by {made.prepared_by}" if made.prepared_by.strip() else ""
    yield Paragraph(" · ".join(filter(None, (date_in_words(made.date), prepared))), tone="quiet")


def _together(made: JointPlan) -> Iterator[Block]:
    yield Heading(2, "What we will do together")
    rows = tuple(
        (
            f"{number}. {priority.title.strip() or 'Untitled priority'}",
            ", ".join(filter(None, (priority.school.strip(), priority.owner.strip()))) or NOT_AGREED,
            text_in_words(priority.due).strip() or NOT_AGREED,
            progress_cell(priority),
        )
        for number, priority in enumerate(_planned(made.plan), 1)
    )
    if rows:
        yield Table(head=("Priority", "Who leads", "Due", "Progress"), rows=rows, widths=(40, 24, 17, 22))
    else:
        yield Paragraph("No priorities have been agreed yet.")
    if made.plan.next_review:
        yield Paragraph(text_in_words(made.plan.next_review), lead="Next review:")


def _shares(found: Sequence[Part]) -> Iterator[Block]:
    if found:
        yield Heading(2, "Who does what")
        rows = tuple(
            (one.school or NOBODY, str(one.leads), str(one.actions), str(one.done), _late(one)) for one in found
        )
        head = ("School", "Leads", "Actions", "Done", "Overdue")
        yield Table(head=head, rows=rows, widths=(46, 12, 14, 12, 16), right=frozenset({1, 2, 3}))


def _late(one: Part) -> Cell:
    return Cell(str(one.overdue), mark="square") if one.overdue else Cell("None", mark="circle")


def _changed(made: JointPlan) -> Iterator[Block]:
    if any(change.strip() for change in made.changes):
        yield Heading(2, "What has changed")
        yield Paragraph(f"Since {made.since}" if made.since else "", tone="quiet")
        yield Bullets(made.changes)


def _asked(heading: str, items: tuple[str, ...]) -> Iterator[Block]:
    if any(item.strip() for item in items):
        yield Heading(2, heading)
        yield Bullets(items)


def _part(made: JointPlan, one: Part) -> Iterator[Block]:
    numbers = {priority.id: number for number, priority in enumerate(made.plan.priorities, 1)}
    whole = part_of(made.plan, one.school)
    yield Heading(2, f"The part of {one.school}" if one.school else NOBODY)
    yield Paragraph(_in_words(one), tone="intro")
    leads = [each for each in whole.priorities if plain_name(each.school) == plain_name(one.school)]
    if leads and one.school:
        yield Heading(3, "It leads")
        rows = tuple(
            (
                f"{numbers[each.id]}. {each.title.strip() or 'Untitled priority'}",
                each.owner.strip() or NOT_AGREED,
                text_in_words(each.due).strip() or NOT_AGREED,
                progress_cell(planned(each), with_reason=True),
            )
            for each in leads
        )
        yield Table(head=("Priority", "Who", "Due", "Progress"), rows=rows, widths=(38, 18, 18, 26))
    yield Heading(3, "It does" if one.school else "Actions")
    actions = [
        (numbers[each.id], priority, action)
        for each, priority in zip(whole.priorities, _planned(whole), strict=True)
        for action in priority.actions
    ]
    if not actions:
        yield Paragraph("No action of the plan is this school’s yet." if one.school else "None.")
        return
    yield Table(
        head=("Action", "For priority", "Who", "By when", "State"),
        rows=tuple(
            (
                what_to_do(action),
                str(number),
                action.owner.strip() or NOT_AGREED,
                text_in_words(action.due).strip() or NOT_AGREED,
                action_state(action, made.date, priority.halt),
            )
            for number, priority, action in actions
        ),
        widths=(42, 10, 16, 16, 16),
    )


def _in_words(one: Part) -> str:
    actions = "1 action" if one.actions == 1 else f"{one.actions} actions"
    late = f", {one.overdue} overdue" if one.overdue else ""
    done = f"{actions}, {one.done or 'none'} done{late}." if one.actions else "No action yet."
    if not one.school:
        leads = f" No school leads {_priorities(one.leads)} yet." if one.leads else ""
        return f"{actions if one.actions else 'No action'} without a school{late}.{leads}"
    return f"{done} It leads {_priorities(one.leads)}." if one.leads else done


def _priorities(count: int) -> str:
    return "1 priority" if count == 1 else f"{count} priorities"


def _planned(plan: Plan) -> tuple[PlannedPriority, ...]:
    return tuple(planned(one, CHOSEN[one.suggested], joint=True) for one in plan.priorities)


def _about() -> Iterator[Block]:
    yield Callout((Paragraph(DATA_NOTE, lead="Data."),))
