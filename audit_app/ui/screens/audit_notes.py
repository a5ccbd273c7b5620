"""What holds for an audit as a whole: that it is fixed, and that something of it is not on the disk yet."""

from collections.abc import Callable, Sequence

import flet as ft

from audit_app.questionnaires.model import Item
from audit_app.responses.submission import arrived_late
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.text import audit as text
from audit_app.ui.text import check as check_text
from audit_app.workspace import OpenAudit


def fixed_note(opened: OpenAudit, check: Callable[[], None]) -> list[ft.Control]:
    """Why nothing can be changed; nothing while it can. `check` goes to where it can be reopened."""
    if opened.received:
        return [notice("info", text.RECEIVED, title=text.RECEIVED_TITLE, live=False, key="received")]
    standing = [one for one in opened.submissions if one.reopened is None]
    if not standing:
        return []
    said = text.submitted(standing[-1].by, standing[-1].at.astimezone())
    there = left(button(text.GO_TO_CHECK, check, key="reopen"))
    return [
        notice("info", said, there, title=text.SUBMITTED_TITLE, live=False, key="submitted"),
        *late_note(opened),
    ]


def late_note(opened: OpenAudit, *controls: ft.Control) -> list[ft.Control]:
    """What came from another device after the submission, and counts only once the audit is reopened.

    `controls` lead to where that is done.
    """
    late = () if opened.received else arrived_late(opened.entries)
    if not late:
        return []
    items = opened.questionnaire.items_by_id
    about = dict.fromkeys(one.subject.removeprefix("item/") for one in late)
    named = [items[item].text for item in about if item in items]
    said = check_text.late(len(late), named)
    return [notice("warning", said, *controls, title=check_text.LATE, live=False, key="late")]


def unkept_elsewhere(keeping: Keeping, items: Sequence[Item], go: Callable[[str], None]) -> list[ft.Control]:
    """What could not be kept and belongs to none of the items on the screen."""
    here = {item.id for item in items}
    unfit = [item for item in keeping.unfit() if item not in here]
    elsewhere = [item for item in keeping.troubled() if item not in here]
    waiting = len(elsewhere) - len(unfit)
    notes: list[ft.Control] = []
    if waiting:
        again = left(button(text.TRY_ALL, keeping.try_again, key="try-all"))
        said = text.not_kept_elsewhere(waiting)
        notes.append(notice("warning", said, again, title=text.NOT_SAVED, key="elsewhere"))
    if unfit:
        there = left(button(text.GO_TO_UNFIT, lambda: go(unfit[0]), key="to-unfit"))
        notes.append(notice("warning", text.unfit_elsewhere(len(unfit)), there, title=text.NOT_SAVED, key="unfit"))
    return notes
