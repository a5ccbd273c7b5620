"""Keys that do something wherever the focus is: single ones except while somebody types, Ctrl-Enter then too.

One key at a time, in the order in which they were pressed: a key waits until what the one before did is done, and until
the screen that it led to is there. So 36 quick keys answer 36 statements, and none is answered twice.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import flet as ft

from audit_app.ui.runtime import Action, call, handler, use_effect

CTRL_ENTER = "Ctrl Enter"
ESCAPE = "Escape"

_TYPING = "audit_app.typing"
_KEYS = "audit_app.keys"
_ALWAYS = "audit_app.keys.always"
_GOING = "audit_app.going"
_TURN = "audit_app.keys.turn"
_ESCAPED = "audit_app.keys.escaped"

LOOK = 0.01
LONGEST_WAY = 15.0
"""Seconds until another screen is there, on a very busy computer; then keys mean what they mean on the one that is."""
CLOSING = 1.0
"""Seconds in which a dialog goes after Escape, unless it has to be answered."""


def typing_begins() -> None:
    """For `on_focus` of everything to type in."""
    ft.context.page.session.store.set(_TYPING, True)


def left_alone(action: Action | None = None) -> Action:
    """For `on_blur` of the same; `action` is what else is to be done then."""

    async def left() -> None:
        ft.context.page.session.store.set(_TYPING, False)
        if action is not None:
            await call(action)

    return left


def going(page: ft.Page, place: str) -> None:
    """Another screen is on its way: keys pressed from now on are meant for it."""
    page.session.store.set(_GOING, unquote(place))


def came(page: ft.Page) -> None:
    """A screen is there. If it is another one, nobody waits any more for the one that was on its way."""
    if page.session.store.get(_GOING) != unquote(page.route or ""):
        page.session.store.set(_GOING, None)


def use_keys(keys: Mapping[str, Action]) -> None:
    """While this component is shown: key to action, for example `{"N": forward, "1": first}`. Empty for none.

    With Ctrl, Alt or the system's key held they belong to the browser, but for `CTRL_ENTER`. The number pad counts as
    digits. While a dialog is open none means anything.
    """
    page = ft.context.page
    here: ft.MutableRef[object] = ft.use_ref(object)

    def begin() -> None:
        page.session.store.set(_TYPING, False)  # whatever had the focus went with the last screen
        page.on_keyboard_event = _heard

    def end() -> None:
        registered = page.session.store.get(_KEYS)
        if registered and registered[0] is here.current:
            page.session.store.set(_KEYS, None)

    page.session.store.set(_KEYS, (here.current, dict(keys), unquote(page.route or "")))
    use_effect(begin, [], end)


def use_keys_everywhere(keys: Mapping[str, Action]) -> None:
    """On every screen, unless the screen itself means something else by a key."""
    page = ft.context.page

    def begin() -> None:
        page.on_keyboard_event = _heard

    page.session.store.set(_ALWAYS, dict(keys))
    use_effect(begin, [])


async def _pressed(event: ft.KeyboardEvent) -> None:
    store, name = event.page.session.store, _name(event)
    if not name:
        return
    turn = store.get(_TURN)
    if turn is None:
        turn = asyncio.Lock()
        store.set(_TURN, turn)
    async with turn:
        await _until_there(store)
        if name == ESCAPE:
            store.set(_ESCAPED, time.monotonic())
        else:
            await _until_closed(event.page, store.get(_ESCAPED) or 0.0)
        if _has_a_dialog(event.page) or (store.get(_TYPING) and name != CTRL_ENTER):
            return
        registered = store.get(_KEYS)
        action = (registered[1] if registered else {}).get(name) or (store.get(_ALWAYS) or {}).get(name)
        if action is not None:
            await call(action)


def _has_a_dialog(page: ft.BasePage) -> bool:
    """What lies behind one is out of reach, for keys too."""
    return any(isinstance(one, ft.AlertDialog) and one.open for one in page._dialogs.controls)


async def _until_closed(page: ft.BasePage, escaped: float) -> None:
    """The browser says some time after Escape that the dialog is gone, and quick fingers are elsewhere by then."""
    while _has_a_dialog(page) and time.monotonic() < escaped + CLOSING:
        await asyncio.sleep(LOOK)


def _name(event: ft.KeyboardEvent) -> str:
    """Empty for what is the browser's."""
    key = event.key.removeprefix("Numpad ")
    if event.alt or event.meta:
        return ""
    if event.ctrl:
        return CTRL_ENTER if key == "Enter" else ""
    return "?" if event.shift and key == "/" else key


async def _until_there(store: Any) -> None:
    for _ in range(round(LONGEST_WAY / LOOK)):
        going_to, registered = store.get(_GOING), store.get(_KEYS)
        if going_to is None or registered is None or registered[2] == going_to:
            break
        await asyncio.sleep(LOOK)
    store.set(_GOING, None)


_heard = handler(_pressed)
