"""Words of the library of questionnaires, and of reading one through."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from audit_app.language import _, ngettext
from audit_app.regional import either, listed, plain
from audit_app.shortening import titled

TITLE = _("Library")
INTRO = _("The questionnaires that you can answer. Open one to read every statement before you start.")
READ = _("Read it through")
START = _("Start an audit")
START_SURVEY = _("Start a survey")
IMPORT = _("Import a questionnaire")
EXPORT = _("Export as a spreadsheet")
EXPORT_JSON = _("Export as JSON")
PRINT = _("PDF for a meeting")  # a blank copy, to be filled in by hand
SAVE_PAPER = _("Save the blank questionnaire")  # the title of the system’s dialog
WORKING = _("The file is being made…")
SHIPPED = _("From School Audit")
OWN = _("Your own")
NONE_OWN = _("None yet")
NONE_OWN_TEXT = _(
    "A questionnaire of your trust or network can stand here too. Write it in a spreadsheet: export one from above to "
    "begin with, give it an id and a title of its own, change what you like, and import it."
)
UNREADABLE = _("A questionnaire can’t be used")  # the title of a notice; its text says which, and what to do
SELF_AUDIT = _("Self-audit: one agreed answer for the school")
SURVEY = _("Survey: many anonymous answers")
BACK = _("Back to the library")

# Reading one through
PARTS = _("Read it part by part")
PREVIEW = _("This is how it reads. Nothing can be answered here, and nothing is kept.")
SHARE = _("Change it, or hand it on")
SHARE_TEXT = _("A spreadsheet can be changed and imported again, as a new version or under another id.")
NEXT = _("Next part")
PREVIOUS = _("Part before")
WHY = _("Why it matters")
EVIDENCE = _("What could show it")
IDEA = _("Where it comes from")
CHECKS = _("What is checked")
REQUIRED = _("Required")
REVERSE = _("Counts the other way round")

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "level": _("Choose a level"),
        "single": _("Choose one"),
        "multiple": _("Choose all that apply"),
        "number": _("A number"),
        "text": _("In your own words"),
        "date": _("A date"),
        "note": _("To read"),
    }
)
"""How an item of each kind is answered."""
WHOLE_NUMBER = _("A whole number")

GRADES: Mapping[str, str] = MappingProxyType(
    {"error": _("has to be put right"), "warning": _("asks whether it is so"), "information": _("only tells")}
)
"""What a check does when it does not hold."""


def about(items: int, minutes: int, version: int) -> str:
    asks = ngettext("1 statement", "{count} statements", items).format(count=items)
    takes = ngettext("a minute", "{count} minutes", minutes).format(count=minutes)
    # Translators: “36 statements, about 20 minutes. Version 1.”
    return _("{asks}, about {takes}. Version {version}.").format(asks=asks, takes=takes, version=version)


def fingerprint(short: str) -> str:
    return _("Fingerprint {short}: it stays the same as long as the questionnaire does.").format(short=short)


def languages(names: Sequence[str]) -> str:
    return _("In {languages}.").format(languages=listed(names))


def part(title: str, items: int) -> str:
    return f"{titled(title)} ({items})"


def piece(title: str, first: int, last: int) -> str:
    """A piece of a long part."""
    return _("{title}, {first} to {last}").format(title=title, first=first, last=last)


def part_of(number: int, total: int, questionnaire: str) -> str:
    return _("Part {number} of {total} of “{questionnaire}”").format(
        number=number, total=total, questionnaire=titled(questionnaire)
    )


def going(direction: str, title: str) -> str:
    """The name of the button that leads to another part."""
    return f"{direction}: {titled(title)}"


def shown_when(condition: str) -> str:
    return _("Shown when {condition}.").format(condition=condition)


def offered_when(label: str, condition: str) -> str:
    return _("{label} (offered when {condition})").format(label=label, condition=condition)


def asked_after(labels: Sequence[str]) -> str:
    return _("Asked after {answers}").format(answers=either([f"“{label}”" for label in labels]))


def checked(condition: str, message: str, grade: str) -> str:
    return _("Unless {condition}: “{message}” This {grade}.").format(
        condition=condition, message=message, grade=GRADES[grade]
    )


def counts(weight: float) -> str:
    return _("Counts {times} times").format(times=plain(weight)) if weight else _("Doesn’t count in the score")


def actions(count: int) -> str:
    return _("Suggested actions ({count})").format(count=count)


def actions_for(count: int, item: str) -> str:
    """What is read aloud, for all items have such a button."""
    return _("Suggested actions ({count}): {item}").format(count=count, item=item)


def exported(name: str) -> str:
    return _("{name} is in your downloads.").format(name=name)
