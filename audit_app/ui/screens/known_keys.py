"""Keys: this device's own, and those by which other schools' files are known, each of which can be forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import flet as ft

from audit_app.responses.known_keys import KnownKey
from audit_app.sync.signing import fingerprint
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component, off_loop
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.text import known_keys as text
from audit_app.ui.text import moments

AT_A_TIME = 20


@dataclass(frozen=True)
class Gone:
    """The key that was forgotten last: where it stood, and for whom it was known."""

    at: int
    known: tuple[KnownKey, ...]

    @property
    def key(self) -> str:
        return self.known[0].key


@component
def known_keys_screen(app: AppContext) -> ft.Control:
    gone, set_gone = ft.use_state(cast("Gone | None", None))
    came_back, set_came_back = ft.use_state("")
    most, set_most = ft.use_state(AT_A_TIME)
    own, known = app.workspace.own_key(), by_key(app.workspace.known_keys())

    async def forget(at: int, key: str) -> None:
        set_gone(Gone(at, await off_loop(app.workspace.forget_key, fingerprint(key))))
        app.refresh()

    async def know_again() -> None:
        if gone is not None:
            await off_loop(app.workspace.know_again, gone.known)
            set_came_back(gone.key)
        set_gone(None)
        app.refresh()

    cards = [_card(one, partial(forget, at, one[0].key), came_back) for at, one in enumerate(known[:most])]
    if gone is not None:  # in the place of what it puts back
        undo = undo_notice(_schools(gone.known), know_again, said=text.forgotten, key=f"gone {gone.key}")
        cards.insert(gone.at, undo)
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        panel(heading(text.OWN), paragraph(fingerprint(own)) if own else paragraph(text.NO_OWN), key="own"),
        *([heading(text.THEIRS), paragraph(text.FORGET_MEANS, muted=True)] if cards else []),
        *(cards or [empty_state(text.NONE, text.NONE_TEXT)]),
        *([left(button(text.MORE, lambda: set_most(most + AT_A_TIME)))] if len(known) > most else []),
        back=(text.BACK, lambda: app.go(places.SETTINGS)),
    )


def by_key(known: Sequence[KnownKey]) -> list[tuple[KnownKey, ...]]:
    """A key with every school that is known by it, in the order of their names."""
    found: dict[str, list[KnownKey]] = {}
    for one in sorted(known, key=lambda one: (one.school.casefold(), one.accepted, one.key)):
        found.setdefault(one.key, []).append(one)
    return [tuple(group) for group in found.values()]


def _card(known: tuple[KnownKey, ...], forget: Action, came_back: str) -> ft.Control:
    """The keyboard goes to the button of one that just came back."""
    back, schools = known[0].key == came_back, _schools(known)
    return panel(
        label(schools),
        paragraph(fingerprint(known[0].key)),
        small(text.since(moments.day(min(one.accepted for one in known)))),
        left(button(text.FORGET, forget, name=text.forget(schools), autofocus=back, key="back" if back else "there")),
        key=known[0].key,
    )


def _schools(known: Sequence[KnownKey]) -> str:
    return text.several(tuple(dict.fromkeys(one.school for one in known)))
