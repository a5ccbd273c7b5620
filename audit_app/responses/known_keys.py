"""Known keys: by which signatures a school's files are known here. Each was accepted by a person, and none travels."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from audit_app.responses.model import Frozen, School

PublicKey = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""An Ed25519 public key's 32 bytes, in hexadecimal."""


class KnownKey(Frozen):
    """A key that a person accepted for a school; a school may have several, one for each of its devices."""

    school: Annotated[str, Field(min_length=1, max_length=200)]
    urn: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    key: PublicKey
    accepted: date

    @classmethod
    def of(cls, school: School, key: str, accepted: date) -> "KnownKey":
        return cls(school=school.name, urn=school.urn, key=key, accepted=accepted)


def keys_of(school: School, known: Iterable[KnownKey]) -> frozenset[str]:
    """Those that were accepted for this school."""
    return frozenset(one.key for one in known if is_same(school, one.school, one.urn))


def is_same(school: School, name: str, urn: str | None) -> bool:
    """By its URN where both have one, so that a renamed school stays the same and a namesake another; else by name."""
    if school.urn and urn:
        return school.urn == urn
    return plain_name(school.name) == plain_name(name)


def plain_name(name: str) -> str:
    """Without what nobody would notice: letter case, and how much space stands where."""
    return " ".join(name.casefold().split())
