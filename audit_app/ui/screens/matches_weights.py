"""What counts when schools are matched, as simple choices; nothing changes until “Match again”."""

from collections.abc import Callable
from functools import partial

import flet as ft

from audit_app.results.matching.weights import Chosen
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option
from audit_app.ui.components.panel import stack
from audit_app.ui.components.select import select
from audit_app.ui.components.words import small
from audit_app.ui.runtime import component, use_made_state
from audit_app.ui.text import matches as text


@component
def weights_part(chosen: Chosen, choose: Callable[[Chosen], None]) -> ft.Control:
    draft, keep = use_made_state(lambda: chosen)

    def weigh(name: str, code: str) -> None:
        keep(draft.weight(name, code))

    def limit(name: str, value: str | bool) -> None:
        keep(draft.limit(name, int(value)))

    def as_usual() -> None:
        keep(Chosen())
        choose(Chosen())

    weights, limits = draft.weights.model_dump(), draft.limits
    levels = [Option(code, words) for code, words in text.HOW_MUCH]
    numbers = [Option(code, words) for code, words in text.LIMITS]
    return stack(
        small(text.WEIGHTS_HINT),
        *(select(words, levels, str(weights[name]), partial(weigh, name), key=name) for name, words in text.CRITERIA),
        select(text.GIVES, numbers, str(limits.gives), partial(limit, "gives"), key="gives"),
        select(text.GETS, numbers, str(limits.gets), partial(limit, "gets"), key="gets"),
        checkbox(text.ONLY_NEAR, limits.only_near, partial(limit, "only_near"), key="only_near"),
        button_row(
            button(text.AGAIN, lambda: choose(draft), kind="primary"),
            *([button(text.AS_USUAL, as_usual, kind="quiet")] if Chosen() not in (draft, chosen) else []),
        ),
    )
