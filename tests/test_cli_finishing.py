"""`audit-app audits submit`, `reopen`, `stay` and `take-out`, and what `audits show` says of answers that don't do."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit_app.app import open_workspace
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file
from tests.questionnaires.two_versions import FIRST_FORM, FORM, SECOND_FORM
from tests.test_cli import Terminal, terminal

__all__ = ["terminal"]

SCHOOL = "Foxglove Lane Primary"
ITEMS = (
    a_choice("partner", "yes", "no", required=True),
    an_item("which", kind="text", visible_if="${partner} = 'yes'", required=True),
    an_item(
        "meetings",
        kind="number",
        whole=True,
        checks=[
            {"condition": ". >= 0", "message": "Nobody meets less than never."},
            {"condition": ". <= 100", "message": "That is twice a week.", "grade": "warning"},
        ],
    ),
    an_item("goals"),
)


@pytest.fixture
def audit(terminal: Terminal, tmp_path: Path) -> str:
    """Begun, and nothing answered."""
    return begun(terminal, tmp_path, a_document(*ITEMS))


def begun(terminal: Terminal, folder: Path, form: Document) -> str:
    imported(terminal, folder, form)
    return str(terminal.json("audits", "start", FORM, "--wave", "Autumn 2026", "--school", SCHOOL)["id"])


def imported(terminal: Terminal, folder: Path, form: Document) -> None:
    file = folder / f"form-{form['version']}.json"
    file.write_bytes(as_file(form))
    assert terminal.run("questionnaires", "import", file)[0] == 0


def answered(terminal: Terminal, audit: str, **answers: object) -> None:
    for item, level in answers.items():
        assert terminal.run("answer", audit, item, level)[0] == 0


def shown(terminal: Terminal, audit: str) -> dict[str, Any]:
    return {one["id"]: one for one in terminal.json("audits", "show", audit)["items"]}


def test_an_audit_is_submitted_and_reopened_with_a_reason(terminal: Terminal, audit: str) -> None:
    answered(terminal, audit, partner="no", goals="3")
    done = terminal.json("audits", "submit", audit)
    assert (done["status"], done["answered"], done["in_the_way"]) == ("submitted", 2, [])
    assert done["submitted"]["reopened"] is None
    assert "Reopen it first" in terminal.refused("answer", audit, "goals", "4")
    reopened = terminal.json("audits", "reopen", audit, "--reason", "We met again.")
    assert (reopened["status"], reopened["reopened"]["reopened"]) == ("draft", "We met again.")
    answered(terminal, audit, goals="4")
    assert len(terminal.json("audits", "show", audit)["submissions"]) == 1
    assert terminal.json("audits", "submit", audit)["submitted"]["stamp"] != done["submitted"]["stamp"]


def test_people_read_what_was_submitted_and_what_was_left_open(terminal: Terminal, audit: str) -> None:
    answered(terminal, audit, partner="no", meetings="160")
    code, out, _ = terminal.run("audits", "submit", audit)
    assert code == 0
    assert out.startswith(f"Submitted: A form, {SCHOOL}, Autumn 2026.\n1 of 3 items stayed without an answer")
    assert "unusual" in out
    assert "meetings (“We say what meetings is.”): That is twice a week." in out
    assert "was submitted already, on " in terminal.run("audits", "submit", audit)[1]


def test_every_item_in_the_way_is_named(terminal: Terminal, audit: str) -> None:
    answered(terminal, audit, partner="yes", meetings="-1")
    code, out, err = terminal.run("audits", "submit", audit)
    assert (code, out) == (1, "")
    assert err == (
        f"“{audit}” was not submitted: 2 items have to be put right first.\n"
        "  which (“We say what which is.”): This item needs an answer.\n"
        "  meetings (“We say what meetings is.”): Nobody meets less than never.\n"
    )
    code, out, err = terminal.run("audits", "submit", audit, "--json")
    document = json.loads(out)
    assert (code, document["status"], document["submitted"]) == (1, "draft", None)
    assert [one["item"] for one in document["in_the_way"]] == ["which", "meetings"]
    assert terminal.json("audits", "show", audit)["status"] == "draft"


def test_answers_that_differ_are_in_the_way_until_one_is_chosen(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    answered(terminal, audit, partner="no")
    here, there = terminal.data, tmp_path / "there"
    imported_at(terminal, there, audit, tmp_path)
    answered(terminal, audit, goals="2")
    came = tmp_path / "came.json"
    terminal.run("export", audit, "--to", came, "--share", "full")
    terminal.data = here
    answered(terminal, audit, goals="4")
    assert terminal.run("import", came, "--accept-unsigned")[0] == 0
    said = terminal.run("audits", "submit", audit)[2]
    assert "1 item has to be put right first" in said
    assert "goals (“We say what goals is.”): Colleagues gave different answers: choose one of them." in said
    told = terminal.run("audits", "show", audit)[1]
    assert "goals: different answers; choose one\n  somebody: 2 Started\n  somebody: 4 Part of how we work" in told
    assert len({one["stamp"] for one in shown(terminal, audit)["goals"]["rivals"]}) == 2
    answered(terminal, audit, goals="2")
    assert terminal.run("audits", "submit", audit)[0] == 0


def imported_at(terminal: Terminal, place: Path, audit: str, folder: Path) -> None:
    """Another device has the audit; the terminal stands there."""
    sent = folder / "sent.json"
    terminal.run("export", audit, "--to", sent, "--share", "full")
    terminal.data = place
    terminal.run("questionnaires", "import", folder / "form-1.json")
    assert terminal.run("import", sent)[0] == 0


def test_what_can_not_be_submitted_or_reopened_is_said(terminal: Terminal, audit: str) -> None:
    assert "nothing to submit" in terminal.refused("audits", "submit", audit)
    assert "has not been submitted" in terminal.refused("audits", "reopen", audit, "--reason", "Why not.")
    assert "a few words" in terminal.refused("audits", "reopen", audit, "--reason", "  ")
    assert terminal.run("audits", "reopen", audit)[0] == 2
    for verb in (("submit",), ("stay",), ("take-out",), ("reopen", "--reason", "Why not.")):
        assert "no audit “nothing”" in terminal.refused("audits", *verb, "nothing")


def test_a_survey_is_not_submitted(terminal: Terminal) -> None:
    terminal.fill(2)
    for verb in (("submit",), ("reopen", "--reason", "Why not.")):
        assert "anonymous survey" in terminal.refused("audits", *verb, "demo-01-pulse-autumn-2026")


def test_what_is_hidden_and_what_is_refused_is_shown(terminal: Terminal, audit: str) -> None:
    answered(terminal, audit, partner="yes", which="Ash Tree", meetings="-1")
    before = shown(terminal, audit)
    assert not any(one["hidden"] for one in before.values())
    assert before["meetings"]["remarks"] == [{"grade": "error", "message": "Nobody meets less than never."}]
    answered(terminal, audit, partner="no", meetings="101")
    after = shown(terminal, audit)
    assert [item for item, one in after.items() if one["hidden"]] == ["which"]
    assert after["which"]["answer"]["value"] == "Ash Tree"
    assert [one["grade"] for one in after["meetings"]["remarks"]] == ["warning"]
    said = terminal.run("audits", "show", audit)[1]
    assert "which: Ash Tree (not asked: other answers hide it)" in said
    assert "UNUSUAL: IF THEY ARE RIGHT, LEAVE THEM\n  meetings (" in said
    assert "TO PUT RIGHT" not in said


def test_a_copy_without_its_words_is_not_held_against_the_checks(
    terminal: Terminal, audit: str, tmp_path: Path
) -> None:
    answered(terminal, audit, partner="yes", which="Ash Tree")
    sent = tmp_path / "scores.json"
    terminal.run("export", audit, "--to", sent)
    terminal.data = tmp_path / "elsewhere"
    imported(terminal, tmp_path, a_document(*ITEMS))
    assert terminal.run("import", sent)[0] == 0
    assert [one["remarks"] for one in shown(terminal, audit).values()] == [[]] * len(ITEMS)


def test_staying_on_a_version_is_kept_and_moving_is_still_offered(terminal: Terminal, tmp_path: Path) -> None:
    audit = begun(terminal, tmp_path, FIRST_FORM)
    none = terminal.json("audits", "stay", audit)
    assert (none["version"], none["newest"], none["stays_despite"]) == (1, None, None)
    assert "none to move to" in terminal.run("audits", "stay", audit)[1]
    imported(terminal, tmp_path, SECOND_FORM)
    for _again in range(2):
        assert terminal.json("audits", "stay", audit) == {
            "audit": audit,
            "version": 1,
            "newest": 2,
            "stays_despite": 2,
        }
    workspace = open_workspace(terminal.data)
    assert [one.field for one in workspace.audit(audit).entries] == ["stays"]
    workspace.close()
    assert terminal.json("audits", "move", audit, "--dry-run")["to"] == 2


def test_an_audit_is_taken_out_of_the_list_and_brought_back(terminal: Terminal, audit: str) -> None:
    answered(terminal, audit, goals="3")
    listed = terminal.json("audits", "list")
    assert f"“audits bring-back {audit}”" in terminal.run("audits", "take-out", audit)[1]
    assert terminal.json("audits", "list") == []
    assert [one["id"] for one in terminal.json("audits", "removed")] == [audit]
    assert "no audit" in terminal.refused("audits", "take-out", audit)
    terminal.run("audits", "bring-back", audit)
    assert terminal.json("audits", "list") == listed
