"""Results of a survey: where groups see a section differently; first what stands out of chance."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from audit_app.results.survey_model import RoleGap, SurveyResults
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.text import survey_results as text


def gaps(found: SurveyResults) -> ft.Control:
    worth = [gap for gap in found.gaps if gap.worth_talking_about]
    others = [gap for gap in found.gaps if not gap.worth_talking_about]
    told = [bullets(*(text.said(gap) for gap in worth)), small(text.GAPS_EXPLAINED)] if worth else [_none(found)]
    more = [disclosure(text.others(len(others)), partial(_sentences, others), key="other-gaps")] if others else []
    return panel(heading(text.GAPS), *told, *more, key="gaps")


def _none(found: SurveyResults) -> ft.Control:
    if found.gaps:
        return paragraph(text.NO_GAPS)
    return paragraph(text.NO_GROUPS if len(found.response_rate) > 1 else text.NO_GROUPS_ASKED)


def _sentences(others: Sequence[RoleGap]) -> ft.Control:
    return stack(*(paragraph(gap.sentence) for gap in others))
