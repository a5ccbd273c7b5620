"""Log file: what happened, for whoever mends the app; a user can send it on, because nothing of theirs is in it.

Of an error it has the types and the lines of code, never the message: a message may quote an answer or a name. What
other libraries say is left out for the same reason; only where in them it was said stays. Paths are those within the
app and its libraries.
"""

import contextlib
import errno
import io
import logging
import os
import platform
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "log.txt"
OLDER_LOG_FILE = "log.older.txt"
LARGEST = 500_000
"""Bytes of each of the two."""
MOST_LINKS = 10
"""Of a chain of errors, each the cause of the one before."""

APP = "audit_app"
PACKAGE = Path(__file__).parents[2]
LIBRARIES = re.compile(r"^.*[/\\](?:site-packages|dist-packages)[/\\]")
LINE_BEGINS = re.compile(rb"\d{4}-\d\d-\d\dT")

log = logging.getLogger(f"{APP}.log")


@contextlib.contextmanager
def events_to(file: Path) -> Iterator[None]:
    """Events of the app and errors of every library go to this file of the owner's, none to the terminal.

    Where no file can be written the app runs without.
    """
    handler = _open(file)
    root, ours = logging.getLogger(), logging.getLogger(APP)
    before = ours.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    log.info("Start: School Audit %s, Python %s, %s", _version(), platform.python_version(), _system())
    try:
        yield
    except Exception as error:
        log.error("The app was ended by an error", exc_info=error)
        raise
    finally:
        log.info("End")
        ours.setLevel(before)
        root.removeHandler(handler)
        handler.close()


def log_so_far() -> bytes | None:
    """What is in the log of the app that runs here, the older part first; None where none is written."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, LogFile):
            file = Path(handler.baseFilename)
            return b"".join(_content(one) for one in (file.with_name(OLDER_LOG_FILE), file)) or None
    return None


class LogFile(RotatingFileHandler):
    """Two files of the owner's. A full disk costs the log, and nothing else."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
        self.namer = lambda _: str(file.with_name(OLDER_LOG_FILE))
        self.addFilter(lambda record: record.levelno >= logging.WARNING or _is_ours(record))
        self.setFormatter(WithoutWords())

    def _open(self) -> io.TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, "a", encoding="utf-8", opener=private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the library's name
        pass


class WithoutWords(logging.Formatter):
    """One line an event, then one for each line of code that an error came through."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        said = _said(record) if _is_ours(record) else f"(at {record.module}, line {record.lineno})"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([f"{at} {record.levelname} {record.name}: {said}", *(_lines_of(error) if error else ())])


def _said(record: logging.LogRecord) -> str:
    """Our own sentence. What is put into it is a name of code or of a version, or is left out."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    safe = record.name == log.name or all(isinstance(one, str) and one.isidentifier() for one in arguments)
    return " ".join((record.getMessage() if safe else str(record.msg)).split())


def _lines_of(error: BaseException) -> Iterator[str]:
    """The error first, then what it came from; of several at once, each."""
    seen: set[int] = set()
    waiting = [error]
    while waiting and len(seen) < MOST_LINKS:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        code = errno.errorcode.get(one.errno or 0, "") if isinstance(one, OSError) else ""
        yield f"    {type(one).__module__}.{type(one).__qualname__} {code}".rstrip()
        for frame, line in traceback.walk_tb(one.__traceback__):
            yield f"        {_place(frame.f_code.co_filename)}, line {line}, in {frame.f_code.co_name}"
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
        cause = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if cause is not None:
            waiting.append(cause)


def _place(file: str) -> str:
    """A path that says nothing about the computer or its user."""
    if (path := Path(file)).is_relative_to(PACKAGE):
        return path.relative_to(PACKAGE.parent).as_posix()
    within = LIBRARIES.sub("", file)
    return path.name if within == file else within.replace("\\", "/")


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == APP


def _version() -> str:
    try:
        return version("school-audit")
    except PackageNotFoundError:  # in a packaged app
        return "of a package"


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}"


def _open(file: Path) -> logging.Handler:
    try:
        if not LINE_BEGINS.match(_content(file)) and file.is_file():
            file.unlink()  # an earlier version's, which may quote answers
        return LogFile(file)
    except OSError:
        return logging.NullHandler()


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
