"""Words of the library of questionnaires, and of reading one through."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

TITLE = "Library"
INTRO = "The questionnaires that you can answer. Open one to read every statement before you start."
READ = "Read it through"
START = "Start an audit"
START_SURVEY = "Start a survey"
IMPORT = "Import a questionnaire"
EXPORT = "Export as a spreadsheet"
EXPORT_JSON = "Export as JSON"
PRINT = "PDF for a meeting"  # a blank copy, to be filled in by hand
SAVE_PAPER = "Save the blank questionnaire"  # the title of the system’s dialog
WORKING = "The file is being made…"
SHIPPED = "From School Audit"
OWN = "Your own"
NONE_OWN = "None yet"
NONE_OWN_TEXT = (
    "A questionnaire of your trust or network can stand here too. Write it in a spreadsheet: export one from above to "
    "begin with, give it an id and a title of its own, change what you like, and import it."
)
UNREADABLE = "A questionnaire can’t be used"  # the title of a notice; its text says which, and what to do
SELF_AUDIT = "Self-audit: one agreed answer for the school"
SURVEY = "Survey: many anonymous answers"
BACK = "Back to the library"

# Reading one through
PARTS = "Read it part by part"
PREVIEW = "This is how it reads. Nothing can be answered here, and nothing is kept."
SHARE = "Change it, or hand it on"
SHARE_TEXT = "A spreadsheet can be changed and imported again, as a new version or under another id."
NEXT = "Next part"
PREVIOUS = "Part before"
WHY = "Why it matters"
EVIDENCE = "What could show it"
IDEA = "Where it comes from"
CHECKS = "What is checked"
REQUIRED = "Required"
REVERSE = "Counts the other way round"

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "level": "Choose a level",
        "single": "Choose one",
        "multiple": "Choose all that apply",
        "number": "A number",
        "text": "In your own words",
        "date": "A date",
        "note": "To read",
    }
)
"""How an item of each kind is answered."""
WHOLE_NUMBER = "A whole number"

GRADES: Mapping[str, str] = MappingProxyType(
    {"error": "has to be put right", "warning": "asks whether it is so", "information": "only tells"}
)
"""What a check does when it does not hold."""


def about(items: int, minutes: int, version: int) -> str:
    asks = "1 statement" if items == 1 else f"{items} statements"
    takes = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"{asks}, about {takes}. Version {version}."


def fingerprint(short: str) -> str:
    return f"Fingerprint {short}: it stays the same as long as the questionnaire does."


def languages(names: Sequence[str]) -> str:
    return f"In {', '.join(names[:-1])} and {names[-1]}."


def part(title: str, items: int) -> str:
    return f"{title} ({items})"


def piece(title: str, first: int, last: int) -> str:
    """A piece of a long part."""
    return f"{title}, {first} to {last}"


def part_of(number: int, total: int, questionnaire: str) -> str:
    return f"Part {number} of {total} of “{questionnaire}”"


def going(direction: str, title: str) -> str:
    """The name of the button that leads to another part."""
    return f"{direction}: {title}"


def shown_when(condition: str) -> str:
    return f"Shown when {condition}."


def offered_when(label: str, condition: str) -> str:
    return f"{label} (offered when {condition})"


def asked_after(labels: Sequence[str]) -> str:
    return f"Asked after {' or '.join(f'“{label}”' for label in labels)}"


def checked(condition: str, message: str, grade: str) -> str:
    return f"Unless {condition}: “{message}” This {GRADES[grade]}."


def counts(weight: float) -> str:
    return f"Counts {weight:g} times" if weight else "Doesn’t count in the score"


def actions(count: int) -> str:
    return f"Suggested actions ({count})"


def exported(name: str) -> str:
    return f"{name} is in your downloads."
