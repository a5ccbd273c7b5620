"""What changes when an unfinished audit moves to another version of its questionnaire; and moving, or staying."""

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_versions import moved_note
from audit_app.ui.screens.versions_lists import WhatMoves, lists
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import versions as text
from audit_app.workspace import OpenAudit


@component
def versions_screen(app: AppContext, audit: str, version: str = "") -> ft.Control:
    """The newest version, unless the address names another one."""
    to = int(version) if version.isdecimal() and len(version) < 9 else None

    async def move() -> None:
        done = await off_loop(app.workspace.move_to_version, audit, to)
        app.go(places.audit(done.audit.id), notice=("success", text.moved(done.audit.questionnaire.version)))

    async def stay() -> None:
        if to is None:
            await off_loop(app.workspace.stay_on_version, audit)
        app.go(places.item(audit, opened.resume_at()))

    moving, staying = use_doing(move), use_doing(stay)
    opened = app.workspace.audit(audit)
    other = app.workspace.questionnaire(opened.audit.questionnaire.id, to)
    current, target = opened.audit.questionnaire.version, other.version
    caption = audit_text.caption(opened.audit.school.name, opened.audit.wave, opened.questionnaire.title)
    choices = button_row(
        button(text.move(target), moving.run, kind="primary", disabled=staying.busy),
        button(text.stay(current), staying.run, disabled=moving.busy),
    )
    return page_frame(
        text.title(target) if target >= current else text.title_back(target),
        small(caption),
        *(_no_move(app, opened, other) or _moves(app, opened, other, choices)),
        back=(text.BACK, lambda: app.go(places.audit(audit))),
    )


def _no_move(app: AppContext, opened: OpenAudit, other: Questionnaire) -> list[ft.Control]:
    """Why it can't move; nothing when it can."""
    if opened.continues_as is not None:
        return moved_note(app, opened)
    if opened.received or opened.status == "submitted":
        return [empty_state(text.FIXED_TITLE, text.FIXED)]
    if other.version == opened.audit.questionnaire.version:
        return [empty_state(text.NEWEST_TITLE, text.NEWEST)]
    return []


def _moves(app: AppContext, opened: OpenAudit, other: Questionnaire, choices: ft.Control) -> list[ft.Control]:
    moves = app.workspace.what_moves(opened.audit.id, other.version)
    what, statements = WhatMoves(opened, other, moves), Asked(opened).levels_only
    said = text.summary(
        len(moves.carried), len(moves.asked_again), len(moves.beside), len(moves.returns), len(what.new)
    )
    return [
        paragraph(audit_text.called(said, statements=statements)),
        paragraph(text.NOTHING_LOST, muted=True),
        choices,
        *lists(what, statements=statements),
    ]
