"""A condition in words: “Do you have a sixth form?” is “Yes”. For authors, who check their skip logic by reading it."""

from collections.abc import Mapping
from datetime import date

from elementpath import ElementPathError, XPathToken

from audit_app.language import _
from audit_app.questionnaires.conditions import EPOCH, ConditionError, day_number, with_variables
from audit_app.questionnaires.model import Condition, Item, Questionnaire
from audit_app.questionnaires.xpath import OurParser
from audit_app.regional import day_words
from audit_app.shortening import on_one_line

LONGEST_NAME = 90
"""Characters of a statement that still name it."""

_COMPARED: Mapping[str, str] = {
    "<": _("{one} is less than {other}"),
    "<=": _("{one} is at most {other}"),
    ">": _("{one} is more than {other}"),
    ">=": _("{one} is at least {other}"),
}
_DAYS: Mapping[str, str] = {
    "<": _("{one} is before {other}"),
    "<=": _("{one} is no later than {other}"),
    ">": _("{one} is after {other}"),
    ">=": _("{one} is no earlier than {other}"),
}
_TURNED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_SUMS: Mapping[str, str] = {
    "+": _("{one} plus {other}"),
    "-": _("{one} minus {other}"),
    "*": _("{one} times {other}"),
    "div": _("{one} divided by {other}"),
    "mod": _("{one} modulo {other}"),
}


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
                joint = _(", and ") if token.symbol == "and" else _(", or ")
                return joint.join(self._part(part, token.symbol) for part in token)
            case "=" | "!=" | "<" | "<=" | ">" | ">=":
                return self._comparison(token.symbol, token[0], token[1])
            case "not":
                return self._negated(token[0])
            case "selected":
                return self._chosen(token, _("{item} includes {answer}"), _("{item} is {answer}"))
            case "true" | "false":
                return _("always") if token.symbol == "true" else _("never")
            case "contains":
                return _("{item} contains {words}").format(item=self.value(token[0]), words=self.value(token[1]))
            case "starts-with":
                return _("{item} begins with {words}").format(item=self.value(token[0]), words=self.value(token[1]))
            case "$":
                return _("{item} is answered").format(item=self.value(token))
            case _:
                return _("{item} is not 0").format(item=self.value(token))

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
                return _("the number chosen for {item}").format(item=self.value(token[0]))
            case "string-length":
                return _("the number of characters in {item}").format(item=self.value(token[0]))
            case "number" | "date":
                return self.value(token[0])
            case "round":
                return _("{number}, rounded,").format(number=self.value(token[0]))
            case "today":
                return _("today")
            case "-" if len(token) == 1:
                return _("minus {number}").format(number=self.value(token[0]))
            case symbol if symbol in _SUMS:
                return _SUMS[symbol].format(one=self.value(token[0]), other=self.value(token[1]))
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
                return self._chosen(inner, _("{item} does not include {answer}"), _("{item} is not {answer}"))
            case "=" | "!=":
                return self._comparison("!=" if inner.symbol == "=" else "=", inner[0], inner[1])
            case "$":
                return _("{item} is not answered").format(item=self.value(inner))
            case _:
                return _("it is not so that {condition}").format(condition=self.truth(inner))

    def _comparison(self, symbol: str, one: XPathToken, other: XPathToken) -> str:
        one, other = _bare(one), _bare(other)
        if one.symbol != "$" and other.symbol == "$":
            one, other, symbol = other, one, _TURNED[symbol]
        if symbol in ("=", "!="):
            if other.symbol == "(string)" and other.value == "":
                words = _("{item} is not answered") if symbol == "=" else _("{item} is answered")
                return words.format(item=self.value(one))
            words = _("{item} is {answer}") if symbol == "=" else _("{item} is not {answer}")
            return words.format(item=self.value(one), answer=self._option(one, other))
        compared = _DAYS if self._is_day(one) or self._is_day(other) else _COMPARED
        return compared[symbol].format(one=self.value(one), other=self.value(other))

    def _chosen(self, token: XPathToken, several: str, single: str) -> str:
        item = self._item(token[0])
        words = several if item is None or item.kind == "multiple" else single
        return words.format(item=self.value(token[0]), answer=self._option(token[0], token[1]))

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
            return _("the answer")
        item = self._item(token)
        text = item.text.removesuffix(".") if item else str(token[0].value)
        return f"“{on_one_line(text, LONGEST_NAME)}”"

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
    return None if days is None else day_words(date.fromordinal(EPOCH.toordinal() + days))
