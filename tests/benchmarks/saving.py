"""Saving one answer, with 10, 1,000 and 10,000 audits on the disk, against SQLite and TinyDB's own storage in one run.

`uv run python -m tests.benchmarks.saving`. Every answer is flushed before the clock stops: ours by the store (`keep`:
the line is checked, written, flushed, and the entry read back as a model), SQLite's by `synchronous=FULL` (one row, one
transaction, in both of its journal modes). The contestants take turns, so that each meets the same disk. TinyDB's
`JSONStorage` flushes its one file, in which all the audits are; with 10,000 audits one answer takes so long that it is
asked for a few only.
"""

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.storage.audit_file import documents_of
from audit_app.storage.folder import FolderStore
from tests.builders import an_audit
from tests.storage.stores import a_content, real_time, summarise

SIZES = (10, 1_000, 10_000)
ANSWERS_BEFORE = 20
"""Each audit has so many entries already."""
ROUNDS = 200
JSON_ROUNDS = 5
OURS = "audit-app"


def main() -> int:
    given = argparse.ArgumentParser()
    given.add_argument("--in", dest="place", type=Path, help="a folder on the disk to measure")
    with tempfile.TemporaryDirectory(dir=given.parse_args().place) as place:
        return _measure(Path(place))


def _measure(place: Path) -> int:
    worst, medians, logs = 0.0, [], []
    for size in SIZES:
        clock = Clock("laptop", real_time)
        store = _a_store(place / f"ours-{size}", size, clock)
        tinydb = TinyDB(_tinydb_file(place / f"tinydb-{size}.json", size, clock))
        rows = tinydb.table("entries")
        contestants: dict[str, Callable[[Entry], object]] = {
            OURS: lambda entry, store=store: store.keep("audit-3", [entry]),  # type: ignore[misc]
            "SQLite (rollback journal)": _sqlite(place / f"rollback-{size}.db", "DELETE", size, clock),
            "SQLite (write-ahead log)": _sqlite(place / f"wal-{size}.db", "WAL", size, clock),
        }
        found = _take_turns(contestants, clock, ROUNDS)
        found |= _take_turns(
            {"TinyDB JSONStorage": lambda entry, rows=rows: rows.insert(_document(entry))},  # type: ignore[misc]
            clock,
            JSON_ROUNDS,
        )
        print(f"{size:,} audits of {ANSWERS_BEFORE} entries: one answer, median of {ROUNDS}")
        for name, median in found.items():
            print(f"  {name:28} {median * 1e3:9.3f} ms  {median / found[OURS]:8.2f} × {OURS}")
        worst = max(worst, found[OURS] / found["SQLite (rollback journal)"])
        logs.append(found[OURS] / found["SQLite (write-ahead log)"])
        medians.append(found[OURS])
        store.close()
        tinydb.close()
    print(f"ours / SQLite synchronous=FULL, worst: {worst:.2f} (at most 1.0)")
    print(f"ours / SQLite with a write-ahead log: {statistics.median(logs):.2f} (median of the sizes)")
    print(f"ours with {SIZES[-1]:,} audits / with {SIZES[0]:,}: {medians[-1] / medians[0]:.2f} (flat)")
    return 0 if worst <= 1 else 1


def _take_turns(contestants: dict[str, Callable[[Entry], object]], clock: Clock, rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, save in contestants.items():
            entry = _an_answer(clock)
            start = time.perf_counter()
            save(entry)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def _an_answer(clock: Clock) -> Entry:
    return Entry(stamp=clock.stamp(), by="Ann Fox", subject="item/purpose_a", field="answer", value={"option": "3"})


def _document(entry: Entry) -> dict[str, object]:
    return entry.model_dump(mode="json", exclude_defaults=True)


def _a_store(folder: Path, size: int, clock: Clock) -> FolderStore:
    with FolderStore(folder, summarise, lambda: "laptop", real_time, backup_every=None) as store:
        store.merge(a_content(f"audit-{number}", *_entries(clock)) for number in range(size))
    return FolderStore(folder, summarise, lambda: "laptop", real_time)


def _entries(clock: Clock) -> list[Entry]:
    return [_an_answer(clock) for _ in range(ANSWERS_BEFORE)]


def _tinydb_file(path: Path, size: int, clock: Clock) -> Path:
    number = 0
    documents = {}
    for _ in range(size):
        for entry in _entries(clock):
            number += 1
            documents[str(number)] = _document(entry)
    audits = {str(at): an_audit(id=f"audit-{at}").model_dump(mode="json") for at in range(size)}
    path.write_text(json.dumps({"audits": audits, "entries": documents}), "utf-8")
    return path


def _sqlite(path: Path, mode: str, size: int, clock: Clock) -> Callable[[Entry], object]:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA journal_mode={mode}")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE entries (audit TEXT, stamp TEXT, entry TEXT, PRIMARY KEY (audit, stamp))")
    database.execute("BEGIN")
    for number in range(size):
        documents = documents_of(_entries(clock))
        rows = [(f"audit-{number}", stamp, json.dumps(document)) for stamp, document in documents.items()]
        database.executemany("INSERT INTO entries VALUES (?, ?, ?)", rows)
    database.execute("COMMIT")

    def save(entry: Entry) -> None:
        document = json.dumps(_document(entry))
        database.execute("INSERT INTO entries VALUES (?, ?, ?)", ("audit-3", entry.stamp, document))

    return save


if __name__ == "__main__":
    sys.exit(main())
