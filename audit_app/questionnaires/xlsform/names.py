"""Names: ids as ours are written, from whatever another author wrote."""

import re
import unicodedata
from collections.abc import Container


def as_name(written: str, taken: Container[str] = ()) -> str:
    """An item's id: small letters, digits and underscores, begun by a letter, not yet taken."""
    return _free(_written(written, "_", "item"), "_", taken)


def as_slug(written: str, otherwise: str, taken: Container[str] = ()) -> str:
    """A section's, scale's or questionnaire's id: the same with hyphens."""
    return _free(_written(written, "-", otherwise), "-", taken)


def _written(text: str, joint: str, otherwise: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", joint, plain).strip(joint)[:50].strip(joint)
    if not name:
        return otherwise
    return name if name[0].isalpha() else f"{otherwise[0]}{joint}{name}"


def _free(name: str, joint: str, taken: Container[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}{joint}{number}", number + 1
    return found
