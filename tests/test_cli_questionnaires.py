"""`audit-app questionnaires`: authors' files in and out, on the command line."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from audit_app.app import open_workspace
from audit_app.responses.model import Answer
from tests.builders import a_school
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file
from tests.questionnaires.xlsform.making import a_survey
from tests.test_cli import Terminal, terminal

__all__ = ["terminal"]

SPREADSHEET = """
| type          | name  | label         | relevant |
| select_one yn | asks  | Do you ask?   |          |
| integer       | often | How often?    | ${asks} = 'yes' |
| note          | thank | Thank you.    |          |
"""
BROKEN = SPREADSHEET + "| select_one nolist | what | Which? | |\n| geopoint | where | Where? | |\n"


def a_form(**fields: object) -> Document:
    return a_document(an_item("one"), a_choice("who", "a", "b", text="Who?"), **fields)


def keep(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def listed(terminal: Terminal) -> dict[str, Document]:
    rows = terminal.json("questionnaires", "list")
    assert isinstance(rows, list)
    return {row["id"]: row for row in rows}


def test_an_imported_spreadsheet_is_listed_shown_and_can_be_changed(terminal: Terminal, tmp_path: Path) -> None:
    code, out, err = terminal.run("questionnaires", "import", keep(tmp_path / "form.xlsx", a_survey(SPREADSHEET)))
    assert (code, err) == (0, "")
    assert "“A form”, version 1, is in the library as “a-form”." in out
    assert listed(terminal)["a-form"]["own"] is True
    assert listed(terminal)["partnership-health"]["own"] is False
    assert "this data folder" in terminal.run("questionnaires", "list")[1]
    shown = terminal.run("questionnaires", "show", "a-form")[1]
    for words in ("Do you ask?", "yes  Yes", "Shown when “Do you ask?” is “Yes”.", "A number.", "Thank you."):
        assert words in shown
    terminal.run("questionnaires", "export", "a-form", "--xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    headings = [cell.value for cell in book["settings"][1]]
    book["settings"].cell(2, headings.index("version") + 1).value = "2"
    changed = io.BytesIO()
    book.save(changed)
    assert terminal.run("questionnaires", "import", keep(tmp_path / "two.xlsx", changed.getvalue()))[0] == 0
    assert listed(terminal)["a-form"]["version"] == 2
    assert "version 1" in terminal.run("questionnaires", "show", "a-form", "--version", 1)[1]


def test_a_spreadsheet_with_errors_is_not_imported_and_every_finding_is_printed(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = keep(tmp_path / "form.xlsx", a_survey(BROKEN))
    code, out, err = terminal.run("questionnaires", "import", file)
    assert code == 1
    assert "“nolist”" in out
    assert "warning: " in out
    assert err.startswith("“form.xlsx” was not imported, because it has a mistake to mend (sheet ")
    assert err.count("\n") == 1
    assert "a-form" not in listed(terminal)
    code, out, _ = terminal.run("questionnaires", "import", file, "--json")
    document = json.loads(out)
    assert (code, document["imported"]) == (1, None)
    assert [(one["sheet"], one["row"], one["column"]) for one in document["findings"]] == [
        ("survey", 5, "type"),
        ("survey", 6, "type"),
    ]


def test_checking_a_file_says_the_same_and_keeps_nothing(terminal: Terminal, tmp_path: Path) -> None:
    file = keep(tmp_path / "form.xlsx", a_survey(BROKEN))
    code, out, err = terminal.run("questionnaires", "check", file)
    assert (code, err) == (1, "")
    assert "form.xlsx: 1 to mend, 1 to look at." in out
    assert terminal.json("questionnaires", "check", keep(tmp_path / "form.json", as_file(a_form()))) == []
    assert not terminal.data.exists()


def test_json_goes_in_and_out_unchanged(terminal: Terminal, tmp_path: Path) -> None:
    form = a_form(title={"en": "A form", "cy": "Ffurflen"}, languages=["en", "cy"])
    imported = terminal.json("questionnaires", "import", keep(tmp_path / "form.json", as_file(form)))
    assert isinstance(imported, dict)
    assert {one["grade"] for one in imported["findings"]} == {"warning"}  # of texts that are missing in Welsh
    exported = terminal.json("questionnaires", "export", "a-form", "--to", tmp_path / "out.json")
    assert isinstance(exported, dict)
    assert exported["fingerprint"] == imported["imported"]["fingerprint"]
    assert json.loads((tmp_path / "out.json").read_bytes()) == form
    assert terminal.run("questionnaires", "import", tmp_path / "out.json")[0] == 0


def test_every_questionnaire_that_ships_goes_out_and_comes_in_again(terminal: Terminal, tmp_path: Path) -> None:
    before = listed(terminal)
    for name in before:
        terminal.run("questionnaires", "export", name, "--xlsx", tmp_path / "out.xlsx", "--to", tmp_path / "out.json")
        for file in ("out.xlsx", "out.json"):
            assert terminal.json("questionnaires", "check", tmp_path / file) == []
            imported = terminal.json("questionnaires", "import", tmp_path / file)
            assert isinstance(imported, dict)
            assert imported["imported"] == before[name]
    assert listed(terminal) == before


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (a_form(id="partnership-health"), "comes with School Audit"),
        (a_form(title="Changed"), "a version never changes"),
        (a_form(version=3), "this is version 3"),
    ],
)
def test_what_is_here_is_never_changed(terminal: Terminal, tmp_path: Path, form: Document, said: str) -> None:
    terminal.run("questionnaires", "import", keep(tmp_path / "form.json", as_file(a_form())))
    before = listed(terminal)
    code, _, err = terminal.run("questionnaires", "import", keep(tmp_path / "new.json", as_file(form)))
    assert (code, said in err) == (1, True)
    assert listed(terminal) == before


def test_an_export_says_where_to(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.run("questionnaires", "export", "partnership-health")[0] == 2
    assert "can't be written" in terminal.refused(
        "questionnaires", "export", "partnership-health", "--xlsx", tmp_path / "no" / "folder.xlsx"
    )
    assert "“nothing”" in terminal.refused("questionnaires", "export", "nothing", "--to", tmp_path / "x.json")
    assert "no-such.xlsx" in terminal.refused("questionnaires", "import", "no-such.xlsx")


def test_a_broken_questionnaire_in_the_data_folder_stops_nothing(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("questionnaires", "import", keep(tmp_path / "form.json", as_file(a_form())))
    path = terminal.data / "questionnaires" / "a-form-1.json"
    path.write_bytes(path.read_bytes()[:-40])
    code, out, err = terminal.run("questionnaires", "list")
    assert code == 0
    assert "partnership-health" in out
    assert "questionnaires/a-form-1.json can't be read" in err
    code, out, _ = terminal.run("doctor")
    assert code == 1
    assert "questionnaires/a-form-1.json can't be read" in out
    assert terminal.run("questionnaires", "import", tmp_path / "form.json")[0] == 0
    assert terminal.run("doctor")[0] == 0


def test_answers_outlive_the_file_of_their_questionnaire(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("questionnaires", "import", keep(tmp_path / "form.json", as_file(a_form())))
    workspace = open_workspace(terminal.data)
    for name in ("a-form", "partnership-health"):
        workspace.start_audit(name, "Autumn 2026", a_school())
    audit = next(one.id for one in workspace.audits() if one.questionnaire == "a-form")
    workspace.answer(audit, "one", Answer(option="3"))
    workspace.close()
    journal = terminal.data / "audits" / audit / "journal.jsonl"
    before = journal.read_bytes()
    (terminal.data / "questionnaires" / "a-form-1.json").write_bytes(b"{")
    assert "partnership-health" in str(terminal.json("audits", "list"))
    assert "“a-form”" in terminal.refused("audits", "show", audit)
    assert terminal.run("doctor", "--repair")[0] == 1
    assert journal.read_bytes() == before
    workspace = open_workspace(terminal.data)
    assert [name for name, _ in workspace.damaged()] == [audit]
    workspace.import_questionnaire("form.json", (tmp_path / "form.json").read_bytes())
    assert workspace.damaged() == ()
    assert workspace.audit(audit).standing("one").answer == Answer(option="3")
    workspace.close()
    assert terminal.run("doctor")[0] == 0
    assert terminal.run("results", audit)[0] == 0


def test_own_items_are_replaced_from_a_file_and_come_back_the_same(terminal: Terminal, tmp_path: Path) -> None:
    own = ("questionnaires", "own", "partnership-health")
    assert "No items of your own" in terminal.run(*own)[1]
    items = [an_item("own_breakfast", actions=[]), a_choice("own_days", "few", "many", kind="multiple")]
    code, out, err = terminal.run(*own, "--from", keep(tmp_path / "own.json", json.dumps(items).encode()))
    assert (code, err) == (0, "")
    assert "2 of up to 10" in out
    printed = terminal.json(*own)
    assert isinstance(printed, dict)
    assert [one["id"] for one in printed["items"]] == ["own_breakfast", "own_days"]
    assert terminal.run(*own, "--from", keep(tmp_path / "own.json", json.dumps(printed).encode()))[0] == 0
    assert terminal.json(*own) == printed
    assert terminal.run(*own, "--from", keep(tmp_path / "none.json", b"[]"))[0] == 0
    assert "No items of your own" in terminal.run(*own)[1]


def test_own_items_with_mistakes_are_all_told_and_none_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    own = ("questionnaires", "own", "partnership-health")
    file = keep(tmp_path / "own.json", json.dumps([an_item("breakfast"), an_item("own_b", text="")]).encode())
    code, out, err = terminal.run(*own, "--from", file)
    assert code == 1
    assert "error: items[0].id: " in out
    assert "error: items[1].text: " in out
    assert err.count("\n") == 1
    code, out, _ = terminal.run(*own, "--from", file, "--json")
    document = json.loads(out)
    assert (code, document["items"]) == (1, [])
    assert [one["place"] for one in document["findings"]] == ["items[0].id", "items[1].text"]
    assert "There is no questionnaire" in terminal.refused("questionnaires", "own", "nothing")
