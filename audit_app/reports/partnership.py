"""The partnership report: where the schools stand together and one by one, what they share, who offers what.

With pseudonyms nothing in it names a school or a person, the file's own description included: whoever made the
comparison withheld the names already, and this adds none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_app.language import _, ngettext
from audit_app.regional import plain
from audit_app.reports.about import asked
from audit_app.reports.dates import date_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Table,
)
from audit_app.reports.partnership_momentum import STATES, momentum_blocks
from audit_app.reports.partnership_names import schools_named
from audit_app.reports.partnership_register import match_blocks, register_blocks
from audit_app.reports.partnership_scores import school_blocks, standing_blocks
from audit_app.reports.partnership_shared import common_blocks, different_blocks, view_blocks
from audit_app.reports.parts import made_line
from audit_app.reports.scale import Scale
from audit_app.reports.scores import score_text
from audit_app.results.contributions import EARLIER
from audit_app.results.matching.model import Match
from audit_app.results.model import BalanceName
from audit_app.results.momentum_model import Momentum
from audit_app.results.partnership_model import (
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
)

MOST_ISSUES = 3
"""Named at a glance; all of them stand further down."""
AUTHOR = _("School Audit")
BALANCES: Mapping[BalanceName, str] = {
    "deal": _("a deal"),
    "friendship": _("a friendship"),
    "committee": _("a committee"),
    "fatalism": _("fatalism"),
    "balanced": _("balanced"),
    "too close to call": _("too close to call"),
}


@dataclass(frozen=True)
class PartnershipReport:
    """All that the paper says."""

    comparison: Comparison
    scales: Mapping[str, Scale]
    """What each compared section is scored on, by its id."""
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
            made_line(report.date, by),
            Heading(2, _("At a glance")),
            Bullets(tuple(_glance(report))),
            *standing_blocks(found, report.scales),
            *school_blocks(found, report.scales),
            *common_blocks(found),
            *different_blocks(found),
            *view_blocks(found),
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
    found = report.comparison
    of = report.scales
    known = [(of[one.id].share(one.median), one) for one in found.sections if one.median is not None]
    if known:
        top, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
        words = _("Strongest together: {title} (median {score} out of {highest}).")
        yield words.format(**_median_of(top[1], of[top[1].id]))
        if low[0] < top[0]:
            words = _("Lowest together: {title} (median {score} out of {highest}).")
            yield words.format(**_median_of(low[1], of[low[1].id]))
    if issues := found.common_issues:
        named = ", ".join(one.title for one in issues[:MOST_ISSUES])
        if len(issues) > MOST_ISSUES:
            more = len(issues) - MOST_ISSUES
            named = _("{issues} and {count} more").format(issues=named, count=more)
        yield _("Shared by a third of the schools or more: {issues}.").format(issues=named)
    else:
        yield _("No issue is shared by a third of the schools.")
    if unmet := [one for one in issues if one.offers == () and found.offers]:
        yield _("Nobody offers help yet with: {names}.").format(names=", ".join(one.title for one in unmet))
    if report.momentum:
        yield _("Momentum: {state}.").format(state=STATES[report.momentum.state])


def _median_of(section: ComparedSection, scale: Scale) -> dict[str, str]:
    return {"title": section.title, "score": score_text(section.median), "highest": plain(scale.highest)}


def _compared(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("What was compared"))
    rows = tuple(
        (one.id, f"{one.wave}\n{_rests_on(one)}", " ".join(filter(None, (one.sentence, *one.notes))) or "–")
        for one in found.schools
    )
    yield Table(head=(_("School"), _("Round, and what it rests on"), _("Keep in mind")), rows=rows, widths=(22, 18, 60))
    if found.items_left_out:
        out = len(found.items_left_out)
        compared = ngettext("1 statement is compared.", "{count} statements are compared.", found.items_compared)
        left = ngettext(
            "1 is not: it is not the same in every version that was answered.",
            "{count} are not: they are not the same in every version that was answered.",
            out,
        )
        yield Paragraph(f"{compared.format(count=found.items_compared)} {left.format(count=out)}")
    if found.excluded:
        yield Heading(3, _("Left out"))
        yield Bullets(tuple(_left_out(found.excluded, [one.id for one in found.schools])))


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
    if one.source == "self_audit":
        said = ngettext("Self-audit, 1 answer", "Self-audit, {count} answers", one.n)
    else:
        said = ngettext("Survey, 1 response", "Survey, {count} responses", one.n)
    return "; ".join([said.format(count=one.n), *([BALANCES[one.balance]] if one.balance else [])])


def _about(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("About these figures"))
    kept = (
        _("Names are withheld in this paper. Whoever knows the schools well may still recognise one by its scores.")
        if found.pseudonyms
        else _("This paper names schools. Agree with all of them who may read it before you pass it on.")
    )
    yield Callout(
        (
            asked(found.questionnaire.title, found.questionnaire.version, found.questionnaire.fingerprint),
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
