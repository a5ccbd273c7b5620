"""Reviews: each that was held stands, whoever recorded it on whichever device; the last is what changes count from."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.plans.differences import differences
from audit_app.plans.model import plan_of
from audit_app.plans.reviews import (
    LongReviewError,
    Review,
    ReviewInTheFutureError,
    last_review,
    put_review_back,
    record_review,
    reviews,
    take_back_review,
)
from audit_app.responses.model import Entry
from audit_app.responses.refusals import ReceivedError
from tests.builders import a_clock, an_entry

TODAY = date(2026, 11, 22)
OCTOBER = date(2026, 10, 5)


def held(day: date = OCTOBER, note: str = "", device: str = "laptop", before: tuple[Entry, ...] = ()) -> Entry:
    (entry,) = record_review(before, day, note, TODAY, a_clock(device), "Ann")
    return entry


def test_a_review_is_a_day_and_what_was_said() -> None:
    (review,) = reviews([held(note="  On the way. ")])
    assert (review.day, review.note, review.by) == (OCTOBER, "On the way.", "Ann")


def test_there_is_no_last_review_before_the_first() -> None:
    assert last_review([]) is None
    assert last_review([held()], before=OCTOBER) is None


def test_the_last_review_is_the_latest_day_and_not_the_latest_written_down() -> None:
    later = held(TODAY)
    earlier = held(OCTOBER, before=(later,))
    assert last_review([later, earlier]).day == TODAY  # type: ignore[union-attr]
    assert last_review([later, earlier], before=TODAY).day == OCTOBER  # type: ignore[union-attr]


def test_the_same_review_is_recorded_once() -> None:
    first = held(note="Good.")
    assert record_review((first,), OCTOBER, "Good. ", TODAY, a_clock(), "Bob") == ()


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(ReviewInTheFutureError, match="still to come"):
        record_review((), TODAY + timedelta(days=1), "", TODAY, a_clock(), "Ann")


def test_more_words_than_an_entry_holds_are_refused() -> None:
    with pytest.raises(LongReviewError, match="shorten"):
        record_review((), TODAY, "x" * 20_001, TODAY, a_clock(), "Ann")


def test_a_review_recorded_by_mistake_is_taken_back_once() -> None:
    entry = held()
    taken = take_back_review((entry,), entry.stamp, a_clock("tablet"), "Bob")
    assert reviews((entry, *taken)) == ()
    assert take_back_review((entry, *taken), entry.stamp, a_clock("tablet"), "Bob") == ()


def test_put_back_it_stands_once_under_the_name_of_who_recorded_it() -> None:
    entry = held()
    (review,) = reviews((entry,))
    taken = (entry, *take_back_review((entry,), entry.stamp, a_clock("tablet"), "Bob"))
    back = (*taken, *put_review_back(taken, review, a_clock("tablet"), "Bob"))
    assert [(one.day, one.note, one.by) for one in reviews(back)] == [(review.day, review.note, review.by)]
    assert put_review_back(back, review, a_clock("tablet"), "Bob") == ()


def test_a_copy_of_another_school_is_not_reviewed_here() -> None:
    received = (an_entry(redacted=True),)
    with pytest.raises(ReceivedError):
        record_review(received, OCTOBER, "", TODAY, a_clock(), "Ann")
    with pytest.raises(ReceivedError):
        take_back_review(received, received[0].stamp, a_clock(), "Ann")
    with pytest.raises(ReceivedError):
        put_review_back(received, Review(day=OCTOBER, stamp=received[0].stamp), a_clock(), "Ann")


def test_what_this_version_cannot_read_is_no_review() -> None:
    values: tuple[JsonValue, ...] = ("soon", {"day": "32"}, 7)
    strange = [an_entry(value, subject="plan", field="reviewed") for value in values]
    assert reviews(strange) == ()


def test_two_reviews_are_no_difference_and_no_part_of_the_plan() -> None:
    both = (held(), held(TODAY, device="tablet"))
    assert differences(both) == ()
    assert plan_of(both) == plan_of(())


@given(
    st.lists(st.tuples(st.integers(0, 400), st.text(max_size=5), st.booleans()), max_size=8),
    st.randoms(use_true_random=False),
)
def test_reviews_of_two_devices_join_to_the_same_in_any_order(
    recorded: list[tuple[int, str, bool]], order: Random
) -> None:
    apart: dict[str, tuple[Entry, ...]] = {"laptop": (), "tablet": ()}
    clocks = {name: a_clock(name) for name in apart}
    for days, note, here in recorded:
        name = "laptop" if here else "tablet"
        made = record_review(apart[name], TODAY - timedelta(days=days), note, TODAY, clocks[name], name)
        apart[name] += made
    joined = [*apart["laptop"], *apart["tablet"]]
    order.shuffle(joined)
    found = reviews(joined)
    assert found == reviews((*apart["tablet"], *apart["laptop"]))
    said = {(TODAY - timedelta(days=days), note.strip()) for days, note, _ in recorded}
    assert {(one.day, one.note) for one in found} == said
    assert [one.day for one in found] == sorted(one.day for one in found)
