"""Answering as one colleague after another does: the notice, the group, the statements, checking, handing in, thanks.

The steps have no addresses, so the browser's history has nothing to go back to. What one colleague gives is a
`Sitting`, and every control that shows it has the sitting's number in its key.
"""

from collections.abc import Awaitable, Callable, Mapping

import flet as ft

from audit_app.errors import AuditError
from audit_app.responses.model import Answer
from audit_app.ui.components.confirm import use_confirm
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_effect
from audit_app.ui.screens.respondent_ask import still_there
from audit_app.ui.screens.respondent_check import check_step
from audit_app.ui.screens.respondent_item import item_step
from audit_app.ui.screens.respondent_notice import group_step, notice_step, thanks_step
from audit_app.ui.screens.respondent_sitting import Asking, paper_of
from audit_app.ui.screens.respondent_visit import At, use_visit
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import common
from audit_app.ui.text import respondent as text

HandIn = Callable[[str, Mapping[str, Answer], Mapping[str, str]], Awaitable[Callable[[], Awaitable[object]] | None]]
"""Group, answers and comments; returns what gives the colleague their file once more, if there is one."""


@component
def respondent(
    app: AppContext,
    asking: Asking,
    hand_in: HandIn,
    on_sitting: Callable[[bool], None],
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`on_sitting` is told when a colleague begins, and when nothing of theirs is on the screen any more."""
    visit = use_visit(app.handing.timing, asking, on_sitting)
    ask = use_confirm()
    sitting, at = visit.sitting, visit.at
    ft.use_dialog(still_there(visit.touch) if visit.asks else None)
    _use_announcements(asking, at)
    paper = paper_of(asking, sitting, app.workspace.today())

    async def finish() -> None:
        """What can't be kept stays on the screen."""
        answers, comments = paper.to_hand_in
        try:
            again = await hand_in(str(sitting.group), answers, comments)
        except AuditError as error:
            visit.move(At("check", said=str(error)))
        except OSError as error:
            visit.move(At("check", said=audit_text.disk_problem(error.strerror or "")))
        except Exception:
            visit.move(At("check", said=common.UNEXPECTED_ERROR))
            raise
        else:
            visit.end(At("thanks", again=again))

    def stop() -> None:
        visit.touch()
        ask(text.STOP_TITLE, text.STOP_TEXT, text.STOP_AGREE, lambda: visit.end(At(said=text.STOPPED)), danger=True)

    def go(item: str) -> None:
        visit.move(At("item", item) if item else At("check"))

    name = f"{sitting.number} {at.step} {at.item}"
    match at.step:
        case "group":
            return group_step(asking, sitting, lambda: go(at.item), stop, key=name)
        case "item":
            return item_step(asking, sitting, paper, at.item, go, stop, app.low, key=name)
        case "check":
            return check_step(asking, paper, at.said, go, finish, stop, key=name)
        case "thanks":
            return thanks_step(asking, at.again, lambda: visit.move(At()), key=name)
        case _:
            return notice_step(asking, at.said, visit.begin, key=name)


def _use_announcements(asking: Asking, at: At) -> None:
    """A browser announces a new page; to it, this is the same one throughout."""

    async def announce() -> None:
        said = {"group": text.GROUP, "check": text.CHECK, "thanks": text.THANKS}.get(at.step)
        if at.step == "item":
            said = asking.questionnaire.items_by_id[at.item].text
        if said:
            await ft.SemanticsService().announce_message(said)

    use_effect(announce, [at.step, at.item])
