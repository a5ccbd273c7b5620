"""Words of erasing: what can be erased for good, and what that does not reach."""

from audit_app.language import _, ngettext

TITLE = _("Erase personal data")
BACK = _("Back to the history")
MEANS = _(
    "Removing something in the app takes it from the screen, and keeps it in the history. Erasing takes it out of the "
    "history too, out of the backups inside the data folder, and out of what this audit shares from now on. It can’t "
    "be undone."
)
NOT_REACHED = _("What erasing does not reach")
ERASE = _("Erase for good")  # in the question before it
DONE_TITLE = _("Erased for good")

PEOPLE = _("A person’s name")
PEOPLE_MEANS = _("The name goes; what the person said stays, without it.")
NOBODY = _("No names stand beside what was said.")

WORDS = _("Words about a statement")
WORDS_MEANS = _("Comments, evidence and answers in words, those that were removed or changed among them.")
NO_WORDS = _("Nothing was said in words.")
ALL_WORDS = _("Erase all of it")
ALL_WORDS_ASK = _("Everything that was ever said in words about this statement goes. Levels that were chosen stay.")

WHOLE = _("The whole audit")
WHOLE_MEANS = _(
    "Answers, comments, evidence, plan and history. No copy of this audit is taken in again in this data folder."
)
WHOLE_BUTTON = _("Erase the whole audit")
WHOLE_ASK = _("Everything in this audit goes, with its plan and its backups in the data folder, and can’t be had back.")

KINDS = {
    "comment": _("Comment"),
    "evidence": _("Evidence"),
    "answer": _("Answer in words"),
    "carried": _("Offered answer in words"),
}


def person(name: str) -> str:
    """The button beside a name."""
    return _("Erase the name {name}").format(name=name)


def person_line(name: str, count: int) -> str:
    return ngettext(
        "{name}: beside 1 thing that they said", "{name}: beside {count} things that they said", count
    ).format(name=name, count=count)


def ask_person(name: str) -> str:
    return _("The name {name} goes from this audit and its history. What they said stays.").format(name=name)


def words_line(statement: str, count: int) -> str:
    """A link to the words of one statement."""
    return f"{statement} ({ngettext('1 text', '{count} texts', count).format(count=count)})"


def one(kind: str, words: str) -> str:
    """Read aloud for the button."""
    return _("Erase for good: {kind}, {words}").format(kind=KINDS[kind], words=words)


def ask_one(words: str) -> str:
    return _("“{words}” goes for good, with its earlier wordings.").format(words=words)


def done(count: int) -> str:
    return ngettext("1 text or name was erased.", "{count} texts or names were erased.", count).format(count=count)


def still_named(count: int) -> str:
    """After a name was erased."""
    return ngettext(
        "The name still stands among other words in 1 text. Erase or change it too where you must.",
        "The name still stands among other words in {count} texts. Erase or change those too where you must.",
        count,
    ).format(count=count)
