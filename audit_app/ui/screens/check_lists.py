"""The lists of “Check your answers”: what to look at, and every answer. Each statement is a link to itself."""

from collections.abc import Callable, Collection

import flet as ft

from audit_app.questionnaires.model import Item, Section
from audit_app.responses.progress import asked, section_progress, unanswered, without_evidence
from audit_app.ui import theme
from audit_app.ui.components.buttons import link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import level_mark, tag
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.screens.audit_shown import answer_words
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as text
from audit_app.workspace import OpenAudit

Go = Callable[[str], None]
FEW = 12
"""So many links are shown at once; longer lists are folded."""


def findings(opened: OpenAudit, go: Go) -> list[ft.Control]:
    """Contested, unanswered and unevidenced statements, section by section."""
    questionnaire = opened.questionnaire
    contested = contested_items(opened)
    missing = [item for item in unanswered(questionnaire, opened.stands) if item not in contested]
    bare = without_evidence(questionnaire, opened.stands)
    count = len(asked(questionnaire, opened.stands))
    if not (contested or missing or bare):
        return [notice("success", text.NOTHING_TO_CHECK, live=False, key="nothing")]
    parts: list[ft.Control] = [heading(text.TO_CHECK)]
    if contested:
        parts.append(_finding(opened, go, text.CONTESTED, text.CONTESTED_MEANS, contested))
    if missing:
        parts.append(_finding(opened, go, text.UNANSWERED, text.unanswered_means(len(missing), count), missing))
    if bare:
        parts.append(_finding(opened, go, text.UNEVIDENCED, text.UNEVIDENCED_MEANS, bare))
    return parts


def contested_items(opened: OpenAudit) -> list[str]:
    return [item.id for item in asked(opened.questionnaire, opened.stands) if opened.standing(item.id).rivals]


def all_answers(opened: OpenAudit, go: Go) -> list[ft.Control]:
    """A folded list for each section."""
    found = section_progress(opened.questionnaire, opened.stands)

    def folded(section: Section) -> ft.Control:
        progress = found[section.id]

        def content() -> ft.Control:
            return stack(*[_answer(opened, item, go) for item in section.items], space=theme.S)

        return disclosure(text.section(section.title, progress.answered, progress.items), content, key=section.id)

    return [stack(*[folded(section) for section in opened.questionnaire.sections], space=theme.XS)]


def _finding(opened: OpenAudit, go: Go, title: str, means: str, items: Collection[str]) -> ft.Control:
    def content() -> ft.Control:
        return stack(*_by_section(opened, go, items), space=theme.S)

    return panel(
        heading(text.counted(title, len(items)), 3),
        paragraph(means),
        disclosure(text.show(len(items)), content, opened=len(items) <= FEW, key=title),
        key=title,
    )


def _by_section(opened: OpenAudit, go: Go, items: Collection[str]) -> list[ft.Control]:
    parts: list[ft.Control] = []
    for section in opened.questionnaire.sections:
        listed = [item for item in section.items if item.id in items]
        if listed:
            parts += [label(section.title), *[_statement(item, go) for item in listed]]
    return parts


def _statement(item: Item, go: Go) -> ft.Control:
    return ft.Row([ft.Container(link(item.text, lambda: go(item.id), key=item.id), expand=True)], key=f"row {item.id}")


def _answer(opened: OpenAudit, item: Item, go: Go) -> ft.Control:
    standing = opened.standing(item.id)
    given = standing.answer
    if given is None:
        mark = tag(text.NOT_SETTLED if standing.rivals else text.NO_ANSWER, "warning")
    elif given.reason:
        mark = tag(audit_text.REASONS[given.reason])
    else:
        options = opened.questionnaire.options_of(item)
        word = next((one.label for one in options if one.code == given.option), "")
        is_level = item.kind == "level" and str(given.option).isdigit()
        mark = level_mark(str(given.option), word) if is_level else tag(answer_words(item, options, given)[0])
    return stack(_statement(item, go), mark, space=0, key=item.id)
