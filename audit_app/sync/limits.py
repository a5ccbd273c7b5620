"""Limits: what a file from elsewhere may cost before anything in it is believed.

They are tried on the bytes, before the parser sees them, with nothing slower than a search through memory: a file that
was made to exhaust the machine costs less than an honest one.
"""

from audit_app.errors import AuditError
from audit_app.language import _

LARGEST_BUNDLE = 40 * 1024 * 1024
"""Bytes: 30 MB of evidence in base64. Parsing and hashing need about five times as much memory for a moment."""

LONGEST_TEXT = 256 * 1024
"""Bytes of a text that is not base64: twice the longest that the app takes, every letter escaped."""

MOST_WORDS = 12 * 1024 * 1024
"""Bytes beside the base64 of evidence: a single wide letter can make a text take four times its length in memory."""

DEEPEST = 32
"""Brackets within brackets; an honest bundle has eight."""

MOST_VALUES = 200_000
"""Numbers, texts, lists and objects: about 19,000 entries, the history of forty audits. More takes over a second."""

MOST_OBJECTS, MOST_LISTS = 40_000, 25_000
"""An entry has two and at most one; each takes a kilobyte while it is checked."""

MOST_KEYS = 100
"""In one object; ours have at most twenty, and one mistake each must not make a report of a million."""


class BundleTooLargeError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” is larger than a bundle can be ({most} MB), so it was not opened. Ask its sender for a "
                "bundle with fewer evidence files."
            ).format(name=name, most=LARGEST_BUNDLE // 1024 // 1024)
        )


class BundleTooLargeToWriteError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This would be more than a bundle can hold ({most} MB). Share the comments instead of everything, or "
                "take large evidence files out and say where they are kept."
            ).format(most=LARGEST_BUNDLE // 1024 // 1024)
        )


class BundleTooDeepError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” is nested too deeply to have been made by School Audit, so it was not read. "
                "Ask its sender for a new bundle."
            ).format(name=name)
        )


class TooManyValuesError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” holds more than this app reads from one file, so it was not read. "
                "Ask its sender for a bundle of fewer audits."
            ).format(name=name)
        )


class CutOffBundleError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” ends too early: it was not copied or downloaded completely. Copy it again, then import it."
            ).format(name=name)
        )


def check_limits(name: str, data: bytes) -> None:
    """Raises BundleTooLargeError, BundleTooDeepError, TooManyValuesError, CutOffBundleError."""
    if len(data) > LARGEST_BUNDLE or (not data.isascii() and len(data) > MOST_WORDS):
        raise BundleTooLargeError(name)
    is_each_a_letter = data.count(b"\\") == data.count(b"\\u")  # no backslash or quote behind a backslash
    bare = data if is_each_a_letter else data.replace(b"\\\\", b"").replace(b'\\"', b"")
    marks = bare.translate(None, NO_MARKS)
    if marks.count(b'"') > 4 * MOST_VALUES:
        raise TooManyValuesError(name)
    between = marks.replace(b'""', b"").split(b'"')  # two quotes beside each other change nothing of what is outside
    outside = b"".join(between[::2])
    objects, lists = outside.count(b"{"), outside.count(b"[")
    if objects > MOST_OBJECTS or lists > MOST_LISTS or objects + lists + outside.count(b",") > MOST_VALUES:
        raise TooManyValuesError(name)
    _check_depth(name, outside, in_text=len(between) % 2 == 0)
    texts = bare.split(b'"')[1::2] if len(data) > LONGEST_TEXT else []
    long = [text for text in texts if len(text) > LONGEST_TEXT]
    if len(data) - sum(map(len, long)) > MOST_WORDS or any(b"\\" in text or not text.isascii() for text in long):
        raise BundleTooLargeError(name)


def _check_depth(name: str, outside: bytes, *, in_text: bool) -> None:
    depth = 0
    for bracket in outside.replace(b",", b""):
        depth += 1 if bracket in OPENING else -1
        if depth > DEEPEST:
            raise BundleTooDeepError(name)
        if depth < 0:
            return  # more closed than opened: the parser says where
    if depth or in_text:
        raise CutOffBundleError(name)


OPENING = b"[{"
NO_MARKS = bytes(set(range(256)) - set(b'[]{},"'))
