"""An audit and the versions of what it asks: the notice, where it goes on, and what was said about an item before."""

import flet as ft

from audit_app.errors import AuditError
from audit_app.questionnaires.model import Item
from audit_app.responses.model import Answer
from audit_app.responses.opened import AskedBefore
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.words import bullets, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.audit_shown import Shown, answer_words
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import versions as text
from audit_app.workspace import OpenAudit


def newer_notice(app: AppContext, opened: OpenAudit) -> list[ft.Control]:
    """For who arrives: there is a newer version. Nothing once somebody has decided to stay."""
    newest = app.workspace.newer_version_than(opened)
    if newest is None or opened.stays_despite >= newest:
        return []
    see = left(button(text.SEE, lambda: app.go(places.versions(opened.audit.id)), key="see"))
    said = text.newer(newest, opened.audit.questionnaire.version)
    return [notice("info", said, see, title=text.NEWER_TITLE, live=False, key="newer")]


def version_links(app: AppContext, opened: OpenAudit) -> list[ft.Control]:
    """At the end of the page: the same as a quiet link, and the way back for an audit that has moved."""
    found: list[ft.Control] = []
    newest = app.workspace.newer_version_than(opened)
    if newest is not None:
        there = places.versions(opened.audit.id)
        found.append(left(link(text.newer_link(newest), lambda: app.go(there), key="newer-link")))
    came_from = opened.came_from
    open_here = opened.status == "draft" and not opened.received
    if open_here and came_from is not None and came_from.version < opened.audit.questionnaire.version:
        back = places.versions(opened.audit.id, came_from.version)
        found.append(left(link(text.back_link(came_from.version), lambda: app.go(back), key="back-link")))
    return found


def moved_note(app: AppContext, opened: OpenAudit) -> list[ft.Control]:
    """Where the audit goes on, instead of being answered here; nothing while it is this one."""
    place = opened.continues_as
    if place is None:
        return []
    try:
        app.workspace.audit(place.audit)
    except AuditError:  # it was moved on another device, to a version that is not here
        said = text.NOT_HERE_YET.format(version=place.version)
        return [notice("info", said, title=text.MOVED_TITLE, live=False, key="moved")]
    there = left(button(text.GO_THERE, lambda: app.go(places.audit(place.audit)), kind="primary", key="moved-to"))
    said = text.MOVED_AWAY.format(version=place.version)
    return [notice("info", said, there, title=text.MOVED_TITLE, live=False, key="moved")]


def before_part(shown: Shown) -> list[ft.Control]:
    """What was said when the item was asked otherwise. It stays when the item is answered, so that nothing jumps."""
    asked, said = shown.asked_before, shown.before
    if asked is None or said is None:
        return []
    given = [said.answer] if said.answer else [Answer.model_validate(one.value) for one in said.rivals]
    parts: list[ft.Control] = [paragraph(text.why(note)) for note in asked.notes]
    parts += [small(text.NOTHING_SETTLED)] if said.rivals else []
    parts += [_answer(asked, one) for one in given]
    parts += [
        stack(small(audit_text.said(one.by, one.at.astimezone())), paragraph(str(one.value)), space=0, key=one.stamp)
        for one in said.comments
    ]
    pieces = [piece.text for _, piece in said.evidence if piece.text]
    parts += [stack(small(audit_text.EVIDENCE), bullets(*pieces), space=0)] if pieces else []
    version = asked.questionnaire.version
    return [
        notice(
            "info",
            _what_changed(asked, shown.item),
            stack(*parts, space=theme.S),
            title=text.before(version) if shown.answer else text.UPDATED,
            live=False,
            key="before",
        )
    ]


def _answer(asked: AskedBefore, given: Answer) -> ft.Control:
    word, descriptor = answer_words(asked.item, asked.questionnaire.options_of(asked.item), given)
    return stack(label(text.you_said(word)), *([paragraph(descriptor)] if descriptor else []), space=0)


def _what_changed(asked: AskedBefore, item: Item) -> str:
    if asked.item.text != item.text:
        return text.read_in(asked.questionnaire.version, asked.item.text)
    return text.OTHER_LEVELS if asked.item.descriptors != item.descriptors else text.ASKED_OTHERWISE
