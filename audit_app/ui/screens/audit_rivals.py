"""Two answers that people gave without knowledge of each other: both shown, until one is chosen."""

import flet as ft

from audit_app.responses.model import Answer, Entry
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.words import label, paragraph, small
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_shown import Shown, answer_words, shortened
from audit_app.ui.text import audit as text


def rivals_part(shown: Shown, keeping: Keeping) -> ft.Control:
    return notice(
        "warning",
        text.RIVALS_EXPLAINED,
        *[_rival(shown, rival, keeping) for rival in shown.standing.rivals],
        title=text.RIVALS,
        live=False,
        key="rivals",
    )


def _rival(shown: Shown, rival: Entry, keeping: Keeping) -> ft.Control:
    word, descriptor = answer_words(shown.item, shown.options, Answer.model_validate(rival.value))

    async def choose() -> None:
        await keeping.settle(shown.item.id, rival.stamp)

    parts: list[ft.Control] = [label(word), small(text.said(rival.by, rival.at.astimezone()))]
    parts += [paragraph(descriptor)] if descriptor else []
    if not shown.fixed:
        parts.append(left(button(text.KEEP_THIS, choose, name=text.keep(shortened(word), rival.by))))
    return ft.Container(
        key=rival.stamp,
        bgcolor=theme.CARD,
        border=ft.Border.all(1, theme.FAINT_LINE),
        border_radius=theme.RADIUS,
        padding=theme.M,
        content=stack(*parts, space=theme.XS),
    )
