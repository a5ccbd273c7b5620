"""History: who changed what and when, from what to what; and putting an earlier answer back."""

from collections import Counter
from collections.abc import Awaitable, Callable

import flet as ft
from pydantic import JsonValue, ValidationError

from audit_app.responses.history import Change
from audit_app.responses.model import Answer, Carried, Entry, Evidence
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_shown import answer_words, shortened
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import history as text
from audit_app.workspace import OpenAudit

AT_A_TIME = 30
PutBack = Callable[[Change], Awaitable[None]]


@component
def history_screen(app: AppContext, audit: str, item: str = "") -> ft.Control:
    shown, set_shown = ft.use_state(AT_A_TIME)
    opened = app.workspace.audit(audit)
    asked = Asked(opened)
    found = app.workspace.history(audit, item or None)
    one = opened.questionnaire.items_by_id.get(item)
    erasing = places.erase_words(audit, item) if item else places.erase(audit)
    caption = audit_text.caption(opened.audit.school.name, opened.audit.wave, opened.questionnaire.title)
    fixed = opened.received or opened.status == "submitted"

    async def put_back(change: Change) -> None:
        await off_loop(app.workspace.put_back, audit, change.entry.stamp)
        app.refresh()
        app.notify("success", text.PUT_BACK_DONE)

    times = Counter(change.item for change in found[:shown])
    offered: Counter[tuple[str, str, str]] = Counter()

    def row(change: Change) -> ft.Control:
        repeated = times[change.item] > 1
        return _row(app, opened, change, None if fixed else put_back, offered, named=not item, repeated=repeated)

    back = audit_text.called(text.BACK, statements=asked.levels_only) if item else text.BACK_TO_AUDIT
    more = left(button(text.SHOW_MORE, lambda: set_shown(shown + AT_A_TIME), key="more"))
    return page_frame(
        text.TITLE,
        *([paragraph(one.text)] if one else []),
        small(caption),
        paragraph(text.INTRO, muted=True),
        *([notice("info", text.FIXED, live=False)] if opened.status == "submitted" and not opened.received else []),
        *[row(change) for change in found[:shown]],
        *([] if found else [empty_state(text.NOTHING, text.NOTHING_YET)]),
        *([more] if len(found) > shown else []),
        *([small(text.TIMES)] if found else []),
        *([left(link(text.WHOLE, lambda: app.go(places.history(audit))))] if item else []),
        *([] if opened.received else [left(link(text.ERASE, lambda: app.go(erasing)))]),
        back=(back, lambda: app.go(places.item(audit, item) if item else places.audit(audit))),
        tab=f"{text.TITLE} – {one.text if one else opened.questionnaire.title}",
    )


def _row(
    app: AppContext,
    opened: OpenAudit,
    change: Change,
    put_back: PutBack | None,
    offered: Counter[tuple[str, str, str]],
    *,
    named: bool,
    repeated: bool,
) -> ft.Control:
    """`named`: which item it is about is not clear from the screen's title. `repeated`: it has several rows. `offered`
    counts what can be put back, so that no two buttons are called alike."""
    said_when = text.who_when(change, audit_text.when(change.entry.at.astimezone()))
    item = change.item
    asked_now = opened.questionnaire.items_by_id.get(item or "")
    parts: list[ft.Control] = []
    if named and item and asked_now:
        name = text.told_apart(asked_now.text, said_when) if repeated else None
        there = places.item_history(opened.audit.id, item)
        parts.append(left(link(asked_now.text, lambda: app.go(there), name=name)))
    parts.append(paragraph(sentence(opened, change)))
    parts += [small(text.left_behind(change.version))] if change.version is not None else []
    stands = bool(change.stands and change.item and change.kind != "carried")
    mark = [tag(text.STANDS, "success")] if stands else []
    parts.append(ft.Row([small(said_when), *mark], wrap=True, spacing=theme.S + theme.XS, run_spacing=theme.XS))
    if not stands and put_back is not None and _offers(app, change) and asked_now:
        which = (shortened(words_of(opened, change.entry)), said_when, asked_now.text if named else "")
        offered[which] += 1

        async def back() -> None:
            await put_back(change)

        parts.append(left(button(text.PUT_BACK, back, name=text.put_back(*which, offered[which]), key="back")))
    return panel(stack(*parts, space=6), key=change.entry.stamp)


def _offers(app: AppContext, change: Change) -> bool:
    """Other people's comments are theirs to put back."""
    return change.can_be_put_back and (change.kind != "comment" or change.entry.by == app.settings.person)


def sentence(opened: OpenAudit, change: Change) -> str:
    """What happened, in words."""
    deed = "gave" if "value" in change.entry.erased else change.deed
    said = text.SAID.get((change.kind, deed)) or text.SAID[change.kind, "gave"]
    before = [one for one in change.before if (one.value is not None or one.erased) and one.value != change.entry.value]
    return said.format(
        now=_quoted(opened, change.entry),
        before=", ".join(dict.fromkeys(_quoted(opened, one) for one in before)) or text.SOMETHING,
    )


def words_of(opened: OpenAudit, entry: Entry) -> str:
    """What an entry says."""
    value: JsonValue = entry.value
    if "value" in entry.erased:
        return text.ERASED
    try:
        match entry.field:
            case "comment" if isinstance(value, str):
                return value
            case "evidence":
                return Evidence.model_validate(value).text
            case "answer":
                return _answer(opened, entry, Answer.model_validate(value))
            case "carried":
                return _answer(opened, entry, Carried.model_validate(value).answer)
            case "reopening" if isinstance(value, dict):
                return str(value.get("reason", ""))
            case "moved" if isinstance(value, dict) and isinstance(value.get("is_now"), dict):
                return str(value["is_now"]["version"])  # type: ignore[index,call-overload]  # looked at above
    except (ValidationError, KeyError):
        return text.UNREADABLE
    return text.UNREADABLE


def _answer(opened: OpenAudit, entry: Entry, given: Answer) -> str:
    item = opened.questionnaire.items_by_id.get(entry.subject.rpartition("/")[2])
    if item is None:
        return str(given.option or given.reason or given.value)
    return answer_words(item, opened.questionnaire.options_of(item), given)[0]


def _quoted(opened: OpenAudit, entry: Entry) -> str:
    words = words_of(opened, entry)
    return words if entry.subject == "audit" or "value" in entry.erased else text.QUOTE.format(words=words)
