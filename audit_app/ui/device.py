"""Device: what this window's device asks for. The browser says so once the window stands, and again when it comes back.

Flutter hears `forced-colors`, `prefers-contrast` (`serving/client.py`) and `prefers-reduced-motion`; its own short
animations then last a twentieth.
"""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from audit_app.ui.components.progress import keep_still
from audit_app.ui.runtime import handler, use_effect


@dataclass(frozen=True)
class Wishes:
    high_contrast: bool = False
    reduced_motion: bool = False


NONE = Wishes()


def use_device(page: ft.Page) -> Wishes:
    """None known in the first drawing."""
    wishes: Wishes
    set_wishes: Callable[[Wishes], None]
    wishes, set_wishes = ft.use_state(NONE)

    async def ask() -> None:
        found = await ft.SemanticsService().get_accessibility_features()
        keep_still(page, found.reduce_motion or found.disable_animations)
        set_wishes(Wishes(found.high_contrast, found.reduce_motion or found.disable_animations))

    async def ask_again(event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state is ft.AppLifecycleState.RESUME:
            await ask()

    async def watch() -> None:
        page.on_app_lifecycle_state_change = handler(ask_again)
        await ask()

    use_effect(watch, [])
    return wishes
