"""A partnership side by side: sections by schools with median and quartiles, where schools see it differently, what
they share."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.results.common_issues import issues_of_areas, issues_of_sections, register_of, wishes_of
from audit_app.results.comparable import Comparable, Scored, comparable
from audit_app.results.contributions import Contribution
from audit_app.results.figures import level_or_mean
from audit_app.results.model import AuditResults, QuestionnaireAsked
from audit_app.results.partnership_model import (
    CommonIssue,
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
    PerceptionGap,
    SchoolScore,
)
from audit_app.results.partnership_views import views_by_school
from audit_app.results.partnership_words import beside_the_median
from audit_app.results.provision import AreaAnswer, areas_of, provision_of
from audit_app.results.scores import to_two_decimals

QUARTILES_FROM = 4
"""Schools: with fewer, each of them is shown and no quartile says more."""
WIDE = 2.0
"""Levels between two schools from which on they see an item very differently."""
MOST_GAPS = 10


def compare(
    contributions: Iterable[Contribution],
    versions: Mapping[str, Sequence[Questionnaire]],
    questionnaire_id: str | None = None,
    unusable: Iterable[Excluded] = (),
    *,
    pseudonyms: bool = False,
    schools: Collection[str] | None = None,
) -> Comparison:
    """What a partnership looks like on one questionnaire; `schools` are the only ones meant (contributions.of_schools).

    `versions` are all known versions of each questionnaire, oldest first; `unusable` is what could not be read at all.
    The order of the contributions changes nothing, and a school's own scores do not depend on who else is there.
    Raises NothingToCompareError.
    """
    found = comparable(contributions, versions, questionnaire_id, unusable, pseudonyms=pseudonyms, schools=schools)
    asked = found.asked
    provision = _provision(found)
    sections = tuple(_section(section, found.scores) for section in asked.sections)
    return Comparison(
        questionnaire=QuestionnaireAsked(
            id=asked.id, version=asked.version, fingerprint=asked.fingerprint, title=asked.title
        ),
        pseudonyms=pseudonyms,
        schools=_schools(found, sections, pseudonyms=pseudonyms),
        sections=sections,
        perception_gaps=_perception_gaps(asked, found.levels),
        common_issues=_issues(found, provision),
        offers=register_of(asked, provision),
        wishes=wishes_of(asked, provision),
        views=views_by_school(tuple(found.schools.values()), found.meant, found.names),
        items_compared=len(found.items),
        items_left_out={
            item.id: _("It is not the same in every version that was answered.")
            for item in asked.items
            if item.id not in found.items and item.kind != "note"
        },
        excluded=found.excluded,
    )


def median(values: Sequence[float]) -> float:
    """The middle, or halfway between the two in the middle."""
    return quantile(values, Fraction(1, 2))


def quantile(values: Sequence[float], part: Fraction) -> float:
    """To two decimals, by linear interpolation between the values in their order, both ends included.

    Source: Hyndman & Fan (1996), The American Statistician 50, 361–365, definition 7: at (n - 1) p of the way.
    """
    ordered = sorted(map(_hundredths, values))
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return to_two_decimals((ordered[below] + (ordered[above] - ordered[below]) * (place - below)) / 100)


def _provision(found: Comparable) -> Mapping[str, Mapping[str, AreaAnswer]]:
    """By school; empty for a questionnaire that is no provision audit."""
    if not areas_of(found.asked):
        return {}
    return {
        name: provision_of(one.questionnaire, one.stands)
        for name, one in found.schools.items()
        if isinstance(one.results, AuditResults)
    }


def _issues(found: Comparable, provision: Mapping[str, Mapping[str, AreaAnswer]]) -> tuple[CommonIssue, ...]:
    if provision:
        return issues_of_areas(found.asked, provision, found.levels)
    scores = {school: {name: score for name, (score, _) in of.items()} for school, of in found.scores.items()}
    return issues_of_sections(found.asked, scores, found.levels)


def _section(section: Section, scores: Mapping[str, Mapping[str, Scored]]) -> ComparedSection:
    found = {school: given.get(section.id, (None, _("It was not asked."))) for school, given in sorted(scores.items())}
    values = [score for score, _ in found.values() if score is not None]
    middle = median(values) if values else None
    quartiles = len(values) >= QUARTILES_FROM
    return ComparedSection(
        id=section.id,
        title=section.title,
        n=len(values),
        median=middle,
        lower_quartile=quantile(values, Fraction(1, 4)) if quartiles else None,
        upper_quartile=quantile(values, Fraction(3, 4)) if quartiles else None,
        lowest=min(values, default=None),
        highest=max(values, default=None),
        schools=tuple(
            SchoolScore(
                school=school,
                score=score,
                gap=(_hundredths(score) - _hundredths(middle)) / 100
                if score is not None and middle is not None
                else None,
                reason=reason,
            )
            for school, (score, reason) in found.items()
        ),
    )


def _perception_gaps(asked: Questionnaire, levels: Mapping[str, Mapping[str, float]]) -> tuple[PerceptionGap, ...]:
    """The widest first, then in the order asked."""
    found = []
    for item in asked.items:
        given = {school: of[item.id] for school, of in levels.items() if item.id in of}
        if not given:
            continue
        highest, lowest = max(given.values()), min(given.values())
        if (difference := highest - lowest) < WIDE:
            continue
        higher = tuple(sorted(school for school, level in given.items() if level == highest))
        lower = tuple(sorted(school for school, level in given.items() if level == lowest))
        found.append(
            PerceptionGap(
                item=item.id,
                section=asked.section_of[item.id].id,
                text=item.text,
                difference=_hundredths(difference) / 100,
                higher=higher,
                lower=lower,
                sentence=_("{higher} at {highest}, {lower} at {lowest}.").format(
                    higher=_some(higher),
                    highest=level_or_mean(highest),
                    lower=_some(lower),
                    lowest=level_or_mean(lowest),
                ),
            )
        )
    return tuple(sorted(found, key=lambda one: -one.difference)[:MOST_GAPS])


def _schools(found: Comparable, sections: Iterable[ComparedSection], *, pseudonyms: bool) -> tuple[ComparedSchool, ...]:
    newest = max(found.schools.values(), key=lambda one: one.audit.created).audit.wave
    by_school: dict[str, list[tuple[ComparedSection, SchoolScore]]] = {name: [] for name in found.schools}
    for section in sections:
        for score in section.schools:
            by_school[score.school].append((section, score))
    return tuple(
        _school(one, name, found.asked, newest, by_school[name], pseudonyms=pseudonyms)
        for name, one in found.schools.items()
    )


def _school(
    one: Contribution,
    name: str,
    asked: Questionnaire,
    newest: str,
    scores: Iterable[tuple[ComparedSection, SchoolScore]],
    *,
    pseudonyms: bool,
) -> ComparedSchool:
    """`newest` is the last round that any school answered."""
    notes = []
    if not one.finished:
        notes.append(_("Not finished: its answers may still change."))
    if one.questionnaire.version != asked.version:
        notes.append(
            _("It answered version {version}: only what stayed comparable is used.").format(
                version=one.questionnaire.version
            )
        )
    if one.audit.wave != newest:
        notes.append(_("From {wave}, not from {newest}.").format(wave=one.audit.wave, newest=newest))
    balance = one.results.balance
    return ComparedSchool(
        id=name,
        audit=None if pseudonyms else one.audit.id,
        phase=None if pseudonyms else one.audit.school.phase,
        source=one.results.mode,
        wave=one.audit.wave,
        version=one.questionnaire.version,
        status=one.results.status,
        n=one.results.n,
        balance=balance.name if balance else None,
        sentence=beside_the_median(scores),
        notes=tuple(notes),
    )


def _some(names: Sequence[str]) -> str:
    match names:
        case (one,):
            return one
        case (one, other):
            return _("{one} and {other}").format(one=one, other=other)
        case _:
            return _("{count} schools").format(count=len(names))


def _hundredths(value: float) -> int:
    """Of a score, which has two decimals: exact, and a hundred times as quick as a fraction."""
    return round(value * 100)
