"""Papers: made beside the screen, which stays alive meanwhile, then offered as a file. The usual one at hand."""

import asyncio
import unicodedata

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.buttons import ButtonKind, link
from audit_app.ui.components.drafts import PAUSE
from audit_app.ui.components.files import save_file
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.text import governors_pdf as text
from audit_app.ui.text import tables_out as saved
from audit_app.workspace import OpenAudit, Paper

LONGEST_PART = 100
"""Bytes of the school's name and of the wave in a file's name; systems stop at 255 bytes for all of it."""
FORBIDDEN = '<>:"/\\|?*'
"""By Windows; others forbid less."""


def file_name(school: str, wave: str, paper: Paper = "plan") -> str:
    """“Action plan – School – Wave.pdf”, without what a file's name can't hold."""
    parts = [text.FILES[paper], *filter(None, (_safe(school), _safe(wave)))]
    return f"{' – '.join(parts)}.pdf"


def _safe(words: str) -> str:
    """Control and direction marks go too: they can make a name look like another."""
    allowed = "".join(
        " " if character in FORBIDDEN or unicodedata.category(character)[0] == "C" else character for character in words
    )
    short = " ".join(allowed.split()).encode()[:LONGEST_PART].decode(errors="ignore")
    return short.strip(" .")


@component
def pdf_button(
    app: AppContext,
    opened: OpenAudit,
    *,
    kind: ButtonKind = "secondary",
    key: str = "pdf",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The usual paper (“PDF for governors”), the case where there is one, and the way to all of them."""
    there = app.workspace.papers(opened.audit.id)
    case = [paper_button(app, opened, "case", key="case")] if "case" in there else []
    others = link(text.OTHERS, lambda: app.go(places.papers(opened.audit.id)), key="others")
    return ft.Row(
        [paper_button(app, opened, there[0], kind=kind, key=there[0]), *case, *([others] if len(there) > 1 else [])],
        tight=True,
        wrap=True,
        spacing=theme.M,
    )


@component
def paper_button(
    app: AppContext,
    opened: OpenAudit,
    paper: Paper,
    *,
    kind: ButtonKind = "secondary",
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """While it is made, words beside it say so, and it keeps the keyboard."""

    async def make() -> None:
        await asyncio.sleep(PAUSE)  # what was typed a moment ago is still on its way to the disk
        content = await stoppable(app.workspace.paper, opened.audit.id, paper)
        name = file_name(opened.audit.school.name, opened.audit.wave, paper)
        await save_file(text.SAVES[paper], name, content)
        app.notify("success", saved.done(name))

    making = use_doing(make)
    pressed = starter(text.BUTTONS[paper], making, kind=kind, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED, key="make")
    busy = [working(text.MAKING, making)] if making.busy else []
    return ft.Row([pressed, *busy], tight=True, wrap=True, spacing=theme.M)
