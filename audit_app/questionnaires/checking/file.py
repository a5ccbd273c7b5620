"""Reading an author's JSON file, however broken or hostile: what it holds, or why it can't be read, with places."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from audit_app.language import _
from audit_app.questionnaires.checking.findings import Finding, error

LONGEST_FILE = 5 * 1024 * 1024
"""Bytes: a thousand items with four descriptors each take about two million."""

DEEPEST = 30
"""Brackets within brackets; a questionnaire has nine."""

LARGEST_NUMBER = 2**53
"""Beyond it JSON's readers disagree about a number."""

MOST_FAULTS = 1000
"""More than anyone would read; a hostile file could have a million."""

_BETWEEN_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class _Object(dict[str, object]):
    """A JSON object that remembers which of its keys stood twice."""

    doubled: tuple[str, ...] = ()


def read_json(content: bytes) -> tuple[object, tuple[Finding, ...]]:
    """What the file holds (None when it can't be read), and what is wrong with it as JSON."""
    if len(content) > LONGEST_FILE:
        return None, (error(_("the file"), _("It is larger than 5 MB."), _("Split it into several questionnaires.")),)
    if not content.strip(b" \t\r\n\0"):
        return None, (error(_("the file"), _("There is nothing in it."), _("Copy it again, or choose another.")),)
    if _depth(content) > DEEPEST:
        what = _("It has more than {deepest} brackets within brackets.").format(deepest=DEEPEST)
        return None, (error(_("the file"), what, _("Look for brackets that are never closed.")),)
    try:
        document = json.loads(content, object_pairs_hook=_object)
    except json.JSONDecodeError as problem:
        place = _("line {lineno}, column {colno}").format(lineno=problem.lineno, colno=problem.colno)
        remedy = _("Look for a missing comma, quote or bracket.")
        return None, (error(place, _("The file is not complete JSON from here on."), remedy),)
    except (ValueError, RecursionError):
        return None, (
            error(_("the file"), _("It is not text in JSON."), _("Save it as UTF-8 JSON and check it again.")),
        )
    return document, tuple(islice(_faults(document, ""), MOST_FAULTS))


def _object(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        found.doubled = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value] # `add` returns None
    return found


def _depth(content: bytes) -> int:
    deepest = depth = 0
    for character in _BETWEEN_STRINGS.sub(b"", content):
        if character in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in b"]}":
            depth -= 1
    return deepest


def _faults(value: object, place: str) -> Iterator[Finding]:
    shown = place or _("the file")
    match value:
        case _Object(doubled=doubled):
            for key in doubled:
                remedy = _("Take one of them out; only the last would be read.")
                yield error(shown, _("The key “{key}” stands twice here.").format(key=_printable(key)), remedy)
        case str() if _UNPRINTABLE.search(value):
            yield error(
                shown, _("It holds characters that can't be printed."), _("Write the text again, without them.")
            )
        case float() if not math.isfinite(value):
            yield error(shown, _("It is not a number that JSON knows."), _("Write a number, or leave the key out."))
        case int() | float() if abs(value) > LARGEST_NUMBER:
            yield error(shown, _("The number is too large."), _("Write a smaller one."))
    if isinstance(value, Mapping):
        for key, one in value.items():
            if _UNPRINTABLE.search(str(key)):
                yield error(
                    shown, _("A key holds characters that can't be printed."), _("Write it again, without them.")
                )
            yield from _faults(one, f"{place}.{_printable(str(key))}".lstrip("."))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _faults(one, f"{place}[{at}]")


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("�", text[:80])
