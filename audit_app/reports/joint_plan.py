"""The joint plan on paper: a summary on one page, a page a priority, then a page for each school with its own part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_app.language import _, ngettext
from audit_app.plans.joint import Part, part_of, parts
from audit_app.plans.model import Plan
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import (
    Block,
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
from audit_app.reports.parts import changed, listed, made_line
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
    True: _("Suggested by what the schools share, and taken up together."),
    False: _("The schools’ own choice, beside what was suggested."),
}
NOBODY = _("Not yet taken on")
DATA_NOTE = _(
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
    name = made.partnership.strip() or _("our partnership")
    title = _("Joint plan: {name}").format(name=name)
    return Document(
        title=f"{title} – {made.school}" if made.school else title,
        author=made.school or made.partnership,
        date=made.date,
        blocks=tuple(_for_one_school(made, title) if made.school else _whole(made, title)),
        furniture=Furniture(
            header_left=made.partnership,
            header_right=_("Part of {school}").format(school=made.school) if made.school else _("Joint plan"),
            footer_left=" · ".join(filter(None, (made.period, date_in_words(made.date), made.prepared_by))),
        ),
    )


def _whole(made: JointPlan, title: str) -> Iterator[Block]:
    found = parts(made.plan, made.date)
    yield from _head(made, title)
    yield from _together(made)
    yield from _shares(found)
    yield from side_by_side(
        changed(made.changes, made.since),
        listed(_("Questions"), made.plan.questions),
        listed(_("Decisions asked for"), made.plan.decisions),
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
    yield from listed(_("Questions"), made.plan.questions)
    yield from listed(_("Decisions asked for"), made.plan.decisions)
    yield from _about()


def _head(made: JointPlan, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    count = len(made.plan.schools)
    whose = (
        _("The part of {school}").format(school=made.school)
        if made.school
        else ngettext("1 school takes part", "{count} schools take part", count).format(count=count)
        if count
        else ""
    )
    yield Paragraph(" · ".join(filter(None, (made.period, whose))), tone="intro")
    yield made_line(made.date, made.prepared_by)


def _together(made: JointPlan) -> Iterator[Block]:
    yield Heading(2, _("What we will do together"))
    rows = tuple(
        (
            f"{number}. {priority.title.strip() or _('Untitled priority')}",
            ", ".join(filter(None, (priority.school.strip(), priority.owner.strip()))) or NOT_AGREED,
            text_in_words(priority.due).strip() or NOT_AGREED,
            progress_cell(priority),
        )
        for number, priority in enumerate(_planned(made.plan), 1)
    )
    if rows:
        yield Table(head=(_("Priority"), _("Who leads"), _("Due"), _("Progress")), rows=rows, widths=(40, 24, 17, 22))
    else:
        yield Paragraph(_("No priorities have been agreed yet."))
    if made.plan.next_review:
        yield Paragraph(text_in_words(made.plan.next_review), lead=_("Next review:"))


def _shares(found: Sequence[Part]) -> Iterator[Block]:
    if found:
        yield Heading(2, _("Who does what"))
        rows = tuple(
            (one.school or NOBODY, str(one.leads), str(one.actions), str(one.done), _late(one)) for one in found
        )
        head = (_("School"), _("Leads"), _("Actions"), _("Done"), _("Overdue"))
        yield Table(head=head, rows=rows, widths=(46, 12, 14, 12, 16), right=frozenset({1, 2, 3}))


def _late(one: Part) -> Cell:
    return Cell(str(one.overdue), mark="square") if one.overdue else Cell(_("None"), mark="circle")


def _part(made: JointPlan, one: Part) -> Iterator[Block]:
    numbers = {priority.id: number for number, priority in enumerate(made.plan.priorities, 1)}
    whole = part_of(made.plan, one.school)
    yield Heading(2, _("The part of {school}").format(school=one.school) if one.school else NOBODY)
    yield Paragraph(_in_words(one), tone="intro")
    leads = [each for each in whole.priorities if plain_name(each.school) == plain_name(one.school)]
    if leads and one.school:
        yield Heading(3, _("It leads"))
        rows = tuple(
            (
                f"{numbers[each.id]}. {each.title.strip() or _('Untitled priority')}",
                each.owner.strip() or NOT_AGREED,
                text_in_words(each.due).strip() or NOT_AGREED,
                progress_cell(planned(each), with_reason=True),
            )
            for each in leads
        )
        yield Table(head=(_("Priority"), _("Who"), _("Due"), _("Progress")), rows=rows, widths=(38, 18, 18, 26))
    yield Heading(3, _("It does") if one.school else _("Actions"))
    actions = [
        (numbers[each.id], priority, action)
        for each, priority in zip(whole.priorities, _planned(whole), strict=True)
        for action in priority.actions
    ]
    if not actions:
        yield Paragraph(_("No action of the plan is this school’s yet.") if one.school else _("None."))
        return
    yield Table(
        head=(_("Action"), _("For priority"), _("Who"), _("By when"), _("State")),
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
    leads = _priorities(one.leads)
    if not one.school:
        told = [_nobodys(one)]
        if one.leads:
            told.append(_("No school leads {priorities} yet.").format(priorities=leads))
    else:
        told = [_done(one)]
        if one.leads:
            told.append(_("It leads {priorities}.").format(priorities=leads))
    return " ".join(told)


def _done(one: Part) -> str:
    if not one.actions:
        return _("No action yet.")
    done = str(one.done) if one.done else _("none")
    if one.overdue:
        words = ngettext(
            "1 action, {done} done, {overdue} overdue.", "{count} actions, {done} done, {overdue} overdue.", one.actions
        )
    else:
        words = ngettext("1 action, {done} done.", "{count} actions, {done} done.", one.actions)
    return words.format(count=one.actions, done=done, overdue=one.overdue)


def _nobodys(one: Part) -> str:
    if not one.actions:
        return _("No action without a school.")
    if one.overdue:
        words = ngettext(
            "1 action without a school, {overdue} overdue.",
            "{count} actions without a school, {overdue} overdue.",
            one.actions,
        )
    else:
        words = ngettext("1 action without a school.", "{count} actions without a school.", one.actions)
    return words.format(count=one.actions, overdue=one.overdue)


def _priorities(count: int) -> str:
    return ngettext("1 priority", "{count} priorities", count).format(count=count)


def _planned(plan: Plan) -> tuple[PlannedPriority, ...]:
    return tuple(planned(one, CHOSEN[one.suggested], joint=True) for one in plan.priorities)


def _about() -> Iterator[Block]:
    yield Callout((Paragraph(DATA_NOTE, lead=_("Data.")),))
