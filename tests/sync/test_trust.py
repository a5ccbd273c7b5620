"""Whose key signed a file: known from the first one that was accepted, and asked about when it is another."""

from collections.abc import Collection
from datetime import date
from itertools import permutations

import pytest

from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import School
from audit_app.sync.bundle import Bundle
from audit_app.sync.merge import ImportPlan, ImportRefusedError, contents_to_keep, plan_import
from audit_app.sync.signing import fingerprint, public_key
from audit_app.sync.trust import UNSIGNED, NotAFingerprintError, keys_to_know, refusals_of, who_sent
from tests.sync.builders import LIBRARY, OAKFIELD, a_bundle, a_secret, a_signed_bundle, an_audit, everything, here

TODAY = date(2026, 11, 22)
ASHFIELD = School(name="Ashfield Primary", urn="654321")
LAPTOP, TABLET = public_key(a_secret("laptop")), public_key(a_secret("tablet"))
OWN = public_key(a_secret("own"))

Files = tuple[tuple[str, Bundle], ...]


def known(*keys: str, school: School = OAKFIELD) -> tuple[KnownKey, ...]:
    return tuple(KnownKey.of(school, key, TODAY) for key in keys)


def of(school: School, by: str, name: str = "a.json") -> tuple[str, Bundle]:
    """A file made by a school, with an audit of its own."""
    audit = an_audit(f"audit-{name.partition('.')[0]}", school)
    return name, a_signed_bundle(everything().model_copy(update={"audit": audit}), by=by, school=school)


def trust(
    *files: tuple[str, Bundle], keys: tuple[KnownKey, ...] = (), accepted: Collection[str] = (), checks: bool = True
) -> list[str]:
    return [one.trust for one in who_sent(files, keys, OWN, accepted, checks=checks)]


def planned(files: Files, keys: tuple[KnownKey, ...] = (), accepted: Collection[str] = ()) -> ImportPlan:
    senders = who_sent(files, keys, OWN, accepted)
    return plan_import([one for _, one in files], here(), LIBRARY, refusals_of(files, senders))


def test_the_first_key_of_a_school_is_new_and_known_afterwards() -> None:
    first = of(OAKFIELD, "laptop")
    assert trust(first) == ["new"]
    kept = keys_to_know([first], (), OWN, TODAY)
    assert kept == known(LAPTOP)
    assert trust(first, keys=kept) == ["known"]
    assert keys_to_know([first], kept, OWN, TODAY) == ()


def test_another_key_is_refused_with_both_fingerprints_until_a_person_accepts_it() -> None:
    other = of(OAKFIELD, "tablet")
    (sender,) = who_sent([other], known(LAPTOP), OWN)
    assert sender.trust == "another_key"
    assert sender.refused is not None
    for part in ("a.json", "Oakfield Primary", fingerprint(TABLET), fingerprint(LAPTOP), "telephone"):
        assert part in sender.refused
    with pytest.raises(ImportRefusedError, match="another key"):
        contents_to_keep(planned((other,), known(LAPTOP)))
    for written in (fingerprint(TABLET), fingerprint(TABLET).replace(" ", "-"), fingerprint(TABLET).replace(" ", "")):
        assert trust(other, keys=known(LAPTOP), accepted=[written]) == ["accepted"]
        assert planned((other,), known(LAPTOP), [written]).add


def test_a_school_may_have_several_keys_each_accepted_by_a_person() -> None:
    keys = known(LAPTOP)
    keys += keys_to_know([of(OAKFIELD, "tablet")], keys, OWN, TODAY)
    assert keys == known(LAPTOP, TABLET)
    assert trust(of(OAKFIELD, "laptop"), of(OAKFIELD, "tablet", "b.json"), keys=keys) == ["known", "known"]


def test_two_new_keys_of_one_school_at_once_are_each_asked_about_in_whatever_order_they_come() -> None:
    files = (of(OAKFIELD, "laptop", "a.json"), of(OAKFIELD, "tablet", "b.json"), of(ASHFIELD, "desk", "c.json"))
    found = {who_sent(order, (), OWN) for order in permutations(files)}
    assert len(found) == 1
    assert [one.trust for one in found.pop()] == ["another_key", "another_key", "new"]
    assert trust(*files, accepted=[fingerprint(LAPTOP), fingerprint(TABLET)]) == ["accepted", "accepted", "new"]


def test_a_renamed_school_with_the_same_number_keeps_its_key() -> None:
    renamed = School(name="Oakfield Academy", urn=OAKFIELD.urn)
    assert trust(of(renamed, "laptop"), keys=known(LAPTOP)) == ["known"]
    assert trust(of(renamed, "tablet"), keys=known(LAPTOP)) == ["another_key"]


def test_a_school_that_leaves_out_its_number_is_known_by_its_name() -> None:
    assert trust(of(School(name="oakfield  PRIMARY"), "tablet"), keys=known(LAPTOP)) == ["another_key"]


def test_a_namesake_with_another_number_is_another_school_and_is_said_to_be() -> None:
    (sender,) = who_sent([of(School(name=OAKFIELD.name, urn="111111"), "tablet")], known(LAPTOP), OWN)
    assert (sender.trust, sender.namesake) == ("new", True)
    (sender,) = who_sent([of(ASHFIELD, "tablet")], known(LAPTOP), OWN)
    assert (sender.trust, sender.namesake) == ("new", False)


def test_what_is_not_signed_is_taken_until_the_school_has_signed_once() -> None:
    unsigned = ("old.json", a_bundle())
    assert trust(unsigned) == ["unsigned"]
    assert trust(unsigned, keys=known(LAPTOP, school=ASHFIELD)) == ["unsigned"]
    assert trust(unsigned, keys=known(LAPTOP)) == ["no_signature"]
    assert "not signed" in str(planned((unsigned,), known(LAPTOP)).refused[0].reason)
    assert trust(unsigned, keys=known(LAPTOP), accepted=[UNSIGNED]) == ["unsigned"]
    assert keys_to_know([unsigned], known(LAPTOP), OWN, TODAY) == ()


def test_accepting_what_is_not_signed_accepts_no_key() -> None:
    assert trust(of(OAKFIELD, "tablet"), keys=known(LAPTOP), accepted=[UNSIGNED]) == ["another_key"]


def test_a_file_speaks_for_every_school_whose_audit_it_holds() -> None:
    content = everything()  # of Oakfield
    passed_on = ("theirs.json", a_signed_bundle(content, by="tablet", school=ASHFIELD))
    (sender,) = who_sent([passed_on], known(LAPTOP) + known(TABLET, school=ASHFIELD), OWN)
    assert sender.trust == "another_key"
    assert "“Oakfield Primary” is known by" in (sender.refused or "")
    keys = keys_to_know([passed_on], known(LAPTOP), OWN, TODAY)
    assert keys == (*known(TABLET, school=ASHFIELD), *known(TABLET))


def test_what_this_installation_signed_is_always_known_and_makes_nothing_known() -> None:
    mine = of(OAKFIELD, "own")
    assert trust(mine, keys=known(LAPTOP)) == ["own"]
    assert keys_to_know([mine], (), OWN, TODAY) == ()
    assert trust(mine, of(OAKFIELD, "laptop", "b.json")) == ["own", "new"]


def test_where_no_signature_can_be_checked_a_known_school_is_asked_about() -> None:
    assert trust(of(OAKFIELD, "laptop"), checks=False) == ["unchecked"]
    assert trust(of(OAKFIELD, "laptop"), keys=known(LAPTOP), checks=False) == ["no_signature"]
    assert trust(of(OAKFIELD, "laptop"), keys=known(LAPTOP), accepted=[UNSIGNED], checks=False) == ["unchecked"]


@pytest.mark.parametrize("written", ["12345", "", "yes", "\x1b[2J", fingerprint(TABLET)])
def test_a_fingerprint_that_no_file_has_is_refused(written: str) -> None:
    with pytest.raises(NotAFingerprintError) as refused:
        who_sent([of(OAKFIELD, "laptop")], (), OWN, [written])
    assert str(refused.value).isprintable()


def test_a_file_of_nothing_makes_its_maker_known() -> None:
    from audit_app.sync.bundle import write_bundle
    from audit_app.sync.reading import read_bundle
    from audit_app.sync.signing import signer
    from tests.sync.builders import CREATED

    written = write_bundle([], OAKFIELD, "full", CREATED, signer(a_secret()))
    assert keys_to_know([("n.json", read_bundle(("n.json", written)))], (), OWN, TODAY) == known(LAPTOP)
