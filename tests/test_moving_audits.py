"""An audit and the versions of its questionnaire, through the workspace: moved there and back, nothing is lost."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.errors import AuditError
from audit_app.questionnaires.library import Library, UnknownVersionError
from audit_app.responses.continuing import MovedError
from audit_app.responses.model import Answer, Entry
from audit_app.responses.refusals import ReceivedError, SubmittedError
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school, level
from tests.examples import examples
from tests.questionnaires.making import a_questionnaire, an_item
from tests.questionnaires.test_versions import FIRST, SECOND, THIRD
from tests.responses.test_moving import CONDITIONAL
from tests.ticking import ticking

FORM = FIRST.id


def an_installation(device: str = "laptop", versions: tuple[int, ...] = (1, 2, 3)) -> Workspace:
    library = Library({(one.id, one.version): one for one in (FIRST, SECOND, THIRD) if one.version in versions})
    return installed(library, device)


def installed(library: Library, device: str = "laptop", start: datetime = MORNING) -> Workspace:
    now, ids = ticking(start), count(1)
    store = MemoryStore(summariser(library), lambda: device)
    return Workspace(store, library, now, now, lambda: f"{device}{next(ids)}")


def begun(workspace: Workspace, version: int = 1) -> str:
    """An audit of that version; a library starts audits of its newest."""
    audit = workspace.start_audit(FORM, "Autumn 2026", a_school())
    return workspace.move_to_version(audit, version).audit.id


def answered(workspace: Workspace, version: int = 1) -> str:
    """An audit of that version with an answer to each of its items."""
    audit = begun(workspace, version)
    for number, item in enumerate(workspace.audit(audit).questionnaire.items):
        workspace.answer(audit, item.id, level(1 + number % 4))
    return audit


def sent(here: Workspace, there: Workspace, audit: str) -> None:
    there.apply_import(there.plan_import([("bundle.json", here.export(audit, "full"))]))


def test_an_audit_goes_on_with_what_stayed_comparable() -> None:
    workspace = an_installation()
    old = answered(workspace)
    new = workspace.move_to_version(old, 2)
    assert (new.audit.questionnaire.version, new.audit.wave) == (2, "Autumn 2026")
    assert {item for item, one in new.stands.items() if one.answer} == {"kept", "polished", "renamed"}
    assert {item: one.answer for item, one in new.before.items()} == {
        "other_now": level(4),
        "two_a": level(1),
        "two_b": level(1),
    }


def test_only_the_audit_that_goes_on_is_listed_and_can_be_changed() -> None:
    workspace = an_installation()
    old = answered(workspace)
    new = workspace.move_to_version(old).audit.id
    assert [one.id for one in workspace.audits()] == [one.id for one in workspace.audits(1)] == [new]
    assert workspace.audit(old).standing("kept").answer == level(1)
    with pytest.raises(MovedError, match=f"as “{new}”"):
        workspace.answer(old, "kept", level(4))
    with pytest.raises(MovedError):
        workspace.add_priority(old, "Too late")
    with pytest.raises(MovedError):
        workspace.move_to_version(old)


def test_a_list_of_a_few_looks_past_audits_that_went_on() -> None:
    workspace = an_installation()
    first = workspace.start_audit(FORM, "Spring 2026", a_school())
    for _ in range(4):
        workspace.move_to_version(answered(workspace))
    assert first in {one.id for one in workspace.audits(5)}
    assert len(workspace.audits(3)) == 3


def test_what_moving_would_do_is_said_before_and_nothing_is_done() -> None:
    workspace = an_installation()
    audit = answered(workspace)
    before = workspace.audit(audit)
    moves = workspace.what_moves(audit, 2)
    assert moves.carried == {"kept": "kept", "polished": "polished", "renamed": "moved"}
    assert moves.asked_again == {"other_now": "other_now", "two_a": "two", "two_b": "two"}
    assert moves.beside == ("old",)
    assert workspace.newer_version(audit) == 3
    assert workspace.what_moves(audit).asked_again == {**moves.asked_again, "polished": "polished"}
    assert workspace.audit(audit) == before


def test_what_is_new_and_what_the_authors_say_is_known_before() -> None:
    workspace = an_installation()
    audit = answered(workspace)
    moves = workspace.what_moves(audit, 2)
    assert (moves.new, moves.returns, moves.notes) == (("fresh",), (), {"polished": ("Shorter.",)})


def test_what_moving_back_would_bring_back_is_known_before() -> None:
    workspace = an_installation()
    new = workspace.move_to_version(answered(workspace), 2)
    moves = workspace.what_moves(new.audit.id, 1)
    assert set(moves.returns) == {"other_now", "two", "old"}
    assert new.came_from is not None
    assert (new.came_from.version, workspace.audit(new.came_from.audit).came_from) == (1, None)


def test_an_answer_that_was_taken_back_does_not_carry_over() -> None:
    workspace = an_installation()
    audit = answered(workspace)
    workspace.answer(audit, "kept", None)
    assert "kept" not in workspace.what_moves(audit, 2).carried


def test_a_school_that_stays_is_asked_again_only_by_a_newer_version() -> None:
    workspace = an_installation(versions=(1, 2))
    audit = begun(workspace)
    assert workspace.audit(audit).stays_despite == 0
    assert workspace.stay_on_version(audit).stays_despite == 2
    assert workspace.newer_version(audit) == 2
    assert workspace.move_to_version(audit).stays_despite == 2


def test_what_was_asked_before_is_known_beside_what_was_said() -> None:
    workspace = an_installation()
    new = workspace.move_to_version(answered(workspace))
    assert {name: (one.questionnaire.version, one.item.id) for name, one in new.before_asked.items()} == {
        "other_now": (1, "other_now"),
        "two_a": (1, "two"),
        "two_b": (1, "two"),
        "polished": (2, "polished"),
    }
    assert set(new.before) == set(new.before_asked)


def test_moving_back_brings_back_the_audit_that_there_was() -> None:
    workspace = an_installation()
    old = answered(workspace)
    before = workspace.audit(old)
    new = workspace.move_to_version(old).audit.id
    workspace.answer(new, "kept", level(4))
    back = workspace.move_to_version(new, 1)
    assert back.audit == before.audit
    assert back.standing("kept").answer == level(4)
    assert {item: one for item, one in back.stands.items() if item != "kept"} == {
        item: one for item, one in before.stands.items() if item != "kept"
    }
    assert workspace.newer_version(old) == 3


def test_evidence_comments_and_plan_go_along() -> None:
    workspace = an_installation()
    old = answered(workspace)
    workspace.comment(old, "moved", "As we said.")
    workspace.add_file(old, "moved", "minutes.pdf", b"%PDF minutes")
    workspace.add_priority(old, "Fix the trust")
    new = workspace.move_to_version(old)
    standing = new.standing("renamed")
    assert [entry.value for entry in standing.comments] == ["As we said."]
    assert workspace.evidence_file(new.audit.id, str(standing.evidence[0][1].sha256)) == b"%PDF minutes"
    assert [one.title for one in workspace.plan(new.audit.id).priorities] == ["Fix the trust"]


def test_two_devices_that_move_apart_still_work_on_one_audit() -> None:
    here, there = an_installation(), an_installation("tablet")
    old = answered(here)
    sent(here, there, old)
    new = here.move_to_version(old, 2).audit.id
    assert there.move_to_version(old, 2).audit.id == new
    here.answer(new, "fresh", level(2))
    there.answer(new, "two_a", level(3))
    sent(here, there, new)
    sent(there, here, new)
    assert here.audit(new).stands == there.audit(new).stands
    assert here.audit(new).standing("two_a").answer == level(3)


def test_what_a_colleague_says_to_the_old_version_goes_on_to_the_new_one() -> None:
    here, there = an_installation(), an_installation("tablet")
    old = begun(here)
    here.answer(old, "kept", level(1))
    sent(here, there, old)
    new = here.move_to_version(old, 2).audit.id
    there.answer(old, "moved", level(3))
    there.answer(old, "two", level(4))
    sent(there, here, old)
    assert here.audit(new).standing("renamed").answer == level(3)
    assert here.audit(new).before["two_a"].answer == level(4)
    assert here.audits()[0].id == new


def test_a_device_that_hears_of_the_move_moves_too() -> None:
    here, there = an_installation(), an_installation("tablet")
    old = answered(here)
    sent(here, there, old)
    new = here.move_to_version(old).audit.id
    sent(here, there, old)
    assert [one.id for one in there.audits()] == [new]
    assert there.audit(new).stands == here.audit(new).stands


def test_a_device_without_the_new_version_keeps_the_audit_as_it_was() -> None:
    here, there = an_installation(), an_installation("tablet", versions=(1,))
    old = answered(here)
    here.move_to_version(old)
    sent(here, there, old)
    assert there.audit(old).standing("kept").answer == level(1)
    assert [one.id for one in there.audits()] == [old]
    with pytest.raises(MovedError, match="version 3"):
        there.answer(old, "kept", level(2))


def test_a_version_between_that_is_not_here_is_asked_for() -> None:
    workspace = an_installation(versions=(1, 3))
    audit = workspace.start_audit(FORM, "Autumn 2026", a_school())
    workspace.move_to_version(audit)  # it answers the newest from the beginning
    with pytest.raises(UnknownVersionError):
        workspace.move_to_version(audit, 1)


def test_what_is_submitted_or_another_schools_is_not_moved() -> None:
    workspace, other = an_installation(), an_installation("tablet")
    audit = answered(workspace)
    other.apply_import(other.plan_import([("b.json", workspace.export(audit, "scores"))]))
    with pytest.raises(ReceivedError):
        other.move_to_version(audit)
    workspace.submit(audit)
    assert workspace.newer_version(audit) is None
    with pytest.raises(SubmittedError):
        workspace.move_to_version(audit)
    with pytest.raises(SubmittedError):
        workspace.what_moves(audit)


def test_an_id_has_room_for_its_version() -> None:
    library = Library({(one.id, one.version): one for one in (FIRST, SECOND)})
    workspace = Workspace(
        MemoryStore(summariser(library), lambda: "laptop"), library, ticking(), ticking(), lambda: "x" * 64
    )
    audit = workspace.move_to_version(workspace.start_audit(FORM, "Autumn 2026", a_school()), 1)
    assert len(workspace.move_to_version(audit.audit.id, 2).audit.id) <= 64


CODES = ("1", "2", "3", "4", "not_applicable", None)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 6), st.sampled_from(CODES)),
        st.tuples(st.just("move"), st.integers(1, 3), st.none()),
    ),
    max_size=20,
)


@settings(max_examples=examples(60), deadline=None)
@given(steps)
def test_any_answers_skips_and_moves_there_and_back_keep_every_answer(
    steps: list[tuple[str, int, str | None]],
) -> None:
    workspace = installed(Library({(one.id, one.version): one for one in CONDITIONAL}))
    audit = workspace.start_audit(FORM, "Autumn 2026", a_school())
    said: dict[str, object] = {}
    for step, number, code in steps:
        if step == "move":
            audit = workspace.move_to_version(audit, number).audit.id
        else:
            _answer(workspace, audit, number, code, said)
        assert {stamp: entry.value for stamp, entry in _answers(workspace, audit)} == said
        assert len(workspace.audits()) == 1


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["answer", "move", "send"]), st.integers(0, 6)), max_size=16))
def test_two_devices_that_answer_move_and_exchange_end_with_every_answer(steps: list[tuple[bool, str, int]]) -> None:
    devices = [installed(Library({(one.id, one.version): one for one in CONDITIONAL}), name) for name in ("a", "b")]
    audit = devices[0].start_audit(FORM, "Autumn 2026", a_school())
    sent(devices[0], devices[1], audit)
    said: dict[str, object] = {}
    for first, step, number in steps:
        here, there = devices if first else reversed(devices)
        current = here.audits()[0].id
        match step:
            case "answer":
                _answer(here, current, number, str(1 + number % 4), said)
            case "move":
                here.move_to_version(current, 1 + number % 3)
            case "send":
                _send_all(here, there)
    for _ in range(2):
        _send_all(*devices)
        _send_all(*reversed(devices))
    ours, theirs = ({one.id for one in device.audits()} for device in devices)
    assert ours == theirs
    for device in devices:
        kept = {stamp for audit in _line(device) for stamp, _ in _answers(device, audit)}
        assert kept == set(said)
        assert {stamp for one in ours for stamp, _ in _answers(device, one)} == set(said)


def _line(workspace: Workspace) -> Iterator[str]:
    """Every audit of the line, those that went on among them."""
    for audit in ("a1", "a1-v1", "a1-v2", "a1-v3"):
        try:
            yield workspace.audit(audit).audit.id
        except AuditError:
            continue


def _send_all(here: Workspace, there: Workspace) -> None:
    there.apply_import(there.plan_import([(f"{one}.json", here.export(one, "full")) for one in _line(here)]))


def _answer(workspace: Workspace, audit: str, number: int, code: str | None, said: dict[str, object]) -> None:
    """Give or take back an answer, and note the entry that it made."""
    items = list(workspace.audit(audit).questionnaire.items_by_id)
    given = None if code is None else Answer(reason="not_applicable") if code == "not_applicable" else level(code)
    before = {stamp for stamp, _ in _answers(workspace, audit)}
    workspace.answer(audit, items[number % len(items)], given)
    said.update({stamp: entry.value for stamp, entry in _answers(workspace, audit) if stamp not in before})


def _answers(workspace: Workspace, audit: str) -> list[tuple[str, Entry]]:
    return [(entry.stamp, entry) for entry in workspace.audit(audit).entries if entry.field == "answer"]


def test_a_chain_of_versions_is_walked_step_by_step() -> None:
    renamed_twice = [
        a_questionnaire(an_item("a")),
        a_questionnaire(an_item("b"), version=2, changes={"a": {"became": "same", "items": ["b"]}}),
        a_questionnaire(an_item("c"), version=3, changes={"b": {"became": "same", "items": ["c"]}}),
    ]
    workspace = installed(Library({(one.id, one.version): one for one in renamed_twice}))
    audit = begun(workspace)
    workspace.answer(audit, "a", level(2))
    assert workspace.move_to_version(audit).standing("c").answer == level(2)
