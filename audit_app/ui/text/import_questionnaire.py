"""Words of the screen that brings a questionnaire in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from audit_app.language import _, ngettext

TITLE = _("Import a questionnaire")
INTRO = _(
    "Choose a spreadsheet in the XLSForm layout, or a questionnaire in JSON. You see everything that was found in it "
    "before it is added; nothing is added while something has to be mended."
)
CHOOSE = _("Choose a file")
CHOOSE_ANOTHER = _("Choose another file")
READING = _("The file is being read…")
IMPORT = _("Add it to the library")
CANCEL = _("Don’t add it")
MORE = _("Show more")
READY = _("It can be added")  # the title of a notice
SOUND = _("Nothing has to be mended.")
TO_MEND = _("Mend these in the file, save it, and choose it again. Nothing was added.")
TO_LOOK_AT = _("It can be added as it is. Look first whether you meant it so.")
GRADE, WHERE, WHAT, REMEDY = _("Kind"), _("Where"), _("What is found"), _("What to do")  # heads of a table's columns
GRADES: Mapping[str, str] = MappingProxyType({"error": _("To mend"), "warning": _("To look at")})

# Where in a file, instead of a path such as “sections[2].items[1].text”.
WHOLE = _("the questionnaire")
LISTED: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "sections": lambda number: _("section {number}").format(number=number),
        "items": lambda number: _("question {number}").format(number=number),
        "scale": lambda number: _("level {number} of the scale").format(number=number),
        "options": lambda number: _("option {number}").format(number=number),
        "checks": lambda number: _("check {number}").format(number=number),
        "actions": lambda number: _("suggested action {number}").format(number=number),
    }
)
"""What stands in which list, counted from 1."""
NAMED: Mapping[str, str] = MappingProxyType(
    {
        "id": _("its id"),
        "version": _("its version"),
        "scales": _("its scales"),
        "balance": _("its balance"),
        "changes": _("its changes"),
        "sections": _("its sections"),
        "items": _("its questions"),
        "options": _("its options"),
        "actions": _("its suggested actions"),
        "code": _("its code"),
        "score": _("its score"),
        "text": _("its text"),
        "title": _("its title"),
        "hint": _("its hint"),
        "kind": _("its kind"),
        "descriptors": _("its descriptors"),
        "visible_if": _("when it is shown"),
        "condition": _("its condition"),
        "follow_up": _("its follow-up question"),
        "evidence_prompt": _("its question about evidence"),
    }
)


def found_in(file: str) -> str:
    return _("What was found in {file}").format(file=file)


def holds(title: str, version: int, items: int, minutes: int) -> str:
    asks = ngettext("1 question", "{count} questions", items).format(count=items)
    takes = ngettext("a minute", "{count} minutes", minutes).format(count=minutes)
    return _("“{title}”, version {version}: {asks}, about {takes}.").format(
        title=title, version=version, asks=asks, takes=takes
    )


def counts(errors: int, warnings: int) -> str:
    parts = [_("{errors} to mend").format(errors=errors)] if errors else []
    parts += [_("{warnings} to look at").format(warnings=warnings)] if warnings else []
    return f"{', '.join(parts)}."


def done(title: str, version: int) -> str:
    return _("“{title}”, version {version}, is in the library.").format(title=title, version=version)
