"""The disk: a file that only grows, and folders for their owner alone.

A crash in the middle of an append leaves a torn last line. Pages of it that never reached the disk read as zeros, which
no sound line contains (lines.py).
"""

import os
from contextlib import suppress
from pathlib import Path

from audit_app.files import flush_folder
from audit_app.storage.errors import ChangedElsewhereError

_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter, and those above it as they come."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    for one in reversed(missing):
        with suppress(FileExistsError):
            one.mkdir(mode=0o700)
        flush_folder(one.parent)


def move(source: Path, target: Path) -> None:
    """As a whole or not at all. Raises OSError."""
    source.replace(target)
    try:
        flush_folder(target.parent)
        flush_folder(source.parent)
    except OSError:
        with suppress(OSError):
            target.replace(source)
        raise


def sweep(folder: Path) -> None:
    """Remove temporary files that a process left behind when it was killed; the caller holds the folder's lock."""
    for left in folder.glob("*.tmp"):
        left.unlink(missing_ok=True)


class GrowingFile:
    """A file to which whole lines are added: each is on the disk when `append` returns, or not in the file at all."""

    def __init__(self, path: Path, end: int, size: int) -> None:
        self.end = end
        """Bytes that count; whatever follows them is a torn tail and is cut off before the next append."""
        self._path = path
        self._size: int | None = size
        self._handle: int | None = None

    def append(self, content: bytes) -> None:
        """Raises OSError, or ChangedElsewhereError; then nothing of the content counts."""
        try:
            handle = self._ready()
            self._size = None  # not known until all of it is there
            left = memoryview(content)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        except OSError:
            with suppress(OSError):
                self._cut()
            self.close()
            raise
        self.end += len(content)
        self._size = self.end

    def rewind(self, end: int) -> None:
        """Take back what was appended after this length. Raises OSError."""
        self.end = end
        self._size = None
        self._ready()

    def close(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)

    def _ready(self) -> int:
        """The open file, being the one that was read, with nothing after the bytes that count."""
        if self._handle is None:
            self._handle = os.open(self._path, _FLAGS)
        there, mine = os.stat(self._path), os.fstat(self._handle)  # noqa: PTH116 # a stick may have been changed
        if (there.st_ino, there.st_dev) != (mine.st_ino, mine.st_dev):
            self.close()
            raise ChangedElsewhereError(self._path)
        if there.st_size < self.end or self._size not in (None, there.st_size):
            raise ChangedElsewhereError(self._path)
        self._size = there.st_size
        if there.st_size != self.end:
            self._cut()
        return self._handle

    def _cut(self) -> None:
        if self._handle is not None:
            os.ftruncate(self._handle, self.end)
            os.fsync(self._handle)
            self._size = self.end
