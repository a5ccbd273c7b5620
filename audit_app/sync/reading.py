"""Reading a bundle: hostile until checked. Cheap checks come first; nothing is believed that a later one could deny.

The order: size while reading, limits on the bytes, encoding, JSON, format and version, checksum, shape, meaning.
"""

import base64
import json
from pathlib import Path
from stat import S_ISREG
from typing import Any, NoReturn

from pydantic import ValidationError

from audit_app.files import canonical_json, sha256
from audit_app.sync import refusals
from audit_app.sync.bundle import FORMAT, FORMAT_VERSION, UNHASHED, Bundle
from audit_app.sync.limits import (
    LARGEST_BUNDLE,
    MOST_KEYS,
    MOST_WORDS,
    BundleTooLargeError,
    CutOffBundleError,
    check_limits,
)
from audit_app.sync.meaning import check_meaning
from audit_app.sync.refusals import printable

LARGEST_INTEGER = 2**53 - 1
"""What JSON's canonical form can hold exactly (RFC 8785)."""

LONGEST_NUMBER = 40
"""Characters; Python needs time that grows with their square for longer ones."""

WHITE = b" \t\r\n"
OTHER_ENCODINGS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
"""Byte-order marks, and UTF-16 without one."""


def read_bundle(source: Path | tuple[str, bytes]) -> Bundle:
    """A sound bundle from a file, or from its name and bytes. Raises an error of refusals.py or limits.py."""
    if isinstance(source, Path):
        name, data = printable(source.name), _bytes_of(source)
    else:
        name, data = printable(source[0]), source[1]
        if len(data) > LARGEST_BUNDLE:
            raise BundleTooLargeError(name)
    del source
    text = _text(name, data)
    del data
    document, plain = _document(name, text)
    del text
    _check_format(name, document)
    expected = document.get("sha256")
    try:
        body = _canonical({key: value for key, value in document.items() if key not in UNHASHED}, plain=plain)
        evidence = _taken_out(document)
        rest = _compact(document)
    except ValueError:
        raise refusals.BrokenTextError(name) from None
    if isinstance(expected, str) and expected != sha256(body):
        raise refusals.WrongChecksumError(name)
    del body, document
    bundle = _with_evidence(name, _bundle(name, rest), evidence)
    check_meaning(name, bundle)
    return bundle


def _bytes_of(path: Path) -> bytes:
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


def _text(name: str, data: bytes) -> str:
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


def _document(name: str, text: str) -> tuple[dict[str, Any], bool]:
    """The JSON object, and whether it is plain: no number or key in it that JSON libraries write differently."""
    plain = True

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal plain
        if len(pairs) > MOST_KEYS:
            raise refusals.TooManyKeysError(name)
        found = dict(pairs)
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
        plain = False
        return value

    def no_number(_: str) -> NoReturn:
        raise refusals.UnusableNumberError(name)

    try:
        document = json.loads(
            text,
            object_pairs_hook=an_object,
            parse_int=an_integer,
            parse_float=a_float,
            parse_constant=no_number,
        )
    except json.JSONDecodeError as problem:
        if f'"{FORMAT}"' not in text[:4096]:
            raise refusals.NotABundleError(name) from None
        raise refusals.DamagedJsonError(name, problem.lineno) from None
    return document, plain


def _check_format(name: str, document: dict[str, Any]) -> None:
    if document.get("format") != FORMAT:
        raise refusals.NotABundleError(name)
    version = document.get("format_version")
    if type(version) is not int or version < 1:
        raise refusals.MalformedBundleError(name, "format_version", "a wrong value stands")
    if version > FORMAT_VERSION:
        raise refusals.NewerFormatError(name)


def _canonical(document: dict[str, Any], *, plain: bool) -> bytes:
    """Canonical JSON (RFC 8785); for plain documents the standard library writes the same bytes seven times as fast."""
    return _compact(document) if plain else canonical_json(document)


def _compact(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _taken_out(document: dict[str, Any]) -> list[str]:
    """The base64 of evidence, with an empty text left in its place: a mistake's report copies what is around it."""
    audits = document.get("audits")
    lists = [one.get("files") for one in audits if isinstance(one, dict)] if isinstance(audits, list) else []
    found = []
    for file in (file for files in lists if isinstance(files, list) for file in files):
        if isinstance(file, dict) and isinstance(file.get("content"), str):
            found.append(file["content"])
            file["content"] = ""
    return found


def _with_evidence(name: str, bundle: Bundle, evidence: list[str]) -> Bundle:
    left = iter(evidence)
    audits = []
    for at, one in enumerate(bundle.audits):
        files = []
        for number, file in enumerate(one.files):
            try:
                content = base64.b64decode(next(left), validate=True)
            except ValueError:
                place = f"audits[{at}].files[{number}].content"
                raise refusals.MalformedBundleError(name, place, "no base64 stands") from None
            files.append(file.model_copy(update={"content": content}))
        audits.append(one.model_copy(update={"files": tuple(files)}))
    return bundle.model_copy(update={"audits": tuple(audits)})


def _bundle(name: str, document: bytes) -> Bundle:
    """The shape, checked as strictly as JSON can be. Raises MalformedBundleError."""
    if len(document) > MOST_WORDS:
        raise BundleTooLargeError(name)
    try:
        return Bundle.model_validate_json(document, strict=True)
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_context=False, include_input=False)[0]
        match error["type"]:
            case "missing":
                what = "something is missing"
            case "extra_forbidden":
                what = "something unknown stands"
            case _:
                what = "a wrong value stands"
        raise refusals.MalformedBundleError(name, _place(error["loc"]), what) from None


def _place(location: tuple[int | str, ...]) -> str:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return printable(steps.removeprefix(".")) or "the beginning"
