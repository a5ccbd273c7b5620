"""Fit: how well one school's offer suits another's need, criterion by criterion (the table is in weights.py)."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from audit_app.responses.model import Phase, School
from audit_app.results.matching.distance import MET, Coarse, Place, coarse, kilometres, near_by_way, place_of
from audit_app.results.matching.partners import Partner, Position
from audit_app.results.matching.weights import Weights
from audit_app.results.provision import HIGH

TOP = 4.0
STRETCH = 2.0
"""Levels that can be learnt from one another; what lies further apart is a chasm (field notes, “Matching schools”)."""
STALE_AFTER = timedelta(days=365)
"""The audit is meant to be gone through every year."""
NEIGHBOURS: tuple[tuple[Phase, Phase], ...] = (
    ("nursery", "primary"),
    ("primary", "middle"),
    ("middle", "secondary"),
    ("secondary", "post-16"),
    ("primary", "all-through"),
    ("middle", "all-through"),
    ("secondary", "all-through"),
    ("special", "alternative provision"),
)
NEIGHBOURING = frozenset(pair for one, other in NEIGHBOURS for pair in ((one, other), (other, one)))

Apart = Literal["chasm", "not_ahead", "not_placed"]


class Stretch(NamedTuple):
    """The item of an area in which one school can learn from another."""

    item: str
    helper_level: float
    helped_level: float
    evidenced: bool


def stretch(helper: Position, helped: Position) -> Stretch | Apart:
    """The item where the helped school is lowest among those in which the helper is high and one or two levels ahead;
    of equals one with evidence, then the higher level, then the first asked. Else why there is none."""
    best: Stretch | None = None
    apart: Apart = "not_placed"
    for item, low in helped.levels.items():
        high = helper.levels.get(item)
        if high is None:
            continue
        if high - low > STRETCH:
            apart = "chasm"
        elif apart != "chasm":
            apart = "not_ahead"
        if high >= HIGH and 0 < high - low <= STRETCH:
            found = Stretch(item, high, low, item in helper.evidenced)
            if best is None or _promising(found) < _promising(best):
                best = found
    return best or apart


def _promising(found: Stretch) -> tuple[float, bool, float]:
    return found.helped_level, not found.evidenced, -found.helper_level


def need_and_offer(found: Stretch, helper: Position, helped: Position, weights: Weights) -> float:
    """The part of the points that does not depend on which schools they are."""
    return needing_it(helped, weights) * giving(helper, weights) * meeting(found, helper, helped, weights)


def needing_it(helped: Position, weights: Weights) -> float:
    need = helped.answer
    importance = 1.0 if need.importance is None else need.importance
    asked = 1.0 if need.wants_now else 0.5 if need.wants else 0.0
    return _factor(weights.importance, importance / 3) * _factor(weights.asked, asked)


def giving(helper: Position, weights: Weights) -> float:
    return _factor(weights.conditions, 0.5 if helper.answer.on_conditions else 1.0)


def meeting(found: Stretch, helper: Position, helped: Position, weights: Weights) -> float:
    """Of what depends on both."""
    return (
        _factor(weights.level, (TOP - found.helped_level) / 3)
        * _factor(weights.evidence, float(found.evidenced))
        * _factor(weights.certainty, 0.5 if helper.answer.contested or helped.answer.contested else 1.0)
    )


class Profile(NamedTuple):
    """What is looked at to see how alike two schools are."""

    phase: Phase | None
    type: str | None
    pupils: int | None
    area: str | None
    """The local authority, however it is written."""
    stale: bool
    district: str | None = None
    """Of the postcode."""
    place: Place | None = None


def profile_of(partner: Partner, today: date) -> Profile:
    school = partner.school
    stale = is_stale(partner, today)
    district, place = school.postcode_district, place_of(school)
    return Profile(school.phase, school.type, school.pupils, area_of(school), stale, district, place)


def context(one: Profile, other: Profile, weights: Weights) -> float:
    """The part that does: phase, type, size, distance, age of what they said."""
    return (
        _factor(weights.phase, same_phase(one, other))
        * _factor(weights.type, _same(one.type, other.type))
        * _factor(weights.size, same_size(one, other))
        * _factor(weights.near, nearness(one, other))
        * _factor(weights.certainty, 0.5 if one.stale or other.stale else 1.0)
    )


def same_phase(one: Profile, other: Profile) -> float:
    if one.phase is None or other.phase is None:
        return 0.5
    return 1.0 if one.phase == other.phase else 0.5 if (one.phase, other.phase) in NEIGHBOURING else 0.0


def way_between(one: Profile, other: Profile) -> float | None:
    """Kilometres; None unless both say where they are."""
    return kilometres(one.place, other.place) if one.place and other.place else None


def words_between(one: Profile, other: Profile) -> Coarse | None:
    return coarse((one.district, other.district), (one.area, other.area))


def nearness(one: Profile, other: Profile) -> float:
    """From 0 to 1: by kilometres, else by coarse words, else ½."""
    if one.place is not None and other.place is not None:
        return near_by_way(kilometres(one.place, other.place))
    words = words_between(one, other)
    return 0.5 if words is None else MET[words]


def same_size(one: Profile, other: Profile) -> float:
    if not one.pupils or not other.pupils:
        return 0.5
    return min(one.pupils, other.pupils) / max(one.pupils, other.pupils)


def area_of(school: School) -> str | None:
    """The local authority, however it is written."""
    return " ".join(school.local_authority.casefold().split()) if school.local_authority else None


def is_stale(partner: Partner, today: date) -> bool:
    return today - partner.said > STALE_AFTER


def _same(one: str | None, other: str | None) -> float:
    return 0.5 if one is None or other is None else float(one == other)


def _factor(weight: int, met: float) -> float:
    return 1 - weight / 4 * (1 - met)
