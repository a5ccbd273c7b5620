"""Who could help whom: suggested matches with their reasons, decided by a person; what found nobody, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import plain
from audit_app.results.contributions import EARLIER
from audit_app.results.matching.matching import NothingToMatchError
from audit_app.results.matching.model import Match, Matching, Verdict
from audit_app.results.matching.weights import Chosen
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import called_out
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, stack
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.components.working import awaited
from audit_app.ui.context import AppContext
from audit_app.ui.doing import Doing, use_reading
from audit_app.ui.runtime import component, off_loop, stoppable, use_made_state
from audit_app.ui.screens.matches_card import Decide, Standing, match_card
from audit_app.ui.screens.matches_left import decided_part, unmatched_part
from audit_app.ui.screens.matches_weights import weights_part
from audit_app.ui.text import matches as text
from audit_app.ui.text import partnership as partnership_text

AT_A_TIME = 12
MOST_LEFT_OUT = 60
PROVISION = "provision-audit"


@dataclass(frozen=True)
class Seen:
    """What came of matching."""

    found: Matching | None = None
    nothing: bool = False


@component
def matches_screen(app: AppContext) -> ft.Control:
    chosen = app.settings.matching
    seen, see = use_made_state(Seen)

    async def match() -> None:
        try:
            see(Seen(await stoppable(app.workspace.match_here, chosen.weights, chosen.limits)))
        except NothingToMatchError:
            see(Seen(nothing=True))

    async def decide(helper: str, helped: str, area: str, verdict: Verdict, reason: str) -> None:
        await off_loop(app.workspace.decide, helper, helped, area, verdict, reason)
        app.notify("success", text.kept(verdict))
        app.refresh()

    def choose_again(now: Chosen) -> None:
        app.keep_settings(matching=now)
        see(Seen())

    matching = use_reading(match, [app.revision, chosen])
    deciding = ft.use_callback(decide, [app.workspace])
    if seen.nothing:
        shown: list[ft.Control] = [_empty(app)]
    else:
        weights = disclosure(text.WEIGHTS, lambda: weights_part(chosen, choose_again), key="weights")
        shown = [weights, _result(app, seen.found, matching, deciding)]
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        *shown,
        back=(text.BACK, lambda: app.go(places.PARTNERSHIP)),
    )


def _result(app: AppContext, found: Matching | None, matching: Doing, decide: Decide) -> ft.Control:
    if found is None or matching.failed:
        return awaited(text.MATCHING, matching)
    asked = app.workspace.questionnaire(found.questionnaire.id, found.questionnaire.version)
    return matching_part(found, asked, decide, key="found")


@component
def matching_part(
    found: Matching,
    asked: Questionnaire,
    decide: Decide,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    most, set_most = ft.use_state(AT_A_TIME)
    keys = {one.id: one.key for one in found.schools}
    shown = found.matches[:most]

    def card(one: Match) -> ft.Control:
        name = f"{one.helper}/{one.helped}/{one.area}"
        return match_card(one, keys[one.helper], keys[one.helped], standing(one, asked), decide, key=name)

    more = left(button(text.SHOW_MORE, lambda: set_most(most + AT_A_TIME)))
    return stack(
        called_out(paragraph(text.found(len(found.matches), len(found.schools), found.considered))),
        *(part for kind in text.KINDS for part in _of_kind([one for one in shown if one.kind == kind], card)),
        *([more] if len(found.matches) > most else []),
        unmatched_part(found.unmatched, key="unmatched"),
        *decided_part(found, keys, decide),
        heading(text.NOTES),
        bullets(*found.notes, *_left_out(found)),
    )


def _left_out(found: Matching) -> list[str]:
    """Earlier rounds, of which there may be thousands, are only counted."""
    earlier = sum(one.reason.startswith(EARLIER) for one in found.excluded)
    said = [one for one in found.excluded if not one.reason.startswith(EARLIER)]
    named = [text.left_out(one.school, one.wave, one.reason) for one in said[:MOST_LEFT_OUT]]
    more = len(said) - len(named)
    return [
        *named,
        *([partnership_text.further_left_out(more)] if more else []),
        *([partnership_text.earlier(earlier)] if earlier else []),
    ]


def standing(one: Match, asked: Questionnaire) -> tuple[Standing, ...]:
    """Where the two schools are in the statement that they could learn about; nothing where none says so."""
    if one.item is None:
        return ()
    words = {option.score: option.label for option in asked.options_of(asked.items_by_id[one.item])}
    levels = ((one.helper, one.helper_level), (one.helped, one.helped_level))
    return tuple(Standing(name, plain(level), words.get(level, "")) for name, level in levels if level is not None)


def _of_kind(several: Sequence[Match], card: Callable[[Match], ft.Control]) -> list[ft.Control]:
    if not several:
        return []
    title, explained = text.KINDS[several[0].kind]
    return [heading(title), small(explained), *map(card, several)]


def _empty(app: AppContext) -> ft.Control:
    bring = button(text.IMPORT, lambda: app.go(places.IMPORT), kind="primary")
    start = button(text.START, lambda: app.go(places.start(PROVISION)))
    return empty_state(text.NONE, text.NONE_TEXT, button_row(bring, start))
