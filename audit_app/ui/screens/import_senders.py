"""Import: whose key signed each file, and the question before another key is taken for a school's."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import flet as ft

from audit_app.sync.trust import UNSIGNED, Sender
from audit_app.ui.components.buttons import button
from audit_app.ui.components.long_list import long_list
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.text import import_bundle as text

Accept = Callable[[str], Awaitable[None]]
"""Takes a fingerprint, or UNSIGNED, and reads the files again."""


def senders_part(senders: Sequence[Sender]) -> list[ft.Control]:
    """A line about each file that is taken."""
    lines = [
        text.sent(one.file, text.signed(one.trust, one.fingerprint, one.namesake)) for one in senders if not one.refused
    ]
    return [panel(heading(text.SENT_BY, 3), *long_list(lines), key=text.SENT_BY)] if lines else []


def doubts(senders: Sequence[Sender], accept: Accept, how_to_ask: str = text.HOW_TO_ASK) -> list[ft.Control]:
    """A question for each key that is not known for its school, and one for what is not signed at all."""
    by_key: dict[str | None, Sender] = {}
    for one in senders:
        if one.refused:
            by_key.setdefault(one.fingerprint if one.trust == "another_key" else None, one)
    return [_question(one, accept, how_to_ask) for one in by_key.values()]


def _question(one: Sender, accept: Accept, how_to_ask: str) -> ft.Control:
    another = one.trust == "another_key" and one.fingerprint is not None
    known = [label(text.KNOWN_KEYS), *(_fingerprint(key) for key in one.known)] if one.known else []
    about = [label(text.THIS_KEY), _fingerprint(one.fingerprint or ""), *known] if another else []
    yes = partial(accept, one.fingerprint or "") if another else partial(accept, UNSIGNED)
    return notice(
        "warning",
        text.ANOTHER_KEY if another else text.NO_SIGNATURE,
        *about,
        paragraph(how_to_ask if another else text.HOW_TO_ASK_WITHOUT),
        left(button(text.ACCEPT_KEY if another else text.ACCEPT_UNSIGNED, yes)),
        title=text.is_it_from(one.file, one.school),
        key=f"doubt {one.fingerprint}",
    )


def _fingerprint(key: str) -> ft.Control:
    return paragraph(key)
