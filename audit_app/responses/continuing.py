"""Continuing an unfinished audit on another version of its questionnaire.

What an audit answers never changes, so it is continued as another audit, which holds all that was said in the first
(moving.py). Its id follows from the first one's: two devices that do this apart make one audit, not two. Both audits
hold the same `moved` entry; the latest of these says which of the two is worked on, and the other one is history.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, ValidationError

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.changes import about_audit
from audit_app.responses.clock import Clock
from audit_app.responses.model import Audit, Entry, Frozen, Identifier, QuestionnaireRef
from audit_app.responses.moving import moved_through
from audit_app.responses.refusals import ReceivedError, SubmittedError
from audit_app.responses.submission import is_received, status

FIELD = "moved"
STAYING = "stays"
LONGEST_ID = 64


class AuditOnVersion(Frozen):
    """One of the audits that continue one another."""

    audit: Identifier
    version: Annotated[int, Field(ge=1)]


class MoveValue(Frozen):
    """The value of a `moved` entry."""

    was: AuditOnVersion
    is_now: AuditOnVersion


class StayValue(Frozen):
    """The value of a `stays` entry."""

    despite: Annotated[int, Field(ge=1)]
    """The newest version that there was when somebody decided against moving."""


class MovedError(AuditError):
    def __init__(self, place: AuditOnVersion) -> None:
        super().__init__(
            _(
                "This audit goes on with version {version} of its questionnaire, as “{audit}”. "
                "Make the change there; this one is kept as it was."
            ).format(version=place.version, audit=place.audit)
        )


@dataclass(frozen=True)
class Continued:
    """An audit on another version, with all that was said, and the entry that both audits get."""

    audit: Audit
    entries: tuple[Entry, ...]
    moved: Entry


def continue_on(
    audit: Audit, entries: Sequence[Entry], versions: Sequence[Questionnaire], clock: Clock, by: str
) -> Continued:
    """`versions` run from the one that the audit answers to the one that it is to answer, up or down.

    Raises ReceivedError, SubmittedError, MovedError.
    """
    refuse_to_move(audit, entries)
    other = audit_on(audit, entries, versions[-1])
    value = MoveValue(
        was=AuditOnVersion(audit=audit.id, version=audit.questionnaire.version),
        is_now=AuditOnVersion(audit=other.id, version=other.questionnaire.version),
    )
    moved = about_audit(entries, FIELD, value.model_dump(mode="json"), clock, by)
    return Continued(other, (*moved_through(versions, entries), moved), moved)


def refuse_to_move(audit: Audit, entries: Sequence[Entry]) -> None:
    """Only what is worked on here can be moved. Raises ReceivedError, SubmittedError, MovedError."""
    if is_received(entries):
        raise ReceivedError
    if status(entries) == "submitted":
        raise SubmittedError
    if (place := continues_as(audit, entries)) is not None:
        raise MovedError(place)


def stay(entries: Sequence[Entry], despite: int, clock: Clock, by: str) -> tuple[Entry, ...]:
    """The school knows of this version, and stays on the audit's own."""
    return (about_audit(entries, STAYING, StayValue(despite=despite).model_dump(), clock, by),)


def stays_despite(entries: Iterable[Entry]) -> int:
    """The newest version against which somebody decided last; 0 when nobody did."""
    found = 0
    for entry in sorted((one for one in entries if (one.subject, one.field) == ("audit", STAYING)), key=_stamp):
        with suppress(ValidationError):
            found = StayValue.model_validate(entry.value).despite
    return found


def came_from(audit: Audit, entries: Iterable[Entry]) -> AuditOnVersion | None:
    """The audit that this one goes on with since the last move; None when it never moved, or is history itself."""
    latest = max(_moves(entries).items(), default=None)
    return None if latest is None or latest[1].is_now.audit != audit.id else latest[1].was


def not_yet_there(entries: Iterable[Entry], there: Iterable[Entry]) -> tuple[Entry, ...]:
    """What another audit of the line has to take in; an entry that it holds stays about what it is about there."""
    about = {entry.stamp: entry.subject for entry in there}
    return tuple(entry for entry in entries if about.get(entry.stamp, entry.subject) == entry.subject)


def continues_as(audit: Audit, entries: Iterable[Entry]) -> AuditOnVersion | None:
    """The audit that is worked on instead of this one; None while it is this one."""
    latest = max(_moves(entries).items(), default=None)
    return None if latest is None or latest[1].is_now.audit == audit.id else latest[1].is_now


def audit_on(audit: Audit, entries: Iterable[Entry], questionnaire: Questionnaire) -> Audit:
    """The same audit on another version: one that was there before, or one that begins."""
    known = {place.version: place.audit for move in _moves(entries).values() for place in (move.was, move.is_now)}
    stem = audit.id.removesuffix(f"-v{audit.questionnaire.version}")
    made = f"{stem}-v{questionnaire.version}"
    audit_id = known.get(questionnaire.version) or (made if len(made) <= LONGEST_ID else sha256(made.encode())[:24])
    return audit.model_copy(update={"id": audit_id, "questionnaire": QuestionnaireRef.to(questionnaire)})


def _stamp(entry: Entry) -> str:
    return entry.stamp


def line_of(audit: Audit, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Ids of all the audits that continue one another with this one, itself among them."""
    places = [place.audit for move in _moves(entries).values() for place in (move.was, move.is_now)]
    return tuple(dict.fromkeys((audit.id, *places)))


def _moves(entries: Iterable[Entry]) -> dict[str, MoveValue]:
    """By their stamps."""
    found = {}
    for entry in entries:
        if (entry.subject, entry.field) == ("audit", FIELD):
            try:
                found[entry.stamp] = MoveValue.model_validate(entry.value)
            except ValidationError:
                continue
    return dict(sorted(found.items()))
