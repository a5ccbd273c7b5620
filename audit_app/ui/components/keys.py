"""Keys that do something wherever the focus is, except while somebody types."""

from collections.abc import Mapping

import flet as ft

from audit_app.ui.runtime import Action, call, handler, use_effect

_TYPING = "audit_app.typing"
_KEYS = "audit_app.keys"


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


def use_keys(keys: Mapping[str, Action]) -> None:
    """While this component is shown: key to action, for example `{"N": forward, "1": first}`. Empty for none.

    Never with Ctrl, Alt or the system's key held: those belong to the browser. The number pad counts as digits.
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

    page.session.store.set(_KEYS, (here.current, dict(keys)))
    use_effect(begin, [], end)


async def _pressed(event: ft.KeyboardEvent) -> None:
    store = event.page.session.store
    registered = store.get(_KEYS)
    if registered is None or store.get(_TYPING) or event.ctrl or event.alt or event.meta:
        return
    action = registered[1].get(event.key.removeprefix("Numpad "))
    if action is not None:
        await call(action)


_heard = handler(_pressed)
