"""Results: the ways on, in a line below the title, and at the end for who has read everything."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.screens.governors_pdf import pdf_button
from audit_app.ui.text import results as text
from audit_app.workspace import OpenAudit


def ways_on(app: AppContext, opened: OpenAudit, share: str = text.EXPORT) -> list[ft.Control]:
    """The plan, the papers, and a file. Nothing for a copy of another school's, which is only looked at."""
    audit = opened.audit.id
    if opened.received:
        return []
    return [
        button_row(
            button(
                text.OPEN_PLAN if _is_planned(app, opened) else text.MAKE_PLAN,
                lambda: app.go(places.plan(audit)),
                kind="secondary" if opened.status == "draft" else "primary",  # a draft is answered first
                key="plan",
            ),
            pdf_button(app, opened),
            button(share, lambda: app.go(places.share(audit)), kind="quiet", key="export"),
        )
    ]


def on_to_the_plan(app: AppContext, opened: OpenAudit, explained: str = text.NEXT_EXPLAINED) -> list[ft.Control]:
    """`explained`: what to do where there is no plan yet."""
    if opened.received:
        return []
    to_plan = link(text.ON_TO_PLAN, lambda: app.go(places.plan(opened.audit.id)), key="to-plan")
    said = text.NEXT_WITH_PLAN if _is_planned(app, opened) else explained
    return [panel(heading(text.NEXT), paragraph(said), left(to_plan), tint=True)]


def _is_planned(app: AppContext, opened: OpenAudit) -> bool:
    return bool(app.workspace.plan(opened.audit.id).priorities)
