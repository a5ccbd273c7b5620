"""Provision: what a school says of each area in a provision audit – levels, importance, offer, capacity, wish for help.

The areas are the sections of any questionnaire whose items use the scales `importance`, `offer` and `want`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses.standing import NOTHING, Standing
from audit_app.responses.visibility import answers_of, hidden_items
from audit_app.results.scores import is_scored

LOW = 2.0
"""Up to this level an area is weak."""
HIGH = 3.0
"""From this level a school has something to show."""
IMPORTANCE = ("0", "1", "2", "3")
"""The codes of the scale `importance`, from “not this year” to “one of our main aims”."""
IMPORTANT = 2.0
"""From this answer to “how important?” on."""


class Area(NamedTuple):
    """One area of provision, and the items that ask about it."""

    section: Section
    levels: tuple[Item, ...]
    importance: Item
    offer: Item
    capacity: Item | None
    want: Item


class AreaAnswer(NamedTuple):
    """What one school says of one area."""

    lowest: float | None
    highest: float | None
    importance: float | None
    offers: bool
    on_conditions: bool
    capacity: int | None
    wants: bool
    wants_now: bool
    """This year, not later."""
    evidenced: bool
    """An item at the highest level has evidence."""
    contested: bool
    """Colleagues' answers differ somewhere in it."""

    @property
    def needs(self) -> bool:
        """It asks for help, or is weak where it matters."""
        weak = self.lowest is not None and self.lowest <= LOW
        return self.wants or (weak and self.importance is not None and self.importance >= IMPORTANT)

    @property
    def said(self) -> bool:
        return self.lowest is not None or self.importance is not None or self.offers or self.wants


def areas_of(questionnaire: Questionnaire) -> tuple[Area, ...]:
    """In the order asked; empty for a questionnaire that is no provision audit."""
    found = []
    for section in questionnaire.sections:
        by_scale = {item.scale: item for item in section.items if item.kind == "single" and item.scale}
        if {"importance", "offer", "want"} <= by_scale.keys():
            levels = tuple(item for item in section.items if item.kind == "level" and is_scored(questionnaire, item))
            number = next((item for item in section.items if item.kind == "number"), None)
            asked = by_scale["importance"], by_scale["offer"], number, by_scale["want"]
            found.append(Area(section, levels, *asked))
    return tuple(found)


def provision_of(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> Mapping[str, AreaAnswer]:
    """By the section's id; what skip logic hides counts as not said."""
    hidden = hidden_items(questionnaire, answers_of(stands))
    shown = {name: standing for name, standing in stands.items() if name not in hidden}
    return {area.section.id: _answer(questionnaire, area, shown) for area in areas_of(questionnaire)}


def _answer(questionnaire: Questionnaire, area: Area, stands: Mapping[str, Standing]) -> AreaAnswer:
    standing = {item.id: stands.get(item.id, NOTHING) for item in area.section.items}

    def option(item: Item) -> str | None:
        answer = standing[item.id].answer
        return answer.option if answer else None

    def score(item: Item) -> float | None:
        code = option(item)
        return questionnaire.score_of(item, code) if code is not None else None

    levels = {item.id: found for item in area.levels if (found := score(item)) is not None}
    highest = max(levels.values(), default=None)
    capacity = standing[area.capacity.id].answer if area.capacity else None
    offer, want, importance = option(area.offer), option(area.want), option(area.importance)
    return AreaAnswer(
        lowest=min(levels.values(), default=None),
        highest=highest,
        importance=float(importance) if importance in IMPORTANCE else None,
        offers=offer in ("yes", "conditions"),
        on_conditions=offer == "conditions",
        capacity=int(capacity.value) if capacity and isinstance(capacity.value, float) else None,
        wants=want in ("later", "this_year"),
        wants_now=want == "this_year",
        evidenced=any(level == highest and standing[name].evidence for name, level in levels.items()),
        contested=any(standing[item.id].rivals for item in area.section.items),
    )
