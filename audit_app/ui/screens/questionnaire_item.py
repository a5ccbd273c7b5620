"""One item as it reads in the preview: what is asked, how it is answered, when it is shown, and why it is there."""

import flet as ft

from audit_app.questionnaires.model import Condition, Item, Questionnaire, ResponseOption
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import level_mark, tag
from audit_app.ui.components.words import bullets, heading, label, paragraph, small
from audit_app.ui.levels import level_colours
from audit_app.ui.runtime import component
from audit_app.ui.text import library as text


@component
def item_as_it_reads(
    one: Questionnaire,
    item: Item,
    level: int = 2,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`level` is that of its heading."""
    said = ((text.WHY, item.why), (text.EVIDENCE, item.evidence_prompt), (text.IDEA, item.idea))
    return panel(
        heading(item.text, level),
        ft.Row([tag(mark) for mark in _marks(item)], wrap=True, spacing=theme.S, run_spacing=theme.S),
        *([small(text.shown_when(words(item.visible_if, one)))] if item.visible_if else []),
        *([paragraph(item.hint, muted=True)] if item.hint else []),
        *_options(one, item),
        *_follow_up(one, item),
        *_checks(one, item),
        *(stack(label(title), paragraph(words_said), space=2) for title, words_said in said if words_said),
        *([_suggested(item)] if item.actions else []),
    )


def words(condition: Condition, one: Questionnaire) -> str:
    from audit_app.questionnaires.condition_words import in_words  # elementpath only where a condition is met

    return in_words(condition, one)


def _marks(item: Item) -> list[str]:
    marks = [text.WHOLE_NUMBER if item.kind == "number" and item.whole else text.KINDS[item.kind]]
    marks += [text.REQUIRED] if item.required else []
    marks += [text.REVERSE] if item.reverse else []
    marks += [text.counts(item.weight)] if item.weight != 1 and item.kind != "note" else []
    return marks


def _options(one: Questionnaire, item: Item) -> list[ft.Control]:
    options = one.options_of(item)
    if item.kind == "level":
        colours = level_colours(options)
        return [
            stack(
                level_mark(option.code, _offered(one, option), colours.get(option.code)),
                paragraph(item.descriptors[option.code]),
                space=4,
            )
            for option in options
        ]
    return [bullets(*(_offered(one, option) for option in options))] if options else []


def _offered(one: Questionnaire, option: ResponseOption) -> str:
    return text.offered_when(option.label, words(option.visible_if, one)) if option.visible_if else option.label


def _follow_up(one: Questionnaire, item: Item) -> list[ft.Control]:
    if item.follow_up is None:
        return []
    after = [option.label for option in one.options_of(item) if option.code in one.asked_further(item)]
    return [stack(label(text.asked_after(after)), paragraph(item.follow_up.prompt), space=2)]


def _checks(one: Questionnaire, item: Item) -> list[ft.Control]:
    if not item.checks:
        return []
    said = (text.checked(words(check.condition, one), check.message, check.grade) for check in item.checks)
    return [stack(label(text.CHECKS), bullets(*said), space=2)]


def _suggested(item: Item) -> ft.Control:
    count = len(item.actions)
    return disclosure(text.actions(count), lambda: _actions(item), name=text.actions_for(count, item.text), key=item.id)


def _actions(item: Item) -> ft.Control:
    return bullets(*(f"{action.text} {action.first_step}" for action in item.actions))
