"""An answer from an earlier round, beside the item that it was given to: still true, or another one."""

from functools import partial

import flet as ft

from audit_app.responses.model import Answer, Carried
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import paragraph
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_shown import Shown, answer_words, shortened
from audit_app.ui.text import offers as text


def offer_part(shown: Shown, keeping: Keeping) -> list[ft.Control]:
    """It stays when the item is answered, at the same height, so that nothing moves away under a finger."""
    offer = shown.standing.carried
    if offer is None or shown.fixed or shown.standing.rivals:
        return []
    words = answer_words(shown.item, shown.options, offer.answer)[0]
    parts: list[ft.Control] = [paragraph(words)] if shortened(words) != words else []
    if offer_can_be_confirmed(shown):
        given = shown.answer == offer.answer
        press = None if given else partial(confirm, shown, keeping)
        parts.append(
            left(button(text.STILL_TRUE, press, name=text.still_true(shortened(words)), disabled=given, key="still"))
        )
    title = text.from_wave(offer.wave, shortened(words))
    return [notice("info", _said(offer, shown.answer), *parts, title=title, live=False, key="offer")]


def offer_can_be_confirmed(shown: Shown) -> bool:
    """With one press. What is old is chosen again; only what would have to be written or ticked again can be kept."""
    offer = shown.standing.carried
    if offer is None or shown.fixed or shown.standing.rivals:
        return False
    return not offer.stale or shown.item.kind not in ("level", "single")


async def confirm(shown: Shown, keeping: Keeping) -> bool:
    """Give the offered answer; True when it is on the disk."""
    offer = shown.standing.carried
    return offer is not None and await keeping.keep(shown.item.id, "answer", offer.answer)


def _said(offer: Carried, given: Answer | None) -> str:
    said = [text.stale(offer.given)] if offer.stale else []
    if given is None:
        said.append(text.STALE_ASK if offer.stale else text.ASK)
    else:
        said.append(text.CONFIRMED if given == offer.answer else text.ANSWERED_ANEW)
    return " ".join(said)
