"""The app's own command, in a process that tidies up when told to (SIGUSR1), so that what is left can be weighed.

With SEEN_INSIDE=FILE it also writes there, each time, how many objects there are of each type, and where the memory
was asked for that has come since the time before.
"""

import gc
import os
import signal
import tracemalloc
from collections import Counter
from pathlib import Path

from audit_app.cli import main

REPORT = "SEEN_INSIDE"
MOST = 25


def tidy(*_: object) -> None:
    gc.collect()
    if not (report := os.environ.get(REPORT)):
        return
    kinds = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())
    lines = [f"{count:9,} {kind}" for kind, count in kinds.most_common(3 * MOST)]
    now = tracemalloc.take_snapshot()
    new = now.compare_to(_before[-1], "lineno")[:MOST] if _before else []
    _before[:] = [*_before[:1], now][:1]  # always against the first
    with Path(report).open("a", encoding="utf-8") as file:
        file.write("\n".join([f"--- {sum(kinds.values()):,} objects", *lines, *map(str, new), ""]))


_before: list[tracemalloc.Snapshot] = []

if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, tidy)
    if os.environ.get(REPORT):
        tracemalloc.start()
    main()
