"""What the words mean: a list from A to Z, found by letters."""

import flet as ft

from audit_app.ui import places, theme
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import label, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import glossary as text
from audit_app.ui.text import helping as help_text


@component
def glossary_screen(app: AppContext) -> ft.Control:
    letters, set_letters = ft.use_state("")
    wanted = letters.casefold().strip()
    found = sorted(
        (one for one in text.WORDS if wanted in " ".join(one).casefold()),
        key=lambda one: (wanted not in one[0].casefold(), one[0].casefold()),
    )
    return page_frame(
        text.TITLE,
        text_field(text.FIND, letters, set_letters, limit=60, width=360, key="letters"),
        *([] if found else [paragraph(text.NOTHING, muted=True)]),
        *(stack(_word(word), paragraph(means), space=theme.XS, key=word) for word, means in found),
        back=(help_text.BACK_TO_HELP, lambda: app.go(places.HELP)),
    )


def _word(word: str) -> ft.Control:
    """A heading to jump to, in the size of a term."""
    return ft.Semantics(container=True, heading_level=2, content=label(word))
