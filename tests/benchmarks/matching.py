"""Matching at 8, 50 and 24,000 schools: `python -m tests.benchmarks.matching [SCHOOLS …]`.

A country is generated: 24,000 schools in 153 local authorities of very different sizes, matched within each.
"""

import sys
import time
from importlib import import_module
from random import Random
from resource import RUSAGE_SELF, getrusage

from audit_app.results.matching.matching import match_partners
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.solving import WITHOUT_SCIPY
from audit_app.results.matching.terms import Terms
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
    return [random_partner(at, random, authority=name) for at, name in enumerate(chosen)]


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


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [8, 50, 500, 24_000])
