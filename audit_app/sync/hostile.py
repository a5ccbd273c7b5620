"""Files from elsewhere, hostile until checked: bytes, text and JSON, before anybody asks what they mean."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any, NoReturn

from audit_app.files import canonical_json
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


class WholeNumber(int):
    """Written with decimals, as 3.0, where the canonical form has none; equal to an integer, but not taken for one."""


WHITE = b" \t\r\n"
OTHER_ENCODINGS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
"""Byte-order marks, and UTF-16 without one."""


def bytes_of(path: Path) -> bytes:
    """At most one byte more than a bundle can have, whatever the file says of its size."""
    name = printable(path.name)
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise refusals.UnopenedFileError(name, "it is not a file")
        if found.st_size > LARGEST_BUNDLE:
            raise BundleTooLargeError(name)
        with path.open("rb") as file:
            data = file.read(LARGEST_BUNDLE + 1)
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else None
        raise refusals.UnopenedFileError(name, reason or "its name can't be used here") from None
    if len(data) > LARGEST_BUNDLE:
        raise BundleTooLargeError(name)
    return data


def text_of(name: str, data: bytes) -> str:
    if data.startswith(OTHER_ENCODINGS):
        raise refusals.EncodingError(name)
    if not data.strip(WHITE + b"\0") or data.endswith(b"\0"):
        raise CutOffBundleError(name)  # a disk or a cloud client made room for the file and never filled it
    if not data.lstrip(WHITE).startswith(b"{"):
        raise refusals.NotABundleError(name)
    check_limits(name, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise refusals.EncodingError(name) from None


def document_of(name: str, text: str, file_format: str) -> tuple[dict[str, Any], bool]:
    """The JSON object, and whether it is plain: no number or key in it that JSON libraries write differently.

    3.0 becomes a WholeNumber.
    """
    plain = True
    are_keys_ascii = text.isascii() and "\\u" not in text

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal plain
        found = dict(pairs)
        if len(found) == len(pairs) <= MOST_KEYS and are_keys_ascii:
            return found
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
    return document, plain


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


def canonical(document: dict[str, Any], *, plain: bool) -> bytes:
    """Canonical JSON (RFC 8785); for plain documents the standard library writes the same bytes seven times as fast."""
    return compact(document) if plain else canonical_json(document)


def compact(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


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
