"""Partnership: the report of what is compared, and its tables, to hand on."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from audit_app.results.contributions import Contribution
from audit_app.results.partnership_model import Comparison
from audit_app.ui.components.buttons import button_row
from audit_app.ui.components.files import save_file
from audit_app.ui.components.panel import panel
from audit_app.ui.components.words import heading, paragraph
from audit_app.ui.components.working import starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.screens.tables_out import tables_out
from audit_app.ui.text import governors_pdf as text
from audit_app.ui.text import tables_out as saved


@component
def partnership_paper(
    app: AppContext,
    found: Comparison,
    contributions: Sequence[Contribution],
    *,
    whole: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`whole`: no school was left out by choice."""

    async def make() -> None:
        content = await stoppable(app.workspace.paper_of_compared, found, contributions, whole=whole)
        await save_file(text.SAVE_PARTNERSHIP, text.PARTNERSHIP_FILE, content)
        app.notify("success", saved.done(text.PARTNERSHIP_FILE))

    making = use_doing(make)
    pressed = starter(text.PARTNERSHIP, making, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED, key="make")
    return panel(
        heading(text.PARTNERSHIP_TITLE),
        paragraph(text.PARTNERSHIP_NAMED if not found.pseudonyms else text.PARTNERSHIP_WITHHELD),
        button_row(pressed, *([working(text.MAKING, making)] if making.busy else [])),
        tables_out(
            app,
            text.PARTNERSHIP_TABLES,
            partial(app.workspace.comparison_spreadsheet, found),
            partial(app.workspace.comparison_csv, found),
            key="tables",
        ),
    )
