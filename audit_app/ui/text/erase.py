"""Words of erasing: what can be erased for good, and what that does not reach."""

TITLE = "Erase personal data"
BACK = "Back to the history"
MEANS = (
    "Removing something in the app takes it from the screen, and keeps it in the history. Erasing takes it out of the "
    "history too, out of the backups inside the data folder, and out of what this audit shares from now on. It can’t "
    "be undone."
)
NOT_REACHED = "What erasing does not reach"
ERASE = "Erase for good"  # in the question before it
DONE_TITLE = "Erased for good"

PEOPLE = "A person’s name"
PEOPLE_MEANS = "The name goes; what the person said stays, without it."
NOBODY = "No names stand beside what was said."

WORDS = "Words about a statement"
WORDS_MEANS = "Comments, evidence and answers in words, those that were removed or changed among them."
NO_WORDS = "Nothing was said in words."
ALL_WORDS = "Erase all of it"
ALL_WORDS_ASK = "Everything that was ever said in words about this statement goes. Levels that were chosen stay."

WHOLE = "The whole audit"
WHOLE_MEANS = (
    "Answers, comments, evidence, plan and history. No copy of this audit is taken in again in this data folder."
)
WHOLE_BUTTON = "Erase the whole audit"
WHOLE_ASK = "Everything in this audit goes, with its plan and its backups in the data folder, and can’t be had back."

KINDS = {
    "comment": "Comment",
    "evidence": "Evidence",
    "answer": "Answer in words",
    "carried": "Offered answer in words",
}


def person(name: str) -> str:
    """The button beside a name."""
    return f"Erase the name {name}"


def person_line(name: str, count: int) -> str:
    return f"{name}: beside {'1 thing' if count == 1 else f'{count} things'} that they said"


def ask_person(name: str) -> str:
    return f"The name {name} goes from this audit and its history. What they said stays."


def words_line(statement: str, count: int) -> str:
    """A link to the words of one statement."""
    return f"{statement} ({'1 text' if count == 1 else f'{count} texts'})"


def one(kind: str, words: str) -> str:
    """Read aloud for the button."""
    return f"Erase for good: {KINDS[kind]}, {words}"


def ask_one(words: str) -> str:
    return f"“{words}” goes for good, with its earlier wordings."


def done(count: int) -> str:
    return "1 text or name was erased." if count == 1 else f"{count} texts or names were erased."


def still_named(count: int) -> str:
    """After a name was erased."""
    texts = "1 text" if count == 1 else f"{count} texts"
    return f"The name still stands among other words in {texts}. Erase or change those too where you must."
