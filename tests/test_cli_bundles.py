"""Bundles on the command line: signed, sealed, and asked about when they are signed with another key."""

import json
import os
from pathlib import Path

import pytest

from audit_app.storage.keys import OWN
from audit_app.sync import sealing
from tests.sync.age_program import age, needs_age
from tests.test_cli import Terminal, audit, terminal

__all__ = ["audit", "terminal"]  # fixtures

WORDS = "gravel onion seldom tŷ"


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "WORK", 8)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    (tmp_path / "words.txt").write_text(f"{WORDS}\r\nnothing below counts\n", "utf-8")
    return tmp_path / "words.txt"


def new_key(terminal: Terminal) -> None:
    (terminal.data / OWN).unlink()


@pytest.mark.parametrize("share", ["scores", "comments", "full"])
def test_what_was_sealed_gives_the_same_results_elsewhere_byte_for_byte(
    terminal: Terminal, audit: str, words: Path, tmp_path: Path, share: str
) -> None:
    before = terminal.run("results", audit, "--json")[1]
    file = tmp_path / "sealed.json.age"
    terminal.run("export", audit, "--to", file, "--share", share, "--passphrase-file", words)
    assert file.read_bytes().startswith(b"age-encryption.org/v1\n")
    terminal.data = tmp_path / "there"
    assert terminal.run("import", file, "--passphrase-file", words)[0] == 0
    assert terminal.run("results", audit, "--json")[1] == before


def test_with_a_set_date_the_same_export_gives_the_same_bytes(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        terminal.run("export", audit, "--to", tmp_path / name)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert json.loads((tmp_path / "one.json").read_bytes())["signature"]["algorithm"] == "ed25519"


def test_what_is_written_and_who_signed_it_is_said(terminal: Terminal, audit: str, words: Path, tmp_path: Path) -> None:
    code, out, _ = terminal.run("export", audit, "--to", tmp_path / "a.age", "--passphrase-file", words)
    assert code == 0
    assert "Signed as " in out
    assert "Sealed: only the passphrase opens it" in out
    assert WORDS not in out
    written = terminal.json("export", audit, "--to", tmp_path / "b.json")
    assert isinstance(written, dict)
    assert written["sealed"] is False


def test_the_key_is_private_and_never_in_what_is_exported(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    terminal.run("export", audit, "--to", tmp_path / "a.json", "--share", "full")
    secret = terminal.data / OWN
    assert os.name != "posix" or secret.stat().st_mode & 0o777 == 0o600
    assert secret.read_bytes() not in (tmp_path / "a.json").read_bytes()
    assert not (tmp_path / "a.json").read_bytes().count(bytes.fromhex(secret.read_text()))


def test_a_school_is_new_once_then_known_then_asked_about_when_its_key_is_another(
    terminal: Terminal, audit: str, tmp_path: Path
) -> None:
    here, there = terminal.data, tmp_path / "there"
    terminal.run("export", audit, "--to", tmp_path / "first.json")
    new_key(terminal)
    terminal.run("export", audit, "--to", tmp_path / "second.json", "--share", "comments")
    terminal.data = there
    assert "(new: known from now on)" in terminal.run("import", tmp_path / "first.json", "--dry-run")[1]
    terminal.run("import", tmp_path / "first.json")
    assert "(known)" in terminal.run("import", tmp_path / "first.json", "--dry-run")[1]

    code, out, _ = terminal.run("import", tmp_path / "second.json", "--dry-run")
    assert code == 1
    assert "another key than is known" in out
    said = terminal.refused("import", tmp_path / "second.json")
    assert "Nothing was imported." in said
    fingerprint = said.rpartition("--accept-key ")[2].strip().rstrip(".")
    assert terminal.run("import", tmp_path / "second.json", "--accept-key", fingerprint)[0] == 0
    for name in ("first.json", "second.json"):
        assert "(known)" in terminal.run("import", tmp_path / name, "--dry-run")[1]
    assert here != there


def test_the_plan_as_json_says_whose_key_it_is(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    terminal.run("export", audit, "--to", tmp_path / "a.json")
    terminal.data = tmp_path / "there"
    document = terminal.json("import", tmp_path / "a.json", "--dry-run")
    assert isinstance(document, dict)
    assert {"add", "merge", "conflict", "same", "refused", "senders"} <= document.keys()
    assert document["senders"][0]["trust"] == "new"


def test_a_dry_run_keeps_no_key(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    terminal.run("export", audit, "--to", tmp_path / "a.json")
    terminal.data = tmp_path / "there"
    for _ in range(2):
        assert "(new: known from now on)" in terminal.run("import", tmp_path / "a.json", "--dry-run")[1]


def test_a_file_without_a_signature_of_a_school_that_signs_waits_for_a_person(
    terminal: Terminal, audit: str, tmp_path: Path
) -> None:
    terminal.run("export", audit, "--to", tmp_path / "signed.json")
    document = json.loads((tmp_path / "signed.json").read_bytes())
    (tmp_path / "unsigned.json").write_text(json.dumps({**document, "signature": None}))
    terminal.data = tmp_path / "there"
    terminal.run("import", tmp_path / "signed.json")
    assert "--accept-unsigned" in terminal.refused("import", tmp_path / "unsigned.json")
    assert terminal.run("import", tmp_path / "unsigned.json", "--accept-unsigned")[0] == 0
    assert "--accept-unsigned" in terminal.refused("import", tmp_path / "unsigned.json")  # it was for that once


def test_what_is_wrong_with_a_sealed_file_is_one_sentence(
    terminal: Terminal, audit: str, words: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sealed.age"
    terminal.run("export", audit, "--to", file, "--passphrase-file", words)
    other = tmp_path / "other.txt"
    other.write_text("another passphrase")
    assert "is sealed with a passphrase" in terminal.refused("import", file)
    assert "doesn't open" in terminal.refused("import", file, "--passphrase-file", other)
    file.write_bytes(file.read_bytes()[:-1])
    assert "is damaged" in terminal.refused("import", file, "--passphrase-file", words)


def test_every_bad_file_is_named_and_nothing_is_imported(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    good, photo, missing = tmp_path / "good.json", tmp_path / "photo.json", tmp_path / "missing.json"
    terminal.run("export", audit, "--to", good)
    photo.write_bytes(b"\x89PNG")
    terminal.data = tmp_path / "there"
    for command in ("import", "compare"):
        code, out, err = terminal.run(command, photo, good, missing)
        assert (code, out) == (1, "")
        assert err.startswith("2 of 3 files can't be used, so none of them was.\n“photo.json” ")
        assert "\n“missing.json” can't be opened" in err
    assert terminal.json("audits", "list") == []


def test_as_json_each_file_that_can_not_be_read_has_its_reason(
    terminal: Terminal, audit: str, words: Path, tmp_path: Path
) -> None:
    good, photo, shut = tmp_path / "good.json", tmp_path / "photo.json", tmp_path / "shut.age"
    terminal.run("export", audit, "--to", good)
    new_key(terminal)
    terminal.run("export", audit, "--to", shut, "--passphrase-file", words)
    photo.write_bytes(b"\x89PNG")
    terminal.data = tmp_path / "there"
    code, out, err = terminal.run("import", photo, good, shut, "--json")
    document = json.loads(out)
    assert code == 1
    assert err.startswith("2 of 3 files")
    assert [one["file"] for one in document["unread"]] == ["photo.json", "shut.age"]
    assert "is sealed with a passphrase" in document["unread"][1]["reason"]
    assert {"add", "merge", "conflict", "same", "refused"} <= set(document)
    assert terminal.json("import", good)["unread"] == []
    code, out, err = terminal.run("import", shut, "--passphrase-file", words, "--json")
    assert (code, json.loads(out)["refused"][0]["audit"]) == (1, audit)
    assert "--accept-key" in err


def test_files_that_were_sealed_with_different_passphrases_are_opened_together(
    terminal: Terminal, audit: str, words: Path, tmp_path: Path
) -> None:
    other, third = tmp_path / "other.txt", tmp_path / "third.txt"
    other.write_text("six slow grey geese")
    third.write_text("nobody sealed with it")
    one, two = tmp_path / "one.age", tmp_path / "two.age"
    terminal.run("export", audit, "--to", one, "--passphrase-file", words)
    terminal.run("export", "demo-02-summer-2026", "--to", two, "--passphrase-file", other)
    terminal.data = tmp_path / "there"
    said = terminal.refused("import", one, two, "--passphrase-file", third, "--passphrase-file", other)
    assert "None of the passphrases opens “one.age”" in said
    both = ("--passphrase-file", words, "--passphrase-file", other)
    assert len(terminal.json("compare", one, two, *both)["schools"]) == 2
    assert len(terminal.json("import", one, two, *both)["add"]) == 2


def test_every_refused_audit_has_its_line(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    earlier = "demo-01-spring-2026"
    for one in (audit, earlier):
        terminal.run("export", one, "--to", tmp_path / f"{one}.json")
        document = json.loads((tmp_path / f"{one}.json").read_bytes())
        (tmp_path / f"unsigned-{one}.json").write_text(json.dumps({**document, "signature": None}))
    terminal.data = tmp_path / "there"
    terminal.run("import", tmp_path / f"{audit}.json")
    code, _, err = terminal.run("import", *(tmp_path / f"unsigned-{one}.json" for one in (audit, earlier)))
    said, *lines = err.rstrip().split("\n")
    assert (code, said) == (1, "Nothing was imported: 2 audits were refused.")
    assert [line.rpartition(" (demo), ")[2].partition(":")[0] for line in lines[:2]] == ["Spring 2026", "Summer 2026"]
    assert "--accept-unsigned" in lines[2]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfeg\0", b"x" * 5000])
def test_a_file_that_holds_no_passphrase_is_refused(
    terminal: Terminal, audit: str, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "words.txt").write_bytes(content)
    said = terminal.refused("export", audit, "--to", tmp_path / "a.age", "--passphrase-file", tmp_path / "words.txt")
    assert "doesn't hold a passphrase" in said
    assert not (tmp_path / "a.age").exists()


def test_a_passphrase_that_is_too_short_writes_no_file(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("tiger\n")
    assert "8 letters or more" in terminal.refused(
        "export", audit, "--to", tmp_path / "a.age", "--passphrase-file", tmp_path / "words.txt"
    )
    assert "can't be read" in terminal.refused(
        "export", audit, "--to", tmp_path / "a.age", "--passphrase-file", tmp_path / "none.txt"
    )
    assert not (tmp_path / "a.age").exists()


@needs_age
def test_the_age_program_opens_an_exported_file(terminal: Terminal, audit: str, words: Path, tmp_path: Path) -> None:
    terminal.run("export", audit, "--to", tmp_path / "plain.json")
    terminal.run("export", audit, "--to", tmp_path / "sealed.age", "--passphrase-file", words)
    age("-d", "-o", str(tmp_path / "opened.json"), str(tmp_path / "sealed.age"), answers=f"{WORDS}\n")
    assert (tmp_path / "opened.json").read_bytes() == (tmp_path / "plain.json").read_bytes()
