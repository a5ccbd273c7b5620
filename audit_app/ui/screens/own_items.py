"""A school's own questions beside a shared questionnaire: which there are, in which order; add, change, remove."""

from collections.abc import Callable
from functools import partial

import flet as ft

from audit_app.questionnaires.own import MOST_OWN
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, handler, use_effect
from audit_app.ui.screens.own_item_written import wrong_fields
from audit_app.ui.screens.own_items_writing import NEW, Button, OwnWriting, documents, use_own_writing
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.text import own_items as text


@component
def own_items_screen(app: AppContext, questionnaire: str) -> ft.Control:
    writing = use_own_writing(app, questionnaire)
    core = app.workspace.questionnaire(questionnaire)

    def then_show(action: Callable[..., None], *given: object) -> Callable[[], None]:
        def done() -> None:
            action(*given)
            app.refresh()

        return done

    cards = [_card(app, questionnaire, writing, at, then_show) for at in range(len(writing.items))]
    if (gone := writing.removed) is not None:  # in the place of what it puts back
        back = then_show(writing.put_back)
        undo = undo_notice(gone.item.text, back, writing.undo_takes_keyboard, key=f"removed {gone.item.id}")
        cards.insert(gone.at, undo)
    return page_frame(
        text.TITLE,
        small(text.beside(core.title)),
        paragraph(text.INTRO),
        notice("info", text.BEGUN, title=text.BEGUN_TITLE, live=False, key="begun"),
        *([] if cards else [empty_state(text.NONE, text.NONE_TEXT)]),
        *cards,
        *_adding(app, questionnaire, writing),
        back=(text.BACK, lambda: app.go(places.questionnaire(questionnaire))),
    )


def _card(
    app: AppContext, questionnaire: str, writing: OwnWriting, at: int, then_show: Callable[..., Callable[[], None]]
) -> ft.Control:
    items = writing.items
    item, listed = items[at], documents(items)
    marks = [tag(text.SHORT[item.kind]), *([tag(text.REQUIRED)] if item.required else [])]
    marks += [tag(text.NOT_KEPT, "warning")] if item.id in writing.drafts else []
    wrong = wrong_fields(writing.check(listed), at, listed[at])

    def quiet(which: Button, words: str, do: Callable[[], None], *, disabled: bool = False) -> ft.Control:
        here = writing.keyboard is not None and writing.keyboard.place == (item.id, which)
        turn = writing.keyboard.turn if here and writing.keyboard else 0
        takes = partial(writing.takes_keyboard, item.id, which)
        return _quiet(words, text.name(words, item.text), do, disabled, takes, key=f"{which} {turn}")

    change = button(
        text.CHANGE,
        lambda: app.go(places.own_item(questionnaire, item.id)),
        name=text.name(text.CHANGE, item.text),
        key=text.CHANGE,
    )
    return panel(
        heading(item.text, 2),
        ft.Row(list(marks), wrap=True, spacing=theme.S, run_spacing=theme.S),
        *([notice("error", next(iter(wrong.values())), title=text.TO_MEND, live=False)] if wrong else []),
        button_row(
            change,
            quiet("up", text.UP, then_show(writing.move, item, -1), disabled=at == 0),
            quiet("down", text.DOWN, then_show(writing.move, item, 1), disabled=at == len(items) - 1),
            quiet("remove", text.REMOVE, then_show(writing.remove, item)),
        ),
        key=item.id,
    )


@component
def _quiet(
    words: str,
    name: str,
    do: Callable[[], None],
    disabled: bool,
    takes_keyboard: Callable[[], bool],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """A button that takes the keyboard when it comes, where it is its turn."""
    made = ft.TextButton(ft.Text(words, semantics_label=name), on_click=handler(do), disabled=disabled)

    async def take_keyboard() -> None:
        if takes_keyboard():
            await made.focus()  # type: ignore[no-untyped-call]

    use_effect(take_keyboard, [])
    return made


def _adding(app: AppContext, questionnaire: str, writing: OwnWriting) -> list[ft.Control]:
    to_form = partial(app.go, places.own_item(questionnaire, NEW))
    if NEW in writing.drafts:
        words = [heading(text.NEW_NOT_KEPT, 2), paragraph(writing.drafts[NEW].text)]
        return [panel(*words, left(button(text.GO_ON, lambda: to_form(), kind="primary")), key=NEW)]
    count = len(writing.items)
    if count >= MOST_OWN:
        return [small(text.FULL)]
    counted = [small(text.count(count, MOST_OWN))] if count else []
    return [*counted, left(button(text.ADD, lambda: to_form(), kind="primary", key="add"))]
