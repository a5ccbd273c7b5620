"""Union: two copies of what was said become one, so that merging never depends on who sends what first.

An entry never changes, but a copy of it may have been made poorer before it travelled (`redacted`): without its author,
its words, or the evidence file. Copies of one entry are therefore ordered by how much they say. Only what was erased
(erasing.py) stands over what says more.
"""

from collections.abc import Iterable

from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.erasing import scrubbed
from audit_app.responses.model import Entry

MOST_REPLACED = 200
"""What a redacted copy may name as replaced (model.py); the newest are kept."""


class IrreconcilableEntryError(AuditError):
    def __init__(self, entry: Entry) -> None:
        at, day = entry.stamp[11:16], entry.stamp[:10]
        super().__init__(
            _(
                "Two copies of this audit disagree about what was said at {at} on {day} ({stamp}), so they can't be "
                "joined and nothing was changed. One was altered outside the app: ask its sender for a new one."
            ).format(at=at, day=day, stamp=entry.stamp)
        )


def fuller(one: Entry, other: Entry) -> Entry | None:
    """The copy that says more, or what two redacted copies say together.

    What one copy erased is gone from both. None means that they can't be copies of one entry: whoever asks must refuse
    both and keep what it has. Otherwise the order and number of the copies makes no difference (commutative,
    associative, idempotent).
    """
    if one.erased != other.erased:
        one, other = scrubbed(one, other.erased), scrubbed(other, one.erased)
    if one == other:
        return one
    if (one.stamp, one.subject, one.field) != (other.stamp, other.subject, other.field):
        return None
    if not one.redacted and not other.redacted:
        return None
    together = _together(one, other)
    if together is None or (one.redacted and other.redacted):
        return together
    full = other if one.redacted else one
    return full if (together.by, together.value) == (full.by, full.value) else None


def united(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each entry once, in its fullest copy, in the order of the stamps. Raises IrreconcilableEntryError."""
    found: dict[str, Entry] = {}
    disagreed: set[str] = set()
    for entry in all_scrubbed(entries):
        known = found.get(entry.stamp)
        best = entry if known is None else fuller(known, entry)
        if best is None:
            disagreed.add(entry.stamp)
        else:
            found[entry.stamp] = best
    if disagreed:
        raise IrreconcilableEntryError(found[min(disagreed)])
    return tuple(found[stamp] for stamp in sorted(found))


def all_scrubbed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Every copy without what any copy of the same entry erased, so that it never matters which is met first."""
    copies = tuple(entries)
    erased: dict[str, set[str]] = {}
    for entry in copies:
        if entry.erased:
            erased.setdefault(entry.stamp, set()).update(entry.erased)
    if not erased:
        return copies
    return tuple(scrubbed(entry, erased.get(entry.stamp, ())) for entry in copies)


def _together(one: Entry, other: Entry) -> Entry | None:
    if one.by and other.by and one.by != other.by:
        return None
    try:
        value = _value_together(one.value, other.value)
    except ValueError:
        return None
    replaces = tuple(sorted({*one.replaces, *other.replaces})[-MOST_REPLACED:])
    return one.model_copy(
        update={"by": one.by or other.by, "value": value, "replaces": replaces, "redacted": True},
    )


def _value_together(one: JsonValue, other: JsonValue) -> JsonValue:
    """Redaction leaves keys out or empties their text; anything else that differs raises ValueError."""
    if one == other or other == {}:
        return one
    if one == {}:
        return other
    if not isinstance(one, dict) or not isinstance(other, dict):
        raise ValueError
    together = {}
    for key in sorted({*one, *other}):
        said = [value[key] for value in (one, other) if value.get(key, "") != ""]
        if len(said) == 2 and said[0] != said[1]:
            raise ValueError
        together[key] = said[0] if said else ""
    return together
