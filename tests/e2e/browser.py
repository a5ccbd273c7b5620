"""Browser: the app as a person meets it, for every journey: a process of its own, shown in real Chromium.

Selectors are what a screen reader gets: roles and names (`window.page.get_by_role("button", name="Save")`).
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

AUDIT_APP = (sys.executable, "-m", "audit_app.cli")
"""The command under test, to which `--data DIR --no-open` is added."""

LINK = re.compile(r"http://127\.0\.0\.1:\d+/open\?once=\S+")

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

MOST_TURNS = 40
"""Of the wheel, before something counts as out of reach."""

MOST_FILLS = 10
TAKEN_UP_MILLISECONDS = 50

AWAITED = "(field) => document.activeElement === field || field.setAttribute('autocorrect', 'awaited')"
"""Marks a field that has not got the keyboard: Flutter puts a value of its own there when it takes the field up."""

HOW_FAR_OFF = """(element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit && (element.contains(hit) || hit.contains(element) && hit.getAttribute("role") === "radio")) return null;
    const by = y - innerHeight / 2;
    if (Math.abs(by) < 20) return null;
    return { x: Math.min(Math.max(x, 20), innerWidth - 20), y: innerHeight / 2, by };
}"""
"""Null when a press on its middle would reach it, else where to turn the wheel, and how far."""

GO = """(address) => {
    window.headingBefore = document.querySelector("h1");
    window.wordsBefore = window.headingBefore?.innerText;
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}"""
"""As if a link within the app had been pressed: four times as fast as loading the page anew."""

ARRIVED = """() => {
    const heading = document.querySelector("h1");
    return heading && (heading !== window.headingBefore || heading.innerText !== window.wordsBefore);
}"""

PATIENCE_SECONDS = 30.0
"""For anything to appear: a busy machine with two cores takes seconds to compile the client program."""


def find_chromium() -> str | None:
    """Where Chromium is, or None. AUDIT_APP_CHROMIUM names another one."""
    named = os.environ.get("AUDIT_APP_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return named or next(filter(None, map(shutil.which, names)), None)


def launch(playwright: Playwright, executable: str) -> Browser:
    """Headless Chromium that asks the network for nothing on its own account."""
    return playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)


@dataclass
class RunningProcess:
    """The app as started by a person: its process, and the lines that it printed so far."""

    process: subprocess.Popen[str]
    data: Path
    link: str
    """Lets one browser in, once."""
    lines: list[str]

    @property
    def address(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end."""
        return self.link.partition("/open")[0]

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send a signal, wait, and say the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_SECONDS)

    def rest_of_output(self) -> str:
        """What it printed after the link, standard error included; waits for its end."""
        assert self.process.stdout
        return self.process.stdout.read()


@contextlib.contextmanager
def started(data: Path, *options: str, command: Sequence[str] = AUDIT_APP) -> Iterator[RunningProcess]:
    """The app on a data folder, running until the block ends. `options` are further arguments of the command."""
    process = subprocess.Popen(
        [*command, "--data", str(data), "--no-open", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        lines: list[str] = []
        assert process.stdout
        for line in process.stdout:
            lines.append(line)
            if found := LINK.search(line):
                yield RunningProcess(process, data, found.group(), lines)
                return
        raise AssertionError(f"The app ended without saying its address: {''.join(lines)}")
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.communicate()


@dataclass
class Window:
    """One browser window with the app, and every address that it asked for."""

    page: Page
    requested: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What the page wrote to its console as errors."""

    def open(self, address: str) -> None:
        """Go there; returns when the app shows something to a screen reader."""
        self.page.goto(address)
        self.wait_until_usable()

    def go(self, place: str) -> None:
        """Another screen of the app that is open here; returns when its title is there."""
        if urlsplit(self.page.url).path == place:
            self.open(self.page.url)
        else:
            self.page.wait_for_selector("h1", state="attached", timeout=PATIENCE_SECONDS * 1000)
            self.page.evaluate(GO, place)
            self.page.wait_for_function(ARRIVED, timeout=PATIENCE_SECONDS * 1000)

    def wait_until_usable(self) -> None:
        """The accessibility tree stands, so `get_by_role` finds things."""
        self.page.wait_for_selector("flt-semantics", state="attached", timeout=PATIENCE_SECONDS * 1000)

    def wait_for(self, text: str | re.Pattern[str]) -> None:
        """Something with that text or name is there."""
        expect(self.page.get_by_text(text).or_(self.page.get_by_label(text)).first).to_be_attached()

    def press(self, name: str, role: str = "button") -> None:
        """Press the one control of that role and name."""
        self.click(self.page.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type] # any ARIA role

    def pick(self, name: str, *files: Path) -> None:
        """Press the button, and choose these files in the browser's window for it."""
        with self.page.expect_file_chooser() as chooser:
            self.press(name)
        chooser.value.set_files(files)

    def choose(self, name: str) -> None:
        """Press the one radio button whose name begins so; returns when it is chosen."""
        radio = self.page.get_by_role("radio", name=re.compile(rf"^{re.escape(name)}"))
        self.click(radio)
        expect(radio).to_be_checked()

    def select(self, name: str, option: str) -> None:
        """Open the list of that name, and choose; returns when its name says so."""
        self.click(self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)}: ")))
        self.click(self.page.get_by_role("button", name=option, exact=True))
        expect(self.page.get_by_role("button", name=f"{name}: {option}", exact=True)).to_be_attached()

    def fill(self, name: str, text: str) -> None:
        """Type into the field whose name begins so, and leave it.

        On a busy machine Flutter takes up a field some time after the browser gave it the keyboard: what is put in
        before, it never hears of.
        """
        box = self.page.get_by_role("textbox", name=re.compile(rf"^{re.escape(name)}"))
        expect(box).to_be_attached()
        box.evaluate(AWAITED)
        self.click(box)
        expect(box).not_to_have_attribute("autocorrect", "awaited")
        for _ in range(MOST_FILLS):
            box.fill(text)
            self.page.wait_for_timeout(TAKEN_UP_MILLISECONDS)
            if box.input_value() == text:
                break
        box.press("Tab")

    def holds(self, name: str, text: str) -> None:
        """The field whose name begins so has this text. Flutter tells a field's text once it has the keyboard."""
        box = self.page.get_by_role("textbox", name=re.compile(rf"^{re.escape(name)}"))
        self.click(box)
        expect(box).to_have_value(text)

    def click(self, found: Locator) -> None:
        """Press it, after turning the wheel until it is in sight.

        Left to itself, Playwright scrolls the accessibility tree and clicks before the app has followed: on something
        else.
        """
        self.page.bring_to_front()  # behind another one, a window draws late and takes up no text
        expect(found).to_be_attached()
        for _ in range(MOST_TURNS):
            off = found.evaluate(HOW_FAR_OFF)
            if off is None:
                break
            self.page.mouse.move(off["x"], off["y"])
            self.page.mouse.wheel(0, off["by"])
            self.page.wait_for_timeout(120)
        found.click()

    def shows(self, title: str | re.Pattern[str]) -> None:
        """The screen with that heading is there."""
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_attached()

    def back(self, place: str) -> None:
        """From there, as a person does it who sees the address: it follows the screen."""
        expect(self.page).to_have_url(re.compile(re.escape(place) + "$"))
        self.page.go_back()

    def screenshot(self, file: Path, *, settle: float = 5.0) -> None:
        """A picture of what stands still: the first frames lag behind the tree, fonts and transitions come later."""
        until = time.monotonic() + settle
        before, steady = b"", 0
        while steady < 3 and time.monotonic() < until:
            self.page.wait_for_timeout(150)
            picture = self.page.screenshot()
            steady = steady + 1 if picture == before else 0
            before = picture
        file.write_bytes(before)

    def hosts(self) -> set[str]:
        """Host and port of every request and WebSocket so far."""
        return {address.split("/")[2] for address in self.requested if not address.startswith(("blob:", "data:"))}


def a_window(context: BrowserContext) -> Window:
    """A new, empty window that records from its first request on."""
    page = context.new_page()
    window = Window(page)
    page.on("request", lambda request: window.requested.append(request.url))
    page.on("websocket", lambda socket: window.requested.append(socket.url))
    page.on("console", lambda line: window.problems.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: window.problems.append(str(error)))
    return window
