"""Results of a survey: the statements that say most, and, for who wants them, all of them."""

from collections.abc import Mapping, Sequence
from functools import partial

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.results.survey_model import SurveyItem, SurveyResults
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.text import survey_results as text


def statements(asked: Questionnaire, found: SurveyResults) -> ft.Control:
    titles = {section.id: section.title for section in asked.sections}
    return panel(
        heading(text.LOWEST),
        *(_list(found.lowest, titles) or [paragraph(text.NO_LOWEST)]),
        heading(text.STRENGTHS),
        *(_list(found.strengths, titles) or [paragraph(text.NO_STRENGTHS)]),
        *([disclosure(text.ALL_ITEMS, partial(_all, found, titles), key="all-items")] if found.items else []),
        key="statements",
    )


def _list(items: Sequence[SurveyItem], titles: Mapping[str, str]) -> list[ft.Control]:
    return [_item(item, titles[item.section]) for item in items]


def _item(item: SurveyItem, section: str = "") -> ft.Control:
    words = item.agreement.words if item.agreement else ""
    return stack(
        paragraph(item.text),
        small(text.statement(item, section, words) if item.score is not None else item.reason or text.WITHHELD),
        space=2,
        key=item.id,
    )


def _all(found: SurveyResults, titles: Mapping[str, str]) -> ft.Control:
    """Section after section, in the order asked."""
    by_section = {name: [item for item in found.items if item.section == name] for name in titles}
    return stack(
        *(
            stack(label(titles[name]), *(_item(item) for item in items), space=theme.S)
            for name, items in by_section.items()
            if items
        ),
        space=theme.L,
    )
