"""Tables: TinyDB over a journal, at the cost of what changed and not of what is there.

TinyDB's own table reads the whole database, copies it, and writes the whole of it. This one shows the updater a layer
over the documents: what is read through it is made anew (packed.py), what is set in it becomes the patch.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from audit_app.storage.journal import Journal
from audit_app.storage.packed import Stored


class Layer(MutableMapping[str, Stored]):
    """Documents by id, in which changes are noted beside the documents that they change."""

    def __init__(self, below: Mapping[str, Stored]) -> None:
        self._below = below
        self._above: dict[str, Stored | None] = {}

    def __getitem__(self, key: str) -> Stored:
        if key not in self._above:
            self._above[key] = self._below[key]  # made anew, because whoever reads a document may change it
        found = self._above[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, document: Stored) -> None:
        self._above[key] = document

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._above[key] = None

    def __contains__(self, key: object) -> bool:
        return self._above[key] is not None if key in self._above else key in self._below

    def __iter__(self) -> Iterator[str]:
        for key in self._below:
            if self._above.get(key, True) is not None:
                yield key
        for key, document in self._above.items():
            if document is not None and key not in self._below:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def patch(self) -> dict[str, Stored | None]:
        return {
            key: document
            for key, document in self._above.items()
            if self._below.get(key) != document  # None stands for “not there” on both sides
        }


class JournalTable(Table):
    """A TinyDB table whose ids are strings."""

    document_id_class = str  # type: ignore[assignment] # an entry's id is its stamp

    def put(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert or replace all of these in one write."""
        self._update_table(lambda table: table.update(documents))  # type: ignore[arg-type]

    def raw(self) -> Mapping[str, Stored]:
        """Each made anew when it is looked at."""
        return self._journal.table(self.name)

    @property
    def _journal(self) -> Journal:
        assert isinstance(self._storage, Journal)  # noqa: S101 # AuditDatabase makes no other
        return self._storage

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return Layer(self.raw())  # type: ignore[return-value]

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        layer = Layer(self.raw())
        updater(layer)  # type: ignore[arg-type]
        if changed := layer.patch():
            self._journal.change({self.name: changed})
        self.clear_cache()


class AuditDatabase(TinyDB):
    """One audit's TinyDB, with the tables `audit`, `entries` and `place`."""

    table_class = JournalTable

    def __init__(self, path: Path, name: str = "", *, read_only: bool = False) -> None:
        super().__init__(path, name, read_only=read_only, storage=Journal)

    def rows(self, name: str) -> JournalTable:
        found = self.table(name)
        assert isinstance(found, JournalTable)  # noqa: S101 # table_class above
        return found

    @property
    def journal(self) -> Journal:
        assert isinstance(self.storage, Journal)  # noqa: S101 # __init__ above
        return self.storage
