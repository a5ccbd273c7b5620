"""A place that is a folder of this machine: a stick, a network share, or what a cloud client copies to and fro."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from pathlib import Path
from stat import S_ISREG

from audit_app.files import flush_folder
from audit_app.language import _
from audit_app.sync.limits import BundleTooLargeError
from audit_app.sync.place import Listed
from audit_app.sync.place_errors import (
    PlaceError,
    PlaceForbiddenError,
    PlaceFullError,
    PlaceNotFoundError,
    PlaceUnusableError,
)
from audit_app.sync.refusals import UnopenedFileError, printable

UNFOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A link that was put there after we looked is not followed, and a pipe is not waited for."""


class FolderPlace:
    """Fulfils `Place`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def address(self) -> str:
        return str(self._folder)

    def files(self) -> tuple[Listed, ...]:
        with self._usable():
            return tuple(_regular(self._folder))

    def read(self, name: str, most: int) -> bytes:
        shown = printable(name)
        try:
            handle = os.open(self._folder / name, os.O_RDONLY | UNFOLLOWED)
            with os.fdopen(handle, "rb") as file:
                if not S_ISREG(os.fstat(handle).st_mode):
                    raise UnopenedFileError(shown, _("it is not a file"))
                content = file.read(most + 1)
        except OSError as problem:
            raise UnopenedFileError(shown, problem.strerror or _("it can't be read now")) from None
        if len(content) > most:
            raise BundleTooLargeError(shown)
        return content

    def write(self, name: str, content: bytes) -> None:
        with self._usable():
            temporary = self._folder / f"{name}.tmp"
            temporary.unlink(missing_ok=True)  # left by a crash, or a link that somebody laid there
            try:
                with temporary.open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(self._folder / name)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
            with suppress(OSError):  # not every network share can, and the file is whole either way
                flush_folder(self._folder)

    def close(self) -> None:
        """Nothing stays open."""

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            raise _said(self.address, problem) from None
        except ValueError:
            raise PlaceUnusableError(self.address, _("its name can't be used here")) from None


def _regular(folder: Path) -> Iterator[Listed]:
    with os.scandir(folder) as found:
        for one in found:
            try:
                state = one.stat(follow_symlinks=False)
            except OSError:
                continue  # it vanished while we looked
            if S_ISREG(state.st_mode):
                yield Listed(name=one.name, size=state.st_size)


def _said(address: str, problem: OSError) -> PlaceError:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return PlaceNotFoundError(address)
        case PermissionError():
            return PlaceForbiddenError(address)
        case OSError(errno=code) if code == ENOSPC:
            return PlaceFullError(address)
        case _:
            return PlaceUnusableError(address, problem.strerror or _("it can't be reached"))
