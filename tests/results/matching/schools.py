"""Invented schools for matching, as partners: what a test says of them, or at random from a seed."""

from datetime import date
from functools import cache
from random import Random
from typing import get_args

from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Phase, School
from audit_app.results.matching.partners import Partner, Position
from audit_app.results.provision import AreaAnswer, areas_of

TODAY = date(2026, 11, 22)


@cache
def provision_audit() -> Questionnaire:
    return shipped().get("provision-audit")


def item_of(area: str) -> str:
    """Its first with levels."""
    found = next(one for one in areas_of(provision_audit()) if one.section.id == area)
    return found.levels[0].id


def a_partner(name: str, positions: dict[str, Position], *, said: date = TODAY, **profile: object) -> Partner:
    """`positions` by area."""
    school = School.model_validate({"name": name, **profile})
    return Partner(name.casefold(), name, school, said, finished=True, positions=positions)


def offers(
    area: str, level: float = 4, capacity: int | None = 1, *, evidence: bool = True, conditions: bool = False
) -> dict[str, Position]:
    """Its first item is at this level, and it helps so many schools."""
    said = an_answer(level, offers=True, on_conditions=conditions, capacity=capacity, evidenced=evidence)
    return {area: a_position(area, level, said, evidence=evidence)}


def needs(
    area: str, level: float = 2, importance: float = 3, *, asks: bool = True, declines: bool = False
) -> dict[str, Position]:
    said = an_answer(level, importance=importance, wants=asks, wants_now=asks)
    return {area: a_position(area, level, said, evidence=False)._replace(declines=declines)}


def a_position(area: str, level: float, said: AreaAnswer, *, evidence: bool) -> Position:
    item = item_of(area)
    return Position(said, {item: level}, frozenset({item} if evidence else ()), declines=False)


def an_answer(level: float, **changes: object) -> AreaAnswer:
    said = AreaAnswer(
        lowest=level,
        highest=level,
        importance=None,
        offers=False,
        on_conditions=False,
        capacity=None,
        wants=False,
        wants_now=False,
        evidenced=False,
        contested=False,
    )
    return said._replace(**changes)  # type: ignore[arg-type]


AREAS = tuple(area.section.id for area in areas_of(provision_audit()))
ITEMS = {area.section.id: tuple(item.id for item in area.levels) for area in areas_of(provision_audit())}


def random_partner(
    number: int, random: Random, areas: tuple[str, ...] = AREAS, authority: str = "Powys", spoken: float = 0.6
) -> Partner:
    """Of every area it speaks of with that likelihood: an offer, a need, both or neither."""
    positions = {}
    for area in areas:
        if random.random() < spoken:
            levels = {item: float(random.choice((1, 2, 2, 3, 3, 4))) for item in ITEMS[area]}
            highest, lowest = max(levels.values()), min(levels.values())
            wants = lowest <= 2 and random.random() < 0.6
            said = an_answer(
                highest,
                lowest=lowest,
                importance=float(random.randint(0, 3)),
                offers=highest >= 3 and random.random() < 0.5,
                on_conditions=random.random() < 0.3,
                capacity=random.choice((None, 1, 1, 2, 3)),
                wants=wants,
                wants_now=wants and random.random() < 0.7,
            )
            shown = frozenset(item for item, level in levels.items() if level >= 3 and random.random() < 0.5)
            positions[area] = Position(said, levels, shown, declines=not wants and random.random() < 0.1)
    return a_partner(
        f"School {number:05}",
        positions,
        said=date(2025, 9, 1) if random.random() < 0.1 else date(2026, 10, 1),
        phase=random.choice(get_args(Phase)[:4]),
        pupils=random.randint(40, 1500),
        local_authority=authority,
    )
