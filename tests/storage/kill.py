"""Killed at any moment: a process that keeps answers gets SIGKILL, and what it was told is saved is there afterwards.

`uv run python -m tests.storage.kill --times 2000` prints the figures. Each process is busy with one thing most of the
time: answering, compacting, bringing bundles in, backing up, or writing files of an older format anew. Acknowledged is
what it reported after the store had returned; a batch (one `keep`, one `merge`) that was under way must be there as a
whole or not at all. A kill landed in a phase when the process had said that it begins and not yet that it is done.
"""

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.storage import migrations
from audit_app.storage.doctor import check
from audit_app.storage.folder import FolderStore
from audit_app.storage.journal import replay
from audit_app.storage.protocol import AuditContent, Settings
from tests.builders import an_audit
from tests.storage.faults import quick_place
from tests.storage.stores import a_folder_store, formats, real_time, summarise

AUDITS = ("a0", "a1", "a2", "a3")
PHASES = ("answering", "compaction", "import", "backup", "migration")
KILLS_PER_FOLDER = 25
"""A folder is killed over and over, so that what one process left is what the next one finds."""
FORMATS_PER_PROCESS = 10
LONGEST_LIFE = 0.06
"""Seconds that a process lives once it is at work."""
Batch = list[tuple[str, str]]
"""Audit id and stamp of every entry that is kept in one step."""


class Figures:
    """What came of the kills."""

    def __init__(self) -> None:
        self.kills = 0
        self.acknowledged = 0
        self.lost = 0
        self.torn = 0
        """Batches of which a part is there."""
        self.files = 0
        self.unreadable = 0
        self.landed: Counter[str] = Counter()
        """By phase: kills that came in the middle of it."""

    @property
    def all_well(self) -> bool:
        return not (self.lost or self.torn or self.unreadable)


# The process that is killed


class Victim:
    """One process with a data folder, which says what it does before and after."""

    def __init__(self, folder: Path, aim: str, seed: int, version: int, report: Connection) -> None:
        self.folder = folder
        self.aim = aim
        self.seed = seed
        self.version = version
        self.report = report
        self.dice = random.Random(seed)
        self.every = timedelta(0) if aim == "backup" else self.dice.choice([None, timedelta(seconds=0.05)])

    def work_until_killed(self) -> None:
        migrations.JOURNAL = formats(self.version)  # this process knows a format that is to come
        self.store = self._opened()
        self.clock = Clock(self.store.device(), real_time)
        have = {line.id for line in self.store.summaries()}
        for audit_id in have:
            for entry in self.store.entries(audit_id)[-1:]:
                self.clock.observe(entry.stamp)
        for audit_id in sorted(set(AUDITS) - have):
            self.store.create(an_audit(id=audit_id))
        self.report.send_bytes(b"ready")
        deeds: dict[str, Callable[[], None]] = {
            "answering": self.answer,
            "compaction": self.compact,
            "import": self.bring_in,
            "backup": self.back_up,
            "migration": self.write_anew,
        }
        while True:
            deeds[self.aim if self.dice.random() < 0.8 else self.dice.choice(PHASES)]()
            if self.dice.random() < 0.02:
                self.store.close()
                self.store = self._opened()

    def answer(self) -> None:
        match self.dice.randrange(8):
            case 0:
                self.store.keep_settings(Settings(person=f"Ann {self.seed}"))
                self.store.attach(self.dice.choice(AUDITS), self.dice.randbytes(9000))
            case 1:
                self.store.summaries()
            case _:
                self._keep("answering", self.dice.choice(AUDITS), self.dice.choice([1, 1, 1, 3]))

    def compact(self) -> None:
        audit_id = self.dice.choice(AUDITS)
        for step in range(self.dice.randrange(1, 4)):
            self.store.keep_place(audit_id, f"item_{step}")
        with self._phase("compaction"):
            self.store._opened(audit_id).journal.compact()  # more often than it would

    def bring_in(self) -> None:
        ids = (*self.dice.sample(AUDITS, 2), f"new-{self.seed}-{self.dice.randrange(20)}")
        contents = [
            AuditContent(audit=an_audit(id=one), entries=self._entries(3), files=(self.dice.randbytes(50),))
            for one in ids
        ]
        batch = [(one.audit.id, entry.stamp) for one in contents for entry in one.entries]
        with self._phase("import", batch):
            self.store.merge(contents)

    def back_up(self) -> None:
        audit_id = self.dice.choice(AUDITS)
        with self._phase("backup"):
            self.store.backups.make(audit_id, self.store._opened(audit_id).journal)

    def write_anew(self) -> None:
        """The next version of the app opens the folder, and each audit is changed for the first time."""
        if len(migrations.JOURNAL.steps) + 1 < self.version + FORMATS_PER_PROCESS:
            migrations.JOURNAL = formats(len(migrations.JOURNAL.steps) + 2)
        for audit_id in AUDITS:
            self.store.forget(audit_id)
            self._keep("migration", audit_id, 1)

    def _keep(self, phase: str, audit_id: str, number: int) -> None:
        entries = self._entries(number)
        with self._phase(phase, [(audit_id, entry.stamp) for entry in entries]):
            self.store.keep(audit_id, entries)

    def _entries(self, most: int) -> tuple[Entry, ...]:
        def words() -> str:
            return "x" * self.dice.choice([3, 30, 300, 9000])  # the last is longer than a page of the disk

        return tuple(
            Entry(stamp=self.clock.stamp(), by="Ann", subject="item/purpose_a", field="comment", value=words())
            for _ in range(self.dice.randrange(1, most + 1))
        )

    @contextmanager
    def _phase(self, phase: str, batch: Batch | None = None) -> Iterator[None]:
        self.report.send_bytes(json.dumps(["begun", phase, batch or []]).encode())
        yield
        self.report.send_bytes(json.dumps(["done", phase, batch or []]).encode())

    def _opened(self) -> FolderStore:
        return FolderStore(self.folder, summarise, lambda: "laptop", real_time, backup_every=self.every)


def work_until_killed(folder: Path, aim: str, seed: int, version: int, report: Connection) -> None:
    Victim(folder, aim, seed, version, report).work_until_killed()


# The one that kills it


def kill_many_times(times: int, place: Path, seed: int = 1, tell: Callable[[str], None] = lambda _: None) -> Figures:
    dice = random.Random(seed)
    context = multiprocessing.get_context("fork")  # the app is imported already, so each process is at work at once
    total = Figures()
    was = migrations.JOURNAL
    try:
        for first in range(0, times, KILLS_PER_FOLDER):
            folder = place / f"data-{first}"
            acknowledged: set[tuple[str, str]] = set()
            version = 1
            migrations.JOURNAL = formats(version)
            for number in range(first, min(times, first + KILLS_PER_FOLDER)):
                reader, writer = context.Pipe(duplex=False)
                aim = PHASES[number % len(PHASES)]
                given = (folder, aim, seed * 100_000 + number, version, writer)
                process = context.Process(target=work_until_killed, args=given)
                process.start()
                writer.close()
                if dice.random() < 0.9:
                    reader.recv_bytes()  # it is ready; else it is killed while it opens the folder
                    reader.poll(dice.choice([0, 1]))  # it is at work
                reports = _reports(reader, time.monotonic() + dice.uniform(0, LONGEST_LIFE))
                process.kill()
                reports += _reports(reader, None)
                process.join()
                reader.close()
                assert process.exitcode == -9, f"it ended by itself: {process.exitcode}"
                version += FORMATS_PER_PROCESS + 1
                migrations.JOURNAL = formats(version)
                said: list[Any] = [json.loads(one) for one in reports if one != b"ready"]
                kept = {tuple(one) for what, _, batch in said if what == "done" for one in batch}
                tried = [[tuple(one) for one in batch] for what, _, batch in said if what == "begun"]
                acknowledged |= kept
                found = _found(folder, version)
                total.kills += 1
                total.acknowledged += len(kept)
                total.lost += len(acknowledged - found)
                total.torn += sum(0 < len(found.intersection(batch)) < len(batch) for batch in tried)
                what, phase, _ = said[-1] if said else ("begun", "opening", [])
                total.landed[phase if what == "begun" else "in between"] += 1
                acknowledged &= found  # said once
            health = check(folder)
            total.files += len(health.audits)
            total.unreadable += len(health.damaged)
            tell(f"{total.kills} kills, {total.acknowledged} answers acknowledged, {total.lost} lost")
    finally:
        migrations.JOURNAL = was
    return total


def _reports(reader: Connection, until: float | None) -> list[bytes]:
    """What comes until that time; with None, what is left of a process that is dead."""
    came: list[bytes] = []
    with suppress(EOFError):
        while until is None or reader.poll(max(0, until - time.monotonic())):
            came.append(reader.recv_bytes())
    return came


def _found(folder: Path, version: int) -> set[tuple[str, str]]:
    """Everything that is there, after the next process opened the folder; nothing in it is damaged."""
    with a_folder_store(folder, backup_every=None) as store:
        assert store.damaged() == ()
        found = {(line.id, entry.stamp) for line in store.summaries() for entry in store.entries(line.id)}
    for journal in folder.glob("*/*/*.jsonl"):
        if journal.parent.parent.name in ("audits", "backups"):
            state = replay(journal.read_bytes(), journal.parent.name).state
            if "steps" in state:  # it was written in an older format
                taken = state["steps"]["taken"]["numbers"]
                assert taken == [*range(taken[0], version)], "a step was left out, or taken twice"
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--in", dest="place", type=Path, help="a folder on a disk; else in memory, which is quicker")
    given = arguments.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir=given.place) if given.place else quick_place() as place:
        figures = kill_many_times(given.times, Path(place), given.seed, lambda line: print(line, flush=True))
    print(f"{figures.kills:,} kills in {time.monotonic() - started:.0f} s; in the middle of")
    for phase, number in figures.landed.most_common():
        print(f"  {phase:12} {number:6,}")
    print(f"{figures.acknowledged:,} answers acknowledged, {figures.lost} lost, {figures.torn} batches torn")
    print(f"{figures.files:,} files, {figures.unreadable} that don't open")
    return 0 if figures.all_well else 1


if __name__ == "__main__":
    sys.exit(main())
