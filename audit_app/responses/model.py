"""What was answered, as it is kept: one audit, and the entries that people made in it.

An entry is one thing that one person said about one subject: an answer, a comment, a piece of evidence, a field of the
plan, a submission. Entries are only ever added. A later entry names the ones that it replaces, so what stands now is
what nothing replaces, the history is the list itself, and merging two copies of an audit is the union of their entries.
Two entries about the same thing that do not replace one another were made without knowledge of each other.
"""

from datetime import date, datetime
from sys import intern
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    field_validator,
    model_validator,
)

from audit_app.questionnaires.model import Name, Questionnaire, Slug
from audit_app.responses.place import Latitude, Longitude, PostcodeDistrict

Reason = Literal["not_applicable", "prefer_not_to_say"]
Phase = Literal[
    "nursery", "primary", "middle", "secondary", "all-through", "special", "alternative provision", "post-16"
]
SchoolType = Literal["maintained", "academy", "free school", "faith", "independent", "special", "college", "other"]
ShortText = Annotated[str, Field(max_length=200)]
LongText = Annotated[str, Field(max_length=20_000)]
Value = (
    Annotated[float, Field(strict=True, allow_inf_nan=False)]
    | Annotated[str, Field(max_length=20_000)]
    | Annotated[tuple[Annotated[str, Field(max_length=40)], ...], Field(min_length=1, max_length=200)]
)
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
"""Safe as a file name on every system."""


def _with_a_real_moment(stamp: str) -> str:
    datetime.fromisoformat(stamp[:24])
    return stamp


Stamp = Annotated[
    str,
    Field(
        pattern=r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z~[0-9a-f]{4}~[A-Za-z0-9]{1,40}$"
    ),
    AfterValidator(_with_a_real_moment),
]
"""When and where an entry was made (clock.py)."""


class Frozen(BaseModel):
    """Immutable and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _is_not_said(value: object) -> bool:
    return value is None


class School(Frozen):
    """The profile of a school; only the name is required."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    urn: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    """The Unique Reference Number: six digits."""
    phase: Phase | None = None
    type: SchoolType | None = None
    local_authority: ShortText | None = None
    pupils: Annotated[int, Field(ge=0, le=20_000)] | None = None
    """Pupils on roll."""
    postcode_district: Annotated[PostcodeDistrict | None, Field(exclude_if=_is_not_said)] = None
    """The first half of the postcode; the second is never kept (place.py)."""
    latitude: Annotated[Latitude | None, Field(exclude_if=_is_not_said)] = None
    longitude: Annotated[Longitude | None, Field(exclude_if=_is_not_said)] = None
    """Degrees north and east, with two decimals; both or none. A place that is not said is not written either, so that
    such a profile is the same, to the byte, as before there were places."""

    @model_validator(mode="after")
    def _both_or_none(self) -> "School":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("coordinates are a latitude and a longitude")
        return self


class QuestionnaireRef(Frozen):
    """Exactly which questionnaire was answered."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    @classmethod
    def to(cls, questionnaire: Questionnaire) -> "QuestionnaireRef":
        return cls(id=questionnaire.id, version=questionnaire.version, fingerprint=questionnaire.fingerprint)


class Audit(Frozen):
    """One school's self-audit or survey in one wave: what never changes about it."""

    id: Identifier
    questionnaire: QuestionnaireRef
    mode: Literal["self_audit", "survey"]
    school: School
    wave: Annotated[str, Field(min_length=1, max_length=80)]
    """The round of collection as people call it, for example “Autumn 2026”."""
    created: AwareDatetime


class Answer(Frozen):
    """What was given for one item: an option of its scale, a value, or the reason for none; exactly one of these."""

    option: Annotated[str, Field(max_length=40)] | None = None
    reason: Reason | None = None
    value: Value | None = None
    """For an item that is not answered with one option: a number, words, a day (ISO 8601), or several codes.

    Empty words stand in a copy that was made to travel without them: something was written, and stayed at home.
    """

    @model_validator(mode="after")
    def _one_of_them(self) -> "Answer":
        if (self.option is not None) + (self.reason is not None) + (self.value is not None) != 1:
            raise ValueError("an answer is an option, a value, or the reason for none")
        return self

    @property
    def in_words(self) -> bool:
        """It was written freely, so it may say anything about anybody."""
        return isinstance(self.value, str) and not is_day(self.value)


class Carried(Frozen):
    """An answer of an earlier wave, offered in this one (“still true?”). It counts once it is given again."""

    answer: Answer
    wave: Annotated[str, Field(min_length=1, max_length=80)]
    given: date
    """When it was given."""
    stale: bool = False
    """It was old when this wave began, so the item is rather asked afresh than confirmed."""


class Evidence(Frozen):
    """Something that shows an answer to be so: words, a link, or a file that was copied in."""

    kind: Literal["text", "link", "file"]
    text: Annotated[str, Field(max_length=4000)] = ""
    """The words, the address, or the file's name as the user knows it."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    size: Annotated[int, Field(ge=0)] | None = None
    """Bytes of the file."""


def _each_once(erased: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*erased}))


class Entry(Frozen):
    """One thing that was said; never changed once kept."""

    stamp: Stamp
    """Unique, and later entries of one device sort later."""
    by: Annotated[ShortText, AfterValidator(intern)] = ""
    """Who said it, as they call themselves. Thousands of entries say it, and it is held once (so is the subject)."""
    subject: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(intern)]
    """`item/<item id>`, `audit`, or a path below `plan`."""
    field: Name
    """For an item: answer, comment, evidence, carried."""
    value: JsonValue = None
    """None takes back what it replaces."""
    replaces: Annotated[tuple[str, ...], Field(max_length=200)] = ()
    """Stamps of the entries that were seen and are no longer to stand."""
    redacted: bool = False
    """True on a copy that was made to travel without its words, its author and its history."""
    erased: Annotated[tuple[Literal["by", "value"], ...], AfterValidator(_each_once)] = ()
    """What of it was erased for good; no fuller copy brings that back (erasing.py)."""

    @field_validator("erased")
    @classmethod
    def _is_erased(cls, erased: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Only looked at where something is."""
        if ("by" in erased and info.data.get("by")) or ("value" in erased and info.data.get("value") is not None):
            raise ValueError("it still says what was erased")
        return erased

    @property
    def at(self) -> datetime:
        """When it was made, by the clock of the device that made it."""
        return datetime.fromisoformat(self.stamp[:24])


def is_day(text: str) -> bool:
    """Written as `2026-09-01`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def item_subject(item_id: str) -> str:
    return f"item/{item_id}"
