"""Results of a survey: what colleagues wrote, a page at a time, or why none of it is shown."""

import flet as ft

from audit_app.results.survey_model import SharedComment, SurveyResults
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.runtime import component
from audit_app.ui.text import survey_results as text

AT_A_TIME = 10


@component
def comments(
    found: SurveyResults,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    if not found.comments:
        return panel(heading(text.COMMENTS), paragraph(found.comments_reason or text.NO_COMMENTS))
    more = left(button(text.MORE_COMMENTS, lambda: set_shown(shown + AT_A_TIME), key="more-comments"))
    about = {section.id: section.title for section in found.sections}
    about |= {item.id: item.text for item in found.items}
    return panel(
        heading(text.comments(len(found.comments))),
        small(text.COMMENTS_EXPLAINED),
        *(_comment(one, about) for one in found.comments[:shown]),
        *([more] if len(found.comments) > shown else []),
    )


def _comment(one: SharedComment, about: dict[str, str]) -> ft.Control:
    """With what it is about, where that may be told."""
    where = about.get(one.item or "") or about.get(one.section or "")
    return ft.Container(
        stack(paragraph(f"“{one.text}”"), *([small(where)] if where else []), space=2),
        border=ft.Border.only(left=ft.BorderSide(3, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
    )
