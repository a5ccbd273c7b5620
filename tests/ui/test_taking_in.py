"""Getting a screen's controls ready quicker than Flet does it: nothing else is different."""

import hashlib
import inspect

import flet.controls.object_patch as flet_patch
import pytest

from audit_app.ui import main, places, taking_in
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun

WHAT_IT_STANDS_FOR = "fbbb21ab0ef5bcaa"
"""Flet's own function. Where it differs, look what Flet has changed, and do the same."""


def drawn(shown: Window) -> list[tuple[object, ...]]:
    """Every control: what it is, in what it stands, what Flet noted of it; and what can be read of all."""
    controls = [
        (type(one).__name__, type(one.parent).__name__, hasattr(one, "_frozen"), hasattr(one, "_initialized"))
        for one in shown.controls()
    ]
    return [*controls, *((node.role, node.name) for node in shown.nodes())]


async def walked(workspace: Workspace, *route: str) -> list[list[tuple[object, ...]]]:
    """What each screen is made of. Some are drawn anew, others change where they stand."""
    seen = []
    async with window_of(main.make_main(workspace), route[0]) as shown:
        for place in route:
            await shown.go(place)
            seen.append(drawn(shown))
    return seen


@headless
async def test_screens_are_made_of_the_same_controls_as_with_flet_s_own(a_workspace: Workspace) -> None:
    audit = places.audit(begun(a_workspace))
    route = (places.HOME, audit, places.HELP, places.LIBRARY, audit)
    quick = await walked(a_workspace, *route)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main, "take_in_what_was_given", lambda: None)
        patch.setattr(flet_patch.DiffBuilder, "_configure_dataclass", taking_in.FLETS_OWN)
        assert await walked(a_workspace, *route) == quick


def test_flet_still_does_what_this_stands_for() -> None:
    source = inspect.getsource(taking_in.FLETS_OWN)
    assert hashlib.sha256(source.encode()).hexdigest()[:16] == WHAT_IT_STANDS_FOR
