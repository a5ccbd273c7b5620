"""A file on its way into the library: read whatever it is, and set against what is here."""

import json

import pytest

from audit_app.questionnaires.incoming import IncomingQuestionnaire, read_incoming
from audit_app.questionnaires.library import Library, read_questionnaire
from audit_app.questionnaires.xlsform.writing import write_xlsform
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file


def a_form(*items: Document, **fields: object) -> Document:
    return a_document(*(items or (an_item("one"), an_item("two"))), **fields)


def a_library(ships: Document | None = None, *own: Document) -> Library:
    held = [read_questionnaire(as_file(one), "a test’s") for one in (ships or a_form(id="shipped-form"), *own)]
    library = Library({(held[0].id, held[0].version): held[0]})
    library.add(held[1:])
    return library


def come(document: Document, library: Library, kind: str = "json") -> IncomingQuestionnaire:
    content = as_file(document) if kind == "json" else write_xlsform(document)
    return read_incoming(f"mine.{kind}", content, library)


both = pytest.mark.parametrize("kind", ["json", "xlsx"])


@both
def test_a_sound_file_can_be_imported(kind: str) -> None:
    document = a_form(a_choice("who", "a", "b"), an_item("many", kind="number"))
    found = come(document, a_library(), kind)
    assert (found.findings, found.errors) == ((), ())
    assert found.document == document
    assert found.questionnaire
    assert [item.kind for item in found.questionnaire.items] == ["single", "number"]


@both
def test_a_file_with_warnings_alone_can_be_imported(kind: str) -> None:
    wordy = come(a_form(*(an_item(f"item_{number}") for number in range(40)), minutes=1), a_library(), kind)
    assert {one.grade for one in wordy.findings} == {"warning"}
    assert wordy.questionnaire
    assert wordy.errors == ()


@both
def test_a_file_with_an_error_holds_nothing_to_keep(kind: str) -> None:
    found = come(a_form(an_item("one", visible_if="${nobody} = 'x'")), a_library(), kind)
    assert [one.grade for one in found.errors] == ["error"]
    assert (found.document, found.questionnaire) == (None, None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"PK",
        b"PK\x03\x04 and no more",
        b"\xd0\xcf\x11\xe0",
        b"\x00" * 99,
        b"7",
        b"{" * 9999,
    ],
)
def test_whatever_else_it_is_has_a_finding(content: bytes) -> None:
    found = read_incoming("hostile.xlsx", content, a_library())
    assert found.errors
    assert found.questionnaire is None


@both
def test_the_same_questionnaire_again_is_no_mistake(kind: str) -> None:
    library = a_library(a_form(id="shipped-form"), a_form())
    assert come(a_form(), library, kind).findings == ()
    assert come(a_form(id="shipped-form"), library, kind).findings == ()


def told(found: IncomingQuestionnaire) -> tuple[str, str | None, int | None, str | None]:
    (one,) = found.errors
    return one.place, one.sheet, one.row, one.column


@both
def test_the_id_of_a_shipped_questionnaire_can_not_be_taken(kind: str) -> None:
    found = come(a_form(id="shipped-form", version=7, title="Mine"), a_library(), kind)
    assert "comes with School Audit" in found.errors[0].what
    assert told(found)[1:] == ((None, None, None) if kind == "json" else ("settings", 2, "form_id"))


@both
def test_a_version_that_is_here_can_not_be_changed(kind: str) -> None:
    found = come(a_form(title="Changed"), a_library(None, a_form(), a_form(version=2)), kind)
    assert "version never changes" in found.errors[0].what
    assert found.errors[0].remedy == "Give this one the version 3."
    assert told(found)[1:] == ((None, None, None) if kind == "json" else ("settings", 2, "version"))


@both
def test_a_new_version_says_what_became_of_every_item(kind: str) -> None:
    library = a_library(None, a_form())
    dropped = a_form(an_item("one"), version=2)
    assert [one.what for one in come(dropped, library, kind).errors] == [
        "“two” of version 1 is gone, and “changes” does not say what became of it."
    ]
    assert come({**dropped, "changes": {"two": {"became": "dropped"}}}, library, kind).findings == ()


def test_a_version_between_may_not_be_left_out_but_an_older_one_may_come_late() -> None:
    assert "Import version 2 first" in come(a_form(version=3), a_library(None, a_form())).errors[0].remedy
    assert come(a_form(version=3), a_library(None, a_form(version=2))).findings == ()
    assert come(a_form(version=1), a_library(None, a_form(version=2))).findings == ()


def test_json_that_says_its_own_fingerprint_is_measured_anew() -> None:
    stale = json.loads(as_file(a_form())) | {"fingerprint": "0" * 64}
    found = come(stale, a_library())
    assert found.questionnaire
    assert found.questionnaire.fingerprint == read_questionnaire(as_file(a_form()), "").fingerprint
