"""A survey wave: what colleagues are asked to agree to, the responses that they handed in, and when it is over.

A wave is an `Audit` of mode `survey`. Its entries say what the leader decided (`terms`), that it was closed (a
submission that names the responses that count) and erased. The responses stand beside the entries: they have no stamp,
no author and no device, only a random id and the day, and are kept in the order of those ids.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import MAXYEAR, date
from typing import Annotated, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Slug
from audit_app.responses.model import Answer, Entry, Frozen
from audit_app.responses.standing import heads
from audit_app.responses.submission import submissions

SURVEY = "survey"
"""The subject of entries about a wave."""
SMALLEST_MINIMUM = 3
USUAL_MINIMUM = 5
LONGEST_COMMENT = 4_000
Words = Annotated[str, Field(min_length=1, max_length=4_000)]
Comment = Annotated[str, Field(min_length=1, max_length=LONGEST_COMMENT)]


class Group(Frozen):
    """A respondent group, for example teachers."""

    id: Slug
    title: Annotated[str, Field(min_length=1, max_length=60)]
    invited: Annotated[int, Field(ge=1, le=5_000)]
    """How many colleagues were asked."""


class Terms(Frozen):
    """What a wave is opened with, and its notice says before the first question."""

    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=12)]
    purpose: Words
    """What the answers are for."""
    controller: Words
    """Who is responsible for the data and how to reach them, in the school's own words."""
    readers: Words
    """Who sees what."""
    closes: date
    """The last day on which responses are taken."""
    erase_after: date
    """From the day after, the app offers to erase the responses."""
    minimum: Annotated[int, Field(ge=SMALLEST_MINIMUM, le=50)] = USUAL_MINIMUM
    """The smallest group whose results are shown."""

    @field_validator("purpose", "controller", "readers")
    @classmethod
    def _says_something(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("blank")
        return text.strip()

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if len({group.id for group in self.groups}) < len(self.groups):
            raise ValueError("two groups have the same id")
        if len({group.title.strip().casefold() for group in self.groups}) < len(self.groups):
            raise ValueError("two groups have the same name")
        if self.erase_after < self.closes:
            raise ValueError("responses would be erased before the survey closes")
        return self

    @property
    def invited(self) -> int:
        return sum(group.invited for group in self.groups)

    def group(self, group_id: str) -> Group | None:
        return next((group for group in self.groups if group.id == group_id), None)


def a_year_after(day: date) -> date:
    """How long responses are kept unless told: the same day of the next year.

    After 29 February the last of the month, and never after the last year of all.
    """
    year = min(day.year + 1, MAXYEAR)
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


class Response(Frozen):
    """What one colleague handed in. Nothing in it says who, on which device, or at what time."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    """Random; also the order in which responses are kept."""
    group: Slug
    given: date
    answers: Annotated[Mapping[str, Answer], Field(min_length=1, max_length=2_000)]
    """By item."""
    comments: Annotated[Mapping[str, Comment], Field(max_length=2_000)] = {}
    """By item."""


class GroupCount(Frozen):
    """How many of a group have answered."""

    group: Group
    responses: int


class IrreconcilableResponseError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Two copies of one anonymous response say different things, so nothing was changed. One was altered "
                "outside the app: ask for the file again."
            )
        )


def terms_of(entries: Iterable[Entry]) -> Terms | None:
    """What the wave was opened with, as last put; None for what is not a wave, or a wave that can't be read."""
    found = heads(entry for entry in entries if entry.subject == SURVEY).get((SURVEY, "terms"), ())
    for entry in reversed(found):
        try:
            return Terms.model_validate(entry.value)
        except ValidationError:
            continue
    return None


def is_erased(entries: Iterable[Entry]) -> bool:
    """Its responses were erased, and none is taken in again."""
    return any(entry.subject == SURVEY and entry.field == "erased" for entry in entries)


def closed_with(entries: Iterable[Entry]) -> frozenset[str] | None:
    """Ids of the responses that count; None while the wave runs.

    What a wave counts is fixed by its first closing: results that were seen never change by one person.
    """
    found = submissions(entries)
    return frozenset(found[0].entries) if found else None


def counting(entries: Iterable[Entry], responses: Iterable[Response]) -> tuple[Response, ...]:
    """The responses that results rest on, by their ids; none while the wave runs."""
    counted = closed_with(entries) or frozenset()
    return tuple(sorted((one for one in responses if one.id in counted), key=lambda one: one.id))


def group_counts(terms: Terms, responses: Iterable[Response]) -> tuple[GroupCount, ...]:
    """In the order of the groups."""
    handed_in = [one.group for one in responses]
    return tuple(GroupCount(group=group, responses=handed_in.count(group.id)) for group in terms.groups)


def new_responses(known: Mapping[str, Response], given: Iterable[Response]) -> tuple[Response, ...]:
    """Those that are not known yet. Raises IrreconcilableResponseError."""
    found: dict[str, Response] = {}
    for one in given:
        before = found.get(one.id) or known.get(one.id)
        if before is None:
            found[one.id] = one
        elif before != one:
            raise IrreconcilableResponseError
    return tuple(found.values())


def in_order(responses: Mapping[str, Response] | Sequence[Response]) -> tuple[Response, ...]:
    """By their random ids, so that the order says nothing about who came when."""
    all_of_them = responses.values() if isinstance(responses, Mapping) else responses
    return tuple(sorted(all_of_them, key=lambda one: one.id))
