"""`audit-app audits start` and `move`: an earlier round's answers offered, and another version."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit_app.app import open_workspace
from tests.builders import a_school, level
from tests.questionnaires.making import as_file
from tests.questionnaires.two_versions import FIRST_FORM, FORM, SECOND_FORM
from tests.test_cli import Terminal, terminal

__all__ = ["terminal"]


@pytest.fixture
def on_the_first(terminal: Terminal, tmp_path: Path) -> str:
    """An audit of the first version with four answers; the second version came later."""
    _imported(terminal, tmp_path, FIRST_FORM)
    audit = document(terminal, "audits", "start", FORM, "--wave", "Spring 2026", "--school", "Foxglove Lane Primary")
    for item, code in (("kept", "3"), ("heard", "1"), ("trust", "2"), ("gone", "4")):
        terminal.run("answer", audit["id"], item, code)
    _imported(terminal, tmp_path, SECOND_FORM)
    return str(audit["id"])


def _imported(terminal: Terminal, folder: Path, form: dict[str, Any]) -> None:
    file = folder / f"form-{form['version']}.json"
    file.write_bytes(as_file(form))
    assert terminal.run("questionnaires", "import", file)[0] == 0


def document(terminal: Terminal, *words: object) -> dict[str, Any]:
    found = terminal.json(*words)
    assert isinstance(found, dict)
    return found


def test_an_audit_is_started_with_the_keys_of_the_list(terminal: Terminal) -> None:
    words = ("audits", "start", "partnership-health", "--wave", " Autumn 2026 ", "--school", "Ash Tree Primary")
    begun = document(terminal, *words)
    (listed,) = json.loads(terminal.run("audits", "list", "--json")[1])
    assert {key: begun[key] for key in listed} == listed
    assert (begun["wave"], begun["school"], begun["status"]) == ("Autumn 2026", "Ash Tree Primary", "draft")
    assert (begun["carried_from"], begun["offered"]) == (None, 0)


def test_the_school_of_the_settings_is_taken_with_its_profile(terminal: Terminal) -> None:
    workspace = open_workspace(terminal.data)
    school = a_school().model_copy(update={"pupils": 214})
    workspace.keep_settings(workspace.settings().model_copy(update={"school": school}))
    workspace.close()
    begun = document(terminal, "audits", "start", "partnership-health", "--wave", "Autumn 2026")
    shown = document(terminal, "audits", "show", begun["id"])
    assert shown["school"]["pupils"] == 214


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["partnership-health", "--wave", "Autumn 2026"], "Say --school NAME"),
        (["partnership-health", "--wave", " ", "--school", "Ash Tree"], "The round needs a name"),
        (["partnership-health", "--wave", "x" * 81, "--school", "Ash Tree"], "The round needs a name"),
        (["partnership-health", "--wave", "Autumn 2026", "--school", " "], "between 1 and 200"),
        (["no-such-form", "--wave", "Autumn 2026", "--school", "Ash Tree"], "no-such-form"),
        (["partnership-health", "--wave", "A", "--school", "Ash", "--carry-from", "no-such"], "no-such"),
    ],
)
def test_what_can_not_be_started_is_said_in_one_sentence(terminal: Terminal, words: list[str], said: str) -> None:
    assert said in terminal.refused("audits", "start", *words)
    assert terminal.json("audits", "list") == []


def test_an_earlier_rounds_answers_are_offered_and_shown_as_waiting(terminal: Terminal, on_the_first: str) -> None:
    words = ("start", FORM, "--wave", "Autumn 2026", "--school", "Foxglove Lane Primary", "--carry-from", on_the_first)
    begun = document(terminal, "audits", *words)
    assert (begun["carried_from"], begun["offered"], begun["answered"]) == (on_the_first, 2, 0)
    shown = document(terminal, "audits", "show", begun["id"])
    offers = {item["id"]: item["carried"] for item in shown["items"] if item["carried"]}
    assert {item: one["answer"]["option"] for item, one in offers.items()} == {"kept": "3", "heard": "1"}
    assert {one["wave"] for one in offers.values()} == {"Spring 2026"}
    said = terminal.run("audits", "show", begun["id"])[1]
    assert "FROM EARLIER ROUNDS, TO BE CONFIRMED\nkept: 3 In place (Spring 2026)" in said
    terminal.run("answer", begun["id"], "kept", "3")
    again = document(terminal, "audits", "show", begun["id"])
    assert [item["carried"] for item in again["items"] if item["id"] == "kept"] == [None]


def test_another_schools_answers_are_not_offered(terminal: Terminal, on_the_first: str) -> None:
    words = ("start", FORM, "--wave", "Autumn 2026", "--school", "Ash Tree Primary", "--carry-from", on_the_first)
    assert "they are those of “Foxglove Lane Primary”" in terminal.refused("audits", *words)


def test_what_moving_would_do_is_said_and_nothing_is_done(terminal: Terminal, on_the_first: str) -> None:
    before = terminal.run("audits", "show", on_the_first)[1]
    assert f"audits move {on_the_first} --dry-run" in before
    plan = document(terminal, "audits", "move", on_the_first, "--dry-run")
    assert {key: plan[key] for key in ("from", "to", "dry_run", "continues_as")} == {
        "from": 1,
        "to": 2,
        "dry_run": True,
        "continues_as": None,
    }
    assert (set(plan["carried"]), plan["asked_again"], plan["beside"], plan["new"]) == (
        {"kept", "heard"},
        {"trust": "trust"},
        ["gone"],
        ["fresh"],
    )
    said = terminal.run("audits", "move", on_the_first, "--dry-run")[1]
    assert "Asks again, with what was said before beside it (1)" in said
    assert "this was a dry run" in said
    assert terminal.run("audits", "show", on_the_first)[1] == before


def test_moving_there_and_back_keeps_every_answer(terminal: Terminal, on_the_first: str) -> None:
    moved = document(terminal, "audits", "move", on_the_first)
    new = moved["continues_as"]
    shown = document(terminal, "audits", "show", new)
    before = {item["id"]: item["before"] for item in shown["items"] if item["before"]}
    assert before["trust"]["answer"]["option"] == "2"
    assert before["trust"]["text"] == "We trust our partners."
    assert "trust: 2 Started in version 1, to “We trust our partners.”" in terminal.run("audits", "show", new)[1]
    assert document(terminal, "audits", "show", on_the_first)["continues_as"] == {"audit": new, "version": 2}
    assert f"goes on with version 2, as “{new}”" in terminal.run("audits", "show", on_the_first)[1]
    assert f"as “{new}”" in terminal.refused("audits", "move", on_the_first, "--dry-run")
    back = document(terminal, "audits", "move", new, "--to", 1)
    assert (back["continues_as"], set(back["returns"])) == (on_the_first, {"trust", "gone"})
    answers = {item["id"]: item["answer"] for item in document(terminal, "audits", "show", on_the_first)["items"]}
    assert {item: one["option"] for item, one in answers.items() if one} == {
        "kept": "3",
        "heard": "1",
        "trust": "2",
        "gone": "4",
    }


def test_an_audit_on_that_version_stays_where_it_is(terminal: Terminal, on_the_first: str) -> None:
    assert terminal.run("audits", "move", on_the_first, "--to", 1)[1] == "The audit has version 1 already.\n"
    assert document(terminal, "audits", "move", on_the_first, "--to", 1)["continues_as"] == on_the_first


def test_what_can_not_move_is_said_in_one_sentence(terminal: Terminal, on_the_first: str) -> None:
    assert "version 7" in terminal.refused("audits", "move", on_the_first, "--to", 7)
    assert "no-such" in terminal.refused("audits", "move", "no-such")
    workspace = open_workspace(terminal.data)
    workspace.answer(on_the_first, "told", level("yes"))
    workspace.submit(on_the_first)
    workspace.close()
    for words in (("--dry-run",), ()):
        assert "submitted" in terminal.refused("audits", "move", on_the_first, *words)
