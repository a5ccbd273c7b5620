"""Results: the few statements that say most, high and low; each leads to where it is answered."""

from collections.abc import Sequence

import flet as ft

from audit_app.responses.opened import OpenAudit
from audit_app.results.model import AuditResults, ItemResult
from audit_app.ui import places, theme
from audit_app.ui.components.abreast import each_by_itself, two_abreast
from audit_app.ui.components.beside import together
from audit_app.ui.components.buttons import link
from audit_app.ui.components.panel import panel
from audit_app.ui.components.tag import level_mark
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.levels import level_colours
from audit_app.ui.text import results as text


def highlights(app: AppContext, opened: OpenAudit, found: AuditResults, lowest_explained: str) -> ft.Control:
    titles = {section.id: section.title for section in found.sections}
    strengths = panel(heading(text.STRENGTHS), *_list(app, opened, found.strengths, titles, text.NO_STRENGTHS))
    lowest = panel(
        heading(text.LOWEST),
        *([small(lowest_explained)] if found.lowest else []),
        *_list(app, opened, found.lowest, titles, text.NO_LOWEST),
    )
    parts = [together(each_by_itself(part)) for part in (strengths, lowest)]
    return two_abreast(parts, wide=app.wide, even=True)


def _list(
    app: AppContext, opened: OpenAudit, items: Sequence[ItemResult], titles: dict[str, str], none: str
) -> list[ft.Control]:
    return [_item(app, opened, item, titles[item.section]) for item in items] or [paragraph(none)]


def _item(app: AppContext, opened: OpenAudit, item: ItemResult, section: str) -> ft.Control:
    """The level and the section in a line, below them the statement as a link."""
    asked = opened.questionnaire
    colour = level_colours(asked.options_of(asked.items_by_id[item.id])).get(str(item.option))
    marks = ft.Row(
        [level_mark(str(item.option), str(item.label), colour), small(section)],
        wrap=True,
        spacing=theme.S,
        run_spacing=theme.XS,
    )
    to_item = link(item.text, lambda: app.go(places.item(opened.audit.id, item.id)))
    return ft.Column(
        [marks, to_item], tight=True, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.START, key=item.id
    )
