"""A backup: one file to download, or into a folder; opened again and checked before it is called one."""

from pathlib import Path
from typing import Any

import flet as ft

from audit_app.storage.archive import Manifest
from audit_app.ui.components.files import save_file
from audit_app.ui.components.keys import left_alone, typing_begins
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import dress, named_field
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, handler, off_loop, stoppable
from audit_app.ui.text import data as text

NOTHING: tuple[Manifest, str] | None = None


@component
def backup_part(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    made, set_made = ft.use_state(NOTHING)
    folder: Any = ft.use_ref("")
    wrong, set_wrong = use_wrong("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        folder.current = event.control.value or ""

    async def download() -> None:
        content, manifest = await stoppable(app.workspace.backup)
        await save_file(text.DOWNLOAD, app.workspace.backup_name(), content)
        set_made((manifest, ""))

    async def write() -> None:
        if not folder.current.strip():
            set_wrong(text.NO_FOLDER)
            return
        set_wrong("")
        content, manifest = await stoppable(app.workspace.backup)
        place = Path(folder.current.strip()).expanduser().absolute()
        file = await off_loop(app.workspace.put_backup, place, content, manifest)
        set_made((manifest, str(file)))

    downloading, writing = use_doing(download), use_doing(write)
    field = ft.TextField(
        value=folder.current,
        error=wrong or None,
        on_change=handler(typed),
        on_focus=handler(typing_begins),
        on_blur=handler(left_alone()),
        on_submit=handler(writing.run),
    )
    dress(field)
    download_it = left(starter(text.DOWNLOAD, downloading, kind="primary", disabled=writing.busy, key="download"))
    write_it = left(starter(text.WRITE, writing, disabled=downloading.busy, key="write"))
    return stack(
        heading(text.BACKUP),
        paragraph(text.BACKUP_MEANS),
        small(text.BACKUP_SURVEYS),
        *_made(made),
        download_it,
        *([working(text.WORKING, downloading)] if downloading.busy else []),
        *([] if app.workspace.where() is None else [named_field(text.FOLDER, text.FOLDER_HINT, field), write_it]),
        *([working(text.WORKING, writing)] if writing.busy else []),
    )


def _made(made: tuple[Manifest, str] | None) -> list[ft.Control]:
    if made is None:
        return []
    manifest, place = made
    said = text.backed_up(manifest) + (f" {text.written_to(place)}" if place else "")
    left_out = [paragraph(text.LEFT_OUT), bullets(*manifest.left_out)] if manifest.left_out else []
    return [notice("warning" if left_out else "success", said, *left_out, key="made")]
