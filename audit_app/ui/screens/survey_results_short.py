"""Results of a survey: the three things that matter, and who answered."""

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.results.survey_model import SurveyResults
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.progress import progress
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.screens.survey_results_scale import scale_of
from audit_app.ui.text import survey_results as text


def in_short(asked: Questionnaire, found: SurveyResults) -> ft.Control:
    said = (
        (text.WHO, text.answered(found)),
        (text.WHERE, _where(asked, found)),
        (text.TALK, _talk(found)),
    )
    return panel(
        heading(text.IN_SHORT),
        *(stack(label(title), paragraph(words), space=2) for title, words in said if words),
        key="in-short",
    )


def _where(asked: Questionnaire, found: SurveyResults) -> str:
    shown = [one for one in found.sections if one.score is not None]
    if not shown:
        return text.NOTHING_SAFE
    highest = max(shown, key=lambda one: one.score or 0.0)
    lowest = min(shown, key=lambda one: one.score or 0.0)
    return text.where_you_stand(highest, lowest, scale_of(asked)[1])


def _talk(found: SurveyResults) -> str:
    worth = [gap for gap in found.gaps if gap.worth_talking_about]
    if worth:
        return text.worth_talking_about(worth)
    told = [one for one in found.sections if one.agreement]
    divided = [one.title for one in told if one.agreement and one.agreement.sees != "alike"]
    if divided:
        return text.differently(divided)
    if not told and not found.gaps:
        return ""
    return text.none_worth(bool(told) and len(told) == sum(one.score is not None for one in found.sections))


def who_answered(found: SurveyResults) -> ft.Control:
    """More may have answered than were asked."""
    bars = [
        progress(one.title, min(one.responses, one.invited), one.invited, words=text.rate(one))
        for one in found.response_rate
    ]
    everyone = progress(text.EVERYBODY, min(found.n, found.invited), found.invited, words=text.rate_of_all(found))
    asked = [small(text.asked(len(found.items), [one.title for one in found.sections if one.items]))]
    return panel(
        heading(text.ANSWERED),
        *(asked if found.items else []),
        *(bars if len(bars) > 1 else []),
        everyone,
        key="answered",
    )
