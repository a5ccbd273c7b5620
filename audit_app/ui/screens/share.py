"""Export: how much the file contains, shown before it is written."""

import re
from functools import partial
from typing import cast

import flet as ft

from audit_app.sync.sharing import Share
from audit_app.ui import places
from audit_app.ui.components.buttons import button
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.files import save_file
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_doing, use_made_ref
from audit_app.ui.screens.share_seal import NOT_WRONG, Typed, seal_part, what_is_wrong
from audit_app.ui.screens.tables_out import tables_out
from audit_app.ui.text import share as text
from audit_app.ui.text import tables_out as tables_text

LEAST: Share = "scores"
"""What is offered first."""


@component
def share_screen(app: AppContext, audit: str) -> ft.Control:
    chosen, choose = ft.use_state(LEAST)
    sealed, set_sealed = ft.use_state(False)
    wrong, set_wrong = ft.use_state(NOT_WRONG)
    typed = use_made_ref(Typed)
    share = cast("Share", chosen)
    opened = app.workspace.audit(audit)
    name = file_name(opened.audit.school.name, opened.audit.wave, share) + (".age" if sealed else "")

    async def export() -> None:
        found = what_is_wrong(typed.current) if sealed else NOT_WRONG
        set_wrong(found)
        if found == NOT_WRONG:
            passphrase = typed.current.first if sealed else None
            content = await off_loop(app.workspace.export, audit, share, passphrase)
            await save_file(text.EXPORT, name, content)
            app.notify("success", text.done_sealed(name) if sealed else text.done(name))

    doing = use_doing(export)
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        choice(text.HOW_MUCH, [Option(*one) for one in text.CHOICES], share, choose),
        panel(heading(text.THIS_FILE, 3), bullets(*app.workspace.what_travels(audit, share)), tint=True),
        checkbox(text.SEAL, sealed, set_sealed),
        *([seal_part(typed, wrong, doing.run)] if sealed else []),
        waiting(text.WORKING) if doing.busy else left(button(text.EXPORT, doing.run, kind="primary")),
        paragraph(text.HOW_READ, muted=True),
        panel(
            heading(tables_text.TITLE, 3),
            paragraph(tables_text.EXPLAINED),
            paragraph(tables_text.OF_A_SURVEY if opened.audit.mode == "survey" else tables_text.AS_CHOSEN, muted=True),
            tables_out(
                app,
                file_name(opened.audit.school.name, opened.audit.wave, share).removesuffix(".json"),
                partial(app.workspace.spreadsheet, audit, share),
                partial(app.workspace.csv_files, audit, share),
                key="tables",
            ),
        ),
        back=(text.BACK, lambda: app.go(places.results(audit))),
    )


def file_name(*parts: str) -> str:
    """Safe on every system, and still readable."""
    words = "-".join(re.sub(r"[^\w]+", "-", part).strip("-") for part in parts)
    return f"{words[:100] or 'school-audit'}.json"
