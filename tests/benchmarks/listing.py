"""Opening the list of audits with a warm index: a folder of 10 audits against one of 10,000, in one run.

`uv run python -m tests.benchmarks.listing`. Measured from nothing to the lines of the first screen: the folder is
locked, looked over, the index read, the lines made. The whole list is printed beside it.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from audit_app.storage.folder import FolderStore
from tests.storage.stores import a_content, an_answer, real_time, summarise

SIZES = (10, 10_000)
FIRST_SCREEN = 10
"""As many lines as the small folder has, so both make the same."""
ROUNDS = 50


def main() -> int:
    given = argparse.ArgumentParser()
    given.add_argument("--in", dest="place", type=Path, help="a folder on the disk to measure")
    with tempfile.TemporaryDirectory(dir=given.parse_args().place) as place:
        found = {size: _measure(Path(place) / str(size), size) for size in SIZES}
    small, large = found.values()
    for size, (screen, whole) in found.items():
        print(f"{size:6,} audits: first screen {screen * 1e3:8.3f} ms, the whole list {whole * 1e3:8.3f} ms")
    ratio = large[0] / small[0]
    print(f"10,000 / 10, first screen: {ratio:.2f} (under 3)")
    print(f"10,000 / 10, the whole list: {large[1] / small[1]:.1f}, and {large[1] / SIZES[1] * 1e6:.1f} µs a line")
    return 0 if ratio < 3 else 1


def _measure(folder: Path, size: int) -> tuple[float, float]:
    with FolderStore(folder, summarise, lambda: "laptop", real_time, backup_every=None) as store:
        store.merge(a_content(f"audit-{number}", an_answer(number % 600)) for number in range(size))
    _open(folder, None)
    screens, wholes = [], []
    for number in range(ROUNDS):
        screens.append(_open(folder, FIRST_SCREEN))
        if number < 5:
            wholes.append(_open(folder, None))
    return statistics.median(screens), statistics.median(wholes)


def _open(folder: Path, first: int | None) -> float:
    start = time.perf_counter()
    store = FolderStore(folder, summarise, lambda: "laptop", real_time)
    lines = store.summaries(first)
    taken = time.perf_counter() - start
    assert len(lines) >= FIRST_SCREEN
    store.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
