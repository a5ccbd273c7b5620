"""The sections of an audit with how far each is, and how the screen works: at the side, or on top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Section
from audit_app.responses.progress import SectionProgress
from audit_app.shortening import titled
from audit_app.ui import theme
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, handler, memo
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.text import audit as text
from audit_app.ui.text import common, offers

MANY = 20
"""Sections; more than anyone looks through."""
AROUND = 3
"""Sections before and after the current one that are shown then."""


@dataclass(frozen=True)
class Line:
    """A section as it is listed."""

    progress: SectionProgress
    current: bool
    to: str
    """The item at which one lands."""


@dataclass(frozen=True)
class Outline:
    """How far everything is. Equal ones are not drawn again."""

    answered: int
    questions: int
    waiting: int
    """Questions with an answer from an earlier round that nobody has given again."""
    levels_only: bool
    lines: tuple[Line, ...]


def outline(asked: Asked, current: Section) -> Outline:
    lines = [
        Line(asked.progress(section), section.id == current.id, asked.first_to_do(asked.by_section[section.id]))
        for section in asked.sections
    ]
    return Outline(asked.answered, len(asked.questions), len(asked.waiting), asked.levels_only, tuple(lines))


@component
def sections_side(app: AppContext, shown: Outline, go: Callable[[str], None]) -> ft.Control:
    """Everything below each other, for the column at the side. `go` takes an item's id, and stays the same."""
    return stack(
        overall(shown),
        sections_list(shown.lines, go),
        ft.Divider(height=1, color=theme.FAINT_LINE),
        how_it_works(app, shown.levels_only, shown.waiting > 0),
    )


@component
def sections_top(app: AppContext, shown: Outline, go: Callable[[str], None]) -> ft.Control:
    """The same folded up, above the item."""

    def rest() -> ft.Control:
        return stack(sections_list(shown.lines, go), how_it_works(app, shown.levels_only, shown.waiting > 0))

    return stack(
        overall(shown),
        disclosure(text.ALL_SECTIONS, rest, key="sections"),
        space=theme.S,
    )


sections_side, sections_top = memo(sections_side), memo(sections_top)


def overall(shown: Outline) -> ft.Control:
    name = text.called(text.ALL_ANSWERED, statements=shown.levels_only)
    bar = progress(name, shown.answered, shown.questions)
    return stack(bar, small(offers.waiting(shown.waiting)), space=theme.XS) if shown.waiting else bar


def sections_list(lines: Sequence[Line], go: Callable[[str], None]) -> ft.Control:
    """All of them; where there are many, those around the current one, and the rest for who asks."""

    def listed(some: Sequence[Line]) -> ft.Control:
        return stack(*[_section(one, go, key=one.progress.id) for one in some], space=theme.XS)

    if len(lines) <= MANY:
        return listed(lines)
    at = next(number for number, one in enumerate(lines) if one.current)
    start = max(0, min(at - AROUND, len(lines) - 2 * AROUND - 1))
    everything = disclosure(text.every_section(len(lines)), lambda: listed(lines), key="every")
    return stack(listed(lines[start : start + 2 * AROUND + 1]), everything, space=theme.S)


@component
def how_it_works(app: AppContext, levels_only: bool, offered: bool) -> ft.Control:
    """One item or a section, and the keys. `offered`: answers of an earlier round wait."""
    settings = app.settings
    explained = text.KEYS_SECTION if settings.whole_section else text.KEYS_ONE
    move_on = text.called(text.MOVE_ON, statements=levels_only)

    def keys() -> ft.Control:
        return stack(
            checkbox(text.USE_KEYS, settings.keys, lambda value: app.keep_settings(keys=value)),
            small(text.called(explained, statements=levels_only)),
            *([small(offers.KEY_STILL_TRUE)] if offered and not settings.whole_section else []),
            checkbox(move_on, settings.move_on, lambda value: app.keep_settings(move_on=value)),
            space=theme.S,
        )

    return stack(
        checkbox(
            text.WHOLE_SECTION,
            settings.whole_section,
            lambda value: app.keep_settings(whole_section=value),
            key="whole",
        ),
        disclosure(text.KEYS_TITLE, keys, key="keys"),
        space=theme.S,
    )


how_it_works = memo(how_it_works)


@component
def _section(
    line: Line,
    go: Callable[[str], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """A button as wide as the column; the current one is marked, and says so to screen readers (`aria-current`)."""
    section, current = line.progress, line.current
    title = titled(section.title)
    done = 0 < section.items == section.answered
    far = [ft.Text(common.out_of(section.answered, section.items), theme_style=theme.SMALL, color=theme.MUTED)]
    words = ft.Row(
        spacing=theme.S,
        controls=[
            ft.Text(title, theme_style=theme.LABEL if current else theme.BODY, expand=True, color=theme.TEXT),
            *([ft.Icon(ft.Icons.CHECK, size=theme.grown(20), color=theme.SUCCESS)] if done else []),
            *(far if section.items else []),
        ],
    )
    said = text.section_link(title, section.answered, section.items) if section.items else title
    named = ft.Semantics(label=said, exclude_semantics=True, content=words)
    return ft.Container(
        bgcolor=theme.INFO_GROUND if current else None,
        border=ft.Border.only(left=ft.BorderSide(4, theme.PRIMARY if current else ft.Colors.TRANSPARENT)),
        content=ft.MergeSemantics(
            content=ft.Semantics(
                selected=True if current else None,
                content=ft.TextButton(
                    content=named,
                    on_click=handler(lambda: go(line.to)),
                    style=ft.ButtonStyle(
                        padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=theme.S),
                        shape=ft.RoundedRectangleBorder(radius=theme.SMALL_RADIUS),
                    ),
                ),
            )
        ),
    )


_section = memo(_section)
