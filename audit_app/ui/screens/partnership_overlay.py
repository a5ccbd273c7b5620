"""Partnership: up to four schools on one radar chart, with their values in a table."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from audit_app.results.partnership_model import ComparedSection, Comparison
from audit_app.ui import theme
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.notice import called_out
from audit_app.ui.components.panel import panel
from audit_app.ui.components.radar_overlay import MOST, Outline, radar_overlay
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.results_scores import top_of_radar
from audit_app.ui.text import partnership as text

FEWEST_AXES, MOST_AXES = 3, 9
"""With fewer there is no shape, with more no telling the axes apart."""
HALF = (theme.WIDE_WIDTH - 4 * theme.L) // 2
MOST_SCHOOLS = 24
"""Boxes to tick; a larger partnership chooses its schools above."""


@component
def overlay(
    app: AppContext,
    found: Comparison,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """The first two schools unless told; nothing where the sections make no chart."""
    names = [one.id for one in found.schools][:MOST_SCHOOLS]
    picked, pick = ft.use_state(tuple(names[:2]))
    sections = [one for one in found.sections if one.n]
    top = top_of_radar(app.workspace.questionnaire(found.questionnaire.id, found.questionnaire.version))
    if top is None or not FEWEST_AXES <= len(sections) <= MOST_AXES:
        return ft.Column()
    chosen = [name for name in names if name in picked]

    def tick(name: str, ticked: bool) -> None:
        others = tuple(one for one in chosen if one != name)
        pick((*others, name) if ticked else others)

    return panel(
        heading(text.OVERLAY),
        paragraph(text.OVERLAY_EXPLAINED),
        _boxes(app, names, chosen, tick),
        *([called_out(small(text.OVERLAY_FULL))] if len(chosen) == MOST else []),
        *(_chart(app, sections, chosen, top) if chosen else [small(text.OVERLAY_NONE)]),
    )


def _boxes(app: AppContext, names: Sequence[str], chosen: Sequence[str], tick: Action) -> ft.Control:
    """Beside each other while there is room, because many would push the chart out of sight."""
    width = HALF if app.wide else theme.READING_WIDTH - 2 * theme.L
    boxes: list[ft.Control] = [
        ft.Container(
            checkbox(
                name,
                name in chosen,
                partial(tick, name),
                disabled=len(chosen) == MOST and name not in chosen,
            ),
            width=width,
            key=name,
        )
        for name in names
    ]
    return ft.Semantics(
        container=True, label=text.OVERLAY_PICK, content=ft.Row(boxes, wrap=True, spacing=theme.L, run_spacing=0)
    )


def _chart(app: AppContext, sections: Sequence[ComparedSection], chosen: Sequence[str], top: int) -> list[ft.Control]:
    values = {
        name: [next((one.score for one in section.schools if one.school == name), None) for section in sections]
        for name in chosen
    }
    titles = [section.title for section in sections]
    said = text.overlay([(name, [*zip(titles, scores, strict=True)]) for name, scores in values.items()])
    outlines = [Outline(name, scores) for name, scores in values.items()]
    picture = radar_overlay(said, titles, outlines, top=top, narrow=app.narrow, text_size=app.settings.text_size)
    width = 380 if app.wide else 160
    numbers = table(
        text.OVERLAY_TABLE,
        [Column(text.SCHOOL, width=width), *(Column(title, numeric=True) for title in titles)],
        [[name, *map(text.score, scores)] for name, scores in values.items()],
        show_caption=False,
    )
    return [ft.Column([picture, numbers], tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)]
