"""Results of a survey: how they were worked out, folded away, with the figures that the words rest on."""

from functools import partial

import flet as ft

from audit_app.results.survey_model import SurveyResults
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import paragraph
from audit_app.ui.text import over_time
from audit_app.ui.text import survey_results as text


def method(found: SurveyResults) -> ft.Control:
    return disclosure(text.HOW, partial(_method, found), key="method")


def _method(found: SurveyResults) -> ft.Control:
    said = [text.HOW_SCORES, text.HOW_AGREEMENT, text.how_withheld(found.minimum)]
    said += [found.gaps_explained] if found.gaps_explained else []
    columns = [
        Column(over_time.SECTION, width=140),
        Column(text.AGREEMENT_FIGURES, width=200),
        Column(text.RELIABILITY, width=240),
    ]
    rows = [[one.title, text.agreement_figures(one), text.reliability(one)] for one in found.sections if one.items]
    return stack(*(paragraph(one) for one in said), table(text.FIGURES, columns, rows))
