"""What colleagues told, in the report for them: scores, how answers spread, groups, and what they wrote.

It is made from results alone, and these hold only what disclosure lets out. What is withheld is said to be, with why.
"""

from collections.abc import Iterator, Mapping

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.document import Block, Bullets, Cell, Heading, Paragraph, Table
from audit_app.reports.scale import scale_of_section
from audit_app.reports.scores import (
    NO_SCORE,
    Counted,
    distribution_figures,
    score_cell,
    score_head,
    score_text,
)
from audit_app.results.figures import whole_per_cent
from audit_app.results.gaps import WORTH_TALKING_ABOUT
from audit_app.results.survey_model import GroupSection, Sees, SurveyItem, SurveyResults

MOST_COMMENTS = 200
MOST_GROUPS = 5
"""Columns of groups in a table; more make a second one."""
WORTH = f" {WORTH_TALKING_ABOUT}"
"""How the results end each such sentence; here it is said once for all of them."""
WITHHELD = _("Withheld")
SEEN: Mapping[Sees, str] = {
    "alike": _("Much alike"),
    "differently": _("Differently"),
    "very differently": _("Very differently"),
}


def told_blocks(found: SurveyResults, questionnaire: Questionnaire) -> Iterator[Block]:
    """From “What you told us” on."""
    yield Heading(2, _("What you told us"))
    yield from _section_table(found, questionnaire)
    yield Paragraph(
        _(
            "A section’s score is the mean over colleagues; “give or take” says how far it could lie from that by "
            "chance, 19 times in 20."
        ),
        tone="quiet",
    )
    yield from _bars(found, questionnaire)
    yield from _withheld(found)
    yield from _items(_("What you place highest"), found.strengths)
    yield from _items(_("What you place lowest"), found.lowest)
    if found.balance:
        yield Heading(3, _("How balanced the partnership is"))
        yield Paragraph(found.balance.sentence)
    yield from _groups(found)
    yield from _comments(found)


def _section_table(found: SurveyResults, questionnaire: Questionnaire) -> Iterator[Block]:
    of = {one.id: scale_of_section(questionnaire, one.id) for one in found.sections}
    scales = set(of.values())
    rows = tuple(
        (
            one.title,
            score_cell(one.score, of[one.id], scales),
            f"± {score_text(one.margin)}" if one.margin is not None else NO_SCORE,
            WITHHELD if one.score is None else of[one.id].nearest(one.score),
            SEEN[one.agreement.sees] if one.agreement else NO_SCORE,
        )
        for one in found.sections
    )
    head = (_("Section"), score_head(scales), _("Give or take"), _("Nearest level"), _("Colleagues see it"))
    yield Table(head=head, rows=rows, widths=(24, 26, 13, 20, 20))


def _bars(found: SurveyResults, questionnaire: Questionnaire) -> Iterator[Block]:
    """Answers without a level are counted below."""
    counted = [
        Counted(one.title, tuple(one.distribution.get(level.code, 0) for level in scale.levels), scale)
        for one in found.sections
        if one.distribution and (scale := scale_of_section(questionnaire, one.id)).levels
    ]
    yield from distribution_figures(counted)
    if counted and (unscored := sum(one.unscored or 0 for one in found.sections)):
        yield Paragraph(
            ngettext(
                "Beside these, 1 answer was given without a level, such as “I cannot tell”.",
                "Beside these, {count} answers were given without a level, such as “I cannot tell”.",
                unscored,
            ).format(count=unscored)
        )


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
    for start in range(0, len(shown), MOST_GROUPS):
        columns = shown[start : start + MOST_GROUPS]
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
        said = ngettext("1 more comment is in the app.", "{count} more comments are in the app.", more)
        yield Paragraph(said.format(count=more), tone="quiet")
