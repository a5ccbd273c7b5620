"""What goes to a shared place and what comes of it: whose audits, how much of them, and what is refused."""

import json
from pathlib import Path

import pytest

from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, School
from audit_app.storage.protocol import Settings
from audit_app.sync.exchange import own_name
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.trust import NotAFingerprintError
from tests.builders import some_terms
from tests.sync.builders import ITEMS, OAKFIELD, a_file, an_audit, everything, level
from tests.sync.sharing_devices import Device

ELMHURST = School(name="Elmhurst Academy", urn="654321")


def of(school: School, name: str, begun: int = 0) -> Device:
    made = Device(name, begun)
    made.workspace.keep_settings(Settings(school=school, person=name))
    return made


@pytest.fixture
def place(tmp_path: Path) -> FolderPlace:
    return FolderPlace(tmp_path)


def written(place: FolderPlace) -> dict[str, str]:
    """Name of each file, to what it shares."""
    return {one.name: json.loads(place.read(one.name, 10**7))["share"] for one in place.files()}


def test_partner_schools_that_share_scores_get_each_other_s_and_pass_on_nothing(place: FolderPlace) -> None:
    oakfield, elmhurst = of(OAKFIELD, "oak"), of(ELMHURST, "elm", 1000)
    for device, school in ((oakfield, OAKFIELD), (elmhurst, ELMHURST)):
        audit = device.workspace.start_audit("partnership-health", "Autumn 2026", school)
        device.answers(audit, 0, "3")
        device.workspace.comment(audit, ITEMS[0], "For us alone.")
    for device in (oakfield, elmhurst, oakfield):
        device.syncs(place, None)
    assert written(place) == {own_name("oak", "byoak"): "scores", own_name("elm", "byelm"): "scores"}
    for device in (oakfield, elmhurst):
        lines = device.workspace.audits()
        assert {one.school.name for one in lines} == {OAKFIELD.name, ELMHURST.name}
        assert [one.received for one in lines if one.school.name != device.workspace.settings().school.name] == [True]  # type: ignore[union-attr]
    assert all(b"For us alone." not in place.read(name, 10**7) for name in written(place))


def test_what_another_school_sent_in_full_stays_here_until_it_is_worked_on(place: FolderPlace) -> None:
    elmhurst = of(ELMHURST, "elm")
    elmhurst.workspace.take_in([everything()])
    assert not elmhurst.syncs(place).sent
    elmhurst.workspace.answer("oakfield-1", ITEMS[6], Answer(option="2"))
    assert [one.audit for one in elmhurst.syncs(place).sent] == ["oakfield-1"]


def test_an_empty_installation_takes_in_and_sends_nothing(place: FolderPlace) -> None:
    place.write(own_name("tablet", "oakfield-1"), a_file())
    fresh = Device("fresh")
    fresh.workspace.keep_settings(Settings())
    done = fresh.syncs(place)
    assert ([one.audit for one in done.incoming.add], done.sent) == (["oakfield-1"], ())


def test_sharing_less_than_before_replaces_what_was_written(place: FolderPlace) -> None:
    head = Device("head")
    head.answers(head.starts(), 0, "3")
    head.syncs(place, "full")
    head.syncs(place, "scores")
    assert [*written(place).values()] == ["scores"]
    assert b"Head" not in place.read(own_name("head", "byhead"), 10**7)
    head.syncs(place)
    assert [*written(place).values()] == ["full"]


def test_a_file_for_another_school_under_a_known_id_is_passed_over_alone(place: FolderPlace) -> None:
    head, deputy = Device("head"), Device("deputy", 1000)
    audit = head.starts()
    head.answers(audit, 0, "3")
    head.syncs(place)
    deputy.syncs(place)
    head.answers(audit, 1, "2")
    head.syncs(place)
    forged = AuditContent(audit=an_audit(audit, ELMHURST), entries=(level(5, "4"),))
    place.write("school-audit-mallory-x.json", a_file(forged))
    done = deputy.syncs(place)
    assert [(one.file, one.audit) for one in done.refused] == [("school-audit-mallory-x.json", audit)]
    assert [one.audit for one in done.incoming.merge] == [audit]
    assert deputy.entries(audit) == head.entries(audit)


def test_two_files_that_contradict_each_other_are_passed_over_together_and_the_rest_is_taken(
    place: FolderPlace,
) -> None:
    one = AuditContent(audit=an_audit("x"), entries=(level(5, "4"),))
    other = AuditContent(audit=an_audit("x", ELMHURST), entries=(level(6, "4"),))
    place.write("school-audit-a-x.json", a_file(one))
    place.write("school-audit-b-x.json", a_file(other))
    place.write("school-audit-c-y.json", a_file(AuditContent(audit=an_audit("y"), entries=())))
    done = Device("head").syncs(place)
    assert [one.audit for one in done.incoming.add] == ["y"]
    assert [(one.file, one.audit) for one in done.refused] == [(None, "x")]


def test_nobody_s_key_is_known_from_a_file_that_was_passed_over(place: FolderPlace) -> None:
    head, deputy = Device("head"), Device("deputy", 1000)
    for device in (head, deputy):
        device.starts()
        device.syncs(place)
    third = Device("third")
    done = third.syncs(place)
    assert {one.audit for one in done.refused} == {"byhead", "bydeputy"}
    assert third.store.known_keys() == ()
    assert not third.workspace.audits()
    third.syncs(place, accepting=third.knows(head))
    assert [one.id for one in third.workspace.audits()] == ["byhead"]


def test_a_mistyped_fingerprint_is_said(place: FolderPlace) -> None:
    head = Device("head")
    head.starts()
    head.syncs(place)
    with pytest.raises(NotAFingerprintError):
        Device("deputy").syncs(place, accepting=("11111 22222 33333 44444 55555 66666",))


def test_evidence_that_went_missing_here_holds_up_nothing(place: FolderPlace) -> None:
    head = Device("head")
    content = everything()
    head.workspace.take_in([AuditContent(audit=content.audit, entries=content.entries)])
    done = head.syncs(place)
    assert [one.audit for one in done.sent] == ["oakfield-1"]
    deputy = Device("deputy")
    deputy.workspace.take_in([content])
    deputy.syncs(place)
    head.syncs(place)
    assert head.workspace.evidence_file("oakfield-1", next(iter(_files(content)))) == content.files[0]


def test_an_anonymous_survey_never_goes_there(place: FolderPlace) -> None:
    head = Device("head")
    head.workspace.open_survey("partnership-pulse", "Autumn 2026", OAKFIELD, some_terms())
    done = head.syncs(place)
    assert done.changes_nothing
    assert place.files() == ()


def test_an_audit_that_was_removed_here_stays_out_until_it_is_brought_back(place: FolderPlace) -> None:
    head, deputy = of(OAKFIELD, "head"), of(OAKFIELD, "deputy", 1000)
    audit = head.workspace.start_audit("partnership-health", "Autumn 2026", OAKFIELD)
    head.answers(audit, 0, "3")
    for device in (head, deputy, head):
        device.syncs(place)
    deputy.workspace.remove_audit(audit)
    assert [(one.audit, "brings it back" in one.reason) for one in deputy.syncs(place).refused] == [(audit, True)]
    assert deputy.workspace.audits() == ()
    deputy.workspace.bring_back(audit)
    head.answers(audit, 1, "2")
    head.syncs(place)
    deputy.syncs(place)
    assert deputy.workspace.audit(audit).standing(ITEMS[1]).answer == Answer(option="2")


def test_twenty_places_are_remembered_the_last_one_first(tmp_path: Path) -> None:
    head = Device("head")
    for number in range(25):
        (tmp_path / str(number)).mkdir()
        head.syncs(FolderPlace(tmp_path / str(number)))
    remembered = [one.address for one in head.workspace.shared_places()]
    assert remembered == [str(tmp_path / str(number)) for number in range(24, 4, -1)]
    head.workspace.forget_place(remembered[0])
    assert head.workspace.shared_places()[0].address == remembered[1]


def _files(content: AuditContent) -> list[str]:
    return [
        str(one.value["sha256"]) for one in content.entries if isinstance(one.value, dict) and "sha256" in one.value
    ]
