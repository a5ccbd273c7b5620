"""Results: how structure, trust and self-interest stand to one another, in words."""

import flet as ft

from audit_app.results.balance_words import FORCES
from audit_app.results.model import BalanceResult
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.ternary import Corner, ternary
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.text import results as text

PICTURE = 300
"""Pixels for the triangle and its texts, beside the bars, which need the rest."""


def balance(app: AppContext, found: BalanceResult) -> ft.Control:
    """Its name, its sentence, the three forces, what to do, and for who wants it how all that was worked out."""
    name = [ft.Text(text.BALANCE_NAMES[found.name], theme_style=theme.HEADINGS[3])] if found.name else []
    advice = [label(text.ADVICE), paragraph(found.advice)] if found.advice else []
    return panel(
        heading(text.BALANCE),
        *name,
        paragraph(found.sentence),
        *_forces(app, found),
        paragraph(text.FORCES_EXPLAINED, muted=True),
        *advice,
        disclosure(text.HOW, lambda: paragraph(found.how), key="how"),
    )


def _forces(app: AppContext, found: BalanceResult) -> list[ft.Control]:
    """Each as a bar, if any has a score; and all as a place in a triangle, beside them where there is room."""
    shares = {name: getattr(found.shares, name) for name in FORCES} if found.shares else {}
    if not any(getattr(found, name) is not None for name in FORCES):
        return []  # the sentence says so
    bars = stack(*(_force(force.title, getattr(found, name), shares.get(name)) for name, force in FORCES.items()))
    if not shares:
        return [bars]
    corners = [
        Corner(force.label.capitalize(), shares[name], text.share(shares[name])) for name, force in FORCES.items()
    ]
    said = text.ternary([(corner.title, corner.share) for corner in corners])
    picture = ft.Column(
        [ternary(said, corners, text_size=app.settings.text_size), small(text.TERNARY_EXPLAINED)],
        tight=True,
        spacing=theme.S,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    if not app.wide:
        return [bars, picture]
    return [
        ft.Row(
            [ft.Container(bars, expand=True), ft.Container(picture, width=theme.grown(PICTURE))],
            spacing=theme.XL,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    ]


def _force(title: str, score: float | None, share: float | None) -> ft.Control:
    return progress(title, round((score or 0) * 100), 400, words=text.force(score, share))
