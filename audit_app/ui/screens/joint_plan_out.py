"""Handing a joint plan out: on paper and as days, for all or for one school; and sending it to the others."""

import asyncio
from functools import partial

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.choice import Option
from audit_app.ui.components.confirm import use_confirm
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.drafts import PAUSE
from audit_app.ui.components.files import save_file
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.select import select
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop, stoppable
from audit_app.ui.screens.governors_pdf import file_name
from audit_app.ui.screens.priority_fields import name_width
from audit_app.ui.screens.tables_out import tables_out
from audit_app.ui.text import governors_pdf as paper_text
from audit_app.ui.text import joint_plan as text
from audit_app.ui.text import plan_life
from audit_app.ui.text import tables_out as saved
from audit_app.workspace import OpenAudit

ALL = "-"
"""The code of the choice that is no school."""


@component
def hand_out(
    app: AppContext,
    opened: OpenAudit,
    schools: tuple[str, ...],
    own: str,
    *,
    begun: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Of a plan that is `begun` a few lines for the top: it is long, and who comes back for the paper need not look
    for it."""
    chosen, choose = ft.use_state(ALL)
    audit, workspace = opened.audit, app.workspace
    school = chosen if chosen in schools else None

    def file_stem(of: str | None) -> str:
        return file_name(of or audit.school.name, audit.wave, "joint").removesuffix(".pdf")

    async def make_paper(of: str | None) -> None:
        await asyncio.sleep(PAUSE)  # what was typed a moment ago is still on its way to the disk
        name = f"{file_stem(of)}.pdf"
        content = await stoppable(workspace.paper, audit.id, "joint", None, of)
        await save_file(paper_text.SAVES["joint"], name, content)
        app.notify("success", saved.done(name))

    async def make_calendar() -> None:
        await asyncio.sleep(PAUSE)
        content = await off_loop(workspace.plan_calendar, audit.id, school)
        await save_file(plan_life.CALENDAR_SAVE, f"{file_stem(school)}.ics", content)
        app.notify("success", saved.done(f"{file_stem(school)}.ics"))

    whole, part = use_doing(partial(make_paper, None)), use_doing(partial(make_paper, school))
    calendar = use_doing(make_calendar)
    named = [own, *(one for one in schools if one != own)] if own else list(schools)
    options = [Option(ALL, text.EVERYBODY), *(Option(one, one) for one in named)]
    send = button(text.SEND, lambda: app.go(places.share(audit.id)), key="send")
    paper = starter(text.PDF, whole, kind="primary", icon=ft.Icons.PICTURE_AS_PDF_OUTLINED, key="pdf")

    def more() -> ft.Control:
        one = [starter(text.PDF_OF_PART, part, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED, key="part")] if school else []
        return stack(
            select(text.FOR_WHOM, options, school or ALL, choose, width=name_width(app), key="whom"),
            button_row(*one, button(text.CALENDAR, calendar.run, key="calendar")),
            *[working(paper_text.MAKING, doing) for doing in (part, calendar) if doing.busy],
            tables_out(
                app,
                file_stem(None),
                partial(workspace.spreadsheet, audit.id),
                partial(workspace.csv_files, audit.id),
                key="tables",
            ),
        )

    ways = stack(
        button_row(paper, *([send] if begun else [])),
        *([working(paper_text.MAKING, whole)] if whole.busy else []),
        disclosure(text.MORE_WAYS, more, key="more"),
        space=theme.S,
    )
    if begun:
        return ways
    sending = (heading(text.SEND, 3), paragraph(text.SEND_EXPLAINED), left(send))
    return panel(heading(text.HAND_OUT), paragraph(text.HAND_OUT_EXPLAINED), ways, *sending)


@component
def give_up(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    ask = use_confirm()

    def remove() -> None:
        app.workspace.remove_audit(audit)
        app.refresh()
        app.go(places.JOINT_PLANS, notice=("success", text.GONE))

    def wanted() -> None:
        ask(text.GIVE_UP_TITLE, text.GIVE_UP_TEXT, text.GIVE_UP, remove, danger=True)

    return left(button(text.GIVE_UP, wanted, kind="quiet", key="give up"))
