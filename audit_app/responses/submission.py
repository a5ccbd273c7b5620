"""Submitting and reopening: a submitted response is fixed; a correction is a new one that supersedes it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import ValidationError

from audit_app.responses.model import Entry, Frozen
from audit_app.responses.standing import heads

Status = Literal["draft", "submitted"]


class SubmissionValue(Frozen):
    """The value of a `submission` entry."""

    entries: tuple[str, ...]
    """Stamps of what stood when it was submitted."""


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
            for (subject, _), group in heads(entries).items()
            if subject.startswith("item/")
            for entry in group
        )
    )


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
