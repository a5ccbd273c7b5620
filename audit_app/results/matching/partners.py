"""Partners: what each school says of each area, as matching needs it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.versions import comparable_items
from audit_app.responses.model import School
from audit_app.responses.standing import NOTHING
from audit_app.results.contributions import Contribution, identity
from audit_app.results.provision import Area, AreaAnswer, areas_of, provision_of


class Position(NamedTuple):
    """Where one school stands in one area."""

    answer: AreaAnswer
    levels: Mapping[str, float]
    """Item to level; one that was not answered, or withheld, is not in it."""
    evidenced: frozenset[str]
    """Items whose level has evidence."""
    declines: bool
    """It said that it wants no help with it."""

    @property
    def needs(self) -> bool:
        """It wants help, or is weak in what matters to it and did not say no."""
        return self.answer.needs and not self.declines


class Partner(NamedTuple):
    """One school that may help or be helped."""

    key: str
    """By what it is known everywhere: its URN, else its name in small letters."""
    name: str
    """As it is shown; different for every partner."""
    school: School
    said: date
    """When it last said something."""
    finished: bool
    positions: Mapping[str, Position]
    """By area."""


def partners_from(
    contributions: Sequence[Contribution], asked: Questionnaire, known: Sequence[Questionnaire]
) -> tuple[Partner, ...]:
    """In the order of their names. `known` are all versions, oldest first: what did not stay comparable is not used."""
    times = [one.school for one in contributions]
    found = (
        Partner(
            key=identity(one.audit.school),
            name=one.school if times.count(one.school) == 1 else f"{one.school} ({identity(one.audit.school)})",
            school=one.audit.school,
            said=one.changed.date(),
            finished=one.finished,
            positions=dict(_positions(one, asked, known)),
        )
        for one in contributions
    )
    return tuple(sorted(found, key=lambda partner: (partner.name, partner.key)))


def placed(partners: Iterable[Partner], begun: Iterable[School], own: School | None = None) -> tuple[Partner, ...]:
    """With the place that each school said last, in whichever audit: where it is does not change with what it answers.

    `begun` as matching.match is told; the school's own profile counts after them.
    """
    known = {
        identity(school): school
        for school in (*begun, *([] if own is None else [own]))
        if school.latitude is not None or school.postcode_district is not None
    }
    return tuple(one._replace(school=_at(one.school, known[one.key])) if one.key in known else one for one in partners)


def _at(school: School, placed_school: School) -> School:
    place = placed_school.model_dump(include={"postcode_district", "latitude", "longitude"})
    return school.model_copy(update={"postcode_district": None, "latitude": None, "longitude": None, **place})


def _positions(
    one: Contribution, asked: Questionnaire, known: Sequence[Questionnaire]
) -> Iterable[tuple[str, Position]]:
    steps = [version for version in known if one.questionnaire.version <= version.version <= asked.version]
    same = comparable_items(steps or [one.questionnaire])
    answers = provision_of(one.questionnaire, one.stands)
    for area in areas_of(one.questionnaire):
        answer = answers[area.section.id]
        if answer.said:
            yield area.section.id, _position(one, area, answer, same)


def _position(one: Contribution, area: Area, answer: AreaAnswer, same: Mapping[str, str]) -> Position:
    levels, evidenced = {}, set()
    for item in area.levels:
        standing = one.stands.get(item.id, NOTHING)
        code = standing.answer.option if standing.answer else None
        level = one.questionnaire.score_of(item, code) if code is not None else None
        if level is not None and item.id in same:
            levels[same[item.id]] = level
            if standing.evidence:
                evidenced.add(same[item.id])
    want = one.stands.get(area.want.id, NOTHING).answer
    return Position(answer, levels, frozenset(evidenced), declines=want is not None and want.option == "no")
