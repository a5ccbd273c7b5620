"""Import: choose files, open what is sealed, see what would happen and who sent it, then all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

import flet as ft

from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.steps import StoppedError
from audit_app.sync.merge import ImportPlan
from audit_app.sync.sealing import PassphraseNeededError, WrongPassphraseError
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.files import PickedFile, pick_files
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_said_again, use_spoken
from audit_app.ui.components.words import paragraph
from audit_app.ui.components.working import working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import Action, component, off_loop, stoppable, use_made_ref, use_made_state
from audit_app.ui.screens.import_plan import plan_part, plan_spoken
from audit_app.ui.screens.import_sealed import sealed_part
from audit_app.ui.text import home as home_text
from audit_app.ui.text import import_bundle as text

ENDINGS = ("json", "age")


@dataclass(frozen=True)
class Chosen:
    """The files that were picked, what it took to read them, and what importing them would do."""

    sources: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Without their seals as soon as a passphrase opened them."""
    passphrase: str | None = field(default=None, repr=False)
    """The one that was typed last, until it was tried."""
    accepted: tuple[str, ...] = ()
    """Fingerprints that the user accepted, or “unsigned”."""
    planned: ImportPlan | None = None
    sealed: tuple[str, ...] = ()
    """Names of the files that are still sealed; the first one's passphrase is asked for."""
    wrong: str = ""
    """What the passphrase that was tried did not do."""
    tried: int = 0


NOTHING = Chosen()


@component
def import_screen(app: AppContext) -> ft.Control:
    chosen, set_chosen = use_made_state(Chosen)
    wanted = use_made_ref(Chosen)
    typed = use_made_ref(str)

    async def read() -> None:
        asked = wanted.current
        try:
            if asked.passphrase is not None:
                opened = await stoppable(app.workspace.unsealed, asked.sources, asked.passphrase)
                asked, typed.current = replace(asked, sources=opened, passphrase=None), ""
            found = await stoppable(app.workspace.plan_import, asked.sources, None, asked.accepted)
            set_chosen(replace(asked, planned=found, sealed=(), wrong=""))
        except StoppedError:
            set_chosen(NOTHING)
            raise
        except PassphraseNeededError as problem:
            set_chosen(replace(asked, sealed=problem.names, wrong=""))
        except WrongPassphraseError as problem:
            set_chosen(replace(asked, sealed=problem.names, wrong=str(problem), passphrase=None, tried=asked.tried + 1))

    reading = use_doing(read)

    async def read_with(**changes: object) -> None:
        wanted.current = replace(chosen, **changes)  # type: ignore[arg-type]  # fields of Chosen
        await reading.run()

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE, ENDINGS, many=True)
        survey = await off_loop(_survey_among, app, picked)
        if survey is not None:
            there = places.ANSWER_SURVEY if survey == "invitation" else places.RESPONSES
            app.go(there, notice=("info", text.SURVEY_FILE[survey]))
        elif picked:
            set_chosen(NOTHING)
            typed.current = ""
            wanted.current = Chosen(sources=tuple((file.name, file.content) for file in picked))
            await reading.run()

    async def open_sealed() -> None:
        await read_with(passphrase=typed.current)

    async def accept(what: str) -> None:
        await read_with(accepted=(*chosen.accepted, what))

    async def apply() -> None:
        if planned is not None:
            await off_loop(app.workspace.apply_import, planned)
            app.refresh()
            count = len(planned.add) + len(planned.merge) + len(planned.conflict)
            app.go(_there(planned, count), notice=("success", text.done(count)))

    choosing, applying = use_doing(choose), use_doing(apply)
    planned = chosen.planned
    use_spoken(plan_spoken(planned) if planned else text.sealed(chosen.sealed[0]) if chosen.sealed else "")
    use_said_again(chosen.wrong, chosen.tried)
    busy = choosing.busy or reading.busy or applying.busy
    pick = button(
        text.CHOOSE,
        choosing.run,
        kind="secondary" if chosen.sources else "primary",
        disabled=busy and not choosing.busy,
        autofocus=reading.stops > 0,
        key=f"choose {reading.stops}",
    )
    comes = planned is not None and bool(planned.contents)
    ready = planned is not None and not planned.refused and (comes or (chosen.accepted and planned.new_keys))
    go_on = _go_on(text.APPLY if comes else text.KEEP_KEY, applying.run, partial(set_chosen, NOTHING), busy=busy)
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO),
        left(pick),
        *([working(text.READING, reading)] if reading.busy else [waiting(text.READING)] if choosing.busy else []),
        *([sealed_part(chosen.sealed, typed, chosen.wrong, open_sealed)] if chosen.sealed else []),
        *(plan_part(app, planned, accept) if planned is not None else []),
        *([go_on] if ready else []),
        *([waiting(text.KEEPING)] if applying.busy else []),  # beside what was pressed: the list may be long
        *([] if planned is not None else [_instead(app)]),
        back=(home_text.BACK, lambda: app.go(places.HOME)),
    )


def _go_on(words: str, apply: Action, cancel: Action, *, busy: bool) -> ft.Control:
    return button_row(button(words, apply, kind="primary"), button(text.CANCEL, cancel, kind="quiet", disabled=busy))


def _there(planned: ImportPlan, count: int) -> str:
    """Where what came is seen."""
    came = {one.audit for one in (*planned.add, *planned.merge) if one.questionnaire == JOINT_PLAN}
    return places.plan(came.pop()) if count == len(came) == 1 else places.AUDITS


def _survey_among(app: AppContext, picked: Sequence[PickedFile]) -> Literal["invitation", "response"] | None:
    return next(filter(None, (app.workspace.survey_file(file.content) for file in picked)), None)


def _instead(app: AppContext) -> ft.Control:
    return stack(
        paragraph(text.INSTEAD, muted=True), left(link(home_text.SHARED_FOLDER, lambda: app.go(places.SYNC))), space=0
    )
