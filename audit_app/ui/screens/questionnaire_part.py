"""One part of a questionnaire as it reads: every kind of item, and when it is asked. Nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.ui import places
from audit_app.ui.components.buttons import ButtonKind, button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.questionnaire_item import item_as_it_reads, words
from audit_app.ui.text import library as text

MOST_ITEMS = 15
"""On one screen: a part of a thousand items is read in pieces, each as fast as a short one."""


@dataclass(frozen=True)
class Part:
    """A section, or a piece of a long one."""

    section: Section
    items: tuple[Item, ...]
    title: str


def parts_of(questionnaire: Questionnaire) -> tuple[Part, ...]:
    return tuple(_parts(questionnaire))


def _parts(questionnaire: Questionnaire) -> Iterator[Part]:
    for section in questionnaire.sections:
        total = len(section.items)
        for first in range(0, total, MOST_ITEMS):
            items = section.items[first : first + MOST_ITEMS]
            title = section.title if total <= MOST_ITEMS else text.piece(section.title, first + 1, first + len(items))
            yield Part(section, items, title)


@component
def questionnaire_part_screen(app: AppContext, questionnaire: str, part: str) -> ft.Control:
    """`part` is its number, from 1; another one leads to the nearest."""
    one = app.workspace.questionnaire(questionnaire)
    parts = parts_of(one)
    number = min(max(int(part) if part.isdecimal() and len(part) < 6 else 1, 1), len(parts))
    shown = parts[number - 1]

    def going(direction: str, to: int, kind: ButtonKind) -> list[ft.Control]:
        if not 1 <= to <= len(parts):
            return []
        name = text.going(direction, parts[to - 1].title)
        return [button(direction, lambda: app.go(places.questionnaire_part(questionnaire, to)), kind=kind, name=name)]

    return page_frame(
        shown.title,
        small(text.part_of(number, len(parts), one.title)),
        small(text.PREVIEW),
        *([paragraph(shown.section.intro)] if shown.section.intro else []),
        *([small(text.shown_when(words(shown.section.visible_if, one)))] if shown.section.visible_if else []),
        *(item_as_it_reads(one, item, key=item.id) for item in shown.items),
        button_row(*going(text.NEXT, number + 1, "primary"), *going(text.PREVIOUS, number - 1, "secondary")),
        back=(one.title, lambda: app.go(places.questionnaire(questionnaire))),
        tab=f"{shown.title}, {one.title}",
    )
