"""Levels: the colour of each option of a scale, by where it stands between the lowest and the highest."""

from collections.abc import Iterable, Mapping

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption
from audit_app.ui import theme


def level_colours(options: Iterable[ResponseOption]) -> Mapping[str, ft.Colors]:
    """By its code; an option without a score has none. On a longer scale neighbours share one: words tell them
    apart."""
    scored = {option.code: option.score for option in options if option.score is not None}
    steps = sorted({*scored.values()})
    return {code: theme.LEVELS[level_at(steps.index(score), len(steps))] for code, score in scored.items()}


def level_at(position: int, of: int) -> str:
    """The one of our four levels, by its code, that is so far up a scale of so many; `position` from 0."""
    codes, last = tuple(theme.LEVELS), max(of - 1, 1)
    return codes[(2 * position * (len(codes) - 1) + last) // (2 * last)]  # the higher of two that are equally near


def section_colours(asked: Questionnaire, items: Iterable[Item]) -> Mapping[str, ft.Colors]:
    """Of all their options; where items have scales of their own, the first that has the code says it."""
    found: dict[str, ft.Colors] = {}
    for item in items:
        found = {**level_colours(asked.options_of(item)), **found}
    return found
