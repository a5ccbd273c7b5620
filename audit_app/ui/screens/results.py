"""Results: what the answers say, section by section and as a whole, and what to do next."""

import flet as ft

from audit_app.plans.joint import is_joint
from audit_app.results.model import AuditResults
from audit_app.results.scores import is_scored
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_elsewhere import plan_instead
from audit_app.ui.screens.audit_notes import late_note
from audit_app.ui.screens.results_balance import balance
from audit_app.ui.screens.results_beside import beside_results
from audit_app.ui.screens.results_items import highlights
from audit_app.ui.screens.results_scores import at_a_glance, section_blocks
from audit_app.ui.screens.results_ways_on import on_to_the_plan, ways_on
from audit_app.ui.screens.survey_results import survey_results
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import check as check_text
from audit_app.ui.text import results as text
from audit_app.workspace import OpenAudit


@component
def results_screen(app: AppContext, audit: str) -> ft.Control:
    opened = app.workspace.audit(audit)
    if opened.audit.mode == "survey":
        return survey_results(app, opened)
    if is_joint(opened.audit):
        return plan_instead(app, opened)
    found = app.workspace.results(audit)
    back = (
        (text.BACK_TO_AUDITS, lambda: app.go(places.AUDITS))
        if opened.received
        else (text.BACK, lambda: app.go(places.audit(audit)))
    )
    return page_frame(
        text.TITLE,
        small(text.caption(found.questionnaire.title, found.school, found.wave)),
        *_standing(app, opened, found),
        *(_what_it_says(app, opened, found) if any(item.option for item in found.items) else [_nothing(app, opened)]),
        back=back,
        width=theme.WIDE_WIDTH if app.wide else theme.READING_WIDTH,
        tab=text.tab(found.school, found.wave),
    )


def _standing(app: AppContext, opened: OpenAudit, found: AuditResults) -> list[ft.Control]:
    """How firm the results are."""
    asked = Asked(opened)
    shown: list[ft.Control] = []
    standing = [one for one in opened.submissions if one.reopened is None]
    if opened.received:
        shown.append(notice("info", text.received(found.school), title=text.RECEIVED_TITLE, live=False, key="received"))
    if standing:
        shown.append(small(text.submitted(standing[-1].by, standing[-1].at.astimezone())))
        reopen = left(link(check_text.GO_REOPEN, lambda: app.go(places.check(opened.audit.id))))
        shown += late_note(opened, reopen)
    else:
        missing = sum(not opened.standing(item).rivals for item in asked.left)
        answer = button(text.GO_ON, lambda: app.go(places.audit(opened.audit.id)), kind="primary", key="go-on")
        go_on = [] if opened.received else [left(answer)]
        shown.append(
            notice("info", _called(asked, text.draft(missing)), *go_on, title=text.DRAFT_TITLE, live=False, key="draft")
        )
    if found.contested:
        choose = [] if opened.received else [left(link(text.CHOOSE, lambda: app.go(places.check(opened.audit.id))))]
        said = _called(asked, text.contested(found.contested))
        shown.append(notice("warning", said, *choose, title=text.CONTESTED_TITLE, live=False, key="contested"))
    return shown


def _what_it_says(app: AppContext, opened: OpenAudit, found: AuditResults) -> list[ft.Control]:
    """What says most comes first, and the ways on before it; who wants to know more opens it."""
    return [
        *ways_on(app, opened),
        at_a_glance(app, opened.questionnaire, found),
        highlights(app, opened, found, _called(Asked(opened), text.LOWEST_EXPLAINED)),
        *([balance(app, found.balance)] if found.balance else []),
        beside_results(app, opened.audit.id, key="beside"),
        section_blocks(opened.questionnaire, found, app.workspace.evidence(opened.audit.id)),
        *on_to_the_plan(app, opened),
    ]


def _nothing(app: AppContext, opened: OpenAudit) -> ft.Control:
    if not any(is_scored(opened.questionnaire, item) for item in opened.questionnaire.items):
        see = left(button(text.SEE_ANSWERS, lambda: app.go(places.check(opened.audit.id))))
        return empty_state(text.UNSCORED_TITLE, text.UNSCORED, see)
    start = _called(Asked(opened), text.START)
    go = [] if opened.received else [left(button(start, lambda: app.go(places.audit(opened.audit.id))))]
    return empty_state(text.EMPTY_TITLE, _called(Asked(opened), text.EMPTY), *go)


def _called(asked: Asked, sentence: str) -> str:
    return audit_text.called(sentence, statements=asked.levels_only)
