"""Listing a questionnaire as shipped: `uv run python -m tests.questionnaires.release ID…`, from a checkout.

It writes the SHA-256 of the file's bytes to `fingerprints.json`. A file may change, and be listed anew, until a release
(a Git tag) has it; from then on only a new version can be listed. A file with anything to mend is not listed at all.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from audit_app.files import sha256, write_safely
from audit_app.questionnaires.check import check
from tests.questionnaires.reading import shipped_file

LIST = "audit_app/questionnaires/data/fingerprints.json"
ROOT = Path(__file__).parents[2]


class NotListedError(Exception):
    """Says why, and what to do."""


def listed_with(listed: Mapping[str, str], released: Mapping[str, str], content: bytes) -> dict[str, str]:
    """The list with this file in it. Raises NotListedError."""
    if found := check(content):
        raise NotListedError(f"{len(found)} findings: “audit-app questionnaires check” shows them. Mend them first.")
    document = json.loads(content)
    name, now = f"{document['id']}/{document['version']}", sha256(content)
    if released.get(name, now) != now:
        raise NotListedError(f"{name} was released, and a released version never changes: make the next version.")
    return {**listed, name: now}


def released_so_far() -> dict[str, str]:
    """What the lists of all releases say."""
    found: dict[str, str] = {}
    for tag in _git("tag"):
        text = "\n".join(_git("show", f"{tag}:{LIST}"))
        found.update(json.loads(text) if text else {})
    return found


def _git(*words: str) -> Iterator[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    yield from done.stdout.splitlines() if done.returncode == 0 else ()


def main(ids: list[str]) -> int:
    released = released_so_far()
    for questionnaire_id in ids:
        file = ROOT / LIST
        try:
            found = listed_with(json.loads(file.read_bytes()), released, shipped_file(questionnaire_id).read_bytes())
        except NotListedError as problem:
            print(f"{questionnaire_id}: {problem}", file=sys.stderr)
            return 1
        write_safely(file, f"{json.dumps(found, indent=2)}\n".encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
