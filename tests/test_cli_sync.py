"""`audit-app sync`: what it prints, what it remembers, and how it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit_app.app import open_workspace
from tests.builders import a_school
from tests.test_cli import Terminal

ITEM = "purpose_clear_goals"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "place"
    made.mkdir()
    return made


@pytest.fixture
def terminals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[Terminal, Terminal]:
    """The head's, with one audit begun, and the deputy's, with an empty data folder."""
    head, deputy = (Terminal(tmp_path / name, capsys, monkeypatch) for name in ("head", "deputy"))
    for one in (head, deputy):
        workspace = open_workspace(one.data)
        workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school()}))
        if one is head:
            audit = workspace.start_audit("partnership-health", "Autumn 2026", a_school())
        workspace.close()
    head.run("answer", audit, ITEM, "3")
    return head, deputy


def sync(terminal: Terminal, *words: object) -> dict[str, Any]:
    found = terminal.json("sync", *words)
    assert isinstance(found, dict)
    return found


def test_two_data_folders_share_an_audit_through_a_folder(terminals: tuple[Terminal, Terminal], place: Path) -> None:
    head, deputy = terminals
    done = sync(head, place, "--share", "full")
    assert {"add", "merge", "conflict", "same", "refused", "sent", "place", "share"} <= done.keys()
    assert [one["new"] for one in done["sent"]] == [True]
    done = sync(deputy, place, "--share", "full")
    assert [one["wave"] for one in done["add"]] == ["Autumn 2026"]
    audit = done["add"][0]["audit"]
    deputy.run("answer", audit, ITEM, "2")
    deputy.run("answer", audit, "purpose_our_goals", "1")
    sync(deputy, place)
    done = sync(head, place)
    assert [one["audit"] for one in done["merge"]] == [audit]
    assert [one["audit"] for one in sync(head, place)["same"]] == [audit]
    shown = [one.json("audits", "show", audit) for one in terminals]
    assert shown[0]["items"] == shown[1]["items"]


def test_a_dry_run_changes_nothing(terminals: tuple[Terminal, Terminal], place: Path) -> None:
    head, deputy = terminals
    assert sync(head, place, "--dry-run")["sent"]
    assert not [*place.iterdir()]
    sync(head, place)
    assert sync(deputy, place, "--dry-run")["add"]
    assert deputy.json("audits", "list") == []
    code, out, err = deputy.run("sync", place, "--dry-run")
    assert (code, err) == (0, "")
    assert "would be added" in out


def test_scores_are_shared_unless_told_and_the_choice_is_remembered(
    terminals: tuple[Terminal, Terminal], place: Path
) -> None:
    head, _ = terminals
    assert sync(head, place)["share"] == "scores"
    (file,) = place.iterdir()
    assert json.loads(file.read_bytes())["share"] == "scores"
    assert sync(head, place, "--share", "full")["sent"][0]["new"] is False
    assert sync(head, place)["share"] == "full"
    assert json.loads(file.read_bytes())["share"] == "full"


def test_the_place_that_lost_others_files_is_refused_until_it_is_accepted(
    terminals: tuple[Terminal, Terminal], place: Path
) -> None:
    head, deputy = terminals
    sync(head, place)
    sync(deputy, place)
    (file,) = place.iterdir()
    file.unlink()
    assert "--accept-empty" in deputy.refused("sync", place)
    assert sync(deputy, place, "--accept-empty")["refused"] == []


def test_what_can_t_be_read_is_said_and_stops_nobody(terminals: tuple[Terminal, Terminal], place: Path) -> None:
    head, deputy = terminals
    sync(head, place)
    (file,) = place.iterdir()
    (place / f"{file.stem} (1).json").write_bytes(file.read_bytes())
    (place / "school-audit-tablet-half.json").write_bytes(file.read_bytes()[:500])
    code, out, err = deputy.run("sync", place)
    assert (code, err) == (0, "")
    assert "Autumn 2026: added" in out
    assert "school-audit-tablet-half.json: passed over." in out


def test_a_third_device_s_key_is_accepted_by_its_fingerprint(
    terminals: tuple[Terminal, Terminal], place: Path, tmp_path: Path
) -> None:
    head, deputy = terminals
    sync(head, place, "--share", "full")
    audit = sync(deputy, place, "--share", "full")["add"][0]["audit"]
    deputy.run("answer", audit, ITEM, "2")
    sync(deputy, place)
    bursar = Terminal(tmp_path / "bursar", head._capsys, head._monkeypatch)
    code, out, err = bursar.run("sync", place)
    assert (code, err) == (0, "")
    keys = [line.split("--accept-key ")[1].rstrip(".") for line in out.splitlines() if "--accept-key" in line]
    assert len(keys) == 2
    done = sync(bursar, place, *(word for key in keys for word in ("--accept-key", key)))
    assert [one["audit"] for one in done["add"]] == [audit]
    assert done["refused"] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nowhere", "is not there"),
        ("sftp://ann:hunter2@server.example/x", "holds a password"),
        ("frob://x/y", "doesn’t know"),
        ("webdavs://nowhere.invalid/x", "can’t be found"),
        ("http://cloud.example/x", "not encrypted"),
    ],
)
def test_a_place_that_can_t_be_used_is_one_sentence(
    terminals: tuple[Terminal, Terminal], tmp_path: Path, address: str, words: str
) -> None:
    said = terminals[0].refused("sync", address if "://" in address else tmp_path / address)
    assert words in said
    assert "hunter2" not in said


def test_no_secret_stands_in_the_data_folder(
    terminals: tuple[Terminal, Terminal], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_APP_SYNC_PASSWORD", "hunter2")
    head, _ = terminals
    sync(head, place)
    assert all(b"hunter2" not in path.read_bytes() for path in head.data.rglob("*") if path.is_file())
