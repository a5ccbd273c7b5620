"""Partnership: the heat map of sections by schools, with median and quartiles."""

import re
from collections.abc import Mapping, Sequence

import flet as ft

from audit_app.questionnaires.model import Questionnaire, ResponseOption
from audit_app.results.partnership_model import ComparedSection, Comparison
from audit_app.results.scores import is_scored
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.heat_map import Cell, heat_map
from audit_app.ui.components.panel import left, panel
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.levels import level_at
from audit_app.ui.runtime import component
from audit_app.ui.text import partnership as text

AT_A_TIME = 12
"""Schools."""
MOST_SECTIONS = 8
"""Beside each other; more stand below each other, as long as the schools then fit beside each other."""
MOST_SCHOOLS = 10
NARROWEST, WIDEST = 92, 164
"""Pixels of a cell."""
LETTER = 10
"""Pixels of a letter in a heading: no word of it is broken."""

Scale = Sequence[tuple[float, str]]
"""Score and label of each option, the lowest first."""


@component
def section_map(
    app: AppContext,
    asked: Questionnaire,
    found: Comparison,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, show = ft.use_state(AT_A_TIME)
    schools = [one.id for one in found.schools[:shown]]
    scales = {one.id: scale_of(asked, one.id) for one in asked.sections}
    sections = [one for one in found.sections if scales[one.id]]
    upright = len(sections) > MOST_SECTIONS and len(schools) <= MOST_SCHOOLS
    more = left(button(text.SHOW_MORE, lambda: show(shown + AT_A_TIME)))
    return panel(
        heading(text.MAP),
        paragraph(text.MAP_EXPLAINED),
        small(text.summary(len(found.schools), found.items_compared)),
        (_sections_down if upright else _schools_down)(app, sections, schools, scales),
        *([more] if len(found.schools) > shown else []),
    )


def _schools_down(
    app: AppContext, sections: Sequence[ComparedSection], schools: Sequence[str], scales: Mapping[str, Scale]
) -> ft.Control:
    by_school = {name: [cell for section in sections if (cell := _of(section, name, scales))] for name in schools}
    rows = [
        *by_school.items(),
        (text.MEDIAN, [_cell(one.median, scales[one.id]) for one in sections]),
        (text.QUARTILES, [Cell(text.quartiles(one)) for one in sections]),
    ]
    return _table(app, text.SCHOOL, [one.title for one in sections], rows)


def _sections_down(
    app: AppContext, sections: Sequence[ComparedSection], schools: Sequence[str], scales: Mapping[str, Scale]
) -> ft.Control:
    rows = [
        (
            one.title,
            [
                *(_of(one, name, scales) for name in schools),
                _cell(one.median, scales[one.id]),
                Cell(text.quartiles(one)),
            ],
        )
        for one in sections
    ]
    return _table(app, text.SECTION, [*schools, text.MEDIAN, text.QUARTILES], rows)


def _table(
    app: AppContext, corner: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]]
) -> ft.Control:
    size = app.settings.text_size / 100
    first = round((190 if app.wide else 168) * size)
    widest = theme.grown(theme.WIDE_WIDTH if app.wide else theme.READING_WIDTH)
    page_width = int(ft.context.page.width or widest)
    room = int((min(widest, page_width - 2 * theme.L) - 2 * theme.L - first) / size) - 3 * theme.S
    longest = round(max(len(part) for title in columns for part in re.split(r"\s|(?<=-)", title)) * LETTER)
    width = min(max(room // len(columns) - theme.XS, NARROWEST, longest), WIDEST)
    return heat_map(
        text.MAP, corner, columns, rows, width=round(width * size), first=first, text_size=app.settings.text_size
    )


def _of(section: ComparedSection, school: str, scales: Mapping[str, Scale]) -> Cell:
    score = next((one.score for one in section.schools if one.school == school), None)
    return _cell(score, scales[section.id])


def _cell(score: float | None, scale: Scale) -> Cell:
    """The score, the word of the level that it is nearest to, and that level's colour."""
    if score is None:
        return Cell(text.NONE, text.NO_SCORE)
    at = min(range(len(scale)), key=lambda number: (abs(scale[number][0] - score), -number))
    return Cell(text.score(score), scale[at][1], level_at(at, len(scale)))


def scale_of(asked: Questionnaire, section: str) -> Scale:
    """Of the section's first scored item; empty where nothing is scored."""
    items = next(one.items for one in asked.sections if one.id == section)
    options: Sequence[ResponseOption] = next((asked.options_of(item) for item in items if is_scored(asked, item)), ())
    return sorted((option.score, option.label) for option in options if option.score is not None)
