"""`audit-app settings`, `keys` and `places`: who is at the keyboard, known signatures, shared places."""

from pathlib import Path

import pytest

from tests.test_cli import ITEM, Terminal, terminal

__all__ = ["terminal"]

AUDIT = "demo-01-autumn-2026"


def test_who_is_at_the_keyboard_signs_what_is_said_from_now_on(terminal: Terminal) -> None:
    terminal.fill(2)
    assert terminal.json("settings", "--person", " Sam Reed ")["person"] == "Sam Reed"
    terminal.run("comment", AUDIT, ITEM, "Seen on Monday")
    assert terminal.json("audits", "history", AUDIT, ITEM)[0]["by"] == "Sam Reed"
    assert terminal.json("audits", "people", AUDIT)["Sam Reed"] == 1
    assert "Sam Reed: 1 entry" in terminal.run("audits", "people", AUDIT)[1]


def test_what_is_set_is_kept_and_shown(terminal: Terminal) -> None:
    usual = terminal.json("settings")
    assert usual == {
        "person": "",
        "language": "",
        "theme": "system",
        "text_size": 100,
        "whole_section": False,
        "keys": True,
        "move_on": False,
    }
    words = ("--theme", "dark", "--text-size", "150", "--whole-section", "--no-keys", "--move-on", "--language", "en")
    changed = {"theme": "dark", "text_size": 150, "whole_section": True, "keys": False, "move_on": True}
    assert terminal.json("settings", *words) == {**usual, **changed, "language": "en"}
    assert terminal.json("settings", "--one-item")["theme"] == "dark"
    said = terminal.run("settings")[1]
    assert "Colours: dark. Text: 150 %" in said
    assert "nobody is named" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--theme", "pink"), 2), (("--text-size", "99"), 2), (("--person", "x" * 81), 1), (("--language", "xx"), 1)],
)
def test_what_can_not_be_set_is_said(terminal: Terminal, words: tuple[str, str], code: int) -> None:
    ended, out, err = terminal.run("settings", *words)
    assert (ended, out) == (code, "")
    assert err
    assert terminal.json("settings")["theme"] == "system"


def test_keys_are_shown_as_they_are_read_out(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fill(2)
    terminal.run("export", AUDIT, "--to", tmp_path / "a.json")
    own = terminal.json("keys")["own"]
    assert f"This device: {own}" in terminal.run("keys")[1]
    terminal.data = tmp_path / "there"
    terminal.run("import", tmp_path / "a.json")
    found = terminal.json("keys")
    assert found["own"] != own
    assert [(one["school"], one["fingerprint"]) for one in found["known"]] == [
        ("Foxglove Lane Primary School (demo)", own)
    ]
    assert own in terminal.run("keys")[1]


def test_a_key_is_forgotten_by_its_fingerprint_and_is_then_new_again(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fill(2)
    terminal.run("export", AUDIT, "--to", tmp_path / "a.json")
    own = terminal.json("keys")["own"]
    terminal.data = tmp_path / "there"
    terminal.run("import", tmp_path / "a.json")
    assert "No school is known here by a key" in terminal.refused("keys", "forget", "12345 67890")
    forgotten = terminal.json("keys", "forget", own.replace(" ", "-"))["forgotten"]
    assert [(one["school"], one["fingerprint"]) for one in forgotten] == [("Foxglove Lane Primary School (demo)", own)]
    assert terminal.json("keys")["known"] == []
    assert terminal.json("import", tmp_path / "a.json", "--dry-run")["senders"][0]["trust"] == "new"
    assert len(terminal.json("audits", "list")) == 1
    terminal.run("import", tmp_path / "a.json")
    assert terminal.run("keys", "forget", own)[1] == "The key of Foxglove Lane Primary School (demo) is forgotten.\n"


def test_places_are_listed_and_forgotten(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fill(2)
    assert terminal.run("places", "list")[1] == "“sync” was not used here yet.\n"
    there = tmp_path / "shared"
    there.mkdir()
    assert terminal.run("sync", there, "--share", "comments")[0] == 0
    (one,) = terminal.json("places", "list")
    assert (one["address"], one["share"]) == (str(there), "comments")
    assert f"{there}  (comments, " in terminal.run("places", "list")[1]
    before = sorted(there.iterdir())
    assert before
    assert "not among the places" in terminal.refused("places", "forget", tmp_path / "other")
    assert terminal.run("places", "forget", there)[0] == 0
    assert terminal.json("places", "list") == []
    assert sorted(there.iterdir()) == before
