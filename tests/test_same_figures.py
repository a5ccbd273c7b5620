"""Whoever asks gets the same figures: screens, papers, spreadsheets and CSV files say what `results --json` and
`compare --json` say. Files have the figure itself; what people read has one decimal of it."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit_app.app import open_workspace
from audit_app.cli import app
from audit_app.demo.fill import fill
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import partnership as text
from audit_app.ui.text import results as results_text
from audit_app.workspace import Workspace
from tests.as_read import as_read
from tests.reports.reading import Node
from tests.reports.reading import read as read_paper
from tests.reports.sheets.reading import Rows, csv_files, workbook
from tests.ui.harness import Window, window_of
from tests.ui.screens.partnerships import read, rows_of

AUDIT, PROVISION, SURVEY = "demo-01-summer-2026", "demo-01-provision-autumn-2026", "demo-03-staff-summer-2026"
SECTION = {
    "id": "Section id",
    "title": "Section",
    "score": "Score",
    "n": "n",
    "items": "Items",
    "missing": "Missing",
    "not_applicable": "Not applicable",
    "prefer_not_to_say": "Prefer not to say",
    "unscored": "Unscored",
}
"""Key of the JSON to heading."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    workspace = open_workspace(folder)
    fill(workspace, 4)
    workspace.close()
    return folder


def told(folder: Path, *words: str) -> tuple[dict[str, Any], dict[str, Rows], dict[str, Rows]]:
    """The JSON, the workbook and the CSV files that one run of a command makes."""
    xlsx, plain = folder / "out.xlsx", folder / "out.zip"
    asked = [*words, "--xlsx", str(xlsx), "--csv", str(plain), "--json", "--data", str(folder)]
    found = CliRunner().invoke(app, asked)
    assert found.exit_code == 0, found.output
    sheets, files = dict(workbook(xlsx.read_bytes())), dict(csv_files(plain.read_bytes()))
    assert list(sheets) == list(files)
    return json.loads(found.stdout), sheets, files


def as_said(value: object, reason: str | None) -> object:
    """What stands in a workbook for a value of the JSON of a survey."""
    if value is not None or reason is None:
        return value
    without = reason.removeprefix("Withheld").lstrip(" ,:") if reason.startswith("Withheld") else reason
    return f"withheld: {without}"


Figures = Mapping[tuple[str, str], Any]
"""Section, and what of it, to the figure: a number in files, words where people read."""


@pytest.mark.parametrize("of", ["a self-audit", "a provision audit", "a survey", "a partnership", "its provision"])
def test_screen_json_paper_and_spreadsheet_have_the_same_figures(folder: Path, tmp_path: Path, of: str) -> None:
    match of:
        case "a self-audit" | "a provision audit":
            audit = AUDIT if of == "a self-audit" else PROVISION
            said, sheets, _ = told(folder, "results", audit)
            figures = audit_figures(said)
            table = {(row["Section"], "Score"): row["Score"] for row in sheets["Sections"]}
            paper = paper_figures(folder, tmp_path, "Section", "report", audit, "--paper", "full")
            screen = shown_figures(folder, places.results(audit), partial(table_figures, caption=results_text.TABLE))
        case "a survey":
            said, sheets, _ = told(folder, "results", SURVEY)
            figures = survey_figures(said)
            table = {(row["Section"], "Score"): row["Score"] for row in sheets["Sections"]}
            table |= {(row["Section"], row["Group"]): row["Score"] for row in sheets["Sections by group"]}
            paper = paper_figures(folder, tmp_path, "Section", "report", SURVEY, "--paper", "staff")
            screen = shown_figures(folder, places.results(SURVEY), survey_on_screen)
        case _:
            asked = "partnership-health" if of == "a partnership" else "provision-audit"
            words = ["compare", "--questionnaire", asked]
            said, sheets, _ = told(folder, *words)
            figures = partnership_figures(said)
            table = {(row["Section"], "Median"): row["Median"] for row in sheets["Sections"]}
            table |= {(row["Section"], row["School"]): row["Score"] for row in sheets["Scores by school"]}
            paper = transposed(paper_figures(folder, tmp_path, "School", *words))
            screen = shown_figures(folder, places.PARTNERSHIP, partial(map_figures, questionnaire=asked))
    assert len(figures) >= 5
    needs_rounding = any(figure != round(figure, 1) for figure in figures.values() if figure is not None)
    assert needs_rounding or of == "a provision audit"  # of few items
    assert {key: None if isinstance(table[key], str) else table[key] for key in figures} == figures
    for where in (paper, screen):
        missing = {key for key, figure in figures.items() if figure is not None and key not in where}
        assert missing == set()
        assert {key: first_word(where[key]) for key in figures if key in where} == {
            key: as_read(figure) for key, figure in figures.items() if key in where
        }


def audit_figures(said: dict[str, Any]) -> Figures:
    return {(one["title"], "Score"): one["score"] for one in said["sections"] if one["items"]}


def survey_figures(said: dict[str, Any]) -> Figures:
    sections = {(one["title"], "Score"): one["score"] for one in said["sections"]}
    groups = {(one["title"], group["title"]): group["score"] for one in said["sections"] for group in one["groups"]}
    assert None in groups.values()
    return sections | groups


def partnership_figures(said: dict[str, Any]) -> Figures:
    medians = {(one["title"], "Median"): one["median"] for one in said["sections"]}
    return medians | {
        (one["title"], each["school"]): each["score"] for one in said["sections"] for each in one["schools"]
    }


def first_word(cell: str) -> str:
    """The figure of a cell that says more: “2.3 Started”, “2.3 out of 4”; “–” for what says that there is none."""
    figure, *_ = cell.rstrip(",").split()
    return "–" if figure in {"Withheld", "No"} else figure.rstrip(",")


def paper_figures(folder: Path, tmp_path: Path, corner: str, *words: str) -> Figures:
    """Of all tables in the paper whose first heading is this one: the row's name and the column's to the cell."""
    file = tmp_path / "paper.pdf"
    found = CliRunner().invoke(app, [*words, "--pdf", str(file), "--data", str(folder)])
    assert found.exit_code == 0, found.output
    tables = [rows for rows in tables_in(read_paper(file.read_bytes()).root) if rows[0][0] == corner]
    return {
        (row[0], "Score" if head.startswith("Score out of") else head): cell
        for heads, *rows in tables
        for row in rows
        for head, cell in zip(heads[1:], row[1:], strict=True)
    }


def tables_in(node: Node) -> Iterator[list[list[str]]]:
    if node.role == "Table":
        yield [[words_under(cell) for cell in row.children] for row in under(node, "TR")]
        return
    for child in node.children:
        yield from tables_in(child)


def under(node: Node, role: str) -> Iterator[Node]:
    for child in node.children:
        yield from [child] if child.role == role else under(child, role)


def words_under(node: Node) -> str:
    return " ".join(" ".join([node.text, *map(words_under, node.children)]).split())


def transposed(figures: Figures) -> Figures:
    return {(column, row): cell for (row, column), cell in figures.items()}


def shown_figures(folder: Path, route: str, figures: Callable[[Window], Awaitable[Figures]]) -> Figures:
    async def looked_at() -> Figures:
        async with window_of(make_main(workspace), route) as shown:
            return await figures(shown)

    workspace = open_workspace(folder, read_only=True)
    try:
        return asyncio.run(looked_at())
    finally:
        workspace.close()


async def table_figures(shown: Window, caption: str) -> Figures:
    heads, *rows = rows_of(shown, caption)
    return {(row[0], head): cell for row in rows for head, cell in zip(heads[1:], row[1:], strict=True)}


async def map_figures(shown: Window, questionnaire: str) -> Figures:
    """Schools stand above or beside the sections, as there is room."""
    await read(shown)
    await shown.select(text.WHICH, questionnaire)
    found = await table_figures(shown, text.MAP)
    return found if rows_of(shown, text.MAP)[0][0] == text.SECTION else transposed(found)


async def survey_on_screen(shown: Window) -> Figures:
    """The score beside a section's heading, and below it a bar for each group that is shown."""
    found: dict[tuple[str, str], str] = {}
    section = ""
    for node in shown.nodes():
        if node.role == "heading":
            section = node.name
        elif " out of " in node.name and (section, "Score") not in found:
            found[section, "Score"] = node.name
        elif ": " in node.name and ", between " in node.name:
            group, _, figure = node.name.partition(": ")
            found[section, group] = figure
    return found


@pytest.mark.parametrize("audit", [AUDIT, PROVISION])
def test_of_a_self_audit(folder: Path, audit: str) -> None:
    said, sheets, files = told(folder, "results", audit)
    assert [{key: row[name] for key, name in SECTION.items()} for row in sheets["Sections"]] == [
        {key: one[key] for key in SECTION} for one in said["sections"]
    ]
    figures = [(one["id"], one["option"], one["score"], one["evidence"]) for one in said["items"]]
    assert [
        (row["Item id"], row["Answer code"], row["Score"], row["Evidence pieces"]) for row in sheets["Items"]
    ] == figures
    scored = [
        (row["Item id"], row["Answer code"], row["Score"]) for row in sheets["Responses"] if row["Score"] is not None
    ]
    assert scored == [figure[:3] for figure in figures if figure[2] is not None]
    assert [(row["Section id"], row["Answer code"], row["Times given"]) for row in sheets["Distribution"]] == [
        (one["id"], code, times) for one in said["sections"] for code, times in one["distribution"].items()
    ]
    ranked = {row["Strength"]: row["Item id"] for row in sheets["Items"] if row["Strength"]}
    assert [ranked[at] for at in sorted(ranked)] == [one["id"] for one in said["strengths"]]
    assert [row["Score"] for row in files["Sections"]] == [str(one["score"] or "") for one in said["sections"]]


def test_of_a_survey_with_what_is_withheld(folder: Path) -> None:
    said, sheets, files = told(folder, "results", SURVEY)
    groups = [(one, group) for one in said["sections"] for group in one["groups"]]
    assert [
        (row["Section id"], row["Group id"], row["Responses"], row["Score"]) for row in sheets["Sections by group"]
    ] == [(one["id"], group["id"], group["n"], as_said(group["score"], group["reason"])) for one, group in groups]
    assert any(group["score"] is None for _, group in groups)
    for sheet, things in (("Sections", said["sections"]), ("Items", said["items"])):
        for key in ("score", "margin", "n", "missing", "not_applicable", "prefer_not_to_say", "unscored"):
            heading = {**SECTION, "margin": "Margin"}[key]
            assert [row[heading] for row in sheets[sheet]] == [as_said(one[key], one["reason"]) for one in things]
    shown = [(one["id"], code, times) for one in said["items"] for code, times in (one["distribution"] or {}).items()]
    assert [
        (row["Item id"], row["Answer code"], row["Times given"])
        for row in sheets["Distribution"]
        if row["Item id"] and row["Answer code"]
    ] == shown
    assert [(row["Section"], row["Difference"], row["p"]) for row in sheets["Gaps"]] == [
        (one["title"], one["difference"], one["p"]) for one in said["gaps"]
    ]
    assert [row["Score"] for row in files["Items"]] == [
        str(as_said(one["score"], one["reason"])) for one in said["items"]
    ]


@pytest.mark.parametrize("words", [[], ["--pseudonyms"], ["--questionnaire", "provision-audit"]])
def test_of_a_partnership(folder: Path, words: list[str]) -> None:
    said, sheets, _ = told(folder, "compare", *words)
    names = [one["id"] for one in said["schools"]]
    assert [row["School"] for row in sheets["Schools"]] == names
    for row, one in zip(sheets["Sections"], said["sections"], strict=True):
        assert (row["Section id"], row["n"], row["Median"]) == (one["id"], one["n"], one["median"])
        assert (row["Lower quartile"], row["Highest"]) == (one["lower_quartile"], one["highest"])
        by_school = {each["school"]: each for each in one["schools"]}
        assert {name: row[name] for name in names} == {
            name: each["score"] if each["score"] is not None else f"no score: {each['reason']}"
            for name, each in by_school.items()
        }
    assert [(row["Section id"], row["School"], row["Gap"]) for row in sheets["Scores by school"]] == [
        (one["id"], each["school"], each["gap"]) for one in said["sections"] for each in one["schools"]
    ]
    for sheet, key, pairs in (
        ("Common issues", "common_issues", {"Section id": "id", "Of": "of", "In words": "sentence"}),
        ("Seen differently", "perception_gaps", {"Item id": "item", "Difference": "difference"}),
        ("Offers", "offers", {"School": "school", "Area id": "area", "Level": "level", "Schools a year": "capacity"}),
        ("Wishes", "wishes", {"Area id": "area", "Area": "title"}),
        ("Left out", "excluded", {"School": "school", "Audit": "audit", "Reason": "reason"}),
    ):
        told_there = [{heading: row[heading] for heading in pairs} for row in sheets[sheet]]
        assert told_there == [{heading: one[name] for heading, name in pairs.items()} for one in said[key]], sheet
    assert len(sheets["Leaders and colleagues"]) == sum(len(one["sections"]) for one in said["views"])


@pytest.mark.parametrize("questionnaire", ["partnership-health", "provision-audit"])
def test_of_a_partnership_on_the_screen(folder: Path, questionnaire: str) -> None:
    """It shows one decimal; its cells stand in the order of the JSON, whichever way round the table is."""
    asked = ["compare", "--questionnaire", questionnaire, "--json", "--data", str(folder)]
    said = json.loads(CliRunner().invoke(app, asked).stdout)
    workspace = open_workspace(folder, read_only=True)
    rows = asyncio.run(section_map(workspace, questionnaire))
    workspace.close()
    shown = {(row[0], head): cell for row in rows[1:] for head, cell in zip(rows[0][1:], row[1:], strict=True)}
    for section in said["sections"]:
        for name, score in [
            *((one["school"], one["score"]) for one in section["schools"]),
            ("Median", section["median"]),
        ]:
            cell = shown.get((name, section["title"])) or shown[section["title"], name]
            assert cell.split()[0] == as_read(score)
        lower, upper = section["lower_quartile"], section["upper_quartile"]
        cell = shown.get(("Quartiles", section["title"])) or shown[section["title"], "Quartiles"]
        assert cell == ("–" if lower is None else f"{as_read(lower)} to {as_read(upper)}")


async def section_map(workspace: Workspace, questionnaire: str) -> list[list[str]]:
    async with window_of(make_main(workspace), places.PARTNERSHIP) as shown:
        await read(shown)
        await shown.select(text.WHICH, questionnaire)
        return rows_of(shown, text.MAP)
