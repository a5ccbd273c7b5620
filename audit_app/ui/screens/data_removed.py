"""Audits that were taken out of the list, and the way back for them."""

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.health import Removed
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import off_loop
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import data as text


def removed_part(app: AppContext) -> list[ft.Control]:
    """Nothing where nothing was taken out."""
    found = app.workspace.removed_audits()
    return [heading(text.REMOVED), *[_one(app, one) for one in found]] if found else []


def _one(app: AppContext, one: Removed) -> ft.Control:
    try:
        title = app.workspace.questionnaire(one.audit.questionnaire.id, one.audit.questionnaire.version).title
    except AuditError:
        title = one.audit.questionnaire.id
    name = text.audit(one.audit.school.name, one.audit.wave, title)

    async def back() -> None:
        await off_loop(app.workspace.bring_back, one.audit.id)
        app.refresh()
        app.notify("success", text.BROUGHT_BACK)

    return panel(
        paragraph(name),
        small(text.removed_on(audit_text.when(one.at.astimezone()))),
        left(button(text.BRING_BACK, back, name=text.bring_back(name))),
        key=one.audit.id,
    )
