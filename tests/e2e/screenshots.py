"""Pictures of the app, made by the app: `uv run python -m tests.e2e.screenshots` makes those of the README.

With `--all DIR` it makes every screen in four sizes, light and dark, and once in its whole length, to be looked at.
"""

import argparse
import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from audit_app.ui.theme import TEXT_SIZES
from tests.e2e.browser import PATIENCE_SECONDS, Window, find_chromium, launch
from tests.e2e.screens import Screen
from tests.e2e.studio import LAPTOP, Studio, studio

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"

TABLET, SIDEWAYS, SMALL = (820, 1180), (1180, 820), (1024, 600)
SIZES = (LAPTOP, TABLET, SIDEWAYS, SMALL)
TALL = (1280, 3400)
"""Higher than any screen's content, of which the empty end is cut off."""

WHOLE = "whole"
VIEWS = {f"{size[0]}x{size[1]}-{scheme}": (size, scheme) for size in SIZES for scheme in ("light", "dark")}
VIEWS[WHOLE] = (TALL, "light")

HEARS_OF_IT = 400
"""Milliseconds until the app has drawn for another size: until then, what stands still is the old picture."""

COLOURS = 128
"""Of a picture's palette: enough for text and flat colours, and a fifth of the bytes."""


def take(window: Window, size: tuple[int, int], scheme: str, file: Path) -> None:
    """One picture of what the window shows."""
    window.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    window.page.set_viewport_size({"width": size[0], "height": size[1]})
    window.page.wait_for_timeout(HEARS_OF_IT)
    window.screenshot(file)


def readme_pictures(studio: Studio, folder: Path) -> None:
    """The few that the README shows, and some for a tablet."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        "welcome": (LAPTOP,),
        "home": (LAPTOP, TABLET),
        "audit-item": (LAPTOP, TABLET),
        "check": (LAPTOP,),
        "results": (LAPTOP, TABLET),
        "plan": (LAPTOP, TABLET),
        "priority": (LAPTOP,),
    }
    for screen in studio.screens:
        for size in wanted.get(screen.name, ()):
            file = folder / f"{screen.name}-{size[0]}x{size[1]}.png"
            take(studio.show(screen), size, "light", file)
            shrink(file)
            print(f"{file.name}: {file.stat().st_size // 1000} kB")
    first_page(studio.paper, folder / "pdf-page-1.png")


def all_pictures(studio: Studio, folder: Path, only: Sequence[str], views: Sequence[str]) -> None:
    """Every screen, or those whose name begins with one of `only`."""
    folder.mkdir(parents=True, exist_ok=True)
    for screen in chosen(studio.screens, only):
        window = studio.show(screen)
        _every_view(window, screen.name, folder, views)
        screen.after(window)
        print(screen.name, flush=True)


def chosen(screens: Sequence[Screen], only: Sequence[str]) -> Iterator[Screen]:
    """Those that go on where the one before ended come with it."""
    wanted = False
    for screen in screens:
        if screen.place:
            wanted = not only or screen.name.startswith(tuple(only))
        if wanted:
            yield screen


def _every_view(window: Window, name: str, folder: Path, views: Sequence[str]) -> None:
    for view in views:
        size, scheme = VIEWS[view]
        file = folder / f"{name}-{view}.png"
        take(window, size, scheme, file)
        if view == WHOLE:
            trim(file)
    window.page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    window.page.wait_for_timeout(HEARS_OF_IT)  # or what is pressed for the next screen still moves


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
    parser.add_argument("--views", nargs="*", default=list(VIEWS), choices=VIEWS, metavar="VIEW", help="with --all")
    parser.add_argument("--text", type=int, default=100, choices=TEXT_SIZES, metavar="PERCENT", help="its size")
    parser.add_argument("--contrast", action="store_true", help="in the colours of high contrast")
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("No Chromium found: install it, or name one in AUDIT_APP_CHROMIUM.")
        return 1
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright, executable)
        with studio(browser, Path(folder), arguments.text, contrast=arguments.contrast) as shown:
            if arguments.all:
                all_pictures(shown, arguments.all, arguments.only, arguments.views)
            else:
                readme_pictures(shown, PICTURES)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
