"""Killed at any moment: a process that keeps answers gets SIGKILL, and what it was told is saved is there afterwards.

`uv run python -m tests.storage.kill --times 200` prints the figures. Acknowledged is what the process reported after
the store had returned; a batch (one `keep`, one `merge`) that was under way must be there as a whole or not at all.
"""

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
import time
from contextlib import suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.storage.doctor import check
from audit_app.storage.folder import FolderStore
from audit_app.storage.protocol import AuditContent, Settings
from tests.builders import an_audit
from tests.storage.stores import a_folder_store, real_time, summarise

AUDITS = ("a0", "a1", "a2", "a3")
KILLS_PER_FOLDER = 25
"""A folder is killed over and over, so that what one process left is what the next one finds."""
Batch = list[tuple[str, str]]
"""Audit id and stamp of every entry that is kept in one step."""


class Figures(NamedTuple):
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    """Batches of which a part is there."""
    files: int = 0
    unreadable: int = 0

    def plus(self, other: "Figures") -> "Figures":
        return Figures(*(one + another for one, another in zip(self, other, strict=True)))


# The process that is killed


def answer_until_killed(folder: Path, seed: int, report: Connection) -> None:
    dice = random.Random(seed)
    every = dice.choice([None, timedelta(0), timedelta(seconds=0.05)])
    store = FolderStore(folder, summarise, lambda: "laptop", real_time, backup_every=every)
    clock = Clock(store.device(), real_time)
    have = {line.id for line in store.summaries()}
    for audit_id in have:
        for entry in store.entries(audit_id)[-1:]:
            clock.observe(entry.stamp)
    for audit_id in set(AUDITS) - have:
        store.create(an_audit(id=audit_id))
    report.send_bytes(b"ready")
    while True:
        audit_id = dice.choice(AUDITS)
        match dice.randrange(12):
            case 0:
                new = f"new-{seed}-{dice.randrange(20)}"
                contents = [_content(one, clock, dice) for one in (*dice.sample(AUDITS, 2), new)]
                batch = [(one.audit.id, entry.stamp) for one in contents for entry in one.entries]
                _announce(report, "try", batch)
                store.merge(contents)
                _announce(report, "kept", batch)
            case 1:
                for step in range(dice.randrange(1, 10)):
                    store.keep_place(audit_id, f"item_{step}")
                store._opened(audit_id).journal.compact()  # more often than it would
            case 2:
                store.keep_settings(Settings(person=f"Ann {seed}"))
                store.attach(audit_id, dice.randbytes(9000))
            case 3:
                store.summaries()
            case 4 if dice.random() < 0.3:
                store.close()
                store = FolderStore(folder, summarise, lambda: "laptop", real_time, backup_every=every)
            case _:
                entries = [_entry(clock, dice) for _ in range(dice.choice([1, 1, 1, 3]))]
                batch = [(audit_id, entry.stamp) for entry in entries]
                _announce(report, "try", batch)
                store.keep(audit_id, entries)
                _announce(report, "kept", batch)


def _announce(report: Connection, what: str, batch: Batch) -> None:
    report.send_bytes(json.dumps([what, batch]).encode())


def _content(audit_id: str, clock: Clock, dice: random.Random) -> AuditContent:
    entries = tuple(_entry(clock, dice) for _ in range(dice.randrange(1, 4)))
    return AuditContent(audit=an_audit(id=audit_id), entries=entries, files=(dice.randbytes(50),))


def _entry(clock: Clock, dice: random.Random) -> Entry:
    words = "x" * dice.choice([3, 30, 300, 9000])  # the last is longer than a page of the disk
    return Entry(stamp=clock.stamp(), by="Ann", subject="item/purpose_a", field="comment", value=words)


# The one that kills it


def kill_many_times(times: int, place: Path, seed: int = 1) -> Figures:
    dice = random.Random(seed)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    total = Figures()
    for first in range(0, times, KILLS_PER_FOLDER):
        folder = place / f"data-{first}"
        acknowledged: set[tuple[str, str]] = set()
        for number in range(first, min(times, first + KILLS_PER_FOLDER)):
            reader, writer = context.Pipe(duplex=False)
            process = context.Process(target=answer_until_killed, args=(folder, seed * 100_000 + number, writer))
            process.start()
            writer.close()
            if dice.random() < 0.9:
                reader.recv_bytes()  # it is ready; else it is killed while it opens the folder
            reports = _reports(reader, time.monotonic() + dice.uniform(0, 0.3))
            process.kill()
            reports += _reports(reader, None)
            process.join()
            reader.close()
            assert process.exitcode == -9, f"it ended by itself: {process.exitcode}"
            batches = [json.loads(one) for one in reports if one != b"ready"]
            kept = {tuple(one) for what, batch in batches if what == "kept" for one in batch}
            tried = [[tuple(one) for one in batch] for what, batch in batches if what == "try"]
            acknowledged |= kept
            found = _found(folder)
            lost = len(acknowledged - found)
            torn = sum(0 < len(found.intersection(batch)) < len(batch) for batch in tried)
            acknowledged &= found  # said once
            total = total.plus(Figures(kills=1, acknowledged=len(kept), lost=lost, torn=torn))
        health = check(folder)
        total = total.plus(Figures(files=len(health.audits), unreadable=len(health.damaged)))
    return total


def _reports(reader: Connection, until: float | None) -> list[bytes]:
    """What comes until that time; with None, what is left of a process that is dead."""
    came: list[bytes] = []
    with suppress(EOFError):
        while until is None or reader.poll(max(0, until - time.monotonic())):
            came.append(reader.recv_bytes())
    return came


def _found(folder: Path) -> set[tuple[str, str]]:
    with a_folder_store(folder, backup_every=None) as store:
        assert store.damaged() == ()
        found = {(line.id, entry.stamp) for line in store.summaries() for entry in store.entries(line.id)}
    assert check(folder).sound, check(folder).sentence
    return found


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        figures = kill_many_times(given.times, Path(place), given.seed)
    for name, value in figures._asdict().items():
        print(f"{name} {value}")
    return 1 if figures.lost or figures.torn or figures.unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
