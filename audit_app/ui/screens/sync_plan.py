"""Shared folder: what syncing would do, in words and counts."""

import flet as ft

from audit_app.sync.syncing import Sending, SyncPlan
from audit_app.ui.components.long_list import long_list
from audit_app.ui.components.panel import panel
from audit_app.ui.components.spoken import counted
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.import_changes import changes_part
from audit_app.ui.screens.import_plan import line_of
from audit_app.ui.screens.import_senders import Accept, doubts, senders_part
from audit_app.ui.text import import_bundle as import_text
from audit_app.ui.text import sync as text


def plan_part(app: AppContext, planned: SyncPlan, accept: Accept) -> list[ft.Control]:
    comes = planned.incoming
    asked = {one.refused for one in comes.senders if one.refused}
    passed_over = [one for one in planned.refused if one.reason not in asked]
    unsent = [text.unsent(f"{one.school}, {one.wave}", one.reason) for one in planned.unsent]
    return [
        heading(text.WOULD),
        *doubts(comes.senders, accept, text.HOW_TO_ASK),
        *([paragraph(text.NOTHING_TO_DO)] if planned.changes_nothing else []),
        *_list(text.COMES_NEW, [line_of(app, one, is_known=False) for one in comes.add]),
        *_list(text.COMES_MERGE, [line_of(app, one, is_known=True) for one in comes.merge]),
        *_list(
            text.COMES_CONFLICT,
            [line_of(app, one, is_known=True) for one in comes.conflict],
            import_text.CONFLICT_MEANS,
        ),
        *changes_part(app, comes),
        *_list(text.GOES, [_goes(app, one) for one in planned.sent]),
        *_list(text.STAYS, unsent),
        *_list(
            text.PASSED_OVER,
            list(dict.fromkeys(one.reason for one in passed_over)),
            text.PASSED_OVER_MEANS,
        ),
        *_list(text.SAME, [line_of(app, one, is_known=True) for one in comes.same]),
        *senders_part(comes.senders),
    ]


def plan_spoken(planned: SyncPlan) -> str:
    """The same in a sentence."""
    if planned.changes_nothing:
        return text.NOTHING_TO_DO
    comes = planned.incoming
    parts = (
        (text.COMES_NEW, comes.add),
        (text.COMES_MERGE, comes.merge),
        (text.COMES_CONFLICT, comes.conflict),
        (text.GOES, planned.sent),
        (text.STAYS, planned.unsent),
        (text.SAME, comes.same),
    )
    return counted(text.WOULD, parts)


def _list(title: str, lines: list[str], explained: str = "") -> list[ft.Control]:
    if not lines:
        return []
    return [panel(heading(title, 3), *long_list(lines), *([small(explained)] if explained else []), key=title)]


def _goes(app: AppContext, one: Sending) -> str:
    title = app.workspace.questionnaire(one.questionnaire, one.version).title
    return text.goes(import_text.audit(one.school, title, one.wave), one.new, one.size)
