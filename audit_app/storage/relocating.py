"""Moving house: a data folder copied to another place, checked there, and the old one closed for good.

The moment at which it counts is when `moved.json` stands in the old folder: until then the old one is in use, from then
on only the new one can be opened, and the app goes there by itself. So there are never two that both grow.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from audit_app.errors import AuditError
from audit_app.files import sha256, write_safely
from audit_app.language import _
from audit_app.storage.disk import make_private
from audit_app.storage.errors import KeepError

MOVED = "moved.json"
FORMAT = "audit-app/moved"
FORMAT_VERSION = 1
RUNNING = ("running.lock", "running.json", "log.txt", "log.older.txt")
"""Of the app that runs on this folder, and goes on writing its log here."""
STAYS = ("data.lock", MOVED, "demo", "index.jsonl", "index.open.jsonl", *RUNNING)
"""Not copied: the lock, the demo (made anew when somebody looks at it) and the list, which is built anew."""
MOST_MOVES = 20


class FolderMovedError(AuditError):
    def __init__(self, folder: Path, to: Path) -> None:
        super().__init__(
            _(
                "The data that was in {folder} was moved to {to}. Start the app again: it opens the new folder by "
                "itself."
            ).format(folder=folder, to=to)
        )


class MovedAwayError(AuditError):
    def __init__(self, folder: Path, to: Path) -> None:
        super().__init__(
            _(
                "The data that was in {folder} was moved to {to}, which is not there now. Connect the disk or the "
                "network that it is on, then start again. To go back to how {folder} was before, delete {moved} in it."
            ).format(folder=folder, to=to, moved=MOVED)
        )


class UnfitPlaceError(AuditError):
    def __init__(self, to: Path, why: str) -> None:
        super().__init__(_("Your data can't be moved to “{to}”: {why}. Nothing was changed.").format(to=to, why=why))


class NowhereError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("There is no data folder here that could be moved."))


def moved_to(folder: Path) -> Path | None:
    """Where this folder's data is now; None while it is here."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return Path(str(json.loads((folder / MOVED).read_bytes())["to"]))
    return None


def followed(folder: Path) -> Path:
    """The folder that is in use. Raises MovedAwayError when it is not there."""
    here = folder
    for _hop in range(MOST_MOVES):
        there = moved_to(here)
        if there is None:
            return here
        if not there.is_dir():
            raise MovedAwayError(here, there)
        here = there
    return here


def relocate(folder: Path, to: Path) -> None:
    """Copy, read back, and only then say that it moved; the caller holds the folder's lock.

    Raises UnfitPlaceError, KeepError; then the data is where it was.
    """
    target = to.expanduser().absolute()
    here = folder.resolve()
    if target.resolve() == here or here in target.resolve().parents or target.resolve() in here.parents:
        raise UnfitPlaceError(to, _("it is, or is in, the folder in which your data is now, or around it"))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UnfitPlaceError(
            to, _("there is something in it already. Choose an empty folder, or one that isn't there")
        )
    if not target.exists() and not target.parent.is_dir():
        raise UnfitPlaceError(to, _("the folder that it would stand in is not there"))
    was_there = target.exists()
    try:
        make_private(target)
        for name in _names(folder):
            make_private((target / name).parent)
            write_safely(target / name, (folder / name).read_bytes(), private=True)
        for name in _names(folder):
            if sha256((target / name).read_bytes()) != sha256((folder / name).read_bytes()):
                raise UnfitPlaceError(
                    to, _("what was written there is not what is read back ({name})").format(name=name)
                )
        document = {"format": FORMAT, "format_version": FORMAT_VERSION, "to": str(target)}
        write_safely(folder / MOVED, json.dumps(document).encode(), private=True)
    except (OSError, AuditError) as problem:
        _empty(target, was_there=was_there)
        if isinstance(problem, OSError):
            raise KeepError(problem, _("Your data there")) from problem
        raise


def _names(folder: Path) -> Iterator[Path]:
    """Files to copy, relative to the folder; what is no plain file is none of ours."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if name.parts[0] not in STAYS and path.suffix != ".tmp" and path.is_file() and not path.is_symlink():
            yield name


def _empty(target: Path, *, was_there: bool) -> None:
    """Nothing of what was copied stays: half a copy could be taken for a whole one."""
    with suppress(OSError):
        for path in target.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
        if not was_there:
            target.rmdir()
