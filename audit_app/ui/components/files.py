"""Files in and out: what the user picks comes as bytes, what the user keeps goes as a download."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.ui.handing import Handing

_HANDING = "audit_app.handing"


@dataclass(frozen=True)
class PickedFile:
    """A file as it came: its name is a label, never a path."""

    name: str
    content: bytes


async def pick_files(title: str, endings: Sequence[str] = (), *, many: bool = False) -> tuple[PickedFile, ...]:
    """What the user picked, or nothing. `endings` without the dot ("json"). In a handler only."""
    picked = await ft.FilePicker().pick_files(
        dialog_title=title,
        file_type=ft.FilePickerFileType.CUSTOM if endings else ft.FilePickerFileType.ANY,
        allowed_extensions=list(endings) or None,
        allow_multiple=many,
        with_data=True,
    )
    return tuple(PickedFile(file.name, file.bytes or b"") for file in picked or ())


def connect_handing(page: ft.Page, handing: Handing) -> None:
    """Whom what is saved in this window waits for."""
    page.session.store.set(_HANDING, handing)


async def save_file(title: str, name: str, content: bytes, *, answering: bool = False) -> None:
    """Offer the content as a file of this name. In a handler only; the content is never empty.

    While a colleague has the device, what was asked for before waits until it is back. `answering`: it is the
    colleague who asks.
    """
    handing: Handing | None = ft.context.page.session.store.get(_HANDING)
    if handing is not None and not answering:
        await handing.back()
    await ft.FilePicker().save_file(dialog_title=title, file_name=name, src_bytes=content)
