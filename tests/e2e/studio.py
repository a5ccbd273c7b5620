"""Studio: the app on three data folders, each in a window of its own, for whoever looks at every screen."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from audit_app.responses.model import Answer, School
from audit_app.storage.protocol import Settings
from tests.builders import level
from tests.e2e.browser import RunningProcess, Window, a_window, started
from tests.e2e.fixed_day import COMMAND, OPEN, PLANNED, workspace_on_the_day
from tests.e2e.screens import Folder, Made, Screen, every_screen
from tests.questionnaires.making import a_document, an_item, as_file
from tests.questionnaires.two_versions import FIRST_FORM, FORM, SECOND_FORM

LAPTOP = (1280, 800)
SCHOOL = School(name="Foxglove Lane Primary School")
ANOTHER = School(name="Larkspur Hill School")
OWN = an_item("own_breakfast", text="Every child starts the day with breakfast.")


@dataclass
class Studio:
    """What was made for the screens, and the windows that are open."""

    windows: dict[Folder, Window]
    screens: tuple[Screen, ...]
    paper: bytes
    """The governors' PDF of the audit with a plan."""
    at: Folder = field(default="demo")

    def show(self, screen: Screen) -> Window:
        """Go there and prepare it. What it leaves behind is for `screen.after`."""
        self.at = screen.folder if screen.place else self.at
        window = self.windows[self.at]
        if screen.place:
            window.go(screen.place)
        screen.prepare(window)
        return window


@contextmanager
def studio(browser: Browser, folder: Path, text_size: int = 100, *, contrast: bool = False) -> Iterator[Studio]:
    """`text_size` in per cent, as in the settings; `contrast`: in the colours of high contrast."""
    folders: dict[Folder, Path] = {name: folder / name for name in ("demo", "school", "first start")}
    files = folder / "files"
    files.mkdir()
    priority, paper = _demo(folders["demo"], files)
    moving = _school(folders["school"])
    (files / "from another school.json").write_bytes(_from_another_school(folder / "another"))
    broken = a_document(an_item("kept", text=""), an_item("heard", descriptors={"1": "Only one level."}))
    (files / "questionnaire.json").write_bytes(as_file(broken))
    made = Made(priority, moving, str(OWN["id"]), files)
    for data in folders.values():
        _keep_look(data, text_size, "contrast" if contrast else "system")
    with ExitStack() as running:
        apps = {name: running.enter_context(started(data, command=COMMAND)) for name, data in folders.items()}
        windows = {name: _opened(browser, app) for name, app in apps.items()}
        try:
            yield Studio(windows, every_screen(made), paper)
        finally:
            for window in windows.values():  # one whose app has ended would look for it as long as the browser runs
                window.page.context.close()


def _keep_look(data: Path, percent: int, colours: str) -> None:
    if (percent, colours) != (Settings().text_size, Settings().theme):
        workspace = workspace_on_the_day(data, schools=0)
        workspace.keep_settings(workspace.settings().model_copy(update={"text_size": percent, "theme": colours}))
        workspace.close()


def _demo(data: Path, files: Path) -> tuple[str, bytes]:
    """The demo partnership, with an invitation to its survey that runs, and a response to it."""
    workspace = workspace_on_the_day(data)
    priority = workspace.plan(PLANNED).priorities[0].id
    invitation = workspace.invite(OPEN)
    (files / "invitation.json").write_bytes(invitation)
    opened = workspace.read_invitation("invitation.json", invitation)
    answers = {next(iter(opened.questionnaire.items)).id: Answer(option="3")}
    (files / "response.json").write_bytes(workspace.respond(opened, "teachers", answers, {}))
    paper = workspace.report(PLANNED)
    workspace.close()
    return priority, paper


def _school(data: Path) -> str:
    """Of a school on its own: an audit that a newer version waits for, and a question of its own."""
    workspace = workspace_on_the_day(data, schools=0)
    workspace.keep_settings(workspace.settings().model_copy(update={"school": SCHOOL, "person": "Nadia Whitlock"}))
    workspace.import_questionnaire("first.json", as_file(FIRST_FORM))
    moving = workspace.start_audit(FORM, "Spring 2026", SCHOOL)
    for item, code in (("kept", 3), ("heard", 1), ("trust", 2), ("gone", 4)):
        workspace.answer(moving, item, level(code))
    workspace.comment(moving, "trust", "Since the merger.")
    workspace.import_questionnaire("second.json", as_file(SECOND_FORM))
    workspace.keep_own_items("partnership-health", [OWN])
    workspace.close()
    return moving


def _from_another_school(data: Path) -> bytes:
    """The scores of a school that the demo partnership does not know."""
    workspace = workspace_on_the_day(data, schools=0)
    audit = workspace.start_audit("partnership-health", "Autumn 2026", ANOTHER)
    for number, item in enumerate(workspace.audit(audit).questionnaire.sections[0].items):
        workspace.answer(audit, item.id, level(1 + number % 4))
    bundle = workspace.export(audit, "scores")
    workspace.close()
    return bundle


def _opened(browser: Browser, app: RunningProcess) -> Window:
    window = a_window(browser.new_context(locale="en-GB", viewport={"width": LAPTOP[0], "height": LAPTOP[1]}))
    window.open(app.link)
    return window
