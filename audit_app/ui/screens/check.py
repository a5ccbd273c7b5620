"""Check your answers: what is missing, everything at a glance, then submit; afterwards, what next, or reopen."""

from functools import partial

import flet as ft

from audit_app.ui import places
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.words import heading, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_elsewhere import shown_elsewhere
from audit_app.ui.screens.audit_keeping import use_keeping
from audit_app.ui.screens.audit_notes import late_note, unkept_elsewhere
from audit_app.ui.screens.audit_versions import moved_note, newer_notice
from audit_app.ui.screens.check_lists import all_answers, findings, kept_unasked
from audit_app.ui.screens.check_submission import (
    earlier_submissions,
    go_on,
    reopen_part,
    submit_part,
    what_next,
    why_not,
)
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as text
from audit_app.workspace import OpenAudit

SUBMITTED, REOPENED = "submitted", "reopened"


@component
def check_screen(app: AppContext, audit: str) -> ft.Control:
    keeping = use_keeping(app, audit)
    done: ft.MutableRef[str] = ft.use_ref("")  # what was done on this screen a moment ago

    def note(what: str) -> None:
        done.current = what

    opened = app.workspace.audit(audit)
    if elsewhere := shown_elsewhere(app, opened):
        return elsewhere
    submitted = opened.status == "submitted"
    asked = Asked(opened)
    statements = asked.levels_only

    def go(item_id: str) -> None:
        app.go(places.item(audit, item_id))

    parts: list[ft.Control] = [
        small(audit_text.caption(opened.audit.school.name, opened.audit.wave, opened.questionnaire.title)),
        *unkept_elsewhere(keeping, (), go),
    ]
    last: list[ft.Control] = []
    if opened.continues_as is not None:
        parts += moved_note(app, opened)
    elif opened.received:
        parts += [notice("info", text.RECEIVED, live=False)]
    elif submitted:
        parts += [*_submitted(opened), what_next(app, audit, lands=done.current == SUBMITTED, key="next")]
    else:
        said = asked.remarks(app.workspace.today())
        wrong = any(remark.grade == "error" for remark in said)
        blocked = audit_text.called(why_not(asked, wrong=wrong, unkept=bool(keeping.troubled())), statements=statements)
        parts += [
            *([go_on(app, audit, key="go on")] if done.current == REOPENED else []),
            *newer_notice(app, opened),
            *findings(asked, said, go),
        ]
        last = [submit_part(app, audit, blocked, partial(note, SUBMITTED), key="submit")]
    parts += [heading(text.ALL_ANSWERS), *kept_unasked(asked), all_answers(asked, go, key="all"), *last]
    if submitted and not opened.received and opened.continues_as is None:
        parts.append(reopen_part(app, audit, partial(note, REOPENED), key="reopen"))
    parts += earlier_submissions(opened)
    return page_frame(
        text.TITLE,
        *parts,
        back=(audit_text.called(text.BACK, statements=statements), lambda: app.go(places.audit(audit))),
        begin=opened.status,
    )


def _submitted(opened: OpenAudit) -> list[ft.Control]:
    standing = next(one for one in reversed(opened.submissions) if one.reopened is None)
    said = text.submitted(standing.by, standing.at.astimezone())
    return [notice("success", said, title=text.SUBMITTED_TITLE, live=False, key="submitted"), *late_note(opened)]
