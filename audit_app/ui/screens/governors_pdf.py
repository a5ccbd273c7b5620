"""The governors' PDF: made beside the screen, which stays alive meanwhile, then offered as a file."""

import asyncio
import unicodedata

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import ButtonKind, button
from audit_app.ui.components.drafts import PAUSE
from audit_app.ui.components.files import save_file
from audit_app.ui.components.progress import waiting
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_doing
from audit_app.ui.text import governors_pdf as text
from audit_app.workspace import OpenAudit

LONGEST_PART = 100
"""Bytes of the school's name and of the wave in a file's name; systems stop at 255 bytes for all of it."""
FORBIDDEN = '<>:"/\\|?*'
"""By Windows; others forbid less."""


def file_name(school: str, wave: str) -> str:
    """“Action plan – School – Wave.pdf”, without what a file's name can't hold."""
    parts = [text.FILE, *filter(None, (_safe(school), _safe(wave)))]
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
    """“PDF for governors”; while it is made, words beside it say so, and it keeps the keyboard."""

    async def make() -> None:
        await asyncio.sleep(PAUSE)  # what was typed a moment ago is still on its way to the disk
        content = await off_loop(app.workspace.report, opened.audit.id)
        await save_file(text.SAVE, file_name(opened.audit.school.name, opened.audit.wave), content)

    making = use_doing(make)
    pressed = button(text.PDF, making.run, kind=kind, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED, key="make")
    return ft.Row([pressed, *([waiting(text.MAKING)] if making.busy else [])], tight=True, wrap=True, spacing=theme.M)
