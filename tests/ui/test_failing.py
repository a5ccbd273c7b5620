"""Whatever fails, wherever somebody is: it is said there, the rest goes on, and the log names no words of theirs."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import flet as ft
import pytest

from audit_app.responses.model import Answer
from audit_app.storage.installation import SETTINGS
from audit_app.ui import places, routes, screens
from audit_app.ui.main import make_main
from audit_app.ui.serving.log_file import LOG_FILE, events_to
from audit_app.ui.text import common, data, home, welcome
from audit_app.workspace import Workspace
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import FIRST, begun
from tests.ui.screens.surveying import begun_survey
from tests.ui.screens.test_data import on_disk

WORDS = "Ms Hill said no"
SCREENS = [import_module(f"{screens.__name__}.{one.name}") for one in pkgutil.iter_modules(screens.__path__)]


def fail(*_: object, **__: object) -> ft.Control:
    raise RuntimeError(WORDS)


@pytest.fixture
def workspace(a_workspace: Workspace) -> Workspace:
    """With an audit, a plan and a survey."""
    begun_survey(a_workspace)
    audit = begun(a_workspace)
    a_workspace.answer(audit, FIRST, Answer(option="3"))
    a_workspace.add_priority(audit, "Meet more often")
    return a_workspace


def addresses(workspace: Workspace) -> Iterator[str]:
    """Of every screen."""
    survey, audit = sorted(one.id for one in workspace.audits())
    given = {
        "audit": audit,
        "item": FIRST,
        "priority": workspace.plan(audit).priorities[0].id,
        "questionnaire": "partnership-health",
        "part": "1",
        "version": "1",
        "elsewhere*": "nowhere",
    }
    for route in routes.ROUTES[0].children or ():
        given["audit"] = survey if (route.path or "").startswith("surveys") else audit
        parts = (route.path or "").split("/")
        yield "/" + "/".join(given[part[1:]] if part.startswith(":") else part for part in parts)


@headless
async def test_a_screen_that_fails_says_so_and_the_way_to_the_others_stays(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / LOG_FILE
    with events_to(log):
        async with window_of(make_main(workspace), places.GLOSSARY) as shown:
            for address in addresses(workspace):
                logged = failures_in(log)
                with monkeypatch.context() as broken:
                    for module in SCREENS:
                        if hasattr(module, "page_frame"):
                            broken.setattr(module, "page_frame", fail)
                    await shown.go(address)
                    assert common.UNEXPECTED_ERROR_HERE in shown.texts(), address
                    assert failures_in(log) > logged, address  # once or more: what is read meanwhile draws again
                    assert shown.find("button", common.SETTINGS), address
                    assert [one.name for one in shown.find("heading")] == [common.NOTICE_WORDS["error"]], address
                    assert shown.title == common.window_title(common.NOTICE_WORDS["error"]), address
                await shown.press(common.TRY_AGAIN)
                assert shown.find("heading")[0].name != common.NOTICE_WORDS["error"], address
                assert shown.title != common.window_title(common.NOTICE_WORDS["error"]), address
                assert common.UNEXPECTED_ERROR_HERE not in shown.texts(), address
    assert WORDS not in log.read_text()


def failures_in(log: Path) -> int:
    return log.read_text().count("The component ")


@headless
async def test_when_the_data_folder_goes_each_screen_says_so_until_it_is_back(tmp_path: Path) -> None:
    found, away = on_disk(tmp_path / "data"), tmp_path / "pulled out"
    begun(found)
    async with window_of(make_main(found), places.WELCOME) as shown:
        (tmp_path / "data").rename(away)
        await shown.press(welcome.LOOK)  # reads everything anew
        await shown.until(lambda: shown.page.route == places.HOME)
        assert shown.says("the data folder is no longer there")
        assert shown.find("button", common.SETTINGS)
        await shown.go(places.AUDITS)
        assert shown.says("the data folder is no longer there")
        away.rename(tmp_path / "data")
        await shown.go(places.HOME)
        assert shown.says("Foxglove Lane Primary")
        assert not shown.says("no longer there")
    found.close()


@headless
async def test_a_window_that_opens_on_damaged_settings_offers_to_repair_them(tmp_path: Path) -> None:
    found = on_disk(tmp_path / "data")
    begun(found)
    (tmp_path / "data" / SETTINGS).write_text("{")
    async with window_of(make_main(found)) as shown:
        await shown.until(lambda: shown.find("button", data.REPAIR) != [])
        assert shown.find("heading")[0].name == data.TITLE
        assert shown.says("The settings can't be read")
        await shown.press(data.REPAIR)
        await shown.until(lambda: shown.find("button", common.SETTINGS) != [])
        assert shown.find("heading")[0].name == home.TITLE
    found.close()
