"""The lists of what moving to another version does: each statement with what was said about it."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.responses.moving import Moves, beside
from audit_app.responses.standing import NOTHING, Standing
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.screens.check_lists import FEW, answer_mark
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import versions as text
from audit_app.workspace import OpenAudit


@dataclass(frozen=True)
class WhatMoves:
    """An audit, the version that it may move to, and what moving does."""

    opened: OpenAudit
    other: Questionnaire
    moves: Moves

    @property
    def new(self) -> tuple[str, ...]:
        """What has nothing to be answered is not worth a line."""
        return tuple(item for item in self.moves.new if self.there(item).kind != "note")

    def here(self, item_id: str) -> Item:
        return self.opened.questionnaire.items_by_id[item_id]

    def there(self, item_id: str) -> Item:
        """The school's own items are in every version the same."""
        return self.other.items_by_id.get(item_id) or self.here(item_id)


def lists(what: WhatMoves, *, statements: bool) -> list[ft.Control]:
    """What is to be decided on first: what asks again, what is new, what is left; then what stays as it is."""
    moves, opened = what.moves, what.opened
    going_back = what.other.version < opened.audit.questionnaire.version
    kept = beside(opened.entries)
    again = [_row(what.there(name), what, item, opened.standing(item)) for name, item in moves.asked_again.items()]
    left = [_row(what.here(item), what, item, opened.standing(item)) for item in moves.beside]
    returns = [
        _row(what.there(item), what, "", kept.get((what.other.version, item), NOTHING)) for item in moves.returns
    ]
    carried = [_row(what.there(name), what, item, opened.standing(item)) for name, item in moves.carried.items()]
    new = [paragraph(what.there(item).text) for item in what.new]
    found = (
        (text.AGAIN, text.AGAIN_MEANS, again),
        (text.RETURNS, text.RETURNS_MEANS, returns),
        *(((text.ONLY_THERE, text.ONLY_THERE_MEANS, new),) if going_back else ((text.NEW, text.NEW_MEANS, new),)),
        (text.BESIDE, text.BESIDE_MEANS, left),
        (text.CARRIES, text.CARRIES_MEANS, carried),
    )
    return [
        _group(title, audit_text.called(means, statements=statements), rows) for title, means, rows in found if rows
    ]


def _group(title: str, means: str, rows: Sequence[ft.Control]) -> ft.Control:
    """A short list is open; a long one waits to be asked for."""

    def content() -> ft.Control:
        return stack(*rows, space=theme.M)

    listed = content() if len(rows) <= FEW else disclosure(text.show(title, len(rows)), content, key=title)
    return panel(heading(text.counted(title, len(rows))), paragraph(means, muted=True), listed, key=title)


def _row(shown: Item, what: WhatMoves, before: str, standing: Standing) -> ft.Control:
    """`before` is the item that it was; its words stand below where they were others."""
    parts: list[ft.Control] = [paragraph(shown.text)]
    was = what.here(before) if before else shown
    parts += [small(text.read_before(was.text))] if was.text != shown.text else []
    parts += [small(text.why(note)) for note in what.moves.notes.get(before, ())]
    questionnaire = what.opened.questionnaire if before else what.other
    parts += [_mark(questionnaire, was, standing)]
    if said := audit_text.comments_and_evidence(len(standing.comments), len(standing.evidence)):
        parts.append(small(said))
    return stack(*parts, space=theme.XS, key=f"{before} {shown.id}")


def _mark(questionnaire: Questionnaire, item: Item, standing: Standing) -> ft.Control:
    if standing.answer is None:
        return tag(text.NOT_SETTLED if standing.rivals else text.NO_ANSWER, "warning")
    return answer_mark(item, questionnaire.options_of(item), standing.answer)
