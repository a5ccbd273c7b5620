"""The list of screens has every address of the app in it, so no screen is without pictures and without axe."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import flet as ft

from audit_app.ui.routes import ROUTES
from tests.e2e.screens import Made, every_screen

MADE = Made(priority="a-priority", moving="an-audit", own_question="own_question", files=Path())


def paths(routes: list[ft.Route]) -> Iterator[str]:
    for route in routes:
        if route.children:
            yield from paths(route.children)
        else:
            yield route.path or ""


def is_at(place: str, path: str) -> bool:
    """Whether the address is one of this route: `audits/:audit` is that of “/audits/an-audit”."""
    given, asked = place.strip("/").split("/"), path.split("/")
    return len(given) == len(asked) and all(
        want.startswith(":") or unquote(one) == want for one, want in zip(given, asked, strict=True)
    )


def test_every_route_has_a_screen_in_the_list() -> None:
    """Another route? Add its screen to `screens.py`."""
    places = [screen.place for screen in every_screen(MADE) if screen.place]
    named = {path for path in paths(ROUTES) if not path.endswith("*")}
    assert len(named) >= 40
    assert [path for path in sorted(named) if not any(is_at(place, path) for place in places)] == []
    assert [place for place in places if not any(is_at(place, path) for path in named)] == ["/nowhere"]


def test_every_screen_has_a_name_of_its_own() -> None:
    names = [screen.name for screen in every_screen(MADE)]
    assert len(names) == len(set(names))
