"""Lines: how one change stands in a file, so that a torn or damaged one is told from a sound one.

A line is a checksum, a number, JSON and a newline. The checksum (the first 16 hexadecimal digits of SHA-256) covers the
number and the JSON; the number is the line's place in the file, so that a line that went missing is noticed as well.
"""

import hashlib
import json
from typing import NamedTuple

from pydantic_core import PydanticSerializationError, from_json, to_json

from audit_app.language import _
from audit_app.storage.errors import UnkeepableValueError

CHECKSUM_DIGITS = 16
DEEPEST = _("it is nested too deeply")


class Line(NamedTuple):
    number: int
    value: object


class Reading(NamedTuple):
    """What a file of lines says."""

    values: list[object]
    sound: int
    """Bytes from the start to the end of the last sound line; what follows is a torn tail."""
    damage: str
    """The first line that is neither sound nor torn, in words; empty when there is none."""


def encode(number: int, value: object) -> bytes:
    """Raises UnkeepableValueError for what JSON can't hold."""
    body = b"%d %s" % (number, _quickly(value) or _carefully(value))
    return b"%s %s\n" % (_checksum(body), body)


def decode(line: bytes) -> Line | None:
    """A line without its newline; None unless it is exactly as it was written."""
    body = line[CHECKSUM_DIGITS + 1 :]
    if line[: CHECKSUM_DIGITS + 1] != _checksum(body) + b" ":
        return None
    number, _, text = body.partition(b" ")
    try:
        return Line(int(number), from_json(text))
    except ValueError:
        pass  # half of a surrogate pair, or nested deeper than this parser reads
    try:
        return Line(int(number), json.loads(text))
    except (ValueError, RecursionError):
        return None


def _quickly(value: object) -> bytes | None:
    """JSON, seven times as fast as the standard library; None for what it writes otherwise or can't write."""
    try:
        text = to_json(value)
    except PydanticSerializationError:
        return None
    return None if b"NaN" in text or b"Infinity" in text else text


def _carefully(value: object) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except RecursionError:
        raise UnkeepableValueError(DEEPEST) from None
    except ValueError:
        raise UnkeepableValueError(_("it holds a number that is not one")) from None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: kept as an escape
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


def read(content: bytes) -> Reading:
    """The sound lines from the start, up to a torn tail or the first damage."""
    values: list[object] = []
    start = 0
    while start < len(content):
        end = content.find(b"\n", start)
        raw = content[start:] if end < 0 else content[start:end]
        line = decode(raw) if end >= 0 else None
        if line is None or line.number != len(values):
            rest = content[start:]
            torn = end < 0 or (b"\0" in raw and end == len(content) - 1) or not rest.strip(b"\0")
            number = len(values) + 1
            if line is None:
                what = _("line {number} is not as it was written").format(number=number)
            else:
                what = _("line {number} is missing; line {other} stands there").format(
                    number=number, other=line.number + 1
                )
            return Reading(values, start, "" if torn else what)
        values.append(line.value)
        start = end + 1
    return Reading(values, start, "")


def salvage(content: bytes) -> list[object]:
    """Every line that is sound by itself, wherever it stands and whatever is missing around it."""
    found = (decode(raw) for raw in content.split(b"\n"))
    return [line.value for line in found if line is not None]


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:CHECKSUM_DIGITS].encode()
