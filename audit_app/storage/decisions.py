"""Decisions: what the broker said of suggested matches, with the reasons; it belongs to this installation, and stays.

`decisions.json` is replaced as a whole. Nothing in it is ever taken out: a later decision stands instead.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from audit_app.files import write_safely
from audit_app.results.matching.model import Decision
from audit_app.storage.errors import DamagedDecisionsError, NewerFormatError

DECISIONS = "decisions.json"
FORMAT = "audit-app/decisions"
FORMAT_VERSION = 1

_DECISIONS = TypeAdapter(tuple[Decision, ...])


def read_decisions(folder: Path) -> tuple[Decision, ...]:
    """Raises DamagedDecisionsError, NewerFormatError."""
    try:
        content = (folder / DECISIONS).read_bytes()
    except FileNotFoundError:
        return ()
    try:
        document: dict[str, Any] = json.loads(content)
        version = document["format_version"]
        if isinstance(version, int) and version > FORMAT_VERSION:
            raise NewerFormatError("The file of decisions", version, FORMAT_VERSION)
        return _DECISIONS.validate_python(document["decisions"])
    except (ValueError, KeyError, TypeError, ValidationError, RecursionError):
        raise DamagedDecisionsError(DECISIONS) from None


def keep_decisions(folder: Path, decisions: Sequence[Decision]) -> None:
    read_decisions(folder)  # damaged or newer ones are not written over
    written = [one.model_dump(mode="json") for one in decisions]
    document = {"format": FORMAT, "format_version": FORMAT_VERSION, "decisions": written}
    content = json.dumps(document, ensure_ascii=True, indent=1).encode()
    write_safely(folder / DECISIONS, content, private=True)


def set_aside_decisions(folder: Path, name: str) -> bool:
    """Put damaged decisions out of the way under another name; True when they were."""
    try:
        read_decisions(folder)
    except DamagedDecisionsError:
        (folder / DECISIONS).replace(folder / name)
        return True
    except NewerFormatError:
        return False
    return False
