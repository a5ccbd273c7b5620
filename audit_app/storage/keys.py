"""Keys: this installation's own secret, and those by which other schools' files are known. Neither travels.

`signing-key` holds 32 random bytes, in hexadecimal, for their owner alone: whoever has them can sign as this school.
No backup and no bundle takes them along. `known-keys.json` holds public keys.
"""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter

from audit_app.files import flush_folder, write_safely
from audit_app.language import _
from audit_app.responses.known_keys import KnownKey
from audit_app.storage.disk import make_private
from audit_app.storage.errors import DamagedKnownKeysError
from audit_app.storage.kept_list import KeptList

OWN = "signing-key"
KNOWN = "known-keys.json"
FORMAT = "audit-app/known-keys"
FORMAT_VERSION = 1


def secret(folder: Path, new: Callable[[], bytes]) -> bytes | None:
    """Made once, whoever opens the folder first, even only to read it; None where it can't be kept.

    A damaged one is made anew: then other schools are asked whether they accept the new key.
    """
    path = folder / OWN
    found = _read_secret(path)
    if found is not None:
        return found
    damaged = path.exists()
    try:
        make_private(folder)
        _write_if_absent(path, new().hex().encode(), replace=damaged)
    except OSError:
        return None
    return _read_secret(path)


_KNOWN = KeptList(
    name=KNOWN,
    format=FORMAT,
    version=FORMAT_VERSION,
    key="keys",
    called=_("The file of known keys"),
    adapter=TypeAdapter(tuple[KnownKey, ...]),
    damaged=DamagedKnownKeysError,
)
read_known, keep_known, set_aside_known = _KNOWN.read, _KNOWN.keep, _KNOWN.set_aside


def _read_secret(path: Path) -> bytes | None:
    with suppress(OSError):
        found = path.read_text("ascii", errors="replace").strip()
        if re.fullmatch(r"[0-9a-f]{64}", found):
            return bytes.fromhex(found)
    return None


def _write_if_absent(path: Path, content: bytes, *, replace: bool) -> None:
    """Of two processes that write at once, the first wins, so that what one has signed stays known."""
    if replace:
        write_safely(path, content, private=True)
        return
    made = path.with_name(f"{path.name}.{os.getpid()}.new.tmp")
    try:
        write_safely(made, content, private=True)
        try:
            os.link(made, path)
        except FileExistsError:
            return
        except OSError:  # a stick's file system knows no second name for a file
            made.replace(path)
        flush_folder(path.parent)
    finally:
        made.unlink(missing_ok=True)
