"""Packed: documents that are held in memory for as long as an audit is open, in a fifth of what they take as objects.

Each document stands as the bytes that `marshal` makes of it, and is made anew whenever somebody looks at it. So what is
looked at can be changed without changing what is held.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

Stored: TypeAlias = dict[str, Any]
"""A document as TinyDB hands it about."""
Model = TypeVar("Model", bound=BaseModel)


class Packed(MutableMapping[str, Stored]):
    """Documents of plain JSON values, by their ids, in the order in which they came."""

    def __init__(self, documents: Mapping[str, Stored] | None = None) -> None:
        self._bytes = {key: marshal.dumps(one) for key, one in (documents or {}).items()}

    def __getitem__(self, key: str) -> Stored:
        found: Stored = marshal.loads(self._bytes[key])  # noqa: S302  only bytes that this object made
        return found

    def __setitem__(self, key: str, document: Stored) -> None:
        self._bytes[key] = marshal.dumps(document)

    def __delitem__(self, key: str) -> None:
        del self._bytes[key]

    def __contains__(self, key: object) -> bool:
        return key in self._bytes

    def __iter__(self) -> Iterator[str]:
        return iter(self._bytes)

    def __len__(self) -> int:
        return len(self._bytes)


def held(models: Iterable[Model]) -> Iterator[Model]:
    """Models that are held for long, each without its own set of which fields were given: pydantic's takes as much as
    all the rest of a small one. A changed copy of a model (`model_copy`) has its own again.
    """
    for one in models:
        object.__setattr__(one, "__pydantic_fields_set__", _the_same(frozenset(one.model_fields_set)))
        yield one


@lru_cache(maxsize=100)
def _the_same(fields: frozenset[str]) -> set[str]:
    """One for all that were given the same."""
    return set(fields)
