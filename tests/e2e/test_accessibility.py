"""Accessibility: axe-core over what every screen tells a screen reader, against WCAG 2.2 A and AA.

Screens are those of `screens.py`. What axe can't find is in docs/accessibility.md.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from audit_app.ui import places
from tests.e2e.browser import PATIENCE_SECONDS, Window, started
from tests.e2e.studio import studio

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

RUN = """() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: false } },
})"""
"""Without contrast: the letters in the tree are transparent, what people see is painted on a canvas. `test_theme.py`
computes the contrast of every pair of colours instead."""

SWALLOWED = """() => [...document.querySelectorAll("h1, h2, h3, h4, [role=group][aria-label]")]
    .filter((part) => part.querySelector(/^H/.test(part.tagName) ? "flt-semantics, [role]" : "h1, h2, h3, h4"))
    .map((part) => part.getAttribute("aria-label") ?? part.textContent)"""
"""Headings that hold more than their words, and groups that have become the words around a heading in them."""

WHOLE: ViewportSize = {"width": 1280, "height": 5000}
"""Higher than any screen's content."""


@dataclass(frozen=True)
class Violation:
    screen: str
    rule: str
    node: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.screen}: {self.rule}\n    at {self.node}\n    {self.remedy}"


def violations(page: Page, screen: str) -> Iterator[Violation]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    for found in page.evaluate(RUN)["violations"]:
        for node in found["nodes"]:
            remedy = node["failureSummary"].replace("\n", " ")
            yield Violation(screen, f"{found['id']} ({found['help']})", node["html"][:300], remedy)


def wait_until_it_stands(window: Window) -> None:
    """The tree has a heading, or a dialog that hides it, and stays the same for half a second."""
    heading, dialog = window.page.get_by_role("heading", level=1), window.page.get_by_role("alertdialog")
    heading.or_(dialog).first.wait_for(state="attached", timeout=PATIENCE_SECONDS * 1000)
    until = time.monotonic() + 5
    before, steady = "", 0
    while steady < 2 and time.monotonic() < until:
        window.page.wait_for_timeout(250)
        tree = window.page.evaluate("() => document.querySelector('flt-semantics-host').innerHTML")
        steady = steady + 1 if tree == before else 0
        before = tree


@pytest.mark.browser
@pytest.mark.slow
def test_axe_finds_nothing_wrong_with_any_screen(chromium: Browser, tmp_path: Path) -> None:
    found: list[Violation] = []
    swallowed: list[str] = []
    titles: dict[str, str] = {}
    with studio(chromium, tmp_path) as shown:
        for window in shown.windows.values():  # what is out of sight is not in the tree
            window.page.set_viewport_size(WHOLE)
        for screen in shown.screens:
            window = shown.show(screen)
            wait_until_it_stands(window)
            found += violations(window.page, screen.name)
            swallowed += [f"{screen.name}: {words}" for words in window.page.evaluate(SWALLOWED)]
            titles[screen.name] = window.page.title()
            screen.after(window)
    print(*found, sep="\n")
    assert found == []
    assert swallowed == []
    assert [name for name, title in titles.items() if title == "School Audit"] == []  # a tab says which screen it is


@pytest.mark.browser
def test_a_text_field_says_its_text_before_it_has_the_keyboard(window: Window, tmp_path: Path) -> None:
    with started(tmp_path / "data") as app:
        window.open(app.link)
        window.page.goto(f"{app.address}{places.SETTINGS}")
        window.fill("Name of the school", "Foxglove Lane Primary School")
        window.press("Save the profile")
        window.page.reload()
        name = window.page.get_by_role("textbox", name=re.compile("^Name of the school"))
        expect(name).to_have_value("Foxglove Lane Primary School")
        expect(name).not_to_be_focused()
        window.fill("Name of the school", "Foxglove Lane")
        expect(name).to_have_value("Foxglove Lane")
