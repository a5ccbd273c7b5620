"""Results: the scores, as a picture with its table, and each section with its answers."""

from collections.abc import Iterable, Sequence

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.results.evidence import AuditEvidence
from audit_app.results.model import AuditResults, SectionResult
from audit_app.shortening import titled
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.distribution import Share, distribution
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.radar import Axis, radar
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.levels import section_colours
from audit_app.ui.text import results as text

FEWEST, MOST = 3, 12
"""Scores, and axes, of a radar chart that can be read."""
MOST_RINGS = 10


def at_a_glance(app: AppContext, questionnaire: Questionnaire, found: AuditResults) -> ft.Control:
    """The radar chart, and the same in a table; a section without anything to score is not in them."""
    sections = [one for one in found.sections if one.items]
    top = top_of_radar(questionnaire)
    drawn = top is not None and _can_be_drawn(sections)
    width = 112 if app.narrow else 160 if drawn and app.wide else 130 if drawn else 480 if app.wide else 320
    scores = table(
        text.TABLE,
        [Column(text.SECTION, width=width), Column(text.SCORE, numeric=True), Column(text.COUNTED, numeric=True)],
        [[titled(one.title), text.score(one.score), text.counted(one.n, one.items)] for one in sections],
        show_caption=False,
    )
    parts: list[ft.Control] = [scores]
    if top is not None and drawn:
        parts.insert(0, _chart(app, sections, top))
    side_by_side = app.wide and len(parts) > 1
    shown = (
        ft.Row(
            [parts[0], ft.Container(parts[1], expand=True)],
            spacing=theme.L,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        if side_by_side
        else ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    )
    ends = _ends(questionnaire, questionnaire.items)
    explained = text.SCALES_EXPLAINED if len(ends) > 1 else text.scale_explained(*ends.pop())
    return panel(heading(text.AT_A_GLANCE), paragraph(explained), shown)


def top_of_radar(questionnaire: Questionnaire) -> int | None:
    """The highest score, where every answer has one on the same scale, and rings for it can be told apart."""
    ends = _ends(questionnaire, questionnaire.items)
    low, high = ends.pop() if len(ends) == 1 else (-1.0, 0.0)
    return int(high) if low >= 0 and high in range(1, MOST_RINGS + 1) else None


def _ends(questionnaire: Questionnaire, items: Iterable[Item]) -> set[tuple[float, float]]:
    """The lowest and the highest score that an answer can have, of each scale that is used."""
    scales = ([option.score for option in questionnaire.options_of(item)] for item in items)
    scored = ([score for score in scale if score is not None] for scale in scales)
    return {(min(scores), max(scores)) for scores in scored if scores}


def _can_be_drawn(sections: Sequence[SectionResult]) -> bool:
    return len(sections) <= MOST and sum(one.score is not None for one in sections) >= FEWEST


def _chart(app: AppContext, sections: Sequence[SectionResult], top: int) -> ft.Control:
    return radar(
        text.radar([(one.title, one.score) for one in sections], top),
        [Axis(one.title, one.score, text.score(one.score)) for one in sections],
        top=top,
        narrow=app.narrow,
        text_size=app.settings.text_size,
    )


def section_blocks(questionnaire: Questionnaire, found: AuditResults, evidence: AuditEvidence | None) -> ft.Control:
    """Each section: its score, how its answers are spread, and everything that does not count."""

    def blocks() -> ft.Control:
        each = [_block(questionnaire, one) for one in found.sections if one.items]
        return stack(paragraph(text.SECTIONS_EXPLAINED), *each, space=theme.L)

    rests = [paragraph(text.rests_on(evidence))] if evidence and evidence.share is not None else []
    unscored = [paragraph(f"{one.title}: {one.reason}") for one in found.sections if one.items and one.reason]
    return panel(heading(text.SECTIONS), *rests, *unscored, disclosure(text.SEE_SECTIONS, blocks, key="sections"))


def _block(questionnaire: Questionnaire, section: SectionResult) -> ft.Control:
    words = _labels(questionnaire, section)
    levels = [(code, words[code], count) for code, count in section.distribution.items()]
    items = next(one.items for one in questionnaire.sections if one.id == section.id)
    colours = section_colours(questionnaire, items)
    shares = [Share(colours.get(code), text.level_count(code, word, count), count) for code, word, count in levels]
    highest = max(high for _, high in _ends(questionnaire, items))
    score = ft.Text(text.score_of(section.score, highest), theme_style=theme.LABEL, color=theme.TEXT)
    return stack(
        ft.Row(
            [ft.Container(heading(section.title, 3), expand=True), score], vertical_alignment=ft.CrossAxisAlignment.END
        ),
        *([paragraph(section.reason)] if section.reason else []),
        distribution(text.distribution(section.title, levels), shares),
        small(text.accounted(section)),
        space=theme.S,
        key=section.id,
    )


def _labels(questionnaire: Questionnaire, section: SectionResult) -> dict[str, str]:
    """Option code to its word; where items of a section have scales of their own, the first that has the code."""
    items = next(one.items for one in questionnaire.sections if one.id == section.id)
    found = {option.code: option.label for item in reversed(items) for option in questionnaire.options_of(item)}
    return {code: found.get(code, "") for code in section.distribution}
