"""The sections of an audit with how far each is, and how the screen works: at the side, or on top."""

from collections.abc import Callable, Sequence

import flet as ft

from audit_app.questionnaires.model import Section
from audit_app.responses.progress import SectionProgress
from audit_app.ui import theme
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import handler
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.text import audit as text
from audit_app.ui.text import common, offers

MANY = 20
"""Sections; more than anyone looks through."""
AROUND = 3
"""Sections before and after the current one that are shown then."""


def sections_side(app: AppContext, asked: Asked, current: Section, go: Callable[[str], None]) -> ft.Control:
    """Everything below each other, for the column at the side. `go` takes an item's id."""
    return stack(
        overall(asked),
        sections_list(asked, current, go),
        ft.Divider(height=1, color=theme.FAINT_LINE),
        how_it_works(app, asked),
    )


def sections_top(app: AppContext, asked: Asked, current: Section, go: Callable[[str], None]) -> ft.Control:
    """The same folded up, above the item."""

    def rest() -> ft.Control:
        return stack(sections_list(asked, current, go), how_it_works(app, asked))

    return stack(
        overall(asked),
        disclosure(text.ALL_SECTIONS, rest, key="sections"),
        space=theme.S,
    )


def overall(asked: Asked) -> ft.Control:
    name = text.called(text.ALL_ANSWERED, statements=asked.levels_only)
    bar = progress(name, asked.answered, len(asked.questions))
    return stack(bar, small(offers.waiting(len(asked.waiting))), space=theme.XS) if asked.waiting else bar


def sections_list(asked: Asked, current: Section, go: Callable[[str], None]) -> ft.Control:
    """All of them; where there are many, those around the current one, and the rest for who asks."""

    def entry(section: Section) -> ft.Control:
        to = asked.first_to_do(asked.by_section[section.id])
        return _section(asked.progress(section), section.id == current.id, lambda: go(to))

    def listed(sections: Sequence[Section]) -> ft.Control:
        return stack(*[entry(section) for section in sections], space=theme.XS)

    if len(asked.sections) <= MANY:
        return listed(asked.sections)
    at = next(number for number, section in enumerate(asked.sections) if section.id == current.id)
    start = max(0, min(at - AROUND, len(asked.sections) - 2 * AROUND - 1))
    everything = disclosure(text.every_section(len(asked.sections)), lambda: listed(asked.sections), key="every")
    return stack(listed(asked.sections[start : start + 2 * AROUND + 1]), everything, space=theme.S)


def how_it_works(app: AppContext, asked: Asked) -> ft.Control:
    """One item or a section, and the keys."""
    settings = app.settings
    explained = text.KEYS_SECTION if settings.whole_section else text.KEYS_ONE
    move_on = text.called(text.MOVE_ON, statements=asked.levels_only)

    def keys() -> ft.Control:
        return stack(
            checkbox(text.USE_KEYS, settings.keys, lambda value: app.keep_settings(keys=value)),
            small(text.called(explained, statements=asked.levels_only)),
            *([small(offers.KEY_STILL_TRUE)] if asked.waiting and not settings.whole_section else []),
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


def _section(section: SectionProgress, current: bool, go: Callable[[], None]) -> ft.Control:
    """A button as wide as the column; the current one is marked, and says so to screen readers (`aria-current`)."""
    done = 0 < section.items == section.answered
    far = [ft.Text(common.out_of(section.answered, section.items), theme_style=theme.SMALL, color=theme.MUTED)]
    words = ft.Row(
        spacing=theme.S,
        controls=[
            ft.Text(section.title, theme_style=theme.LABEL if current else theme.BODY, expand=True, color=theme.TEXT),
            *([ft.Icon(ft.Icons.CHECK, size=20, color=theme.SUCCESS)] if done else []),
            *(far if section.items else []),
        ],
    )
    said = text.section_link(section.title, section.answered, section.items) if section.items else section.title
    named = ft.Semantics(label=said, exclude_semantics=True, content=words)
    return ft.Container(
        key=section.id,
        bgcolor=theme.INFO_GROUND if current else None,
        border=ft.Border.only(left=ft.BorderSide(4, theme.PRIMARY if current else ft.Colors.TRANSPARENT)),
        content=ft.MergeSemantics(
            content=ft.Semantics(
                selected=True if current else None,
                content=ft.TextButton(
                    content=named,
                    on_click=handler(go),
                    style=ft.ButtonStyle(
                        padding=ft.Padding.symmetric(vertical=theme.S + theme.XS, horizontal=theme.S),
                        shape=ft.RoundedRectangleBorder(radius=theme.SMALL_RADIUS),
                    ),
                ),
            )
        ),
    )
