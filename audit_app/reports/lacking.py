"""Lacking: what a paper says at its end when its fonts have no shape for letters that somebody wrote."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from audit_app.language import _
from audit_app.reports.document import Block, Paragraph
from audit_app.reports.words import PLAIN, clean, measured

NOTE = _(
    "Some letters, for example Chinese ones or pictures, have no shape in this paper’s fonts; � stands in their place. "
    "A screen reader says them, copying keeps them, and the app’s spreadsheets show them."
)


def what_is_lacking(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Nothing, unless something can't be printed."""
    return (Paragraph(NOTE, tone="quiet"),) if any(map(_lacks, _texts(blocks))) else ()


def _lacks(text: str) -> bool:
    return not PLAIN.fullmatch(text) and any(
        piece.meaning for piece in measured(clean(text).replace("\n", " "), "regular")
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
