"""Export: how much the file contains, shown before it is written."""

import re
from functools import partial
from typing import cast

import flet as ft

from audit_app.plans.joint import is_joint
from audit_app.sync.sharing import Share
from audit_app.ui import places
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.files import save_file
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.spoken import use_said_again
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable, use_made_ref
from audit_app.ui.screens.share_seal import NOT_WRONG, Typed, seal_part, what_is_wrong
from audit_app.ui.screens.tables_out import tables_out
from audit_app.ui.text import joint_plan as joint_text
from audit_app.ui.text import share as text
from audit_app.ui.text import tables_out as tables_text
from audit_app.workspace import OpenAudit

LEAST: Share = "scores"
"""What is offered first."""
JOINT_NAME = "school-audit-joint-plan"
"""With it a joint plan's file begins: saved into a shared folder, it is one of those that are read there."""


@component
def share_screen(app: AppContext, audit: str) -> ft.Control:
    chosen, choose = ft.use_state(LEAST)
    sealed, set_sealed = ft.use_state(False)
    wrong, set_wrong = ft.use_state(NOT_WRONG)
    tries, count_tries = ft.use_state(0)
    use_said_again(wrong.first or wrong.again, tries)
    typed = use_made_ref(Typed)
    opened = app.workspace.audit(audit)
    joint = is_joint(opened.audit)  # it always goes whole, so there is nothing to choose
    share = "full" if joint else cast("Share", chosen)
    beginning = (JOINT_NAME,) if joint else ()
    name = file_name(*beginning, opened.audit.school.name, opened.audit.wave, *([] if joint else [share]))
    stem, name = name.removesuffix(".json"), name + (".age" if sealed else "")

    async def export() -> None:
        found = what_is_wrong(typed.current) if sealed else NOT_WRONG
        set_wrong(found)
        count_tries(lambda times: times + 1)
        if found == NOT_WRONG:
            passphrase = typed.current.first if sealed else None
            content = await stoppable(app.workspace.export, audit, share, passphrase)
            await save_file(text.EXPORT, name, content)
            app.notify("success", text.done_sealed(name) if sealed else text.done(name))

    doing = use_doing(export)
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        *([] if joint else [choice(text.HOW_MUCH, [Option(*one) for one in text.CHOICES], share, choose)]),
        panel(heading(text.THIS_FILE, 2, looks=3), bullets(*app.workspace.what_travels(audit, share)), tint=True),
        checkbox(text.SEAL, sealed, set_sealed),
        *([seal_part(typed, wrong, doing.run)] if sealed else []),
        left(starter(text.EXPORT, doing, kind="primary")),
        *([working(text.WORKING, doing)] if doing.busy else []),
        paragraph(text.JOINT_FOLDER if joint else text.HOW_READ, muted=True),
        *([] if joint else [_tables(app, opened, share, stem)]),
        back=(joint_text.BACK_TO_PLAN, lambda: app.go(places.plan(audit)))
        if joint
        else (text.BACK, lambda: app.go(places.results(audit))),
    )


def _tables(app: AppContext, opened: OpenAudit, share: Share, stem: str) -> ft.Control:
    audit = opened.audit.id
    return panel(
        heading(tables_text.TITLE, 2, looks=3),
        paragraph(tables_text.EXPLAINED),
        paragraph(tables_text.OF_A_SURVEY if opened.audit.mode == "survey" else tables_text.AS_CHOSEN, muted=True),
        tables_out(
            app,
            stem,
            partial(app.workspace.spreadsheet, audit, share),
            partial(app.workspace.csv_files, audit, share),
            key="tables",
        ),
    )


def file_name(*parts: str) -> str:
    """Safe on every system, and still readable."""
    words = "-".join(re.sub(r"[^\w]+", "-", part).strip("-") for part in parts)
    return f"{words[:100] or 'school-audit'}.json"
