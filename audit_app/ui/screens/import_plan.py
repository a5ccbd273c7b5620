"""Import: what importing would do, audit by audit."""

from collections.abc import Sequence

import flet as ft

from audit_app.sync.merge import ImportPlan, PlannedAudit, RefusedAudit
from audit_app.ui.components.long_list import long_list
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import panel
from audit_app.ui.components.spoken import counted
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.import_changes import changes_part
from audit_app.ui.screens.import_senders import Accept, doubts, senders_part
from audit_app.ui.text import import_bundle as text


def plan_part(app: AppContext, planned: ImportPlan, accept: Accept) -> list[ft.Control]:
    refused = [
        notice("error", f"{one.school}, {one.wave}: {one.reason}", title=text.REFUSED) for one in _refused(planned)
    ]
    new = planned.add or planned.merge or planned.conflict
    return [
        heading(text.WOULD),
        *doubts(planned.senders, accept),
        *refused,
        *([paragraph(text.ALL_OR_NOTHING)] if refused else []),
        *([paragraph(text.NOTHING_NEW)] if not new and not planned.refused else []),
        *(
            panel(
                heading(title, 3),
                *long_list([line_of(app, one, is_known=title != text.ADD) for one in audits]),
                *([small(text.CONFLICT_MEANS)] if title == text.CONFLICT else []),
                key=title,
            )
            for title, audits in _parts(planned)
            if audits
        ),
        *changes_part(app, planned),
        *senders_part(planned.senders),
    ]


def plan_spoken(planned: ImportPlan) -> str:
    """The same in a sentence, without what calls itself out."""
    return counted(text.WOULD, _parts(planned))


def _parts(planned: ImportPlan) -> Sequence[tuple[str, Sequence[PlannedAudit]]]:
    return (
        (text.ADD, planned.add),
        (text.MERGE, planned.merge),
        (text.CONFLICT, planned.conflict),
        (text.SAME, planned.same),
        (text.ERASED, planned.erased),
    )


def _refused(planned: ImportPlan) -> list[RefusedAudit]:
    """Without those about which there is a question."""
    asked = {one.refused for one in planned.senders if one.refused}
    return [one for one in planned.refused if one.reason not in asked]


def line_of(app: AppContext, one: PlannedAudit, *, is_known: bool) -> str:
    name = text.audit(one.school, app.workspace.questionnaire(one.questionnaire, one.version).title, one.wave)
    counts = [text.entries(one.new_entries)] if one.new_entries and is_known else []
    counts += [text.differ(len(one.conflicts))] if one.conflicts else []
    counts += [text.erases(one.erases)] if one.erases else []
    return f"{name} ({', '.join(counts)})" if counts else name
