"""Partnership: common issues, what is seen very differently, and the register of offers and wishes."""

import flet as ft

from audit_app.regional import listed
from audit_app.results.partnership_model import CommonIssue, Comparison, PerceptionGap
from audit_app.ui import theme
from audit_app.ui.components.abreast import two_abreast
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import bullets, heading, label, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.text import partnership as text

AT_A_TIME = 6
"""Cards: what is shared most widely comes first, and more is on demand."""


@component
def issues(
    app: AppContext,
    found: Comparison,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    shown, show = ft.use_state(AT_A_TIME)
    cards = [_issue(one) for one in found.common_issues[:shown]]
    more = left(button(text.more_issues(len(found.common_issues) - shown), lambda: show(len(found.common_issues))))
    return stack(
        heading(text.ISSUES),
        paragraph(text.ISSUES_EXPLAINED),
        two_abreast(cards, wide=app.wide, even=True) if cards else paragraph(text.NO_ISSUES),
        *([more] if len(found.common_issues) > shown else []),
    )


def _issue(one: CommonIssue) -> ft.Control:
    head = ft.Row(
        [heading(one.title, 3), ft.Container(tag(text.shared_by(one)), padding=ft.Padding.only(top=theme.XS))],
        wrap=True,
        spacing=theme.S + theme.XS,
    )
    low = [label(text.ITEMS), bullets(*(text.low_item(item.text, item.schools) for item in one.items))]
    return panel(
        head,
        paragraph(one.sentence),
        label(text.REPORT_IT),
        paragraph(listed(one.schools)),
        *(low if one.items else []),
        key=f"issue {one.id}",
    )


def differences(app: AppContext, found: Comparison) -> ft.Control:
    shown = [_difference(one) for one in found.perception_gaps]
    return panel(
        heading(text.DIFFER),
        paragraph(text.DIFFER_EXPLAINED),
        two_abreast(shown, wide=app.wide, space=theme.S + theme.XS) if shown else paragraph(text.NO_DIFFERENCES),
    )


def _difference(one: PerceptionGap) -> ft.Control:
    return stack(label(one.text), paragraph(one.sentence), space=0, key=one.item)


def register(found: Comparison) -> ft.Control:
    """What is given and taken: a table, and below it what finds nobody."""
    rows = [
        [one.title, text.offered_by(one), text.capacity(one), text.level(one), text.wanted_by(one)]
        for one in found.offers
    ]
    columns = [
        Column(text.AREA, width=180),
        Column(text.OFFERED_BY, width=190),
        Column(text.HOW_MUCH, width=120),
        Column(text.LEVEL, width=130),
        Column(text.WANTED_BY, width=220),
    ]
    untaken = [text.untaken(one) for one in found.offers if not one.wanted_by]
    met = [text.wish(one) for one in found.wishes if one.offered_by]
    unmet = [text.wish(one) for one in found.wishes if not one.offered_by]
    return panel(
        heading(text.REGISTER),
        small(text.REGISTER_EXPLAINED),
        table(text.REGISTER_TABLE, columns, rows, show_caption=False) if rows else paragraph(text.NO_OFFERS),
        *([heading(text.UNTAKEN, 3), bullets(*untaken)] if untaken else []),
        *([heading(text.MET, 3), bullets(*met)] if met else []),
        *([heading(text.UNMET, 3), bullets(*unmet)] if unmet else []),
    )
