"""A condition in words: “Do you have a sixth form?” is “Yes”. For authors, who check their skip logic by reading it."""

from collections.abc import Mapping
from datetime import date

from elementpath import ElementPathError, XPathToken

from audit_app.questionnaires.conditions import EPOCH, ConditionError, day_number, with_variables
from audit_app.questionnaires.model import Condition, Item, Questionnaire
from audit_app.questionnaires.xpath import OurParser

LONGEST_NAME = 90
"""Characters of a statement that still name it."""

_COMPARED: Mapping[str, str] = {"<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}
_DAYS: Mapping[str, str] = {"<": "is before", "<=": "is no later than", ">": "is after", ">=": "is no earlier than"}
_TURNED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_SUMS: Mapping[str, str] = {"+": "plus", "-": "minus", "*": "times", "div": "divided by", "mod": "modulo"}


def in_words(condition: Condition, questionnaire: Questionnaire) -> str:
    """To go on after “when”; a condition that can't be read stays as it is written."""
    try:
        return _Words(questionnaire).truth(OurParser().parse(with_variables(condition)))
    except (ConditionError, ElementPathError, RecursionError, LookupError, ValueError):
        return condition


class _Words:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire

    def truth(self, token: XPathToken) -> str:
        """What holds."""
        match token.symbol:
            case "(":
                return self.truth(token[0])
            case "and" | "or":
                return f", {token.symbol} ".join(self._part(part, token.symbol) for part in token)
            case "=" | "!=" | "<" | "<=" | ">" | ">=":
                return self._comparison(token.symbol, token[0], token[1])
            case "not":
                return self._negated(token[0])
            case "selected":
                return self._chosen(token, "includes", "is")
            case "true" | "false":
                return "always" if token.symbol == "true" else "never"
            case "contains":
                return f"{self.value(token[0])} contains {self.value(token[1])}"
            case "starts-with":
                return f"{self.value(token[0])} begins with {self.value(token[1])}"
            case "$":
                return f"{self.value(token)} is answered"
            case _:
                return f"{self.value(token)} is not 0"

    def value(self, token: XPathToken) -> str:
        """What is compared."""
        match token.symbol:
            case "(":
                return self.value(token[0])
            case "(string)":
                return f"“{token.value}”" if (day := _day(token)) is None else day
            case "(integer)" | "(decimal)":
                return str(token.value)
            case "$":
                return self._name(token)
            case "count-selected":
                return f"the number chosen for {self.value(token[0])}"
            case "string-length":
                return f"the number of characters in {self.value(token[0])}"
            case "number" | "date":
                return self.value(token[0])
            case "round":
                return f"{self.value(token[0])}, rounded,"
            case "today":
                return "today"
            case "-" if len(token) == 1:
                return f"minus {self.value(token[0])}"
            case symbol if symbol in _SUMS:
                return f"{self.value(token[0])} {_SUMS[symbol]} {self.value(token[1])}"
            case _:
                raise ValueError(token.symbol)

    def _part(self, token: XPathToken, joined_by: str) -> str:
        """One side of “and” or “or”; in brackets where it is joined by the other one."""
        inner = _bare(token)
        words = self.truth(inner)
        return f"({words})" if inner.symbol in ("and", "or") and inner.symbol != joined_by else words

    def _negated(self, token: XPathToken) -> str:
        inner = _bare(token)
        match inner.symbol:
            case "selected":
                return self._chosen(inner, "does not include", "is not")
            case "=" | "!=":
                return self._comparison("!=" if inner.symbol == "=" else "=", inner[0], inner[1])
            case "$":
                return f"{self.value(inner)} is not answered"
            case _:
                return f"it is not so that {self.truth(inner)}"

    def _comparison(self, symbol: str, one: XPathToken, other: XPathToken) -> str:
        one, other = _bare(one), _bare(other)
        if one.symbol != "$" and other.symbol == "$":
            one, other, symbol = other, one, _TURNED[symbol]
        if symbol in ("=", "!="):
            if other.symbol == "(string)" and other.value == "":
                return f"{self.value(one)} is {'not answered' if symbol == '=' else 'answered'}"
            return f"{self.value(one)} {'is' if symbol == '=' else 'is not'} {self._option(one, other)}"
        words = _DAYS if self._is_day(one) or self._is_day(other) else _COMPARED
        return f"{self.value(one)} {words[symbol]} {self.value(other)}"

    def _chosen(self, token: XPathToken, several: str, single: str) -> str:
        item = self._item(token[0])
        verb = several if item is None or item.kind == "multiple" else single
        return f"{self.value(token[0])} {verb} {self._option(token[0], token[1])}"

    def _option(self, one: XPathToken, other: XPathToken) -> str:
        """The other side; where it is an option's code, the option's label."""
        item, code = self._item(one), str(_bare(other).value)
        labels = {option.code: option.label for option in self._questionnaire.options_of(item)} if item else {}
        return f"“{labels[code]}”" if code in labels else self.value(other)

    def _item(self, token: XPathToken) -> Item | None:
        bare = _bare(token)
        return self._questionnaire.items_by_id.get(str(bare[0].value)) if bare.symbol == "$" else None

    def _name(self, token: XPathToken) -> str:
        if token[0].value == "_value":
            return "the answer"
        item = self._item(token)
        text = item.text.removesuffix(".") if item else str(token[0].value)
        return f"“{text}”" if len(text) <= LONGEST_NAME else f"“{text[:LONGEST_NAME].rsplit(' ', 1)[0]}…”"

    def _is_day(self, token: XPathToken) -> bool:
        item = self._item(token)
        return (
            token.symbol in ("today", "date") or _day(token) is not None or (item is not None and item.kind == "date")
        )


def _bare(token: XPathToken) -> XPathToken:
    while token.symbol == "(" and len(token) == 1:
        token = token[0]
    return token


def _day(token: XPathToken) -> str | None:
    days = day_number(str(token.value)) if token.symbol == "(string)" else None
    return None if days is None else _written(date.fromordinal(EPOCH.toordinal() + days))


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
