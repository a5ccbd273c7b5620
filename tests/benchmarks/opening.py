"""How long from starting the process to a usable home screen, beside an empty Flet app in the same run.

    uv run python -m tests.benchmarks.opening                       the real app on a folder with the demo partnership
    uv run python -m tests.benchmarks.opening --tiny                the serving part alone, with a screen of three lines

Both are opened in headless Chromium with an empty cache, in turns, so that a busy machine slows both. Usable means that
the expected text stands in the accessibility tree. Exits 1 when the ratio of the medians is above --limit.
"""

import argparse
import contextlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from tests.benchmarks import empty_app
from tests.e2e.browser import AUDIT_APP, PATIENCE_SECONDS, find_chromium, launch, started

PRESS_FOR_SEMANTICS = """
new MutationObserver((_, observer) => {
  const button = document.querySelector("flt-semantics-placeholder");
  if (button) { observer.disconnect(); button.click(); }
}).observe(document, { childList: true, subtree: true });
"""
"""What our own page does by itself; Flet's leaves it to the user."""


def open_ours(browser: Browser, command: list[str], data: Path, expected: str) -> float:
    """Seconds."""
    begin = time.perf_counter()
    with started(data, command=command) as app, contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(app.link, wait_until="commit")
        wait_for(page, expected)
        return time.perf_counter() - begin


def open_empty(browser: Browser) -> float:
    """Seconds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", empty_app.__name__, str(port)], stderr=subprocess.DEVNULL)
    try:
        with contextlib.closing(browser.new_context()) as context:
            page = context.new_page()
            page.add_init_script(PRESS_FOR_SEMANTICS)
            while True:
                try:
                    page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
                    break
                except Error:
                    assert time.perf_counter() - begin < PATIENCE_SECONDS, "the empty app does not answer"
                    time.sleep(0.02)
            wait_for(page, empty_app.EXPECTED)
            return time.perf_counter() - begin
    finally:
        process.kill()
        process.wait()


def wait_for(page: Page, expected: str) -> None:
    expect(page.get_by_text(expected).first).to_be_attached(timeout=PATIENCE_SECONDS * 1000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--expect", default="Home", help="text of the first usable screen")
    parser.add_argument("--limit", type=float, default=1.5)
    parser.add_argument("--data", type=Path, help="a data folder to open; without it a demo is made")
    parser.add_argument("--tiny", action="store_true")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("No Chromium found.")
        return 1
    command, expected = list(AUDIT_APP), arguments.expect
    if arguments.tiny:
        command, expected = [sys.executable, "-m", "tests.ui.serving.tiny_app"], "A tiny app"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = arguments.data or Path(folder) / "data"
        if not arguments.tiny and arguments.data is None:
            subprocess.run([*command, "demo", "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
        browser = launch(playwright, executable)
        open_empty(browser)  # warms the disk cache for both
        empty, ours = [], []
        for _ in range(arguments.runs):
            empty.append(open_empty(browser))
            ours.append(open_ours(browser, command, data, expected))
        browser.close()
    ratio = statistics.median(ours) / statistics.median(empty)
    for name, seconds in (("empty Flet app", empty), ("School Audit", ours)):
        print(f"{name:15} median {statistics.median(seconds):5.2f} s   ({min(seconds):.2f}–{max(seconds):.2f})")
    print(f"ratio {ratio:.2f} (at most {arguments.limit})")
    return 0 if ratio <= arguments.limit else 1


if __name__ == "__main__":
    raise SystemExit(main())
