"""Eight hours of use, as quickly as the app allows: does the Python process stay as small as it was?

    uv run python -m tests.benchmarks.eight_hours                   5,000 answers, 200 navigations, 20 reports
    uv run python -m tests.benchmarks.eight_hours --answers 500 --navigations 20 --reports 4

The real app as a process of its own, and one window in headless Chromium, never reloaded. Five audits of the 35 items
of “Partnership health” are answered by keyboard, again and again: 1 to 4, five times each, then N, without waiting for
pictures. After each turn of 25 the answers are looked for on the disk, then come a navigation to another screen, and
now and then the governors' PDF, downloaded in the browser. Each answer differs from the one before, so each is kept.

What counts is the process's resident memory as the system tells it (/proc), once nobody has done anything for as long
as it takes to give back what nobody needs (audit_app/ui/serving/resting.py), against what it was after a warm-up:
WARM_UP answers, navigations to each screen, and reports. Exit code 1 when it grew by more than --limit per cent. Linux
only.
"""

import argparse
import contextlib
import itertools
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from audit_app.questionnaires.library import shipped
from audit_app.ui import places
from audit_app.ui.serving.resting import PAUSE
from audit_app.ui.text.governors_pdf import PDF
from tests.benchmarks.tapped import seen_inside
from tests.e2e.browser import PATIENCE_SECONDS, RunningProcess, Window, a_window, find_chromium, launch, started
from tests.e2e.leader import SCHOOL, command

QUESTIONNAIRE = "partnership-health"
ITEMS = [item for section in shipped().get(QUESTIONNAIRE).sections for item in section.items]
ROUNDS = ("Autumn 2024", "Spring 2025", "Autumn 2025", "Spring 2026", "Autumn 2026")
CHANGES = 5
"""Answers to one item before the next."""
TURN = 25
"""Answers until somebody looks at something else."""
WARM_UP = (200, 22, 2)
"""Answers, navigations and reports before the first weighing: each screen was there, and each library is loaded."""
LONGEST_TURN = 120.0
SETTLING_SECONDS = 2.0
"""After a rest."""
KEPT = '"field":"answer"'


@dataclass
class Day:
    """What was done so far, in one window, on one data folder."""

    window: Window
    app: RunningProcess
    audits: Sequence[str]
    given: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How often each item of each audit was answered."""
    navigations: int = 0
    reports: int = 0

    def __post_init__(self) -> None:
        others = [places.check, places.results, places.plan, places.history, places.papers, places.audit]
        fixed = [places.HOME, places.AUDITS, places.SURVEYS, places.PARTNERSHIP, places.LIBRARY, places.SETTINGS]
        here = [*(lambda _, place=place: place for place in (*fixed, places.HELP, places.DATA)), *others]
        self._ways = itertools.cycle(here)
        self._turns = itertools.count()

    @property
    def answers(self) -> int:
        return self.given.total()

    def turn(self, count: int) -> None:
        """Answers in a row in one audit, all on the disk at the end."""
        number = next(self._turns)
        audit = self.audits[number % len(self.audits)]
        first = number // len(self.audits) * TURN // CHANGES % len(ITEMS)
        self.window.go(places.item(audit, ITEMS[first].id))
        self.window.shows(ITEMS[first].text)
        for at in range(first, first + TURN // CHANGES):
            for _ in range(CHANGES):
                if count:
                    self.window.page.keyboard.press(str(1 + self.given[audit, at] % 4))
                    self.given[audit, at] += 1
                    count -= 1
            self.window.page.keyboard.press("n")
        wanted = sum(times for (name, _), times in self.given.items() if name == audit)
        give_up = time.monotonic() + LONGEST_TURN
        while (there := self._kept(audit)) != wanted:
            if time.monotonic() > give_up:
                raise AssertionError(f"{there} of {wanted} answers are on the disk.")
            time.sleep(0.05)

    def navigate(self) -> None:
        audit = self.audits[self.navigations % len(self.audits)]
        self.window.go(next(self._ways)(audit))
        self.navigations += 1

    def report(self) -> None:
        self.window.go(places.results(self.audits[self.reports % len(self.audits)]))
        with self.window.page.expect_download() as offered:
            self.window.press(PDF)
        assert offered.value.path().read_bytes().startswith(b"%PDF-")
        offered.value.delete()
        self.reports += 1

    def until(self, answers: int, navigations: int, reports: int) -> None:
        """Everything up to these numbers, evenly mixed."""
        begun = (self.answers, self.navigations, self.reports)
        while self.answers < answers:
            self.turn(min(TURN, answers - self.answers))
            share = (self.answers - begun[0]) / (answers - begun[0])
            while self.navigations < begun[1] + (navigations - begun[1]) * share:
                self.navigate()
            while self.reports < begun[2] + round((reports - begun[2]) * share):
                self.report()

    def weigh(self) -> float:
        """MiB, once the process has rested. The signal asks what is inside, where somebody wants to know."""
        time.sleep(SETTLING_SECONDS)
        self.app.process.send_signal(signal.SIGUSR1)
        time.sleep(PAUSE + SETTLING_SECONDS)
        found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{self.app.process.pid}/status").read_text())
        assert found
        return int(found[1]) / 1024

    def _kept(self, audit: str) -> int:
        return (self.app.data / "audits" / audit / "journal.jsonl").read_text(encoding="utf-8").count(KEPT)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=5_000)
    parser.add_argument("--navigations", type=int, default=200)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--limit", type=float, default=20.0, help="per cent")
    parser.add_argument("--steps", type=int, default=10, help="how often memory is weighed")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None or not Path("/proc/self/status").exists():
        print("Chromium and /proc are needed.")
        return 1
    wanted = (arguments.answers, arguments.navigations, arguments.reports)
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    with _a_day(executable) as day:
        print(f"{'answers':>9}{'navigations':>13}{'reports':>9}{'MiB':>9}{'growth':>10}{'minutes':>9}")
        begin, first = time.monotonic(), 0.0
        for step in range(arguments.steps + 1):
            reached = [
                round(warm + max(end - warm, 0) * step / arguments.steps)
                for warm, end in zip(WARM_UP, wanted, strict=True)
            ]
            day.until(*reached)
            now = day.weigh()
            first = first or now
            growth = (now / first - 1) * 100
            minutes = (time.monotonic() - begin) / 60
            print(
                f"{day.answers:9,}{day.navigations:13}{day.reports:9}{now:9.1f}{growth:9.1f}%{minutes:9.1f}", flush=True
            )
    print(f"The process grew by {growth:.1f} % (limit {arguments.limit:.0f} %) after the warm-up.")
    if hasattr(os, "getloadavg"):
        print(f"{os.getloadavg()[1]:.0f} programs at once on {os.cpu_count()} cores.")
    return 0 if growth <= arguments.limit else 1


@contextlib.contextmanager
def _a_day(executable: str) -> Iterator[Day]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(folder) / "data"
        audits = [_an_audit(data, wave) for wave in ROUNDS]
        inside = (sys.executable, "-m", seen_inside.__name__)
        with contextlib.closing(launch(playwright, executable)) as browser, started(data, command=inside) as app:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
            context.set_default_timeout(PATIENCE_SECONDS * 1000)
            window = a_window(context)
            window.open(app.link)
            window.shows(re.compile("Home"))
            yield Day(window, app, audits)


def _an_audit(data: Path, wave: str) -> str:
    begun = command(data, "audits", "start", QUESTIONNAIRE, "--wave", wave, "--school", SCHOOL, "--json")
    return str(json.loads(begun)["id"])


if __name__ == "__main__":
    sys.exit(main())
