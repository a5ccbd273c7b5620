"""Moving through an audit: where Previous, Next and Next unanswered lead, by button and by key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Item
from audit_app.responses.model import Answer
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_sections import first_to_do, next_to_do
from audit_app.ui.text import audit as text
from audit_app.workspace import OpenAudit


@dataclass(frozen=True)
class Steps:
    """Ids of items; None where there is nowhere to go."""

    previous: str | None
    next: str | None
    unanswered: str | None


def steps_from(opened: OpenAudit, items: Sequence[Item], *, whole: bool) -> Steps:
    """From what is on the screen: one item, or a whole section."""
    if not whole:
        order = [item.id for item in opened.questionnaire.items]
        at = order.index(items[0].id)
        before, after = order[:at], order[at + 1 :]
        return Steps(before[-1] if before else None, after[0] if after else None, next_to_do(opened, items[0].id))
    sections = list(opened.questionnaire.sections)
    at = sections.index(opened.questionnaire.section_of[items[0].id])
    earlier, later = sections[:at], sections[at + 1 :]
    return Steps(
        earlier[-1].items[0].id if earlier else None,
        first_to_do(opened, later[0]) if later else None,
        next_to_do(opened, items[-1].id),
    )


def step_bar(
    steps: Steps, go: Callable[[str], None], check: ft.Control, state: Sequence[ft.Control], *, whole: bool
) -> ft.Control:
    """What one needs after each answer, always in sight: whether it is kept (`state`), and the ways on.

    At the end, checking the answers comes in the place of Next.
    """
    back, on, unanswered = steps.previous, steps.next, steps.unanswered
    buttons: list[ft.Control] = []
    if back:
        words = text.PREVIOUS_SECTION if whole else text.PREVIOUS
        buttons.append(button(words, lambda: go(back), key="previous"))
    if on:
        words = text.NEXT_SECTION if whole else text.NEXT
        buttons.append(button(words, lambda: go(on), kind="primary", key="next"))
    if unanswered and unanswered != on:
        buttons.append(button(text.NEXT_UNANSWERED, lambda: go(unanswered), kind="quiet", key="unanswered"))
    return ft.Container(
        key="steps",
        bgcolor=theme.CARD,
        border=ft.Border.only(top=ft.BorderSide(1, theme.FAINT_LINE)),
        padding=ft.Padding.symmetric(vertical=theme.S, horizontal=theme.L),
        alignment=ft.Alignment.CENTER,
        content=ft.Container(button_row(*buttons, check, *state), width=theme.READING_WIDTH),
    )


def step_keys(
    app: AppContext, opened: OpenAudit, keeping: Keeping, items: Sequence[Item], steps: Steps, go: Callable[[str], None]
) -> Mapping[str, Action]:
    """The digits only where there is one statement, which they can mean, and where it can be changed."""
    moves = {"P": steps.previous, "N": steps.next, "U": steps.unanswered}
    keys: dict[str, Action] = {key: _going(go, item) for key, item in moves.items() if item}
    if len(items) > 1 or opened.received or opened.status == "submitted":
        return keys

    def choosing(code: str) -> Action:
        async def choose() -> None:
            kept = await keeping.keep(items[0].id, "answer", Answer(option=code))
            if kept and app.settings.move_on and steps.next:
                go(steps.next)

        return choose

    for option in opened.questionnaire.options_of(items[0]):
        if len(option.code) == 1 and option.code.isdigit():
            keys[option.code] = choosing(option.code)
    return keys


def _going(go: Callable[[str], None], item_id: str) -> Action:
    return lambda: go(item_id)
