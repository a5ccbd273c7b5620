"""History: everything that was said in an audit, as changes from something to something; and one step back in it.

Nothing is ever taken out of it: putting an earlier answer back is a new entry that replaces what stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.changes import add_evidence, answer, comment
from audit_app.responses.clock import Clock
from audit_app.responses.model import Answer, Entry, Evidence, Frozen, item_subject
from audit_app.responses.refusals import GoneError
from audit_app.responses.standing import heads

Kind = Literal["answer", "comment", "evidence", "carried", "submission", "reopening", "moved", "own_items"]
"""The field of the entry."""

Deed = Literal["gave", "changed", "chose", "took_back"]
"""What the entry did to what stood before: nothing stood, something else did, several did, or nothing does now."""

_ABOUT_ITEMS: tuple[Kind, ...] = ("answer", "comment", "evidence", "carried")
_ABOUT_THE_AUDIT: tuple[Kind, ...] = ("submission", "reopening", "moved", "own_items")


class Change(Frozen):
    """One entry, and what it changed."""

    entry: Entry
    kind: Kind
    deed: Deed
    item: str | None = None
    version: int | None = None
    """Of the questionnaire in which it was said, where it was left behind when the audit moved on."""
    before: tuple[Entry, ...] = ()
    """What stood until then, as far as it is known here; oldest first."""
    stands: bool = False
    """It is what holds now."""
    here: bool = True
    """Made on this device; the time of another one is by that one's clock."""

    @property
    def can_be_put_back(self) -> bool:
        """It says something about an item that is asked now, and no longer stands."""
        return (
            self.kind in ("answer", "comment", "evidence")
            and self.version is None
            and not self.stands
            and not self.entry.redacted
            and self.entry.value is not None
        )


class SomebodyElsesCommentError(AuditError):
    def __init__(self, by: str) -> None:
        super().__init__(
            _(
                "That comment is by {name}, and would come back under your name. Ask its author to put it back, or "
                "quote it in a comment of your own."
            ).format(name=by or _("somebody without a name"))
        )


class UnreadableValueError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "That was written by another version of this app, and can't be put back with this one. "
                "It stays in the history."
            )
        )


def history(entries: Iterable[Entry], device: str, item_id: str | None = None) -> tuple[Change, ...]:
    """Newest first: of one item, or of the whole audit without its plan. `device` is the one that asks."""
    made = {entry.stamp: entry for entry in entries}
    standing = {entry.stamp for group in heads(made.values()).values() for entry in group}
    found = []
    for stamp in sorted(made, reverse=True):
        entry = made[stamp]
        place = _place(entry)
        if place is None or (item_id is not None and place[0] != item_id):
            continue
        before = _before(entry, made)
        found.append(
            Change(
                entry=entry,
                kind=cast("Kind", entry.field),
                deed=_deed(entry, before),
                item=place[0],
                version=place[1],
                before=before,
                stands=stamp in standing,
                here=stamp.rpartition("~")[2] == device,
            )
        )
    return tuple(found)


def before_now(entries: Iterable[Entry], item_id: str) -> Entry | None:
    """The one answer that the standing one replaced, if there is such: what “Undo” puts back."""
    about = {entry.stamp: entry for entry in entries if entry.subject == item_subject(item_id)}
    stands = heads(about.values()).get((item_subject(item_id), "answer"), ())
    if len(stands) != 1:
        return None
    before = [one for one in _before(stands[0], about) if one.value is not None]
    return before[0] if len(before) == 1 and before[0].value != stands[0].value else None


def put_back(
    questionnaire: Questionnaire, entries: Sequence[Entry], stamp: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Say again what this entry said: an answer instead of whatever stands, one's own comment, a piece of evidence.

    Raises GoneError, SomebodyElsesCommentError, UnreadableValueError, and what answering, commenting and adding raise.
    """
    entry = next((one for one in entries if one.stamp == stamp), None)
    if entry is None or entry.redacted or not entry.subject.startswith("item/"):
        raise GoneError
    item = entry.subject.removeprefix("item/")
    try:
        match entry.field:
            case "answer":
                given = None if entry.value is None else Answer.model_validate(entry.value)
                return answer(questionnaire, entries, item, given, clock, by)
            case "evidence" if entry.value is not None:
                piece = Evidence.model_validate(entry.value)
                return add_evidence(questionnaire, entries, item, piece, clock, by)
            case "comment" if isinstance(entry.value, str):
                if entry.by != by:
                    raise SomebodyElsesCommentError(entry.by)
                return comment(questionnaire, entries, item, entry.value, clock, by)
    except ValidationError:
        raise UnreadableValueError from None
    raise GoneError


def _place(entry: Entry) -> tuple[str | None, int | None] | None:
    """Item and version that it is about; None for what is no part of this history."""
    match entry.subject.split("/"):
        case ["item", item] if entry.field in _ABOUT_ITEMS:
            return item, None
        case ["before", version, item] if entry.field in _ABOUT_ITEMS and version.isascii() and version.isdigit():
            return item, int(version[:9])
        case ["audit"] if entry.field in _ABOUT_THE_AUDIT:
            return None, None
    return None


def _before(entry: Entry, made: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Only what was said about the same thing is replaced."""
    known = (made[stamp] for stamp in sorted(set(entry.replaces)) if stamp in made and stamp != entry.stamp)
    return tuple(one for one in known if (one.subject, one.field) == (entry.subject, entry.field))


def _deed(entry: Entry, before: Sequence[Entry]) -> Deed:
    said = [one.value for one in before if one.value is not None]
    if entry.value is None:
        return "took_back"
    if not said:
        return "gave"
    return "chose" if any(value != said[0] for value in said) else "changed"
