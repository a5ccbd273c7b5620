"""Files made to cost as much as they can; `python -m tests.sync.costly` reads each: seconds, and peak memory."""

import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.responses.content import AuditContent
from audit_app.sync.bundle import digest
from audit_app.sync.limits import LARGEST_BUNDLE
from audit_app.sync.reading import read_bundle
from tests.sync.builders import a_file, a_stamp, an_audit, said

SPARSE = "200 MB, sparse"
HUGE = 200 * 1024 * 1024


def files() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name, and how to make the bytes: made one at a time, so that only one is in memory."""
    room = LARGEST_BUNDLE - 100
    yield SPARSE, bytes
    start = b'{"format": "audit-app/bundle", "format_version": 1, "more": '
    yield "nested 10,000 deep", lambda: start + b"[" * 10_000 + b"]" * 10_000 + b"}"
    yield "nested 10,000 deep in an entry", nested_entry
    yield "nothing but brackets", lambda: b"{" * room
    yield "nothing but lists", lambda: start + b"[" + b"[]," * (room // 4) + b"1]}"
    yield "nothing but closing brackets", lambda: b"{" + b"]" * room
    yield "nothing but quotes", lambda: b"{" + b'"' * room
    yield "nothing but backslashes", lambda: b'{"' + b"\\" * room
    yield "one number", lambda: start + b"1" * (room - 100) + b"}"
    yield "one fraction", lambda: start + b"1." + b"1" * (room - 100) + b"}"
    yield "white space", lambda: start + b" " * (room - 100) + b"1}"
    yield "one long text", lambda: start + b'"' + b"x" * (room - 100) + b'"}'
    yield "one long text of escapes", lambda: start + b'"' + b"\\ud83d\\ude00" * ((room - 100) // 12) + b'"}'
    yield "long texts with one wide letter each", wide_texts
    yield "one wide letter in 40 MB", lambda: start + '"🙂'.encode() + b"x" * (room - 100) + b'"}'
    yield "8 MB with one wide letter", lambda: start + '"🙂'.encode() + b"x" * (8 * 1024 * 1024 - 100) + b'"}'
    yield "zeros", lambda: b"\0" * room
    yield "12,000 lists", lambda: start + b"[" + b"[]," * 12_000 + b"1]}"
    yield "195,000 keys", lambda: start + json.dumps({str(number): 1 for number in range(195_000)}).encode() + b"}"
    yield "39,000 objects of one key", lambda: start + json.dumps([{"a": 1}] * 39_000).encode() + b"}"
    yield "24,000 lists of objects", lambda: start + json.dumps([[{}]] * 12_000).encode() + b"}"
    yield "195,000 tiny fractions", lambda: sealed({"more": [1e-7] * 195_000})
    yield "195,000 wrong things", lambda: sealed({"audits": [1] * 195_000})
    yield "39,000 wrong entries", lambda: sealed_entries([{"a": 1}] * 39_000)
    yield "195,000 things replaced", lambda: sealed_entries([{**entry(1), "replaces": ["x"] * 195_000}])
    yield "18,500 entries", lambda: sealed_entries([entry(second) for second in range(18_500)])
    yield "18,500 scores", lambda: sealed_entries([redacted(second) for second in range(18_500)], "scores")
    yield "900 scores that each replace 199", chained_scores
    yield "12,000 submissions in a chain", lambda: sealed_entries([submitted(at) for at in range(12_000)], "scores")
    yield "30 MB of evidence", evidence


class Cost(NamedTuple):
    """What reading one file took."""

    name: str
    seconds: float
    """Of CPU: a busy machine is not the file's fault."""
    megabytes: int
    """Peak memory of the process, the interpreter and the app included."""
    outcome: str


def costs(*names: str) -> Iterator[Cost]:
    """Of these files, or all; each is read in a process of its own, so that the memory is that of reading it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, made in files():
            if names and name not in names:
                continue
            path = Path(folder) / "made.json"
            with path.open("wb") as file:
                file.write(made())
                file.truncate(HUGE if name == SPARSE else None)
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as reading:
                yield Cost(name, *reading.submit(read, path).result())


def read(path: Path) -> tuple[float, int, str]:
    started = time.process_time()
    try:
        read_bundle(path)
        outcome = "sound"
    except AuditError as error:
        outcome = type(error).__name__
    seconds = time.process_time() - started
    return seconds, peak_megabytes(), outcome


def peak_megabytes() -> int:
    """Of this process alone: Linux's `ru_maxrss` begins with the peak of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) // 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 // (1024 if sys.platform == "darwin" else 1)


def main() -> None:
    print(f"{'file':40}{'seconds':>8}{'MB':>6}  what was said")
    for cost in costs():
        print(f"{cost.name:40}{cost.seconds:8.3f}{cost.megabytes:6}  {cost.outcome}", flush=True)


def sealed(change: dict[str, Any]) -> bytes:
    document = {**json.loads(a_file(AuditContent(audit=an_audit(), entries=()))), **change}
    return json.dumps({**document, "sha256": digest(document)}).encode()


def sealed_entries(entries: list[dict[str, Any]], share: str = "full") -> bytes:
    audit = json.loads(a_file(AuditContent(audit=an_audit(), entries=())))["audits"][0]
    return sealed({"share": share, "audits": [{**audit, "entries": entries}]})


def entry(second: int) -> dict[str, Any]:
    return said(second, "answer", {"option": "3"}).model_dump(mode="json", exclude_defaults=True)


def redacted(second: int) -> dict[str, Any]:
    return {**entry(second), "by": "", "redacted": True}


def submitted(second: int) -> dict[str, Any]:
    made = said(second, "submission", {"entries": []}, subject="audit", replaces=[a_stamp(second - 1)])
    return {**made.model_dump(mode="json", exclude_defaults=True), "by": "", "redacted": True}


def chained_scores() -> bytes:
    replaced = [a_stamp(second) for second in range(100_000, 100_199)]
    return sealed_entries([{**redacted(second), "replaces": replaced} for second in range(900)], "scores")


def nested_entry() -> bytes:
    return a_file().replace(b'"option": "4"', b'"option": ' + b"[" * 10_000 + b"]" * 10_000)


def wide_texts() -> bytes:
    text = b'"\\ud83d\\ude00' + b"x" * (200 * 1024) + b'",'
    return b'{"format": "audit-app/bundle", "format_version": 1, "more": [' + text * 190 + b"1]}"


def evidence() -> bytes:
    files = tuple(b"%PDF" + bytes([number]) * 7_400_000 for number in range(4))
    entries = tuple(
        said(at, "evidence", {"kind": "file", "text": "a.pdf", "sha256": sha256(file), "size": len(file)})
        for at, file in enumerate(files)
    )
    return a_file(AuditContent(audit=an_audit(), entries=entries, files=files))


if __name__ == "__main__":
    main()
