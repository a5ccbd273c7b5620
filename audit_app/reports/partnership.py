"""The partnership report: where the schools stand together and one by one, what they share, who offers what.

With pseudonyms nothing in it names a school or a person, the file's own description included: whoever made the
comparison withheld the names already, and this adds none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_app.language import _, ngettext
from audit_app.regional import plain
from audit_app.reports.dates import date_in_words
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
from audit_app.reports.partnership_momentum import momentum_blocks
from audit_app.reports.partnership_names import schools_named
from audit_app.reports.partnership_register import match_blocks, register_blocks
from audit_app.reports.scale import Scale
from audit_app.reports.scores import score_text
from audit_app.results.contributions import EARLIER
from audit_app.results.matching.model import Match
from audit_app.results.momentum_model import Momentum
from audit_app.results.partnership_model import (
    CommonIssue,
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
    SchoolScore,
)

MOST_COLUMNS = 5
"""Of a heat map on a page; more sections make a second one."""
MOST_ITEMS = 3
"""Statements told of a common issue: those that most schools share."""
AUTHOR = _("School Audit")
SOURCES = {"self_audit": _("Self-audit"), "survey": _("Survey")}


@dataclass(frozen=True)
class PartnershipReport:
    """All that the paper says."""

    comparison: Comparison
    scale: Scale
    date: date
    momentum: Momentum | None = None
    matches: tuple[Match, ...] = ()
    """Those that the broker accepted."""
    prepared_by: str = ""


def partnership_document(report: PartnershipReport) -> Document:
    """The report, in reading order."""
    found = report.comparison
    title = _("Partnership report: {title}").format(title=found.questionnaire.title.strip() or _("untitled"))
    by = "" if found.pseudonyms else report.prepared_by.strip()
    return Document(
        title=title,
        author=by or AUTHOR,
        date=report.date,
        blocks=(
            Heading(1, title),
            Paragraph(_who(found), tone="intro"),
            Paragraph(
                " · ".join(
                    filter(None, (date_in_words(report.date), _("Prepared by {by}").format(by=by) if by else ""))
                ),
                tone="quiet",
            ),
            Heading(2, _("At a glance")),
            Bullets(tuple(_glance(report))),
            *_together(found, report.scale),
            *_school_by_school(found, report.scale),
            *_common(found),
            *_seen_differently(found),
            *_views(found),
            *register_blocks(found),
            *match_blocks(report.matches, pseudonyms=found.pseudonyms),
            *(momentum_blocks(report.momentum, pseudonyms=found.pseudonyms) if report.momentum else ()),
            *_compared(found),
            *_about(found),
        ),
        furniture=Furniture(
            header_left=_("Partnership report"),
            header_right=found.questionnaire.title,
            footer_left=" · ".join(filter(None, (date_in_words(report.date), by))),
        ),
    )


def _who(found: Comparison) -> str:
    schools = ngettext("1 school", "{count} schools", len(found.schools)).format(count=len(found.schools))
    return (
        _("{schools} side by side. Names are withheld.").format(schools=schools)
        if found.pseudonyms
        else _("{schools} side by side.").format(schools=schools)
    )


def _glance(report: PartnershipReport) -> Iterator[str]:
    found, highest = report.comparison, f"{report.scale.highest:g}"
    known = [(one.median, one) for one in found.sections if one.median is not None]
    if known:
        top, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
        yield _("Strongest together: {title} (median {score} out of {highest}).").format(
            title=top[1].title, score=score_text(top[0]), highest=highest
        )
        if low[0] < top[0]:
            yield _("Lowest together: {title} (median {score} out of {highest}).").format(
                title=low[1].title, score=score_text(low[0]), highest=highest
            )
    if issues := found.common_issues:
        named = ", ".join(one.title for one in issues[:MOST_ITEMS])
        if len(issues) > MOST_ITEMS:
            more = len(issues) - MOST_ITEMS
            named = _("{issues} and {count} more").format(issues=named, count=more)
        yield _("Shared by a third of the schools or more: {issues}.").format(issues=named)
    else:
        yield _("No issue is shared by a third of the schools.")
    if unmet := [one for one in issues if one.offers == () and found.offers]:
        yield _("Nobody offers help yet with: {names}.").format(names=", ".join(one.title for one in unmet))
    if report.momentum:
        yield _("Momentum: {state}.").format(state=report.momentum.state)


def _together(found: Comparison, scale: Scale) -> Iterator[Block]:
    yield Heading(2, _("Where the partnership stands"))
    rows = tuple(
        (
            one.title,
            Cell(score_text(one.median), bar=None if one.median is None else one.median / (scale.highest or 1)),
            "–" if one.median is None else scale.nearest(one.median),
            _range(one.lower_quartile, one.upper_quartile),
            _range(one.lowest, one.highest),
        )
        for one in found.sections
    )
    head = (
        _("Section"),
        _("Median out of {highest}").format(highest=plain(scale.highest)),
        _("Nearest level"),
        _("Middle half"),
        _("Lowest to highest"),
    )
    yield Table(head=head, rows=rows, widths=(28, 24, 20, 14, 15))
    yield Paragraph(
        _("The median is the school in the middle. The middle half lies between the quartiles, from four schools on."),
        tone="quiet",
    )


def _range(low: float | None, high: float | None) -> str:
    return (
        "–"
        if low is None or high is None
        else _("{lower} to {upper}").format(lower=score_text(low), upper=score_text(high))
    )


def _school_by_school(found: Comparison, scale: Scale) -> Iterator[Block]:
    yield Heading(2, _("School by school"))
    yield Paragraph(
        _(
            "Schools stand in the order of their names. Each field says the score and the nearest level; its ground "
            "darkens with the score."
        ),
        keeps=True,
    )
    for columns in _groups(found.sections):
        head = (_("School"), *(one.title for one in columns))
        of = [{score.school: score for score in one.schools} for one in columns]
        medians = tuple(Cell(score_text(one.median), strong=True) for one in columns)
        rows = tuple(
            (Cell(school.id, strong=True), *(_score_cell(scores.get(school.id), scale) for scores in of))
            for school in found.schools
        )
        widths = (27.0, *(73 / len(columns) for _ in columns)) if len(columns) > 2 else (40.0, *(25.0 for _ in columns))
        yield Together((Table(head=head, rows=((Cell(_("Median"), strong=True), *medians), *rows), widths=widths),))


def _groups(sections: Sequence[ComparedSection]) -> Iterator[Sequence[ComparedSection]]:
    """As few as fit the width, of even size."""
    groups = -(-len(sections) // MOST_COLUMNS)
    for number in range(groups):
        yield sections[len(sections) * number // groups : len(sections) * (number + 1) // groups]


def _score_cell(one: SchoolScore | None, scale: Scale) -> Cell:
    if one is None or one.score is None:
        return Cell(_("No score"))
    return Cell(f"{score_text(one.score)} {scale.nearest(one.score)}", shade=scale.share(one.score))


def _common(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("Common issues"))
    if not found.common_issues:
        yield Paragraph(_("No issue is shared by a third of the schools or more."))
        return
    yield Paragraph(_("What a third of the schools or more report, whatever else is said of them."), keeps=True)
    rows = tuple((one.title, "\n".join(_said_of(one, found))) for one in found.common_issues)
    yield Table(head=(_("Issue"), _("Which schools, and what is low in most of them")), rows=rows, widths=(20, 80))


def _said_of(one: CommonIssue, found: Comparison) -> Iterator[str]:
    """Which schools, the statements, and who could help where anybody offers anything."""
    names = schools_named(one.schools, _ids(found))
    yield _("{count} of {of}: {names}").format(count=len(one.schools), of=one.of, names=names)
    for item in one.items[:MOST_ITEMS]:
        yield _("{count} schools: {text}").format(count=len(item.schools), text=item.text)
    if any(other.offers for other in found.common_issues):
        yield _("Could help: {names}").format(names=schools_named(one.offers, _ids(found)) or _("nobody yet"))


def _ids(found: Comparison) -> tuple[str, ...]:
    return tuple(one.id for one in found.schools)


def _seen_differently(found: Comparison) -> Iterator[Block]:
    if not found.perception_gaps:
        return
    titles = {one.id: one.title for one in found.sections}
    yield Heading(2, _("Seen very differently"))
    yield Paragraph(_("Statements on which schools of this partnership are two levels apart or more."), keeps=True)
    rows = tuple(
        (
            one.text,
            titles.get(one.section, one.section),
            _("Highest: {high}\nLowest: {low}").format(
                high=schools_named(one.higher, _ids(found)), low=schools_named(one.lower, _ids(found))
            ),
        )
        for one in found.perception_gaps
    )
    yield Table(head=(_("Statement"), _("Section"), _("Who sees it so")), rows=rows, widths=(30, 16, 54))


def _views(found: Comparison) -> Iterator[Block]:
    """What is seen differently inside a school: only that, school by school."""
    rows = tuple(
        (one.school, f"{one.self_audit_wave}, {one.survey_wave}", "\n".join(said))
        for one in found.views
        if (said := [f"{view.title}: {view.sentence}" for view in one.sections if view.sentence])
    )
    if rows:
        yield Heading(2, _("Leaders beside colleagues"))
        yield Paragraph(_("Schools that have both: what leaders agreed, beside what colleagues said."), keeps=True)
        yield Table(head=(_("School"), _("Rounds"), _("What is seen")), rows=rows, widths=(26, 20, 54))


def _compared(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("What was compared"))
    rows = tuple(
        (one.id, f"{one.wave}\n{_rests_on(one)}", " ".join(filter(None, (one.sentence, *one.notes))) or "–")
        for one in found.schools
    )
    yield Table(head=(_("School"), _("Round, and what it rests on"), _("Keep in mind")), rows=rows, widths=(22, 18, 60))
    if found.items_left_out:
        yield Paragraph(
            _(
                "{items_compared} statements are compared. {count} are not: they are not the "
                "same in every version that was answered."
            ).format(items_compared=found.items_compared, count=len(found.items_left_out))
        )
    if found.excluded:
        yield Heading(3, _("Left out"))
        yield Bullets(tuple(_left_out(found.excluded, _ids(found))))


def _left_out(excluded: Sequence[Excluded], compared: Sequence[str]) -> Iterator[str]:
    """Each reason once, with the schools; earlier rounds of schools that are compared are only counted."""
    schools: dict[tuple[str, str, str], list[str]] = {}
    earlier = 0
    for one in excluded:
        if one.reason.startswith(EARLIER):
            earlier += 1
        else:
            schools.setdefault((one.reason, one.questionnaire, one.wave), []).append(one.school)
    rounds: dict[tuple[str, str], list[str]] = {}
    for (reason, questionnaire, wave), found in schools.items():
        rounds.setdefault((reason, schools_named(found, compared)), []).append(f"{questionnaire}, {wave}")
    yield from (f"{'; '.join(asked)} ({names}). {reason}" for (reason, names), asked in rounds.items())
    if earlier:
        yield _("Audits of earlier rounds, of schools that are compared: {earlier}").format(earlier=earlier)


def _rests_on(one: ComparedSchool) -> str:
    said = f"{SOURCES[one.source]}, {one.n} {'answers' if one.source == 'self_audit' else 'responses'}"
    return f"{said}; {one.balance}" if one.balance else said


def _about(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("About these figures"))
    asked = found.questionnaire
    kept = (
        _("Names are withheld in this paper. Whoever knows the schools well may still recognise one by its scores.")
        if found.pseudonyms
        else _("This paper names schools. Agree with all of them who may read it before you pass it on.")
    )
    yield Callout(
        (
            Paragraph(
                _("{title}, version {version} (fingerprint {fingerprint}).").format(
                    title=asked.title, version=asked.version, fingerprint=asked.fingerprint[:12]
                ),
                lead=_("Asked."),
            ),
            Paragraph(
                _(
                    "A self-audit is a school’s own judgement, agreed by its leaders; a survey is the mean of its "
                    "colleagues’. An answer that is missing and one that does not apply stay out of every figure. This "
                    "is no league table: a low score may be an honest one."
                ),
                lead=_("Method."),
            ),
            Paragraph(kept, lead=_("Data.")),
        )
    )
