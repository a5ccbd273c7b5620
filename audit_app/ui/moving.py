"""Moving: the next screen is shown first, and then the browser is told its address.

Flet goes the other way round: it tells the browser the address, and shows the screen once the browser says that the
address changed. That is a way there and back before anything is drawn. Here what the browser says then is known to be
an echo. All else that it says – back, forward, an address that was typed – is the user's, and counts: where the browser
goes on to what it was told before, it is sent back there.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import flet as ft

_MOVES = "audit_app.moves"


@dataclass
class _Moves:
    """Of one window."""

    set_address: Callable[[str], None]
    """Of the page as Python has it, without a word to the browser."""
    to_tell: str | None = None
    """The address of a screen that is about to be drawn."""
    told: list[str] = field(default_factory=list)
    """What the browser was told and has not done yet, oldest first."""
    telling: set[asyncio.Task[None]] = field(default_factory=set)

    def is_echo(self, address: str) -> bool:
        """Asked once for each thing that the browser says."""
        if address not in self.told:
            return False
        del self.told[: self.told.index(address) + 1]
        return True

    async def until_done(self, page: ft.Page, address: str) -> None:
        """A browser that is there already repeats nothing."""
        await page.push_route(address)
        if address in self.told:
            self.told.remove(address)


def show_first_and_tell_then(page: ft.Page) -> None:
    """For this window, from now on."""
    session: Any = page.session
    patch, dispatch = session.apply_patch, session.dispatch_event
    moves = _Moves(lambda address: patch(page._i, {"route": address}))
    session.store.set(_MOVES, moves)

    def patched(control: int, changes: Mapping[str, Any]) -> None:
        """The address comes twice: as a changed property, then as an event. With all else, from a browser that
        connects anew: what it was told before may never have reached it."""
        if control == page._i and "route" in changes:
            if len(changes) > 1:
                moves.told.clear()
            elif changes["route"] in moves.told:
                return
        patch(control, changes)

    async def dispatched(control: int, name: str, data: Any) -> None:
        if control == page._i and name == "route_change":
            if moves.is_echo(data["route"]):
                return
            if moves.told:
                moves.to_tell = data["route"]
            moves.set_address(data["route"])  # something may have moved on since the property came
        await dispatch(control, name, data)

    session.apply_patch, session.dispatch_event = patched, dispatched


def move(page: ft.Page, address: str) -> None:
    """Show the screen of the address; `tell` follows when it is drawn. At once, so that no key can come between."""
    router = page.on_route_change
    moves: _Moves | None = page.session.store.get(_MOVES)
    if router is None or moves is None:  # nothing is shown by its address now
        page.navigate(address)
        return
    moves.to_tell = address
    moves.set_address(address)
    event = ft.RouteChangeEvent(name="route_change", control=page, route=address)
    if page.before_event(cast("Any", event)):
        cast("Any", router)(event)


def tell(page: ft.Page) -> None:
    """The screen is drawn. If the user went elsewhere meanwhile, the browser knows that already."""
    moves: _Moves | None = page.session.store.get(_MOVES)
    if moves is None or moves.to_tell is None:
        return
    address, moves.to_tell = moves.to_tell, None
    if address == page.route:
        moves.told.append(address)
        task = asyncio.create_task(moves.until_done(page, address))
        moves.telling.add(task)
        task.add_done_callback(moves.telling.discard)
