"""Files from elsewhere, hostile until checked: bytes, text and JSON, before anybody asks what they mean."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any, Literal, NoReturn

from pydantic_core import to_json

from audit_app.files import canonical_json
from audit_app.language import _
from audit_app.sync import refusals
from audit_app.sync.limits import LARGEST_BUNDLE, MOST_KEYS, BundleTooLargeError, CutOffBundleError, check_limits
from audit_app.sync.refusals import printable

LARGEST_INTEGER = 2**53 - 1
"""What JSON's canonical form can hold exactly (RFC 8785)."""

SMALLEST_DECIMAL = 1e-4
"""Nearer to nothing, Python writes an exponent where the canonical form has decimals."""

SAFE_DIGITS = 15
"""No integer of so many characters is too large, and no honest figure longer."""

LONGEST_NUMBER = 40
"""Characters; Python needs time that grows with their square for longer ones."""


USUAL_KEYS = 500
"""Letters in the keys of one object; what has more is looked at each time and not remembered."""

Form = Literal["sorted", "plain", "other"]
"""How a document's canonical form may be written: it is plain when no number or key in it is one that JSON libraries
write differently, and sorted when below its top the keys stand in their canonical order already."""


class WholeNumber(int):
    """Written with decimals, as 3.0, where the canonical form has none; equal to an integer, but not taken for one."""


WHITE = b" \t\r\n"
ARCHIVE = b"PK\x03\x04"
"""A ZIP file begins so: our backups, and every spreadsheet."""
OTHER_ENCODINGS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
"""Byte-order marks, and UTF-16 without one."""


def bytes_of(path: Path) -> bytes:
    """At most one byte more than a bundle can have, whatever the file says of its size."""
    name = printable(path.name)
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise refusals.UnopenedFileError(name, _("it is not a file"))
        if found.st_size > LARGEST_BUNDLE:
            raise BundleTooLargeError(name)
        with path.open("rb") as file:
            data = file.read(found.st_size + 1)
            if len(data) > found.st_size:  # it has grown since, or never said how large it is
                data += file.read(LARGEST_BUNDLE + 1 - len(data))
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        raise refusals.UnopenedFileError(name, reason or _("its name can't be used here")) from None
    if len(data) > LARGEST_BUNDLE:
        raise BundleTooLargeError(name)
    return data


def text_of(name: str, data: bytes) -> str:
    if data.startswith(OTHER_ENCODINGS):
        raise refusals.EncodingError(name)
    if not data.strip(WHITE + b"\0"):
        raise CutOffBundleError(name)
    if data.startswith(ARCHIVE):
        raise refusals.ArchiveError(name)
    if not data.lstrip(WHITE).startswith(b"{"):
        raise refusals.NotABundleError(name)
    if data.endswith(b"\0"):
        raise CutOffBundleError(name)  # a disk or a cloud client made room for the file and never filled it
    check_limits(name, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise refusals.EncodingError(name) from None


def document_of(name: str, text: str, file_format: str) -> tuple[dict[str, Any], Form]:
    """The JSON object, and how its canonical form may be written. 3.0 becomes a WholeNumber."""
    plain, unsorted, last = True, 0, False

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal plain, unsorted, last
        found = dict(pairs)
        if len(found) == len(pairs):
            try:
                unsorted += (last := _out_of_order(tuple(found)))
            except _UnusualKeysError:
                pass
            else:
                return found
        unsorted, last = unsorted + 1, True
        if len(pairs) > MOST_KEYS:
            raise refusals.TooManyKeysError(name)
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            raise refusals.RepeatedKeyError(name, printable(next(key for key in keys if keys.count(key) > 1)))
        plain = plain and "".join(found).isascii()
        return found

    def an_integer(digits: str) -> int:
        if len(digits) > LONGEST_NUMBER or abs(value := int(digits)) > LARGEST_INTEGER:
            raise refusals.UnusableNumberError(name)
        return value

    def a_float(digits: str) -> float:
        nonlocal plain
        if len(digits) > LONGEST_NUMBER or abs(value := float(digits)) > LARGEST_INTEGER:
            raise refusals.UnusableNumberError(name)
        if value.is_integer():
            return WholeNumber(value)
        plain = plain and abs(value) >= SMALLEST_DECIMAL
        return value

    def no_number(_: str) -> NoReturn:
        raise refusals.UnusableNumberError(name)

    def parsed(parse_int: Callable[[str], int], parse_float: Callable[[str], float]) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            text,
            object_pairs_hook=an_object,
            parse_int=parse_int,
            parse_float=parse_float,
            parse_constant=no_number,
        )
        return found

    try:
        try:
            document = parsed(_usual_integer, _usual_float)
        except _UnusualNumberError:
            document = parsed(an_integer, a_float)
    except json.JSONDecodeError as problem:
        if f'"{file_format}"' not in text[:4096]:
            raise refusals.NotABundleError(name) from None
        raise refusals.DamagedJsonError(name, problem.lineno) from None
    if not plain:
        return document, "other"
    return document, "plain" if unsorted > last else "sorted"  # the last is the top


@lru_cache(maxsize=1_000)
def _out_of_order(keys: tuple[str, ...]) -> bool:
    """Files repeat their keys too."""
    if len(keys) > MOST_KEYS or len(joined := "".join(keys)) > USUAL_KEYS or not joined.isascii():
        raise _UnusualKeysError
    return list(keys) != sorted(keys)


class _UnusualKeysError(Exception):
    """Keys that have to be looked at."""


class _UnusualNumberError(Exception):
    """A number that has to be looked at."""


@lru_cache(maxsize=10_000)
def _usual_integer(digits: str) -> int:
    """Files repeat their numbers, and this way the parser finds most of them without running any Python."""
    if len(digits) > SAFE_DIGITS:
        raise _UnusualNumberError
    return int(digits)


@lru_cache(maxsize=10_000)
def _usual_float(digits: str) -> float:
    if len(digits) > SAFE_DIGITS:
        raise _UnusualNumberError
    value = float(digits)
    if value and not SMALLEST_DECIMAL <= abs(value) <= LARGEST_INTEGER:
        raise _UnusualNumberError
    return WholeNumber(value) if value.is_integer() else value


def canonical(document: dict[str, Any], form: Form) -> bytes:
    """Canonical JSON (RFC 8785). For plain documents the standard library writes the same bytes seven times as fast,
    and where they are sorted pydantic does in less than half of that."""
    match form:
        case "sorted":
            return to_json(dict(sorted(document.items())))
        case "plain":
            return compact(document)
        case "other":
            return canonical_json(document)


def compact(document: dict[str, Any]) -> bytes:
    return _COMPACT.encode(document).encode()


_COMPACT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False)


@contextmanager
def collecting_later() -> Iterator[None]:
    """Python looks for garbage after so many new objects: those of a file all stay, and looking takes half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
