"""The governors' action plan: what it says. First a summary on one page, then a page a priority, then the scores.

Its input is plain values, so a report can be made from any plan and any results; every text may be blank, and any text
may be hostile. How it looks is none of this module's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from audit_app.language import _
from audit_app.reports.dates import date_in_words, read_date, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Furniture,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    side_by_side,
)
from audit_app.reports.parts import changed, listed, made_line
from audit_app.reports.priority import NOT_AGREED, PlannedAction, PlannedPriority, priority_page, progress_cell
from audit_app.reports.scores import (
    ItemResult,
    SectionResult,
    distribution_figures,
    nearest_level,
    radar_figure,
    score_cell,
    score_head,
    scores_tables,
)
from audit_app.shortening import on_one_line

MOST_OVERDUE = 3
"""On the first page, those overdue longest; every one stands on its priority's page."""
LONGEST_OVERDUE = 36
"""Characters of an action on the first page."""


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
    priorities: tuple[PlannedPriority, ...]
    partnership: str = ""
    prepared_by: str = ""
    changes: tuple[str, ...] = ()
    """What has changed since the last meeting."""
    since: str = ""
    """The day of that meeting, or another one to compare with, in words."""
    questions: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    next_review: str = ""
    """The day on which the plan is looked at next: YYYY-MM-DD, other words, or blank."""
    balance: str = ""
    balance_method: str = ""
    strengths: tuple[ItemResult, ...] = ()
    lowest: tuple[ItemResult, ...] = ()
    method: str = ""
    """Anything about the figures that this report can't know, such as how many people agreed the answers."""
    data_note: str = _(
        "This plan holds the school’s own judgements and the names of the people who lead the work. "
        "Keep it as you keep other papers for governors, and take names out before you publish it."
    )


def action_plan_document(plan: ActionPlan) -> Document:
    """The report, in reading order."""
    title = plan.title.strip() or _("Action plan")
    return Document(
        title=f"{title} – {plan.school}",
        author=plan.school,
        date=plan.date,
        blocks=(
            *_summary(plan, title),
            *(
                block
                for number, each in enumerate(plan.priorities, 1)
                for block in priority_page(number, each, plan.date)
            ),
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
        if priority.halt is None
        for action in priority.actions
        if (due := read_date(action.due)) and due < plan.date and action.state != "done"
    ]
    return tuple((number, action) for _, number, action in sorted(late, key=lambda entry: entry[:2]))


def _summary(plan: ActionPlan, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(" · ".join(filter(None, (plan.school, plan.partnership))), tone="intro")
    yield made_line(plan.date, plan.prepared_by, plan.wave)
    yield Heading(2, _("Where we are"))
    yield _standing(plan)
    yield Heading(2, _("What we will do"))
    yield from _priorities_at_a_glance(plan)
    if plan.next_review.strip():
        yield Paragraph(text_in_words(plan.next_review), lead=_("Next review:"))
    if len(plan.changes) == 1:
        yield from (*changed(plan.changes, plan.since), *_overdue(plan))
    else:
        yield from side_by_side(changed(plan.changes, plan.since), _overdue(plan))
    yield from side_by_side(
        listed(_("Questions for governors"), plan.questions), listed(_("Decisions asked for"), plan.decisions)
    )


def _standing(plan: ActionPlan) -> Table:
    scales = {section.scale for section in plan.sections}
    rows = tuple(
        (section.title, score_cell(section.score, section.scale, scales), nearest_level(section.score, section.scale))
        for section in plan.sections
    )
    return Table(head=(_("Section"), score_head(scales), _("Nearest level")), rows=rows, widths=(32, 34, 34))


def _priorities_at_a_glance(plan: ActionPlan) -> Iterator[Block]:
    if not plan.priorities:
        yield Paragraph(_("No priorities have been chosen yet."))
        return
    rows = tuple(
        (
            f"{number}. {priority.title.strip() or _('Untitled priority')}",
            priority.owner.strip() or NOT_AGREED,
            text_in_words(priority.due).strip() or NOT_AGREED,
            progress_cell(priority),
        )
        for number, priority in enumerate(plan.priorities, start=1)
    )
    yield Table(head=(_("Priority"), _("Who leads"), _("Due"), _("Progress")), rows=rows, widths=(42, 21, 18, 24))


def _overdue(plan: ActionPlan) -> Iterator[Block]:
    if not plan.priorities:
        return
    yield Heading(2, _("Overdue"))
    late = overdue_actions(plan)
    if not late:
        yield Paragraph(_("Nothing is overdue."))
        return
    lines = [
        _("{action} ({owner}, due {day}, priority {number})").format(
            action=on_one_line(action.text, LONGEST_OVERDUE) or _("An action without a text"),
            owner=action.owner.strip() or _("nobody named"),
            day=text_in_words(action.due),
            number=number,
        )
        for number, action in late[:MOST_OVERDUE]
    ]
    if more := len(late) - len(lines):
        lines.append(_("{more} more, on the pages of their priorities").format(more=more))
    yield Bullets(tuple(lines))


def _scores(plan: ActionPlan) -> Iterator[Block]:
    yield PageBreak(past=0.25)
    yield Heading(2, _("The scores in full"))
    placed = {len(section.scale.levels) for section in plan.sections}
    told = (
        [_("Each statement was placed at one of {count} levels.").format(count=max(placed))] if len(placed) == 1 else []
    )
    yield Paragraph(" ".join([*told, _("A section’s score is the mean of the answers that count.")]))
    yield from radar_figure(plan.sections)
    yield from distribution_figures(plan.sections)
    yield from scores_tables(plan.sections)
    if plan.balance.strip():
        yield Heading(2, _("How balanced the partnership is"))
        yield Callout((Paragraph(plan.balance), Paragraph(plan.balance_method, tone="quiet")))
    yield from _items(_("Where the school is strongest"), plan.strengths)
    yield from _items(_("Where it is lowest"), plan.lowest)


def _items(heading: str, items: tuple[ItemResult, ...]) -> Iterator[Block]:
    if items:
        yield Heading(2, heading)
        rows = tuple((item.text.strip() or _("Untitled item"), item.section, item.level) for item in items)
        yield Table(head=(_("Statement"), _("Section"), _("Level")), rows=rows, widths=(54, 20, 26))


def _about(plan: ActionPlan) -> Iterator[Block]:
    yield Heading(2, _("About these figures"))
    source = _("{questionnaire}, version {version}").format(questionnaire=plan.questionnaire, version=plan.version)
    if plan.fingerprint:
        source = _("{questionnaire}, version {version} (fingerprint {fingerprint})").format(
            questionnaire=plan.questionnaire, version=plan.version, fingerprint=plan.fingerprint
        )
    yield Callout(
        (
            Paragraph(f"{source}, {plan.wave or _('no round named')}.", lead=_("Questionnaire.")),
            Paragraph(
                _(
                    "An answer that is missing and one that does not apply both stay out of every mean, and both are "
                    "counted in the table. A section in which fewer than half of the statements count has no score. "
                    "{method}"
                ).format(method=plan.method),
                lead=_("Method."),
            ),
            Paragraph(plan.data_note, lead=_("Data.") if plan.data_note.strip() else ""),
        )
    )
