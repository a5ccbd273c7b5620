"""The findings about an author's file: a table where there is room for one, else one below the other."""

import re

import flet as ft

from audit_app.questionnaires.checking.findings import Finding
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import label, paragraph, small
from audit_app.ui.runtime import component
from audit_app.ui.text import import_questionnaire as text

AT_ONCE = 40
"""Rows; more are shown when they are asked for."""

COLUMNS = (
    Column(text.GRADE),
    Column(text.WHERE, 270),
    Column(text.WHAT, 280),
    Column(text.REMEDY, 230),
)

STEP = re.compile(r"([A-Za-z_]\w*)\[(\d+)\]|([^.\[\]]+)")
"""One step of the path to a value: “items[2]”, or “text”."""
PATH = re.compile(r"[A-Za-z_]\w*(\[\d+\])*(\.[^.\[\] ]+(\[\d+\])*)*")


@component
def findings_part(
    findings: tuple[Finding, ...],
    wide: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, show = ft.use_state(AT_ONCE)
    rows = findings[:shown]
    as_table = table(
        text.WHAT, COLUMNS, [(_grade(one), _where(one), one.what, one.remedy) for one in rows], show_caption=False
    )
    more = [left(button(text.MORE, lambda: show(shown + AT_ONCE)))] if shown < len(findings) else []
    return stack(*([as_table] if wide else [_below_each_other(rows)]), *more)


def _below_each_other(rows: tuple[Finding, ...]) -> ft.Control:
    return stack(
        *(
            panel(_grade(one), _where(one), paragraph(one.what), paragraph(one.remedy), key=str(at))
            for at, one in enumerate(rows)
        ),
        space=theme.S,
    )


def _where(one: Finding) -> ft.Control:
    """In words; the path into a JSON file below them, for whoever wrote it by hand."""
    words = in_words(one.place)
    return stack(label(words), *([small(one.place)] if words != one.place else []), space=2)


def in_words(place: str) -> str:
    """“sections[2].items[1].text” is “Section 3, question 2, its text”; what is no path stays as it is."""
    if not PATH.fullmatch(place):
        return place
    said = [_step(*found.groups()) for found in STEP.finditer(place)]
    if place.split("[")[0] not in text.LISTED:
        said = [text.WHOLE, *said]
    words = ", ".join(said)
    return f"{words[:1].upper()}{words[1:]}"


def _step(listed: str | None, number: str | None, name: str | None) -> str:
    if listed and number:
        at = int(number) + 1
        return text.LISTED[listed](at) if listed in text.LISTED else f"“{listed}” {at}"
    return text.NAMED.get(name or "", f"“{name}”")


def _grade(one: Finding) -> ft.Control:
    return tag(text.GRADES[one.grade], one.grade)
