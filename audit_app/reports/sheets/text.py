"""Anybody's text in a cell: never a formula, never what a file format can't hold, never more than a cell takes."""

import re

CELL_LIMIT = 32_767
"""Characters that a cell of Excel holds, counted as UTF-16 does."""
CUT = " … [Cut here: a cell holds 32,767 characters. The whole text is in the CSV files.]"

BEGINS_A_FORMULA = "=+\\-@\t\r＝＋－＠﹦﹢﹣﹫−"
"""For a regular expression: what some spreadsheet reads as the beginning of a formula, wide and small forms too."""
_SPACE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Seen by nobody, beside what a regular expression calls a space."""
_RISKY = re.compile(f"[\\s{_SPACE}]*[{BEGINS_A_FORMULA}]")

LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of writing around, with which a cell could read otherwise than it is."""
_NEVER = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_DIRECTION}\ufeff]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LAST_OF_A_PLANE = re.compile(
    "[" + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)) + "]"
)

_PLACE = "(\\A|[\n;])"
"""Where a spreadsheet may begin a new cell when it takes “;” for the comma, as it does in much of Europe."""
_GUARDED = re.compile(f"{_PLACE}(?=(?:[^\\S\n]|[\"{_SPACE}])*['{BEGINS_A_FORMULA}])")
_GUARD = re.compile(f"{_PLACE}'")


def plain(text: str) -> str:
    """As it was written, but for control and direction marks, which go, and line breaks, which become “\\n”."""
    kept = _NEVER.sub("", LINE_BREAKS.sub("\n", text))
    return _LAST_OF_A_PLANE.sub("\ufffd", _NO_CHARACTER.sub("\ufffd", kept))


def is_risky(text: str) -> bool:
    """A spreadsheet could take it for a formula once somebody edits the cell or pastes it."""
    return _RISKY.match(text) is not None


def cut_to_cell(text: str) -> str:
    """The text, or as much as a cell holds with a sentence that says so."""
    if len(text) * 2 <= CELL_LIMIT or _length(text) <= CELL_LIMIT:
        return text
    room = (CELL_LIMIT - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def guarded(text: str) -> str:
    """For CSV, which can't say “this is text”: an apostrophe before whatever could begin a formula.

    It stands at the beginning, and inside after a line break or “;”; before an apostrophe in such a place as well, so
    that `unguarded` gives the very text back.
    """
    return _GUARDED.sub(r"\1'", text)


def unguarded(text: str) -> str:
    return _GUARD.sub(r"\1", text)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
