"""Words on the screen: headings, paragraphs, small print."""

from collections.abc import Sequence

import flet as ft

from audit_app.ui import theme

NO_BREAK = "\u00a0"


def heading(text: str, level: int = 2, *, name: str | None = None, looks: int | None = None) -> ft.Control:
    """A heading that screen readers can jump to. Level 1 is the screen's own, made by `page_frame`.

    `name` is read aloud instead of the text, where what stands below says the rest. `looks` is the level whose size it
    has, where its own would be too loud. A container: else the only one of a part takes in what stands below it.
    """
    size = looks or level
    words = ft.Text(text, theme_style=theme.HEADINGS[min(size, 3)], color=theme.TEXT, semantics_label=name)
    above = 0 if level == 1 else {2: theme.S + theme.XS, 3: theme.XS}.get(size, 0)
    spaced = ft.Container(words, padding=ft.Padding.only(top=above))
    return ft.Semantics(container=True, heading_level=level, content=spaced)


def paragraph(text: str, *, muted: bool = False) -> ft.Text:
    """Running text; user text too, which is never markup here."""
    return ft.Text(text, theme_style=theme.BODY, color=theme.MUTED if muted else theme.TEXT)


def small(text: str) -> ft.Text:
    """A hint, a date, a source."""
    return ft.Text(text, theme_style=theme.SMALL, color=theme.MUTED)


def unbroken(where: str) -> ft.Text:
    """“Purpose · statement 4 of 7”: where it takes two lines, the second does not begin within what comes last."""
    before, dot, last = where.rpartition(" · ")
    words = small(f"{before}{dot}{last.replace(' ', NO_BREAK)}")
    words.semantics_label = where
    return words


def label(text: str) -> ft.Text:
    """A term, or the name of something that stands below it."""
    return ft.Text(text, theme_style=theme.LABEL, color=theme.TEXT)


def steps(*texts: str) -> ft.Control:
    """A short list in an order."""
    return _list(
        [(ft.Container(paragraph(f"{number}."), width=theme.grown(24)), text) for number, text in enumerate(texts, 1)]
    )


def bullets(*texts: str) -> ft.Control:
    """A short list."""
    return _list([(_dot(), text) for text in texts])


def _list(lines: Sequence[tuple[ft.Control, str]]) -> ft.Control:
    return ft.Column(
        tight=True,
        spacing=theme.S,
        controls=[
            ft.Row(
                vertical_alignment=ft.CrossAxisAlignment.START,
                spacing=theme.S,
                controls=[mark, ft.Container(paragraph(text), expand=True)],
            )
            for mark, text in lines
        ],
    )


def _dot() -> ft.Control:
    """Seen, not read aloud."""
    return ft.Semantics(exclude_semantics=True, content=ft.Text("•", theme_style=theme.BODY))
