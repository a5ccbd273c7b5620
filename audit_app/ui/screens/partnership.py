"""Partnership: schools side by side, from what is in the data folder or from files that are only looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import flet as ft

from audit_app.results.contributions import Contribution, answered
from audit_app.results.partnership_model import Excluded
from audit_app.sync.sealing import PassphraseNeededError, WrongPassphraseError
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel
from audit_app.ui.components.spoken import use_said_again, use_spoken
from audit_app.ui.components.words import bullets, heading, paragraph
from audit_app.ui.components.working import awaited, starter, working
from audit_app.ui.context import AppContext
from audit_app.ui.doing import Doing, use_doing, use_reading
from audit_app.ui.runtime import Action, component, stoppable, use_made_ref
from audit_app.ui.screens.import_bundle import ENDINGS
from audit_app.ui.screens.import_sealed import sealed_part
from audit_app.ui.screens.partnership_compared import compared_part
from audit_app.ui.text import import_bundle as sealed_text
from audit_app.ui.text import joint_plan as joint_text
from audit_app.ui.text import partnership as text


@dataclass(frozen=True)
class Brought:
    """What was read: what is here, or what came in files."""

    contributions: tuple[Contribution, ...]
    unusable: tuple[Excluded, ...] = ()
    files: int = 0
    """0 for what is here."""
    number: int = 0
    """Tells one choice of files from the next."""


@dataclass(frozen=True)
class Sealed:
    """Files of which some need a passphrase; those that one opened are open."""

    sources: tuple[tuple[str, bytes], ...] = field(repr=False)
    names: tuple[str, ...]
    """Of those that are still sealed."""
    wrong: str = ""
    tried: int = 0


@component
def partnership_screen(app: AppContext) -> ft.Control:
    """Of every school in the data folder something is read, so it is read off the loop."""
    here, keep_here = ft.use_state(cast("Brought | None", None))
    files, keep_files = ft.use_state(cast("Brought | None", None))
    sealed, seal = ft.use_state(cast("Sealed | None", None))
    typed, begun = use_made_ref(str), use_made_ref(int)

    async def read() -> None:
        found, unread = await stoppable(app.workspace.contributions_here)
        keep_here(Brought(found, unread, number=app.revision))

    async def look_into(sources: Sequence[tuple[str, bytes]], passphrase: str | None = None) -> None:
        """Of two that are under way, the one that was begun last counts."""
        begun.current = mine = begun.current + 1
        try:
            if passphrase is not None:
                sources = await stoppable(app.workspace.unsealed, sources, passphrase)
                typed.current = "" if mine == begun.current else typed.current
            found, unusable = await stoppable(app.workspace.contributions_in, sources)
        except (PassphraseNeededError, WrongPassphraseError) as problem:
            if mine == begun.current:
                said = str(problem) if isinstance(problem, WrongPassphraseError) else ""
                seal(Sealed(tuple(sources), problem.names, said, sealed.tried + 1 if sealed else 0))
            return
        if mine != begun.current:
            return
        seal(None)
        typed.current = ""
        keep_files(Brought(found, unusable, len(sources), files.number + 1 if files else 1))

    async def choose() -> None:
        picked = await pick_files(text.COMPARE_FILES, ENDINGS, many=True)
        if picked:
            seal(None)
            typed.current = ""
            await look_into([(file.name, file.content) for file in picked])

    async def open_sealed() -> None:
        if sealed:
            await look_into(sealed.sources, typed.current)

    reading = use_reading(read, [app.revision])
    choosing, opening = use_doing(choose), use_doing(open_sealed)
    use_spoken(sealed_text.sealed(sealed.names[0]) if sealed else "")
    use_said_again(sealed.wrong if sealed else "", sealed.tried if sealed else 0)
    shown = files or (None if reading.failed else here)
    nothing = shown is not None and not answered(shown.contributions)
    more = button_row(
        button(text.IMPORT, lambda: app.go(places.IMPORT), kind="primary" if nothing else "secondary"),
        starter(text.COMPARE_FILES, choosing, disabled=opening.busy),
        link(text.SHARED_FOLDER, lambda: app.go(places.SYNC)),
    )
    return page_frame(
        text.TITLE,
        paragraph(text.INTRO, muted=True),
        *(working(text.READING_FILES, one) for one in (choosing, opening) if one.busy),
        *([sealed_part(sealed.names, typed, sealed.wrong, opening.run)] if sealed else []),
        *([_files_note(files, partial(keep_files, None))] if files else []),
        *_shown(app, shown, more, reading),
        width=theme.WIDE_WIDTH if app.wide and not nothing else theme.READING_WIDTH,
    )


def _shown(app: AppContext, shown: Brought | None, more: ft.Control, reading: Doing) -> list[ft.Control]:
    match shown:
        case None:
            return [awaited(text.READING, reading)]
        case Brought() if not answered(shown.contributions):
            return [_nothing(shown, more), left(link(joint_text.LINK, lambda: app.go(places.JOINT_PLANS)))]
        case Brought():
            key = f"{shown.files} {shown.number}" if shown.files else "here"
            bring = panel(heading(text.MORE), paragraph(text.MORE_TEXT), more)
            return [
                _further(app),
                compared_part(app, shown.contributions, shown.unusable, key=key),
                bring,
            ]


def _files_note(files: Brought, back: Action) -> ft.Control:
    return notice(
        "info", text.from_files(files.files), left(button(text.BACK_HERE, back)), title=text.FILES_TITLE, live=False
    )


def _further(app: AppContext) -> ft.Control:
    """Other screens about the partnership."""
    return button_row(
        button(text.MATCHES, lambda: app.go(places.MATCHES)),
        button(text.MOMENTUM, lambda: app.go(places.MOMENTUM)),
        button(joint_text.LINK, lambda: app.go(places.JOINT_PLANS)),
    )


def _nothing(shown: Brought, more: ft.Control) -> ft.Control:
    if shown.files:
        refused = [one.reason for one in shown.unusable]
        return empty_state(text.NO_FILES_TITLE, text.NO_FILES, *([bullets(*refused)] if refused else []), more)
    return empty_state(text.EMPTY_TITLE, text.EMPTY, bullets(*text.EMPTY_STEPS), more)
