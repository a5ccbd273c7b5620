"""From a tap on a level to painted and saved, in a 100-item audit in the browser; and from Next to the next item.

    uv run python -m tests.benchmarks.tapping                      300 taps, 99 times Next
    uv run python -m tests.benchmarks.tapping --items 20 --parts   60 taps, and where the time goes

In turns, so that a busy machine slows all of them, in one headless Chromium, one window each:

- School Audit: the real app on a data folder of its own. From the press to the end of the frame after which, in the
  accessibility tree, the tapped radio button is checked and “Saved …” is said anew: the answer is on the disk by then.
- An empty Flet app: one button, one text, the same server, client program and transport. From the press to the end of
  the frame after which the accessibility tree has the new text.
- SurveyJS from npm, where it can be had, with the same 100 items: painted, without keeping anything; and again with
  each answer posted to a small server, flushed to the disk there, and then said to be kept.

Each is pressed again only after it was left alone for PAUSE. Exit code 1 when ours takes more than --limit times the
empty button's time, by the medians.
"""

import argparse
import contextlib
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.tapped import empty_button, survey_js
from tests.e2e.browser import PATIENCE_SECONDS, find_chromium, launch, started
from tests.e2e.leader import command

STOPWATCH = Path(__file__).parent / "tapped" / "stopwatch.js"
SIZE = {"width": 1280, "height": 900}
PAUSE = 400
"""Milliseconds; nobody reads faster, and ripples have ended by then."""
LEVELS = {"1": "Not yet", "2": "Beginning", "3": "Established", "4": "Leading"}
ROUND = ("3", "1", "4")
"""The levels that each item is given one after the other."""
IN_A_SECTION = 10


@dataclass
class Times:
    """Milliseconds of one contestant."""

    name: str
    taps: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    tap_parts: list[dict[str, float]] = field(default_factory=list)
    move_parts: list[dict[str, float]] = field(default_factory=list)

    def tapped(self, found: dict[str, Any]) -> None:
        self.taps.append(found["painted"])
        self.tap_parts.append(parts_of(found))

    def moved(self, found: dict[str, Any]) -> None:
        self.moves.append(found["painted"])
        self.move_parts.append(parts_of(found))


@dataclass
class Flutter:
    """A window with a Flet app."""

    page: Page
    times: Times

    def press(self, begin: str, place: str) -> dict[str, Any]:
        """`begin` and `place` are expressions of stopwatch.js."""
        return _press(self.page, f"flutter.{begin}", f"flutter.{place}")

    def level(self, code: str) -> None:
        at = [*LEVELS].index(code)
        self.times.tapped(self.press(f"beginLevel({at})", f"level({at})"))

    def next(self, text: str) -> None:
        found = self.press(f"beginNext({json.dumps(text)})", 'button("Next")')
        self.times.moved(found)

    def tap(self, number: int) -> None:
        words, button = json.dumps(empty_button.said(number)), json.dumps(empty_button.BUTTON)
        self.times.tapped(self.press(f"beginSays({words})", f"button({button})"))


@dataclass
class Survey:
    """A window with SurveyJS."""

    page: Page
    times: Times
    taken: int = 0

    def level(self, code: str) -> None:
        at = [*LEVELS].index(code)
        self.taken += 1
        begin = f"survey.beginLevel({at}, {json.dumps(f'Taken {self.taken}')})"
        self.times.tapped(_press(self.page, begin, f"survey.level({at})"))

    def next(self, text: str) -> None:
        found = _press(self.page, f"survey.beginNext({json.dumps(text)})", "survey.next()")
        self.times.moved(found)


def _press(page: Page, begin: str, place: str) -> dict[str, Any]:
    page.wait_for_timeout(PAUSE)
    x, y = page.evaluate(f"stopwatch.{place}")
    assert 0 < x < SIZE["width"], f"{place} is out of sight"
    assert 0 < y < SIZE["height"], f"{place} is out of sight"
    page.evaluate(f"stopwatch.{begin}")
    page.mouse.click(x, y)
    found: dict[str, Any] = page.evaluate("stopwatch.taken")
    return found


def parts_of(found: dict[str, Any]) -> dict[str, float]:
    """Where the time goes, in milliseconds; the last message that came before it was shown carries the news."""
    sent = next((at for way, at, _ in found["messages"] if way == "sent"), 0.0)
    received = [(at, size) for way, at, size in found["messages"] if way == "received" and at <= found["shown"]]
    first, last = (received[0][0], received[-1][0]) if received else (sent, sent)
    return {
        "press to sent": sent,
        "sent to first message": first - sent,
        "to last message": last - first,
        "to the tree": found["shown"] - last,
        "to painted": found["painted"] - found["shown"],
        "messages": len(received),
        "bytes": sum(size for _, size in received),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100, help="how many of the 100 are answered, three times each")
    parser.add_argument("--limit", type=float, default=2.0)
    parser.add_argument("--parts", action="store_true", help="print where the time goes")
    parser.add_argument("--alone", action="store_true", help="without SurveyJS")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("No Chromium found.")
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, executable)
        with contextlib.closing(browser), _contestants(browser, Path(folder), alone=arguments.alone) as contestants:
            ours, empty, surveys = contestants
            for number in range(arguments.items):
                for at, code in enumerate(ROUND):
                    ours.level(code)
                    empty.tap(number * len(ROUND) + at + 1)
                    for one in surveys:
                        one.level(code)
                if number + 1 < arguments.items:
                    ours.next(ITEMS[number + 1])
                    for one in surveys:
                        one.next(ITEMS[number + 1])
        everybody = [ours.times, empty.times, *(one.times for one in surveys)]
    return _print(everybody, arguments.limit, parts=arguments.parts)


@contextlib.contextmanager
def _contestants(browser: Browser, folder: Path, *, alone: bool) -> Iterator[tuple[Flutter, Flutter, list[Survey]]]:
    with contextlib.ExitStack() as stack:
        audit = _an_audit(folder)
        app = stack.enter_context(started(folder / "data"))
        ours = Flutter(_window(browser, app.link), Times("School Audit"))
        _usable(ours.page)
        ours.page.goto(f"{app.address}/audits/{audit}/items/item_0")
        ours.page.get_by_role("heading", name=ITEMS[0]).wait_for(state="attached")
        button_app = stack.enter_context(
            started(folder / "empty", command=(sys.executable, "-m", empty_button.__name__))
        )
        empty = Flutter(_window(browser, button_app.link), Times("empty Flet button"))
        _usable(empty.page)
        yield ours, empty, [] if alone else _surveys(stack, browser, folder)


def _surveys(stack: contextlib.ExitStack, browser: Browser, folder: Path) -> list[Survey]:
    there = folder / "survey-js"
    there.mkdir()
    versions = survey_js.installed(there)
    if versions is None:
        print("SurveyJS is left out: npm, or its registry, can't be reached.")
        return []
    print(versions)
    options = {code: f"{code} – {label}: {_looks(code)}" for code, label in LEVELS.items()}
    options |= {"not_applicable": "Not applicable", "prefer_not_to_say": "Prefer not to say"}
    address = stack.enter_context(survey_js.served(there, survey_js.survey(ITEMS, options)))
    found = []
    for name, where in (("SurveyJS, nothing kept", address), ("SurveyJS, kept", f"{address}#kept")):
        survey = Survey(_window(browser, where), Times(name))
        survey.page.wait_for_selector("input[type=radio]")
        found.append(survey)
    return found


def _window(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport=SIZE, locale="en-GB").new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE_SECONDS * 1000)
    page.add_init_script(path=STOPWATCH)
    page.goto(address)
    return page


def _usable(page: Page) -> None:
    """It shows something to a screen reader."""
    page.wait_for_selector("flt-semantics", state="attached")


ITEMS = [f"Statement {number} says something that a partnership can be better or worse at." for number in range(100)]


def _looks(code: str) -> str:
    return f"What one sees at level {code}, in words enough for a line."


def _an_audit(folder: Path) -> str:
    """The id of a new audit of the 100 items, in `data` of the folder."""
    document = {
        "id": "hundred-items",
        "version": 1,
        "title": "A hundred items",
        "summary": "To measure with.",
        "audience": "Nobody.",
        "mode": "self_audit",
        "minutes": 60,
        "scale": [{"code": code, "label": label, "score": int(code)} for code, label in LEVELS.items()],
        "sections": [
            {"id": f"section-{start}", "title": f"Section {start // IN_A_SECTION + 1}", "items": _items(start)}
            for start in range(0, len(ITEMS), IN_A_SECTION)
        ],
    }
    file = folder / "hundred-items.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    command(folder / "data", "questionnaires", "import", str(file))
    begun = command(
        folder / "data",
        "audits",
        "start",
        "hundred-items",
        "--wave",
        "Autumn 2026",
        "--school",
        "Foxglove Lane",
        "--json",
    )
    return str(json.loads(begun)["id"])


def _items(start: int) -> list[dict[str, object]]:
    descriptors = {code: _looks(code) for code in LEVELS}
    return [
        {"id": f"item_{number}", "kind": "level", "text": ITEMS[number], "descriptors": descriptors}
        for number in range(start, start + IN_A_SECTION)
    ]


def _print(everybody: Sequence[Times], limit: float, *, parts: bool) -> int:
    ours, empty = everybody[:2]
    yardstick = statistics.median(empty.taps)
    print(f"{'':24}{'tap: median':>14}{'95 %':>10}{'ratio':>8}{'Next: median':>18}{'95 %':>10}")
    for one in everybody:
        median = statistics.median(one.taps)
        line = f"{one.name:24}{median:11.1f} ms{_ninety_five(one.taps):7.1f} ms{median / yardstick:8.2f}"
        if one.moves:
            line += f"{statistics.median(one.moves):15.1f} ms{_ninety_five(one.moves):7.1f} ms"
        print(line)
    if parts:
        _print_parts("a tap in School Audit", ours.tap_parts)
        _print_parts("Next in School Audit", ours.move_parts)
        _print_parts("a tap in an empty Flet app", empty.tap_parts)
    ratio = statistics.median(ours.taps) / yardstick
    if hasattr(os, "getloadavg"):
        print(f"{os.getloadavg()[1]:.0f} programs at once on {os.cpu_count()} cores: the fewer, the truer")
    print(f"{len(ours.taps)} taps; ours / empty button {ratio:.2f} (at most {limit})")
    return 0 if ratio <= limit else 1


def _print_parts(name: str, found: Sequence[dict[str, float]]) -> None:
    if found:
        medians = {part: statistics.median(one[part] for one in found) for part in found[0]}
        print(f"{name}: " + ", ".join(f"{part} {median:.1f}" for part, median in medians.items()))


def _ninety_five(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.exit(main())
