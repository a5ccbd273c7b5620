"""Is it going quiet? The signs with their sentences, and the rounds as lines and as a table."""

from collections.abc import Callable, Sequence

import flet as ft

from audit_app.results.momentum_model import Momentum, Sign, Signal, WaveMomentum
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.line_chart import NARROW_WIDTH, Mark, Scale, line_chart
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import bullets, heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import NoticeKind, component, handler
from audit_app.ui.text import momentum as text
from audit_app.verbs.momentum import PULSE

KINDS: dict[Sign, NoticeKind | None] = {"fading": "error", "watch": "warning", "good": "success", "steady": None}

PULSE_SCALE, RATE_SCALE = Scale(1, 4, ("1", "4")), Scale(0, 100, ("0%", "100%"))


def signs(found: Momentum) -> ft.Control:
    """The most pressing first, those of a kind together."""
    kinds = dict.fromkeys(one.sign for one in found.signals)
    told = [_of_one_kind(sign, [one for one in found.signals if one.sign == sign]) for sign in kinds]
    return panel(heading(text.SIGNS), *(told or [paragraph(text.NO_SIGNS)]), key="signs")


def _of_one_kind(sign: Sign, found: Sequence[Signal]) -> ft.Control:
    return stack(left(tag(text.SIGN_WORDS[sign], KINDS[sign])), bullets(*map(_said, found)), space=theme.S, key=sign)


def _said(one: Signal) -> str:
    """Its sentence, and the schools that it only counts; overdue actions are found in the plans of nearly all."""
    unnamed = [school for school in one.schools if school not in one.sentence]
    if not unnamed or one.kind == "overdue actions":
        return one.sentence
    return f"{one.sentence} {text.about(unnamed) if len(unnamed) == len(one.schools) else text.others(unnamed)}"


def rounds(app: AppContext, found: Momentum) -> ft.Control:
    if not found.waves:
        start = button(text.START_PULSE, lambda: app.go(places.start_survey(PULSE)), key="start")
        return panel(heading(text.PULSE), paragraph(text.NO_PULSE), left(start), key="rounds")
    columns = [
        Column(text.ROUND),
        Column(text.SCHOOLS, numeric=True),
        Column(text.PULSE_LINE, numeric=True),
        Column(text.RATE_LINE, numeric=True),
    ]
    rows = [[one.wave, str(one.schools), text.score(one), text.rate(one)] for one in found.waves]
    return panel(
        heading(text.PULSE),
        paragraph(text.PULSE_EXPLAINED),
        _lines(app, found, key="lines") if len(found.waves) > 1 else small(text.ONE_ROUND),
        table(text.PULSE, columns, rows, show_caption=False),
        key="rounds",
    )


@component
def _lines(
    app: AppContext,
    found: Momentum,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Two charts beside each other where both can be read, and as wide as the card either way."""
    room, set_room = ft.use_state(_room_at_first())
    size = app.settings.text_size
    half = (room - theme.L) // 2
    each = half if half >= NARROW_WIDTH * size / 100 else room

    def has_room(event: ft.LayoutSizeChangeEvent[ft.Container]) -> None:
        set_room(event.width)

    def chart(
        name: str, values: Sequence[float | None], words: Callable[[WaveMomentum], str], scale: Scale
    ) -> ft.Control:
        marks = [Mark(one.wave, value, words(one)) for one, value in zip(found.waves, values, strict=True)]
        return line_chart(name, marks, scale, narrow=app.narrow, text_size=size, room=each)

    pulse = chart(text.pulse_chart(found), [one.score for one in found.waves], text.score, PULSE_SCALE)
    rate = chart(text.rate_chart(found), [one.rate * 100 for one in found.waves], text.rate, RATE_SCALE)
    charts: list[ft.Control] = [
        ft.Column([label(title), one], tight=True, spacing=theme.XS, width=each)
        for title, one in ((text.PULSE_SCALE, pulse), (text.RATE_SCALE, rate))
    ]
    beside = ft.Row(charts, wrap=True, spacing=theme.L, run_spacing=theme.M)
    return ft.Container(beside, on_size_change=handler(has_room))


def _room_at_first() -> float:
    """Inside a card, until the screen has said how much it is."""
    widest = theme.grown(theme.READING_WIDTH)
    return min(widest, (ft.context.page.width or widest) - 2 * theme.L) - 2 * (theme.L + 1)
