"""Papers: all that can be handed out of one audit; one is chosen, then made."""

from typing import cast

import flet as ft

from audit_app.plans.joint import is_joint
from audit_app.ui import places
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.audit_elsewhere import plan_instead
from audit_app.ui.screens.governors_pdf import paper_button
from audit_app.ui.text import governors_pdf as text
from audit_app.ui.text import results as results_text
from audit_app.workspace import Paper


@component
def papers_screen(app: AppContext, audit: str) -> ft.Control:
    chosen, choose = ft.use_state(cast("Paper | None", None))
    opened = app.workspace.audit(audit)
    if is_joint(opened.audit):
        return plan_instead(app, opened)
    there = app.workspace.papers(audit)
    paper = chosen or there[0]
    school, wave = opened.audit.school.name, opened.audit.wave
    return page_frame(
        text.TITLE,
        small(results_text.caption(opened.questionnaire.title, school, wave)),
        choice(text.WHICH, [Option(one, *text.KINDS[one]) for one in there], paper, choose, key="which"),
        left(paper_button(app, opened, paper, kind="primary", key=paper)),
        back=(text.BACK, lambda: app.go(places.results(audit))),
        tab=f"{text.TITLE}, {school}, {wave}",
    )
