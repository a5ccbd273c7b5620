"""Words of the screen that starts an audit."""

from audit_app.language import _, ngettext

TITLE = _("Start an audit")
WHICH = _("What do you want to look at?")
WAVE = _("Which round is this?")
WAVE_HINT = _("Usually the term. Rounds with the same name can be compared.")
WAVE_NEEDED = _("Name the round, for example Autumn 2026.")
START = _("Start")
SCHOOL_FIRST = _("Your school first")
SCHOOL_FIRST_TEXT = _("An audit belongs to a school, so tell the app which one is yours. Only its name is needed.")
TO_PROFILE = _("Enter your school")


def about(items: int, minutes: int, *, statements: bool, always: bool) -> str:
    """Beside a questionnaire's title. Not all of it is `always` asked where answers decide about it."""
    if statements:
        asks = ngettext("{count} statement", "{count} statements", items).format(count=items)
    else:
        asks = ngettext("{count} question", "{count} questions", items).format(count=items)
    takes = ngettext("a minute", "{count} minutes", minutes).format(count=minutes)
    said = _("{asks}, about {takes}.") if always else _("Up to {asks}, about {takes}.")
    return said.format(asks=asks, takes=takes)


def already(wave: str) -> str:
    return _("You have an audit for {wave} already. A second one is kept beside it.").format(wave=wave)
