"""The papers on the command line: each is written, tagged and the same each time; what there is not is said."""

from pathlib import Path

import pytest

from audit_app.app import open_workspace
from audit_app.demo.fill import fill
from tests.builders import a_school, level
from tests.reports.reading import Reading, read
from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal

STAFF = "demo-02-staff-summer-2026"
HEALTH = "demo-01-summer-2026"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two schools; the papers only read it."""
    folder = tmp_path_factory.mktemp("papers") / "data"
    workspace = open_workspace(folder)
    fill(workspace, 2)
    workspace.close()
    return folder


@pytest.fixture
def partnership(terminal: Terminal, filled: Path) -> Terminal:
    terminal.data = filled
    return terminal


def written(terminal: Terminal, file: Path, *words: object) -> Reading:
    code, _, err = terminal.run(*words, "--pdf", file)
    assert (code, err) == (0, "")
    first = file.read_bytes()
    assert terminal.run(*words, "--pdf", file)[0] == 0
    assert file.read_bytes() == first
    return read(first)


def test_a_survey_has_its_report_for_staff(partnership: Terminal, tmp_path: Path) -> None:
    reading = written(partnership, tmp_path / "staff.pdf", "report", STAFF)
    assert reading.title.startswith("What you told us, and what we do – Harrowmere Academy")
    assert reading.language == "en-GB"


def test_an_audit_has_its_plan_and_itself_in_full(partnership: Terminal, tmp_path: Path) -> None:
    plan = written(partnership, tmp_path / "plan.pdf", "report", HEALTH, "--since", "2026-07-03")
    said = " ".join(text for _, text in plan.said())
    assert "What has changed Since 3 July 2026" in said
    full = written(partnership, tmp_path / "full.pdf", "report", HEALTH, "--paper", "full")
    assert full.title.startswith("Partnership health: the audit in full")


def test_changes_are_those_of_thirty_days_unless_a_review_was_recorded(terminal: Terminal, tmp_path: Path) -> None:
    workspace = open_workspace(terminal.data)
    audit = workspace.start_audit("partnership-health", "Autumn 2026", a_school())
    workspace.answer(audit, "purpose_clear_goals", level(1))
    workspace.add_priority(audit, "Say what it is for")
    workspace.close()
    days = [text for _, text in written(terminal, tmp_path / "plan.pdf", "report", audit).said() if "Since " in text]
    assert days == ["Since 23 October 2026"]


def test_a_readiness_audit_has_the_case(terminal: Terminal, tmp_path: Path) -> None:
    workspace = open_workspace(terminal.data)
    audit = workspace.start_audit("readiness", "Autumn 2026", a_school())
    workspace.answer(audit, "permission_case", level(1))
    workspace.close()
    assert written(terminal, tmp_path / "case.pdf", "report", audit, "--paper", "case").pages == 1


@pytest.mark.parametrize(("audit", "paper"), [(HEALTH, "case"), (HEALTH, "staff"), (STAFF, "plan")])
def test_a_paper_that_there_is_not_is_refused_in_a_sentence(
    partnership: Terminal, tmp_path: Path, audit: str, paper: str
) -> None:
    said = partnership.refused("report", audit, "--paper", paper, "--pdf", tmp_path / "x.pdf")
    assert "Choose one of these" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_partnership_has_its_report_from_files_in_any_order(partnership: Terminal, tmp_path: Path) -> None:
    bundles = [tmp_path / "1.json", tmp_path / "2.json"]
    for number, file in enumerate(bundles, 1):
        assert partnership.run("export", f"demo-0{number}-summer-2026", "--to", file)[0] == 0
    pdf = tmp_path / "partnership.pdf"
    reading = written(partnership, pdf, "compare", *bundles)
    content = pdf.read_bytes()
    assert "Foxglove Lane Primary School (demo)" in {text for _, text in reading.said()}
    written(partnership, pdf, "compare", *reversed(bundles))
    assert pdf.read_bytes() == content


def test_with_pseudonyms_the_report_names_nobody(partnership: Terminal, tmp_path: Path) -> None:
    reading = written(partnership, tmp_path / "p.pdf", "compare", "--pseudonyms")
    told = " ".join([*(text for _, text in reading.said()), *reading.artifacts, reading.title])
    assert "School A" in told
    for name in ("Foxglove", "Harrowmere", "Nadia", "demo"):
        assert name not in told


def test_a_blank_questionnaire_is_written_for_a_meeting(terminal: Terminal, tmp_path: Path) -> None:
    reading = written(terminal, tmp_path / "blank.pdf", "questionnaires", "export", "readiness")
    assert reading.title == "Ready to work with others"
