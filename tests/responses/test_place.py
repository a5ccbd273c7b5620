"""Where a school is: half of a postcode, two decimals, and profiles without a place to the byte as they were."""

import pytest
from pydantic import ValidationError

from audit_app.responses.model import School
from audit_app.responses.place import coordinates_of, district_of, look_swapped, postcode_area


@pytest.mark.parametrize(
    ("postcode", "district"),
    [
        ("LD3 7AB", "LD3"),
        ("ld37ab", "LD3"),
        (" sy16  2nz ", "SY16"),
        ("W1A 1AA", "W1A"),
        ("EC1A 1BB", "EC1A"),
        ("M1 1AE", "M1"),
        ("LD3", "LD3"),
        ("IM1 1AA", "IM1"),
        ("GIR 0AA", "GIR"),
    ],
)
def test_of_a_postcode_only_the_first_half_is_kept(postcode: str, district: str) -> None:
    assert district_of(postcode) == district
    assert School(name="Alder", postcode_district=district).postcode_district == district


@pytest.mark.parametrize(
    "text", ["", "LD", "37AB", "QD3 7AB", "LD3 7A", "LD3 7CC", "LD3 7AB 1", "75008", "LD３", "ＬD3"]
)
def test_what_is_no_british_postcode_is_none(text: str) -> None:
    assert district_of(text) is None


def test_a_whole_postcode_never_gets_into_a_profile() -> None:
    with pytest.raises(ValidationError):
        School(name="Alder", postcode_district="LD3 7AB")


@pytest.mark.parametrize(("district", "area"), [("LD3", "LD"), ("W1A", "W"), ("SY16", "SY"), ("GIR", "GIR")])
def test_the_area_of_a_postcode_is_its_letters(district: str, area: str) -> None:
    assert postcode_area(district) == area


@pytest.mark.parametrize(
    "text",
    [
        "51.94712, -3.391",
        "51.947 -3.39",
        "51.947;-3.391",
        "51.947, −3.391",
        "51.947° N, 3.391° W",
        " 51.9471n 3.3910w ",
    ],
)
def test_coordinates_are_read_as_maps_write_them_and_two_decimals_are_kept(text: str) -> None:
    assert coordinates_of(text) == (51.95, -3.39)


@pytest.mark.parametrize("text", ["", "51.95", "51.95, -3.39, 4", "91, 0", "0, 181", "a, b", "1e1, 2", "nan, nan"])
def test_what_is_no_pair_of_degrees_is_none(text: str) -> None:
    assert coordinates_of(text) is None


def test_much_space_takes_no_time() -> None:
    assert coordinates_of("51.947" + " " * 5000 + "x") is None
    assert coordinates_of("51.947" + " " * 5000 + "-3.391") == (51.95, -3.39)


def test_coordinates_in_the_wrong_order_are_noticed() -> None:
    assert look_swapped(-3.39, 51.95)
    assert not look_swapped(51.95, -3.39)
    assert not look_swapped(-33.87, 151.21)


def test_more_decimals_than_two_are_never_kept() -> None:
    school = School(name="Alder", latitude=51.94712, longitude=-0.0012)
    assert (school.latitude, school.longitude) == (51.95, 0.0)
    assert '"longitude":0.0' in school.model_dump_json()


@pytest.mark.parametrize("place", [{"latitude": 51.9}, {"longitude": 1.0}, {"latitude": 91.0, "longitude": 0.0}])
def test_half_a_pair_and_impossible_degrees_are_refused(place: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        School.model_validate({"name": "Alder", **place})


def test_a_profile_without_a_place_is_written_as_before_there_were_places() -> None:
    written = School(name="Alder", pupils=60).model_dump_json()
    assert written == '{"name":"Alder","urn":null,"phase":null,"type":null,"local_authority":null,"pupils":60}'


def test_a_profile_with_a_place_comes_back() -> None:
    school = School(name="Alder", postcode_district="LD3", latitude=51.95, longitude=-3.39)
    assert School.model_validate_json(school.model_dump_json()) == school
    assert School.model_validate(school.model_dump(mode="json")) == school
