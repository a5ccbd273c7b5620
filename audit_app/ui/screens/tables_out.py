"""Tables for other tools: two buttons, for a workbook and for CSV files, wherever there is something to count."""

from collections.abc import Callable

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button_row
from audit_app.ui.components.files import save_file
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.text import tables_out as text


@component
def tables_out(
    app: AppContext,
    stem: str,
    workbook: Callable[[], bytes],
    csv_files: Callable[[], bytes],
    *,
    key: str = "tables",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`stem` is the files' name without its ending; they are made beside the screen, which stays alive."""

    async def save(name: str, title: str, make: Callable[[], bytes]) -> None:
        await save_file(title, name, await stoppable(make))
        app.notify("success", text.done(name))

    async def save_workbook() -> None:
        await save(f"{stem}.xlsx", text.XLSX, workbook)

    async def save_csv() -> None:
        await save(f"{stem}-csv.zip", text.CSV, csv_files)

    spreadsheet, plain = use_doing(save_workbook), use_doing(save_csv)
    pressed = button_row(
        starter(text.XLSX, spreadsheet, icon=ft.Icons.TABLE_CHART_OUTLINED, key="xlsx"),
        starter(text.CSV, plain, key="csv"),
    )
    busy = [working(text.MAKING, one) for one in (spreadsheet, plain) if one.busy]
    return ft.Column([pressed, *busy], tight=True, spacing=theme.S)
