"""Joint plans on the command line: begun, looked at, suggested from what schools share, handed out."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from tests.reports.reading import read
from tests.test_cli import Terminal, terminal

__all__ = ["terminal"]  # a fixture

PLAN = "demo-joint-plan"


def test_a_plan_is_begun_listed_and_given_other_schools(terminal: Terminal) -> None:
    assert "joint start" in terminal.run("joint", "list")[1]
    schools = ("--school", "Ash Primary", "--school", "Elm High")
    made = terminal.json("joint", "start", "Wenlow", "--period", "2026–27", *schools)
    assert made["schools"] == ["Ash Primary", "Elm High"]
    (row,) = terminal.json("joint", "list")
    assert (row["id"], row["partnership"], row["period"], row["priorities"]) == (made["id"], "Wenlow", "2026–27", 0)
    changed = terminal.json("joint", "schools", made["id"], "Ash Primary", "Oak Special", "Elm High")
    assert changed["schools"] == ["Ash Primary", "Oak Special", "Elm High"]
    assert terminal.run("audits", "list")[1].startswith("No audits yet.")


def test_two_schools_are_needed(terminal: Terminal) -> None:
    code, _, err = terminal.run("joint", "start", "Wenlow", "--period", "2026–27")
    assert (code, err.startswith("A joint plan is that of two schools or more.")) == (1, True)


def test_the_demos_plan_can_be_looked_at_and_handed_out(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fill(3)
    parts = terminal.json("joint", "parts", PLAN)
    assert parts["own"] == parts["parts"][0]["school"]
    assert "your part" in terminal.run("joint", "parts", PLAN)[1]
    other = parts["parts"][1]["school"]
    whole, part = terminal.json("plan", PLAN), terminal.json("plan", PLAN, "--school", other)
    assert {one["school"] for priority in part["priorities"] for one in priority["actions"]} == {other}
    assert len(whole["priorities"]) >= len(part["priorities"]) > 0
    days, tables = tmp_path / "days.ics", tmp_path / "plan.xlsx"
    terminal.run("plan", PLAN, "--school", other, "--ics", days, "--xlsx", tables)
    assert {str(one["summary"])[-len(other) - 1 : -1] for one in _due(days)} == {other}
    book = load_workbook(tables)
    assert book.sheetnames[:4] == ["About", "Schools", "Priorities", "Actions"]
    assert [cell.value for cell in book["Actions"][1]][2:4] == ["School", "Action"]
    assert {row[2].value for row in book["Actions"].iter_rows(min_row=2)} == {other}
    assert [row[0].value for row in book["Schools"].iter_rows(min_row=2)] == [other]
    for school in ((), ("--school", other)):
        paper = tmp_path / "plan.pdf"
        assert terminal.run("report", PLAN, "--pdf", paper, *school)[0] == 0
        said = " ".join(text for _, text in read(paper.read_bytes()).said())
        assert f"The part of {other}" in said
        assert (f"The part of {parts['own']}" in said) is not bool(school)


def test_suggestions_say_which_are_in_the_plan_and_one_can_be_taken(terminal: Terminal) -> None:
    terminal.fill(3)
    before = terminal.json("joint", "suggest", PLAN)
    free = next(at for at, one in enumerate(before["suggestions"], 1) if not one["in_plan"])
    after = terminal.json("joint", "suggest", PLAN, "--take", free)
    assert after["suggestions"][free - 1]["in_plan"]
    assert len(after["priorities"]) == len(before["priorities"]) + 1
    assert terminal.json("plan", PLAN)["priorities"][-1]["suggested"]


def test_nothing_is_taken_where_one_of_the_suggestions_is_none(terminal: Terminal) -> None:
    terminal.fill(3)
    before = terminal.json("joint", "suggest", PLAN)
    free = next(at for at, one in enumerate(before["suggestions"], 1) if not one["in_plan"])
    code, _, err = terminal.run("joint", "suggest", PLAN, "--take", free, "--take", 99)
    assert (code, "99 is none of them" in err) == (2, True)
    assert terminal.json("joint", "suggest", PLAN) == before


def test_a_school_without_a_part_and_a_plan_of_one_school_are_told_so(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fill(2)
    code, _, err = terminal.run("plan", PLAN, "--school", "Yew Infant")
    assert (code, "“Yew Infant” takes no part in this plan." in err) == (1, True)
    one = next(row["id"] for row in terminal.json("audits", "list") if row["mode"] == "self_audit")
    for words in (("joint", "parts", one), ("report", one, "--pdf", tmp_path / "a.pdf", "--school", "Ash")):
        code, _, err = terminal.run(*words)
        assert (code, err.startswith("This is the plan of one school")) == (1, True)


def test_it_is_exported_whole_and_another_folder_takes_it_in(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.fill(2)
    file = tmp_path / "plan.json"
    assert terminal.json("export", PLAN, "--to", file)["share"] == "full"
    partner = Terminal(tmp_path / "partner", capsys, monkeypatch)
    assert [one["audit"] for one in partner.json("import", file)["add"]] == [PLAN]
    assert partner.json("plan", PLAN) == terminal.json("plan", PLAN)


def test_due_says_which_days_are_of_a_joint_plan_and_which_plans_are_left_out(terminal: Terminal) -> None:
    terminal.fill(2)
    found = terminal.json("due")
    assert {one["joint"] for one in (*found["overdue"], *found["due_soon"])} >= {True}
    assert found["left_out"] == []


def _due(file: Path) -> list[Any]:
    return [one for one in Calendar.from_ical(file.read_bytes()).walk("VEVENT") if "Due:" in str(one["summary"])]
