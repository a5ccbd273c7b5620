"""Partnership: what is chosen of what was read, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import flet as ft

from audit_app.results.contributions import Answered, Contribution, answered
from audit_app.results.partnership_model import Excluded
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.select import select
from audit_app.ui.components.several import several
from audit_app.ui.components.words import small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_made_state
from audit_app.ui.screens.partnership_issues import differences, issues, register
from audit_app.ui.screens.partnership_left_out import left_out
from audit_app.ui.screens.partnership_map import section_map
from audit_app.ui.screens.partnership_overlay import overlay
from audit_app.ui.screens.partnership_paper import partnership_paper
from audit_app.ui.screens.partnership_schools import each_school
from audit_app.ui.screens.partnership_views import views
from audit_app.ui.text import partnership as text


@dataclass(frozen=True)
class Wanted:
    """What the user chose."""

    questionnaire: str = ""
    """Empty for the one that most schools answered."""
    names: bool = True
    left_out: frozenset[str] = frozenset()
    """Schools, by their identity."""


@component
def compared_part(
    app: AppContext,
    contributions: Sequence[Contribution],
    unusable: Sequence[Excluded],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    wanted, want = use_made_state(Wanted)
    offered = answered(contributions)
    asked = next((one for one in offered if one.questionnaire.id == wanted.questionnaire), offered[0])
    schools = [one for one in asked.schools if one not in wanted.left_out]

    def choose(questionnaire: str) -> None:
        want(replace(wanted, questionnaire=questionnaire, left_out=frozenset()))

    def tick(school: str, ticked: bool) -> None:
        others = wanted.left_out - {school}
        want(replace(wanted, left_out=others if ticked else others | {school}))

    choices = panel(
        select(
            text.WHICH,
            [
                Option(one.questionnaire.id, text.answered_by(one.questionnaire.title, len(one.schools)))
                for one in offered
            ],
            asked.questionnaire.id,
            choose,
            width=440,
        ),
        checkbox(text.NAMES, wanted.names, lambda value: want(replace(wanted, names=value))),
        *([_schools(asked, schools, tick)] if wanted.names else [small(text.NAMES_OFF)]),
    )
    if len(schools) < 2:
        return stack(choices, notice("info", text.TOO_FEW, live=False))
    return stack(choices, *_said(app, contributions, unusable, asked, schools, names=wanted.names))


def _schools(asked: Answered, chosen: Sequence[str], tick: object) -> ft.Control:
    options = [Option(one, name) for one, name in asked.schools.items()]
    return disclosure(
        text.schools_chosen(len(chosen), len(asked.schools)),
        lambda: several(text.SCHOOLS, options, chosen, tick),  # type: ignore[arg-type]  # an action
        key="schools",
    )


def _said(
    app: AppContext,
    contributions: Sequence[Contribution],
    unusable: Sequence[Excluded],
    asked: Answered,
    schools: Sequence[str],
    *,
    names: bool,
) -> list[ft.Control]:
    found = app.workspace.compared(
        contributions, asked.questionnaire.id, unusable, pseudonyms=not names, schools=schools
    )
    return [
        section_map(app, asked.questionnaire, found, key=f"map {found.questionnaire.id}"),
        each_school(app, found, key=f"each {found.questionnaire.id}"),
        *([overlay(app, found, key=f"overlay {found.questionnaire.id} {names}")]),
        issues(app, found, key=f"issues {found.questionnaire.id}"),
        *([register(found)] if found.offers or found.wishes else []),
        differences(app, found),
        *([views(found)] if found.views else []),
        *([left_out(found)] if names else []),
        partnership_paper(
            app, found, contributions, whole=len(schools) == len(asked.schools), key=f"paper {found.questionnaire.id}"
        ),
    ]
