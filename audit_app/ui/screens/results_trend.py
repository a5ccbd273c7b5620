"""Results: the same sections in earlier rounds, each change in words, as a picture and as a table."""

from functools import partial

import flet as ft

from audit_app.results.trend import Called, SectionTrend, Trend
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.line_chart import Mark, Scale, line_chart
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import NoticeKind
from audit_app.ui.text import over_time as text

BOTTOM, TOP = 1, 4
"""Of the scale, unless a score lies outside it."""
KINDS: dict[Called, NoticeKind | None] = {"higher": "success", "lower": "warning", "no clear change": None}


def trend_panel(app: AppContext, found: Trend) -> ft.Control:
    return panel(
        heading(text.since(found.baseline)),
        paragraph(text.since_in_short(found)),
        disclosure(
            text.SEE_EACH,
            lambda: stack(*(_section(app, one, found) for one in found.sections), space=theme.L),
            key="trend-each",
        ),
        *([small(text.left_out(len(found.left_out)))] if found.left_out else []),
        disclosure(text.AS_A_TABLE, partial(_table, found), key="trend-table"),
        disclosure(text.HOW_CHANGE, lambda: paragraph(found.how), key="trend-how"),
        key="trend",
    )


def _section(app: AppContext, one: SectionTrend, found: Trend) -> ft.Control:
    """Its words and its line, beside each other where there is room."""
    called = tag(text.CALLED[one.called], KINDS[one.called]) if one.called else None
    mark = [ft.Container(called, padding=ft.Padding.only(top=theme.XS))] if called else []
    name = ft.Row([heading(one.title, 3), *mark], wrap=True, spacing=12, run_spacing=theme.XS)
    words = stack(name, small(one.sentence or one.reason or ""), space=theme.XS)
    if app.narrow or app.settings.text_size > 125:
        return ft.Column([words, _chart(app, one, found)], tight=True, spacing=theme.S, key=one.id)
    return ft.Row(
        [ft.Container(words, expand=True), _chart(app, one, found)],
        spacing=theme.L,
        vertical_alignment=ft.CrossAxisAlignment.START,
        key=one.id,
    )


def _chart(app: AppContext, one: SectionTrend, found: Trend) -> ft.Control:
    scores = [point.score for point in one.points if point.score is not None]
    marks = [Mark(point.wave, point.score, text.score(point.score), point.margin or 0.0) for point in one.points]
    every_section = [point.score for other in found.sections for point in other.points if point.score is not None]
    bottom, top = min(BOTTOM, *every_section, BOTTOM), max(TOP, *every_section, TOP)
    scale = Scale(bottom, top, (f"{bottom:g}", f"{top:g}"))
    return line_chart(
        text.chart(one, bottom, top),
        marks if scores else [],
        scale,
        narrow=app.narrow,
        text_size=app.settings.text_size,
    )


def _table(found: Trend) -> ft.Control:
    waves = [point.wave for point in found.sections[0].points]
    columns = [Column(text.SECTION, width=160), *(Column(wave, numeric=True) for wave in waves), Column(text.CHANGE)]
    rows = [[one.title, *(text.score(point.score) for point in one.points), text.change(one)] for one in found.sections]
    return table(text.since(found.baseline), columns, rows, show_caption=False)
