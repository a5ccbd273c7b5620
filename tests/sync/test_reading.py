"""Files from elsewhere: whatever they are, one sentence that names the file and says what to do; never a traceback."""

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.sync import limits, refusals
from audit_app.sync.bundle import digest
from audit_app.sync.reading import read_bundle, read_bundles
from tests.questionnaires.making import a_document, an_item, as_file
from tests.sync.builders import MINUTES, a_file, everything

NAME = "oakfield.json"
Document = dict[str, Any]


def refusal(data: bytes, name: str = NAME) -> AuditError:
    with pytest.raises(AuditError) as caught:
        read_bundle((name, data))
    assert f"“{name}”" in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    return caught.value


def changed(change: Callable[[Document], object], share: str = "full") -> bytes:
    """A bundle that someone changed and gave a right checksum again."""
    document: Document = json.loads(a_file(everything(), share=share))  # type: ignore[arg-type]
    change(document)
    return json.dumps({**document, "sha256": digest(document)}).encode()


def entries_of(document: Document) -> list[Document]:
    found: list[Document] = document["audits"][0]["entries"]
    return found


def test_a_sound_bundle_is_read_from_a_path_and_from_bytes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(a_file())
    assert read_bundle(path) == read_bundle((NAME, a_file()))


def test_layout_and_order_of_keys_make_no_difference() -> None:
    document = json.loads(a_file())
    again = json.dumps({key: document[key] for key in sorted(document)}, ensure_ascii=False, separators=(",", ":"))
    assert read_bundle((NAME, again.encode())) == read_bundle((NAME, a_file()))


# Not a bundle, or not all of one


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 a report",
        b"[]",
        b'"text"',
        b"{}",
        b'{"format": "something/else", "a": [1, 2]}',
        b"{\\rtf1 a letter}",
        b"{ not json",
        b'{"format": ["audit-app/bundle"]}',
    ],
)
def test_other_files_are_not_bundles(data: bytes) -> None:
    error = refusal(data)
    assert isinstance(error, refusals.NotABundleError | limits.CutOffBundleError)


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0" * 5000, a_file()[:3000] + b"\0" * 2000])
def test_an_empty_or_half_filled_file_was_not_copied_completely(data: bytes) -> None:
    assert isinstance(refusal(data), limits.CutOffBundleError)


@pytest.mark.parametrize("ends", [b"", b"\0\0"])
def test_a_backup_or_a_spreadsheet_is_said_to_belong_elsewhere(ends: bytes) -> None:
    assert isinstance(refusal(b"PK\x03\x04 what is packed" + ends), refusals.ArchiveError)


def test_a_questionnaire_is_said_to_belong_in_the_library() -> None:
    error = refusal(as_file(a_document(an_item("a"))))
    assert isinstance(error, refusals.QuestionnaireInsteadError)


def test_a_bundle_cut_off_anywhere_says_so_or_is_whole() -> None:
    whole = a_file()
    for end in range(1, len(whole) - 2, 7):
        assert isinstance(refusal(whole[:end]), limits.CutOffBundleError)


def test_a_damaged_place_is_named_by_its_line() -> None:
    error = refusal(a_file().replace(b'"share": "full"', b'"share": full'))
    assert isinstance(error, refusals.DamagedJsonError)
    assert "line 13" in str(error)


def test_something_after_the_end_is_damage() -> None:
    assert isinstance(refusal(a_file() + b"{}"), refusals.DamagedJsonError)


@pytest.mark.parametrize("version", [2, 99, 2**53 - 1])
def test_a_newer_format_asks_for_an_update_whatever_else_is_in_it(version: int) -> None:
    error = refusal(json.dumps({"format": "audit-app/bundle", "format_version": version, "new": {}}).encode())
    assert isinstance(error, refusals.NewerFormatError)
    assert "made by a newer School Audit. Update" in str(error)


@pytest.mark.parametrize("version", [0, -1, "1", True, 1.0, None, [1]])
def test_a_format_version_that_is_none_is_refused(version: object) -> None:
    data = json.dumps({**json.loads(a_file()), "format_version": version}).encode()
    assert isinstance(refusal(data), refusals.MalformedBundleError)


# Text and numbers


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_another_encoding_is_refused(encoding: str) -> None:
    assert isinstance(refusal(a_file().decode().encode(encoding)), refusals.EncodingError)


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    assert isinstance(refusal(a_file().replace(b"Oakfield", b"Oak\xe9eld")), refusals.EncodingError)


def test_a_repeated_key_is_refused_wherever_it_stands() -> None:
    for old in (b'"share": "full"', b'"kind": "text"', b'"field": "answer"'):
        error = refusal(a_file().replace(old, old + b", " + old, 1))
        assert isinstance(error, refusals.RepeatedKeyError)
        assert old.split(b'"')[1].decode() in str(error)


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "9007199254740992", "1" * 5000, "1." + "1" * 100_000, "1e400"]
)
def test_a_number_that_is_none_or_too_large_is_refused(number: str) -> None:
    data = a_file().replace(b'"pupils": 420', b'"pupils": ' + number.encode(), 1)
    assert isinstance(refusal(data), refusals.UnusableNumberError)


def test_half_a_character_is_refused() -> None:
    for old in (b"Oakfield Primary", b'"signature": null'):
        new = b'"signature": "\\ud800"' if b"sign" in old else b"\\ud800"
        assert isinstance(refusal(a_file().replace(old, new)), refusals.BrokenTextError)


# Shape


WRONG_SHAPES: dict[str, Callable[[Document], object]] = {
    "a key that is missing": lambda d: d.pop("school"),
    "a list instead of an object": lambda d: d.update(school=[]),
    "a text instead of a list": lambda d: d.update(audits="x"),
    "a date without a zone": lambda d: d.update(created="2026-11-22T09:00:00"),
    "a number for a date": lambda d: d.update(created=1_700_000_000),
    "a share that there is not": lambda d: d.update(share="all"),
    "a signature, which this version has none of": lambda d: d.update(signature="abc"),
    "an id that is a path": lambda d: d["audits"][0]["audit"].update(id="../../etc/passwd"),
    "a text for a truth": lambda d: entries_of(d)[0].update(redacted="false"),
    "a number for a truth": lambda d: entries_of(d)[0].update(redacted=0),
    "a stamp that is none": lambda d: entries_of(d)[0].update(stamp="yesterday"),
    "a stamp on no day": lambda d: entries_of(d)[0].update(stamp="2026-02-30T09:00:00.000Z~0000~laptop"),
    "a name that is too long": lambda d: entries_of(d)[0].update(by="x" * 201),
    "a field that is no name": lambda d: entries_of(d)[0].update(field="__class__"),
    "a file that is not base64": lambda d: d["audits"][0]["files"][0].update(content="!!!!"),
    "a file in a path": lambda d: d["audits"][0]["files"][0].update(sha256="../../evil"),
    "an urn that is none": lambda d: d["school"].update(urn="12345"),
}


@pytest.mark.parametrize("what", WRONG_SHAPES)
def test_a_wrong_shape_is_refused_with_its_place(what: str) -> None:
    error = refusal(changed(WRONG_SHAPES[what]))
    assert isinstance(error, refusals.MalformedBundleError)


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("more", lambda d: d.update(more=1)),
        ("school.motto", lambda d: d["school"].update(motto="Sapere aude")),
        ("audits[0].files[0].name", lambda d: d["audits"][0]["files"][0].update(name="../../evil")),
    ],
)
def test_what_only_a_newer_app_can_have_written_asks_for_an_update(
    place: str, change: Callable[[Document], object]
) -> None:
    error = refusal(changed(change))
    assert isinstance(error, refusals.UnknownPartError)
    assert f"at {place}: a newer one may have made it. Update the app" in str(error)


def test_the_place_of_a_mistake_is_named() -> None:
    error = refusal(changed(lambda d: entries_of(d)[3].update(by=7)))
    assert "audits[0].entries[3].by" in str(error)


def test_a_key_made_to_fill_the_screen_is_shown_short() -> None:
    error = refusal(changed(lambda d: d.update({"\u202e\x1b[2J" + "x" * 5000: 1})))
    assert isinstance(error, refusals.UnknownPartError)
    assert len(str(error)) < 400
    assert str(error).isprintable()


def test_a_name_made_to_fill_the_screen_is_shown_short() -> None:
    with pytest.raises(refusals.NotABundleError) as caught:
        read_bundle(("\ud800\x1b[2J" + "x" * 5000, b"x"))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("key", [b'"sha256"', b'"signature"'])
def test_a_missing_checksum_or_signature_is_refused(key: bytes) -> None:
    document = json.loads(a_file())
    document.pop(key.decode().strip('"'))
    assert isinstance(refusal(json.dumps(document).encode()), refusals.MalformedBundleError)


# Meaning


def test_a_changed_answer_is_noticed() -> None:
    error = refusal(a_file().replace(b'"option": "4"', b'"option": "1"'))
    assert isinstance(error, refusals.WrongChecksumError)
    assert "changed after it was exported" in str(error)


def test_every_single_changed_letter_is_noticed() -> None:
    whole = a_file(everything(), share="scores")
    for place in range(0, len(whole), 3):
        if not whole[place : place + 1].isspace():
            other = b"x" if whole[place : place + 1] != b"x" else b"y"
            refusal(whole[:place] + other + whole[place + 1 :])


def swapped_evidence(document: Document) -> None:
    document["audits"][0]["files"][0]["content"] = base64.b64encode(b"%PDF something else").decode()


def stray_file(document: Document) -> None:
    stray = b"a stray file"
    file = {"sha256": sha256(stray), "size": len(stray), "content": base64.b64encode(stray).decode()}
    document["audits"][0]["files"].append(file)


def more_than_scores(document: Document) -> None:
    document["share"] = "scores"


WRONG_MEANINGS: dict[str, tuple[Callable[[Document], object], type[AuditError]]] = {
    "another file than was sent": (swapped_evidence, refusals.WrongEvidenceError),
    "a file of another size": (lambda d: d["audits"][0]["files"][0].update(size=1), refusals.WrongEvidenceError),
    "a file that nothing speaks of": (stray_file, refusals.UnnamedEvidenceError),
    "a file twice": (
        lambda d: d["audits"][0]["files"].append(d["audits"][0]["files"][0]),
        refusals.UnnamedEvidenceError,
    ),
    "two entries of one stamp": (
        lambda d: entries_of(d).append({**entries_of(d)[0], "by": "Mallory"}),
        refusals.RepeatedStampError,
    ),
    "an audit twice": (lambda d: d["audits"].append(d["audits"][0]), refusals.RepeatedAuditError),
    "a questionnaire not listed": (lambda d: d.update(questionnaires=[]), refusals.UnlistedQuestionnaireError),
    "a questionnaire too many": (
        lambda d: d["questionnaires"].append({**d["questionnaires"][0], "version": 2}),
        refusals.UnlistedQuestionnaireError,
    ),
    "more than it says": (more_than_scores, refusals.MoreThanSharedError),
    "a day at the end of the calendar": (
        lambda d: d.update(created="9999-12-31T23:59:59-12:00"),
        refusals.ImpossibleDateError,
    ),
    "an audit from the first day": (
        lambda d: d["audits"][0]["audit"].update(created="0001-01-01T00:00:00+14:00"),
        refusals.ImpossibleDateError,
    ),
    "a comment of fifty thousand letters": (
        lambda d: entries_of(d)[8].update(value="x" * 50_000),
        refusals.UnreadableEntryError,
    ),
    "a link that runs": (
        lambda d: entries_of(d)[12]["value"].update(text="javascript:alert(1)"),
        refusals.UnreadableEntryError,
    ),
}


@pytest.mark.parametrize("what", WRONG_MEANINGS)
def test_what_can_not_hold_together_is_refused(what: str) -> None:
    change, expected = WRONG_MEANINGS[what]
    assert type(refusal(changed(change))) is expected


@pytest.mark.parametrize("more", [{"by": "Ann"}, {"redacted": False}, {"field": "comment", "value": "x"}])
def test_a_scores_file_that_brings_a_name_or_a_word_is_refused(more: Document) -> None:
    error = refusal(changed(lambda d: entries_of(d)[0].update(more), share="scores"))
    assert isinstance(error, refusals.MoreThanSharedError)


# The disk


def test_a_file_that_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.json", tmp_path):
        with pytest.raises(refusals.UnopenedFileError, match=path.name):
            read_bundle(path)


def test_a_name_that_no_disk_takes_is_said() -> None:
    with pytest.raises(refusals.UnopenedFileError):
        read_bundle(Path("a\0b.json"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(refusals.UnopenedFileError, match="not a file"):
        read_bundle(tmp_path / "pipe.json")


def test_the_evidence_is_there_again() -> None:
    assert read_bundle((NAME, a_file())).audits[0].files[0].content == MINUTES


# Several at once


def test_several_files_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(a_file())
    scores = ("scores.json", a_file(share="scores"))
    assert [one.share for one in read_bundles([scores, tmp_path / NAME])] == ["scores", "full"]
    assert read_bundles([]) == []


def test_every_file_that_can_not_be_read_is_named_with_its_reason(tmp_path: Path) -> None:
    files: list[Path | tuple[str, bytes]] = [
        ("photo.json", b"\x89PNG"),
        (NAME, a_file()),
        tmp_path / "nothing.json",
        ("list.json", b"{}"),
    ]
    with pytest.raises(refusals.UnusableFilesError) as caught:
        read_bundles(files)
    said, *reasons = str(caught.value).split("\n")
    assert said == "3 of 4 files can't be used, so none of them was."
    assert [one.partition("”")[0] for one in reasons] == ["“photo.json", "“nothing.json", "“list.json"]


def test_one_bad_file_among_several_says_what_it_says_alone() -> None:
    with pytest.raises(refusals.NotABundleError) as caught:
        read_bundles([(NAME, a_file()), ("list.json", b"{}")])
    assert str(caught.value) == str(refusal(b"{}", "list.json"))
    with pytest.raises(refusals.NotABundleError):
        read_bundles([("list.json", b"{}")] * 2)
