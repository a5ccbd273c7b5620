"""Submitting and reopening: a submitted response is fixed; a correction is a new one that supersedes it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from pydantic import ValidationError

from audit_app.responses.model import Entry, Frozen
from audit_app.responses.standing import tips

Status = Literal["draft", "submitted"]


class SubmissionValue(Frozen):
    """The value of a `submission` entry."""

    entries: tuple[str, ...]
    """Stamps of what stood for the items when it was submitted, and of what took something back."""


class ReopeningValue(Frozen):
    """The value of a `reopening` entry."""

    submission: str
    reason: str


class Submission(Frozen):
    """One submitted response."""

    stamp: str
    by: str
    at: datetime
    entries: tuple[str, ...]
    reopened: str | None = None
    """Why it was reopened; None while it stands."""


def submissions(entries: Iterable[Entry]) -> tuple[Submission, ...]:
    """Every submitted response, oldest first."""
    made = sorted((entry for entry in entries if entry.subject == "audit"), key=lambda entry: entry.stamp)
    reopened = {value.submission: value.reason for value in map(_reopening, made) if value is not None}
    return tuple(
        Submission(
            stamp=entry.stamp,
            by=entry.by,
            at=entry.at,
            entries=value.entries,
            reopened=reopened.get(entry.stamp),
        )
        for entry in made
        if (value := _submission(entry)) is not None
    )


def status(entries: Iterable[Entry]) -> Status:
    """Submitted while some submitted response has not been reopened."""
    return "submitted" if any(one.reopened is None for one in submissions(entries)) else "draft"


def what_stands(entries: Iterable[Entry]) -> SubmissionValue:
    """What a submission made now consists of."""
    return SubmissionValue(
        entries=tuple(
            entry.stamp
            for (subject, _), group in tips(entries).items()
            if subject.startswith("item/")
            for entry in group
        )
    )


def counted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What results rest on: everything in a draft; once submitted, only what was submitted.

    An answer that comes from another device after the submission was made without knowledge of it: it waits, and is
    taken in when the audit is reopened.
    """
    made = tuple(entries)
    late = {entry.stamp for entry in arrived_late(made)}
    return tuple(entry for entry in made if entry.stamp not in late)


def arrived_late(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What was said about items but is in no standing submission nor replaced by what is; empty for a draft."""
    made = tuple(entries)
    fixed = {stamp for one in submissions(made) if one.reopened is None for stamp in one.entries}
    if status(made) == "draft":
        return ()
    by_stamp = {entry.stamp: entry for entry in made}
    known = _with_what_they_replace(fixed, by_stamp)
    return tuple(entry for entry in made if entry.subject.startswith("item/") and entry.stamp not in known)


def is_received(entries: Iterable[Entry]) -> bool:
    """True for a copy without its words, made to be compared; it can't be worked on.

    A school's own audit stays its own when such a copy of it comes back with more answers: one whole entry is enough.
    """
    made = tuple(entries)
    return bool(made) and all(entry.redacted for entry in made)


def _with_what_they_replace(stamps: Iterable[str], by_stamp: Mapping[str, Entry]) -> set[str]:
    known: set[str] = set()
    waiting = list(stamps)
    while waiting:
        stamp = waiting.pop()
        if stamp not in known:
            known.add(stamp)
            waiting.extend(by_stamp[stamp].replaces if stamp in by_stamp else ())
    return known


def _submission(entry: Entry) -> SubmissionValue | None:
    try:
        return SubmissionValue.model_validate(entry.value) if entry.field == "submission" else None
    except ValidationError:
        return None


def _reopening(entry: Entry) -> ReopeningValue | None:
    try:
        return ReopeningValue.model_validate(entry.value) if entry.field == "reopening" else None
    except ValidationError:
        return None
