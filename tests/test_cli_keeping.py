"""The commands that look back, keep safe and erase."""

from pathlib import Path

import pytest

from audit_app.app import open_workspace
from tests.builders import a_school
from tests.test_cli import ITEM, Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def audit(terminal: Terminal) -> str:
    """With 2, then 3, and a comment."""
    workspace = open_workspace(terminal.data)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    audit = workspace.start_audit("partnership-health", "Autumn 2026", a_school())
    workspace.close()
    terminal.run("answer", audit, ITEM, "2")
    terminal.run("answer", audit, ITEM, "3", "--comment", "Seen in May.")
    return audit


def test_the_history_is_told_for_people_and_for_programs(terminal: Terminal, audit: str) -> None:
    code, out, _ = terminal.run("audits", "history", audit, ITEM)
    assert code == 0
    assert "answer changed: 2 → 3 (stands now)" in out
    assert "comment said: Seen in May. (stands now)" in out
    told = terminal.json("audits", "history", audit)
    assert isinstance(told, list)
    assert [(one["kind"], one["deed"], one["item"], one["by"]) for one in told] == [
        ("comment", "gave", ITEM, "Ann"),
        ("answer", "changed", ITEM, "Ann"),
        ("answer", "gave", ITEM, "Ann"),
    ]
    assert told[1]["from"] == [{"option": "2"}]
    assert told[1]["to"] == {"option": "3"}


def test_an_earlier_answer_is_put_back(terminal: Terminal, audit: str) -> None:
    told = terminal.json("audits", "history", audit, ITEM)
    assert isinstance(told, list)
    given = terminal.json("audits", "put-back", audit, told[-1]["stamp"])
    assert isinstance(given, dict)
    assert given["answer"]["option"] == "2"
    after = terminal.json("audits", "history", audit, ITEM)
    assert isinstance(after, list)
    assert after[1:] == [
        {**one, "stands": one["kind"] == "comment", "can_be_put_back": x}
        for one, x in zip(told, (False, True, True), strict=True)
    ]


def test_what_is_not_in_the_history_gets_one_sentence(terminal: Terminal, audit: str) -> None:
    assert "no item “nothing”" in terminal.refused("audits", "history", audit, "nothing")
    assert "no longer there" in terminal.refused("audits", "put-back", audit, "never")
