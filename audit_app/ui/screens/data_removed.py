"""Audits that were taken out of the list, and the way back for them."""

from functools import partial

import flet as ft

from audit_app.errors import AuditError
from audit_app.storage.health import Removed
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import data as text

NONE: tuple[Removed, ...] = ()


@component
def removed_part(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Nothing where nothing was taken out. What was brought back here stays in its place, with a way to it: there is
    the keyboard."""
    back, set_back = ft.use_state(NONE)
    out = app.workspace.removed_audits()
    there = {one.audit.id for one in out}
    shown = sorted([*out, *(one for one in back if one.audit.id not in there)], key=_newest_first)
    if not shown:
        return stack()

    async def bring_back(one: Removed) -> None:
        await off_loop(app.workspace.bring_back, one.audit.id)
        set_back(lambda before: (*(other for other in before if other.audit.id != one.audit.id), one))
        app.refresh()
        app.notify("success", text.BROUGHT_BACK)

    def way(one: Removed, name: str) -> ft.Control:
        if one.audit.id in there:
            return button(text.BRING_BACK, partial(bring_back, one), name=text.bring_back(name))
        return button(text.OPEN, partial(app.go, places.audit(one.audit.id)), name=text.open_again(name))

    lines = []
    for one in shown:
        name = _name(app, one)
        said = text.removed_on(audit_text.when(one.at.astimezone())) if one.audit.id in there else text.BROUGHT_BACK
        lines.append(panel(paragraph(name), small(said), left(way(one, name)), key=one.audit.id))
    return stack(heading(text.REMOVED), *lines)


def _newest_first(one: Removed) -> tuple[float, str]:
    return -one.at.timestamp(), one.audit.id


def _name(app: AppContext, one: Removed) -> str:
    try:
        title = app.workspace.questionnaire(one.audit.questionnaire.id, one.audit.questionnaire.version).title
    except AuditError:
        title = one.audit.questionnaire.id
    return text.audit(one.audit.school.name, one.audit.wave, title)
