"""The commands that look back, keep safe and erase."""

from pathlib import Path

import pytest

from audit_app.app import open_workspace
from audit_app.commands.keeping import erased_text
from audit_app.verbs.keeping import Erased
from tests.builders import a_school
from tests.test_cli import ITEM, Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def audit(terminal: Terminal) -> str:
    """With 2, then 3, and a comment."""
    workspace = open_workspace(terminal.data)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    audit = workspace.start_audit("partnership-health", "Autumn 2026", a_school())
    workspace.close()
    terminal.run("answer", audit, ITEM, "2")
    terminal.run("answer", audit, ITEM, "3", "--comment", "Seen in May.")
    return audit


def test_the_history_is_told_for_people_and_for_programs(terminal: Terminal, audit: str) -> None:
    code, out, _ = terminal.run("audits", "history", audit, ITEM)
    assert code == 0
    assert "answer changed: 2 → 3 (stands now)" in out
    assert "comment said: Seen in May. (stands now)" in out
    told = terminal.json("audits", "history", audit)
    assert isinstance(told, list)
    assert [(one["kind"], one["deed"], one["item"], one["by"]) for one in told] == [
        ("comment", "gave", ITEM, "Ann"),
        ("answer", "changed", ITEM, "Ann"),
        ("answer", "gave", ITEM, "Ann"),
    ]
    assert told[1]["from"] == [{"option": "2"}]
    assert told[1]["to"] == {"option": "3"}


def test_an_earlier_answer_is_put_back(terminal: Terminal, audit: str) -> None:
    told = terminal.json("audits", "history", audit, ITEM)
    assert isinstance(told, list)
    given = terminal.json("audits", "put-back", audit, told[-1]["stamp"])
    assert isinstance(given, dict)
    assert given["answer"]["option"] == "2"
    after = terminal.json("audits", "history", audit, ITEM)
    assert isinstance(after, list)
    assert after[1:] == [
        {**one, "stands": one["kind"] == "comment", "can_be_put_back": x}
        for one, x in zip(told, (False, True, True), strict=True)
    ]


def test_what_is_not_in_the_history_gets_one_sentence(terminal: Terminal, audit: str) -> None:
    assert "no item “nothing”" in terminal.refused("audits", "history", audit, "nothing")
    assert "no longer there" in terminal.refused("audits", "put-back", audit, "never")


# A copy of all of it


def test_a_backup_holds_everything_and_comes_back_elsewhere(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.zip"
    made = terminal.json("backup", "--to", file)
    assert isinstance(made, dict)
    assert (made["audits"], made["evidence"], made["left_out"], made["file"]) == (1, 0, [], str(file))
    listed = terminal.json("audits", "list")
    terminal.data = tmp_path / "elsewhere"
    dry = terminal.json("restore", file, "--dry-run")
    assert isinstance(dry, dict)
    assert [one["audit"] for one in dry["add"]] == [audit]
    assert terminal.json("audits", "list") == []
    code, out, _ = terminal.run("restore", file)
    assert (code, out) == (
        0,
        "Foxglove Lane Primary, Autumn 2026: added (3 changes)\nSchool and person are those of the backup.\n",
    )
    assert terminal.json("audits", "list") == listed
    again = terminal.json("restore", file)
    assert isinstance(again, dict)
    assert [one["audit"] for one in again["same"]] == [audit]


@pytest.mark.usefixtures("audit")
def test_a_backup_goes_into_a_folder_under_a_name_of_its_own(terminal: Terminal, tmp_path: Path) -> None:
    made = terminal.json("backup", "--to", tmp_path)
    assert isinstance(made, dict)
    assert Path(made["file"]).parent == tmp_path
    assert Path(made["file"]).name.startswith("school-audit-20")


@pytest.mark.usefixtures("audit")
def test_a_backup_that_can_not_be_written_or_read_gets_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    assert "Choose another place" in terminal.refused("backup", "--to", tmp_path / "no" / "such" / "kept.zip")
    assert "can't be read" in terminal.refused("restore", tmp_path / "none.zip")
    (tmp_path / "photo.zip").write_bytes(b"\x89PNG")
    assert "can't be used as a backup" in terminal.refused("restore", tmp_path / "photo.zip")


def test_what_was_taken_out_of_the_list_is_brought_back(terminal: Terminal, audit: str) -> None:
    workspace = open_workspace(terminal.data)
    workspace.remove_audit(audit)
    workspace.close()
    removed = terminal.json("audits", "removed")
    assert isinstance(removed, list)
    assert [one["id"] for one in removed] == [audit]
    assert terminal.run("audits", "bring-back", audit)[0] == 0
    assert terminal.json("audits", "removed") == []
    assert "already exists" in terminal.refused("audits", "bring-back", audit)


# Gone for good


def everywhere(folder: Path, words: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_words_are_erased_from_everything_in_the_folder(terminal: Terminal, audit: str) -> None:
    terminal.run("answer", audit, ITEM, "4", "--comment", "Seen in June.")
    assert everywhere(terminal.data, "Seen in May.")
    done = terminal.json("audits", "erase", audit, "--item", ITEM, "--yes")
    assert isinstance(done, dict)
    assert done["erased"] == 2
    assert len(done["out_of_reach"]) == 3
    assert not everywhere(terminal.data, "Seen in")
    shown = terminal.json("audits", "show", audit)
    assert isinstance(shown, dict)
    item = next(one for one in shown["items"] if one["id"] == ITEM)
    assert (item["answer"]["option"], item["comments"]) == ("4", [])


def test_one_entry_is_erased(terminal: Terminal, audit: str) -> None:
    told = terminal.json("audits", "history", audit)
    assert isinstance(told, list)
    assert terminal.run("audits", "erase", audit, "--entry", told[0]["stamp"], "--yes")[0] == 0
    assert not everywhere(terminal.data, "Seen in May.")
    assert "nothing to erase" in terminal.refused("audits", "erase", audit, "--entry", told[1]["stamp"], "--yes")


def test_with_json_nothing_is_erased_before_somebody_says_yes(terminal: Terminal, audit: str) -> None:
    assert terminal.run("audits", "erase", audit, "--all", "--json")[0] == 2
    assert terminal.run("audits", "show", audit)[0] == 0


@pytest.mark.parametrize(("count", "entries", "texts"), [(1, "1 entry.", "1 text:"), (2, "2 entries.", "2 texts:")])
def test_what_was_erased_is_counted_in_good_english(count: int, entries: str, texts: str) -> None:
    said = erased_text(Erased(entries=count, still_named=count))
    assert entries in said
    assert texts in said


def test_a_name_is_erased_and_what_was_said_stays(terminal: Terminal, audit: str) -> None:
    terminal.run("answer", audit, "purpose_realistic_goals", "2", "--comment", "Ann saw it.")
    done = terminal.json("audits", "erase", audit, "--person", "ann", "--yes")
    assert isinstance(done, dict)
    assert done["still_named"] == 1
    told = terminal.json("audits", "history", audit)
    assert isinstance(told, list)
    assert {one["by"] for one in told} == {""}
    assert "Seen in May." in {one["to"] for one in told if isinstance(one["to"], str)}
    assert '"by":"Ann"' not in "".join(path.read_text() for path in everywhere(terminal.data, audit))


def test_a_whole_audit_is_erased_and_does_not_come_back(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    bundle, kept = tmp_path / "old.json", tmp_path / "old.zip"
    terminal.run("export", audit, "--to", bundle, "--share", "full")
    terminal.run("backup", "--to", kept)
    assert terminal.run("audits", "erase", audit, "--all", "--yes")[0] == 0
    assert terminal.json("audits", "list") == []
    imported = terminal.json("import", bundle)
    assert isinstance(imported, dict)
    assert [one["audit"] for one in imported["erased"]] == [audit]
    restored = terminal.json("restore", kept)
    assert isinstance(restored, dict)
    assert [one["audit"] for one in restored["erased"]] == [audit]
    assert terminal.json("audits", "list") == []
    assert "no audit" in terminal.refused("audits", "erase", audit, "--all", "--yes")


def test_an_old_bundle_brings_no_erased_words_back(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    bundle = tmp_path / "old.json"
    terminal.run("export", audit, "--to", bundle, "--share", "full")
    terminal.run("audits", "erase", audit, "--item", ITEM, "--yes")
    assert terminal.run("import", bundle)[0] == 0
    assert not everywhere(terminal.data, "Seen in May.")


def test_an_erasure_travels_and_is_said_before_it_is_taken_in(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    terminal.run("export", audit, "--to", old, "--share", "full")
    terminal.run("audits", "erase", audit, "--item", ITEM, "--yes")
    terminal.run("export", audit, "--to", new, "--share", "full")
    terminal.data = tmp_path / "colleague"
    terminal.run("import", old)
    assert everywhere(terminal.data, "Seen in May.")
    code, out, _ = terminal.run("import", new, "--dry-run")
    assert code == 0
    assert "1 comments, pieces of evidence or names that are here would be erased for good" in out
    terminal.run("import", new)
    assert not everywhere(terminal.data, "Seen in May.")


def test_erasing_asks_first_and_wants_to_know_what(terminal: Terminal, audit: str) -> None:
    assert terminal.run("audits", "erase", audit)[0] == 2
    assert terminal.run("audits", "erase", audit, "--all", "--item", ITEM)[0] == 2
    assert terminal.run("audits", "erase", audit, "--all")[0] == 1
    assert terminal.json("audits", "list") != []
