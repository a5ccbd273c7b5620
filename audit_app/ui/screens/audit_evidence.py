"""The evidence of one statement: what is there, and adding words, a link, a file or a photo."""

from typing import Literal

import flet as ft

from audit_app.errors import AuditError
from audit_app.responses.evidence import KINDS
from audit_app.responses.model import Entry, Evidence
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import pick_files, save_file
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.words import label, paragraph, small
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, memo
from audit_app.ui.screens.audit_adder import adder
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_shown import Shown, shortened
from audit_app.ui.text import audit as text

Kind = Literal["text", "link"]


@component
def evidence_part(
    shown: Shown,
    keeping: Keeping,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    item = shown.item
    opened: Kind | None = next((kind for kind in ("text", "link") if (item.id, kind) in keeping.drafts), None)
    adding, set_adding = ft.use_state(opened)
    wrong, set_wrong = use_wrong("")

    async def add_files() -> None:
        set_wrong("")
        picked = await pick_files(text.ADD_FILE, tuple(KINDS), many=True)
        for file in picked:
            try:
                await keeping.add_file(item.id, file.name, file.content)
            except (AuditError, OSError) as error:
                set_wrong(str(error) if isinstance(error, AuditError) else text.disk_problem(error.strerror or ""))

    copying = use_doing(add_files)
    parts: list[ft.Control] = [label(text.EVIDENCE)]
    parts += [small(text.evidence_prompt(item.evidence_prompt))] if item.evidence_prompt and not shown.fixed else []
    parts += [_piece(shown, entry, found, keeping) for entry, found in shown.standing.evidence]
    parts += [] if shown.standing.evidence else [paragraph(text.NO_EVIDENCE, muted=True)]
    parts += _removed(shown, keeping)
    if shown.fixed:
        return stack(*parts, space=theme.S)
    if adding:
        parts.append(adder(item.id, adding, keeping, lambda: set_adding(None), key=adding))
    parts += [notice("error", wrong, title=text.NOT_ADDED, on_dismiss=lambda: set_wrong(""))] if wrong else []
    parts += [waiting(text.ADDING)] if copying.busy else []
    if not adding:
        parts.append(
            button_row(
                button(text.ADD_WORDS, lambda: set_adding("text"), key="text"),
                button(text.ADD_LINK, lambda: set_adding("link"), key="link"),
                button(text.ADD_FILE, copying.run, key="file"),
            )
        )
        parts.append(small(text.FILE_HINT))
    return stack(*parts, space=theme.S)


evidence_part = memo(evidence_part)


def _removed(shown: Shown, keeping: Keeping) -> list[ft.Control]:
    if shown.removed is None:
        return []

    async def put_back() -> None:
        await keeping.put_back(shown.item.id)

    undo = left(button(text.UNDO, put_back, key="undo"))
    return [notice("info", text.removed(shortened(shown.removed.text)), undo, key="removed")]


def _piece(shown: Shown, entry: Entry, found: Evidence, keeping: Keeping) -> ft.Control:
    async def remove() -> None:
        await keeping.remove(shown.item.id, entry.stamp, found)

    async def save() -> None:
        await save_file(text.SAVE_FILE, found.text, await keeping.file(found.sha256 or ""))

    buttons: list[ft.Control] = []
    if found.kind == "file" and found.sha256:
        buttons.append(button(text.SAVE_FILE, save, kind="quiet", name=text.save_copy(found.text)))
    if not shown.fixed:
        buttons.append(button(text.REMOVE, remove, kind="quiet", name=text.remove(shortened(found.text))))
    return ft.Container(
        key=entry.stamp,
        bgcolor=theme.TINT,
        border=theme.edge(),
        border_radius=theme.SMALL_RADIUS,
        padding=ft.Padding.symmetric(vertical=theme.XS, horizontal=theme.S + theme.XS),
        content=ft.Row(
            [ft.Container(_words(found), expand=True), ft.Row(buttons, tight=True, spacing=0)], spacing=theme.S
        ),
    )


def _words(found: Evidence) -> ft.Control:
    """Only a web address becomes a link: evidence may come from elsewhere."""
    if found.kind == "file":
        return paragraph(text.file_line(found.text, text.size(found.size or 0)))
    if found.kind == "link" and found.text.startswith(("https://", "http://")):
        shown = ft.Text(
            found.text,
            theme_style=theme.BODY,
            style=ft.TextStyle(decoration=ft.TextDecoration.UNDERLINE, color=theme.LINK),
        )
        url = ft.Url(found.text, target=ft.UrlTarget.BLANK)
        return left(ft.TextButton(content=shown, url=url, style=ft.ButtonStyle(padding=theme.XS)))
    return paragraph(found.text)
