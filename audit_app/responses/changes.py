"""Changes to an audit: what a person does, as the entries that say it. Nothing is kept here; the store does that.

Each change is made against all entries that this device has, and replaces what stands among them, so that two changes
stand side by side only when neither person had seen the other's. A change that changes nothing makes no entry.
"""

from collections.abc import Sequence
from datetime import date

from pydantic import JsonValue

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.responses.clock import Clock
from audit_app.responses.fitting import misfit, remarks
from audit_app.responses.model import Answer, Entry, Evidence, item_subject
from audit_app.responses.refusals import (
    LONGEST_COMMENT,
    CommentTooLongError,
    EmptyEvidenceTextError,
    GoneError,
    MisfitError,
    NoReasonError,
    NothingToSubmitError,
    NotSubmittedError,
    ReasonNotAllowedError,
    ReceivedError,
    SubmittedError,
    UnknownItemError,
    UnknownOptionError,
    UnreadyError,
    UnsettledError,
)
from audit_app.responses.standing import NOTHING, Standing, heads, standings, tips
from audit_app.responses.submission import (
    ReopeningValue,
    is_received,
    status,
    submissions,
    what_stands,
)
from audit_app.responses.visibility import answers_of, shown_items


def answer(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, given: Answer | None, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Give an item an answer, or take it back with None. Where colleagues' answers differ, this one settles it.

    Raises UnknownItemError, UnknownOptionError, ReasonNotAllowedError, MisfitError, SubmittedError, ReceivedError.
    """
    item = _open_item(questionnaire, entries, item_id)
    if given is not None:
        _check(questionnaire, item, given)
    stands = _standing(entries, item_id)
    if stands.answer == given and not stands.rivals:
        return ()
    value = None if given is None else given.model_dump(mode="json", exclude_none=True)
    replaced = tips(_about(entries, item_id)).get((item_subject(item_id), "answer"), ())
    return (_said(entries, item_id, "answer", value, replaced, clock, by),)


def choose(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, stamp: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Settle an item on the rival answer that has this stamp. Raises GoneError, and what `answer` raises."""
    _open_item(questionnaire, entries, item_id)
    for rival in _standing(entries, item_id).rivals:
        if rival.stamp == stamp:
            return answer(questionnaire, entries, item_id, Answer.model_validate(rival.value), clock, by)
    raise GoneError


def comment(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, text: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """This person's comment on an item: added, changed, or taken back with blank text. Others' comments stay.

    Raises CommentTooLongError, UnknownItemError, SubmittedError, ReceivedError.
    """
    _open_item(questionnaire, entries, item_id)
    if len(text) > LONGEST_COMMENT:
        raise CommentTooLongError(len(text))
    own = [entry for entry in _standing(entries, item_id).comments if entry.by == by]
    wanted = text.strip() or None
    if [entry.value for entry in own] == ([wanted] if wanted else []):
        return ()
    return (_said(entries, item_id, "comment", wanted, own, clock, by),)


def remove_comment(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, stamp: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Take back one comment, whoever made it. Raises GoneError, UnknownItemError, SubmittedError, ReceivedError."""
    return _take_back(questionnaire, entries, item_id, "comment", stamp, clock, by)


def add_evidence(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, evidence: Evidence, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Add one piece; the same piece twice is kept once.

    Raises EmptyEvidenceTextError, UnknownItemError, SubmittedError, ReceivedError.
    """
    _open_item(questionnaire, entries, item_id)
    if not evidence.text.strip():
        raise EmptyEvidenceTextError
    if any(found == evidence for _, found in _standing(entries, item_id).evidence):
        return ()
    value = evidence.model_dump(mode="json", exclude_none=True)
    return (_said(entries, item_id, "evidence", value, (), clock, by),)


def remove_evidence(
    questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str, stamp: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Take back the piece that has this stamp. Raises GoneError, UnknownItemError, SubmittedError, ReceivedError."""
    return _take_back(questionnaire, entries, item_id, "evidence", stamp, clock, by)


def submit(
    questionnaire: Questionnaire, entries: Sequence[Entry], today: date, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Fix the answers as they stand; one that is submitted already stays as it is. `today` is what checks may ask for.

    What is not shown is not waited for. Raises NothingToSubmitError, UnsettledError, UnreadyError, ReceivedError.
    """
    if is_received(entries):
        raise ReceivedError
    if status(entries) == "submitted":
        return ()
    stands = standings(entries)
    answers = answers_of(stands)
    shown = [item.id for item in shown_items(questionnaire, answers)]
    if unsettled := [item for item in shown if stands.get(item, NOTHING).rivals]:
        raise UnsettledError(unsettled)
    if not any(stands.get(item, NOTHING).answer for item in shown):
        raise NothingToSubmitError
    if errors := [one for one in remarks(questionnaire, answers, today) if one.grade == "error"]:
        raise UnreadyError(questionnaire, errors)
    return (about_audit(entries, "submission", what_stands(entries).model_dump(mode="json"), clock, by),)


def reopen(entries: Sequence[Entry], reason: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Let the answers be changed again; what was submitted stays, with the reason, until the next supersedes it.

    Raises NoReasonError, NotSubmittedError, ReceivedError.
    """
    if is_received(entries):
        raise ReceivedError
    why = reason.strip()
    if not why:
        raise NoReasonError
    standing = [one for one in submissions(entries) if one.reopened is None]
    if not standing:
        raise NotSubmittedError
    return tuple(
        about_audit(
            entries, "reopening", ReopeningValue(submission=one.stamp, reason=why).model_dump(mode="json"), clock, by
        )
        for one in standing
    )


def about_audit(entries: Sequence[Entry], field: str, value: JsonValue, clock: Clock, by: str) -> Entry:
    return Entry(stamp=stamp_after(entries, clock), by=by, subject="audit", field=field, value=value)


def stamp_after(entries: Sequence[Entry], clock: Clock) -> str:
    """A stamp that sorts after everything seen."""
    for entry in entries:
        clock.observe(entry.stamp)
    return clock.stamp()


def _open_item(questionnaire: Questionnaire, entries: Sequence[Entry], item_id: str) -> Item:
    if is_received(entries):
        raise ReceivedError
    if item_id not in questionnaire.items_by_id:
        raise UnknownItemError(item_id, questionnaire)
    if status(entries) == "submitted":
        raise SubmittedError
    return questionnaire.items_by_id[item_id]


def _check(questionnaire: Questionnaire, item: Item, given: Answer) -> None:
    options = questionnaire.options_of(item)
    if given.option is not None and options and given.option not in {option.code for option in options}:
        raise UnknownOptionError(given.option, options)
    allowed = {
        "not_applicable": item.allow_not_applicable,
        "prefer_not_to_say": item.allow_prefer_not_to_say,
    }
    if given.reason is not None and not allowed[given.reason]:
        raise ReasonNotAllowedError(item, given.reason)
    if (why := misfit(questionnaire, item, given)) is not None:
        raise MisfitError(item, why)


def _about(entries: Sequence[Entry], item_id: str) -> tuple[Entry, ...]:
    subject = item_subject(item_id)
    return tuple(entry for entry in entries if entry.subject == subject)


def _standing(entries: Sequence[Entry], item_id: str) -> Standing:
    return standings(_about(entries, item_id)).get(item_id, NOTHING)


def _take_back(
    questionnaire: Questionnaire,
    entries: Sequence[Entry],
    item_id: str,
    field: str,
    stamp: str,
    clock: Clock,
    by: str,
) -> tuple[Entry, ...]:
    _open_item(questionnaire, entries, item_id)
    stands = heads(_about(entries, item_id)).get((item_subject(item_id), field), ())
    found = [entry for entry in stands if entry.stamp == stamp]
    if not found:
        raise GoneError
    return (_said(entries, item_id, field, None, found, clock, by),)


def _said(
    entries: Sequence[Entry],
    item_id: str,
    field: str,
    value: JsonValue,
    replaced: Sequence[Entry],
    clock: Clock,
    by: str,
) -> Entry:
    return Entry(
        stamp=stamp_after(entries, clock),
        by=by,
        subject=item_subject(item_id),
        field=field,
        value=value,
        replaces=tuple(entry.stamp for entry in replaced),
    )
