"""Versions: what became of each item from one version to another, and which answers may be compared.

A version says this itself, in `changes`; an item that it does not name stayed the same. Nothing here guesses from
texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from audit_app.language import _
from audit_app.questionnaires.checking.findings import Finding, error, warning
from audit_app.questionnaires.model import Item, Questionnaire

Became = Literal["same", "reworded", "changed", "split", "dropped"]
COMPARABLE = frozenset({"same", "reworded"})


@dataclass(frozen=True)
class Fate:
    """What one item of the older version became in the newer one."""

    became: Became
    items: tuple[str, ...] = ()
    """Ids in the newer version; none when it was dropped, two or more when it was split."""
    note: str | None = None

    @property
    def comparable(self) -> str | None:
        """The item whose answers may be compared with the older one's."""
        return self.items[0] if self.became in COMPARABLE and len(self.items) == 1 else None


def fates(old: Questionnaire, new: Questionnaire) -> Mapping[str, Fate]:
    """By id, every item of the version before."""
    return {item.id: _fate(item, new) for item in old.items}


def comparable_items(versions: Sequence[Questionnaire]) -> Mapping[str, str]:
    """Item of the first version to item of the last, where all versions between say that it stayed comparable.

    `versions` are in their order, oldest first; with one version, every item is comparable with itself.
    """
    found = {item.id: item.id for item in versions[0].items} if versions else {}
    for old, new in pairwise(versions):
        step = fates(old, new)
        found = {
            first: following
            for first, now in found.items()
            if (fate := step.get(now)) is not None and (following := fate.comparable) is not None
        }
    return found


def asked_again(old: Questionnaire, new: Questionnaire) -> Mapping[str, str]:
    """Item of the newer version to the older one whose answer no longer counts for it: changed, or split off."""
    return {
        name: item_id
        for item_id, fate in fates(old, new).items()
        if fate.became in ("changed", "split")
        for name in fate.items
    }


def new_items(versions: Sequence[Questionnaire]) -> tuple[str, ...]:
    """Ids of the items of the last version that none of the first one's became; versions follow one another up or down.

    Going down, these are the items that nothing of the newer version came from.
    """
    first, last = versions[0], versions[-1]
    if first.version > last.version:
        return tuple(item.id for item in last.items if not _became(item.id, versions[::-1]))
    known = {name for item in first.items for name in _became(item.id, versions)}
    return tuple(item.id for item in last.items if item.id not in known)


def notes_on(item_id: str, versions: Sequence[Questionnaire]) -> tuple[str, ...]:
    """What the authors said about the changes of an item of the first version, oldest first."""
    names, said = {item_id}, dict[str, None]()
    for old, new in pairwise(versions):
        step = fates(old, new)
        known = [step[name] for name in sorted(names) if name in step]
        said.update({fate.note: None for fate in known if fate.note})
        names = {name for fate in known for name in fate.items}
    return tuple(said)


def _became(item_id: str, versions: Sequence[Questionnaire]) -> set[str]:
    """The items of the last version that one of the first became."""
    names = {item_id}
    for old, new in pairwise(versions):
        step = fates(old, new)
        names = {following for name in names if name in step for following in step[name].items}
    return names


def check_versions(old: Questionnaire, new: Questionnaire) -> tuple[Finding, ...]:
    """What the newer version forgets to say, or says against its own texts."""
    return tuple(_findings(old, new))


def _fate(item: Item, new: Questionnaire) -> Fate:
    change = new.changes.get(item.id)
    if change is None:
        return Fate("same", (item.id,)) if item.id in new.items_by_id else Fate("dropped")
    if change.became == "dropped":
        return Fate("dropped", (), change.note)
    items = change.items or (item.id,)
    known = tuple(name for name in items if name in new.items_by_id)
    return Fate(change.became, known, change.note) if known else Fate("dropped", (), change.note)


def _findings(old: Questionnaire, new: Questionnaire) -> Iterator[Finding]:
    if (old.id, old.version + 1) != (new.id, new.version):
        what = _("It is not the version after {version} of “{id}”.").format(version=old.version, id=old.id)
        yield error("version", what, _("Keep the id, and use version {version}.").format(version=old.version + 1))
        return
    for unknown in sorted(set(new.changes) - set(old.items_by_id)):
        what = _("Version {version} has no item “{unknown}”.").format(version=old.version, unknown=unknown)
        yield error(f"changes.{unknown}", what, _("Name items of the version before."))
    for item in old.items:
        fate = _fate(item, new)
        if item.id not in new.changes and fate.became == "dropped":
            what = _("“{id}” of version {version} is gone, and “changes” does not say what became of it.").format(
                id=item.id, version=old.version
            )
            yield error("changes", what, _("Say that it was dropped, or which item it became."))
        if (name := fate.comparable) is not None:
            yield from _against_its_texts(old, item, new, new.items_by_id[name], fate)
    claimed: dict[str, str] = {}
    for item in old.items:
        became = _fate(item, new).comparable
        if became is None:
            continue
        if became in claimed:
            what = _("“{claimed}” and “{id}” can’t both be comparable with “{became}”.").format(
                claimed=claimed[became], id=item.id, became=became
            )
            yield error(f"changes.{item.id}", what, _("Say “changed” for one of them."))
        claimed[became] = item.id


def _against_its_texts(
    old: Questionnaire, before: Item, new: Questionnaire, after: Item, fate: Fate
) -> Iterator[Finding]:
    place = f"changes.{before.id}"
    scored = [(option.code, old.score_of(before, option.code)) for option in old.options_of(before)]
    if before.kind != after.kind or scored != [
        (option.code, new.score_of(after, option.code)) for option in new.options_of(after)
    ]:
        what = _("“{id}” is called comparable, but its kind, options or scores are others now.").format(id=before.id)
        yield error(place, what, _("Say “changed”."))
    elif fate.became == "same" and (before.text, before.descriptors) != (after.text, after.descriptors):
        yield warning(
            place, _("The words of “{id}” are others now.").format(id=before.id), _("Say “reworded”, or “changed”.")
        )
