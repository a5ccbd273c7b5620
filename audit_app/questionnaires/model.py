"""What is asked: an ordered, versioned, immutable set of items, in one language at a time.

A questionnaire's file holds every language; reading it with `context={"language": "cy"}` picks one text of each
(English where there is none), so everything after this module deals in plain strings.
"""

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

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=60)]
"""An item's id: letters, digits and underscores, so that it can stand in a condition."""


def _in_language(value: object, info: ValidationInfo) -> object:
    if isinstance(value, Mapping):
        wanted = (info.context or {}).get("language", FALLBACK_LANGUAGE)
        return value.get(wanted) or value.get(FALLBACK_LANGUAGE)
    return value


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
    """Immutable and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ResponseOption(Frozen):
    """One choice on a response scale."""

    code: str
    label: Text
    score: float | None = None
    """None keeps the option out of every mean."""


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
    for_levels: tuple[str, ...] = ("1", "2")
    """The response options that call for it."""


class Item(Frozen):
    """One statement that a school places itself against; its id is permanent and survives versions."""

    id: Name
    kind: Literal["level"] = "level"
    text: Text
    descriptors: Mapping[str, Text]
    """Option code to what that level looks like."""
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
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


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
    scale: Annotated[tuple[ResponseOption, ...], Field(min_length=2)]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    balance: Balance | None = None
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
    def options_by_code(self) -> Mapping[str, ResponseOption]:
        return {option.code: option for option in self.scale}

    @model_validator(mode="after")
    def _names_agree(self) -> "Questionnaire":
        ids = [item.id for item in self.items] + [section.id for section in self.sections]
        if repeated := {name for name in ids if ids.count(name) > 1}:
            raise ValueError(f"these ids stand twice: {', '.join(sorted(repeated))}")
        codes = [option.code for option in self.scale]
        for item in self.items:
            if set(item.descriptors) != set(codes):
                raise ValueError(f"item {item.id} needs one descriptor for each of {', '.join(codes)}")
        return self
