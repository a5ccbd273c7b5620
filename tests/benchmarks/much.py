"""A data folder with much in it against one with little: home and every list in the browser.

    uv run python -m tests.benchmarks.much            10,000 audits, 200 of other schools, a plan of 60 actions

Against 10 audits, 2 of other schools and a plan of 10 actions. Each place is pressed for in the navigation, from the
settings, in one window each and in turns, so that a busy machine slows both. Measured in the page, from the press to
the end of the frame after which the accessibility tree has the screen's heading; lists come with it. Partnership is
measured a second time until the schools stand side by side, 12 of 201 against 3: that is said, without a limit. Exit
code 1 when another median of the folder with much is above --limit times the other's.
"""

import argparse
import contextlib
import itertools
import json
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from playwright.sync_api import Browser, expect, sync_playwright

from audit_app.app import open_workspace
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer, School
from audit_app.storage.folder import FolderStore
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import AuditContent
from audit_app.workspace import Workspace, summariser
from tests.e2e.browser import PATIENCE_SECONDS, RunningProcess, Window, a_window, find_chromium, launch, started

STOPWATCH = Path(__file__).parent / "tapped" / "stopwatch.js"
OWN = School(name="Foxglove Lane Primary")
HEADING = "stopwatch.begin(() => [...document.querySelectorAll('h1, h2')].some((one) => one.textContent.trim() === %s))"
COMPARED = "Partnership, read"
ENTRIES = {
    "Home": "Home",
    "Audits": "Audits",
    "Surveys": "Surveys",
    "Results": "Results",
    "Plan": "Plan",
    "Partnership": "Partnership",
    "Library": "Library",
    COMPARED: "Section by section",
}
"""What is pressed, and the heading that comes."""
FROM = "Settings"
PLAN = "the plan itself"
OPEN_PLAN = "Open the action plan: Partnership health, Autumn 2026"


@dataclass(frozen=True)
class Amount:
    """What is in a data folder."""

    own: int
    others: int
    actions: int


LITTLE, MUCH = Amount(own=8, others=2, actions=10), Amount(own=9_800, others=200, actions=60)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--limit", type=float, default=1.5)
    parser.add_argument("--in", dest="place", type=Path, help="keep the folders here, or use those that are here")
    parser.add_argument("--own", type=int, default=MUCH.own, help="the school's own audits in the folder with much")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("No Chromium found.")
        return 1
    expect.set_options(timeout=4 * PATIENCE_SECONDS * 1000)
    amounts = (LITTLE, Amount(arguments.own, MUCH.others, MUCH.actions))
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folders = [(arguments.place or Path(place)) / str(one.own) for one in amounts]
        for folder, one in zip(folders, amounts, strict=True):
            if not folder.exists():
                fill(folder, one)
        browser = launch(playwright, executable)
        with contextlib.closing(browser), contextlib.ExitStack() as stack:
            opened = [stack.enter_context(_opened(browser, folder)) for folder in folders]
            taken = _measured([window for window, _ in opened], arguments.rounds)
            peaks = [_peak(app) for _, app in opened]
    print(f"{'':18}{amounts[0].own + LITTLE.others:>12,}{amounts[1].own + MUCH.others:>12,} audits   ratio")
    ratios = []
    for name, (few, many) in taken.items():
        ratio = statistics.median(many) / statistics.median(few)
        first = f"first {few[0]:.0f} and {many[0]:.0f}"
        print(f"{name:18}{statistics.median(few):9.0f} ms{statistics.median(many):9.0f} ms {ratio:13.2f}   ({first})")
        ratios += [] if name == COMPARED else [ratio]
    print(f"{'most memory':18}{peaks[0]:8.0f} MiB{peaks[1]:8.0f} MiB")
    print(f"The largest ratio: {max(ratios):.2f} (limit {arguments.limit})")
    return 0 if max(ratios) <= arguments.limit else 1


def _measured(windows: list[Window], rounds: int) -> dict[str, tuple[list[float], list[float]]]:
    taken: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in [*ENTRIES, PLAN]}
    for _ in range(rounds):
        for name, heading in ENTRIES.items():
            for window, times in zip(windows, taken[name], strict=True):
                window.press(FROM)
                window.shows(FROM)
                window.page.wait_for_timeout(300)
                window.page.evaluate(HEADING % json.dumps(heading))
                window.press(name.partition(",")[0])
                times.append(window.page.evaluate("stopwatch.taken")["painted"])
                window.page.wait_for_timeout(300)
        for window, times in zip(windows, taken[PLAN], strict=True):
            window.press("Plan")
            window.shows("Plan")
            window.page.wait_for_timeout(300)
            window.page.evaluate(HEADING % json.dumps("Action plan"))
            window.press(OPEN_PLAN)
            times.append(window.page.evaluate("stopwatch.taken")["painted"])
    return taken


@contextlib.contextmanager
def _opened(browser: Browser, folder: Path) -> Iterator[tuple[Window, RunningProcess]]:
    with started(folder) as app, contextlib.closing(browser.new_context(locale="en-GB")) as context:
        context.add_init_script(path=STOPWATCH)
        window = a_window(context)
        window.open(app.link)
        window.shows(re.compile("Home"))
        yield window, app


def _peak(app: RunningProcess) -> float:
    """MiB; of Linux."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{app.process.pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def fill(folder: Path, amount: Amount) -> None:
    """Real audits, each with all its answers; the one with the plan was changed last."""
    with patch.object(os, "fsync"):  # the power stays on while the folder is made
        library = shipped()
        pattern = _an_audit(OWN)
        theirs = _received()
        with FolderStore(folder, summariser(library), lambda: "laptop", lambda: datetime.now(UTC)) as store:
            store.merge(_copies(pattern, amount.own - 1, "own"))
            store.merge(
                content.model_copy(
                    update={
                        "audit": content.audit.model_copy(
                            update={"id": f"theirs-{number}", "school": School(name=f"Invented School {number}")}
                        )
                    }
                )
                for number, content in zip(range(amount.others), itertools.repeat(theirs), strict=False)
            )
        with contextlib.closing(open_workspace(folder)) as workspace:
            workspace.keep_settings(workspace.settings().model_copy(update={"school": OWN}))
            _plan_in(workspace, amount.actions)


def _copies(pattern: AuditContent, number: int, name: str) -> Iterator[AuditContent]:
    for at in range(number):
        audit = pattern.audit.model_copy(update={"id": f"{name}-{at}", "wave": f"Round {at}"})
        yield pattern.model_copy(update={"audit": audit})


def _an_audit(school: School) -> AuditContent:
    workspace, store = _in_memory()
    audit = workspace.start_audit("partnership-health", "Autumn 2025", school)
    for item in workspace.questionnaire("partnership-health").items:
        workspace.answer(audit, item.id, Answer(option="3"))
    workspace.submit(audit)
    return AuditContent(audit=store.audit(audit), entries=store.entries(audit))


def _received() -> AuditContent:
    """As another school's file of scores leaves it."""
    content = _an_audit(School(name="Invented School"))
    sender, sender_store = _in_memory()
    sender_store.merge([content])
    bundle = sender.export(content.audit.id, "scores")
    receiver, store = _in_memory()
    receiver.apply_import(receiver.plan_import([("scores.json", bundle)]))
    return AuditContent(audit=store.audit(content.audit.id), entries=store.entries(content.audit.id))


def _in_memory() -> tuple[Workspace, MemoryStore]:
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "elsewhere")
    numbers = itertools.count(1)
    start = datetime(2025, 11, 3, 9, tzinfo=UTC)
    ticks = (start + timedelta(seconds=one) for one in itertools.count())
    return Workspace(store, library, lambda: next(ticks), lambda: start, lambda: f"id{next(numbers)}"), store


def _plan_in(workspace: Workspace, actions: int) -> None:
    audit = workspace.start_audit("partnership-health", "Autumn 2026", OWN)
    for item in workspace.questionnaire("partnership-health").items:
        workspace.answer(audit, item.id, Answer(option="2"))
    for number in range(5):
        priority = workspace.add_priority(audit, f"Priority {number + 1}").priorities[-1].id
        for at in range(actions // 5):
            made = workspace.add_action(audit, priority, f"Step {at + 1} of priority {number + 1}.")
            action = next(one for one in made.priorities if one.id == priority).actions[-1]
            workspace.set_action(audit, priority, action.id, {"due": "2027-03-01", "owner": "Ms Hill"})


if __name__ == "__main__":
    sys.exit(main())
