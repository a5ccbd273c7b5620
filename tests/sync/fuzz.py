"""Mutated bundles by the thousand: `uv run python -m tests.sync.fuzz --times 100000` prints what became of them."""

import argparse
import sys
import time
import traceback
from collections import Counter
from random import Random

from audit_app.errors import AuditError
from audit_app.responses.progress import summary
from audit_app.responses.union import united
from audit_app.sync.merge import contents_to_keep, plan_import
from audit_app.sync.reading import read_bundle
from tests.sync.builders import LIBRARY, QUESTIONNAIRE, everything, here
from tests.sync.costly import peak_megabytes
from tests.sync.mutation import WORDS, mutated

OURS = everything()


def what_becomes_of(data: bytes) -> str:
    """Read, planned and kept as the app does; anything but an AuditError passes through."""
    try:
        bundle = read_bundle(("mutant.json", data), WORDS)
        contents = contents_to_keep(plan_import([bundle], here(OURS), LIBRARY))
    except AuditError as error:
        if not str(error).isprintable() or len(str(error)) > 1000:
            raise ValueError(f"not a sentence for a screen: {error!r}") from error
        return type(error).__name__
    for content in contents:
        known = OURS.entries if content.audit == OURS.audit else ()
        kept = united([*known, *content.entries])
        summary(content.audit, QUESTIONNAIRE, kept)
        again = plan_import([bundle], here(content.model_copy(update={"entries": kept})), LIBRARY)
        if len(contents) == 1 and not again.same:
            raise ValueError("importing twice changed something")
    return "imported" if contents else "nothing new"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    outcomes: Counter[str] = Counter()
    slowest, slowest_seed, began = 0.0, 0, time.perf_counter()
    for seed in range(asked.seed, asked.seed + asked.times):
        data = mutated(Random(seed))
        started = time.process_time()
        try:
            outcomes[what_becomes_of(data)] += 1
        except Exception:  # noqa: BLE001 # finding these is what this is for
            outcomes["TRACEBACK"] += 1
            print(f"seed {seed}:")
            traceback.print_exc(file=sys.stdout)
        if (took := time.process_time() - started) > slowest:
            slowest, slowest_seed = took, seed
    for outcome, number in outcomes.most_common():
        print(f"{number:>9,}  {outcome}")
    print(f"{asked.times:,} mutants in {time.perf_counter() - began:.0f} s; the slowest took {slowest:.3f} s of CPU")
    print(
        f"(seed {slowest_seed}); peak memory of the process {peak_megabytes()} MB; tracebacks {outcomes['TRACEBACK']}"
    )
    return 1 if outcomes["TRACEBACK"] or slowest > 1 or peak_megabytes() > 300 else 0


if __name__ == "__main__":
    sys.exit(main())
