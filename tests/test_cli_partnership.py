"""`compare` on the command line: from files or from what is here, with names or without."""

import json
from pathlib import Path

import pytest

from audit_app.app import open_workspace
from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal

KEYS = {
    "questionnaire",
    "schools",
    "sections",
    "common_issues",
    "perception_gaps",
    "offers",
    "wishes",
    "views",
    "excluded",
}


@pytest.fixture
def bundles(terminal: Terminal, tmp_path: Path) -> list[Path]:
    """Three schools' last finished round of partnership health, and a provision audit; the folder holds them too."""
    terminal.fill(3)
    workspace = open_workspace(terminal.data)
    files = []
    for audit in (*(f"demo-0{number}-summer-2026" for number in (1, 2, 3)), "demo-01-provision-autumn-2026"):
        files.append(tmp_path / f"{audit}.json")
        files[-1].write_bytes(workspace.export(audit, "scores"))
    workspace.close()
    return files


def test_bundles_in_any_order_say_the_same(terminal: Terminal, bundles: list[Path]) -> None:
    said = terminal.json("compare", *bundles)
    assert isinstance(said, dict)
    assert said.keys() >= KEYS
    assert [one["id"] for one in said["schools"]] == sorted(one["id"] for one in said["schools"])
    assert [one["questionnaire"] for one in said["excluded"]] == ["provision-audit"]
    assert terminal.json("compare", *reversed(bundles)) == said


def test_without_files_what_is_here_is_compared(terminal: Terminal, bundles: list[Path]) -> None:
    said = terminal.json("compare", "--questionnaire", "partnership-health")
    assert isinstance(said, dict)
    assert len(said["schools"]) == len(bundles) - 1
    code, out, err = terminal.run("compare")
    assert (code, err) == (0, "")
    assert "Leaders beside colleagues" in out


def test_only_some_schools_are_compared_and_a_name_that_is_not_there_is_said(
    terminal: Terminal, bundles: list[Path]
) -> None:
    whole = terminal.json("compare", *bundles)
    assert isinstance(whole, dict)
    names = [one["id"] for one in whole["schools"]]
    some = terminal.json("compare", *bundles, "--school", names[0], "--school", names[2].upper())
    assert isinstance(some, dict)
    assert [one["id"] for one in some["schools"]] == [names[0], names[2]]
    assert names[1] in terminal.refused("compare", *bundles, "--school", "Nowhere High")


def test_with_pseudonyms_nothing_names_a_school(terminal: Terminal, bundles: list[Path]) -> None:
    whole = terminal.json("compare", *bundles)
    assert isinstance(whole, dict)
    for words in (["--json"], []):
        _, out, _ = terminal.run("compare", *bundles, "--pseudonyms", *words)
        assert "School B" in out
        assert not [one for school in whole["schools"] for one in (school["id"], school["audit"]) if one in out]
    assert "demo" not in json.dumps(terminal.json("compare", *bundles, "--pseudonyms"))


def test_a_damaged_file_gets_one_sentence(terminal: Terminal, bundles: list[Path]) -> None:
    bundles[1].write_bytes(bundles[1].read_bytes()[:-20])
    assert bundles[1].name in terminal.refused("compare", *bundles)


@pytest.mark.usefixtures("bundles")
def test_what_is_left_out_is_counted_where_it_is_usual_and_named_where_it_is_not(terminal: Terminal) -> None:
    _, out, _ = terminal.run("compare", "--questionnaire", "partnership-health")
    left_out = out.partition("\nLeft out\n")[2]
    assert "with another questionnaire: --questionnaire provision-audit compares them" in left_out
    assert "of earlier rounds" in left_out
    assert "It is not finished. The school’s last finished round is that of Summer 2026." in left_out
    assert "It answers another questionnaire" not in left_out
