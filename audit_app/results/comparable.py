"""Choosing what of a partnership is compared: which audit of each school, over which items, under which name."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.versions import comparable_items
from audit_app.results.contributions import Contribution, choose, of_schools
from audit_app.results.partnership_model import Excluded
from audit_app.results.scores import section_score

Scored = tuple[float | None, str | None]
"""A score, or why there is none."""


class NothingToCompareError(AuditError):
    def __init__(self, questionnaire_id: str | None) -> None:
        nothing = _("There is nothing to compare: none of the files holds a finished audit.")
        if questionnaire_id:
            nothing = _(
                "There is nothing to compare: none of the files holds a finished audit that answers “{questionnaire}”."
            ).format(questionnaire=questionnaire_id)
        super().__init__(nothing)


@dataclass(frozen=True)
class Comparable:
    """What is compared, by the names that schools have in the comparison."""

    asked: Questionnaire
    """The newest version that was answered."""
    schools: Mapping[str, Contribution]
    """In the order of the names."""
    items: frozenset[str]
    """Those that are the same in every version that was answered, by their ids in the newest."""
    levels: Mapping[str, Mapping[str, float]]
    """Of each school: item to the level that it, or the mean of its respondents, is at."""
    scores: Mapping[str, Mapping[str, Scored]]
    """Of each school: section to its score over the items that are compared."""
    meant: tuple[Contribution, ...]
    """All that was given of the schools that are meant, other questionnaires too."""
    excluded: tuple[Excluded, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """Audit to the name."""
        return {one.audit.id: name for name, one in self.schools.items()}


def comparable(
    contributions: Iterable[Contribution],
    versions: Mapping[str, Sequence[Questionnaire]],
    questionnaire_id: str | None,
    unusable: Iterable[Excluded],
    *,
    pseudonyms: bool,
    schools: Collection[str] | None,
) -> Comparable:
    """As partnership.compare is told. Raises NothingToCompareError, SchoolNotThereError."""
    everything = tuple(contributions)
    meant = everything if schools is None else of_schools(everything, schools)
    chosen = choose(meant, questionnaire_id)
    if not chosen.contributions:
        raise NothingToCompareError(questionnaire_id)
    asked = max((one.questionnaire for one in chosen.contributions), key=lambda one: one.version)
    known = versions.get(chosen.questionnaire_id, ())
    maps = {one.audit.id: _comparable_items(one, known, asked) for one in chosen.contributions}
    items = frozenset.intersection(*(frozenset(found.values()) for found in maps.values()))
    names = _names(chosen.contributions, pseudonyms=pseudonyms)
    by_name = {names[one.audit.id]: one for one in sorted(chosen.contributions, key=lambda one: names[one.audit.id])}
    levels = {name: _levels(one, maps[one.audit.id], items) for name, one in by_name.items()}
    unmeant = {one.school for one in everything} - {one.school for one in meant}
    others = (one for one in unusable if one.school not in unmeant)
    excluded = (*others, *chosen.excluded, *_left_out(everything, meant, asked.id))
    return Comparable(
        asked=asked,
        schools=by_name,
        items=items,
        levels=levels,
        scores={name: _section_scores(one, asked, items, levels[name]) for name, one in by_name.items()},
        meant=tuple(meant),
        excluded=() if pseudonyms else tuple(sorted(excluded, key=_place)),
    )


def _comparable_items(one: Contribution, known: Sequence[Questionnaire], asked: Questionnaire) -> Mapping[str, str]:
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
) -> Mapping[str, Scored]:
    """As the school's own results say; worked out anew over what is compared where versions differ."""
    own = {section.id: section for section in one.results.sections}
    if one.questionnaire.version == asked.version and compared >= {item.id for item in asked.items}:
        return {name: (section.score, section.reason) for name, section in own.items()}
    found: dict[str, Scored] = {}
    for section in asked.sections:
        items = [item for item in section.items if item.id in compared]
        pairs = [(levels[item.id], item.weight) for item in items if item.id in levels]
        score = section_score(pairs, len(items))
        found[section.id] = (
            score,
            None if score is not None else _("Too few of its items are the same in all versions."),
        )
    return found


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


def _place(one: Excluded) -> tuple[str, str, str, str]:
    return one.school, one.questionnaire, one.wave, one.audit or ""
