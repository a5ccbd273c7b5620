"""Who could help whom: suggested matches with their reasons, decided by a person; what found nobody, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from audit_app.errors import AuditError
from audit_app.results.matching.matching import NothingToMatchError
from audit_app.results.matching.model import Match, Matching, Verdict
from audit_app.results.matching.weights import Chosen
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.failure import failure
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, handler, off_loop, use_effect, use_made_state
from audit_app.ui.screens.matches_card import Decide, match_card
from audit_app.ui.screens.matches_left import decided_part, unmatched_part
from audit_app.ui.screens.matches_weights import weights_part
from audit_app.ui.text import common
from audit_app.ui.text import matches as text

AT_A_TIME = 12
PROVISION = "provision-audit"


@dataclass(frozen=True)
class Seen:
    """What came of matching."""

    found: Matching | None = None
    problem: str = ""
    nothing: bool = False


@component
def matches_screen(app: AppContext) -> ft.Control:
    chosen = app.settings.matching
    seen, see = use_made_state(Seen)
    tries, set_tries = ft.use_state(0)

    async def match() -> None:
        try:
            see(Seen(await off_loop(app.workspace.match_here, chosen.weights, chosen.limits)))
        except NothingToMatchError:
            see(Seen(nothing=True))
        except AuditError as error:
            see(Seen(problem=str(error)))
        except Exception:
            see(Seen(problem=common.UNEXPECTED_ERROR_HERE))
            raise

    async def decide(helper: str, helped: str, area: str, verdict: Verdict, reason: str) -> None:
        await off_loop(app.workspace.decide, helper, helped, area, verdict, reason)
        app.notify("success", text.kept(verdict))
        app.refresh()

    def choose_again(now: Chosen) -> None:
        app.keep_settings(matching=now)
        see(Seen())

    use_effect(match, [app.revision, tries, chosen])
    deciding = ft.use_callback(decide, [app.workspace])
    if seen.nothing:
        shown: list[ft.Control] = [_empty(app)]
    elif seen.problem:
        shown = [failure(seen.problem, handler(lambda: set_tries(tries + 1)))]
    else:
        weights = disclosure(text.WEIGHTS, lambda: weights_part(chosen, choose_again), key="weights")
        result = [waiting(text.MATCHING)] if seen.found is None else [matching_part(seen.found, deciding, key="found")]
        shown = [weights, *result]
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        *shown,
        back=(text.BACK, lambda: app.go(places.PARTNERSHIP)),
    )


@component
def matching_part(found: Matching, decide: Decide, key: str = "") -> ft.Control:  # noqa: ARG001  Flet takes it
    most, set_most = ft.use_state(AT_A_TIME)
    keys = {one.id: one.key for one in found.schools}
    shown = found.matches[:most]
    more = left(button(text.SHOW_MORE, lambda: set_most(most + AT_A_TIME)))
    return stack(
        paragraph(text.found(len(found.matches), len(found.schools), found.considered)),
        *(part for kind in text.KINDS for part in _of_kind([one for one in shown if one.kind == kind], keys, decide)),
        *([more] if len(found.matches) > most else []),
        unmatched_part(found.unmatched, key="unmatched"),
        *decided_part(found, keys, decide),
        heading(text.NOTES),
        bullets(*found.notes, *(text.left_out(one.school, one.wave, one.reason) for one in found.excluded)),
    )


def _of_kind(several: Sequence[Match], keys: Mapping[str, str], decide: Decide) -> list[ft.Control]:
    if not several:
        return []
    title, explained = text.KINDS[several[0].kind]
    cards = [
        match_card(one, keys[one.helper], keys[one.helped], decide, key=f"{one.helper}/{one.helped}/{one.area}")
        for one in several
    ]
    return [heading(title), small(explained), *cards]


def _empty(app: AppContext) -> ft.Control:
    bring = button(text.IMPORT, lambda: app.go(places.IMPORT), kind="primary")
    start = button(text.START, lambda: app.go(places.start(PROVISION)))
    return empty_state(text.NONE, text.NONE_TEXT, button_row(bring, start))
