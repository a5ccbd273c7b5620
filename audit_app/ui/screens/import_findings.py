"""The findings about an author's file: a table where there is room for one, else one below the other."""

import flet as ft

from audit_app.questionnaires.checking.findings import Finding
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import label, paragraph
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


@component
def findings_part(
    findings: tuple[Finding, ...],
    wide: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, show = ft.use_state(AT_ONCE)
    rows = findings[:shown]
    as_table = table(
        text.WHAT, COLUMNS, [(_grade(one), one.place, one.what, one.remedy) for one in rows], show_caption=False
    )
    more = [left(button(text.MORE, lambda: show(shown + AT_ONCE)))] if shown < len(findings) else []
    return stack(*([as_table] if wide else [_below_each_other(rows)]), *more)


def _below_each_other(rows: tuple[Finding, ...]) -> ft.Control:
    return stack(
        *(
            panel(_grade(one), label(one.place), paragraph(one.what), paragraph(one.remedy), key=str(at))
            for at, one in enumerate(rows)
        ),
        space=theme.S,
    )


def _grade(one: Finding) -> ft.Control:
    return tag(text.GRADES[one.grade], one.grade)
