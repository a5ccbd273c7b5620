"""Results: what leaders agreed in the self-audit, beside what colleagues said in the survey of the same statements."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from audit_app.results.views import View, Views
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.text import over_time as text


def views_panel(app: AppContext, audit: str, found: Views) -> ft.Control:
    differing = [one for one in found.items if one.more_hopeful]
    other = (text.TO_SURVEY, found.survey) if audit == found.self_audit else (text.TO_AUDIT, found.self_audit)
    return panel(
        heading(text.VIEWS),
        paragraph(text.views_in_short(found.sections)),
        small(text.VIEWS_EXPLAINED),
        *([_table(app, found.sections, wide=app.wide and audit == found.self_audit)] if found.sections else []),
        *([_statements(differing)] if differing else []),
        disclosure(text.HOW_VIEWS, lambda: paragraph(found.how), key="views-how"),
        left(link(other[0], lambda: app.go(places.results(other[1])))),
        key="views",
    )


def _table(app: AppContext, views: Sequence[View], *, wide: bool) -> ft.Control:
    """`wide`: on a screen that is, as a survey's results are not."""
    reason = 280 if wide else 160 if app.narrow else 180  # for none: a sentence
    columns = [
        Column(text.SECTION, width=112 if app.narrow else 160),
        Column(text.LEADERS, numeric=True),
        Column(text.COLLEAGUES, numeric=True),
        Column(text.MORE_HOPEFUL, width=reason),
    ]
    rows = [[one.title, text.score(one.self_audit), text.score(one.survey), _who(one)] for one in views]
    return table(text.VIEWS, columns, rows, show_caption=False)


def _who(one: View) -> str:
    if one.difference is None:
        return one.reason or text.NOT_COMPARED
    return {"leaders": text.LEADERS_ARE, "colleagues": text.COLLEAGUES_ARE}.get(one.more_hopeful or "", text.ALIKE)


def _statements(differing: Sequence[View]) -> ft.Control:
    widest = sorted(differing, key=lambda one: -abs(one.difference or 0.0))
    return disclosure(text.statements(len(differing)), partial(_each, widest), key="views-items")


def _each(differing: Sequence[View]) -> ft.Control:
    return stack(*(stack(paragraph(one.title), small(one.sentence), space=theme.XS) for one in differing))
