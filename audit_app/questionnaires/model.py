"""What is asked: an ordered, versioned, immutable set of items, in one language at a time.

A questionnaire's file holds every language; reading it with `context={"language": "cy"}` picks one text of each
(English where there is none), so everything after this module deals in plain strings.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

FALLBACK_LANGUAGE = "en"

Kind = Literal["level", "single", "multiple", "number", "text", "date", "note"]
"""What an item takes: a level on a scale, one choice, several, a number, words, a day; a note takes nothing."""

CHOICE_KINDS = frozenset({"level", "single", "multiple"})
"""Kinds that are answered with options."""

Grade = Literal["error", "warning", "information"]
"""Of a check on an answer: it can't be right; it is unlikely; worth knowing."""

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=60)]
"""An item's id: letters, digits and underscores, so that it can stand in a condition."""


def _in_language(value: object, info: ValidationInfo) -> object:
    if isinstance(value, Mapping):
        wanted = (info.context or {}).get("language", FALLBACK_LANGUAGE)
        return value.get(wanted) or value.get(FALLBACK_LANGUAGE)
    return value


Condition = Annotated[str, Field(min_length=1, max_length=1000)]
"""An expression over the answers to other items; docs/conditions.md says what may stand in it."""

Text = Annotated[
    str,
    BeforeValidator(_in_language),
    Field(min_length=1, max_length=4000),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]},
        mode="validation",
    ),
]
"""Text in the file is a string (English) or an object from language to string."""


class Frozen(BaseModel):
    """Immutable and strict about unknown keys; every number is one that can be reckoned with."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ResponseOption(Frozen):
    """One choice on a response scale."""

    code: str
    label: Text
    score: float | None = None
    """None keeps the option out of every mean."""
    visible_if: Condition | None = None
    """When the option is offered; None means always."""


class Check(Frozen):
    """Something that must hold of an answer once it is given, and what to say when it doesn't."""

    condition: Condition
    message: Text
    grade: Grade = "error"


class FollowUp(Frozen):
    """An invitation to say more, shown after some of the options; nobody has to."""

    prompt: Text
    for_options: tuple[str, ...] = ()
    """Codes of the options; empty means the lower half of the item's scale."""


class SuggestedAction(Frozen):
    """What a school could do about a low level."""

    id: Name
    text: Text
    first_step: Text
    """What can be done on Monday."""
    leave: Literal["none", "head", "board"] = "head"
    """Whose leave it needs."""
    effort: Literal["small", "medium", "large"] = "medium"
    weeks: Annotated[int, Field(ge=1, le=104)] = 12
    """Lead time until it can be seen to work."""
    for_levels: tuple[str, ...] = ()
    """The response options that call for it; empty means the lower half of the item's scale."""


class Item(Frozen):
    """One statement or question; its id is permanent and survives versions."""

    id: Name
    kind: Kind = "level"
    text: Text
    hint: Text | None = None
    """How to answer, in one sentence."""
    descriptors: Mapping[str, Text] = Field(default_factory=dict)
    """Option code to what that level looks like; every level item has one for each option of its scale."""
    scale: Slug | None = None
    """The shared scale of a level, single or multiple item; None means its own options, else the questionnaire's."""
    options: tuple[ResponseOption, ...] = ()
    """Options of its own."""
    whole: bool = False
    """A number without decimals."""
    reverse: bool = False
    """Keyed the other way round: its highest option counts as the lowest."""
    weight: Annotated[float, Field(ge=0, le=100)] = 1
    """How much it counts in its section's mean."""
    required: bool = False
    """The response can't be submitted without an answer, or a reason for none, while the item is shown."""
    visible_if: Condition | None = None
    """When the item is shown; None means always."""
    checks: Annotated[tuple[Check, ...], Field(max_length=20)] = ()
    follow_up: FollowUp | None = None
    evidence_prompt: Text | None = None
    why: Text | None = None
    """Why it matters, in one sentence."""
    idea: Text | None = None
    """The idea that the item measures, and where it comes from."""
    actions: tuple[SuggestedAction, ...] = ()
    allow_not_applicable: bool = True
    allow_prefer_not_to_say: bool = True


class Section(Frozen):
    """Items shown and scored together."""

    id: Slug
    title: Text
    intro: Text | None = None
    visible_if: Condition | None = None
    """When the section is shown at all; None means always."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Change(Frozen):
    """What an item of the version before became in this one."""

    became: Literal["same", "reworded", "changed", "split", "dropped"]
    """Answers stay comparable when it is the same or was only reworded."""
    items: tuple[Name, ...] = ()
    """The items it became; empty means the item of the same id (or none, when it was dropped)."""
    note: Text | None = None
    """What is different, for whoever answered it before."""


class Balance(Frozen):
    """Which sections stand for each of the three forces of collaboration."""

    hierarchy: tuple[Slug, ...]
    solidarity: tuple[Slug, ...]
    individualism: tuple[Slug, ...]


class Questionnaire(Frozen):
    """Identified by id, version and fingerprint; a released version never changes."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: Text
    summary: Text
    audience: Text
    """Who it is for, in one sentence."""
    mode: Literal["self_audit", "survey"]
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = (FALLBACK_LANGUAGE,)
    minutes: Annotated[int, Field(ge=1, le=240)]
    """How long it takes to answer."""
    scale: tuple[ResponseOption, ...] = ()
    """The scale of every item that names no other; at least two options wherever an item uses it."""
    scales: Mapping[Slug, tuple[ResponseOption, ...]] = Field(default_factory=dict)
    """Further scales, by id, for items to share."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    balance: Balance | None = None
    changes: Mapping[Name, Change] = Field(default_factory=dict)
    """Item id in the version before to what became of it; an item that is not named stayed the same."""
    fingerprint: str = ""
    """SHA-256 of the file's canonical JSON without this key; set by the library when it loads the file."""

    @property
    def items(self) -> Iterator[Item]:
        """Every item in the order in which it is asked."""
        for section in self.sections:
            yield from section.items

    @cached_property
    def items_by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """Item id to its section."""
        return {item.id: section for section in self.sections for item in section.items}

    @cached_property
    def single_choices(self) -> frozenset[tuple[str, str]]:
        """Every item that is answered with one option, with each of its options' codes."""
        chosen = [item for item in self.items if item.kind in ("level", "single")]
        return frozenset((item.id, option.code) for item in chosen for option in self.options_of(item))

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, tuple[ResponseOption, float | None]]]:
        """Item id to each of its options by its code, with what it counts (score_of)."""
        return {
            item.id: {option.code: (option, self.score_of(item, option.code)) for option in self.options_of(item)}
            for item in self.items
        }

    @cached_property
    def score_ranges(self) -> Mapping[str, tuple[float, float]]:
        """Item id to the lowest and the highest that an answer can count; items that can't count are not in it."""
        scores = {name: [score for _, score in of.values() if score is not None] for name, of in self.choices.items()}
        return {name: (min(found), max(found)) for name, found in scores.items() if found}

    def options_of(self, item: Item) -> tuple[ResponseOption, ...]:
        """The options of a level, single or multiple item; empty for the other kinds."""
        if item.kind not in CHOICE_KINDS:
            return ()
        if item.options:
            return item.options
        return self.scales.get(item.scale, ()) if item.scale is not None else self.scale

    def score_of(self, item: Item, code: str) -> float | None:
        """What an option of the item counts, the other way round for a reverse-keyed one; None keeps it out."""
        options = self.options_of(item)
        score = next((option.score for option in options if option.code == code), None)
        if score is None or not item.reverse:
            return score
        scores = [option.score for option in options if option.score is not None]
        return min(scores) + max(scores) - score

    def actions_for(self, item_id: str, code: str | None) -> tuple[SuggestedAction, ...]:
        """What is suggested where this option was given to the item."""
        item = self.items_by_id[item_id]
        return tuple(one for one in item.actions if code in (one.for_levels or self._lower_half(item)))

    def asked_further(self, item: Item) -> frozenset[str]:
        """Codes of the options after which the item's follow-up is shown."""
        if item.follow_up is None:
            return frozenset()
        return frozenset(item.follow_up.for_options) or self._lower_half(item)

    def _lower_half(self, item: Item) -> frozenset[str]:
        """Codes of the options that count less than the middle of the item's scale."""
        if item.id not in self.score_ranges:
            return frozenset()
        lowest, highest = self.score_ranges[item.id]
        scores = {code: score for code, (_, score) in self.choices[item.id].items()}
        return frozenset(code for code, score in scores.items() if score is not None and score < (lowest + highest) / 2)

    @model_validator(mode="after")
    def _names_agree(self) -> "Questionnaire":
        counted = Counter([item.id for item in self.items] + [section.id for section in self.sections])
        if repeated := [name for name, times in counted.items() if times > 1]:
            raise ValueError(f"these ids stand twice: {', '.join(sorted(repeated))}")
        for item in self.items:
            if item.kind not in CHOICE_KINDS:
                continue
            if item.scale is not None and item.scale not in self.scales:
                raise ValueError(f"item {item.id} names the scale {item.scale}, which is not there")
            codes = [option.code for option in self.options_of(item)]
            if len(codes) < 2 or len(set(codes)) < len(codes):
                raise ValueError(f"item {item.id} needs two options or more, each with a code of its own")
            if item.kind == "level" and set(item.descriptors) != set(codes):
                raise ValueError(f"item {item.id} needs one descriptor for each of {', '.join(codes)}")
        return self
