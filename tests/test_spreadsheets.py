"""Tables for other tools, through the one door: what stands in them, for whom, and what never does."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit_app.cli import app
from audit_app.plans.model import Action, Criterion, Milestone, Plan, Priority
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Item, ResponseOption, Section
from audit_app.reports.sheets.answers import responses_sheet
from audit_app.reports.sheets.audit import Tables, audit_book
from audit_app.reports.sheets.csv_files import csv_of
from audit_app.reports.sheets.plan import plan_sheets
from audit_app.reports.sheets.text import plain
from audit_app.reports.sheets.workbook import xlsx_of
from audit_app.responses.model import Answer, Entry
from audit_app.responses.standing import standings
from audit_app.results.audit_results import results_of
from audit_app.storage.protocol import Settings
from audit_app.sync.sharing import Share
from audit_app.workspace import Workspace
from tests.builders import (
    NOT_APPLICABLE,
    SCALE,
    a_questionnaire,
    a_school,
    a_section,
    an_audit,
    an_entry,
    an_item,
    answers,
    some_terms,
)
from tests.reports.hostile import HOSTILE
from tests.reports.sheets.reading import Rows, csv_files, formulas, meant, texts, workbook
from tests.reports.sheets.test_text import ATTACKS
from tests.test_surveys import ITEMS, PULSE, a_closed_survey, an_installation

MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEALTH = "partnership-health"
FIRST, SECOND, THIRD = [item.id for item in shipped().get(HEALTH).items][:3]


@pytest.fixture
def laptop() -> Workspace:
    laptop = an_installation()
    laptop.keep_settings(Settings(school=a_school(), person="Ann Hale"))
    return laptop


@pytest.fixture
def audit(laptop: Workspace) -> str:
    audit = laptop.start_audit(HEALTH, "Autumn 2026", a_school())
    laptop.answer(audit, FIRST, Answer(option="3"))
    laptop.answer(audit, SECOND, NOT_APPLICABLE)
    laptop.comment(audit, FIRST, "=Between us.")
    laptop.add_priority(audit, "Trust first", "It is low.")
    return audit


def row_of(sheets: Mapping[str, Rows], item: str) -> dict[str, object]:
    return next(row for row in sheets["Responses"] if row["Item id"] == item)


# One audit


def test_there_is_a_row_for_each_item_with_who_and_when(laptop: Workspace, audit: str) -> None:
    sheets = workbook(laptop.spreadsheet(audit))
    assert len(sheets["Responses"]) == len([*shipped().get(HEALTH).items])
    row = row_of(sheets, FIRST)
    assert (row["State"], row["Answer code"], row["Score"]) == ("answered", "3", 3)
    assert row["Comments"] == "Ann Hale: =Between us."
    assert row["Answered by"] == "Ann Hale"
    assert isinstance(row["Answered at"], datetime)


def test_missing_is_told_from_not_applicable(laptop: Workspace, audit: str) -> None:
    sheets = workbook(laptop.spreadsheet(audit))
    assert (row_of(sheets, SECOND)["State"], row_of(sheets, THIRD)["State"]) == ("not_applicable", "missing")
    assert row_of(sheets, SECOND)["Reason for none"] == "Not applicable to our school"
    meanings = {row["Code"]: row["Meaning"] for row in sheets["Codebook"] if row["Name"] == "State"}
    assert {"missing", "not_applicable", "prefer_not_to_say", "contested", "not_asked"} <= meanings.keys()


@pytest.mark.parametrize(
    ("share", "comment", "has_plan"),
    [("scores", None, False), ("comments", "=Between us.", False), ("full", "Ann Hale: =Between us.", True)],
)
def test_it_holds_what_a_bundle_of_the_same_share_does(
    laptop: Workspace, audit: str, share: Share, comment: str | None, has_plan: bool
) -> None:
    content = laptop.spreadsheet(audit, share)
    sheets = workbook(content)
    assert row_of(sheets, FIRST)["Comments"] == comment
    assert ("Priorities" in sheets) == has_plan
    assert any("Ann Hale" in text for text in texts(content)) == (share == "full")
    assert ("Answered by" in sheets["Responses"][0]) == (share == "full")
    assert sheets["Sections"] == workbook(laptop.spreadsheet(audit))["Sections"]


def test_the_codebook_names_every_column_and_the_questionnaire(laptop: Workspace, audit: str) -> None:
    survey = laptop.open_survey(PULSE, "Autumn 2026", a_school(), some_terms())
    for content in (laptop.spreadsheet(audit), laptop.spreadsheet(survey), comparison(laptop)):
        sheets = workbook(content)
        explained = {
            (row["Sheet"], row["Name"]) for row in sheets["Codebook"] if row["About"] == "column" and row["Meaning"]
        }
        book_of = {row["Name"]: row["Meaning"] for row in sheets["Codebook"] if row["About"] == "questionnaire"}
        assert re.fullmatch("[0-9a-f]{64}", str(book_of["Fingerprint"]))
        for name, rows in sheets.items():
            for heading in rows[0] if rows else ():
                assert (name, heading) in explained
        assert next(iter(sheets)) == "About"
        assert [*sheets][-1] == "Codebook"
    scale = [row for row in workbook(laptop.spreadsheet(audit))["Codebook"] if row["About"] == "scale"]
    assert [(row["Code"], row["Counts as"]) for row in scale] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]


def test_the_same_audit_gives_the_same_bytes() -> None:
    def made() -> tuple[bytes, bytes]:
        laptop = an_installation()
        audit = laptop.start_audit(HEALTH, "Autumn 2026", a_school())
        laptop.answer(audit, FIRST, Answer(option="3"))
        return laptop.spreadsheet(audit), laptop.csv_files(audit)

    assert made() == made()


def test_items_of_every_kind_come_as_what_they_are() -> None:
    options = (ResponseOption(code="a", label="Apples", score=None), ResponseOption(code="b", label="Bees", score=None))
    kinds = (
        Item(id="how_many", kind="number", text="How many?"),
        Item(id="which_day", kind="date", text="When?"),
        Item(id="in_words", kind="text", text="Why?"),
        Item(id="several", kind="multiple", text="Which?", options=options),
        an_item("turned", reverse=True),
        Item(id="a_note", kind="note", text="Read this."),
    )
    asked = a_questionnaire(Section(id="kinds", title="Kinds", items=kinds))
    given = answers(
        {
            "how_many": Answer(value=12.0),
            "which_day": Answer(value="2026-09-01"),
            "in_words": Answer(value="-none"),
            "several": Answer(value=("a", "b")),
            "turned": Answer(option="1"),
        }
    )
    found = {str(row[2]): row for row in responses_sheet(asked, given, names=True).rows}
    state, code, answer, score = 5, 6, 7, 8
    assert [found[name][answer] for name in ("how_many", "in_words", "several")] == [12, "-none", "Apples; Bees"]
    assert str(found["which_day"][answer]) == "2026-09-01"
    assert (found["several"][code], found["turned"][score]) == ("a; b", 4)
    assert {row[state] for row in found.values()} == {"answered"}
    assert "a_note" not in found


def test_answers_that_differ_stand_side_by_side_and_count_nowhere() -> None:
    entries = [
        an_entry({"option": code}, device=by.lower(), by=by, field="answer")
        for code, by in (("2", "Ann"), ("4", "Ben"))
    ]
    sheet = responses_sheet(a_questionnaire(), entries, names=True)
    row = dict(zip([column.heading for column in sheet.columns], sheet.rows[0], strict=True))
    assert (row["State"], row["Score"], row["Answer code"]) == ("contested", None, None)
    assert row["Answers that differ"] == "Ann: 2: Started\nBen: 4: How we work"
    without = responses_sheet(a_questionnaire(), entries, names=False)
    assert not any("Ann" in str(cell) for line in without.rows for cell in line)


def test_what_skip_logic_hides_is_told_from_what_is_missing() -> None:
    items = (an_item("purpose_a"), an_item("purpose_b", visible_if="${purpose_a} = '4'"))
    asked = a_questionnaire(Section(id="purpose", title="Purpose", items=items))
    rows = responses_sheet(asked, answers({"purpose_a": 1, "purpose_b": 3}), names=False).rows
    assert [row[5] for row in rows] == ["answered", "not_asked"]
    assert rows[1][8] is None


def test_every_field_of_the_plan_stands_in_the_workbook() -> None:
    day = "2026-09-01"
    action = Action(id="a", text="ACT", first_step="STEP", school="PART", owner="ACTOR", due=day, state="done")
    milestone = Milestone(text="STONE", term="TERM", day=day, reached=True)
    words = {
        name: f"WORDS {name}"
        for name, kind in Priority.model_fields.items()
        if name not in ("id", "section") and "str" in str(kind.annotation) and "tuple" not in str(kind.annotation)
    }
    dates = dict.fromkeys(("start", "due"), day)
    chosen = {"rag": "amber", "halt": "on hold", "suggested": True, "section": "purpose", "items": ("purpose_a",)}
    parts = {"actions": (action,), "criteria": (Criterion(text="CRIT", state="met"),), "milestones": (milestone,)}
    priority = Priority.model_validate({"id": "p", **words, **chosen, **dates, **parts})
    plan = Plan(priorities=(priority,), questions=("ASK",), decisions=("DECIDE",), next_review=day)
    sheets = plan_sheets(plan, {"purpose": "Purpose"}, joint=True)  # which alone says what is whose part
    cells = [str(value) for sheet in sheets for row in sheet.rows for value in row]
    wanted = [text for name, text in words.items() if name not in {*dates, *chosen}]
    for word in (
        *wanted,
        "ACT",
        "STEP",
        "PART",
        "ACTOR",
        "done",
        "CRIT",
        "met",
        "STONE",
        "TERM",
        "yes",
        "ASK",
        "DECIDE",
        "amber",
    ):
        assert word in cells, word
    assert {"on hold", "suggested", "Purpose", "purpose_a", "question", "decision", "next review"} <= {*cells}
    assert cells.count(day) == 2 + 1 + 1 + 1


@pytest.mark.parametrize("text", [*HOSTILE.values(), *ATTACKS[::6], "y" * 19_000], ids=lambda text: ascii(text)[:20])
def test_hostile_text_in_every_field_is_text(text: str) -> None:
    held = re.sub("[\ud800-\udfff]", "?", text)  # what a bundle or a file of ours can't hold never comes so far
    words, short = held or "x", (held or "x")[:200]
    asked = a_questionnaire(
        a_section().model_copy(update={"title": words[:4000], "items": (hostile_item(words[:4000]),)}),
        title=words[:4000],
        scale=(SCALE[0].model_copy(update={"label": words[:4000]}), *SCALE[1:]),
    )
    entries: tuple[Entry, ...] = (
        an_entry({"option": "1"}, field="answer", by=short),
        an_entry(words, minute=1, by=short),
        an_entry({"kind": "text", "text": words[:4000]}, minute=2, field="evidence", by=short),
    )
    audit = an_audit(asked, school=a_school(short), wave=short[:80])
    plan = Plan(priorities=(Priority(id="p", title=short, why=words, actions=(Action(id="a", text=words),)),))
    results = results_of(audit, asked, standings(entries), "draft")
    book = audit_book(Tables(audit, asked, results, entries, plan, "full", MADE))
    content = xlsx_of(book)
    assert formulas(content) == []
    for read, shown in ((workbook(content), lambda cell: cell or ""), (csv_files(csv_of(book)), meant)):
        row = read["Responses"][0]
        assert shown(row["Item"]) == shown(row["Level described"]) == plain(words[:4000])
        assert plain(words)[:30] in shown(row["Comments"])
        assert shown(read["Priorities"][0]["Why"]) == plain(words)


def hostile_item(text: str) -> Item:
    return an_item(text=text, descriptors=dict.fromkeys("1234", text))


# A survey


def test_no_single_response_to_a_survey_stands_in_any_table(laptop: Workspace) -> None:
    survey = laptop.open_survey(PULSE, "Autumn 2026", a_school(), some_terms())
    a_closed_survey(laptop, survey)
    for share in ("scores", "comments", "full"):
        sheets = workbook(laptop.spreadsheet(survey, share))
        assert "Responses" not in sheets
        assert not any("Answered" in heading for rows in sheets.values() for row in rows[:1] for heading in row)
        assert ("Comments" in sheets) == (share != "scores")
    of_leaders = [row["Score"] for row in sheets["Sections by group"] if row["Group id"] == "leaders"]
    assert of_leaders
    assert all(str(score).startswith("withheld: ") for score in of_leaders)


def test_a_survey_that_is_open_says_why_there_is_nothing(laptop: Workspace) -> None:
    survey = laptop.open_survey(PULSE, "Autumn 2026", a_school(), some_terms())
    laptop.hand_in(survey, "teachers", {ITEMS[0]: Answer(option="3")}, {})
    sheets = workbook(laptop.spreadsheet(survey))
    assert all(str(row["Score"]).startswith("withheld: ") for row in (*sheets["Sections"], *sheets["Items"]))
    assert not any("Withheld" in str(row["Score"]) for row in sheets["Items"])
    assert {row["What"]: row["Value"] for row in sheets["About"]}["n"] == 1


# A partnership


def comparison(laptop: Workspace, *, pseudonyms: bool = False, csv: bool = False) -> bytes:
    for school, level in (("Alder First School", 2), ("=Birch & Sons", 4)):
        audit = laptop.start_audit(HEALTH, f"Spring 2026 {level}", a_school(school))
        for item in shipped().get(HEALTH).items:
            laptop.answer(audit, item.id, Answer(option=str(level)))
    found = laptop.compare_here(HEALTH, pseudonyms=pseudonyms)
    return laptop.comparison_csv(found) if csv else laptop.comparison_spreadsheet(found)


def test_schools_stand_side_by_side_whatever_they_are_called(laptop: Workspace) -> None:
    content = comparison(laptop)
    row = workbook(content)["Sections"][0]
    assert (row["Alder First School"], row["=Birch & Sons"], row["Median"]) == (2, 4, 3)
    assert formulas(content) == []


@pytest.mark.parametrize("csv", [False, True])
def test_pseudonyms_keep_every_name_out_of_the_file(laptop: Workspace, csv: bool) -> None:
    with zipfile.ZipFile(io.BytesIO(comparison(laptop, pseudonyms=True, csv=csv))) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    for name in (b"Alder", b"Birch", b"Ann Hale", b"laptop"):
        assert name not in parts
    assert b"School " in parts


# On the command line


def test_the_command_line_writes_both_and_says_where(tmp_path: Path) -> None:
    data, xlsx, plain_files = tmp_path / "data", tmp_path / "a.xlsx", tmp_path / "a.zip"
    run = CliRunner()
    started = run.invoke(
        app, ["audits", "start", HEALTH, "--wave", "Autumn", "--school", "Foxglove", "--data", str(data), "--json"]
    )
    assert started.exit_code == 0, started.output
    audit = re.findall('"id": "([^"]+)"', started.stdout)[0]
    asked = ["results", audit, "--xlsx", str(xlsx), "--csv", str(plain_files), "--share", "scores", "--data", str(data)]
    found = run.invoke(app, asked)
    assert found.exit_code == 0, found.output
    assert f"The spreadsheet is in {xlsx}." in found.stdout
    assert "Priorities" not in workbook(xlsx.read_bytes())
    assert "Codebook" in csv_files(plain_files.read_bytes())
