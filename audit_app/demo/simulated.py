"""Simulated people: they make an audit's entries through the same functions as the screens, at times that are given."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from audit_app.demo.stories import Person
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.steps import step


class Simulated:
    """One audit being worked on by several people, each on a device of their own."""

    def __init__(self, name: str, random: Random) -> None:
        self._name = name
        self._random = random
        self._moment = datetime(2000, 1, 1, tzinfo=UTC)
        self._clocks: dict[str, Clock] = {}
        self.entries: tuple[Entry, ...] = ()

    def sit_down(self, moment: datetime) -> None:
        """The next entries are made from this moment on; never before those made already."""
        self._moment = max(self._moment, moment)

    def do(self, person: Person, make: Callable[..., Sequence[Entry]], *given: object) -> None:
        """What a person does, a minute or two after what was done before."""
        step()
        self._tick()
        self.entries += tuple(make(self.entries, *given, self._clock(person), person.name))

    def do_unseen(
        self, make: Callable[..., Sequence[Entry]], each: Sequence[tuple[Person, tuple[object, ...]]]
    ) -> None:
        """What several people do without having seen what the others did."""
        before = self.entries
        for person, given in each:
            self._tick()
            self.entries += tuple(make(before, *given, self._clock(person), person.name))

    def _tick(self) -> None:
        self._moment += timedelta(milliseconds=self._random.randint(21_000, 140_000))

    def _clock(self, person: Person) -> Clock:
        device = "".join(
            character for character in self._name + person.name if character.isascii() and character.isalnum()
        )
        return self._clocks.setdefault(person.name, Clock(device.lower()[:40], lambda: self._moment))
