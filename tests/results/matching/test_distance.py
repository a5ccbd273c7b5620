"""How far apart: kilometres worked out by hand, coarse words where a place is not said, and what both do to a match."""

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from audit_app.responses.model import School
from audit_app.results.matching.distance import coarse, kilometres, near_by_way, place_of
from audit_app.results.matching.matching import match_partners
from audit_app.results.matching.model import Decision, Matching
from audit_app.results.matching.partners import Partner, placed
from audit_app.results.matching.terms import Terms
from audit_app.results.matching.weights import Weights
from tests.results.matching.schools import TODAY, a_partner, needs, offers, provision_audit, random_partner

Degrees = tuple[float, float]
READING = "reading"
BRECON, BUILTH, HAY = (51.95, -3.39), (52.15, -3.40), (52.07, -3.13)


def between(one: Degrees, other: Degrees) -> float:
    places = [place_of(School(name="X", latitude=north, longitude=east)) for north, east in (one, other)]
    assert places[0] is not None
    assert places[1] is not None
    return kilometres(places[0], places[1])


def at(place: Degrees | None = None, **more: Any) -> dict[str, Any]:
    return {**more, **({} if place is None else {"latitude": place[0], "longitude": place[1]})}


def matched(helper: dict[str, Any], helped: dict[str, Any], **terms: Any) -> Matching:
    partners = a_partner("Alder", offers(READING), **helper), a_partner("Birch", needs(READING), **helped)
    return match_partners(partners, provision_audit(), Terms(TODAY, **terms))


# Kilometres


def test_a_degree_along_a_meridian_is_a_360th_of_the_way_round() -> None:
    """2 π × 6371.0088 km / 360 = 111.195 km."""
    assert between((51, 0), (52, 0)) == pytest.approx(111.195, abs=0.0005)


def test_a_way_worked_out_by_hand() -> None:
    """51.95° N 3.39° W to 52.24° N 3.38° W. Δφ = 0.29°, Δλ = 0.01°: sin²(0.145°) = 6.404568 × 10⁻⁶, sin²(0.005°) =
    7.615435 × 10⁻⁹, cos 51.95° × cos 52.24° = 0.616349 × 0.612355 = 0.377425. Together 6.404568 × 10⁻⁶ + 0.377425 ×
    7.615435 × 10⁻⁹ = 6.407442 × 10⁻⁶; its root 0.002531293; 2 × 6371.0088 × 0.002531295 (the arc) = 32.254 km."""
    assert between((51.95, -3.39), (52.24, -3.38)) == pytest.approx(32.254, abs=0.0005)


def test_nashville_to_los_angeles_is_as_published() -> None:
    """Rosetta Code, “Haversine formula”: 2887.259951 km with a radius of 6372.8 km; with ours × 6371.0088 / 6372.8."""
    assert between((36.12, -86.67), (33.94, -118.40)) == pytest.approx(2887.259951 * 6371.0088 / 6372.8, abs=0.0005)


def test_ends_of_the_earth_are_half_the_way_round_and_a_place_is_nowhere_from_itself() -> None:
    assert between((0, 0), (0, 180)) == pytest.approx(20015.114, abs=0.0005)
    assert between((90, 0), (-90, 77)) == pytest.approx(20015.114, abs=0.0005)
    assert between(BRECON, BRECON) == 0.0


def test_the_way_back_is_as_long() -> None:
    random = Random(1)
    for _each in range(200):
        one, other = ((random.uniform(-90, 90), random.uniform(-180, 180)) for _end in "ab")
        assert between(one, other) == pytest.approx(between(other, one), abs=1e-9)


@pytest.mark.parametrize(("way", "met"), [(0, 1), (10, 1), (20, 0.5), (40, 0.25), (100, 0.1)])
def test_near_is_met_in_full_up_to_ten_kilometres_and_by_half_at_twenty(way: float, met: float) -> None:
    assert near_by_way(way) == met


# Coarse words


@pytest.mark.parametrize(
    ("districts", "authorities", "expected"),
    [
        (("LD3", "LD3"), ("powys", "gwent"), "same district"),
        (("LD3", "SY16"), ("powys", "powys"), "same authority"),
        (("LD3", "LD8"), ("powys", "herefordshire"), "same postcode area"),
        (("LD3", "LD8"), (None, None), "same postcode area"),
        (("L3", "LD3"), (None, None), "apart"),
        ((None, "LD3"), ("powys", "gwent"), "apart"),
        ((None, "LD3"), (None, "powys"), None),
    ],
)
def test_what_both_say_decides_the_nearest_thing_first(
    districts: tuple[str | None, str | None], authorities: tuple[str | None, str | None], expected: str | None
) -> None:
    assert coarse(districts, authorities) == expected
    assert coarse(districts[::-1], authorities[::-1]) == expected


# In a match


@pytest.mark.parametrize(
    ("helper", "helped", "points", "said"),
    [
        (at(BRECON), at(BUILTH), 312, "they are about 22 km apart"),
        (at(BRECON), at((51.98, -3.35)), 431, "they are about 4 km apart"),
        (at(BRECON), at(BRECON), 431, "they are less than a kilometre apart"),
        (at(postcode_district="LD3"), at(postcode_district="LD3"), 431, "both are in the postcode district LD3"),
        (at(postcode_district="LD3"), at(postcode_district="LD8"), 323, "both are in the postcode area LD"),
        (at(postcode_district="LD3"), at(postcode_district="SY1"), 215, "they are in different postcode areas"),
        (at(BRECON, local_authority="Powys"), at(local_authority="Powys"), 431, "both are in Powys"),
    ],
)
def test_distance_counts_and_is_said_in_each_match(
    helper: dict[str, Any], helped: dict[str, Any], points: int, said: str
) -> None:
    """All else makes 323 / (3/4) = 430.7 (test_matching). Of that: near 1; ½ → 3/4; apart → 1/2; 22.2 km, met 0.450 →
    1 - 2/4 × 0.550 = 0.725 → 312."""
    (one,) = matched(helper, helped).matches
    assert said in one.why
    assert one.points == points


def test_a_short_way_speaks_for_a_match_and_a_long_one_against_it() -> None:
    """Twenty kilometres are the border."""
    (near,) = matched(at(BRECON), at((52.12, -3.39))).matches
    (far,) = matched(at(BRECON), at((52.14, -3.39))).matches
    assert (near.kilometres, near.weak) == (18.9, ())
    assert (far.kilometres, far.weak) == (21.1, ("they are about 21 km apart",))


def test_the_weight_of_near_decides_how_much_the_way_counts() -> None:
    (one,) = matched(at(BRECON), at((55.95, -3.39)), weights=Weights(near=0)).matches
    (other,) = matched(at(BRECON), at((55.95, -3.39)), weights=Weights(near=3)).matches
    assert one.points == 431
    assert other.points < 120


def test_the_nearer_of_two_that_are_alike_helps() -> None:
    partners = (
        a_partner("Alder", offers(READING), **at(HAY)),
        a_partner("Birch", needs(READING), **at(BRECON)),
        a_partner("Cedar", offers(READING), **at((51.96, -3.40))),
    )
    (one,) = match_partners(partners, provision_audit(), Terms(TODAY)).matches
    assert (one.helper, one.otherwise) == ("Cedar", "Otherwise Alder could.")


def test_a_match_that_was_fixed_says_the_way_too() -> None:
    partners = a_partner("Alder", {}, **at(BRECON)), a_partner("Birch", needs(READING), **at(BUILTH))
    when = datetime(2026, 11, 22, 9, tzinfo=UTC)
    fixed = Decision(helper="alder", helped="birch", area=READING, verdict="fix", when=when)
    (one,) = match_partners(partners, provision_audit(), Terms(TODAY, decisions=[fixed])).matches
    assert (one.kilometres, "about 22 km apart" in one.why) == (22.2, True)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([BRECON, BUILTH], "Distances are straight lines"),
        ([BRECON, BUILTH, None], "2 of 3 schools say where they are"),
        ([None, None], "is not known: only whether"),
    ],
)
def test_what_is_known_of_places_is_said_below(places: list[Degrees | None], said: str) -> None:
    partners = [a_partner(f"School {name}", offers(READING), **at(place)) for name, place in enumerate(places)]
    assert said in match_partners(partners, provision_audit(), Terms(TODAY)).notes[0]


# Where the place is known from


def test_a_place_that_a_school_said_later_counts_for_what_it_answered_before() -> None:
    partner = a_partner("Alder", offers(READING), local_authority="Powys", pupils=90)
    begun = [
        School(name="Alder", postcode_district="SY1"),
        School(name="ALDER", latitude=51.95, longitude=-3.39, pupils=400),
        School(name="Birch", postcode_district="LD8"),
        School(name="Alder"),
    ]
    (one,) = placed([partner], begun)
    assert one.school == School(name="Alder", local_authority="Powys", pupils=90, latitude=51.95, longitude=-3.39)
    (own,) = placed([partner], begun, School(name="Alder", postcode_district="LD3"))
    assert (own.school.postcode_district, own.school.latitude) == ("LD3", None)


def test_the_order_of_schools_changes_nothing() -> None:
    random = Random(5)
    partners = [_at_random(random_partner(number, random), random) for number in range(20)]
    found = match_partners(sorted(partners, key=lambda one: one.name), provision_audit(), Terms(TODAY))
    random.shuffle(partners)
    assert match_partners(sorted(partners, key=lambda one: one.name), provision_audit(), Terms(TODAY)) == found
    assert any(one.kilometres is not None for one in found.matches)


def _at_random(partner: Partner, random: Random) -> Partner:
    if random.random() < 0.3:
        return partner
    place = {"latitude": round(random.uniform(51.5, 52.5), 2), "longitude": round(random.uniform(-4, -3), 2)}
    return partner._replace(school=partner.school.model_copy(update=place))
