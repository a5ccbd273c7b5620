"""A partnership side by side: sections by schools with median and quartiles, where schools see it differently, what
they share."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.questionnaires.versions import comparable_items
from audit_app.regional import plain
from audit_app.results.common_issues import issues_of_areas, issues_of_sections, register_of, wishes_of
from audit_app.results.contributions import Contribution, choose, of_schools
from audit_app.results.model import AuditResults, QuestionnaireAsked
from audit_app.results.partnership_model import (
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
    PerceptionGap,
    SchoolScore,
)
from audit_app.results.partnership_views import views_by_school
from audit_app.results.partnership_words import beside_the_median
from audit_app.results.provision import areas_of, provision_of
from audit_app.results.scores import section_score, to_two_decimals

QUARTILES_FROM = 4
"""Schools: with fewer, each of them is shown and no quartile says more."""
WIDE = 2.0
"""Levels between two schools from which on they see an item very differently."""
MOST_GAPS = 10


class NothingToCompareError(AuditError):
    def __init__(self, questionnaire_id: str | None) -> None:
        nothing = _("There is nothing to compare: none of the files holds a finished audit.")
        if questionnaire_id:
            nothing = _(
                "There is nothing to compare: none of the files holds a finished audit that answers “{questionnaire}”."
            ).format(questionnaire=questionnaire_id)
        super().__init__(nothing)


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
    everything = tuple(contributions)
    meant = everything if schools is None else of_schools(everything, schools)
    chosen = choose(meant, questionnaire_id)
    if not chosen.contributions:
        raise NothingToCompareError(questionnaire_id)
    asked = max((one.questionnaire for one in chosen.contributions), key=lambda one: one.version)
    known = versions.get(chosen.questionnaire_id, ())
    maps = {one.audit.id: _comparable(one, known, asked) for one in chosen.contributions}
    compared = frozenset.intersection(*(frozenset(found.values()) for found in maps.values()))
    names = _names(chosen.contributions, pseudonyms=pseudonyms)
    newest = max(chosen.contributions, key=lambda one: one.audit.created).audit.wave
    levels = {names[one.audit.id]: _levels(one, maps[one.audit.id], compared) for one in chosen.contributions}
    scores = {
        names[one.audit.id]: _section_scores(one, asked, compared, levels[names[one.audit.id]])
        for one in chosen.contributions
    }
    provision = {
        names[one.audit.id]: provision_of(one.questionnaire, one.stands)
        for one in chosen.contributions
        if areas_of(asked) and isinstance(one.results, AuditResults)
    }
    issues = (
        issues_of_areas(asked, provision, levels)
        if provision
        else issues_of_sections(
            asked,
            {school: {name: score for name, (score, _) in found.items()} for school, found in scores.items()},
            levels,
        )
    )
    sections = tuple(_section(section, scores) for section in asked.sections)
    by_school: dict[str, list[tuple[ComparedSection, SchoolScore]]] = {name: [] for name in scores}
    for section in sections:
        for score in section.schools:
            by_school[score.school].append((section, score))
    return Comparison(
        questionnaire=QuestionnaireAsked(
            id=asked.id, version=asked.version, fingerprint=asked.fingerprint, title=asked.title
        ),
        pseudonyms=pseudonyms,
        schools=tuple(
            sorted(
                (
                    _school(one, names, asked, newest, by_school[names[one.audit.id]], pseudonyms=pseudonyms)
                    for one in chosen.contributions
                ),
                key=_name,
            )
        ),
        sections=sections,
        perception_gaps=_perception_gaps(asked, levels),
        common_issues=issues,
        offers=register_of(asked, provision),
        wishes=wishes_of(asked, provision),
        views=views_by_school(chosen.contributions, meant, names),
        items_compared=len(compared),
        items_left_out={
            item.id: _("It is not the same in every version that was answered.")
            for item in asked.items
            if item.id not in compared and item.kind != "note"
        },
        excluded=()
        if pseudonyms
        else tuple(sorted((*unusable, *chosen.excluded, *_left_out(everything, meant, asked.id)), key=_place)),
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


def _comparable(one: Contribution, known: Sequence[Questionnaire], asked: Questionnaire) -> Mapping[str, str]:
    """Item of what the school answered to the item of the newest version that it may be compared with."""
    steps = [version for version in known if one.questionnaire.version <= version.version <= asked.version]
    return comparable_items(steps or [one.questionnaire])


def _levels(one: Contribution, to: Mapping[str, str], compared: frozenset[str]) -> Mapping[str, float]:
    """Item of the newest version to the level that the school, or the mean of its respondents, is at."""
    return {
        to[item.id]: item.score for item in one.results.items if item.score is not None and to.get(item.id) in compared
    }


def _section_scores(
    one: Contribution, asked: Questionnaire, compared: frozenset[str], levels: Mapping[str, float]
) -> Mapping[str, tuple[float | None, str | None]]:
    """As the school's own results say; worked out anew over what is compared where versions differ."""
    own = {section.id: section for section in one.results.sections}
    if one.questionnaire.version == asked.version and compared >= {item.id for item in asked.items}:
        return {name: (section.score, section.reason) for name, section in own.items()}
    found: dict[str, tuple[float | None, str | None]] = {}
    for section in asked.sections:
        items = [item for item in section.items if item.id in compared]
        pairs = [(levels[item.id], item.weight) for item in items if item.id in levels]
        score = section_score(pairs, len(items))
        found[section.id] = (
            score,
            None if score is not None else _("Too few of its items are the same in all versions."),
        )
    return found


def _section(section: Section, scores: Mapping[str, Mapping[str, tuple[float | None, str | None]]]) -> ComparedSection:
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
                    higher=_some(higher), highest=plain(highest), lower=_some(lower), lowest=plain(lowest)
                ),
            )
        )
    return tuple(sorted(found, key=lambda one: -one.difference)[:MOST_GAPS])


def _school(
    one: Contribution,
    names: Mapping[str, str],
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
        id=names[one.audit.id],
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


def _left_out(
    everything: Sequence[Contribution], meant: Sequence[Contribution], questionnaire_id: str
) -> Iterator[Excluded]:
    """What would have been compared of the schools that were left out on purpose."""
    ids = {one.audit.id for one in meant}
    for one in choose([one for one in everything if one.audit.id not in ids], questionnaire_id).contributions:
        yield Excluded(
            school=one.school,
            audit=one.audit.id,
            questionnaire=questionnaire_id,
            wave=one.audit.wave,
            reason=_("The school was left out of this comparison on purpose."),
        )


def _names(contributions: Sequence[Contribution], *, pseudonyms: bool) -> Mapping[str, str]:
    """Audit to the name of its school, told apart where two have one; or a letter that says nothing about the name."""
    if pseudonyms:
        shuffled = sorted(contributions, key=lambda one: sha256(one.audit.id.encode()).hexdigest())
        return {
            one.audit.id: _("School {letter}").format(letter=_letter(number)) for number, one in enumerate(shuffled)
        }
    times = Counter(one.school for one in contributions)
    return {
        one.audit.id: one.school if times[one.school] == 1 else f"{one.school} ({one.audit.school.urn or one.audit.id})"
        for one in contributions
    }


def _letter(number: int) -> str:
    """A to Z, then AA, AB, …"""
    return ("" if number < 26 else _letter(number // 26 - 1)) + chr(ord("A") + number % 26)


def _some(names: Sequence[str]) -> str:
    match names:
        case (one,):
            return one
        case (one, other):
            return _("{one} and {other}").format(one=one, other=other)
        case _:
            return _("{count} schools").format(count=len(names))


def _name(school: ComparedSchool) -> str:
    return school.id


def _place(one: Excluded) -> tuple[str, str, str, str]:
    return one.school, one.questionnaire, one.wave, one.audit or ""


def _hundredths(value: float) -> int:
    """Of a score, which has two decimals: exact, and a hundred times as quick as a fraction."""
    return round(value * 100)
