"""Words of the screen that brings a questionnaire in."""

from collections.abc import Mapping
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
SOUND = _("Nothing has to be mended.")
TO_MEND = _("Mend these in the file, save it, and choose it again. Nothing was added.")
TO_LOOK_AT = _("It can be added as it is. Look first whether you meant it so.")
GRADE, WHERE, WHAT, REMEDY = _("Kind"), _("Where"), _("What is found"), _("What to do")  # heads of a table's columns
GRADES: Mapping[str, str] = MappingProxyType({"error": _("To mend"), "warning": _("To look at")})


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
