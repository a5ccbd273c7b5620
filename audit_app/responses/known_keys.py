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


class KeysBySchool:
    """Which keys belong to a school, found at once however many schools there are.

    A school is the same by its URN where both have one, so that a renamed one stays the same and a namesake another;
    else by its name.
    """

    def __init__(self, known: Iterable[KnownKey] = ()) -> None:
        self._by_urn: dict[str, set[str]] = {}
        self._by_name: dict[str, dict[str | None, set[str]]] = {}
        for one in known:
            self.add(one.school, one.urn, one.key)

    def add(self, name: str, urn: str | None, key: str) -> None:
        self._by_name.setdefault(plain_name(name), {}).setdefault(urn, set()).add(key)
        if urn:
            self._by_urn.setdefault(urn, set()).add(key)

    def of(self, school: School) -> frozenset[str]:
        namesakes = self._by_name.get(plain_name(school.name), {})
        if school.urn:
            return frozenset(self._by_urn.get(school.urn, set()) | namesakes.get(None, set()))
        return frozenset().union(*namesakes.values())

    def knows_name(self, name: str) -> bool:
        return plain_name(name) in self._by_name


def plain_name(name: str) -> str:
    """Without what nobody would notice: letter case, and how much space stands where."""
    return " ".join(name.casefold().split())
