"""Comparing a partnership from bundles alone: 8 schools against 1,000, self-audits and surveys of 30 respondents each.

`uv run python -m tests.benchmarks.comparing`. Each size is compared in a process of its own, as `audit-app compare`
does it: every file is read from the disk as files from strangers are (limits, checksum, signature, shape, meaning),
planned as for an import, its results worked out, and the comparison written as JSON. The start of Python and of the
app is not counted, and printed beside it. Times that are judged are CPU seconds of that one process, which are seconds
on a machine with nothing else to do; the clock's stand beside them, because the machine may be shared.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

from audit_app.app import open_workspace
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Audit, Entry
from audit_app.responses.survey import Response
from audit_app.results.frozen import closing_entries
from audit_app.sync.bundle import write_bundle
from audit_app.sync.signing import signer
from tests.builders import MORNING, a_clock, a_school, an_audit, an_entry, some_terms, the_terms

SIZES = {8: 0.5, 1000: 3.0}
"""Schools, and within how many seconds they are compared."""
MOST_MEMORY = 1.0
"""GB."""
RESPONDENTS = 30
DIFFERENT = 20
"""Surveys that are really worked out; schools further on say the same as one of these. Closing one takes a second."""


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--rounds", type=int, default=3)
    given.add_argument("--measure", type=Path, help="a folder of bundles; used by this program itself")
    asked = given.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure)))
        return 0
    within = True
    with tempfile.TemporaryDirectory() as place:
        for kind, bundles in (("self-audits", self_audits), ("surveys", surveys)):
            for number, bundle in enumerate(bundles(max(SIZES))):
                for size in SIZES:
                    folder = Path(place) / f"{kind}-{size}"
                    folder.mkdir(exist_ok=True)
                    if number < size:
                        (folder / f"school-{number:04}.json").write_bytes(bundle)
            found = {size: best_of(Path(place) / f"{kind}-{size}", asked.rounds) for size in SIZES}
            for size, (seconds, clock, start, gigabytes) in found.items():
                within = within and seconds < SIZES[size] and gigabytes < MOST_MEMORY
                print(
                    f"{kind:12} {size:5,} bundles: {seconds:6.2f} s (under {SIZES[size]:g}), {clock:.2f} by the clock, "
                    f"{gigabytes:5.2f} GB (under {MOST_MEMORY:g}); start-up {start:.2f} s"
                )
            (small, few), (large, many) = ((found[size][0], size) for size in SIZES)
            print(f"{kind:12} {many // few} times as many bundles take {large / small:.0f} times as long")
    return 0 if within else 1


def best_of(folder: Path, rounds: int) -> tuple[float, float, float, float]:
    """CPU seconds, seconds by the clock, seconds of the start, gigabytes: of the quickest round."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        command = [sys.executable, "-m", "tests.benchmarks.comparing", "--measure", str(folder)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        whole = time.perf_counter() - began
        seconds, clock, gigabytes = json.loads(done.stdout)
        found.append((seconds, clock, whole - clock, gigabytes))
    return min(found)


def measure(folder: Path) -> tuple[float, float, float]:
    files = sorted(folder.iterdir())
    with tempfile.TemporaryDirectory() as data:
        workspace = open_workspace(Path(data))
        start, clock = time.process_time(), time.perf_counter()
        found = workspace.compare_files(files)
        written = found.model_dump_json()
        seconds, clock = time.process_time() - start, time.perf_counter() - clock
        workspace.close()
    assert len(found.schools) == len(files) == written.count('"source"'), found.excluded[:3]
    return seconds, clock, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def self_audits(schools: int) -> Iterator[bytes]:
    """Submitted ones of partnership health, in `scores`, each signed with a key of its school's."""
    asked = shipped().get("partnership-health")
    for number in range(schools):
        random = Random(number)
        entries = [
            an_entry({"option": random.choice("1234")}, minute=minute, subject=f"item/{item.id}", field="answer")
            for minute, item in enumerate(asked.items)
        ]
        fixed: list[object] = [entry.stamp for entry in entries]
        entries.append(an_entry({"entries": fixed}, minute=600, subject="audit", field="submission"))  # type: ignore[dict-item]
        yield bundle(number, an_audit(asked, school=a_school(f"School {number:04}"), id=f"a{number}"), tuple(entries))


def surveys(schools: int) -> Iterator[bytes]:
    """Closed ones of the staff survey: what travels of them in `scores` is what was worked out at the closing."""
    asked = shipped().get("partnership-health-staff")
    closed = [closed_survey(asked, number) for number in range(min(DIFFERENT, schools))]
    for number in range(schools):
        audit = survey_audit(asked, number)
        yield bundle(number, audit, tuple(as_of(audit, entry) for entry in closed[number % len(closed)]))


def bundle(number: int, audit: Audit, entries: tuple[Entry, ...]) -> bytes:
    secret = number.to_bytes(32, "big")
    return write_bundle([AuditContent(audit=audit, entries=entries)], audit.school, "scores", MORNING, signer(secret))


def survey_audit(asked: Questionnaire, number: int) -> Audit:
    return an_audit(asked, mode="survey", school=a_school(f"School {number:04}"), id=f"s{number}")


def closed_survey(asked: Questionnaire, number: int) -> tuple[Entry, ...]:
    random = Random(number)
    terms = some_terms(teachers=RESPONDENTS, leaders=RESPONDENTS)
    responses = [
        Response(
            id=f"{random.getrandbits(128):032x}",
            group=random.choice(("teachers", "leaders")),
            given=MORNING.date(),
            answers={item.id: Answer(option=random.choice("1234")) for item in asked.items},
        )
        for _ in range(RESPONDENTS)
    ]
    opened = the_terms(terms)
    audit = survey_audit(asked, number)
    clock = a_clock(start=MORNING + timedelta(days=1))
    return (opened, *closing_entries(audit, asked, (opened,), responses, clock, "Ann"))


def as_of(audit: Audit, entry: Entry) -> Entry:
    """The same results, said of another school."""
    if not isinstance(entry.value, dict) or not isinstance(entry.value.get("results"), dict):
        return entry
    results = {**entry.value["results"], "audit": audit.id, "school": audit.school.name}  # type: ignore[dict-item]
    return entry.model_copy(update={"value": {**entry.value, "results": results}})


if __name__ == "__main__":
    sys.exit(main())
