"""Results of a survey: each section with its interval, its answers, how far colleagues agree, and its groups."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.results.survey_model import GroupSection, Interval, SurveyResults, SurveySection
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.distribution import Share, distribution
from audit_app.ui.components.interval_bar import interval_bar
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.levels import section_colours
from audit_app.ui.screens.survey_results_scale import scale_of, words_of
from audit_app.ui.text import survey_results as text


def sections(asked: Questionnaire, found: SurveyResults) -> ft.Control:
    hidden = {_hidden(one) for one in found.sections if one.score is not None}
    everywhere = next(iter(hidden)) if len(hidden) == 1 else ()
    blocks = [_block(asked, one, everywhere) for one in found.sections if one.items]
    why = withheld(found)
    return panel(
        heading(text.SECTIONS),
        paragraph(text.sections_explained(*scale_of(asked))),
        *([small(text.no_bar(everywhere))] if everywhere else []),
        stack(*blocks, space=theme.L),
        *([disclosure(text.NOT_SHOWN, partial(_reasons, why), key="not-shown")] if why else []),
        key="sections",
    )


def _hidden(one: SurveySection) -> tuple[str, ...]:
    """Groups that have no bar of their own here; none where everyone was asked as one group."""
    return tuple(group.title for group in one.groups if group.score is None) if len(one.groups) > 1 else ()


def _block(asked: Questionnaire, one: SurveySection, said: Sequence[str]) -> ft.Control:
    """`said` are groups of which it is said already that they are not shown."""
    bottom, top = scale_of(asked)
    score = ft.Text(text.score_of(one.score, top), theme_style=theme.LABEL, color=theme.TEXT)
    return stack(
        ft.Row([ft.Container(heading(one.title, 3), expand=True), score], vertical_alignment=ft.CrossAxisAlignment.END),
        *([small(one.reason or "")] if one.score is None else [*_bars(one, bottom, top, said), *_answers(asked, one)]),
        space=theme.S,
        key=one.id,
    )


def _bars(one: SurveySection, bottom: float, top: float, said: Sequence[str]) -> list[ft.Control]:
    """Everyone, then each group that is shown; those that are not, in words."""
    hidden = [name for name in _hidden(one) if name not in said]
    known = [(text.EVERYBODY, one.score, one.interval)]
    known += [(group.title, group.score, _interval(group, bottom, top)) for group in one.groups if len(one.groups) > 1]
    return [
        *([paragraph(one.agreement.words)] if one.agreement else []),
        *(
            interval_bar(title, text.interval(score, at.low, at.high), score, at.low, at.high, bottom=bottom, top=top)
            for title, score, at in known
            if score is not None and at is not None
        ),
        *([small(text.no_bar(hidden))] if hidden else []),
    ]


def _interval(group: GroupSection, bottom: float, top: float) -> Interval | None:
    """As the whole section's is made: its score and its margin, cut to the scale."""
    if group.score is None or group.margin is None:
        return None
    return Interval(low=max(group.score - group.margin, bottom), high=min(group.score + group.margin, top))


def _answers(asked: Questionnaire, one: SurveySection) -> list[ft.Control]:
    if one.distribution is None:
        return []
    words = words_of(asked, one.id)
    named = [(code, *words.get(code, (code, False)), count) for code, count in one.distribution.items()]
    colours = section_colours(asked, next(part.items for part in asked.sections if part.id == one.id))
    shares = [
        Share(colours.get(code), text.level_count(code, label, count, leveled), count)
        for code, label, leveled, count in named
    ]
    bar = distribution(text.distribution(one.title, [share.words for share in shares]), shares)
    return [ft.Container(bar, padding=ft.Padding.only(top=theme.XS)), small(text.accounted(one))]


def withheld(found: SurveyResults) -> list[tuple[str, list[str]]]:
    """Each reason once, with where it holds: a group by its name where it holds in every section."""
    places: dict[str, list[str]] = {}
    shown = [one for one in found.sections if one.score is not None]
    for section in found.sections:
        if section.reason and section.items:
            places.setdefault(section.reason, []).append(section.title)
    for number, group in enumerate(found.response_rate):
        reasons = {one.groups[number].reason for one in shown}
        if len(reasons) == 1 and (reason := next(iter(reasons))):
            places.setdefault(reason, []).append(group.title)
            continue
        for one in shown:
            if reason := one.groups[number].reason:
                places.setdefault(reason, []).append(f"{group.title} on {one.title}")
    return [*places.items()]


def _reasons(why: list[tuple[str, list[str]]]) -> ft.Control:
    return stack(*(paragraph(text.withheld(where, reason)) for reason, where in why))
