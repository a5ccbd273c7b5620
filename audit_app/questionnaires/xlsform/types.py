"""Question types: which of XLSForm's have a place here, under all the spellings that its tools accept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["item", "begin", "repeat", "end", "left_out", "unknown"]


@dataclass(frozen=True)
class QuestionType:
    role: Role
    type: str = ""
    """As our own rows spell it: integer, decimal, text, date, note, select_one, select_multiple."""
    list_name: str = ""
    with_other: bool = False
    """XLSForm's `or_other`: a further option, and a question that asks which."""
    why: str = ""
    """Of what is left out: the sentence about it."""


_PLAIN: Mapping[str, str] = {
    "integer": "integer",
    "int": "integer",
    "add integer prompt": "integer",
    "decimal": "decimal",
    "add decimal prompt": "decimal",
    "text": "text",
    "string": "text",
    "add text prompt": "text",
    "date": "date",
    "add date prompt": "date",
    "note": "note",
    "add note prompt": "note",
}
_LOCATION = "A place on a map can’t be asked for here."
_MEDIA = "Pictures, sound, films and files can’t be asked for as an answer here; add them to an answer as evidence."
_CLOCK = "A time of day can’t be asked for here."
_COMPUTED = "Nothing is calculated here while the questions are answered."
_COLLECTED = "Nothing is collected here that the respondent does not see, so this is not."
_LEFT_OUT: Mapping[str, str] = {
    **dict.fromkeys(("geopoint", "gps", "location", "add location prompt", "geotrace", "geoshape", "osm"), _LOCATION),
    **dict.fromkeys(("image", "photo", "audio", "video", "file", "background-audio", "barcode", "big-image"), _MEDIA),
    **dict.fromkeys(("add image prompt", "add photo prompt", "add audio prompt", "add video prompt"), _MEDIA),
    **dict.fromkeys(("time", "datetime", "datetime prompt", "add time prompt", "add datetime prompt"), _CLOCK),
    **dict.fromkeys(("calculate", "calculation", "add calculate prompt", "hidden", "hidden value"), _COMPUTED),
    **dict.fromkeys(("add hidden prompt", "xml-external", "csv-external"), _COMPUTED),
    **dict.fromkeys(("start", "end", "today", "deviceid", "device id", "imei", "subscriberid"), _COLLECTED),
    **dict.fromkeys(("simserial", "phonenumber", "phone number", "username", "email", "audit"), _COLLECTED),
    **dict.fromkeys(("start-geopoint", "start time", "end time", "get start time", "get end time"), _COLLECTED),
    **dict.fromkeys(("get today", "get device id", "get subscriber id", "get sim id", "get phone number"), _COLLECTED),
    **dict.fromkeys(("uri:subscriberid", "uri:simserial", "uri:deviceid", "uri:phonenumber"), _COLLECTED),
    **dict.fromkeys(("uri:username", "uri:email", "sim id", "subscriber id", "start_time", "end_time"), _COLLECTED),
    "range": "A slider can’t be shown here; ask for a number with a constraint.",
    "acknowledge": "A single box to tick can’t be asked for here; ask a choice between yes and no.",
    "trigger": "A single box to tick can’t be asked for here; ask a choice between yes and no.",
    "percentage": "A percentage has no type of its own here; ask for a number with a constraint.",
}
_SELECT = re.compile(
    r"""(?:add\ )?
        (?P<one>select[_ ]one(?:\ from|\ prompt\ using)?|select1)?
        (?P<several>select[_ ]multiple(?:\ from|\ prompt\ using)?|select[_ ]all[_ ]that[_ ]apply(?:\ from)?)?
        \ (?P<list>\S+)(?P<other>[ _]or[ _](?:specify[ _])?other)?""",
    re.VERBOSE | re.IGNORECASE,
)
_BLOCK = re.compile(r"(?P<edge>begin|end)[ _](?P<what>group|repeat|loop|lgroup|looped group|table|cascade)\b.*", re.I)
_WITHOUT = re.compile(r"(rank|cascading[ _]select|select[_ ]one[_ ]external|select_(one|multiple)_from_file)\b.*", re.I)
_FROM_FILE = re.compile(r"select[_ ](one|multiple)[_ ]from[_ ]file\b.*", re.I)


def question_type(written: str) -> QuestionType:
    """What a cell of the column `type` asks for."""
    text = " ".join(written.split())
    small = text.lower()
    if block := _BLOCK.fullmatch(small):
        if block["edge"] == "end":
            return QuestionType("end")
        return QuestionType("begin" if block["what"] == "group" else "repeat")
    if small in _PLAIN:
        return QuestionType("item", _PLAIN[small])
    if small in _LEFT_OUT:
        return QuestionType("left_out", why=_LEFT_OUT[small])
    if _FROM_FILE.fullmatch(small):
        return QuestionType("left_out", why="Choices can’t come from another file; write them on the sheet “choices”.")
    if _WITHOUT.fullmatch(small):
        why = "Ranking, cascading and external selects have no place here; ask a choice with a choice_filter."
        return QuestionType("left_out", why=why)
    found = _SELECT.fullmatch(text)
    if found and bool(found["one"]) != bool(found["several"]):
        kind = "select_one" if found["one"] else "select_multiple"
        return QuestionType("item", kind, found["list"], with_other=bool(found["other"]))
    return QuestionType("unknown")
