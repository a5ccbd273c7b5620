"""What is left: needs that found nobody, with the reason; and decisions that show in no match."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import flet as ft

from audit_app.results.matching.model import Matching, StandingDecision, Unmatched
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component
from audit_app.ui.screens.matches_card import Decide
from audit_app.ui.text import matches as text

AT_A_TIME = 10


@component
def unmatched_part(
    unmatched: Sequence[Unmatched],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """School by school."""
    most, set_most = ft.use_state(AT_A_TIME)
    schools = [(name, [*needs]) for name, needs in groupby(unmatched, lambda one: one.school)]
    if not schools:
        return stack(heading(text.UNMATCHED), paragraph(text.UNMATCHED_NONE))
    more = left(button(text.MORE_NEEDS, lambda: set_most(most + AT_A_TIME)))
    return stack(
        heading(text.UNMATCHED),
        *(panel(heading(name, 3), *(_need(one) for one in needs), key=name) for name, needs in schools[:most]),
        *([more] if len(schools) > most else []),
    )


def _need(one: Unmatched) -> ft.Control:
    return stack(
        label(one.title), paragraph(one.sentence), *([small(one.change)] if one.change else []), space=theme.XS
    )


def decided_part(found: Matching, keys: Mapping[str, str], decide: Decide) -> list[ft.Control]:
    hidden = [one for one in found.decisions if one.verdict == "reject" or not one.in_force]
    if not hidden:
        return []
    lines = [
        decided_line(one, keys[one.helper], keys[one.helped], decide, key=f"{one.helper}/{one.helped}/{one.area}")
        for one in hidden
    ]
    return [heading(text.DECIDED), *lines]


@component
def decided_line(
    one: StandingDecision,
    helper: str,
    helped: str,
    decide: Decide,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    undoing = use_doing(partial(decide, helper, helped, one.area, "undo", ""))
    words = text.decided(one)
    return panel(
        paragraph(words),
        *([small(text.your_reason(one.reason))] if one.reason else []),
        left(button(text.UNDO, undoing.run, name=f"{text.UNDO}: {words}")),
    )
