"""The lists of “Check your answers”: what to look at, and every answer. Each item is a link to itself."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from audit_app.questionnaires.model import Grade, Item, ResponseOption, Section
from audit_app.responses.fitting import Remark
from audit_app.responses.model import Answer
from audit_app.responses.progress import without_evidence
from audit_app.shortening import titled
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.tag import level_mark, tag
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.levels import level_colours
from audit_app.ui.runtime import component
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_shown import answer_words, shortened
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as text
from audit_app.ui.text import offers, versions

Go = Callable[[str], None]
FEW = 12
"""So many links are shown at once; longer lists are folded."""


def findings(asked: Asked, said: Sequence[Remark], go: Go) -> list[ft.Control]:
    """What stands in the way of submitting first, then what is worth another look; section by section."""
    opened, statements = asked.opened, asked.levels_only
    contested = contested_items(asked)
    wrong = _by_item(said, "error")
    open_items = [item for item in asked.left if item not in contested and item not in wrong]
    updated = [item for item in open_items if item in asked.updated]
    waiting = {item: [_offered(asked, item)] for item in open_items if item in asked.waiting and item not in updated}
    missing = [item for item in open_items if item not in updated and item not in waiting]
    bare = without_evidence(opened.questionnaire, opened.stands)
    unanswered_means = text.unanswered_means(len(missing), len(asked.questions))
    found: list[tuple[str, str, Collection[str], dict[str, list[str]]]] = [
        (text.CONTESTED, text.CONTESTED_MEANS, contested, {}),
        (text.WRONG, text.WRONG_MEANS, wrong, wrong),
        (text.UNLIKELY, text.UNLIKELY_MEANS, _by_item(said, "warning"), _by_item(said, "warning")),
        (versions.UPDATED, offers.UPDATED_MEANS, updated, {}),
        (offers.TO_CONFIRM, offers.to_confirm_means(len(waiting)), waiting, waiting),
        (text.UNANSWERED, unanswered_means, missing, {}),
        (text.UNEVIDENCED, text.UNEVIDENCED_MEANS, bare, {}),
        (text.TOLD, text.TOLD_MEANS, _by_item(said, "information"), _by_item(said, "information")),
    ]
    parts = [
        _finding(asked, go, title, audit_text.called(means, statements=statements), items, sentences)
        for title, means, items, sentences in found
        if items
    ]
    if not parts:
        nothing = audit_text.called(text.NOTHING_TO_CHECK, statements=statements)
        return [notice("success", nothing, live=False, key="nothing")]
    return [heading(text.TO_CHECK), *parts]


def kept_unasked(asked: Asked) -> list[ft.Control]:
    """Answers that skip logic hides: still there, and counted nowhere."""
    kept = asked.kept_unasked
    if not kept:
        return []

    def content() -> ft.Control:
        return stack(*[stack(paragraph(item.text), *_marks(asked, item), space=theme.XS, key=item.id) for item in kept])

    shown = disclosure(text.SHOW_KEPT, content, key="kept")
    return [
        notice(
            "info",
            audit_text.called(text.kept_means(len(kept)), statements=asked.levels_only),
            shown,
            title=text.kept(len(kept)),
            live=False,
            key="kept",
        )
    ]


def contested_items(asked: Asked) -> list[str]:
    return [item.id for item in asked.questions if asked.opened.standing(item.id).rivals]


@component
def all_answers(
    asked: Asked,
    go: Go,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """A folded list for each section; all of them open with one press."""
    every, open_every = ft.use_state(False)

    def folded(section: Section) -> ft.Control:
        progress = asked.progress(section)
        items = [item for item in asked.by_section[section.id] if item.kind != "note"]

        def content() -> ft.Control:
            return stack(
                *[stack(_link(item, go), *_marks(asked, item), space=0, key=item.id) for item in items], space=theme.S
            )

        words = text.section(section.title, progress.answered, progress.items)
        return disclosure(words, content, opened=every, key=f"{section.id} {every}")

    return stack(
        left(button(text.FOLD if every else text.UNFOLD, lambda: open_every(not every), key="every")),
        *[folded(one) for one in asked.sections if asked.progress(one).items],
        space=theme.XS,
    )


def _offered(asked: Asked, item_id: str) -> str:
    """What was answered in an earlier round, in words."""
    offer, item = asked.opened.standing(item_id).carried, asked.opened.questionnaire.items_by_id[item_id]
    if offer is None:
        return ""
    words = answer_words(item, asked.opened.questionnaire.options_of(item), offer.answer)[0]
    said = offers.from_wave(offer.wave, shortened(words))
    return f"{said}. {offers.stale(offer.given)}" if offer.stale else said


def _by_item(said: Sequence[Remark], grade: Grade) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for remark in said:
        if remark.grade == grade:
            found.setdefault(remark.item, []).append(remark.message)
    return found


def _finding(
    asked: Asked, go: Go, title: str, means: str, items: Collection[str], sentences: dict[str, list[str]]
) -> ft.Control:
    """`sentences` stand below their items."""

    def content() -> ft.Control:
        return stack(*_by_section(asked, go, items, sentences), space=theme.S)

    shown = audit_text.called(text.show(len(items)), statements=asked.levels_only)
    return panel(
        heading(text.counted(title, len(items)), 3),
        paragraph(means),
        disclosure(shown, content, opened=len(items) <= FEW, key=title),
        key=title,
    )


def _by_section(asked: Asked, go: Go, items: Collection[str], sentences: dict[str, list[str]]) -> list[ft.Control]:
    parts: list[ft.Control] = []
    for section in asked.sections:
        listed = [item for item in asked.by_section[section.id] if item.id in items]
        if listed:
            parts.append(label(titled(section.title)))
        for item in listed:
            below = [paragraph(sentence) for sentence in sentences.get(item.id, ())]
            parts.append(stack(_link(item, go), *below, space=0, key=f"row {item.id}"))
    return parts


def _link(item: Item, go: Go) -> ft.Control:
    return ft.Row([ft.Container(link(item.text, lambda: go(item.id), key=item.id), expand=True)])


def _marks(asked: Asked, item: Item) -> list[ft.Control]:
    """The answer in words; long ones as running text."""
    standing = asked.opened.standing(item.id)
    given = standing.answer
    if given is None:
        waits = offers.TO_CONFIRM if item.id in asked.waiting else text.NO_ANSWER
        return [tag(text.NOT_SETTLED if standing.rivals else waits, "warning")]
    return [answer_mark(item, asked.opened.questionnaire.options_of(item), given)]


def answer_mark(item: Item, options: Sequence[ResponseOption], given: Answer) -> ft.Control:
    """An answer in a few words."""
    words = answer_words(item, options, given)[0]
    if item.kind == "level" and str(given.option).isdigit():
        label = next((one.label for one in options if one.code == given.option), "")
        return level_mark(str(given.option), label, level_colours(options).get(str(given.option)))
    return paragraph(words) if item.kind in ("text", "multiple") and not given.reason else tag(words)
