"""The school's logo and colour for its papers: a part of the settings."""

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.files import pick_files
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.spoken import use_spoken, use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import letterhead as text
from audit_app.verbs.letterhead import ColourContrast

WIDTH, HEIGHT = 240, 72


@component
def letterhead_part(app: AppContext) -> ft.Control:
    if app.settings.school is None:
        return stack(heading(text.TITLE), paragraph(text.SCHOOL_FIRST, muted=True))
    return stack(
        heading(text.TITLE),
        paragraph(text.ABOUT, muted=True),
        _logo(app, app.settings.school.name, key="logo"),
        _colour(app, key="colour"),
    )


@component
def _logo(
    app: AppContext,
    school: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    wrong, set_wrong = use_wrong("")

    async def choose() -> None:
        picked = await pick_files(text.CHOOSE, ("png", "jpg", "jpeg"))
        if not picked:
            return
        set_wrong("")
        try:
            await off_loop(app.workspace.keep_logo, picked[0].content)
        except AuditError as problem:
            set_wrong(str(problem))
            return
        app.refresh()
        app.notify("success", text.LOGO_KEPT)

    def remove() -> None:
        app.workspace.remove_logo()
        app.refresh()
        app.notify("success", text.LOGO_REMOVED)

    choosing, kept = use_doing(choose), app.workspace.logo()
    buttons = [
        button(text.CHOOSE, choosing.run),
        *([button(text.REMOVE, remove, kind="quiet", disabled=choosing.busy)] if kept else []),
    ]
    return stack(
        stack(heading(text.LOGO, 3), small(text.CHOOSE_HINT), space=theme.XS),
        *([left(_shown(kept, school))] if kept else []),
        *([notice("error", wrong, key="wrong")] if wrong else []),
        button_row(*buttons),
        *([waiting(text.READING)] if choosing.busy else []),
    )


def _shown(logo: bytes, school: str) -> ft.Control:
    """On white in every scheme, as on paper."""
    picture = ft.Image(src=logo, height=HEIGHT, width=WIDTH, fit=ft.BoxFit.CONTAIN, exclude_from_semantics=True)
    ground = ft.Container(picture, bgcolor="#FFFFFF", padding=8, border_radius=6)
    return ft.Semantics(image=True, label=text.logo_of(school), exclude_semantics=True, content=ground)


@component
def _colour(
    app: AppContext,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    wrong, set_wrong = ft.use_state(("", ""))  # what is the matter, and with which words

    def keep(typed: str) -> None:
        try:
            app.workspace.keep_colour(typed)
        except AuditError as problem:
            set_wrong((str(problem), typed))
            return
        set_wrong(("", ""))
        app.refresh()

    error, typed = wrong
    use_spoken(error)  # nobody who goes on with Tab would hear of it
    kept, contrast = app.settings.colour, app.workspace.colour_contrast()
    field = text_field(
        text.COLOUR,
        typed if error else f"#{kept}" if kept else "",
        keep,
        hint=text.COLOUR_HINT,
        error=error,
        limit=20,
        width=200,
        save_while_typing=False,
        key=f"colour {error} {kept}",
    )
    return stack(field, *([_contrast(contrast)] if contrast and not error else []))


def _contrast(found: ColourContrast) -> ft.Control:
    said = text.contrast(found.said) if found.readable else text.too_light(found.said)
    return notice("info", said, live=False, key="contrast")
