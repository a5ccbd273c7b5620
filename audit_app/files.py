"""Files: canonical JSON, hashes, and writing so that a crash leaves the old file or the new one, never a third."""

import hashlib
import os
from pathlib import Path
from typing import TypeAlias, cast

import rfc8785

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"


def canonical_json(value: object) -> bytes:
    """The one spelling of a JSON value (RFC 8785), for hashing and signing."""
    return rfc8785.dumps(cast("JsonValue", value))


def sha256(content: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(content).hexdigest()


def write_safely(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace a file as a whole: temporary file beside it, flush to disk, rename, flush of the folder.

    A private file is for its owner alone, where the system knows owners (POSIX).
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            if private and os.name == "posix":
                os.fchmod(file.fileno(), 0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make a rename or a new file in the folder durable (POSIX; Windows has no such call and needs none)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def assets_folder() -> Path:
    """Where the icon and the fonts are: inside the installed package, or beside it in a checkout."""
    installed = Path(__file__).parent / "assets"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "assets"
