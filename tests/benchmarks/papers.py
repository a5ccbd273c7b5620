"""One plan of about 4 and of about 100 pages, made by us and by typst, fpdf2 and WeasyPrint: time and memory.

    uv run --group bench python -m tests.benchmarks.papers

Each is made in a fresh process, in turns, so that a busy machine slows all of them. Times are those of making the file
once, programs and texts loaded but no font read; beside them stands the whole process with its start. Ratios are of
medians, ours to the peer's. Ours is to be faster than fpdf2 and WeasyPrint, at most `--limit` times typst (of the CPU,
which a shared machine disturbs least), and to need the least memory. A peer that is not installed is said to be so.
"""

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from audit_app.reports.document import Block, Bullets, Document, Furniture, Heading, PageBreak, Paragraph, Table
from tests.benchmarks.paper_peers import MAKERS

SIZES = (4, 100)
DOCUMENT, MISSING = "document.pickle", 3


class Run(NamedTuple):
    """One file made in a process of its own: seconds, megabytes and what came out."""

    wall: float
    cpu: float
    whole: float
    megabytes: float
    pages: int
    tagged: bool
    bytes: int


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=7)
    given.add_argument("--limit", type=float, default=1.5, help="of typst's CPU seconds")
    given.add_argument("--measure", nargs=2, metavar=("MAKER", "FOLDER"), help="used by this program itself")
    asked = given.parse_args()
    if asked.measure:
        return measure(asked.measure[0], Path(asked.measure[1]))
    return max(judged(measured(pages, asked.rounds), asked.limit) for pages in SIZES)


def measured(pages: int, rounds: int) -> dict[str, list[Run]]:
    """The runs of every maker that is here."""
    runs: dict[str, list[Run]] = defaultdict(list)
    missing: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / DOCUMENT).write_bytes(pickle.dumps(a_document(pages)))
        for _ in range(rounds):
            for name in [one for one in MAKERS if one not in missing]:
                try:
                    runs[name].append(a_run(name, folder))
                except FileNotFoundError as problem:
                    missing.add(name)
                    print(f"{name} is missing here, so it is not compared: {problem}")
    return runs


def a_run(name: str, folder: Path) -> Run:
    """Raises FileNotFoundError where the peer, or a library that it needs, is not installed."""
    import pikepdf

    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.papers", "--measure", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    whole = time.perf_counter() - began
    if done.returncode == MISSING:
        raise FileNotFoundError(done.stderr.strip())
    assert not done.returncode, done.stderr
    wall, cpu, megabytes = json.loads(done.stdout)
    file = folder / f"{name}.pdf"
    with pikepdf.open(file) as pdf:
        return Run(wall, cpu, whole, megabytes, len(pdf.pages), "/StructTreeRoot" in pdf.Root, file.stat().st_size)


def measure(name: str, folder: Path) -> int:
    """In a process that holds nothing but what it makes the file from: another program's would hide its memory."""
    document = pickle.loads((folder / DOCUMENT).read_bytes())  # noqa: S301 # our own, of a moment ago
    try:
        make = MAKERS[name](document)
    except (ImportError, OSError) as problem:
        print(str(problem).strip().splitlines()[0], file=sys.stderr)
        return MISSING
    cpu, wall = time.process_time(), time.perf_counter()
    content = make()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps([wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
    (folder / f"{name}.pdf").write_bytes(content)
    return 0


def a_document(pages: int) -> Document:
    """About as many pages: one a priority, its words drawn from what the questionnaires say, hardly any twice."""
    from audit_app.questionnaires.library import shipped  # not where the memory is measured

    random = Random(pages)
    said = [
        text for one in shipped().latest() for item in one.items for text in (item.text, *item.descriptors.values())
    ]
    blocks: list[Block] = [Heading(1, "Action plan"), *_priority(1, random, said)]
    for number in range(2, pages + 1):
        blocks += [PageBreak(), *_priority(number, random, said)]
    furniture = Furniture("Ash Tree Primary School", "Action plan", "22 November 2026")
    return Document(
        "Action plan – Ash Tree Primary", "Ash Tree Primary", date(2026, 11, 22), tuple(blocks), "en-GB", furniture
    )


def _priority(number: int, random: Random, said: list[str]) -> Iterator[Block]:
    def words(sentences: int) -> str:
        return " ".join(random.choices(said, k=sentences))

    yield Heading(2, f"Priority {number}: {words(1)}")
    yield Paragraph(words(2))
    yield Heading(3, "Why this is a priority")
    yield Paragraph(words(4))
    yield Heading(3, "Actions")
    who = ("Miriam Okafor, head", "Joseph Baptiste, deputy", "Heads’ group")
    rows = tuple((words(1), who[at % 3], f"{at + 1} March 2027", "In progress") for at in range(5))
    yield Table(("Action", "Who", "By when", "State"), rows, (46, 18, 18, 18))
    yield Heading(3, "How we will know")
    yield Bullets((words(1), words(1), words(1)))
    yield Heading(3, "Risks")
    yield Paragraph(words(2))


def judged(runs: dict[str, list[Run]], limit: float) -> int:
    """Print the figures; 1 when ours loses where it is to win."""
    of = {name: Run(*map(median, zip(*made, strict=True))) for name, made in runs.items()}
    ours = of["ours"]
    wins = True
    print(f"\n{'':12}{'pages':>6}{'tagged':>8}{'kB':>7}{'wall ms':>10}{'CPU ms':>9}{'peak MB':>9}{'with start ms':>15}")
    for name, one in of.items():
        tagged = "yes" if one.tagged else "no"
        print(
            f"{name:12}{one.pages:6.0f}{tagged:>8}{one.bytes / 1000:7.0f}{one.wall * 1000:10.1f}{one.cpu * 1000:9.1f}"
            f"{one.megabytes:9.1f}{one.whole * 1000:15.0f}"
        )
    for name, one in of.items():
        if name == "ours":
            continue
        wall, cpu, memory = ours.wall / one.wall, ours.cpu / one.cpu, ours.megabytes / one.megabytes
        print(
            f"ours / {name:12} wall {wall:5.2f}   CPU {cpu:5.2f}   memory {memory:5.2f}"
            f"   with start {ours.whole / one.whole:5.2f}"
        )
        wins = wins and cpu < (limit if name == "typst" else 1) and memory < 1
    return 0 if wins else 1


if __name__ == "__main__":
    sys.exit(main())
