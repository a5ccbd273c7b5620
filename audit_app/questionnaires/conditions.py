"""Conditions: the small language of skip logic and checks; docs/conditions.md is its published grammar.

It is a subset of XPath 1.0 as XLSForm writes it. `elementpath` parses and evaluates; this module says which part of
XPath is ours, and spells out the conversions that XPath 1.0 makes silently (§3.4 and §3.5), so that an empty answer
compared with a number is simply not a number and never a failure. Nothing is imported until a condition is met.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from audit_app.errors import AuditError
from audit_app.language import _

LONGEST = 1000
"""Characters: a condition that a person can still read has far fewer."""

DEEPEST = 20
"""Brackets within brackets; the parser goes one level deeper in Python for each."""

MOST_OPERATORS = 60
"""Each of a chain (`a and b and c …`) is one level deeper too."""

Given: TypeAlias = "str | float | date | tuple[str, ...]"
"""What stands for an item: a code or words, a number, a day, several codes; empty text when nothing does."""

EPOCH = date(1970, 1, 1)

_PIECES = re.compile(
    r"""(?P<literal>'[^']*'|"[^"]*")
      | \$\{\s*(?P<name>[^}]*?)\s*\}
      | (?P<stray>\$)
      | (?<![\w.])(?P<self>\.)(?![\w.])""",
    re.VERBOSE,
)
_OPERATOR = re.compile(r"!=|<=|>=|[-+*=<>]|\b(?:and|or|div|mod)\b")
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
NUMBER = re.compile(r"\s*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*")
"""XPath's way of writing a number; Python's would also take `1e5`, `inf` and `1_000`."""


class ConditionError(AuditError):
    """The text says what is wrong with the condition, in words for its author."""


@dataclass(frozen=True)
class Compiled:
    """A condition that is sound, ready to be evaluated any number of times."""

    source: str
    names: frozenset[str]
    """Ids of the items that it looks at."""
    looks_at_itself: bool
    """It says `.`, the answer that is being checked."""
    looks_at_today: bool
    evaluate: Callable[[Mapping[str, str | float]], bool]

    def holds(self, given: Mapping[str, Given], itself: Given = "", today: date | None = None) -> bool:
        """Whether it is true of these answers; an item that is not among them is unanswered."""
        variables: dict[str, str | float] = {"_today": _as_number(today) if today else math.nan}
        for name, value in [("_value", itself), *((name, given.get(name, "")) for name in self.names)]:
            variables[name] = _as_text(value)
            variables[f"_n_{name}"] = _as_number(value)
        return self.evaluate(variables)


@lru_cache(maxsize=8192)
def compiled(source: str) -> Compiled:
    """Read a condition. Raises ConditionError."""
    written = with_variables(source)
    from audit_app.questionnaires.xpath import read  # elementpath takes a third of a second to import

    names, evaluate = read(written)
    return Compiled(
        source=source,
        names=frozenset(names - {"_value", "_today"}),
        looks_at_itself="_value" in names,
        looks_at_today="_today" in names,
        evaluate=evaluate,
    )


def names_in(source: str) -> tuple[str, ...]:
    """What stands in `${…}`, as it is written and in order, whether or not the condition is sound."""
    return tuple(piece["name"] for piece in _PIECES.finditer(source) if piece["name"] is not None)


def renamed(source: str, names: Mapping[str, str]) -> str:
    """The condition with other names in `${…}`; what stands in quotation marks stays."""

    def other(piece: re.Match[str]) -> str:
        name = piece["name"]
        return piece[0] if name is None else f"${{{names.get(name, name)}}}"

    return _PIECES.sub(other, source)


def literals_compared(source: str) -> Iterator[tuple[str, str]]:
    """(item id, text) wherever the condition asks for a code: `${a} = 'x'`, `'x' = ${a}`, `selected(${a}, 'x')`."""
    name, text = r"\$\{\s*([a-z0-9_]+)\s*\}", r"""(?:'([^']*)'|"([^"]*)")"""
    for pattern in (rf"{name}\s*!?=\s*{text}", rf"selected\s*\(\s*{name}\s*,\s*{text}\s*\)"):
        for found in re.finditer(pattern, source):
            yield found[1], found[2] if found[2] is not None else found[3]
    for found in re.finditer(rf"{text}\s*!?=\s*{name}", source):
        yield found[3], found[1] if found[1] is not None else found[2]


def day_number(text: str) -> int | None:
    """Days since 1 January 1970 of `2026-09-01`; None for anything else."""
    try:
        return (date.fromisoformat(text) - EPOCH).days if len(text) == 10 else None
    except ValueError:
        return None


def with_variables(source: str) -> str:
    """`${item}` and `.` written as XPath variables, each set apart so that it can't grow into its neighbour."""
    if len(source) > LONGEST:
        words = _("It has {count} characters, and a condition may have {most}.")
        raise ConditionError(words.format(count=len(source), most=LONGEST))
    depth = deepest = 0

    def piece_written(piece: re.Match[str]) -> str:
        if piece["literal"] is not None:
            return f" {piece[0]} "
        if piece["self"] is not None:
            return " $_value "
        if piece["stray"] is not None:
            raise ConditionError(_("“$” stands alone; an item is written {example}.").format(example="${its_id}"))
        if not _NAME.fullmatch(piece["name"]):
            words = _("“{name}” in {brackets} is not written as an item’s id.")
            raise ConditionError(words.format(name=piece["name"][:80], brackets="${…}"))
        return f" ${piece['name']} "

    bare = _PIECES.sub("", source)
    if (operators := len(_OPERATOR.findall(bare))) > MOST_OPERATORS:
        words = _("It has {count} operators, and a condition may have {most}.")
        raise ConditionError(words.format(count=operators, most=MOST_OPERATORS))
    for character in bare:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise ConditionError(_("It has more than {deepest} brackets within brackets.").format(deepest=DEEPEST))
    if not source.strip():
        raise ConditionError(_("It is empty."))
    return _PIECES.sub(piece_written, source)


def _as_text(value: Given) -> str:
    match value:
        case tuple():
            return " ".join(value)
        case float() | int():
            return str(int(value)) if float(value).is_integer() else repr(float(value))
        case date():
            return value.isoformat()
        case _:
            return value


def _as_number(value: Given) -> float:
    """XPath's number(): what is not written as one is NaN. A day is its number of days since 1970, as in XForms."""
    match value:
        case float() | int():
            return float(value)
        case date():
            return float((value - EPOCH).days)
        case str() if NUMBER.fullmatch(value):
            return float(value)
        case _:
            return math.nan
