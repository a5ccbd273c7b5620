"""The governor, perhaps with a screen reader: reads two pages and knows the priorities, who does what by when, at what
cost, how they will know, and what changed since last time.
"""

from pathlib import Path

import pytest

from tests.e2e import leader
from tests.e2e.browser import Window, started
from tests.e2e.fixed_day import COMMAND, workspace_on_the_day
from tests.reports.reading import Reading, read
from tests.reports.soundness import failures, nodes

pytestmark = pytest.mark.browser

IN_ORDER = (
    "Partnership health: action plan",
    "What we will do",
    "Who leads",
    "1. Management: one named person has the job of keeping the partnership alive",
    "Nadia Whitlock, headteacher",
    "1 February 2027",
    "Green: on track",
    "4. Talk about every pupil who moves to another partner school",
    "What has changed",
    "Since 13 July 2026",
    "Priority 3 is red: off track",
    "Overdue",
    "Questions for governors",
    "Decisions asked for",
    "Priority 1: Management",
    "Who leads",
    "Cost",
    "£1,850 a year",
    "Actions",
    "By when",
    "27 August 2026",
    "How we will know",
    "Each action has one name and one date.",
)
"""What a governor wants to know, as it comes on the summary and the page of the first priority."""


def test_a_governor_reads_two_pages_and_knows(window: Window, tmp_path: Path) -> None:
    workspace_on_the_day(tmp_path / "data", schools=1).close()
    with started(tmp_path / "data", command=COMMAND) as app:
        window.open(app.link)
        window.shows("Home")
        window.press("Plan: Partnership health, Summer 2026")
        window.shows("Action plan")
        file = tmp_path / "plan.pdf"
        leader.download(window, "PDF for governors", file)
        assert window.problems == []
    paper = file.read_bytes()
    assert failures(paper) == []
    reading = read(paper)
    assert reading.language == "en-GB"
    assert reading.untagged == []
    assert [title for level, title in reading.outline if not level]
    assert_come_in_order(read_aloud(reading, pages=2))
    assert "Radar chart of the section scores" in read_aloud(reading, pages=reading.pages)


def read_aloud(reading: Reading, pages: int) -> str:
    """What a screen reader says of the first pages; of a picture its alternative text."""
    return " ".join(
        " ".join((node.alt or node.text).split())
        for node in nodes(reading.root)
        if node.pages and node.pages[0] < pages
    )


def assert_come_in_order(said: str) -> None:
    at = 0
    for words in IN_ORDER:
        found = said.find(words, at)
        assert found >= 0, f"“{words}” does not come after “{said[max(0, at - 60) : at]}”"
        at = found + len(words)
