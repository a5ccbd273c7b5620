"""Pictures of the app, made by the app: `uv run python -m tests.e2e.screenshots` makes those of the README.

With `--all DIR` it makes every screen in three sizes, light and dark, and once in its whole length, to be looked at.
"""

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from audit_app.ui import places
from tests.e2e.browser import PATIENCE_SECONDS, RunningProcess, Window, a_window, find_chromium, launch, started
from tests.e2e.fixed_day import BEGUN, CONTESTED, PLANNED, workspace_on_the_day

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"

LAPTOP, TABLET, SMALL = (1280, 800), (820, 1180), (1024, 600)
TALL = (1280, 3400)
"""Higher than any screen's content, of which the empty end is cut off."""

FIXED_DAY = (sys.executable, "-m", "tests.e2e.fixed_day")

COLOURS = 128
"""Of a picture's palette: enough for text and flat colours, and a fifth of the bytes."""

EVIDENT = "purpose_shared_audit"
"""A statement with everything: a level, a comment and evidence."""


@dataclass(frozen=True)
class Screen:
    """One place, and what is done there before the picture is taken."""

    name: str
    place: str
    prepare: Callable[[Window], None] = lambda _: None
    after: Callable[[Window], None] = lambda _: None


def press(name: str, role: str = "button") -> Callable[[Window], None]:
    return lambda window: window.press(name, role)


def screens(priority: str, bundle: Path) -> tuple[Screen, ...]:
    """Every screen of the demo partnership; `priority` is one of the plan under way."""

    def show_the_plan_of_an_import(window: Window) -> None:
        with window.page.expect_file_chooser() as chooser:
            window.press("Choose files")
        chooser.value.set_files(bundle)
        window.wait_for("What importing does")

    whole = press("Show a whole section at a time", "checkbox")
    return (
        Screen("home", places.HOME),
        Screen("start", places.START),
        Screen("audits", places.AUDITS),
        Screen("audit-item", places.item(BEGUN, EVIDENT)),
        Screen("audit-item-unanswered", places.item(BEGUN, "management_governors")),
        Screen("audit-item-submitted", places.item(PLANNED, EVIDENT)),
        Screen("audit-item-contested", places.audit(CONTESTED)),
        Screen("audit-section", places.item(BEGUN, "purpose_clear_goals"), whole, whole),
        Screen("check", places.check(BEGUN)),
        Screen("check-submitted", places.check(PLANNED)),
        Screen("results", places.results(PLANNED)),
        Screen("results-draft", places.results(BEGUN)),
        Screen("plan", places.plan(PLANNED)),
        Screen("plan-empty", places.plan(BEGUN)),
        Screen("priority", places.priority(PLANNED, priority)),
        Screen("share", places.share(PLANNED)),
        Screen("import", places.IMPORT),
        Screen("import-planned", places.IMPORT, show_the_plan_of_an_import),
        Screen("library", places.LIBRARY),
        Screen("questionnaire", places.questionnaire("partnership-health")),
        Screen("settings", places.SETTINGS),
        Screen("not-found", "/nowhere"),
    )


@dataclass
class Studio:
    """The app on the demo partnership and on an empty folder, each in a window."""

    demo: Window
    first_start: Window
    address: dict[int, str]
    screens: tuple[Screen, ...]
    paper: bytes
    """The governors' PDF of the audit with a plan."""

    def show(self, screen: Screen) -> Window:
        self.demo.open(self.address[id(self.demo)] + screen.place)
        screen.prepare(self.demo)
        return self.demo


@contextmanager
def studio(browser: Browser, folder: Path) -> Iterator[Studio]:
    data = folder / "demo"
    workspace = workspace_on_the_day(data)
    priority = workspace.plan(PLANNED).priorities[0].id
    bundle = folder / "from another school.json"
    bundle.write_bytes(_from_another_school(folder / "another"))
    paper = workspace.report(PLANNED)
    workspace.close()
    with started(data, command=FIXED_DAY) as demo, started(folder / "empty") as empty:
        windows = [_opened(browser, app) for app in (demo, empty)]
        address = {id(window): app.address for window, app in zip(windows, (demo, empty), strict=True)}
        try:
            yield Studio(windows[0], windows[1], address, screens(priority, bundle), paper)
        finally:
            for window in windows:  # one whose app has ended would look for it as long as the browser runs
                window.page.context.close()


def _from_another_school(folder: Path) -> bytes:
    """The scores of a ninth school, which the demo partnership does not know."""
    workspace = workspace_on_the_day(folder, schools=9)
    audit = next(one.id for one in workspace.audits() if one.id.startswith("demo-09"))
    bundle = workspace.export(audit, "scores")
    workspace.close()
    return bundle


def _opened(browser: Browser, app: RunningProcess) -> Window:
    window = a_window(browser.new_context(locale="en-GB", viewport={"width": LAPTOP[0], "height": LAPTOP[1]}))
    window.open(app.link)
    return window


def take(window: Window, size: tuple[int, int], scheme: str, file: Path) -> None:
    """One picture of what the window shows."""
    window.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    window.page.set_viewport_size({"width": size[0], "height": size[1]})
    window.screenshot(file)


def readme_pictures(studio: Studio, folder: Path) -> None:
    """The few that the README shows, and some for a tablet."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        "home": (LAPTOP, TABLET),
        "audit-item": (LAPTOP, TABLET),
        "check": (LAPTOP,),
        "results": (LAPTOP, TABLET),
        "plan": (LAPTOP, TABLET),
        "priority": (LAPTOP,),
    }
    _small(studio.first_start, "welcome", LAPTOP, folder)
    for screen in studio.screens:
        for size in wanted.get(screen.name, ()):
            _small(studio.show(screen), screen.name, size, folder)
    first_page(studio.paper, folder / "pdf-page-1.png")


def _small(window: Window, name: str, size: tuple[int, int], folder: Path) -> None:
    file = folder / f"{name}-{size[0]}x{size[1]}.png"
    take(window, size, "light", file)
    shrink(file)
    print(f"{file.name}: {file.stat().st_size // 1000} kB")


def all_pictures(studio: Studio, folder: Path, only: Sequence[str]) -> None:
    """Every screen, or those whose name begins with one of `only`."""
    folder.mkdir(parents=True, exist_ok=True)
    if not only or "welcome" in only:
        _every_size(studio.first_start, "welcome", folder)
    for screen in studio.screens:
        if not only or any(screen.name.startswith(one) for one in only):
            _every_size(studio.show(screen), screen.name, folder)
            screen.after(studio.demo)
            print(screen.name, flush=True)


def _every_size(window: Window, name: str, folder: Path) -> None:
    for size in (LAPTOP, TABLET, SMALL):
        for scheme in ("light", "dark"):
            take(window, size, scheme, folder / f"{name}-{size[0]}x{size[1]}-{scheme}.png")
    whole = folder / f"{name}-whole.png"
    take(window, TALL, "light", whole)
    trim(whole)
    take(window, LAPTOP, "light", folder / f"{name}-1280x800-light.png")


def shrink(file: Path) -> None:
    """To a palette, without dithering: flat colours stay flat."""
    from PIL import Image

    picture = Image.open(io.BytesIO(file.read_bytes())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def trim(file: Path) -> None:
    """Cut off what is empty at the lower end."""
    from PIL import Image, ImageChops

    picture = Image.open(io.BytesIO(file.read_bytes())).convert("RGB")
    width, height = picture.size
    ground = Image.new("RGB", picture.size, picture.getpixel((width - 20, height - 20)) or 0)
    content = ImageChops.difference(picture, ground).crop((0, 0, width - 30, height)).getbbox()
    picture.crop((0, 0, width, min(height, (content[3] if content else height) + 20))).save(file)


def first_page(paper: bytes, file: Path) -> None:
    """The summary for governors as a picture, where poppler is installed."""
    program = shutil.which("pdftoppm")
    if program is None:
        print(f"{file.name} was not made: it needs pdftoppm (of poppler-utils).")
        return
    command = [program, "-png", "-r", "70", "-f", "1", "-l", "1", "-singlefile", "-", str(file.with_suffix(""))]
    subprocess.run(command, input=paper, check=True)
    shrink(file)
    print(f"{file.name}: {file.stat().st_size // 1000} kB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every screen, into this folder")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="with --all: screens that begin so")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("No Chromium found: install it, or name one in AUDIT_APP_CHROMIUM.")
        return 1
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright, executable)
        with studio(browser, Path(folder)) as shown:
            if arguments.all:
                all_pictures(shown, arguments.all, arguments.only)
            else:
                readme_pictures(shown, PICTURES)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
