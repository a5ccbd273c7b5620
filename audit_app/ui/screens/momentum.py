"""Is it going quiet? The state of the partnership in words, the signs, the rounds, and the gardener's list."""

from typing import cast

import flet as ft

from audit_app.results.momentum_model import Momentum
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.components.working import awaited
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_reading
from audit_app.ui.runtime import component, stoppable
from audit_app.ui.screens.momentum_list import gardeners_list
from audit_app.ui.screens.momentum_meetings import meetings_panel
from audit_app.ui.screens.momentum_parts import rounds, signs
from audit_app.ui.text import momentum as text
from audit_app.verbs.momentum import PULSE


@component
def momentum_screen(app: AppContext) -> ft.Control:
    """Everything in the data folder is read for it, so it is read off the loop."""
    state, keep = ft.use_state(cast("Momentum | None", None))

    async def read() -> None:
        keep(await stoppable(app.workspace.momentum_here))

    reading = use_reading(read, [app.revision])
    match None if reading.failed else state:
        case None:
            shown: list[ft.Control] = [awaited(text.READING, reading)]
        case Momentum() as found if found.state == "too little known":
            shown = [_empty(app), meetings_panel(app, None, key="meetings")]
        case Momentum() as found:
            shown = [
                _state(found),
                signs(found),
                rounds(app, found),
                gardeners_list(app, found, key="list"),
                meetings_panel(app, found, key="meetings"),
            ]
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        *shown,
        back=(text.BACK, lambda: app.go(places.PARTNERSHIP)),
    )


def _state(found: Momentum) -> ft.Control:
    return panel(
        heading(text.STATES[found.state]),
        paragraph(found.sentence),
        small(f"{text.as_of(found.as_of)}. {text.STATE_EXPLAINED}"),
        key="state",
    )


def _empty(app: AppContext) -> ft.Control:
    start = button(text.START_PULSE, lambda: app.go(places.start_survey(PULSE)), kind="primary")
    bring = button(text.IMPORT, lambda: app.go(places.IMPORT))
    return empty_state(text.EMPTY_TITLE, text.EMPTY, paragraph(text.EMPTY_NEXT), button_row(start, bring))
