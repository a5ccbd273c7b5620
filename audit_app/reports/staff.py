"""The report for colleagues who answered a survey: what you told us, what we do, how your answers are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from audit_app.language import _, ngettext
from audit_app.plans.model import Plan, Priority
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Table,
    Together,
)
from audit_app.reports.priority import NOT_AGREED
from audit_app.reports.staff_results import told_blocks
from audit_app.responses.survey import Terms
from audit_app.results.survey_model import SurveyResults

MOST_ACTIONS = 3
"""Of a priority; colleagues read here where it is going, and leaders keep the plan."""
TO_FILL_IN = (_("We will"), _("Who leads it"), _("You hear more on"))
"""By hand, where no priority is agreed yet."""


@dataclass(frozen=True)
class StaffReport:
    """All that the paper says."""

    results: SurveyResults
    questionnaire: Questionnaire
    date: date
    plan: Plan
    terms: Terms | None = None


def staff_document(report: StaffReport) -> Document:
    """The report, in reading order."""
    found = report.results
    title = _("What you told us, and what we do")
    return Document(
        title=f"{title} – {found.school}, {found.wave}",
        author=found.school,
        date=report.date,
        blocks=(
            Heading(1, title),
            Paragraph(f"{found.school} · {found.wave}", tone="intro"),
            Paragraph(f"{found.questionnaire.title} · {date_in_words(report.date)}", tone="quiet"),
            *_thanks(found),
            *(told_blocks(found, report.questionnaire) if found.reason is None else ()),
            *_what_we_do(report.plan),
            *_protected(report),
        ),
        furniture=Furniture(
            header_left=found.school,
            header_right=title,
            footer_left=" · ".join(filter(None, (found.wave, date_in_words(report.date)))),
        ),
    )


def _thanks(found: SurveyResults) -> Iterator[Block]:
    said = ngettext(
        "{n} of the {invited} colleagues who were asked has answered. Thank you.",
        "{n} of the {invited} colleagues who were asked have answered. Thank you.",
        found.n,
    )
    yield Paragraph(said.format(n=found.n, invited=found.invited))
    if found.reason is not None:
        yield Callout((Paragraph(found.reason, lead=_("No results yet.")),))


def _what_we_do(plan: Plan) -> Iterator[Block]:
    yield Heading(2, _("What we do"))
    if not plan.priorities:
        yield Paragraph(_("No priorities are agreed yet. What we take on, who leads it, and when we tell you more:"))
        yield Table(
            head=(), rows=tuple((Cell(label, strong=True), "") for label in TO_FILL_IN), widths=(28, 72), roomy=True
        )
        return
    yield Paragraph(_("From what you told us, and from what leaders found themselves:"))
    for number, one in enumerate(plan.priorities, start=1):
        yield Together(tuple(_priority(number, one)))


def _priority(number: int, one: Priority) -> Iterator[Block]:
    yield Heading(3, f"{number}. {one.title.strip() or _('Untitled priority')}")
    yield Paragraph(one.objective)
    who = one.owner.strip() or NOT_AGREED
    due = text_in_words(one.due).strip() or NOT_AGREED
    yield Paragraph(_("{who}. By: {due}.").format(who=who, due=due), lead=_("Who leads:"), tone="quiet")
    open_actions = [action.text for action in one.actions if action.state != "done" and action.text.strip()]
    yield Bullets(tuple(open_actions[:MOST_ACTIONS]))


def _protected(report: StaffReport) -> Iterator[Block]:
    found, terms = report.results, report.terms
    yield Heading(2, _("How your answers were protected"))
    kept = _("Answers may be kept until {day}.").format(day=date_in_words(terms.erase_after)) if terms else ""
    rules = (
        _("Answers were kept without names, devices and times of day, and their order says nothing."),
        _(
            "A group with fewer than {minimum} answers is not shown, and neither is what would let someone work it out."
        ).format(minimum=found.minimum),
        _(
            "Comments are shown without a group, and only where {minimum} colleagues or more wrote. They are printed "
            "as they were written."
        ).format(minimum=found.minimum),
        kept,
    )
    yield Callout(
        (
            Bullets(rules),
            Paragraph(terms.purpose if terms else "", lead=_("What they are for.") if terms else ""),
            Paragraph(terms.controller if terms else "", lead=_("Who is responsible.") if terms else ""),
        )
    )
