"""The report for colleagues who answered a survey: what you told us, what we do about it, how your answers are kept.

It is made from results alone, and these hold only what disclosure lets out. What is withheld is said to be, with why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit_app.language import _
from audit_app.plans.model import Plan, Priority
from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import plain
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Distribution,
    Document,
    Figure,
    Furniture,
    Heading,
    Paragraph,
    Table,
    Together,
)
from audit_app.reports.priority import NOT_AGREED
from audit_app.reports.scale import scale_of
from audit_app.reports.scores import NO_SCORE, score_text
from audit_app.responses.survey import Terms
from audit_app.results.figures import whole_per_cent
from audit_app.results.gaps import WORTH_TALKING_ABOUT
from audit_app.results.survey_model import GroupSection, Sees, SurveyItem, SurveyResults

MOST_COMMENTS = 200
WORTH = f" {WORTH_TALKING_ABOUT}"
"""How the results end each such sentence; here it is said once for all of them."""
MOST_ACTIONS = 3
"""Of a priority; colleagues read here where it is going, and leaders keep the plan."""
ROWS_IN_A_FIGURE = 12
WITHHELD = _("Withheld")
SEEN: Mapping[Sees, str] = {
    "alike": _("Much alike"),
    "differently": _("Differently"),
    "very differently": _("Very differently"),
}


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
            *(_told(report) if found.reason is None else ()),
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
    answered = _("{n} of the {invited} colleagues who were asked have answered").format(
        n=found.n, invited=found.invited
    )
    yield Paragraph(_("{answered}. Thank you.").format(answered=answered))
    if found.reason is not None:
        yield Callout((Paragraph(found.reason, lead=_("No results yet.")),))


def _told(report: StaffReport) -> Iterator[Block]:
    found = report.results
    highest = f"{scale_of(report.questionnaire).highest:g}"
    yield Heading(2, _("What you told us"))
    yield from _section_table(found, report)
    yield Paragraph(
        _(
            "A section’s score is the mean over colleagues, out of {highest}; “give or take” says how far it could "
            "lie from that by chance, 19 times in 20."
        ).format(highest=highest),
        tone="quiet",
    )
    yield from _bars(report)
    yield from _withheld(found)
    yield from _items(_("What you place highest"), found.strengths)
    yield from _items(_("What you place lowest"), found.lowest)
    if found.balance:
        yield Heading(3, _("How balanced the partnership is"))
        yield Paragraph(found.balance.sentence)
    yield from _groups(found)
    yield from _comments(found)


def _section_table(found: SurveyResults, report: StaffReport) -> Iterator[Block]:
    scale = scale_of(report.questionnaire)
    rows = tuple(
        (
            one.title,
            Cell(score_text(one.score), bar=None if one.score is None else one.score / (scale.highest or 1)),
            f"± {score_text(one.margin)}" if one.margin is not None else NO_SCORE,
            WITHHELD if one.score is None else scale.nearest(one.score),
            SEEN[one.agreement.sees] if one.agreement else NO_SCORE,
        )
        for one in found.sections
    )
    head = (
        _("Section"),
        _("Score out of {highest}").format(highest=plain(scale.highest)),
        _("Give or take"),
        _("Nearest level"),
        _("Colleagues see it"),
    )
    yield Table(head=head, rows=rows, widths=(24, 26, 13, 20, 20))


def _bars(report: StaffReport) -> Iterator[Block]:
    """One figure for each scale that sections use, in groups that fit a page; answers without a level are counted."""
    by_scale: dict[tuple[str, ...], list[tuple[str, tuple[int, ...]]]] = {}
    for section in report.results.sections:
        levels = _levels(report.questionnaire, section.id)
        if section.distribution and levels:
            counts = tuple(section.distribution.get(code, 0) for code in levels)
            named = tuple(f"{number} {label}" for number, label in enumerate(levels.values(), start=1))
            by_scale.setdefault(named, []).append((section.title, counts))
    for levels_said, rows in by_scale.items():
        for start in range(0, len(rows), ROWS_IN_A_FIGURE):
            group = tuple(rows[start : start + ROWS_IN_A_FIGURE])
            said = "; ".join(
                f"{title}: {', '.join(f'{count} “{level}”' for level, count in zip(levels_said, counts, strict=True))}"
                for title, counts in group
            )
            yield Figure(
                Distribution(levels_said, group),
                alt=_("Bars of how many answers each level got. {said}.").format(said=said),
            )
    if by_scale and (unscored := sum(one.unscored or 0 for one in report.results.sections)):
        yield Paragraph(
            _("Beside these, {unscored} answers were given without a level, such as “I cannot tell”.").format(
                unscored=unscored
            )
        )


def _levels(questionnaire: Questionnaire, section: str) -> Mapping[str, str]:
    """Code to label of the levels that the section's items offer, lowest first."""
    items = next((one.items for one in questionnaire.sections if one.id == section), ())
    item = next((one for one in items if one.kind == "level"), None)
    options = questionnaire.options_of(item) if item else ()
    return {option.code: option.label for option in options if option.score is not None}


def _withheld(found: SurveyResults) -> Iterator[Block]:
    """What a dash stands for: each reason once, with where it holds."""
    places: dict[str, list[str]] = {}
    for section in found.sections:
        if section.reason:
            places.setdefault(section.reason, []).append(section.title)
    if places:
        yield Bullets(tuple(f"{', '.join(where)}: {reason}" for reason, where in places.items()))


def _items(heading: str, items: tuple[SurveyItem, ...]) -> Iterator[Block]:
    if items:
        rows = tuple((one.text, Cell(score_text(one.score), strong=True)) for one in items)
        yield Heading(3, heading)
        yield Table(head=(_("Statement"), _("Mean")), rows=rows, widths=(86, 14), right=frozenset({1}))


def _groups(found: SurveyResults) -> Iterator[Block]:
    """Who answered; and a column for each group that is shown somewhere."""
    yield Heading(2, _("Group by group"))
    rates = tuple(
        (
            one.title,
            _("{responses} of {invited}").format(responses=one.responses, invited=one.invited),
            f"{whole_per_cent(one.rate)}%",
        )
        for one in found.response_rate
    )
    yield Table(head=(_("Group"), _("Answered"), _("Share")), rows=rates, widths=(50, 25, 25), right=frozenset({1, 2}))
    shown = [
        one.id
        for one in found.response_rate
        if any(group.score is not None for section in found.sections for group in section.groups if group.id == one.id)
    ]
    if not shown:
        yield Paragraph(_("No group is shown on its own, because its answers could tell what a colleague said."))
        return
    titles = {one.id: one.title for one in found.response_rate}
    for start in range(0, len(shown), 5):
        columns = shown[start : start + 5]
        rows = tuple(
            (section.title, *(_of_group(section.groups, group) for group in columns)) for section in found.sections
        )
        widths = (30.0, *(70 / len(columns) for _ in columns))
        yield Table(head=(_("Section"), *(titles[one] for one in columns)), rows=rows, widths=widths)
    if len(shown) < len(titles):
        left_out = ", ".join(title for name, title in titles.items() if name not in shown)
        yield Paragraph(
            _("Not shown on their own, so that nobody can be recognised: {left_out}.").format(left_out=left_out),
            tone="quiet",
        )
    if worth := [one.sentence.removesuffix(WORTH) for one in found.gaps if one.worth_talking_about]:
        yield Heading(3, _("Where groups see it differently"))
        yield Paragraph(_("These gaps are worth talking about: chance alone would rarely make them."))
        yield Bullets(tuple(worth))


def _of_group(groups: tuple[GroupSection, ...], wanted: str) -> str:
    one = next((group for group in groups if group.id == wanted), None)
    return WITHHELD if one is None or one.score is None else score_text(one.score)


def _comments(found: SurveyResults) -> Iterator[Block]:
    yield Heading(2, _("In your words"))
    if not found.comments:
        yield Paragraph(found.comments_reason or _("Nobody wrote a comment."))
        return
    yield Paragraph(_("What colleagues wrote, in a drawn order and without their group."), tone="quiet")
    printed = found.comments[:MOST_COMMENTS]
    places = ((one.id, one.title) for one in found.sections)
    for section, title in (*places, (None, _("On the survey as a whole"))):
        if texts := tuple(f"“{one.text.strip()}”" for one in printed if one.section == section):
            yield Heading(3, title)
            yield Bullets(texts)
    if (more := len(found.comments) - MOST_COMMENTS) > 0:
        yield Paragraph(_("{more} more comments are in the app.").format(more=more), tone="quiet")


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


TO_FILL_IN = (_("We will"), _("Who leads it"), _("You hear more on"))


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
    size = _("fewer than {minimum} answers").format(minimum=found.minimum)
    written = _("only where {minimum} colleagues or more wrote").format(minimum=found.minimum)
    kept = _("Answers may be kept until {day}.").format(day=date_in_words(terms.erase_after)) if terms else ""
    rules = (
        _("Answers were kept without names, devices and times of day, and their order says nothing."),
        _("A group with {size} is not shown, and neither is what would let someone work it out.").format(size=size),
        _("Comments are shown without a group, and {written}. They are printed as they were written.").format(
            written=written
        ),
        kept,
    )
    yield Callout(
        (
            Bullets(rules),
            Paragraph(terms.purpose if terms else "", lead=_("What they are for.") if terms else ""),
            Paragraph(terms.controller if terms else "", lead=_("Who is responsible.") if terms else ""),
        )
    )
