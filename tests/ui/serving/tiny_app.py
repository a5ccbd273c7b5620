"""A whole app of one screen, started as a process of its own: what the tests of serving open.

Its text has glyphs that no bundled font has, so that Flutter looks for a font to show them with.
"""

import argparse
import webbrowser
from pathlib import Path

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui.serving.opening import GRACE_SECONDS, open_app

HEADING = "A tiny app"
ODD_GLYPHS = "😀 漢字 العربية עברית ไทย ✓ → ☐"


def screen(page: ft.Page) -> None:
    def count() -> None:
        taps.value = f"Tapped, at {page.route}"

    taps = ft.Text(f"Not tapped, at {page.route}")
    page.title = "School Audit"
    page.add(
        ft.Semantics(content=ft.Text(HEADING), heading_level=1),
        ft.Text(ODD_GLYPHS),
        taps,
        ft.Button("Tap", on_click=count),
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-open", action="store_true")
    parser.add_argument("--grace", type=float, default=GRACE_SECONDS)
    parser.add_argument("--browser-log", type=Path, help="write what would be opened there, and open nothing")
    arguments = parser.parse_args()

    def browse(link: str) -> object:
        if arguments.browser_log is None:
            return webbrowser.open(link)
        with arguments.browser_log.open("a") as file:
            return file.write(f"{link}\n")

    try:
        open_app(
            lambda: screen,
            arguments.data,
            lambda line: print(line, flush=True),
            port=arguments.port,
            open_page=not arguments.no_open,
            browse=browse,
            grace=arguments.grace,
        )
    except AuditError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
