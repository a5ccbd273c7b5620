"""Our part of XPath 1.0, on `elementpath`: what may stand in a condition, and what it means with every conversion said.

Only `conditions.py` uses this module, and only when it meets a condition.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from elementpath import ElementPathError, XPathContext, XPathToken
from elementpath.tdop import Parser
from elementpath.xpath1 import XPath1Parser

from audit_app.language import _
from audit_app.questionnaires.conditions import NUMBER, ConditionError, day_number

Sort = Literal["given", "text", "number", "truth"]
"""XPath's types; `given` is an item's answer: text that may be read as a number."""

FUNCTIONS: Mapping[str, int] = {
    "selected": 2,
    "count-selected": 1,
    "not": 1,
    "true": 0,
    "false": 0,
    "number": 1,
    "round": 1,
    "string-length": 1,
    "contains": 2,
    "starts-with": 2,
    "today": 0,
    "date": 1,
}
"""Name to number of arguments. Every one is XPath 1.0's or XForms'."""

OUR_OWN = ("selected", "count-selected", "today", "date")
"""XForms' functions that XPath 1.0 lacks: read here, and spelled out in XPath before anything is evaluated."""


class OurParser(XPath1Parser):
    """XPath 1.0 that also reads XForms' functions."""

    def parse(self, source: str) -> XPathToken:
        """The tree alone: XPath1Parser would also evaluate it, before its conversions are spelled out."""
        return Parser.parse(self, source)


for _name in OUR_OWN:
    OurParser.function(_name, nargs=FUNCTIONS[_name])
OurParser.build()


NOT_A_NUMBER = "number('')"


@dataclass(frozen=True)
class Spelled:
    """A part of a condition as plain XPath 1.0 over variables."""

    text: str
    sort: Sort


def read(written: str) -> tuple[set[str], Callable[[Mapping[str, str | float]], bool]]:
    """The names of the variables and what evaluates the condition. Raises ConditionError."""
    try:
        names: set[str] = set()
        whole = _spelled(OurParser().parse(written), names)
        token = XPath1Parser().parse(f"boolean({whole.text})")
    except ElementPathError as problem:
        words = _("It can’t be read: {why}.")
        raise ConditionError(words.format(why=_in_our_words(problem.message))) from None
    except RecursionError:
        raise ConditionError(_("It is nested too deeply.")) from None

    def evaluate(variables: Mapping[str, str | float]) -> bool:
        try:
            return bool(token.evaluate(XPathContext(item=0, variables=dict(variables))))
        except ArithmeticError:
            return False  # `mod` by nothing is not a number in XPath, and a failure in Python

    return names, evaluate


def _in_our_words(message: str) -> str:
    return (
        message.replace("$_value", ".").replace("(end)", "end").replace("(name)", "name").replace("fn:", "").rstrip(".")
    )


def _spelled(token: XPathToken, names: set[str]) -> Spelled:
    match token.symbol:
        case "(" if len(token) == 1:
            return _spelled(token[0], names)
        case "(string)":
            return Spelled(_quoted(str(token.value)), "text")
        case "(integer)" | "(decimal)":
            return Spelled(str(token.value), "number")
        case "$":
            name = str(token[0].value)
            names.add(name)
            return Spelled(f"${name}", "given")
        case "and" | "or":
            one, other = (_truth(_spelled(part, names)) for part in token)
            return Spelled(f"({one} {token.symbol} {other})", "truth")
        case "=" | "!=":
            return _equal(token.symbol, _spelled(token[0], names), _spelled(token[1], names))
        case "<" | "<=" | ">" | ">=":
            one, other = (_number(_spelled(part, names)) for part in token)
            return Spelled(f"({one} {token.symbol} {other})", "truth")
        case "-" if len(token) == 1:
            return Spelled(f"(- {_number(_spelled(token[0], names))})", "number")
        case "+" | "-" | "*" | "div" | "mod" if len(token) == 2:
            one, other = (_number(_spelled(part, names)) for part in token)
            return Spelled(f"({one} {token.symbol} {other})", "number")
        case name if name in FUNCTIONS and token.label == "function":
            if len(token) != FUNCTIONS[name]:
                raise ConditionError(_("Something has to stand between the brackets of {name}().").format(name=name))
            return _function(name, tuple(_spelled(part, names) for part in token), names)
        case symbol:
            words = _("“{part}” has no place in a condition here.")
            raise ConditionError(words.format(part=_shown(token, symbol)))


def _function(name: str, parts: tuple[Spelled, ...], names: set[str]) -> Spelled:
    match name:
        case "selected":
            codes, code = (_text(part) for part in parts)
            return Spelled(f"contains(concat(' ', normalize-space({codes}), ' '), concat(' ', {code}, ' '))", "truth")
        case "count-selected":
            codes = f"normalize-space({_text(parts[0])})"
            spaces = f"string-length({codes}) - string-length(translate({codes}, ' ', ''))"
            return Spelled(f"(number(string-length({codes}) > 0) + {spaces})", "number")
        case "today":
            names.add("_today")
            return Spelled("$_today", "number")
        case "date":
            if parts[0].sort == "text" and day_number(parts[0].text[1:-1]) is None:
                words = _("{text} is not a day; one is written '2026-09-01'.")
                raise ConditionError(words.format(text=parts[0].text))
            return Spelled(_number(parts[0]), "number")
        case "not":
            return Spelled(f"not({_truth(parts[0])})", "truth")
        case "true" | "false":
            return Spelled(f"{name}()", "truth")
        case "number":
            return Spelled(_number(parts[0]), "number")
        case "round":
            return Spelled(f"floor({_number(parts[0])} + 0.5)", "number")
        case "string-length":
            return Spelled(f"string-length({_text(parts[0])})", "number")
        case _:
            return Spelled(f"{name}({', '.join(_text(part) for part in parts)})", "truth")


def _equal(symbol: str, one: Spelled, other: Spelled) -> Spelled:
    sorts = {one.sort, other.sort}
    conversion = _truth if "truth" in sorts else _number if "number" in sorts else _text
    return Spelled(f"({conversion(one)} {symbol} {conversion(other)})", "truth")


def _number(part: Spelled) -> str:
    match part.sort:
        case "number":
            return part.text
        case "given":
            return f"$_n_{part.text[1:]}"
        case "text" if (day := day_number(part.text[1:-1])) is not None:
            return str(day)
        case "text":
            return part.text[1:-1].strip() if NUMBER.fullmatch(part.text[1:-1]) else NOT_A_NUMBER
        case "truth":
            return f"number({part.text})"


def _text(part: Spelled) -> str:
    return part.text if part.sort in ("given", "text") else f"string({part.text})"


def _truth(part: Spelled) -> str:
    """A number is true unless it is zero or not a number; text is true unless it is empty."""
    match part.sort:
        case "truth":
            return part.text
        case "number":
            return f"({part.text} < 0 or {part.text} > 0)"
        case _:
            return f"(string-length({part.text}) > 0)"


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else f'"{text}"'


def _shown(token: XPathToken, symbol: str) -> str:
    if symbol == "(name)":
        return str(token.value)
    return f"{symbol}()" if token.label == "function" else symbol
