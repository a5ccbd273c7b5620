"""Matching at 8, 50 and 24,000 schools: `python -m tests.benchmarks.matching [SCHOOLS …]`.

A country is generated: 24,000 schools in 153 local authorities of very different sizes, matched within each; half of
them say where they are. Then the command as a person types it, `audit-app match` with fifty bundles, from the start of
the process to its end, beside the time that an empty Python and loading SciPy take in the same run.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory

from audit_app.questionnaires.library import Library, shipped
from audit_app.responses.model import Answer, School
from audit_app.results.matching.matching import match_partners
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.solving import WITHOUT_SCIPY
from audit_app.results.matching.terms import Terms
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.results.matching.schools import TODAY, provision_audit, random_partner

AUTHORITIES = 153
SECONDS = {50: 1.0, 24_000: 120.0}
GIGABYTES = 8.0


def a_country(schools: int, random: Random) -> list[Partner]:
    """In as many authorities as England has per school, the largest about five times the mean."""
    count = max(1, round(schools * AUTHORITIES / 24_000))
    sizes = [random.lognormvariate(0, 0.55) for _ in range(count)]
    names = [f"Authority {number:03}" for number in range(count)]
    chosen = random.choices(names, sizes, k=schools)
    return [_placed(random_partner(at, random, authority=name), random) for at, name in enumerate(chosen)]


def _placed(partner: Partner, random: Random) -> Partner:
    place = {"latitude": round(random.uniform(50.5, 55), 2), "longitude": round(random.uniform(-4, 0), 2)}
    return partner._replace(school=partner.school.model_copy(update=place)) if random.random() < 0.5 else partner


def fifty_bundles(folder: Path) -> list[Path]:
    """Of schools that answered everything at random, as the app exports them."""
    library = shipped()
    return [_bundle(folder, library, number, Random(number)) for number in range(50)]


def _bundle(folder: Path, library: Library, number: int, random: Random) -> Path:
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    store = MemoryStore(summariser(library), lambda: f"device{number}")
    workspace = Workspace(store, library, lambda: now, lambda: now, lambda: f"audit{number}")
    school = School(name=f"School {number:02}", phase="primary", pupils=60 + 10 * number, local_authority="Powys")
    audit = workspace.start_audit("provision-audit", "Autumn 2026", school)
    asked = workspace.questionnaire("provision-audit")
    for item in asked.items:
        options = asked.options_of(item)
        if item.kind == "number":
            workspace.answer(audit, item.id, Answer(value=float(random.randint(1, 3))))
        elif item.kind in ("level", "single"):
            workspace.answer(audit, item.id, Answer(option=random.choice(options).code))
    workspace.submit(audit)
    file = folder / f"{number}.json"
    file.write_bytes(workspace.export(audit, "scores"))
    return file


def of_a_process(words: Sequence[str | Path]) -> tuple[float, float]:
    """Median of five: seconds from its start to its end, and seconds of the processor."""
    taken = []
    for _run in range(5):
        before, begun = getrusage(RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
        after = getrusage(RUSAGE_CHILDREN)
        busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        taken.append((time.perf_counter() - begun, busy))
    return median(one for one, _ in taken), median(one for _, one in taken)


def commands() -> None:
    with TemporaryDirectory() as place:
        bundles = fifty_bundles(Path(place))
        match: list[str | Path] = ["-m", "audit_app.cli", "match", *bundles, "--data", Path(place) / "data"]
        for called, words in (
            ("audit-app match, 50 files", match),
            ("an empty Python", ["-c", ""]),
            ("loading SciPy alone", ["-c", "import scipy.optimize, scipy.sparse.csgraph"]),
        ):
            seconds, busy = of_a_process(words)
            print(f"{called}: {seconds:.2f} s ({busy:.2f} s of the processor), median of five")


def main(sizes: list[int]) -> None:
    asked = provision_audit()
    begun = time.perf_counter()
    import_module("audit_app.results.matching.large")
    print(f"Loading SciPy, once, for more than {WITHOUT_SCIPY} possible matches: {time.perf_counter() - begun:.2f} s")
    for schools in sizes:
        partners = a_country(schools, Random(schools))
        begun, worked = time.perf_counter(), time.process_time()
        found = match_partners(partners, asked, Terms(TODAY))
        seconds, busy = time.perf_counter() - begun, time.process_time() - worked
        memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024**2
        pairs = sum(one.kind == "reciprocal" for one in found.matches)
        trios = sum(one.kind == "trio" for one in found.matches)
        print(
            f"{schools:6} schools: {seconds:6.2f} s ({busy:.2f} s of the processor), {memory:.2f} GB; "
            f"{found.considered} possible matches, "
            f"{len(found.matches)} made ({pairs} give and get, {trios} trios), {len(found.unmatched)} needs unmatched"
        )
        assert busy < SECONDS.get(schools, float("inf")), "too slow"  # what else the machine does, does not count
        assert memory < GIGABYTES, "too much memory"
    commands()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [8, 50, 500, 24_000])
