"""The yardstick of opening.py: what Flet itself does, with one line of text."""

import os
import sys

import flet as ft

EXPECTED = "Nothing else"


def screen(page: ft.Page) -> None:
    page.add(ft.Text(EXPECTED))


if __name__ == "__main__":
    os.environ["FLET_FORCE_WEB_SERVER"] = "1"  # otherwise view=None waits for Flet's desktop client
    os.environ["FLET_SERVER_IP"] = "127.0.0.1"
    ft.run(screen, view=None, port=int(sys.argv[1]), no_cdn=True)
