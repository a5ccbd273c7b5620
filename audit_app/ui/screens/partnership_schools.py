"""Partnership: each school beside the median, in words."""

import flet as ft

from audit_app.results.partnership_model import ComparedSchool, Comparison
from audit_app.ui import theme
from audit_app.ui.components.abreast import two_abreast
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import partnership as text
from audit_app.ui.text import results as results_text

AT_A_TIME = 10


@component
def each_school(
    app: AppContext,
    found: Comparison,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, show = ft.use_state(AT_A_TIME)
    more = left(button(text.SHOW_MORE, lambda: show(shown + AT_A_TIME)))
    return panel(
        heading(text.EACH),
        paragraph(text.EACH_EXPLAINED),
        two_abreast([_school(one) for one in found.schools[:shown]], wide=app.wide),
        *([more] if len(found.schools) > shown else []),
    )


def _school(one: ComparedSchool) -> ft.Control:
    marks = [tag(results_text.BALANCE_NAMES[one.balance])] if one.balance else []
    marks += [tag(text.DRAFT, "warning")] if one.status == "draft" else []
    return stack(
        heading(one.id, 3),
        *([ft.Row(list(marks), wrap=True, spacing=theme.S, run_spacing=theme.XS)] if marks else []),
        paragraph(one.sentence or text.ALONE),
        small(" ".join((f"{text.kind(one)}.", *one.notes))),
        space=theme.XS,
        key=one.id,
    )
