"""Results: how structure, trust and self-interest stand to one another, in words."""

import flet as ft

from audit_app.results.balance_words import FORCES
from audit_app.results.model import BalanceResult
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.text import results as text


def balance(found: BalanceResult) -> ft.Control:
    """Its name, its sentence, the three forces, what to do, and for who wants it how all that was worked out."""
    name = [ft.Text(text.BALANCE_NAMES[found.name], theme_style=theme.HEADINGS[3])] if found.name else []
    advice = [label(text.ADVICE), paragraph(found.advice)] if found.advice else []
    return panel(
        heading(text.BALANCE),
        *name,
        paragraph(found.sentence),
        stack(*(_force(title, getattr(found, force)) for force, (_, title, _) in FORCES.items())),
        paragraph(text.FORCES_EXPLAINED, muted=True),
        *advice,
        disclosure(text.HOW, lambda: paragraph(found.how), key="how"),
    )


def _force(title: str, score: float | None) -> ft.Control:
    return progress(title, round((score or 0) * 100), 400, words=text.score_of(score))
