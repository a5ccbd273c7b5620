"""What stands now: from the entries that were made to each item's answer, comments and evidence."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from pydantic import ValidationError

from audit_app.responses.model import Answer, Carried, Entry, Evidence, Frozen


class Standing(Frozen):
    """What stands for one item."""

    answer: Answer | None = None
    """None when there is none, and while people's answers differ."""
    rivals: tuple[Entry, ...] = ()
    """Two or more different answers, given without knowledge of each other; a person chooses."""
    comments: tuple[Entry, ...] = ()
    evidence: tuple[tuple[Entry, Evidence], ...] = ()
    changed: str | None = None
    """The latest stamp of what stands; an answer that is only offered is none of it."""
    carried: Carried | None = None
    """An answer of an earlier wave, which a person may confirm by giving it."""


NOTHING = Standing()
SAID = ("answer", "comment", "evidence")
"""What people say about an item in this audit."""

Model = TypeVar("Model", Answer, Carried, Evidence)


def tips(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    """By subject and field: the entries that nothing replaces, oldest first, those that take something back among them.

    An entry can replace only what was said about the same thing, so a file that was tampered with takes away no more
    than it answers.
    """
    kept = sorted({entry.stamp: entry for entry in entries}.values(), key=lambda entry: entry.stamp)
    replaced = {
        (entry.subject, entry.field, stamp) for entry in kept for stamp in entry.replaces if stamp != entry.stamp
    }
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in kept:
        if (entry.subject, entry.field, entry.stamp) not in replaced:
            found.setdefault((entry.subject, entry.field), []).append(entry)
    return {key: tuple(group) for key, group in found.items()}


def heads(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    """The tips that say something: what stands."""
    said = {key: tuple(entry for entry in group if entry.value is not None) for key, group in tips(entries).items()}
    return {key: group for key, group in said.items() if group}


def standings(entries: Iterable[Entry]) -> Mapping[str, Standing]:
    """Item id to what stands for it; an item about which nothing stands is not in it."""
    by_item: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for (subject, field), group in heads(entries).items():
        if subject.startswith("item/"):
            by_item.setdefault(subject.removeprefix("item/"), {})[field] = group
    return {item: _standing(fields) for item, fields in by_item.items()}


def rivals(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """Item id to its answers, where they differ. An answer that stands alone is not even read."""
    several = {
        subject.removeprefix("item/"): _answers(group)
        for (subject, field), group in heads(entries).items()
        if len(group) > 1 and field == "answer" and subject.startswith("item/")
    }
    return {
        item: tuple(entry for entry, _ in answers)
        for item, answers in several.items()
        if len({answer for _, answer in answers}) > 1
    }


def _answers(entries: Iterable[Entry]) -> tuple[tuple[Entry, Answer], ...]:
    return tuple((entry, answer) for entry in entries if (answer := _answer(entry)) is not None)


def _standing(fields: Mapping[str, tuple[Entry, ...]]) -> Standing:
    answers = _answers(fields.get("answer", ()))
    given = {answer for _, answer in answers}
    evidence = tuple(
        (entry, found) for entry in fields.get("evidence", ()) if (found := _read(Evidence, entry)) is not None
    )
    return Standing(
        answer=answers[-1][1] if len(given) == 1 else None,
        rivals=tuple(entry for entry, _ in answers) if len(given) > 1 else (),
        comments=tuple(entry for entry in fields.get("comment", ()) if isinstance(entry.value, str)),
        evidence=evidence,
        changed=max((entry.stamp for name in SAID for entry in fields.get(name, ())), default=None),
        carried=next((offer for entry in fields.get("carried", ()) if (offer := _read(Carried, entry))), None),
    )


def _answer(entry: Entry) -> Answer | None:
    """As `_read` does; most answers are one of a few levels."""
    match entry.value:
        case {"option": str(code), **others} if not others:
            return _level(code)
        case _:
            return _read(Answer, entry)


@lru_cache(maxsize=1000)
def _level(code: str) -> Answer | None:
    try:
        return Answer(option=code)
    except ValidationError:
        return None


def _read(model: type[Model], entry: Entry) -> Model | None:
    """A value that another version wrote and this one can't read stays in the history and stands for nothing here."""
    try:
        return model.model_validate(entry.value)
    except ValidationError:
        return None
