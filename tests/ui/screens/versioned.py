"""What the tests of versions and of earlier rounds share: a real workspace with a questionnaire in two versions."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime

from audit_app.questionnaires.library import Library, read_questionnaire
from audit_app.questionnaires.model import Questionnaire
from audit_app.ui.main import make_main
from audit_app.workspace import Workspace
from tests.builders import MORNING, a_school
from tests.questionnaires.making import Document, as_file
from tests.questionnaires.two_versions import FIRST_FORM, FORM, SECOND_FORM
from tests.test_moving_audits import installed
from tests.ui.harness import Window, window_of


def two_versions(*versions: int, device: str = "laptop", start: datetime = MORNING) -> Workspace:
    """With the school's profile; both versions unless told."""
    made = {1: FIRST_FORM, 2: SECOND_FORM}
    found = [questionnaire_of(made[one]) for one in versions or (1, 2)]
    workspace = installed(Library({(one.id, one.version): one for one in found}), device, start)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    return workspace


def questionnaire_of(document: Document) -> Questionnaire:
    return read_questionnaire(as_file(document), "the test’s file")


def begun_on_the_first(workspace: Workspace) -> str:
    return workspace.move_to_version(workspace.start_audit(FORM, "Autumn 2026", a_school()), 1).audit.id


def shown_at(workspace: Workspace, place: str, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), place, width)
