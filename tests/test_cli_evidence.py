"""`audit-app comment` and `audit-app evidence`: what is said beside a level, and what shows it."""

from pathlib import Path

import pytest

from audit_app.commands.evidence import file_name
from audit_app.responses.model import Evidence
from tests.test_cli import ITEM, Terminal, terminal

__all__ = ["terminal"]

OTHER = "purpose_realistic_goals"
PNG = b"\x89PNG\r\n a picture"


@pytest.fixture
def audit(terminal: Terminal) -> str:
    """Begun, and nothing answered."""
    words = ("partnership-health", "--wave", "Autumn 2026", "--school", "Foxglove Lane Primary")
    return str(terminal.json("audits", "start", *words)["id"])


def test_a_comment_is_kept_changed_and_taken_back(terminal: Terminal, audit: str) -> None:
    for words in ("Seen in May.", "Seen in May and June."):
        assert [one["text"] for one in terminal.json("comment", audit, ITEM, words)["comments"]] == [words]
    assert terminal.run("comment", audit, ITEM, "-5 places")[1] == f"{ITEM}: no answer yet\n  -5 places\n"
    assert terminal.json("comment", audit, ITEM, "  ")["comments"] == []
    assert "no item “nothing”" in terminal.refused("comment", audit, "nothing", "Words.")


def test_words_links_and_files_are_added_listed_saved_and_removed(
    terminal: Terminal, audit: str, tmp_path: Path
) -> None:
    photo = tmp_path / "wall.png"
    photo.write_bytes(PNG)
    for option, value in (("--words", "Notes of 3 May"), ("--link", "https://example.org/notes"), ("--file", photo)):
        terminal.json("evidence", "add", audit, ITEM, option, value)
    terminal.json("evidence", "add", audit, OTHER, "--words", "A list")
    listed = terminal.json("evidence", "list", audit)
    assert [(one["item"], one["kind"], one["text"]) for one in listed] == [
        (ITEM, "text", "Notes of 3 May"),
        (ITEM, "link", "https://example.org/notes"),
        (ITEM, "file", "wall.png"),
        (OTHER, "text", "A list"),
    ]
    assert terminal.json("evidence", "list", audit, OTHER) == listed[3:]
    assert f"{ITEM}: wall.png (1 KB)  [{listed[2]['stamp']}]" in terminal.run("evidence", "list", audit)[1]
    (tmp_path / "out").mkdir()
    saved = terminal.json("evidence", "save", audit, listed[2]["stamp"], "--to", tmp_path / "out")
    assert Path(saved["file"]).read_bytes() == PNG
    assert saved["file"] == str(tmp_path / "out" / "wall.png")
    assert "no file but words" in terminal.refused("evidence", "save", audit, listed[0]["stamp"], "--to", tmp_path)
    left = terminal.json("evidence", "remove", audit, listed[0]["stamp"])["evidence"]
    assert [one["text"] for one in left] == ["https://example.org/notes", "wall.png"]
    terminal.json("audits", "put-back", audit, listed[0]["stamp"])
    assert len(terminal.json("evidence", "list", audit)) == 4


def test_what_can_not_be_added_is_said(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    (tmp_path / "run.exe").write_bytes(b"MZ")
    (tmp_path / "empty.pdf").touch()
    with (tmp_path / "film.pdf").open("wb") as film:
        film.truncate(50 * 1024 * 1024)
    for option, value, said in (
        ("--words", " ", "evidence is empty"),
        ("--link", "example", "is not a web address"),
        ("--file", tmp_path / "run.exe", "not a kind of file"),
        ("--file", tmp_path / "empty.pdf", "is empty"),
        ("--file", tmp_path / "film.pdf", "is 50.0 MB"),
        ("--file", tmp_path / "none.pdf", "can't be read"),
        ("--file", tmp_path, "can't be read"),
    ):
        assert said in terminal.refused("evidence", "add", audit, ITEM, option, value)
    assert terminal.run("evidence", "list", audit)[1] == "No evidence is given yet.\n"
    assert terminal.run("evidence", "add", audit, ITEM)[0] == 2
    assert terminal.run("evidence", "add", audit, ITEM, "--words", "a", "--link", "https://b.example")[0] == 2
    assert "no item “nothing”" in terminal.refused("evidence", "list", audit, "nothing")
    assert "no piece of evidence “nothing”" in terminal.refused("evidence", "remove", audit, "nothing")
    assert "no audit" in terminal.refused("evidence", "list", "nothing")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("wall.png", "wall.png"),
        ("../../wall.png", "wall.png"),
        ("C:\\wall.png", "wall.png"),
        ("..", "evidence"),
        ("", "evidence"),
        ("a\0b\x1b[2J.pdf", "ab[2J.pdf"),
    ],
)
def test_a_name_from_elsewhere_leads_to_no_other_folder(name: str, kept: str) -> None:
    assert file_name(Evidence(kind="file", text=name)) == kept
