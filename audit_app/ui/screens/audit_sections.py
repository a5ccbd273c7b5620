"""The sections of an audit with how far each is, and how the screen works: at the side, or on top."""

from collections.abc import Callable

import flet as ft

from audit_app.questionnaires.model import Section
from audit_app.responses.progress import (
    SectionProgress,
    asked,
    is_answered,
    next_unanswered,
    section_progress,
    unanswered,
)
from audit_app.ui import theme
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import handler
from audit_app.ui.text import audit as text
from audit_app.ui.text import common
from audit_app.workspace import OpenAudit


def sections_side(app: AppContext, opened: OpenAudit, current: Section, go: Callable[[str], None]) -> ft.Control:
    """Everything below each other, for the column at the side. `go` takes an item's id."""
    return stack(
        overall(opened),
        sections_list(opened, current, go),
        ft.Divider(height=1, color=theme.FAINT_LINE),
        how_it_works(app),
    )


def sections_top(app: AppContext, opened: OpenAudit, current: Section, go: Callable[[str], None]) -> ft.Control:
    """The same folded up, above the statement."""

    def rest() -> ft.Control:
        return stack(sections_list(opened, current, go), how_it_works(app))

    return stack(
        overall(opened),
        disclosure(text.ALL_SECTIONS, rest, key="sections"),
        space=theme.S,
    )


def overall(opened: OpenAudit) -> ft.Control:
    items = asked(opened.questionnaire, opened.stands)
    return progress(text.ALL_ANSWERED, sum(is_answered(opened.standing(item.id)) for item in items), len(items))


def sections_list(opened: OpenAudit, current: Section, go: Callable[[str], None]) -> ft.Control:
    found = section_progress(opened.questionnaire, opened.stands)

    def entry(section: Section) -> ft.Control:
        return _section(found[section.id], section == current, lambda: go(first_to_do(opened, section)))

    return stack(*[entry(section) for section in opened.questionnaire.sections], space=theme.XS)


def first_to_do(opened: OpenAudit, section: Section) -> str:
    """Where to land in a section: its first item without an answer, else its first."""
    left = unanswered(opened.questionnaire, opened.stands)
    return next((item.id for item in section.items if item.id in left), section.items[0].id)


def next_to_do(opened: OpenAudit, after: str) -> str | None:
    """The next item without an answer that is not this one."""
    found = next_unanswered(opened.questionnaire, opened.stands, after)
    return found if found != after else None


def how_it_works(app: AppContext) -> ft.Control:
    """One statement or a section, and the keys."""
    settings = app.settings

    def keys() -> ft.Control:
        return stack(
            checkbox(text.USE_KEYS, settings.keys, lambda value: app.keep_settings(keys=value)),
            small(text.KEYS_SECTION if settings.whole_section else text.KEYS_ONE),
            checkbox(text.MOVE_ON, settings.move_on, lambda value: app.keep_settings(move_on=value)),
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
    done = section.answered == section.items
    words = ft.Row(
        spacing=theme.S,
        controls=[
            ft.Text(section.title, theme_style=theme.LABEL if current else theme.BODY, expand=True, color=theme.TEXT),
            *([ft.Icon(ft.Icons.CHECK, size=20, color=theme.SUCCESS)] if done else []),
            ft.Text(common.out_of(section.answered, section.items), theme_style=theme.SMALL, color=theme.MUTED),
        ],
    )
    named = ft.Semantics(
        label=text.section_link(section.title, section.answered, section.items), exclude_semantics=True, content=words
    )
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
