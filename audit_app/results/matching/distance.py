"""Distance: how far two schools lie apart, in kilometres where both say where they are, else in coarse words."""

from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple

from audit_app.responses.model import School
from audit_app.responses.place import postcode_area

EARTH = 6371.0088
"""Kilometres: the mean radius of the Earth (Moritz 2000, Journal of Geodesy 74, 128–133)."""
CLOSE = 10.0
"""Kilometres, in a straight line: up to here a visit fits between lessons. What is further counts CLOSE by its way."""
FAR = 20.0
"""From here on the way itself is a reason against: a morning is gone."""

Coarse = Literal["same district", "same authority", "same postcode area", "apart"]
"""Apart: they say different things, so they lie further apart than schools that say the same."""
MET: dict[Coarse, float] = {"same district": 1.0, "same authority": 1.0, "same postcode area": 0.5, "apart": 0.0}


class Place(NamedTuple):
    """Where a school is, made ready for millions of comparisons."""

    latitude: float
    """In radians, like the longitude."""
    longitude: float
    cosine: float
    """Of the latitude."""


def place_of(school: School) -> Place | None:
    if school.latitude is None or school.longitude is None:
        return None
    north = radians(school.latitude)
    return Place(north, radians(school.longitude), cos(north))


def kilometres(one: Place, other: Place) -> float:
    """Along the surface of a ball: 2 R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)).

    Source: Sinnott 1984, “Virtues of the haversine”, Sky and Telescope 68, 159. A ball is at most half a per cent wrong
    about the Earth, much less than two decimals are.
    """
    across = sin((other.latitude - one.latitude) / 2)
    along = sin((other.longitude - one.longitude) / 2)
    return 2 * EARTH * asin(min(1.0, sqrt(across * across + one.cosine * other.cosine * along * along)))


def near_by_way(way: float) -> float:
    """How well “near” is met: 1 up to CLOSE, ½ at twice as far, and so on."""
    return 1.0 if way <= CLOSE else CLOSE / way


def coarse(districts: tuple[str | None, str | None], authorities: tuple[str | None, str | None]) -> Coarse | None:
    """From what both schools say of the two; None where there is nothing that both say."""
    both_districts, both_authorities = None not in districts, None not in authorities
    if both_districts and districts[0] == districts[1]:
        return "same district"
    if both_authorities and authorities[0] == authorities[1]:
        return "same authority"
    if both_districts and postcode_area(districts[0] or "") == postcode_area(districts[1] or ""):
        return "same postcode area"
    return "apart" if both_districts or both_authorities else None
