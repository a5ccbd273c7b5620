"""Partnership: what leaders agreed beside what colleagues said, school by school."""

import flet as ft

from audit_app.results.partnership_model import Comparison, SchoolViews
from audit_app.ui import theme
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.text import partnership as text


def views(found: Comparison) -> ft.Control:
    return panel(
        heading(text.VIEWS),
        paragraph(text.VIEWS_EXPLAINED),
        stack(*(_school(one) for one in found.views), space=theme.L),
    )


def _school(one: SchoolViews) -> ft.Control:
    rows = [
        [view.title, text.score(view.self_audit), text.score(view.survey), text.view(view)] for view in one.sections
    ]
    columns = [
        Column(text.SECTION, width=130),
        Column(text.LEADERS, numeric=True),
        Column(text.COLLEAGUES, numeric=True),
        Column(text.IN_WORDS, width=240),
    ]
    return stack(
        heading(one.school, 3),
        small(text.views_of(one)),
        table(text.views_caption(one.school), columns, rows, show_caption=False),
        space=theme.S,
        key=one.school,
    )
