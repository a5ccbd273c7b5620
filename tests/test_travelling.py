"""Bundles out of one data folder and into another: who is said to have made them, and which keys are known then."""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.responses.content import AuditContent
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Answer, School
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import AuditExistsError
from audit_app.sync.bundle import Share
from audit_app.sync.signing import fingerprint
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school

ITEM = "purpose_clear_goals"
OURS, THEIRS = a_school("Ash Tree Primary"), a_school("Beech House School")


class FullDisk(MemoryStore):
    """Keeps settings and keys, and no audit."""

    def merge(self, contents: Iterable[AuditContent]) -> None:  # noqa: ARG002  the store’s contract
        raise AuditExistsError("autumn")


class NoPlaceForKeys(MemoryStore):
    """As a data folder that can't be written to."""

    def secret(self, new: Callable[[], bytes]) -> bytes | None:  # noqa: ARG002  the store's contract
        return None


def a_workspace(school: School = OURS, store: type[MemoryStore] = MemoryStore) -> Workspace:
    library = shipped()
    numbers = iter(range(100))
    made = store(summariser(library), lambda: school.name[:3])
    workspace = Workspace(made, library, lambda: MORNING, lambda: MORNING, lambda: f"{school.name[:3]}{next(numbers)}")
    workspace.keep_settings(workspace.settings().model_copy(update={"school": school, "person": "Ann"}))
    return workspace


def an_audit(workspace: Workspace, school: School) -> str:
    audit = workspace.start_audit("partnership-health", "Autumn 2026", school)
    workspace.answer(audit, ITEM, Answer(option="3"))
    return audit


def a_file(workspace: Workspace, audit: str, share: Share = "scores") -> tuple[str, bytes]:
    return "theirs.json", workspace.export(audit, share)


def taken_in(workspace: Workspace, file: tuple[str, bytes]) -> None:
    workspace.apply_import(workspace.plan_import([file]))


def key_of(workspace: Workspace) -> str:
    key = workspace.own_key()
    assert key is not None
    return key


def test_an_accepted_file_makes_its_schools_key_known() -> None:
    here, there = a_workspace(), a_workspace(THEIRS)
    taken_in(here, a_file(there, an_audit(there, THEIRS)))
    assert here.known_keys() == (KnownKey.of(THEIRS, key_of(there), date(2026, 11, 22)),)
    assert here.plan_import([a_file(there, an_audit(there, THEIRS))]).senders[0].trust == "known"
    assert there.known_keys() == ()


def test_looking_at_a_plan_makes_nothing_known() -> None:
    here, there = a_workspace(), a_workspace(THEIRS)
    here.plan_import([a_file(there, an_audit(there, THEIRS))])
    assert here.known_keys() == ()


def test_when_nothing_could_be_kept_no_key_is_known_either() -> None:
    here, there = a_workspace(store=FullDisk), a_workspace(THEIRS)
    planned = here.plan_import([a_file(there, an_audit(there, THEIRS))])
    with pytest.raises(AuditExistsError):
        here.apply_import(planned)
    assert here.known_keys() == ()


def test_what_comes_back_to_where_it_was_written_is_known_as_its_own() -> None:
    here = a_workspace()
    file = a_file(here, an_audit(here, OURS), "full")
    assert here.plan_import([file]).senders[0].trust == "own"
    taken_in(here, file)
    assert here.known_keys() == ()


def test_a_second_device_of_the_own_school_is_new_like_any_other() -> None:
    laptop, tablet, third = a_workspace(), a_workspace(), a_workspace()
    taken_in(laptop, a_file(tablet, an_audit(tablet, OURS), "full"))
    planned = laptop.plan_import([a_file(third, an_audit(third, OURS), "full")])
    assert planned.senders[0].trust == "another_key"
    assert planned.senders[0].known == (fingerprint(key_of(tablet)),)


def test_who_passes_on_a_received_audit_does_so_in_the_own_schools_name() -> None:
    here, there = a_workspace(), a_workspace(THEIRS)
    audit = an_audit(there, THEIRS)
    taken_in(here, a_file(there, audit))
    _, passed_on = a_file(here, audit)
    assert json.loads(passed_on)["school"]["name"] == OURS.name
    assert any(line.startswith("Signed as Ash Tree Primary") for line in here.what_travels(audit, "scores"))


def test_what_was_passed_on_is_asked_about_where_its_school_is_known() -> None:
    here, there, third = a_workspace(), a_workspace(THEIRS), a_workspace(a_school("Cedar School"))
    audit = an_audit(there, THEIRS)
    taken_in(here, a_file(there, audit))
    taken_in(third, a_file(there, an_audit(there, THEIRS)))
    planned = third.plan_import([a_file(here, audit)])
    assert planned.refused[0].school == THEIRS.name
    assert "“Beech House School” is known by" in planned.refused[0].reason


def test_how_it_is_signed_is_said_with_what_travels() -> None:
    here = a_workspace()
    said = here.what_travels(an_audit(here, OURS), "scores")[-1]
    assert said == f"Signed as Ash Tree Primary, with this device’s key: fingerprint {fingerprint(key_of(here))}"


def test_where_no_key_can_be_kept_the_file_is_not_signed_and_says_so() -> None:
    here = a_workspace(store=NoPlaceForKeys)
    audit = an_audit(here, OURS)
    assert here.what_travels(audit, "scores")[-1].startswith("Not signed: this data folder can’t be written to")
    assert json.loads(a_file(here, audit)[1])["signature"] is None


def test_without_the_library_the_file_is_not_signed_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric.ed25519", None)
    here = a_workspace()
    audit = an_audit(here, OURS)
    assert "“cryptography” is missing" in here.what_travels(audit, "scores")[-1]
    file = a_file(here, audit)
    assert json.loads(file[1])["signature"] is None
    assert a_workspace(THEIRS).plan_import([file]).senders[0].trust == "unsigned"


def test_the_words_of_a_passphrase_are_nowhere_in_a_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audit_app.app import open_workspace

    monkeypatch.setattr("audit_app.sync.sealing.WORK", 4)
    workspace = open_workspace(tmp_path)
    audit = an_audit(workspace, OURS)
    sealed = workspace.export(audit, "full", "gravel onion seldom tiger")
    workspace.apply_import(workspace.plan_import([("a.age", sealed)], "gravel onion seldom tiger"))
    workspace.close()
    assert not [one for one in tmp_path.rglob("*") if one.is_file() and b"onion" in one.read_bytes()]


def test_a_forgotten_key_is_asked_about_while_the_school_has_another() -> None:
    here, old, new = a_workspace(), a_workspace(THEIRS), a_workspace(THEIRS)
    taken_in(here, a_file(old, an_audit(old, THEIRS)))
    an_audit(new, THEIRS)
    second = [a_file(new, new.start_audit("partnership-health", "Spring 2027", THEIRS))]
    here.apply_import(here.plan_import(second, accepted=[fingerprint(key_of(new))]))
    both = here.known_keys()
    assert [one.key for one in both] == [key_of(old), key_of(new)]
    forgotten = here.forget_key(fingerprint(key_of(old)))
    assert here.known_keys() == both[1:]
    (doubted,) = here.plan_import([a_file(old, an_audit(old, THEIRS))]).senders
    assert doubted.trust == "another_key"
    here.know_again(forgotten)
    here.know_again(forgotten)
    assert set(here.known_keys()) == set(both)
    assert here.plan_import([a_file(old, an_audit(old, THEIRS))]).senders[0].trust == "known"
