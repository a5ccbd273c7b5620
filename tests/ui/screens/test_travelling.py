"""The screens on which audits travel: sealing, opening what is sealed, and whether a file is from whom it says."""

import asyncio
import threading
from collections.abc import Iterable

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.responses.content import AuditContent
from audit_app.responses.known_keys import KnownKey
from audit_app.storage.memory import MemoryStore
from audit_app.sync.sealing import WORK
from audit_app.sync.signing import fingerprint
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import common, import_bundle, share
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import answered, begun

WORDS = "gravel onion seldom tiger"


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert WORK == 18
    monkeypatch.setattr("audit_app.sync.sealing.WORK", 10)


def an_installation(random: str) -> Workspace:
    """Another one, whose key is always the same."""
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "tablet")
    key = random.encode() * 32
    return Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: "other", lambda number: key[:number])


def an_audit(workspace: Workspace) -> str:
    audit = begun(workspace)
    answered(workspace, audit)
    return audit


async def chosen(shown: Window, *files: tuple[str, bytes]) -> None:
    shown.to_pick = list(files)
    await shown.press(import_bundle.CHOOSE)


@headless
async def test_how_a_file_is_signed_is_said_before_it_is_written(a_workspace: Workspace) -> None:
    audit = an_audit(a_workspace)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        key = a_workspace.own_key()
        assert key is not None
        assert shown.says("Signed as Foxglove Lane Primary")
        assert shown.says(fingerprint(key))


@headless
async def test_a_file_is_sealed_with_a_passphrase_typed_twice(a_workspace: Workspace) -> None:
    audit = an_audit(a_workspace)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        await shown.tick(share.SEAL, True)
        await shown.press(share.EXPORT)
        assert shown.get("textbox", share.SEAL_FIELD).control.error
        await shown.write(share.SEAL_FIELD, WORDS)
        await shown.write(share.AGAIN, "gravel onion")
        await shown.press(share.EXPORT)
        assert shown.get("textbox", share.AGAIN).control.error == share.NOT_THE_SAME
        assert shown.saved == []
        assert shown.get("textbox", share.SEAL_FIELD).control.value == WORDS
        await shown.write(share.AGAIN, WORDS)
        await shown.press(share.EXPORT)
        await shown.until(lambda: bool(shown.saved))
        assert shown.says("Tell the other school the passphrase")
    (name, content) = shown.saved[0]
    assert name.endswith("scores.json.age")
    assert an_installation("b").plan_import([(name, content)], WORDS).add


@headless
async def test_what_is_typed_is_hidden_until_it_is_asked_for(a_workspace: Workspace) -> None:
    audit = an_audit(a_workspace)
    async with window_of(make_main(a_workspace), places.share(audit)) as shown:
        await shown.tick(share.SEAL, True)
        await shown.write(share.SEAL_FIELD, WORDS)
        assert shown.get("textbox", share.SEAL_FIELD).control.password
        await shown.tick(share.SHOW, True)
        assert not shown.get("textbox", share.SEAL_FIELD).control.password
        assert shown.get("textbox", share.SEAL_FIELD).control.value == WORDS


@headless
async def test_a_wrong_passphrase_is_tried_again_without_choosing_the_file_anew(a_workspace: Workspace) -> None:
    sealed = a_workspace.export(an_audit(a_workspace), "scores", WORDS)
    there = an_installation("b")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("theirs.json.age", sealed))
        await shown.until(lambda: shown.says(import_bundle.sealed("theirs.json.age")))
        assert shown.announced[-1] == import_bundle.sealed("theirs.json.age")
        await shown.write(import_bundle.SEAL_FIELD, "gravel")
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: bool(shown.find("textbox", import_bundle.SEAL_FIELD)))
        assert "doesn't open" in shown.get("textbox", import_bundle.SEAL_FIELD).control.error
        assert shown.get("textbox", import_bundle.SEAL_FIELD).control.value == "gravel"
        await shown.write(import_bundle.SEAL_FIELD, WORDS)
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: shown.says(import_bundle.ADD))
        assert not shown.find("textbox", import_bundle.SEAL_FIELD)
        assert shown.announced[-1] == f"{import_bundle.WOULD}. {import_bundle.ADD}: 1."
        await shown.press(import_bundle.APPLY)
        await shown.until(lambda: bool(there.audits()))


@headless
async def test_files_with_passphrases_of_their_own_are_opened_one_after_the_other(a_workspace: Workspace) -> None:
    other = "six slow grey geese"
    files = [(f"{name}.age", a_workspace.export(begun(a_workspace), "scores", WORDS)) for name in ("one", "two")]
    files.append(("three.age", a_workspace.export(begun(a_workspace), "scores", other)))
    there = an_installation("b")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, *files)
        await shown.until(lambda: shown.says(import_bundle.sealed("one.age")))
        assert shown.says(import_bundle.also_sealed(["two.age", "three.age"]))
        await shown.write(import_bundle.SEAL_FIELD, WORDS)
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: shown.says(import_bundle.sealed("three.age")))
        assert shown.announced[-1] == import_bundle.sealed("three.age")
        assert not shown.get("textbox", import_bundle.SEAL_FIELD).control.value
        await shown.write(import_bundle.SEAL_FIELD, WORDS)
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: bool(shown.get("textbox", import_bundle.SEAL_FIELD).control.error))
        await shown.write(import_bundle.SEAL_FIELD, other)
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: bool(shown.find("button", import_bundle.APPLY)))
        await shown.press(import_bundle.APPLY)
        await shown.until(lambda: len(there.audits()) == 3)


@headless
async def test_every_file_that_can_not_be_imported_is_named(a_workspace: Workspace) -> None:
    good = a_workspace.export(an_audit(a_workspace), "scores")
    there = an_installation("b")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("photo.json", b"PNG"), ("good.json", good), ("list.json", b"{}"))
        await shown.until(lambda: shown.says("2 of 3 files can't be used"))
        assert shown.says("“photo.json”")
        assert shown.says("“list.json”")
        assert not shown.find("button", import_bundle.APPLY)
        sealed = [
            (f"{name}.json.age", a_workspace.export(a_workspace.audits()[0].id, "scores", WORDS)) for name in "xy"
        ]
        await chosen(shown, *sealed)
        await shown.until(lambda: shown.says(import_bundle.sealed("x.json.age")))
        await shown.write(import_bundle.SEAL_FIELD, WORDS)
        await shown.press(import_bundle.OPEN)
        await shown.until(lambda: bool(shown.find("button", import_bundle.APPLY)))


@headless
async def test_another_key_is_a_question_and_importing_waits_for_its_answer(a_workspace: Workspace) -> None:
    there = an_installation("b")
    audit = an_audit(a_workspace)
    there.apply_import(there.plan_import([("first.json", a_workspace.export(audit, "scores"))]))
    elsewhere = an_installation("c")
    other = an_audit(elsewhere)
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("second.json", elsewhere.export(other, "scores")))
        await shown.until(lambda: shown.says(import_bundle.is_it_from("second.json", "Foxglove Lane Primary")))
        for workspace in (a_workspace, elsewhere):
            key = workspace.own_key()
            assert key is not None
            assert fingerprint(key) in shown.texts()
        assert not shown.find("button", import_bundle.APPLY)
        await shown.press(import_bundle.ACCEPT_KEY)
        await shown.until(lambda: shown.says(import_bundle.SIGNED["accepted"]))
        assert len(there.known_keys()) == 1
        await shown.press(import_bundle.APPLY)
        await shown.until(lambda: len(there.audits()) == 2)
    assert len(there.known_keys()) == 2


@headless
async def test_a_file_that_should_be_signed_and_is_not_is_a_question_too(
    a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = an_installation("b")
    audit = an_audit(a_workspace)
    there.apply_import(there.plan_import([("first.json", a_workspace.export(audit, "scores"))]))
    with monkeypatch.context() as without:
        without.setitem(__import__("sys").modules, "cryptography.hazmat.primitives.asymmetric.ed25519", None)
        unsigned = a_workspace.export(audit, "comments")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("second.json", unsigned))
        await shown.until(lambda: shown.says(import_bundle.is_it_from("second.json", "Foxglove Lane Primary")))
        await shown.press(import_bundle.ACCEPT_UNSIGNED)
        await shown.until(lambda: shown.says(import_bundle.SIGNED["unsigned"]))
        assert shown.find("button", import_bundle.APPLY) or shown.says(import_bundle.NOTHING_NEW)


@headless
async def test_a_school_that_is_new_here_is_said_to_be(a_workspace: Workspace) -> None:
    there = an_installation("b")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("first.json", a_workspace.export(an_audit(a_workspace), "scores")))
        await shown.until(lambda: shown.says(import_bundle.SENT_BY))
        assert shown.says("first.json: signed with a key that is new here")


@headless
async def test_a_key_can_be_accepted_with_a_file_that_holds_nothing_new(a_workspace: Workspace) -> None:
    there, third = an_installation("b"), an_installation("c")
    audit = an_audit(a_workspace)
    there.apply_import(there.plan_import([("first.json", a_workspace.export(audit, "full"))]))
    third.apply_import(third.plan_import([("first.json", a_workspace.export(audit, "full"))]))
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("again.json", third.export(audit, "full")))
        await shown.until(lambda: bool(shown.find("button", import_bundle.ACCEPT_KEY)))
        await shown.press(import_bundle.ACCEPT_KEY)
        await shown.until(lambda: bool(shown.find("button", import_bundle.KEEP_KEY)))
        await shown.press(import_bundle.KEEP_KEY)
        await shown.until(lambda: len(there.known_keys()) == 2)
        await shown.until(lambda: shown.says("The key is remembered"))


class SlowStore(MemoryStore):
    """On a disk that takes its time."""

    def __init__(self) -> None:
        super().__init__(summariser(shipped()), lambda: "tablet")
        self.ready = threading.Event()

    def known_keys(self) -> tuple[KnownKey, ...]:
        self.ready.wait(10)
        return super().known_keys()


@headless
async def test_reading_files_can_be_stopped_and_nothing_came_of_it(a_workspace: Workspace) -> None:
    file = a_workspace.export(an_audit(a_workspace), "scores")
    store = SlowStore()
    there = Workspace(store, shipped(), lambda: MORNING, lambda: MORNING, lambda: "other")
    async with window_of(make_main(there), places.IMPORT) as shown:
        choosing = asyncio.ensure_future(chosen(shown, ("theirs.json", file)))
        await shown.until(lambda: bool(shown.find("button", common.STOP)))
        await shown.press(common.STOP)
        await shown.until(lambda: bool(shown.find("button", import_bundle.CHOOSE)))
        store.ready.set()
        await choosing
        await shown.settle()
        assert not shown.find("button", import_bundle.APPLY)
    assert not there.audits()


class SlowlyKeeping(MemoryStore):
    """On a disk that takes its time to write."""

    def __init__(self) -> None:
        super().__init__(summariser(shipped()), lambda: "tablet")
        self.ready = threading.Event()

    def merge(self, contents: Iterable[AuditContent]) -> None:
        self.ready.wait(60)
        super().merge(contents)


@headless
async def test_while_what_came_is_kept_the_screen_says_that_and_not_that_files_are_read(a_workspace: Workspace) -> None:
    file = a_workspace.export(an_audit(a_workspace), "scores")
    store = SlowlyKeeping()
    there = Workspace(store, shipped(), lambda: MORNING, lambda: MORNING, lambda: "other")
    async with window_of(make_main(there), places.IMPORT) as shown:
        await chosen(shown, ("theirs.json", file))
        await shown.until(lambda: bool(shown.find("button", import_bundle.APPLY)))
        pressing = asyncio.ensure_future(shown.press(import_bundle.APPLY))
        await shown.until(lambda: bool(shown.find("text", import_bundle.KEEPING)))
        assert not shown.find("text", import_bundle.READING)
        store.ready.set()
        await pressing
        await shown.until(lambda: bool(there.audits()))
