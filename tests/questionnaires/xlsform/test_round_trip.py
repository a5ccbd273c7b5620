"""A questionnaire written as XLSForm comes back the same, and ODK's own tool accepts what was written."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from audit_app.questionnaires.check import check
from audit_app.questionnaires.library import fingerprint
from audit_app.questionnaires.xlsform.reading import read_xlsform
from audit_app.questionnaires.xlsform.workbook import read_workbook
from audit_app.questionnaires.xlsform.writing import write_xlsform
from tests.examples import examples
from tests.questionnaires.making import LEVELS, Document, a_choice, a_document, an_item
from tests.questionnaires.reading import shipped_file

SHIPPED = sorted(path.stem for path in shipped_file("x").parent.glob("*.json") if path.stem != "fingerprints")

EVERYTHING = a_document(
    an_item("aim", hint="Think of this year.", reverse=True, weight=2.5, required=True, idea="An idea.",
            follow_up={"prompt": {"en": "Why?", "cy": "Pam?"}, "for_options": ["1"]}),
    a_choice("who", "head", "board", checks=[
        {"condition": ". != 'board'", "message": "Really?", "grade": "error"},
        {"condition": ". != 'head'", "message": "Alone?", "grade": "warning"},
    ]),
    an_item("which", kind="multiple", scale="phases", visible_if="${who} = 'head' and ${aim} >= 2"),
    an_item("days", kind="number", whole=True, checks=[{"condition": ". <= 7", "message": "At most seven."}]),
    an_item("hours", kind="number", whole=False, weight=1),
    an_item("why", kind="text", text={"en": "Why?", "cy": "Pam?"}, required=False),
    an_item("since", kind="date", checks=[{"condition": ". <= today()", "message": "Later?", "grade": "warning"}]),
    an_item("thanks", kind="note", options=[], actions=[]),
    an_item("year", kind="single", options=[
        {"code": "y6", "label": "Year 6", "visible_if": "selected(${which}, 'primary')"},
        {"code": "y7", "label": {"en": "Year 7", "cy": "Blwyddyn 7"}, "score": None},
        {"code": "other", "label": "Other", "score": 1.5},
    ]),
    version=3,
    languages=["en", "cy"],
    title={"en": "A form", "cy": "Ffurflen"},
    scales={"phases": [{"code": "primary", "label": "Primary"}, {"code": "secondary", "label": "Secondary"}]},
    changes={"old": {"became": "split", "items": ["days", "hours"], "note": "Two now."}, "gone": {"became": "dropped"}},
    balance={"hierarchy": ["all-of-it"], "solidarity": [], "individualism": []},
)  # fmt: skip


def came_back(document: Mapping[str, object]) -> Mapping[str, object] | None:
    reading = read_xlsform(write_xlsform(document))
    assert [one for one in reading.findings if one.grade == "error"] == []
    return reading.document


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_comes_back_with_the_same_fingerprint(name: str) -> None:
    document = json.loads(shipped_file(name).read_bytes())
    back = came_back(document)
    assert back is not None
    assert fingerprint(back) == fingerprint(document)


@pytest.mark.parametrize("name", SHIPPED)
def test_pyxform_converts_what_ships(name: str) -> None:
    document = json.loads(shipped_file(name).read_bytes())
    form = convert(write_xlsform(document), validate=False).xform
    for section in document["sections"]:
        for item in section["items"]:
            assert f"/{section['id']}/{item['id']}" in form


def test_everything_that_an_item_can_be_comes_back_and_converts() -> None:
    assert came_back(EVERYTHING) == EVERYTHING
    form = convert(write_xlsform(EVERYTHING), validate=False).xform
    assert "Blwyddyn 7" in form
    assert 'type="int"' in form


def test_the_same_questionnaire_gives_the_same_bytes() -> None:
    assert write_xlsform(EVERYTHING) == write_xlsform(EVERYTHING)


def test_a_written_workbook_is_checked_like_a_file() -> None:
    assert [one for one in check(write_xlsform(a_document(an_item("aim"), scale=LEVELS))) if one.grade == "error"] == []


def test_what_looks_like_a_formula_is_text() -> None:
    document = a_document(an_item("aim", text="=1+1"))
    _, findings = read_workbook(write_xlsform(document))
    assert findings == ()
    assert came_back(document) == document


def test_text_that_a_cell_can_not_hold_comes_back_all_the_same() -> None:
    document = a_document(an_item("aim", text=" a\r\nb ${x} _x0041_", kind="text", visible_if=" true() "), scale=[])
    assert came_back(document) == document
    convert(write_xlsform(document), validate=False)


def test_a_cell_that_an_author_changes_afterwards_counts() -> None:
    document = a_document(an_item("aim", text="Line one\r\nline two"))
    changed = read_xlsform(_with_label(write_xlsform(document), "Another text."))
    assert changed.document is not None
    assert changed.document["sections"][0]["items"][0]["text"] == "Another text."  # type: ignore[index]


def _with_label(content: bytes, label: str) -> bytes:
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content))
    tab = book["survey"]
    column = next(cell.column for cell in tab[1] if cell.value == "label")
    tab.cell(3, column, label)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="￾￿"), min_size=1, max_size=20
).filter(str.strip)
texts = st.one_of(words, st.fixed_dictionaries({"en": words}, optional={"cy": words, "fr": words}))
maybe = {
    "hint": texts, "why": texts, "idea": texts, "evidence_prompt": texts, "reverse": st.booleans(),
    "required": st.booleans(), "weight": st.sampled_from([0, 1, 1.0, 2.5]), "allow_not_applicable": st.booleans(),
    "allow_prefer_not_to_say": st.booleans(), "kind": st.sampled_from(["level", "single", "multiple"]),
    "follow_up": st.fixed_dictionaries({"prompt": texts}, optional={"for_options": st.just(["1"])}),
    "checks": st.lists(
        st.fixed_dictionaries(
            {"condition": st.sampled_from([". != '1'", " . > 1", "${first} = '2'"]), "message": texts},
            optional={"grade": st.sampled_from(["error", "warning", "information"])},
        ), max_size=3),
    "visible_if": st.sampled_from(["${first} = '1'", "true()", "${first} > 1 or ${first} = ''"]),
}  # fmt: skip


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries({"text": texts}, optional=maybe), st.lists(texts, min_size=4, max_size=4), texts)
def test_whatever_an_author_writes_comes_back(fields: Document, descriptors: list[object], title: object) -> None:
    document = a_document(
        an_item("first"),
        an_item("second", **{"descriptors": dict(zip("1234", descriptors, strict=True)), **fields}),
        title=title,
        languages=["en", "cy", "fr"],
    )
    assert came_back(document) == document
