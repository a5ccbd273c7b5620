"""Union: the order and number of copies never matters, and copies that disagree are refused."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.responses.model import Entry
from audit_app.responses.union import IrreconcilableEntryError, fuller, united

STAMP = "2026-11-22T14:32:05.123Z~0000~laptop"
EARLIER = "2026-11-21T14:32:05.123Z~0000~laptop"
PHOTO: JsonValue = {"kind": "file", "text": "minutes.pdf", "sha256": "a" * 64, "size": 3}


def evidence(value: JsonValue = PHOTO, by: str = "Ann", redacted: bool = False, stamp: str = STAMP) -> Entry:
    return Entry(stamp=stamp, by=by, subject="item/shared_goals", field="evidence", value=value, redacted=redacted)


KIND_ONLY = evidence({"kind": "file"}, by="", redacted=True)
WITH_WORDS = evidence({"kind": "file", "text": "minutes.pdf"}, by="", redacted=True)
WITH_AUTHOR = evidence({"kind": "file"}, by="Ann", redacted=True)


def test_the_whole_entry_stands_over_any_redacted_copy_of_it() -> None:
    for copies in permutations([evidence(), KIND_ONLY, WITH_WORDS]):
        assert united(copies) == (evidence(),)


def test_the_fuller_of_two_redacted_copies_stands() -> None:
    assert fuller(KIND_ONLY, WITH_WORDS) == fuller(WITH_WORDS, KIND_ONLY) == WITH_WORDS


def test_two_redacted_copies_that_each_know_something_say_both() -> None:
    together = fuller(WITH_AUTHOR, WITH_WORDS)
    assert together is not None
    assert (together.by, together.value, together.redacted) == ("Ann", WITH_WORDS.value, True)


def test_an_emptied_reason_gives_way_to_the_reason() -> None:
    poor = evidence({"submission": EARLIER, "reason": ""}, by="", redacted=True)
    rich = evidence({"submission": EARLIER, "reason": "A slip"})
    assert fuller(poor, rich) == rich


@pytest.mark.parametrize(
    "other",
    [
        evidence({"kind": "text", "text": "minutes.pdf"}),
        evidence(by="Bob"),
        evidence({"kind": "link"}, by="", redacted=True),
        evidence({"kind": "file"}, by="Bob", redacted=True),
        evidence({"kind": "file", "more": "x"}, by="", redacted=True),
        evidence(None, by="", redacted=True),
        evidence("3", by="", redacted=True),
        evidence().model_copy(update={"subject": "item/other"}),
        evidence().model_copy(update={"field": "comment"}),
    ],
)
def test_copies_that_disagree_are_refused(other: Entry) -> None:
    assert fuller(evidence(), other) is None
    assert fuller(other, evidence()) is None
    with pytest.raises(IrreconcilableEntryError, match="disagree"):
        united([evidence(), other])


def test_entries_come_in_the_order_of_their_stamps() -> None:
    earlier = evidence(stamp=EARLIER)
    assert united([evidence(), earlier, evidence()]) == (earlier, evidence())


values = st.one_of(
    st.none(),
    st.sampled_from(["", "3"]),
    st.dictionaries(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]), max_size=3),
)
copies_of_one = st.builds(
    lambda value, by, redacted, replaces: Entry(
        stamp=STAMP, by=by, subject="item/a", field="comment", value=value, redacted=redacted, replaces=replaces
    ),
    values,
    st.sampled_from(["", "Ann", "Bob"]),
    st.booleans(),
    st.sampled_from([(), (EARLIER,)]),
)


def outcome(copies: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    try:
        return united(copies)
    except IrreconcilableEntryError:
        return None


@given(st.lists(copies_of_one, min_size=2, max_size=3))
def test_the_order_and_number_of_copies_never_matters(copies: list[Entry]) -> None:
    expected = outcome(tuple(copies))
    for order in permutations([*copies, copies[0]]):
        assert outcome(order) == expected
