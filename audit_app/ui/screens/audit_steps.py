"""Moving through an audit: where Previous, Next and Next unanswered lead, by button and by key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from audit_app.questionnaires.model import Item
from audit_app.responses.model import Answer
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_offer import confirm, offer_can_be_confirmed
from audit_app.ui.screens.audit_shown import Shown
from audit_app.ui.text import audit as text

EDGE = theme.XS
"""Pixels to the right of the bar: less than beside the text, which it begins in line with."""


@dataclass(frozen=True)
class Steps:
    """Ids of items; None where there is nowhere to go."""

    previous: str | None
    next: str | None
    unanswered: str | None
    words: tuple[str, str] = (text.PREVIOUS, text.NEXT)


def steps_from(asked: Asked, items: tuple[Item, ...], *, whole: bool) -> Steps:
    """From what is on the screen: one item, or a whole section (a part of a long one)."""
    if not whole:
        order = [item.id for item in asked.items]
        at = order.index(items[0].id)
        before, after = order[:at], order[at + 1 :]
        return Steps(before[-1] if before else None, after[0] if after else None, asked.next_to_do(items[0].id))
    at = asked.parts.index(items)
    earlier, later = asked.parts[:at], asked.parts[at + 1 :]
    section = asked.section_of(items[0].id)
    return Steps(
        earlier[-1][0].id if earlier else None,
        asked.first_to_do(later[0]) if later else None,
        asked.next_to_do(items[-1].id),
        (
            text.PREVIOUS_PART if earlier and asked.section_of(earlier[-1][0].id) == section else text.PREVIOUS_SECTION,
            text.NEXT_PART if later and asked.section_of(later[0][0].id) == section else text.NEXT_SECTION,
        ),
    )


def step_bar(
    steps: Steps, go: Callable[[str], None], more: Sequence[ft.Control], state: Sequence[ft.Control], *, close: bool
) -> ft.Control:
    """What one needs after each answer, always in sight: whether it is kept (`state`), and the ways on.

    At the end, checking the answers, one of `more`, comes in the place of Next. `close`: there is little height.
    """
    back, on = steps.previous, steps.next
    buttons: list[ft.Control] = []
    if back:
        buttons.append(button(steps.words[0], lambda: go(back), key="previous"))
    if on:
        buttons.append(button(steps.words[1], lambda: go(on), kind="primary", key="next"))
    air = theme.XS if close else theme.S
    return ft.Container(
        key="steps",
        bgcolor=theme.CARD,
        border=ft.Border.only(top=ft.BorderSide(1, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.L, top=air, right=EDGE, bottom=air),
        alignment=ft.Alignment.CENTER,
        content=ft.Container(
            button_row(*map(_close, [*buttons, *more]), *state, space=theme.XS + 2),
            width=theme.grown(theme.READING_WIDTH) + theme.L - EDGE,
        ),
    )


def to_unanswered(steps: Steps, go: Callable[[str], None]) -> list[ft.Control]:
    """The way to what is left to do, where Next does not lead there."""
    to = steps.unanswered
    if to is None or to == steps.next:
        return []
    return [button(text.NEXT_UNANSWERED, lambda: go(to), kind="quiet", key="unanswered")]


def _close(made: ft.Control) -> ft.Control:
    """Narrower than elsewhere: a small laptop has room for all of it in one line."""
    if isinstance(made, ft.TextButton | ft.OutlinedButton | ft.FilledButton):
        beside = theme.S if isinstance(made, ft.TextButton) else theme.M
        made.style = ft.ButtonStyle(padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=beside))
    return made


def step_keys(
    app: AppContext, shown: Sequence[Shown], keeping: Keeping, steps: Steps, go: Callable[[str], None]
) -> Mapping[str, Action]:
    """The digits only where there is one statement, which they can mean, and where it can be changed."""
    moves = {"P": steps.previous, "N": steps.next, "U": steps.unanswered}
    keys: dict[str, Action] = {key: _going(go, item) for key, item in moves.items() if item}
    only = shown[0]
    if len(shown) == 1 and offer_can_be_confirmed(only):
        keys["S"] = partial(_confirm, app, only, keeping, steps, go)
    if len(shown) > 1 or only.fixed or only.item.kind != "level":
        return keys

    def choosing(code: str) -> Action:
        async def choose() -> None:
            kept = await keeping.keep(only.item.id, "answer", Answer(option=code))
            if kept and app.settings.move_on and steps.next:
                go(steps.next)

        return choose

    for option in only.offered:
        if len(option.code) == 1 and option.code.isdigit():
            keys[option.code] = choosing(option.code)
    return keys


async def _confirm(app: AppContext, shown: Shown, keeping: Keeping, steps: Steps, go: Callable[[str], None]) -> None:
    if await confirm(shown, keeping) and app.settings.move_on and steps.next:
        go(steps.next)


def _going(go: Callable[[str], None], item_id: str) -> Action:
    return lambda: go(item_id)
