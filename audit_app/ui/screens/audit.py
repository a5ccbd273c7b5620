"""The audit: one item at a time, or a whole section, with the sections beside it. Every answer is kept at once."""

from collections.abc import Callable

import flet as ft

from audit_app.questionnaires.model import Item, Section
from audit_app.responses.model import item_subject
from audit_app.ui import places
from audit_app.ui.components.beside import above, beside
from audit_app.ui.components.buttons import ButtonKind, button, link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.keys import CTRL_ENTER, use_keys
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import left
from audit_app.ui.components.words import paragraph, unbroken
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_effect
from audit_app.ui.screens.audit_asked import AT_ONCE, Asked
from audit_app.ui.screens.audit_elsewhere import shown_elsewhere
from audit_app.ui.screens.audit_item import item_card, state_marks
from audit_app.ui.screens.audit_keeping import Keeping, use_keeping
from audit_app.ui.screens.audit_notes import fixed_note, unkept_elsewhere
from audit_app.ui.screens.audit_sections import outline, sections_side, sections_top
from audit_app.ui.screens.audit_shown import all_shown
from audit_app.ui.screens.audit_steps import Steps, step_bar, step_keys, steps_from, to_unanswered
from audit_app.ui.screens.audit_versions import moved_note, newer_notice, version_links
from audit_app.ui.text import audit as text
from audit_app.ui.text import history as history_text
from audit_app.workspace import OpenAudit

SHORT = 80
"""Letters that stand on one line of a small laptop."""


@component
def audit_screen(app: AppContext, audit: str, item: str = "") -> ft.Control:
    keeping = use_keeping(app, audit)
    landed: str = ft.use_memo(lambda: _landing(app, audit, item), [audit, item])
    opened = app.workspace.audit(audit)
    unknown = bool(item) and item != landed
    return shown_elsewhere(app, opened) or answering_screen(app, keeping, opened, landed, unknown, arriving=not item)


def _landing(app: AppContext, audit: str, item: str) -> str:
    """The item of the address, else where the user stopped; asked once for an address, because answering moves that."""
    opened = app.workspace.audit(audit)
    return item if item in opened.questionnaire.items_by_id else opened.resume_at()


@component
def answering_screen(
    app: AppContext, keeping: Keeping, opened: OpenAudit, landed: str, unknown: bool, arriving: bool
) -> ft.Control:
    """`landed` is the item that the address means; with whole sections, its neighbours are shown too.

    `arriving`: the user has just opened the audit, and has not gone from item to item yet.
    """
    asked, whole = Asked(opened), app.settings.whole_section
    items = asked.part_of(landed) if whole else (opened.questionnaire.items_by_id[asked.nearest(landed)],)
    current, section = items[0], asked.section_of(items[0].id)
    steps = steps_from(asked, items, whole=whole)
    shown = all_shown(asked, items, keeping, app.workspace.today(), app.settings.person)

    def go_to(item_id: str) -> None:
        app.go(places.item(opened.audit.id, item_id))

    go = ft.use_callback(go_to, [app, opened.audit.id])  # stays the same, for what is not drawn again

    async def stop() -> None:
        await keeping.stop_at(landed)

    use_effect(stop, [landed])
    use_keys(
        {
            **(step_keys(app, shown, keeping, steps, go) if app.settings.keys else {}),
            CTRL_ENTER: lambda: app.go(places.check(opened.audit.id)),
        }
    )
    titled = not whole and current.kind != "note"
    where = _where(asked, items, whole=whole)
    beside_back = titled and not (app.slim if app.low else app.narrow)
    sections = [] if app.wide else [sections_top(app, outline(asked, section), go)]
    in_sight, below = _ways_on(app, asked, steps, go)
    page = page_frame(
        current.text if titled else section.title,
        *([] if beside_back else [unbroken(where)]),
        *(_intro(app, section) if current == asked.by_section[section.id][0] else []),
        *([] if app.low else sections),
        *_strayed(asked, landed, items, unknown=unknown),
        *moved_note(app, opened),
        *(newer_notice(app, opened) if arriving else []),
        *fixed_note(opened, lambda: app.go(places.check(opened.audit.id))),
        *unkept_elsewhere(keeping, items, go),
        *[item_card(one, keeping, not whole, app.low, key=one.item.id if whole else "alone") for one in shown],
        *map(left, below),
        *(sections if app.low else []),  # where little is in sight, what is asked comes first
        *version_links(app, opened),
        *_history(app, opened, current, whole=whole),
        back=(text.BACK, lambda: app.go(places.AUDITS)),
        where=where if beside_back else "",
        looks=2 if titled and app.low else 1,
        tab=text.tab(section.title, 0 if whole else asked.number_of(current), opened.questionnaire.title),
        show=landed if whole and landed != section.items[0].id else "",
        begin="" if whole else current.id,
        close=app.low,
        key=_part_key(section, items) if whole else "alone",  # item for item in one frame: most of it stays as it is
    )
    marks = [] if whole or shown[0].fixed else state_marks(shown[0])
    main = above(page, step_bar(steps, go, in_sight, marks, close=app.low))
    return beside(text.SECTIONS, sections_side(app, outline(asked, section), go), main) if app.wide else main


def _intro(app: AppContext, section: Section) -> list[ft.Control]:
    """What the section is about, with its first item; where it would push the answers out of sight, folded."""
    intro = section.intro or ""
    if app.low and len(intro) > SHORT:
        return [disclosure(text.about_section(section.title), lambda: paragraph(intro), key=f"about {section.id}")]
    return [paragraph(intro)] if intro else []


def _history(app: AppContext, opened: OpenAudit, current: Item, *, whole: bool) -> list[ft.Control]:
    """The way to what was said before, where something was."""
    audit = opened.audit.id
    if whole or opened.received or not any(one.subject == item_subject(current.id) for one in opened.entries):
        return []
    return [left(link(history_text.LINK, lambda: app.go(places.item_history(audit, current.id)), key="history"))]


def _where(asked: Asked, items: tuple[Item, ...], *, whole: bool) -> str:
    """The item's place in its section, or which audit this is."""
    section, audit = asked.section_of(items[0].id), asked.opened.audit
    if not whole and (number := asked.number_of(items[0])):
        return text.position(section.title, number, asked.progress(section).items, statements=asked.levels_only)
    caption = text.caption(audit.school.name, audit.wave, asked.opened.questionnaire.title)
    parts = [part for part in asked.parts if asked.section_of(part[0].id) == section] if whole else []
    return text.part(parts.index(items) + 1, len(parts), caption) if len(parts) > 1 else caption


def _part_key(section: Section, items: tuple[Item, ...]) -> str:
    """The same for every item of the part, whatever is hidden."""
    at = next(number for number, item in enumerate(section.items) if item.id == items[0].id)
    return f"{section.id} {at // AT_ONCE}"


def _strayed(asked: Asked, landed: str, items: tuple[Item, ...], *, unknown: bool) -> list[ft.Control]:
    """The address means something that is not there, or not asked. Where its section is shown, that says enough."""
    if unknown:
        return [notice("warning", text.called(text.NO_SUCH_ITEM, statements=asked.levels_only), key="unknown")]
    if landed in asked.hidden and (len(items) == 1 or asked.section_of(landed) != asked.section_of(items[0].id)):
        return [notice("info", text.called(text.NOT_ASKED, statements=asked.levels_only), key="not-asked")]
    return []


def _ways_on(
    app: AppContext, asked: Asked, steps: Steps, go: Callable[[str], None]
) -> tuple[list[ft.Control], list[ft.Control]]:
    """Beside Previous and Next; and below the answers, what would take a second line there where height is short."""
    unanswered, check = to_unanswered(steps, go), [_check(app, asked, steps.next is None)]
    if not (app.low and app.narrow and steps.next and asked.left):
        return [*unanswered, *check], []
    return ([], [*unanswered, *check]) if app.slim else (unanswered, check)


def _check(app: AppContext, asked: Asked, last: bool) -> ft.Control:
    kind: ButtonKind = "primary" if last else "quiet" if asked.left else "secondary"
    return button(text.CHECK, lambda: app.go(places.check(asked.opened.audit.id)), kind=kind, key="check")
