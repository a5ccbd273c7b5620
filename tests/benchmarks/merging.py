"""Merging 100,000 answers of two devices, against `pycrdt` (Yrs) merging the same map, in one run.

`uv run python -m tests.benchmarks.merging`. Both begin with the bytes that came from the two devices and end with one
state in which every answer can be read, with its author, its stamp and what it replaces.

- Ours: bundles of 600 audits each, read as files from strangers are (limits, checksum, shape, meaning), united, checked
  against the questionnaire, looked through for answers that differ. Nothing is left out that an import does before it
  keeps what came.
- pycrdt: one update from each device, applied to an empty document; then the map as Python values. Its updates are
  taken as they are: it checks neither who wrote them nor whether they fit.

Beside it stands pycrdt with a fraction of the content: one level for each item, no author, no history.
Times are CPU seconds, because the machine may be shared; the contestants take turns.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from pycrdt import Doc, Map

from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry
from audit_app.sync.bundle import write_bundle
from audit_app.sync.merge import plan_import
from audit_app.sync.reading import read_bundle
from tests.sync.builders import CREATED, ITEMS, LIBRARY, OAKFIELD, an_audit, here, level

ANSWERS = 100_000
AUDITS_PER_BUNDLE = 600
"""About as much as one file may hold (sync/limits.py)."""
ROUNDS = 5
DEVICES = ("laptop", "tablet")
OURS, THEIRS, LESS = "audit-app", "pycrdt, the same map", "pycrdt, levels alone"


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--answers", type=int, default=ANSWERS)
    given.add_argument("--rounds", type=int, default=ROUNDS)
    asked = given.parse_args()
    return 0 if measure(asked.answers, asked.rounds) <= 1 else 1


def measure(answers: int, rounds: int) -> float:
    """Prints the figures; returns ours divided by the peer's with the same content."""
    audits = [*(an_audit(f"audit-{number}") for number in range(max(1, answers // len(ITEMS))))]
    said = {device: [_half(at, device) for at in range(len(audits))] for device in DEVICES}
    total = sum(len(entries) for halves in said.values() for entries in halves)
    bundles = [
        write_bundle(
            [AuditContent(audit=audits[at], entries=said[device][at]) for at in one], OAKFIELD, "full", CREATED
        )
        for device in DEVICES
        for one in _parts(range(len(audits)))
    ]
    updates = [_update(_entries(audits, said[device])) for device in DEVICES]
    levels = [_update({key: one["value"]["option"] for key, one in _entries(audits, said[d]).items()}) for d in DEVICES]  # type: ignore[index]
    contestants: dict[str, Callable[[], int]] = {
        OURS: lambda: _ours(bundles),
        THEIRS: lambda: _theirs(updates),
        LESS: lambda: _theirs(levels),
    }
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, merge in contestants.items():
            start = time.process_time()
            merged = merge()
            taken[name].append(time.process_time() - start)
            assert merged == total, f"{name}: {merged} of {total}"
    sizes = {OURS: bundles, THEIRS: updates, LESS: levels}
    found = {name: statistics.median(times) for name, times in taken.items()}
    for name, seconds in found.items():
        megabytes = sum(map(len, sizes[name])) / 1e6
        print(f"{name:22} {seconds:7.2f} s  {megabytes:6.1f} MB  {seconds / found[OURS]:5.2f} × {OURS}")
    ratio = found[OURS] / found[THEIRS]
    print(f"{total:,} answers of {len(audits):,} audits; ours / pycrdt with the same map: {ratio:.2f} (at most 1.0)")
    return ratio


def _half(at: int, device: str) -> tuple[Entry, ...]:
    """What this device was told in an audit: every other item."""
    first = DEVICES.index(device)
    numbered = [*enumerate(ITEMS)][first::2]
    return tuple(level(at * len(ITEMS) + n, str(1 + n % 4), item, device=device) for n, item in numbered)


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + AUDITS_PER_BUNDLE] for start in range(0, len(numbers), AUDITS_PER_BUNDLE))


def _entries(audits: Sequence[object], halves: Sequence[tuple[Entry, ...]]) -> dict[str, dict[str, object]]:
    return {
        f"{at}/{entry.stamp}": entry.model_dump(mode="json", exclude={"stamp"})
        for at in range(len(audits))
        for entry in halves[at]
    }


def _update(values: dict[str, dict[str, object]] | dict[str, object]) -> bytes:
    document: Doc[Map[object]] = Doc()
    entries = document.get("entries", type=Map)
    with document.transaction():
        for key, value in values.items():
            entries[key] = value
    return document.get_update()


def _ours(bundles: Sequence[bytes]) -> int:
    plan = plan_import([read_bundle(("bundle.json", one)) for one in bundles], here(), LIBRARY)
    assert not plan.refused
    return sum(len(one.entries) for one in plan.contents)


def _theirs(updates: Sequence[bytes]) -> int:
    document: Doc[Map[object]] = Doc()
    entries = document.get("entries", type=Map)
    for update in updates:
        document.apply_update(update)
    return len(entries.to_py() or {})


if __name__ == "__main__":
    sys.exit(main())
