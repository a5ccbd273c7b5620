"""Migrations: what an older version of this app wrote, said as this one says it.

A step is a pure function with a telling name, from one format's documents to the next one's; a format's version is one
more than the number of its steps. An older file is read through all steps that it lacks. Opening it changes nothing;
it is written anew, as a whole, before the first change to it (journal.py). Files of every older format lie in
tests/storage/formats/ as they were written.

Whatever older apps would not read needs a new version, an added field or table too: they refuse a newer file, while
they would take one that names their own version for damaged. Where nothing has to be said otherwise, the step returns
what it was given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

Documents: TypeAlias = dict[str, Any]
"""A journal's tables, or what stands under `settings`; a step may change and return what it is given."""
Step: TypeAlias = Callable[[Documents], Documents]


@dataclass(frozen=True)
class Format:
    """What a kind of file is called in its first line, and the way from its first version to this one."""

    name: str
    steps: tuple[Step, ...] = ()

    @property
    def version(self) -> int:
        return 1 + len(self.steps)

    def knows(self, version: object) -> bool:
        return type(version) is int and 1 <= version <= self.version

    def brought_up(self, documents: Documents, version: int) -> Documents:
        """From that version to this one."""
        for step in self.steps[version - 1 :]:
            documents = step(documents)
        return documents


def with_more_choices(settings: Documents) -> Documents:
    """In 2 came what the broker chose to match schools by; whoever chose nothing gets the usual."""
    return settings


def with_places(state: Documents) -> Documents:
    """In 2 came where a school is; of those written before it is not known."""
    return state


JOURNAL = Format("audit-app/journal", (with_places,))
SETTINGS = Format("audit-app/settings", (with_more_choices,))
