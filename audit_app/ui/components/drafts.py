"""Drafts: text while it is typed. It is handed on after a pause, when the field is left, and when the screen goes."""

import asyncio
from dataclasses import dataclass

import flet as ft

from audit_app.ui.runtime import Action, call, guarded, use_effect

PAUSE = 0.8
"""Seconds without a key after which the text is handed on."""


@dataclass
class Draft:
    """One field's text on its way; it lives as long as the field is on the screen."""

    text: str
    given: str
    """What the screen said last."""
    saved: str | None
    """What was handed on last; None when that failed, so that the next occasion tries again."""
    save: Action
    limit: int = 0
    focused: bool = False
    waiting: asyncio.Task[None] | None = None

    @property
    def too_long(self) -> bool:
        return 0 < self.limit < len(self.text)

    def take(self, value: str) -> None:
        """The screen's value, unless the user is in the middle of typing: then the draft wins."""
        if value != self.given:
            self.given = value
            if not self.focused:
                self.text = self.saved = value

    async def hand_on(self) -> None:
        if self.text == self.saved or self.too_long:
            return
        self.saved = text = self.text
        try:
            await call(self.save, text)
        except BaseException:
            self.saved = None
            raise

    async def _after_pause(self) -> None:
        await asyncio.sleep(PAUSE)
        await self.hand_on()

    def typed(self, text: str, *, save_soon: bool) -> None:
        self.text, self.focused = text, True
        self.forget_waiting()
        if save_soon:
            self.waiting = asyncio.create_task(guarded(self._after_pause)())

    def forget_waiting(self) -> None:
        if self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None


def use_draft(value: str, save: Action, limit: int = 0) -> Draft:
    """The draft of this field; hand it to `typing`."""
    kept: ft.MutableRef[Draft] = ft.use_ref(lambda: Draft(value, value, value, save, limit))
    draft: Draft = kept.current
    draft.save, draft.limit = save, limit
    draft.take(value)

    async def leave() -> None:
        draft.forget_waiting()
        await draft.hand_on()

    use_effect(lambda: None, [], leave)
    return draft


def leaving(draft: Draft) -> Action:
    """For `on_blur` and `on_submit`."""

    async def leave() -> None:
        draft.focused = False
        draft.forget_waiting()
        await draft.hand_on()

    return leave
