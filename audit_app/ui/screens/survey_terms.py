"""What a leader types about a survey: kept as typed, and read into its terms or into what is wrong with which field."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from audit_app.responses.survey import SMALLEST_MINIMUM, USUAL_MINIMUM, Group, Terms, a_year_after
from audit_app.ui.text import surveys as text

USUAL_DAYS = 14
"""Two weeks: everybody has been in school, nobody has forgotten."""
MOST_GROUPS = 12
LONGEST_NAME = 60
LONGEST_TEXT = 4_000
MOST_INVITED = 5_000
LARGEST_MINIMUM = 50
Errors = Mapping[str, str]


@dataclass(frozen=True)
class GroupFields:
    number: int
    """Tells it from the others while its name changes."""
    title: str = ""
    invited: str = ""
    id: str = ""
    """Of a group that colleagues have been told of; its name stays."""


@dataclass(frozen=True)
class TermsFields:
    groups: tuple[GroupFields, ...]
    closes: date | None
    erase_after: date | None
    minimum: str
    purpose: str
    controller: str
    readers: str

    def with_group(self, number: int, **changes: Any) -> "TermsFields":
        groups = tuple(replace(one, **changes) if one.number == number else one for one in self.groups)
        return replace(self, groups=groups)

    def without_group(self, number: int) -> "TermsFields":
        return replace(self, groups=tuple(one for one in self.groups if one.number != number))

    def with_another_group(self) -> "TermsFields":
        number = max((one.number for one in self.groups), default=0) + 1
        return replace(self, groups=(*self.groups, GroupFields(number)))

    def with_last_day(self, day: date | None) -> "TermsFields":
        """The day of erasing goes along while it is a year after it, as it was to begin with."""
        follows = self.closes is not None and self.erase_after == a_year_after(self.closes)
        return replace(self, closes=day, erase_after=a_year_after(day) if follows and day else self.erase_after)


def first_fields(title: str, school: str, person: str, today: date) -> TermsFields:
    """A sensible beginning."""
    closes = today + timedelta(days=USUAL_DAYS)
    return TermsFields(
        groups=tuple(GroupFields(number, name) for number, name in enumerate(text.USUAL_GROUPS, 1)),
        closes=closes,
        erase_after=a_year_after(closes),
        minimum=str(USUAL_MINIMUM),
        purpose=text.draft_purpose(title),
        controller=text.draft_controller(school, person),
        readers=text.DRAFT_READERS,
    )


def fields_of(terms: Terms) -> TermsFields:
    return TermsFields(
        groups=tuple(
            GroupFields(number, one.title, str(one.invited), one.id) for number, one in enumerate(terms.groups, 1)
        ),
        closes=terms.closes,
        erase_after=terms.erase_after,
        minimum=str(terms.minimum),
        purpose=terms.purpose,
        controller=terms.controller,
        readers=terms.readers,
    )


def read_terms(fields: TermsFields, today: date, before: Terms | None = None) -> tuple[Terms | None, Errors]:
    """The terms, or what is wrong with which field. `before` is what colleagues were told already."""
    errors = {name: said for name, said in _wrong(fields, today, before) if said}
    if errors or fields.closes is None or fields.erase_after is None:
        return None, errors
    return (
        Terms(
            groups=_groups(fields.groups),
            purpose=fields.purpose,
            controller=fields.controller,
            readers=fields.readers,
            closes=fields.closes,
            erase_after=fields.erase_after,
            minimum=int(fields.minimum),
        ),
        {},
    )


def whole(typed: str) -> int | None:
    """A number as people type it: “1,200” and “1 200” too."""
    plain = typed.replace(",", "").replace(" ", "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None


def too_small(group: GroupFields, fields: TermsFields) -> int:
    """How many are asked, when that is too few for results of its own; else 0."""
    invited, minimum = whole(group.invited), whole(fields.minimum)
    return invited if invited and minimum and invited < minimum else 0


def _wrong(fields: TermsFields, today: date, before: Terms | None) -> Iterator[tuple[str, str]]:
    if not 1 <= len(fields.groups) <= MOST_GROUPS:
        yield "groups", text.GROUPS_NEEDED
    for one in fields.groups:
        yield f"title {one.number}", _wrong_name(one, fields.groups)
        invited = whole(one.invited)
        yield f"invited {one.number}", "" if invited and invited <= MOST_INVITED else text.NUMBER_NEEDED
    yield "closes", _wrong_last_day(fields, today, before)
    yield "erase_after", _wrong_erasing(fields, before)
    yield "minimum", _wrong_minimum(fields.minimum, before)
    for name in ("purpose", "controller", "readers"):
        words = getattr(fields, name)
        yield name, text.TEXT_NEEDED if not words.strip() else text.TEXT_LONG if len(words) > LONGEST_TEXT else ""


def _wrong_name(one: GroupFields, groups: Sequence[GroupFields]) -> str:
    name = one.title.strip().casefold()
    if not name:
        return text.NAME_NEEDED
    if len(one.title.strip()) > LONGEST_NAME:
        return text.NAME_LONG
    earlier = [other.title.strip().casefold() for other in groups[: groups.index(one)]]
    return text.NAME_TWICE if name in earlier else ""


def _wrong_last_day(fields: TermsFields, today: date, before: Terms | None) -> str:
    if fields.closes is None:
        return text.DAY_NEEDED
    unchanged = before is not None and fields.closes == before.closes
    return text.DAY_PAST if fields.closes < today and not unchanged else ""


def _wrong_erasing(fields: TermsFields, before: Terms | None) -> str:
    if fields.erase_after is None:
        return text.DAY_NEEDED
    if fields.closes is not None and fields.erase_after < fields.closes:
        return text.ERASED_TOO_EARLY
    return text.ERASED_TOO_LATE if before is not None and fields.erase_after > before.erase_after else ""


def _wrong_minimum(typed: str, before: Terms | None) -> str:
    minimum = whole(typed)
    if minimum is None or not SMALLEST_MINIMUM <= minimum <= LARGEST_MINIMUM:
        return text.MINIMUM_WRONG
    return text.MINIMUM_WEAKER if before is not None and minimum < before.minimum else ""


def _groups(fields: Sequence[GroupFields]) -> tuple[Group, ...]:
    taken = {one.id for one in fields if one.id}
    made = []
    for one in fields:
        name = one.id or _new_id(one.title, taken)
        taken.add(name)
        made.append(Group(id=name, title=one.title.strip(), invited=whole(one.invited) or 0))
    return tuple(made)


def _new_id(title: str, taken: set[str]) -> str:
    """From the name, as far as it has Latin letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    stem = stem if re.match(r"[a-z]", stem) else f"group-{stem}".strip("-")
    number = 2
    found = stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found
