"""What the tests of the audit's screens share: an audit begun, and the window that shows it."""

from contextlib import AbstractAsyncContextManager

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, window_of

FIRST, SECOND = "purpose_clear_goals", "purpose_our_goals"


def begun(workspace: Workspace, person: str = "Ann") -> str:
    """A new audit of partnership health; its id."""
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": person}))
    return workspace.start_audit("partnership-health", "Autumn 2026", a_school())


def asked(workspace: Workspace) -> Questionnaire:
    return workspace.questionnaire("partnership-health")


def order(workspace: Workspace) -> list[str]:
    return [item.id for item in asked(workspace).items]


def text_of(workspace: Workspace, item_id: str) -> str:
    return asked(workspace).items_by_id[item_id].text


def answered(workspace: Workspace, audit_id: str, *, but: tuple[str, ...] = ()) -> None:
    """Level 3 for every item."""
    for item in order(workspace):
        if item not in but:
            workspace.answer(audit_id, item, Answer(option="3"))


def opened(
    workspace: Workspace, audit_id: str, item: str = "", width: int = 1280, height: int = 800
) -> AbstractAsyncContextManager[Window]:
    """At an item, or where the user stopped."""
    route = places.item(audit_id, item) if item else places.audit(audit_id)
    return window_of(make_main(workspace), route, width, height)
