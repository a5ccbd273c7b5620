"""A list that may be long: its first lines at once, the rest behind a button that says how many."""

from collections.abc import Sequence

import flet as ft

from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.words import bullets
from audit_app.ui.text import common

FIRST = 12


def long_list(lines: Sequence[str]) -> list[ft.Control]:
    """Drawing a line takes a millisecond or more, and an import may have hundreds."""
    rest = lines[FIRST:]
    folded = [disclosure(common.more(len(rest)), lambda: bullets(*rest), key="rest")] if rest else []
    return [bullets(*lines[:FIRST]), *folded]
