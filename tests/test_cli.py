"""The command line: what it prints, what it says when the user must act, and how it exits."""

import atexit
import functools
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit_app import cli
from audit_app.app import open_workspace
from tests.builders import a_school
from tests.questionnaires.making import a_choice, a_document, an_item, as_file

ITEM = "purpose_clear_goals"


@functools.cache
def demo_folder(schools: int) -> Path:
    """Filled once a test run, and only copied."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    assert CliRunner().invoke(cli.app, ["demo", "--schools", str(schools), "--data", folder]).exit_code == 0
    return Path(folder)


class Terminal:
    """Runs commands on one data folder, in this process."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.data = data
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def fill(self, schools: int) -> None:
        """With a demo partnership of so many schools."""
        shutil.copytree(demo_folder(schools), self.data, dirs_exist_ok=True)

    def run(self, *words: object) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self._monkeypatch.setattr(sys, "argv", ["audit-app", *map(str, words), "--data", str(self.data)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = self._capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    def json(self, *words: object) -> Any:
        code, out, err = self.run(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def refused(self, *words: object) -> str:
        """The one sentence that was said."""
        code, out, err = self.run(*words)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return Terminal(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def audit(terminal: Terminal) -> str:
    """Of a small demo partnership."""
    terminal.fill(2)
    return "demo-01-summer-2026"


def test_the_demo_is_listed_with_the_keys_that_others_read(terminal: Terminal, audit: str) -> None:
    listed = terminal.json("audits", "list")
    assert isinstance(listed, list)
    assert audit in {one["id"] for one in listed}
    keys = {"id", "questionnaire", "version", "mode", "school", "wave", "status", "answered", "items", "changed"}
    assert all(keys <= one.keys() for one in listed)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["audits", "show"], {"id", "school", "items", "status"}),
        (["results"], {"audit", "questionnaire", "n", "sections", "balance"}),
        (["plan"], {"audit", "priorities"}),
    ],
)
def test_json_documents_have_their_keys(terminal: Terminal, audit: str, words: list[str], keys: set[str]) -> None:
    document = terminal.json(*words, audit)
    assert isinstance(document, dict)
    assert keys <= document.keys()
    code, out, _ = terminal.run(*words, audit)
    assert code == 0
    assert out.strip()


def test_the_library_says_what_there_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["audit-app", "questionnaires", "list", "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    rows = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert rows["partnership-health"]["items"] == 35
    assert len(rows["partnership-health"]["fingerprint"]) == 64


@pytest.mark.usefixtures("audit")
def test_an_answer_is_kept_as_the_screen_would(terminal: Terminal) -> None:
    draft = "demo-01-autumn-2026"
    given = terminal.json("answer", draft, ITEM, "2", "--comment", "Seen on Monday")
    assert isinstance(given, dict)
    assert given["answer"]["option"] == "2"
    assert "Seen on Monday" in {comment["text"] for comment in given["comments"]}
    taken_back = terminal.json("answer", draft, ITEM, "none")
    assert isinstance(taken_back, dict)
    assert taken_back["answer"] is None


def test_every_kind_of_item_is_answered(tmp_path: Path, terminal: Terminal) -> None:
    form = tmp_path / "form.json"
    items = [
        a_choice("several", "a", "none", kind="multiple"),
        *(an_item(name, kind=name) for name in ("number", "date", "text")),
    ]
    form.write_bytes(as_file(a_document(*items)))
    assert terminal.run("questionnaires", "import", form)[0] == 0
    workspace = open_workspace(terminal.data)
    audit = workspace.start_audit("a-form", "Autumn 2026", a_school())
    workspace.close()
    given = {"several": "a, none", "number": "12", "date": "2026-09-01", "text": "We met, twice."}
    kept = {"several": ["a", "none"], "number": 12.0, "date": "2026-09-01", "text": "We met, twice."}
    for item, words in given.items():
        document = terminal.json("answer", audit, item, words)
        assert isinstance(document, dict)
        assert document["answer"]["value"] == kept[item]
    assert "Give a number." in terminal.refused("answer", audit, "number", "a dozen")
    assert "for example 2026-09-01" in terminal.refused("answer", audit, "date", "1 September")
    assert "Choose among these" in terminal.refused("answer", audit, "several", "a,z")
    assert terminal.run("answer", audit, "text", "none")[1] == "text: no answer yet\n"
    assert "none The one called none" in terminal.run("answer", audit, "several", "none")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["answer", "demo-01-autumn-2026", "no_such_item", "2"], "no_such_item"),
        (["answer", "demo-01-autumn-2026", ITEM, "9"], "“9”"),
        (["answer", "demo-01-summer-2026", ITEM, "2"], "submitted"),
        (["results", "no-such-audit"], "no-such-audit"),
        (["audits", "show", "../../etc"], "etc"),
        (["import", "no-such-file.json"], "no-such-file.json"),
    ],
)
@pytest.mark.usefixtures("audit")
def test_what_can_not_be_done_gets_one_sentence_and_exit_1(terminal: Terminal, words: list[str], said: str) -> None:
    assert said in terminal.refused(*words)


def test_wrong_usage_exits_with_2(terminal: Terminal) -> None:
    assert terminal.run("nonsense")[0] == 2
    assert terminal.run("results")[0] == 2


def test_what_is_exported_gives_the_same_results_elsewhere(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    before = terminal.run("results", audit, "--json")[1]
    for share in ("scores", "comments", "full"):
        terminal.data = tmp_path / "data"
        file = tmp_path / f"{share}.json"
        assert terminal.run("export", audit, "--to", file, "--share", share)[0] == 0
        terminal.data = tmp_path / share
        dry = terminal.json("import", file, "--dry-run")
        assert isinstance(dry, dict)
        assert [one["audit"] for one in dry["add"]] == [audit]
        assert terminal.json("audits", "list") == []
        terminal.run("import", file)
        again = terminal.json("import", file)
        assert isinstance(again, dict)
        assert [one["audit"] for one in again["same"]] == [audit]
        assert terminal.run("results", audit, "--json")[1] == before


def test_a_paper_is_written_and_is_the_same_each_time(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    terminal.run("report", audit, "--pdf", tmp_path / "one.pdf")
    terminal.run("report", audit, "--pdf", tmp_path / "two.pdf")
    content = (tmp_path / "one.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content == (tmp_path / "two.pdf").read_bytes()


def test_a_file_that_can_not_be_written_is_said(terminal: Terminal, audit: str, tmp_path: Path) -> None:
    assert "can't be written" in terminal.refused("report", audit, "--pdf", tmp_path / "no" / "folder.pdf")


def test_the_doctor_finds_damage_and_repairs_it(terminal: Terminal, audit: str) -> None:
    assert terminal.run("doctor")[0] == 0
    journal = terminal.data / "audits" / audit / "journal.jsonl"
    content = journal.read_bytes()
    middle = len(content) // 2
    journal.write_bytes(content[:middle] + b"#" * 20 + content[middle + 20 :])
    code, out, _ = terminal.run("doctor")
    assert code == 1
    assert audit in out
    results = terminal.run("results", audit)
    assert results[0] == 1
    code, out, _ = terminal.run("doctor", "--repair", "--dry-run")
    assert (code, f"\nRepairing: {audit}: " in out) == (1, True)
    assert terminal.run("results", audit)[0] == 1
    assert terminal.run("doctor", "--repair")[0] == 0
    assert terminal.run("results", audit)[0] == 0


def test_the_doctor_says_where_the_log_is(terminal: Terminal, audit: str) -> None:
    assert audit
    assert "log.txt" not in terminal.run("doctor")[1]
    (terminal.data / "log.txt").touch()
    assert str(terminal.data / "log.txt") in terminal.run("doctor")[1].replace("\n", "")
    assert json.loads(terminal.run("doctor", "--json")[1])["log"] == str(terminal.data / "log.txt")


@pytest.mark.parametrize("which", ["bundle", "questionnaire"])
def test_schemas_are_published(which: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["audit-app", "schema", which])
    with pytest.raises(SystemExit):
        cli.main()
    assert json.loads(capsys.readouterr().out)["properties"]


def test_an_unknown_questionnaire_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["audit-app", "questionnaires", "show", "nothing"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert "“nothing”" in capsys.readouterr().err


def test_an_author_is_told_every_mistake_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"id": "Mine", "version": 0}', encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["audit-app", "questionnaires", "check", str(file), "--json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    places = {finding["place"] for finding in json.loads(capsys.readouterr().out)}
    assert {"id", "version", "title"} <= places
