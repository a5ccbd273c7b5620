"""Words of the screen that imports files."""

TITLE = "Import"
INTRO = "Choose files that School Audit exported. You see what would happen before anything is changed."
CHOOSE = "Choose files"
READING = "The files are being read…"
WOULD = "What importing does"
ADD = "New here"
MERGE = "Known, and more of it comes"
CONFLICT = "Known, and some answers differ"
SAME = "Nothing new"
REFUSED = "Can’t be imported"
APPLY = "Import"
CANCEL = "Don’t import"
NOTHING_NEW = "Everything in these files is here already. There is nothing to import."
ALL_OR_NOTHING = "Because of this, nothing can be imported. Take the file out and choose the others again."
CONFLICT_MEANS = "Both answers are kept side by side until you choose one. Until then neither counts in a score."


def audit(school: str, title: str, wave: str) -> str:
    return f"{school}: {title}, {wave}"


def entries(count: int) -> str:
    return "1 change comes" if count == 1 else f"{count} changes come"


def differ(count: int) -> str:
    return "1 answer differs" if count == 1 else f"{count} answers differ"


def done(count: int) -> str:
    return "1 audit was imported." if count == 1 else f"{count} audits were imported."
