"""Words of the screen that brings a questionnaire in."""

from collections.abc import Mapping
from types import MappingProxyType

TITLE = "Import a questionnaire"
INTRO = (
    "Choose a spreadsheet in the XLSForm layout, or a questionnaire in JSON. You see everything that was found in it "
    "before it is added; nothing is added while something has to be mended."
)
CHOOSE = "Choose a file"
CHOOSE_ANOTHER = "Choose another file"
READING = "The file is being read…"
IMPORT = "Add it to the library"
CANCEL = "Don’t add it"
MORE = "Show more"
SOUND = "Nothing has to be mended."
TO_MEND = "Mend these in the file, save it, and choose it again. Nothing was added."
TO_LOOK_AT = "It can be added as it is. Look first whether you meant it so."
GRADE, WHERE, WHAT, REMEDY = "Kind", "Where", "What is found", "What to do"  # heads of a table's columns
GRADES: Mapping[str, str] = MappingProxyType({"error": "To mend", "warning": "To look at"})


def found_in(file: str) -> str:
    return f"What was found in {file}"


def holds(title: str, version: int, items: int, minutes: int) -> str:
    asks = "1 question" if items == 1 else f"{items} questions"
    takes = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"“{title}”, version {version}: {asks}, about {takes}."


def counts(errors: int, warnings: int) -> str:
    parts = [f"{errors} to mend"] if errors else []
    parts += [f"{warnings} to look at"] if warnings else []
    return f"{', '.join(parts)}."


def done(title: str, version: int) -> str:
    return f"“{title}”, version {version}, is in the library."
