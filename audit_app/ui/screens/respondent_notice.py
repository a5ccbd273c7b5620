"""Before and after the statements: the notice, one's group, thanks."""

from collections.abc import Awaitable, Callable

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.respondent_sitting import Asking, Sitting
from audit_app.ui.text import respondent as text


@component
def notice_step(
    asking: Asking,
    said: str,
    begin: Action,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Who asks, what for, who reads it, until when, and what one can decide."""
    questionnaire, terms = asking.questionnaire, asking.terms
    questions = [item for item in questionnaire.items if item.kind != "note"]
    free = not any(item.required for item in questions)
    told = (
        (text.PURPOSE, [terms.purpose]),
        (text.CONTROLLER, [terms.controller]),
        (text.READERS, [terms.readers, text.smallest_group(terms.minimum), text.FEWEST_KEPT]),
        (text.UNTIL, [text.until(terms.closes, terms.erase_after)]),
        (
            text.YOURS,
            [
                text.VOLUNTARY if free else text.VOLUNTARY_REQUIRED,
                text.NOTHING_KEPT,
                text.NO_WAY_BACK,
                text.TIME_OUT,
            ],
        ),
    )
    return page_frame(
        questionnaire.title,
        small(f"{asking.school} · {asking.wave}"),
        *([notice("info", said)] if said else []),
        paragraph(questionnaire.summary),
        paragraph(text.about(len(questions), questionnaire.minutes)),
        heading(text.BEFORE),
        panel(*[stack(heading(title, 3), *map(paragraph, words), space=theme.S) for title, words in told]),
        left(button(text.BEGIN, begin, kind="primary", key="begin")),
        tab=text.TAB,
    )


@component
def group_step(
    asking: Asking,
    sitting: Sitting,
    go_on: Action,
    leave: Action,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    group, set_group = ft.use_state(sitting.group)
    wrong, set_wrong = use_wrong("")

    def choose(code: str) -> None:
        sitting.group = code
        set_group(code)
        set_wrong("")
        sitting.draw()

    def on() -> object:
        return go_on() if sitting.group else set_wrong(text.CHOOSE_GROUP)

    options = [Option(one.id, one.title) for one in asking.terms.groups]
    return page_frame(
        text.GROUP,
        choice(text.GROUP, options, group, choose, show_name=False, hint=text.GROUP_HINT, error=wrong, key="groups"),
        button_row(
            button(text.GO_ON, on, kind="primary", key="on"), button(text.STOP, leave, kind="quiet", key="leave")
        ),
        tab=text.TAB,
    )


@component
def thanks_step(
    asking: Asking,
    again: Callable[[], Awaitable[object]] | None,
    next_one: Action,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    file = [left(button(text.SAVE_AGAIN, again, key="again"))] if again else []
    return page_frame(
        text.THANKS,
        notice("success", text.FILE_READY if asking.on_file else text.KEPT, *file, live=False),
        left(button(text.NEXT_COLLEAGUE, next_one, kind="secondary" if again else "primary", key="next")),
        tab=text.TAB,
    )
