"""One suggested match: who helps whom with what, why at a glance and in full, and what the user says of it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple, TypeAlias, cast

import flet as ft

from audit_app.results.matching.model import Match, Verdict
from audit_app.ui import theme
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import level_mark, tag
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component
from audit_app.ui.text import common
from audit_app.ui.text import matches as text

Decide: TypeAlias = Callable[[str, str, str, Verdict, str], Awaitable[None]]
"""Helper, helped, area, verdict, reason; schools by what decisions know them."""

LIMIT = 2000
OFFERED: tuple[tuple[Verdict, str, ButtonKind], ...] = (
    ("accept", text.ACCEPT, "secondary"),
    ("reject", text.REJECT, "secondary"),
    ("fix", text.FIX, "quiet"),
)


class Standing(NamedTuple):
    """Where one of the two schools is."""

    school: str
    code: str
    word: str


@component
def match_card(
    one: Match,
    helper: str,
    helped: str,
    standing: tuple[Standing, ...],
    decide: Decide,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    asked, ask = ft.use_state(cast("Verdict | None", None))
    undoing = use_doing(partial(decide, helper, helped, one.area, "undo", ""))
    tags: list[ft.Control] = [tag(text.VERDICTS[one.verdict], "success")] if one.verdict else []

    async def keep(verdict: Verdict, reason: str) -> None:
        ask(None)
        await decide(helper, helped, one.area, verdict, reason)

    if asked is not None:
        below: ft.Control = reason_form(one, asked, keep, lambda: ask(None), key=asked)
    elif one.verdict:
        below = button(text.UNDO, undoing.run, name=f"{text.UNDO}: {text.helps_with(one)}")
        below = button_row(below)
    else:
        below = button_row(
            *(
                button(word, partial(ask, verdict), kind=kind, name=f"{word}: {text.helps_with(one)}")
                for verdict, word, kind in OFFERED
            )
        )
    return panel(
        heading(text.helps(one), 3),
        ft.Row([label(one.title), *tags], wrap=True, spacing=theme.S + theme.XS),
        *([_where_they_are(standing)] if standing else []),
        *([paragraph(text.through(one.facilitator))] if one.facilitator else []),
        *_for_and_against(one),
        *([paragraph(text.your_reason(one.reason))] if one.verdict and one.reason else []),
        disclosure(
            text.IN_FULL,
            lambda: stack(*map(paragraph, one.sentences), *([small(one.otherwise)] if one.otherwise else [])),
            name=f"{text.IN_FULL}: {text.helps_with(one)}",
            key="in full",
        ),
        below,
    )


def _where_they_are(standing: tuple[Standing, ...]) -> ft.Control:
    """The helper first, as in the heading; the names are there, and are read aloud here."""
    marks: list[ft.Control] = []
    for at in standing:
        marks += [ft.Icon(ft.Icons.ARROW_FORWARD, color=theme.MUTED, size=theme.grown(20))] if marks else []
        marks.append(level_mark(at.code, at.word, theme.LEVELS.get(at.code)))
    return ft.Semantics(
        container=True,
        label=". ".join(f"{at.school}: {at.code} {at.word}" for at in standing),
        exclude_semantics=True,
        content=ft.Row(marks, wrap=True, spacing=theme.S, run_spacing=theme.S),
    )


def _for_and_against(one: Match) -> list[ft.Control]:
    said = (
        (one.strong, text.speaks_for, ft.Icons.CHECK, theme.SUCCESS),
        (one.doubts, text.speaks_against, ft.Icons.WARNING_AMBER_ROUNDED, theme.WARNING),
    )
    return [
        ft.Row(
            [ft.Icon(icon, color=colour, size=theme.grown(22)), ft.Container(paragraph(words(few)), expand=True)],
            spacing=theme.S,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for few, words, icon, colour in said
        if few
    ]


@component
def reason_form(
    one: Match,
    verdict: Verdict,
    keep: Callable[[Verdict, str], Awaitable[None]],
    cancel: Callable[[], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    reason = ft.use_ref("")

    def hold(words: str) -> None:
        reason.current = words

    async def kept() -> None:
        await keep(verdict, reason.current or "")

    keeping = use_doing(kept)
    return stack(
        text_field(
            text.REASON,
            "",
            hold,
            hint=text.REASON_HINTS[verdict],
            lines=2,
            limit=LIMIT,
            begins=True,
            name=f"{text.REASON} {text.KEEP[verdict]}: {text.helps_with(one)}",
            key="reason",
        ),
        button_row(
            button(text.KEEP[verdict], keeping.run, kind="primary"),
            button(common.CANCEL, cancel, kind="quiet"),
        ),
        space=theme.S + theme.XS,
    )
