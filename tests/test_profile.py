"""The school's own profile on the command line: what is kept of it, and that its place reaches a bundle and a match."""

from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal
from tests.test_cli_matching import GIVES, NEEDS, a_bundle, matched


def profile(terminal: Terminal, *words: str) -> dict[str, Any]:
    found = terminal.json("school", *words)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def named(terminal: Terminal) -> Terminal:
    profile(terminal, "--name", "Alder", "--urn", "100101", "--pupils", "60")
    return terminal


def test_what_is_named_changes_and_the_rest_stays(named: Terminal) -> None:
    profile(named, "--postcode", "ld3 7ab", "--at", "51.94712, -3.391")
    assert profile(named) == {
        "name": "Alder",
        "urn": "100101",
        "phase": None,
        "type": None,
        "local_authority": None,
        "pupils": 60,
        "postcode_district": "LD3",
        "latitude": 51.95,
        "longitude": -3.39,
    }
    code, out, _err = named.run("school")
    assert code == 0
    assert "On a map: 51.95, -3.39" in out
    assert "7AB" not in (named.data / "settings.json").read_text("utf-8").upper()


def test_empty_text_takes_a_place_away(named: Terminal) -> None:
    profile(named, "--postcode", "LD3", "--at", "51.95, -3.39")
    assert (
        profile(named, "--postcode", "", "--at", "").keys().isdisjoint({"postcode_district", "latitude", "longitude"})
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--postcode", "75008"], "no British postcode"),
        (["--at", "here"], "no place on a map"),
        (["--at", "-3.39, 51.95"], "the wrong way round"),
        (["--name", "  "], "“name” does not fit"),
        (["--urn", "12"], "“urn” does not fit"),
        (["--phase", "grammar"], "“phase” does not fit"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_changed(named: Terminal, words: list[str], said: str) -> None:
    before = profile(named)
    assert said in named.refused("school", *words)
    assert profile(named) == before


def test_a_folder_without_a_school_asks_for_its_name(terminal: Terminal) -> None:
    terminal.run("meetings", "add", "2024-10-09")
    assert "Say its name first" in terminal.refused("school", "--postcode", "LD3")


def test_a_place_that_is_said_later_counts_for_what_was_answered_before(terminal: Terminal, tmp_path: Path) -> None:
    """Alder answered before it said where it is, in its own profile; 0.2° of latitude are 22.2 km."""
    bundles = [
        a_bundle(tmp_path, "Alder", {"numeracy": GIVES}),
        a_bundle(tmp_path, "Birch", {"numeracy": NEEDS}, latitude=52.15, longitude=-3.39),
    ]
    profile(terminal, "--name", "Alder", "--at", "51.95, -3.39")
    (one,) = matched(terminal, *bundles)["matches"]
    assert (one["kilometres"], "they are about 22 km apart" in one["why"]) == (22.2, True)
