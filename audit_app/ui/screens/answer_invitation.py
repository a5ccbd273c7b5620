"""Answering a survey that was opened on another device: choose the invitation, then answer it like any other."""

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_spoken
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.handing import HandedOver
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import surveys as text
from audit_app.verbs.responding import OpenInvitation

NOTHING: OpenInvitation | None = None


@component
def answer_invitation_screen(app: AppContext) -> ft.Control:
    found, set_found = ft.use_state(NOTHING)

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE_INVITATION, ("json",))
        if picked:
            set_found(await off_loop(app.workspace.read_invitation, picked[0].name, picked[0].content))

    choosing = use_doing(choose)
    use_spoken(_invitation(found) if found else "")
    pick = button(
        text.ANOTHER_INVITATION if found else text.CHOOSE_INVITATION,
        choosing.run,
        kind="secondary" if found else "primary",
        key="choose",
    )
    return page_frame(
        text.ANSWER_TITLE,
        paragraph(text.ANSWER_INTRO),
        left(pick),
        *([waiting(text.READING)] if choosing.busy else []),
        *([_invited(app, found)] if found else []),
        back=(text.BACK, lambda: app.go(places.SURVEYS)),
    )


def _invitation(found: OpenInvitation) -> str:
    wave, terms = found.invitation.wave, found.invitation.terms
    return text.invited_by(wave.school.name, found.questionnaire.title, wave.wave, terms.closes)


def _invited(app: AppContext, found: OpenInvitation) -> ft.Control:
    over = app.workspace.today() > found.invitation.terms.closes
    begin = button(text.BEGIN, lambda: app.handing.hand_over(HandedOver(invitation=found)), kind="primary", key="begin")
    return panel(
        paragraph(_invitation(found)),
        *([paragraph(text.INVITATION_OVER)] if over else [left(begin)]),
    )
