"""Fit: how well one school's offer suits another's need, criterion by criterion (the table is in weights.py)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from audit_app.responses.model import Phase, School
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
    shared = [item for item in helped.levels if item in helper.levels]
    within = [
        Stretch(item, helper.levels[item], helped.levels[item], item in helper.evidenced)
        for item in shared
        if helper.levels[item] >= HIGH and 0 < helper.levels[item] - helped.levels[item] <= STRETCH
    ]
    if within:
        return min(within, key=lambda one: (one.helped_level, not one.evidenced, -one.helper_level))
    if not shared:
        return "not_placed"
    return "chasm" if any(helper.levels[item] - helped.levels[item] > STRETCH for item in shared) else "not_ahead"


def need_and_offer(found: Stretch, helper: Position, helped: Position, weights: Weights) -> float:
    """The part of the points that does not depend on which schools they are."""
    need = helped.answer
    importance = 1.0 if need.importance is None else need.importance
    return (
        _factor(weights.level, (TOP - found.helped_level) / 3)
        * _factor(weights.importance, importance / 3)
        * _factor(weights.asked, 1.0 if need.wants_now else 0.5 if need.wants else 0.0)
        * _factor(weights.evidence, float(found.evidenced))
        * _factor(weights.conditions, 0.5 if helper.answer.on_conditions else 1.0)
        * _factor(weights.certainty, 0.5 if helper.answer.contested or need.contested else 1.0)
    )


def context(one: Partner, other: Partner, weights: Weights, today: date) -> float:
    """The part that does: phase, type, size, distance, age of what they said."""
    return (
        _factor(weights.phase, same_phase(one.school, other.school))
        * _factor(weights.type, _same(one.school, other.school, lambda school: school.type))
        * _factor(weights.size, same_size(one.school, other.school))
        * _factor(weights.near, _same(one.school, other.school, area_of))
        * _factor(weights.certainty, 0.5 if is_stale(one, today) or is_stale(other, today) else 1.0)
    )


def same_phase(one: School, other: School) -> float:
    if one.phase is None or other.phase is None:
        return 0.5
    return 1.0 if one.phase == other.phase else 0.5 if (one.phase, other.phase) in NEIGHBOURING else 0.0


def same_size(one: School, other: School) -> float:
    if not one.pupils or not other.pupils:
        return 0.5
    return min(one.pupils, other.pupils) / max(one.pupils, other.pupils)


def area_of(school: School) -> str | None:
    """The local authority, however it is written."""
    return " ".join(school.local_authority.casefold().split()) if school.local_authority else None


def is_stale(partner: Partner, today: date) -> bool:
    return today - partner.said > STALE_AFTER


def _same(one: School, other: School, of: Callable[[School], str | None]) -> float:
    first, second = of(one), of(other)
    return 0.5 if first is None or second is None else float(first == second)


def _factor(weight: int, met: float) -> float:
    return 1 - weight / 4 * (1 - met)
