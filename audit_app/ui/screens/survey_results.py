"""Results of a survey: who answered, the score of each section for everyone and by group, and what is worth a talk."""

from collections.abc import Sequence

import flet as ft

from audit_app.results.survey_model import SurveyResults
from audit_app.ui import places, theme
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.results_balance import balance
from audit_app.ui.text import results as results_text
from audit_app.ui.text import survey_results as text
from audit_app.ui.text import surveys as surveys_text


def survey_results(app: AppContext, audit: str) -> ft.Control:
    found = app.workspace.survey_results(audit)
    said = [notice("info", found.reason, title=text.NOTHING_TITLE, live=False, key="nothing")] if found.reason else []
    return page_frame(
        results_text.TITLE,
        small(text.caption(found.questionnaire.title, found.school, found.wave)),
        *said,
        _answered(found),
        *([] if found.reason else [_sections(found), _gaps(found)]),
        *([balance(found.balance)] if found.balance and not found.reason else []),
        *([] if found.reason else [_comments(found)]),
        back=(surveys_text.BACK, lambda: app.go(places.SURVEYS)),
        width=theme.WIDE_WIDTH if app.wide else theme.READING_WIDTH,
        tab=results_text.tab(found.school, found.wave),
    )


def _answered(found: SurveyResults) -> ft.Control:
    rows = [[one.title, text.rate(one)] for one in found.response_rate]
    columns = [Column(text.GROUP, width=200), Column(text.RATE, numeric=True)]
    return panel(heading(text.ANSWERED), table(text.ANSWERED, columns, rows, show_caption=False))


def _sections(found: SurveyResults) -> ft.Control:
    groups = [one.title for one in found.response_rate]
    columns = [
        Column(text.SECTION, width=200),
        Column(text.EVERYONE, numeric=True),
        *(Column(group, numeric=True) for group in groups),
    ]
    rows = [
        [one.title, text.score(one.score), *(text.score(group.score) for group in one.groups)] for one in found.sections
    ]
    said = [text.agreement(one) for one in found.sections if one.agreement]
    return panel(
        heading(text.SECTIONS),
        paragraph(text.SECTIONS_EXPLAINED),
        table(text.SECTIONS, columns, rows, show_caption=False),
        stack(*(paragraph(one) for one in said)),
        stack(*(small(reason) for reason in _reasons(found))),
    )


def _reasons(found: SurveyResults) -> Sequence[str]:
    """Why figures are withheld, each reason once."""
    reasons = [one.reason for one in found.sections]
    reasons += [f"{group.title}: {group.reason}" for one in found.sections for group in one.groups if group.reason]
    return [*dict.fromkeys(reason for reason in reasons if reason)]


def _gaps(found: SurveyResults) -> ft.Control:
    worth = [gap.sentence for gap in found.gaps if gap.worth_talking_about]
    return panel(heading(text.GAPS), *(paragraph(one) for one in worth or [text.NO_GAPS]))


def _comments(found: SurveyResults) -> ft.Control:
    written = [paragraph(f"“{one.text}”") for one in found.comments]
    return panel(heading(text.COMMENTS), *(written or [paragraph(found.comments_reason or "")]))
