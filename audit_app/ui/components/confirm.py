"""A question before something that can't be undone. The dialog keeps the rest of the page out of reach meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.runtime import Action, call, handler
from audit_app.ui.text import common


class Ask(Protocol):
    """Opens the dialog; `action` runs when the user agrees."""

    def __call__(self, title: str, text: str, agree: str, action: Action, *, danger: bool = False) -> None: ...


@dataclass(frozen=True)
class _Question:
    title: str
    text: str
    agree: str
    action: Action
    danger: bool


def use_confirm() -> Ask:
    """A hook, so before any condition: `ask = use_confirm()`, then `ask("Remove it?", …, "Remove", remove)`."""
    question: _Question | None
    set_question: Callable[[_Question | None], None]
    question, set_question = ft.use_state(None)

    def ask(title: str, text: str, agree: str, action: Action, *, danger: bool = False) -> None:
        set_question(_Question(title, text, agree, action, danger))

    ft.use_dialog(_dialog(question, lambda: set_question(None)) if question else None)
    return ask


def _dialog(question: _Question, close: Callable[[], None]) -> ft.AlertDialog:
    async def agree() -> None:
        close()
        await call(question.action)

    return ft.AlertDialog(
        semantics_label=question.title,
        on_dismiss=handler(close),  # the Escape key, or a press outside
        title=ft.Text(question.title, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        scrollable=True,
        content=ft.Container(ft.Text(question.text, theme_style=theme.BODY), width=theme.grown(440)),
        actions=[
            button(common.CANCEL, close, autofocus=question.danger),
            button(
                question.agree,
                agree,
                kind="danger" if question.danger else "primary",
                autofocus=not question.danger,
            ),
        ],
    )
