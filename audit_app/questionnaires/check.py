"""Checking an author's questionnaire file: every mistake at once, each with its place, what is wrong and what to do."""

import json
from collections.abc import Iterator
from typing import Literal

from pydantic import ValidationError

from audit_app.questionnaires.model import Frozen, Questionnaire

LONGEST_FILE = 5 * 1024 * 1024
"""Bytes: a thousand items with four descriptors each take about two million."""

ITEMS_A_MINUTE = 6
"""A colleague who reads four descriptors and chooses does not manage more; a stated time below that is not honest."""


class Finding(Frozen):
    """One thing that the author must mend (error) or may want to (warning)."""

    grade: Literal["error", "warning"]
    place: str
    """Where: a line of the file, or the path to the value, for example `sections[0].items[2].text`."""
    what: str
    remedy: str


def check(content: bytes) -> tuple[Finding, ...]:
    """All findings, in the order of the file; none means that it can be used."""
    if len(content) > LONGEST_FILE:
        return (_error("the file", "It is larger than 5 MB.", "Split it into several questionnaires."),)
    try:
        document = json.loads(content)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        return (
            _error(place, "The file is not complete JSON from here on.", "Look for a missing comma, quote or bracket."),
        )
    except (ValueError, RecursionError):
        return (_error("the file", "It is not text in JSON.", "Save it as UTF-8 JSON and check it again."),)
    try:
        questionnaire = Questionnaire.model_validate(document)
    except ValidationError as problem:
        return tuple(_from_pydantic(error["loc"], error["type"], error["msg"]) for error in problem.errors())
    return tuple(_warnings(questionnaire))


def _error(place: str, what: str, remedy: str) -> Finding:
    return Finding(grade="error", place=place, what=what, remedy=remedy)


def _from_pydantic(location: tuple[int | str, ...], kind: str, message: str) -> Finding:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".") or "the file"
    name = location[-1] if location else "this"
    match kind:
        case "missing":
            return _error(place, f"“{name}” is missing.", "Add it.")
        case "extra_forbidden":
            return _error(place, f"“{name}” is not a key that belongs here.", "Check its spelling, or take it out.")
        case "string_pattern_mismatch":
            remedy = "Use small letters, digits and underscores (items) or hyphens (sections, questionnaires)."
            return _error(place, f"“{name}” is not written as an id.", remedy)
        case "value_error":
            return _error(
                place,
                message.removeprefix("Value error, ")[:1].upper() + message.removeprefix("Value error, ")[1:] + ".",
                "Mend it there.",
            )
        case _:
            return _error(place, f"{message}.", "Change the value to what belongs here.")


def _warnings(questionnaire: Questionnaire) -> Iterator[Finding]:
    count = len(questionnaire.items_by_id)
    if count > questionnaire.minutes * ITEMS_A_MINUTE:
        yield Finding(
            grade="warning",
            place="minutes",
            what=f"{count} items in {questionnaire.minutes} minutes is faster than people read.",
            remedy="State a longer time, or ask less.",
        )
    for at, section in enumerate(questionnaire.sections):
        for position, item in enumerate(section.items):
            place = f"sections[{at}].items[{position}]"
            if len(set(item.descriptors.values())) < len(item.descriptors):
                yield Finding(
                    grade="warning",
                    place=f"{place}.descriptors",
                    what=f"Two levels of “{item.id}” read the same.",
                    remedy="Say what is different at each level.",
                )
            if questionnaire.mode == "self_audit" and not item.actions:
                yield Finding(
                    grade="warning",
                    place=f"{place}.actions",
                    what=f"“{item.id}” suggests nothing to do about a low level.",
                    remedy="Add at least one suggested action.",
                )
