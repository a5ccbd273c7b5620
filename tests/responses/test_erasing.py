"""Erasing: what was erased is gone from every copy that meets an erased one, in whatever order they meet."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from audit_app.responses.erasing import (
    NothingToEraseError,
    erase_item,
    erase_one,
    erase_person,
    people,
    scrubbed,
    still_named,
    without_author,
    without_words,
)
from audit_app.responses.model import Entry
from audit_app.responses.standing import NOTHING, standings
from audit_app.responses.union import IrreconcilableEntryError, fuller, united
from audit_app.storage.arrivals import to_write
from tests.builders import a_stamp, an_entry
from tests.responses.test_union import STAMP, values

COMMENT = an_entry("Tom was late in May.", minute=1)
CHANGED = an_entry("Tom was often late.", minute=2, replaces=[COMMENT.stamp])
ANSWER = an_entry({"option": "3"}, minute=3, field="answer")
WORDS = an_entry({"value": "Ms Hill said so."}, minute=4, field="answer", subject="item/in_words")
PHOTO = an_entry(
    {"kind": "file", "text": "tom.jpg", "sha256": "a" * 64, "size": 3}, minute=5, field="evidence", by="Bob"
)
OWNER = an_entry(" ann ", minute=6, subject="plan/p1", field="owner", by="Bob")
TARGET = an_entry("Ann and Bob meet.", minute=7, subject="plan/p1", field="target", by="Bob")
ALL = (COMMENT, CHANGED, ANSWER, WORDS, PHOTO, OWNER, TARGET)


def after(erased: Sequence[Entry], entries: Sequence[Entry] = ALL) -> tuple[Entry, ...]:
    return united([*entries, *erased])


def texts(entries: Sequence[Entry]) -> str:
    return "".join(one.model_dump_json() for one in entries)


def test_a_comment_is_erased_with_its_earlier_wordings_and_nothing_else() -> None:
    left = after(erase_one(ALL, CHANGED.stamp))
    assert "late" not in texts(left)
    assert [one.stamp for one in left] == [one.stamp for one in ALL]
    assert [one.replaces for one in left] == [one.replaces for one in ALL]
    assert left[2:] == ALL[2:]
    assert standings(left)["purpose_a"].comments == ()


def test_everything_in_words_about_an_item_is_erased_and_its_level_stays() -> None:
    left = after(erase_item(ALL, "purpose_a"))
    assert "late" not in texts(left)
    assert "tom.jpg" not in texts(left)
    assert standings(left)["purpose_a"].answer is not None
    words = after(erase_item(ALL, "in_words"))
    assert "Hill" not in texts(words)
    assert "in_words" not in standings(words)


def test_what_was_said_in_an_earlier_version_is_erased_too() -> None:
    kept = an_entry("Old words.", subject="before/2/purpose_a")
    offered = an_entry(
        {"answer": {"value": "Old words."}, "wave": "Spring 2026", "given": "2026-03-01"}, minute=9, field="carried"
    )
    left = after(erase_item([kept, offered], "purpose_a"), [kept, offered])
    assert "Old words" not in texts(left)


def test_a_person_is_erased_from_what_they_said_and_from_the_plan_and_the_words_stay() -> None:
    left = after(erase_person(ALL, "ANN"))
    assert {one.by for one in left} == {"", "Bob"}
    assert standings(left)["purpose_a"].comments[0].value == "Tom was often late."
    assert next(one for one in left if one.field == "owner").value is None
    assert still_named(left, "Ann") == 1
    assert people(ALL) == {"Ann": 4, "Bob": 3}
    assert people(left) == {"Bob": 3}


def test_what_is_not_there_is_said() -> None:
    for erase, what in (
        (erase_one, a_stamp(99)),
        (erase_one, ANSWER.stamp),
        (erase_item, "never"),
        (erase_person, "Zoe"),
    ):
        with pytest.raises(NothingToEraseError):
            erase(ALL, what)
    with pytest.raises(NothingToEraseError):
        erase_person(ALL, " ")


def test_erasing_again_finds_nothing() -> None:
    with pytest.raises(NothingToEraseError):
        erase_one(after(erase_one(ALL, CHANGED.stamp)), CHANGED.stamp)


@pytest.mark.parametrize("wrong", [{"erased": ("value",), "value": "x"}, {"erased": ("by",), "by": "Ann"}])
def test_an_entry_does_not_say_what_it_says_was_erased(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Entry.model_validate({**without_words(COMMENT).model_dump(), **wrong})


def test_two_erasures_of_one_entry_are_both_done() -> None:
    both = fuller(without_words(COMMENT), without_author(COMMENT))
    assert both == fuller(without_author(COMMENT), without_words(COMMENT))
    assert both is not None
    assert (both.by, both.value, both.erased) == ("", None, ("by", "value"))


def test_a_copy_that_was_altered_brings_nothing_back() -> None:
    forged = COMMENT.model_copy(update={"value": "Tom was late in May!"})
    assert fuller(without_words(COMMENT), forged) == without_words(COMMENT)
    assert fuller(forged, without_words(COMMENT)) == without_words(COMMENT)


# Any copies in any order

copies = st.builds(
    lambda value, by, redacted, replaces, erased: scrubbed(
        Entry(stamp=STAMP, by=by, subject="item/a", field="comment", value=value, redacted=redacted, replaces=replaces),
        erased,
    ),
    values,
    st.sampled_from(["", "Ann", "Bob"]),
    st.booleans(),
    st.sampled_from([(), (a_stamp(0),)]),
    st.sampled_from([(), (), ("by",), ("value",), ("by", "value")]),
)


def outcome(found: Sequence[Entry]) -> tuple[Entry, ...] | None:
    try:
        return united(found)
    except IrreconcilableEntryError:
        return None


@given(st.lists(copies, min_size=2, max_size=3))
def test_the_order_and_number_of_copies_never_matters(found: list[Entry]) -> None:
    expected = outcome(found)
    for order in permutations([*found, found[0]]):
        assert outcome(order) == expected


@given(st.lists(st.sampled_from(["old", "scores", "words", "author", "keep"]), min_size=1, max_size=8), st.data())
def test_erased_stays_erased_whatever_arrives_one_after_the_other(story: list[str], data: st.DataObject) -> None:
    """Each step is a merge of its own, as between devices that meet now and then."""
    poor = CHANGED.model_copy(update={"by": "", "value": {}, "redacted": True})
    steps = {
        "old": [COMMENT, CHANGED],
        "scores": [poor],
        "words": [without_words(COMMENT), without_words(CHANGED)],
        "author": [without_author(CHANGED)],
        "keep": [],
    }
    known: dict[str, Entry] = {}
    erased: set[str] = set()
    for step in story:
        coming = data.draw(st.permutations(steps[step])) if steps[step] else []
        known.update({one.stamp: one for one in to_write(known, coming)})
        erased |= {"words": {"value"}, "author": {"by"}}.get(step, set())
        told = texts([one for one in known.values() if one.stamp == CHANGED.stamp])
        assert not ("value" in erased and "often late" in told)
        assert not ("by" in erased and "Ann" in told)
    if "value" in erased:
        assert standings(known.values()).get("purpose_a", NOTHING).comments == ()
        assert "late" not in texts([*known.values()])
