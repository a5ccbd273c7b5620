"""Partnership: what was brought and is not compared, and why."""

import flet as ft

from audit_app.results.contributions import EARLIER, OTHER
from audit_app.results.partnership_model import Comparison
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.text import partnership as text

MOST = 60
"""Rows of one table."""


def left_out(found: Comparison) -> ft.Control:
    """Earlier rounds and other questionnaires are what anybody expects: they are counted, the rest is listed."""
    other = sum(one.reason == OTHER for one in found.excluded)
    earlier = sum(one.reason.startswith(EARLIER) for one in found.excluded)
    said = [one for one in found.excluded if one.reason != OTHER and not one.reason.startswith(EARLIER)]
    rows = [[one.school, one.wave, one.reason] for one in said[:MOST]]
    columns = [Column(text.SCHOOL, width=220), Column(text.ROUND, width=130), Column(text.REASON, width=360)]
    counted = [
        *([text.further_left_out(len(said) - MOST)] if len(said) > MOST else []),
        *([text.earlier(earlier)] if earlier else []),
        *([text.other_questionnaires(other)] if other else []),
    ]
    items = sorted(found.items_left_out)
    return panel(
        heading(text.LEFT_OUT),
        *([table(text.LEFT_OUT, columns, rows, show_caption=False)] if rows else []),
        *([bullets(*counted)] if counted else []),
        *([disclosure(text.ITEMS_OUT, lambda: stack(bullets(*items)), key="items")] if items else []),
        *([] if rows or counted or items else [paragraph(text.NOTHING_OUT)]),
    )
