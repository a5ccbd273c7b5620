"""Erasing: what must be forgotten for good, as copies of its entries without it.

An erased copy keeps its stamp and what it replaces, so that histories go on fitting together, and it stands over every
fuller copy (union.py): an old one that arrives later brings nothing back.
"""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.model import Entry, item_subject

WORDS = ("comment", "evidence")
"""Fields of an item that say something in words."""


class NothingToEraseError(AuditError):
    def __init__(self, what: str) -> None:
        super().__init__(
            _("There is nothing to erase: {what}. “audit-app audits history” shows what there is.").format(what=what)
        )


def without_words(entry: Entry) -> Entry:
    """The copy of which only that something was said is left."""
    return entry.model_copy(update={"value": None, "erased": tuple(sorted({*entry.erased, "value"}))})


def without_author(entry: Entry) -> Entry:
    return entry.model_copy(update={"by": "", "erased": tuple(sorted({"by", *entry.erased}))})


def scrubbed(entry: Entry, erased: Iterable[str]) -> Entry:
    """A copy without what some copy of it had erased."""
    all_of_it = tuple(sorted({*entry.erased, *erased}))
    if all_of_it == entry.erased:
        return entry
    by = "" if "by" in all_of_it else entry.by
    value = None if "value" in all_of_it else entry.value
    return entry.model_copy(update={"by": by, "value": value, "erased": all_of_it})


def erase_one(entries: Sequence[Entry], stamp: str) -> tuple[Entry, ...]:
    """One comment, piece of evidence or answer in words, with every earlier wording that it replaced.

    Raises NothingToEraseError.
    """
    by_stamp = {entry.stamp: entry for entry in entries}
    first = by_stamp.get(stamp)
    if first is None or not holds_words(first):
        raise NothingToEraseError(_("that is not there, or it says nothing in words"))
    found: dict[str, Entry] = {}
    waiting = [stamp]
    while waiting:
        one = by_stamp.get(waiting.pop())
        if one is None or one.stamp in found or (one.subject, one.field) != (first.subject, first.field):
            continue
        found[one.stamp] = one
        waiting.extend(one.replaces)
    return tuple(without_words(found[name]) for name in sorted(found) if holds_words(found[name]))


def erase_item(entries: Iterable[Entry], item_id: str) -> tuple[Entry, ...]:
    """Every comment, piece of evidence and answer in words that was ever given about one item.

    Raises NothingToEraseError.
    """
    found = tuple(without_words(one) for one in entries if _is_about(one, item_id) and holds_words(one))
    if not found:
        raise NothingToEraseError(_("nothing was said in words about “{item_id}”").format(item_id=item_id[:80]))
    return found


def erase_person(entries: Iterable[Entry], name: str) -> tuple[Entry, ...]:
    """The name of a person: from everything that they said, and from the plan where it stands by itself.

    What was said stays. Raises NothingToEraseError.
    """
    wanted = plain(name)
    found = []
    for entry in entries:
        after = without_author(entry) if wanted and plain(entry.by) == wanted else entry
        if wanted and entry.subject.startswith("plan") and _is_name(entry.value, wanted):
            after = without_words(after)
        if after != entry:
            found.append(after)
    if not found:
        raise NothingToEraseError(_("nobody called “{name}” said anything here").format(name=name[:80]))
    return tuple(found)


def still_named(entries: Iterable[Entry], name: str) -> int:
    """In how many comments, pieces of evidence and fields of the plan the name stands among other words."""
    wanted = plain(name)
    return sum(bool(wanted) and wanted in plain(words) for one in entries for words in [" ".join(_texts(one.value))])


def people(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Names of those who said something, and how much, in the order of the names."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.by:
            counts[entry.by] = counts.get(entry.by, 0) + 1
    return dict(sorted(counts.items()))


def holds_words(entry: Entry) -> bool:
    """It says something in words about an item, now or in an earlier version."""
    kind = entry.subject.partition("/")[0]
    if kind not in ("item", "before") or entry.value is None:
        return False
    if entry.field in WORDS:
        return True
    value = entry.value.get("answer") if entry.field == "carried" and isinstance(entry.value, dict) else entry.value
    given = value.get("value") if isinstance(value, dict) else None
    return entry.field in ("answer", "carried") and isinstance(given, str)


def plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_about(entry: Entry, item_id: str) -> bool:
    kind, _, rest = entry.subject.partition("/")
    return entry.subject == item_subject(item_id) or (kind == "before" and rest.partition("/")[2] == item_id)


def _is_name(value: JsonValue, wanted: str) -> bool:
    return isinstance(value, str) and plain(value) == wanted


def _texts(value: JsonValue) -> Iterable[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _texts(one)
        case dict():
            for one in value.values():
                yield from _texts(one)
