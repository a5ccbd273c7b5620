"""The yardstick of tapping.py: Flet with one button that changes one text, in our server and with our client."""

import argparse
from pathlib import Path

import flet as ft

from audit_app.ui.serving.opening import open_app

BUTTON = "Tap"


def said(times: int) -> str:
    return f"Tapped {times}"


def screen(page: ft.Page) -> None:
    times = 0

    def count() -> None:
        nonlocal times
        times += 1
        words.value = said(times)

    words = ft.Text(said(0))
    page.add(words, ft.Button(BUTTON, on_click=count))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--no-open", action="store_true")
    arguments = parser.parse_args()
    open_app(lambda: screen, arguments.data, lambda line: print(line, flush=True), open_page=not arguments.no_open)


if __name__ == "__main__":
    main()
