"""The main job, end to end: a leader completes the partnership-health audit, and a governor holds the plan."""

import json
import re
import signal
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from audit_app.app import open_workspace
from audit_app.responses.model import Answer
from tests.e2e import leader
from tests.e2e.browser import RunningProcess, Window, a_window, started
from tests.e2e.leader import PERSON, SCHOOL, SECTIONS, command, download
from tests.reports.reading import read
from tests.reports.soundness import failures

pytestmark = pytest.mark.browser

FORMAT = SECTIONS[1].items
BY_HAND = ("2 Started", "3 In place", "1 Not yet", "Prefer not to say", "Not applicable", "2 Started", "4 Part of")
KEPT = ["2", "3", "1", "prefer_not_to_say", "not_applicable", "2", "4", "2"]
"""Those, and the first statement of the next section."""
LEFT_OPEN = SECTIONS[-1].items[-1]
OWN_PRIORITY = "Every visit ends with one thing that we change"


def test_a_leader_completes_the_audit_and_a_governor_holds_the_plan(profile: BrowserContext, tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "data", tmp_path / "other device"
    with started(here) as app:
        window = opened(profile, app)
        leader.start_with_a_profile(window)
        leader.start_an_audit(window)
        leader.answer_a_section(window, BY_HAND)
        window.press("Next")
        answer_with_everything(window, tmp_path)
        reload_lands_on_the_same_statement(window)
        assert_nothing_went_elsewhere(window, app)
        app.end(signal.SIGKILL)

    assert [given["option"] or given["reason"] for given in leader.answers(here).values()] == KEPT
    answer_the_rest(here)

    with started(here) as app:
        window = opened(profile, app)
        come_back_to_the_same_statement(window)
        check_and_submit(window)
        reopen_and_submit_again(window)
        read_the_results(window)
        make_a_plan(window)
        paper = hand_to_governors(window, tmp_path)
        bundle = export_everything(window, tmp_path)
        assert_nothing_went_elsewhere(window, app)

    assert_a_governor_can_read(paper)
    audit = leader.only_audit(here)
    with started(elsewhere) as app:
        window = opened(profile, app)
        leader.start_with_a_name(window)
        leader.import_file(window, bundle)
        assert json.loads(command(elsewhere, "audits", "list", "--json")) == []
        window.press("Import")
        window.wait_for("1 audit was imported.")
        assert_nothing_went_elsewhere(window, app)
    assert command(elsewhere, "results", audit, "--json") == command(here, "results", audit, "--json")


def opened(profile: BrowserContext, app: RunningProcess) -> Window:
    window = a_window(profile)
    window.open(app.link)
    return window


def assert_nothing_went_elsewhere(window: Window, app: RunningProcess) -> None:
    assert window.hosts() == {app.address.removeprefix("http://")}
    assert window.problems == []


def answer_with_everything(window: Window, folder: Path) -> None:
    """The first statement of the second section: a level, a comment, evidence of three kinds."""
    window.shows(FORMAT[0].text)
    window.choose("2 Started")
    leader.comment(window, "We meet, but not to a plan.")
    leader.add_evidence(window, folder)


def reload_lands_on_the_same_statement(window: Window) -> None:
    window.page.reload()
    window.wait_until_usable()
    assert_everything_is_there(window)


def come_back_to_the_same_statement(window: Window) -> None:
    """After the process was killed: home says where to go on."""
    window.shows("Home")
    window.press(f"Continue: {audit_name()}")
    assert_everything_is_there(window)


def assert_everything_is_there(window: Window) -> None:
    window.shows(FORMAT[0].text)
    expect(window.page.get_by_role("radio", name=re.compile("^2 Started"))).to_be_checked()
    window.holds("Comment", "We meet, but not to a plan.")
    for piece in ("Minutes of 3 October, page 2", "https://foxglove.example/partners", "agenda.txt"):
        expect(window.page.get_by_role("button", name=f"Remove evidence: {piece}")).to_be_attached()


def audit_name() -> str:
    from datetime import date

    from audit_app.responses.wave import term_of

    return f"Partnership health, {term_of(date.today())}"  # noqa: DTZ011  the user's own day, as on the screen


def answer_the_rest(data: Path) -> None:
    """All but one statement, as the screens would; clicking twenty-six times more would show nothing new."""
    audit = leader.only_audit(data)
    workspace = open_workspace(data)
    for number, item in enumerate(item for section in SECTIONS[1:] for item in section.items):
        if item not in (FORMAT[0], LEFT_OPEN):
            workspace.answer(audit, item.id, Answer(option=str(1 + number % 4)))
    workspace.close()


def check_and_submit(window: Window) -> None:
    """What has no answer is listed, and each is a link to its statement."""
    window.press("Check your answers")
    window.shows("Check your answers")
    expect(window.page.get_by_role("heading", name="No answer yet (1)")).to_be_attached()
    window.press(LEFT_OPEN.text)
    window.shows(LEFT_OPEN.text)
    window.choose("3 In place")
    leader.saved(window)
    window.press("Check your answers")
    window.shows("Check your answers")
    expect(window.page.get_by_role("heading", name=re.compile("^No answer yet"))).to_have_count(0)
    window.press("Submit")
    window.wait_for(re.compile(f"Submitted by {PERSON} on"))
    has_the_keyboard(window, "See the results")


def reopen_and_submit_again(window: Window) -> None:
    """Only with a reason, and the first submission stays."""
    window.press("Reopen")
    window.wait_for(re.compile("Say in a few words why"))
    window.fill("Why do the answers need to change?", "Two colleagues had not been asked.")
    window.press("Reopen")
    window.wait_for(re.compile("Reopened because: Two colleagues had not been asked."))
    has_the_keyboard(window, "Change the answers")
    window.press("Submit")
    window.wait_for(re.compile(f"Submitted by {PERSON} on"))
    has_the_keyboard(window, "See the results")
    expect(window.page.get_by_role("heading", name="Earlier submissions")).to_be_attached()


def has_the_keyboard(window: Window, name: str) -> None:
    """So it is at what one goes on with, and the screen is where it will stay."""
    expect(window.page.get_by_role("button", name=name, exact=True)).to_be_focused()


def read_the_results(window: Window) -> None:
    """Scores in a table beside the chart, and the balance in words with how it was worked out."""
    window.press("See the results")
    window.shows("Results")
    expect(window.page.get_by_role("img", name=re.compile("^Radar chart of the scores, at most 4"))).to_be_attached()
    table = window.page.get_by_role("table")
    for section in SECTIONS:
        expect(table.get_by_text(section.title, exact=True)).to_be_attached()
    expect(window.page.get_by_role("heading", name="What holds the partnership together")).to_be_attached()
    window.press("How this was worked out")
    window.wait_for(re.compile("worked out"))


def make_a_plan(window: Window) -> None:
    """Two suggestions with their reasons, one priority of the leader's own, filled in on its page."""
    window.press("Make the action plan")
    window.shows("Action plan")
    for _ in range(2):
        add = window.page.get_by_role("button", name=re.compile("^Add to the plan: ")).first
        title = str(add.get_attribute("aria-label") or add.inner_text()).removeprefix("Add to the plan: ")
        window.click(add)
        expect(window.page.get_by_role("button", name=f"Open: {title}")).to_be_attached()
    window.fill("What will you work on?", OWN_PRIORITY)
    window.press("Add a priority of your own")
    window.shows(OWN_PRIORITY)
    window.fill("Objective", "Each visit has changed one thing by July.")
    window.fill("Led by", PERSON)
    window.fill("Supported by", "Tom Ashdown")
    window.fill("Link governor", "Grace Adeyemi")
    window.fill("Start", "5/1/2027")
    window.fill("End", "16/7/2027")
    window.fill("Cost", "£400 supply")
    window.fill("A new action", "Agree a form of one page for visits")
    window.press("Add the action")
    window.wait_for("Agree a form of one page for visits")
    window.fill("A new success criterion", "Nine of ten visits end with something written down")
    window.press("Add the criterion")
    window.wait_for("Nine of ten visits end with something written down")
    window.fill("Monitoring", "Link governor, each half term")
    window.choose("Amber: at risk")
    window.fill("Reason for the rating", "The first visits were put off.")
    leader.saved(window)
    window.press("Done")
    window.shows("Action plan")
    window.wait_for(re.compile(f"Led by {PERSON}, by 16 July 2027"))


def hand_to_governors(window: Window, folder: Path) -> bytes:
    file = folder / "plan.pdf"
    assert download(window, "PDF for governors", file).suggested_filename.endswith(".pdf")
    return file.read_bytes()


def export_everything(window: Window, folder: Path) -> Path:
    """What the file holds is shown before it is written."""
    window.press("See the results")
    window.shows("Results")
    window.press("Export")
    window.shows("Export")
    window.choose("Everything")
    file = folder / "bundle.json"
    download(window, "Export", file)
    return file


def assert_a_governor_can_read(paper: bytes) -> None:
    assert paper.startswith(b"%PDF-")
    assert failures(paper) == []
    said = " ".join(text for _, text in read(paper).said())
    for words in (SCHOOL, OWN_PRIORITY, "Grace Adeyemi", "Agree a form of one page for visits", "£400 supply"):
        assert words in said
