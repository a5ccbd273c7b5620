"""The screen of the keys by which files are known."""

from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.sync.signing import fingerprint
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import known_keys as text
from audit_app.ui.text import plan as plan_text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school
from tests.ui.harness import headless, window_of

THEIRS = a_school("Beech House School")


def with_a_file_of_theirs(here: Workspace) -> str:
    """The fingerprint of the key that is known then."""
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "tablet")
    there = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: "other")
    audit = there.start_audit("partnership-health", "Autumn 2026", THEIRS)
    here.apply_import(here.plan_import([("theirs.json", there.export(audit, "scores"))]))
    key = there.own_key()
    assert key is not None
    return fingerprint(key)


@headless
async def test_the_settings_lead_to_the_keys_and_this_device_has_one(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        await shown.press(text.TITLE)
        assert shown.page.route == places.KEYS
        own = a_workspace.own_key()
        assert own is not None
        assert shown.says(fingerprint(own))
        assert shown.says(text.NONE)


@headless
async def test_a_key_is_forgotten_in_one_press_and_known_again_in_another(a_workspace: Workspace) -> None:
    theirs = with_a_file_of_theirs(a_workspace)
    async with window_of(make_main(a_workspace), places.KEYS) as shown:
        assert shown.says(theirs)
        assert shown.says("Known since 22 November 2026")
        await shown.press("Forget the key of Beech House School")
        await shown.until(lambda: shown.says("The key of Beech House School is forgotten."))
        assert a_workspace.known_keys() == ()
        assert not shown.says(theirs)
        await shown.press(plan_text.UNDO)
        await shown.until(lambda: shown.says(theirs))
        assert [one.school for one in a_workspace.known_keys()] == ["Beech House School"]
        assert not shown.find("button", plan_text.UNDO)
