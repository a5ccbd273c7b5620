"""Reviews: when people looked at the plan together, and what they said; what has changed is told since the last one.

Each review is an entry of its own (subject `plan`, field `reviewed`) that replaces none, so when two devices each
record one, both stand.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.changes import stamp_after
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry, Frozen, LongText, ShortText, Stamp
from audit_app.responses.refusals import ReceivedError
from audit_app.responses.standing import heads
from audit_app.responses.submission import is_received

FIELD = "reviewed"


class ReviewInTheFutureError(AuditError):
    def __init__(self, day: date) -> None:
        super().__init__(
            _(
                "{day} is still to come. Record the review once it has been held; "
                "until then put the day down as the next review. Nothing was changed."
            ).format(day=day.isoformat())
        )


class LongReviewError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("What was said at the review is too long: shorten it. Nothing was changed."))


class _Held(Frozen):
    """An entry's value."""

    day: date
    note: LongText = ""


class Review(Frozen):
    """One review that was held."""

    day: date
    note: str = ""
    by: ShortText = ""
    """Who recorded it."""
    stamp: Stamp
    """Of its entry."""


def reviews(entries: Iterable[Entry]) -> tuple[Review, ...]:
    """Oldest first; one that another version wrote and this one can't read is left out."""
    said = heads(entry for entry in entries if entry.subject == "plan" and entry.field == FIELD)
    found = []
    for entry in said.get(("plan", FIELD), ()):
        try:
            held = _Held.model_validate(entry.value)
        except ValidationError:
            continue
        found.append(Review(day=held.day, note=held.note, by=entry.by, stamp=entry.stamp))
    return tuple(sorted(found, key=lambda one: (one.day, one.stamp)))


def last_review(entries: Iterable[Entry], before: date | None = None) -> Review | None:
    """The newest; with `before` the newest that was held before that day, for a paper that is made for a meeting."""
    return next((one for one in reversed(reviews(entries)) if before is None or one.day < before), None)


def record_review(
    entries: Sequence[Entry], day: date, note: str, today: date, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """A review that was held; the same day with the same words is recorded once.

    Raises ReceivedError, ReviewInTheFutureError, LongReviewError.
    """
    if is_received(entries):
        raise ReceivedError
    if day > today:
        raise ReviewInTheFutureError(day)
    try:
        held = _Held(day=day, note=note.strip())
    except ValidationError:
        raise LongReviewError from None
    if any((one.day, one.note) == (held.day, held.note) for one in reviews(entries)):
        return ()
    value = held.model_dump(mode="json")
    return (Entry(stamp=stamp_after(entries, clock), by=by, subject="plan", field=FIELD, value=value),)


def take_back_review(entries: Sequence[Entry], stamp: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """A review that was recorded by mistake; the history keeps it. Raises ReceivedError."""
    if is_received(entries):
        raise ReceivedError
    if all(one.stamp != stamp for one in reviews(entries)):
        return ()
    made = stamp_after(entries, clock)
    return (Entry(stamp=made, by=by, subject="plan", field=FIELD, value=None, replaces=(stamp,)),)


def put_review_back(entries: Sequence[Entry], review: Review, clock: Clock, by: str) -> tuple[Entry, ...]:
    """One that was taken back, under the name of who recorded it. Raises ReceivedError."""
    if is_received(entries):
        raise ReceivedError
    if any((one.day, one.note) == (review.day, review.note) for one in reviews(entries)):
        return ()
    value = _Held(day=review.day, note=review.note).model_dump(mode="json")
    made = stamp_after(entries, clock)
    return (Entry(stamp=made, by=review.by or by, subject="plan", field=FIELD, value=value),)
