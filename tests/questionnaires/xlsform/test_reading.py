"""Forms from elsewhere: what has a place here comes in, and everything else gets a finding at its cell."""

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from audit_app.questionnaires.check import check
from audit_app.questionnaires.xlsform.reading import Reading, read_xlsform
from tests.examples import examples
from tests.questionnaires.making import a_document, an_item
from tests.questionnaires.xlsform.making import a_survey, a_workbook, with_part

PLAIN = a_survey("| type | name | label |\n| text | why | Why? |")
YES_NO = "| list_name | name | label |\n| yn | yes | Yes |\n| yn | no | No |"


def items(reading: Reading) -> list[Mapping[str, Any]]:
    assert reading.document is not None, reading.findings
    sections: Any = reading.document["sections"]
    return [item for section in sections for item in section["items"]]


def at(reading: Reading, grade: str | None = None) -> list[tuple[str | None, int | None, str | None]]:
    return [(one.sheet, one.row, one.column) for one in reading.findings if grade in (None, one.grade)]


def test_each_type_of_question_becomes_its_kind() -> None:
    reading = read_xlsform(a_survey("""
        | type               | name  | label  | hint     | required | relevant         | constraint | constraint_message
        | begin_group        | first | First  |          |          |                  |            |
        | select_one yn      | meets | Meets? | Be true. | yes      |                  |            |
        | select_multiple yn | both  | Both?  |          |          | ${meets} = 'yes' |            |
        | integer            | days  | Days?  |          |          |                  | . <= 7     | At most seven.
        | decimal            | hours | Hours? |          | no       |                  |            |
        | text               | why   | Why?   |          |          |                  |            |
        | date               | since | Since? |          |          |                  |            |
        | note               | end   | Done.  |          |          |                  |            |
        | end_group          |       |        |          |          |                  |            |
    """))  # fmt: skip
    assert reading.findings == ()
    assert [item["kind"] for item in items(reading)] == [
        "single", "multiple", "number", "number", "text", "date", "note",
    ]  # fmt: skip
    meets, both, days, hours, *_ = items(reading)
    assert (meets["hint"], meets["required"], meets["scale"]) == ("Be true.", True, "yn")
    assert both["visible_if"] == "${meets} = 'yes'"
    assert days["whole"] is True
    assert days["checks"] == [{"condition": ". <= 7", "message": "At most seven."}]
    assert hours["required"] is False


def test_many_findings_are_put_at_their_cells_without_waiting() -> None:
    rows = "\n".join(f"| text | q{number} | We utilise it {number}. |" for number in range(600))
    content = a_survey(f"| type | name | label |\n{rows}")
    begun = process_time()
    reading = read_xlsform(content)
    assert process_time() - begun < 3  # it was 7 s when each finding was held against each row
    assert {("survey", 2, "label"), ("survey", 400, "label")} <= set(at(reading))


@pytest.mark.parametrize("score", ["nan", "inf", "-1e999", "two"])
def test_a_score_that_is_no_number_is_an_error_at_its_cell(score: str) -> None:
    choices = f"| list_name | name | label | score |\n| yn | yes | Yes | {score} |\n| yn | no | No | 1 |"
    reading = read_xlsform(a_survey("| type | name | label |\n| select_one yn | meets | Meets? |", choices))
    assert ("choices", 2, "score") in at(reading, "error")
    assert reading.document is None


@pytest.mark.parametrize(
    "kind",
    ["geopoint", "geotrace", "image", "audio", "video", "file", "barcode", "time", "dateTime", "calculate", "hidden",
     "start", "deviceid", "acknowledge", "range", "rank yn", "select_one_from_file x.csv", "select_one_external yn"],
)  # fmt: skip
def test_what_has_no_place_here_is_left_out_with_a_finding_at_its_type(kind: str) -> None:
    reading = read_xlsform(a_survey(f"| type | name | label |\n| text | why | Why? |\n| {kind} | x | X |"))
    assert [item["id"] for item in items(reading)] == ["why"]
    assert ("survey", 3, "type") in at(reading, "warning")


def test_what_repeats_is_asked_once_and_said() -> None:
    reading = read_xlsform(a_survey("""
        | type         | name | label  |
        | begin repeat | kid  | Pupils |
        | text         | who  | Who?   |
        | end repeat   |      |        |
    """))  # fmt: skip
    assert [item["id"] for item in items(reading)] == ["who"]
    assert at(reading) == [("survey", 2, "type")]


@pytest.mark.parametrize("column", ["appearance", "calculation", "default", "media::image", "trigger", "guidance_hint"])
def test_a_column_that_has_no_place_here_is_said_at_its_cell(column: str) -> None:
    reading = read_xlsform(a_survey(f"| type | name | label | {column} |\n| text | why | Why? | x |"))
    assert at(reading) == [("survey", 2, column)]
    assert len(items(reading)) == 1


def test_a_heading_that_nobody_knows_is_said_once() -> None:
    reading = read_xlsform(a_survey("| type | name | label | my notes |\n| text | a | A? | x |\n| text | b | B? | y |"))
    assert at(reading) == [("survey", None, "my notes")]


@pytest.mark.parametrize(
    ("relevant", "said"),
    [("regex(${a}, 'x')", "regex"), ("${place} != ''", "place"), ("../a = 1", "/"), ("position(..) = 1", "position")],
)
def test_a_condition_that_has_no_place_here_is_said_and_the_question_always_shown(relevant: str, said: str) -> None:
    reading = read_xlsform(a_survey(
        "| type | name | label | relevant |\n| text | a | A? | |\n| geopoint | place | P | |\n"
        f"| text | b | B? | {relevant} |"
    ))  # fmt: skip
    assert "visible_if" not in items(reading)[1]
    finding = next(one for one in reading.findings if one.column == "relevant")
    assert (finding.row, finding.grade) == (4, "warning")
    assert said in finding.what


def test_names_become_ids_also_in_conditions() -> None:
    reading = read_xlsform(a_survey(
        "| type | name | label | relevant |\n| select_one yn | Q1-Meets | A? | |\n"
        "| text | Why? | B? | ${Q1-Meets} = 'yes' |"
    ))  # fmt: skip
    assert [(item["id"], item.get("visible_if")) for item in items(reading)] == [
        ("q1_meets", None),
        ("why", "${q1_meets} = 'yes'"),
    ]
    assert at(reading) == [("survey", 2, "name"), ("survey", 3, "name")]


def test_conditions_of_groups_within_groups_are_handed_down() -> None:
    reading = read_xlsform(a_survey("""
        | type          | name  | label | relevant         |
        | begin group   | outer | Outer |                  |
        | select_one yn | a     | A?    |                  |
        | begin group   | inner |       | ${a} = 'yes'     |
        | select_one yn | b     | B?    |                  |
        | text          | c     | C?    | ${b} = 'no'      |
        | end group     |       |       |                  |
        | end group     |       |       |                  |
    """))  # fmt: skip
    assert [item.get("visible_if") for item in items(reading)] == [
        None,
        "${a} = 'yes'",
        "(${a} = 'yes') and (${b} = 'no')",
    ]


def test_questions_outside_every_group_stand_in_sections_of_their_own() -> None:
    reading = read_xlsform(a_survey("""
        | type        | name | label |
        | text        | a    | A?    |
        | begin group | mid  | Mid   |
        | text        | b    | B?    |
        | end group   |      |       |
        | text        | c    | C?    |
    """))  # fmt: skip
    assert reading.document is not None
    assert [section["id"] for section in reading.document["sections"]] == ["questions", "mid", "questions-2"]  # type: ignore[attr-defined]


def test_languages_are_read_from_the_headings() -> None:
    reading = read_xlsform(a_survey(
        "| type | name | label::English (en) | label::Welsh (cy) |\n| text | why | Why? | Pam? |"
    ))  # fmt: skip
    assert items(reading)[0]["text"] == {"en": "Why?", "cy": "Pam?"}
    assert reading.document is not None
    assert reading.document["languages"] == ["en", "cy"]


def test_a_form_without_english_is_said_and_falls_back_to_what_it_has() -> None:
    reading = read_xlsform(a_survey("| type | name | label::Welsh (cy) |\n| text | why | Pam? |"))
    assert items(reading)[0]["text"] == {"cy": "Pam?", "en": "Pam?"}
    assert ("survey", None, "label::Welsh (cy)") in at(reading)


def test_a_choice_filter_becomes_a_condition_of_each_option() -> None:
    reading = read_xlsform(a_survey(
        "| type | name | label | choice_filter |\n| select_one yn | phase | P? | |\n"
        "| select_one years | year | Y? | p = ${phase} |",
        YES_NO.replace("Yes |", "Yes | |").replace("No |", "No | |").replace("label |", "label | p |")
        + "\n| years | y6 | Year 6 | yes |\n| years | y7 | Year 7 | no |",
    ))  # fmt: skip
    assert [option["visible_if"] for option in items(reading)[1]["options"]] == ["'yes' = ${phase}", "'no' = ${phase}"]


def test_or_other_asks_which() -> None:
    reading = read_xlsform(a_survey("| type | name | label |\n| select_one yn or_other | a | A? |"))
    assert [option["code"] for option in items(reading)[0]["options"]] == ["yes", "no", "other"]
    assert (items(reading)[1]["id"], items(reading)[1]["visible_if"]) == ("a_other", "${a} = 'other'")


def test_what_settings_leave_open_is_filled_in_and_said() -> None:
    reading = read_xlsform(a_workbook(survey="| type | name | label |\n| text | why | Why? |"))
    assert reading.document is not None
    assert (reading.document["mode"], reading.document["version"]) == ("survey", 1)
    assert {one.grade for one in reading.findings} == {"warning"}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("| select_one nowhere | a | A? | |", "type"),
        ("| begin_group | a | A | |", "type"),
        ("| end_group | | | |", "type"),
        ("| essay | a | A? | |", "type"),
        ("| text | | A? | |", "name"),
        ("| text | why | Again? | |", "name"),
        ("| text | a | A? | ${nobody} = 1 |", "relevant"),
        ("| text | a | A? | ${a} = '1' |", "relevant"),
        ("| select_one one | a | A? | |", "type"),
    ],
)
def test_what_an_author_has_to_decide_refuses_the_form_at_its_cell(row: str, column: str) -> None:
    reading = read_xlsform(a_survey(
        f"| type | name | label | relevant |\n| text | why | Why? | |\n{row}", YES_NO + "\n| one | only | Only |"
    ))  # fmt: skip
    assert reading.document is None
    assert at(reading, "error")[0] in (("survey", 3, column), ("survey", 3, "name"))


def test_options_without_name_or_list_are_found_at_their_cells() -> None:
    reading = read_xlsform(a_survey(
        "| type | name | label |\n| select_one yn | a | A? |", YES_NO + "\n| yn | | Perhaps |\n| | maybe | Maybe |"
    ))  # fmt: skip
    assert at(reading, "error")[:2] == [("choices", 4, "name"), ("choices", 5, "list_name")]


def test_other_sheets_and_settings_are_said() -> None:
    reading = read_xlsform(
        a_workbook(
            survey="| type | name | label |\n| text | why | Why? |",
            settings="| form_title | form_id | style |\n| F | f | pages |",
            entities="| list_name |\n| trees |",
        )
    )
    assert ("entities", None, None) in at(reading)
    assert ("settings", 2, "style") in at(reading)


# Files that nobody should have to open


def formula(cached: bool) -> bytes:
    book = load_workbook(io.BytesIO(PLAIN))
    book["survey"]["C2"] = "=1+1"
    written = io.BytesIO()
    book.save(written)
    if not cached:
        return written.getvalue()
    with zipfile.ZipFile(io.BytesIO(written.getvalue())) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>")
    return with_part(written.getvalue(), "xl/worksheets/sheet1.xml", sheet)


def far_away(cell: str) -> bytes:
    book = load_workbook(io.BytesIO(PLAIN))
    book["survey"][cell] = "far"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
REFUSED = {
    "nothing": b"",
    "two bytes": b"PK",
    "cut off": PLAIN[: len(PLAIN) // 2],
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "another zip": with_part(b"PK\x05\x06" + b"\x00" * 18, "readme.txt", b"hello"),
    "an empty zip": b"PK\x05\x06" + b"\x00" * 18,
    "a zip bomb": with_part(PLAIN, "xl/media/image1.png", b"\x00" * (70 * 1024 * 1024)),
    "entities": with_part(PLAIN, "xl/sharedStrings.xml", ENTITIES),
    "broken XML": with_part(PLAIN, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
    "no workbook inside": with_part(PLAIN, "xl/workbook.xml", b"<x/>"),
    "a formula never calculated": formula(cached=False),
    "a row far below": far_away("A1048576"),
    "a column far to the right": far_away("XFD2"),
    "no survey": a_workbook(questions="| type | name |\n| text | a |"),
    "an empty survey": a_workbook(survey=""),
    "only headings": a_workbook(survey="| type | name | label |"),
    "no headings": a_workbook(survey="| text | why | Why? |"),
    "only what has no place": a_survey("| type | name | label |\n| geopoint | a | A |"),
    "two headings alike": a_survey("| type | name | label | label |\n| text | a | A | B |"),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_can_not_be_read_is_refused_with_a_finding(content: bytes) -> None:
    reading = read_xlsform(content)
    assert reading.document is None
    assert reading.findings[0].grade == "error"


def test_a_formula_is_read_as_it_was_last_shown() -> None:
    reading = read_xlsform(formula(cached=True))
    assert items(reading)[0]["text"] == "2"
    assert at(reading) == [("survey", 2, "label")]


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"])
def test_macros_and_links_are_said_and_not_followed(part: str) -> None:
    reading = read_xlsform(with_part(PLAIN, part, b"<x/>"))
    assert len(items(reading)) == 1
    assert [one.place for one in reading.findings] == ["the file"]


def test_the_check_takes_workbooks_too() -> None:
    assert check(PLAIN) == ()
    assert check(REFUSED["an old workbook"])[0].grade == "error"


def test_a_thousand_items_are_read_in_seconds() -> None:
    from audit_app.questionnaires.xlsform.writing import write_xlsform

    document = a_document(*(an_item(f"item_{number}", kind="text") for number in range(1000)), minutes=240)
    assert read_xlsform(write_xlsform(document)).document == document


@settings(max_examples=examples(60), deadline=None)
@given(st.data())
def test_any_damage_to_a_workbook_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_xlsform(bytes(content))


TYPES = st.sampled_from(
    ["text", "note", "select_one yn", "select_multiple yn", "begin group", "end group", "begin repeat", "end repeat",
     "geopoint", "calculate", "", "select_one", "essay", "select_one yn or_other", "integer"]
)  # fmt: skip
CELLS = st.sampled_from(["", "a", "b", "A B", "${a} = 'yes'", "${b}", "((", "yes", "no", "1", ". > 1", "=1", "'", "é"])
ROWS = st.lists(st.tuples(TYPES, CELLS, CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=8)


@settings(max_examples=examples(30), deadline=None)
@given(ROWS)
def test_any_form_is_read_or_refused_with_an_error(rows: list[tuple[str, ...]]) -> None:
    heading = "| type | name | label | relevant | constraint | choice_filter | required |"
    reading = read_xlsform(a_survey("\n".join([heading, *("|" + "|".join(row) + "|" for row in rows)])))
    assert (reading.document is None) == any(one.grade == "error" for one in reading.findings)


@pytest.mark.skipif("XLSFORMS" not in os.environ, reason="XLSFORMS names no folder of forms")
def test_every_form_of_a_folder_is_read_or_refused() -> None:
    """For forms that are not ours to keep, such as those in pyxform's source packages."""
    for path in sorted(Path(os.environ["XLSFORMS"]).rglob("*.xls*")):
        reading = read_xlsform(path.read_bytes())
        assert (reading.document is None) == any(one.grade == "error" for one in reading.findings), path
