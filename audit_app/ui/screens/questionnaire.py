"""One questionnaire, to be read before it is answered."""

from functools import partial

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.ui import places, theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import level_mark
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import library as text

SHORT_FINGERPRINT = 12


@component
def questionnaire_screen(app: AppContext, questionnaire: str) -> ft.Control:
    one = app.workspace.questionnaire(questionnaire)
    return page_frame(
        one.title,
        paragraph(one.summary),
        small(text.about(len(one.items_by_id), one.minutes, one.version)),
        small(text.fingerprint(one.fingerprint[:SHORT_FINGERPRINT])),
        stack(
            *(
                disclosure(
                    f"{section.title} ({len(section.items)})",
                    partial(_section, one, section),
                    key=section.id,
                )
                for section in one.sections
            ),
            space=theme.XS,
        ),
        back=(text.BACK, lambda: app.go(places.LIBRARY)),
    )


def _section(one: Questionnaire, section: Section) -> ft.Control:
    intro = [paragraph(section.intro, muted=True)] if section.intro else []
    return stack(*intro, *(_item(one, item) for item in section.items))


def _item(one: Questionnaire, item: Item) -> ft.Control:
    levels = [
        stack(level_mark(option.code, option.label), paragraph(item.descriptors[option.code]), space=4)
        for option in one.scale
        if option.code in item.descriptors
    ]
    return panel(
        heading(item.text, 3),
        *levels,
        *(
            stack(label(title), paragraph(said), space=2)
            for title, said in ((text.WHY, item.why), (text.EVIDENCE, item.evidence_prompt), (text.IDEA, item.idea))
            if said
        ),
        key=item.id,
    )
