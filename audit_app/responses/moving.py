"""Moving an unfinished audit to another version of its questionnaire, and starting from the last wave's answers.

No entry is ever lost, or altered but for its subject. What was said about an item that stayed comparable is now said
about the item that it became; everything else stands beside, under `before/<version>/<item>`, where nothing counts it
and nothing shares it. Moving back brings it back.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.versions import comparable_items, fates, new_items, notes_on
from audit_app.responses.fitting import misfit
from audit_app.responses.model import Answer, Entry, Frozen, item_subject
from audit_app.responses.standing import NOTHING, SAID, Standing, standings

STALE_AFTER = 365
"""Days: an answer of a school year ago is asked again."""


class Moves(Frozen):
    """What moving would do, to be shown before it is done."""

    carried: Mapping[str, str]
    """Item of the new version to the item whose answer it takes over."""
    asked_again: Mapping[str, str]
    """Item of the new version, “updated since you last answered”, to the item whose answer is shown beside it."""
    beside: tuple[str, ...]
    """Items that were answered, commented or evidenced and have none of the above in the new version."""
    returns: tuple[str, ...] = ()
    """Items of the new version whose answer was kept beside since the audit left it, and counts again."""
    new: tuple[str, ...] = ()
    """Items of the new version that none of this one's became."""
    notes: Mapping[str, tuple[str, ...]] = {}
    """Item of this version to what the authors say about its change."""


class CarriedForward(Frozen):
    """An answer of an earlier wave, offered and not yet given."""

    item: str
    """Where it was given, in the earlier version."""
    answer: Answer
    given: date
    stale: bool
    """Older than a year: shown, and asked again."""


def what_moves(versions: Sequence[Questionnaire], entries: Iterable[Entry]) -> Moves:
    """What carries over, what asks again and what is kept beside on the way from the first version to the last."""
    made = tuple(entries)
    moved = moved_through(versions, made)
    stands, later = standings(made), standings(moved)
    said = [
        (item, after)
        for before, after in zip(made, moved, strict=True)
        if (item := _said_item(before)) and stands.get(item, NOTHING).changed
    ]
    carried = {name: item for item, after in said if (name := _item(after)) is not None}
    left = {kept: item for item, after in said if (kept := _kept_beside(after)) is not None}
    updated = _updated(versions, moved) if versions[0].version < versions[-1].version else {}
    again = {name: left[kept] for name, kept in updated.items() if kept in left and name not in carried}
    behind = dict.fromkeys(item for item in left.values() if item not in again.values())
    returned = [_item(after) for before, after in zip(made, moved, strict=True) if _comes_back(before, after)]
    notes = {item.id: told for item in versions[0].items if (told := notes_on(item.id, versions))}
    return Moves(
        carried=carried,
        asked_again=again,
        beside=tuple(behind),
        returns=tuple(dict.fromkeys(name for name in returned if name is not None and name in later)),
        new=new_items(versions),
        notes=notes if versions[0].version < versions[-1].version else {},
    )


def moved_through(versions: Sequence[Questionnaire], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries as those of the last of these versions, which follow one another up or down."""
    made = tuple(entries)
    for old, new in pairwise(versions):
        made = move_entries(old, new, made)
    return made


def move_entries(old: Questionnaire, new: Questionnaire, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of an unfinished audit as those of the same audit on another version, newer or older.

    As many as before, in the same order, each with its stamp: history and merging stay what they were.
    """
    made = tuple(entries)
    if old.version == new.version:
        return made
    carried = _carried(old, new, made)
    return tuple(_moved(entry, old, new, carried) for entry in made)


def beside(entries: Iterable[Entry]) -> Mapping[tuple[int, str], Standing]:
    """What stands beside: by version and item, as it stood when the audit left that version."""
    by_version: dict[int, list[Entry]] = {}
    for entry in entries:
        if (kept := _kept_beside(entry)) is not None:
            version, item = kept
            by_version.setdefault(version, []).append(entry.model_copy(update={"subject": item_subject(item)}))
    return {
        (version, item): standing
        for version, group in sorted(by_version.items())
        for item, standing in standings(group).items()
    }


def updated_since(versions: Sequence[Questionnaire], entries: Iterable[Entry]) -> Mapping[str, Standing]:
    """Item of the last of these versions to what was said about it in an earlier one and no longer counts for it.

    `versions` are those that are known, up to the audit's, oldest first.
    """
    made = tuple(entries)
    stood = beside(made)
    return {name: stood[kept] for name, kept in _updated(versions, made).items()}


def updated_from(versions: Sequence[Questionnaire], entries: Iterable[Entry]) -> Mapping[str, tuple[int, str]]:
    """For each item of `updated_since`: the version in which it was answered, and what its id was there."""
    return _updated(versions, entries)


def carry_forward(
    versions: tuple[Questionnaire, ...], stands: Mapping[str, Standing], today: date, stale_after: int = STALE_AFTER
) -> Mapping[str, CarriedForward]:
    """The last wave's answers that may be offered in this one, by item of this wave's version.

    `versions` run from the last wave's to this one's. An offer becomes an answer only when a person confirms it.
    """
    new = versions[-1]
    found: dict[str, CarriedForward] = {}
    for item_id, name in comparable_items(versions).items():
        standing = stands.get(item_id, NOTHING)
        if standing.answer is None or misfit(new, new.items_by_id[name], standing.answer) is not None:
            continue
        given = date.fromisoformat(standing.changed[:10]) if standing.changed else date.min
        found[name] = CarriedForward(
            item=item_id, answer=standing.answer, given=given, stale=(today - given).days > stale_after
        )
    return found


def _moved(entry: Entry, old: Questionnaire, new: Questionnaire, carried: Mapping[str, str]) -> Entry:
    if (item := _item(entry)) is not None:
        subject = item_subject(carried[item]) if item in carried else _beside_subject(old, item)
        return entry.model_copy(update={"subject": subject})
    if (kept := _kept_beside(entry)) is not None and kept[0] == new.version and kept[1] in new.items_by_id:
        return entry.model_copy(update={"subject": item_subject(kept[1])})
    return entry


def _carried(old: Questionnaire, new: Questionnaire, entries: tuple[Entry, ...]) -> Mapping[str, str]:
    """Item that stayed comparable, and whose standing answer (if any) still fits, to the item that it became.

    An item also stays behind when what is kept beside would come back onto the same item.
    """
    forward = new.version > old.version
    steps = comparable_items((old, new) if forward else (new, old))
    same = steps if forward else {name: item for item, name in steps.items()}
    coming_back = {kept[1] for entry in entries if (kept := _kept_beside(entry)) and kept[0] == new.version}
    unfit = {
        item
        for item, name in same.items()
        for entry in entries
        if entry.subject == item_subject(item) and entry.field == "answer" and not _fits(new, name, entry)
    }
    found = {name: item for item, name in reversed([*same.items()]) if item not in unfit and name not in coming_back}
    return {item: name for name, item in found.items()}


def _updated(versions: Sequence[Questionnaire], entries: Iterable[Entry]) -> Mapping[str, tuple[int, str]]:
    """Item of the last version to the version and item, kept beside, that it came from."""
    found: dict[str, tuple[int, str]] = {}
    for version, item in beside(entries):
        steps = [one for one in versions if one.version >= version]
        if not steps or steps[0].version != version:
            continue
        names = {item}
        for old, new in pairwise(steps):
            step = fates(old, new)
            names = {following for name in names if name in step for following in step[name].items}
        if len(steps) > 1:
            found.update(dict.fromkeys(names, (version, item)))
    return found


def _comes_back(before: Entry, after: Entry) -> bool:
    return before.field in SAID and _kept_beside(before) is not None and _item(after) is not None


def _fits(new: Questionnaire, name: str, entry: Entry) -> bool:
    if entry.value is None:
        return True
    try:
        return misfit(new, new.items_by_id[name], Answer.model_validate(entry.value)) is None
    except ValueError:
        return False


def _said_item(entry: Entry) -> str | None:
    return _item(entry) if entry.field in SAID else None


def _item(entry: Entry) -> str | None:
    return entry.subject.removeprefix("item/") if entry.subject.startswith("item/") else None


def _beside_subject(old: Questionnaire, item: str) -> str:
    return f"before/{old.version}/{item}"


def _kept_beside(entry: Entry) -> tuple[int, str] | None:
    parts = entry.subject.split("/")
    if len(parts) != 3 or parts[0] != "before" or not parts[1].isascii() or not parts[1].isdigit():
        return None
    return int(parts[1][:9]), parts[2]
