"""Words of a school's own questions: the list of them, and writing one."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

TITLE = "Your school’s own questions"
BACK_TO_LIST = "Back to your own questions"

# On the questionnaire's page in the library.
OFFER = (
    "Ask up to ten questions of your own beside the shared ones. The shared ones stay as they are, so you can still be "
    "compared with other schools."
)
OPEN = "Write or change your own questions"

# The list.
INTRO = (
    "They are asked after everything else. Their answers count in no score and in no comparison; they leave your "
    "school only in a file that holds everything."
)
BEGUN_TITLE = "Audits that have begun stay as they are"
BEGUN = "What you change here is asked in the audits that you start from now on."
NONE = "No questions of your own yet"
NONE_TEXT = (
    "What would you like to know that the shared questions do not ask? One good question is enough: something that you "
    "would do something about."
)
ADD = "Add a question"
FULL = "That is all ten. Remove one, or change it, to ask something else."
CHANGE = "Change"
UP = "Move up"
DOWN = "Move down"
REMOVE = "Remove"
REQUIRED = "Has to be answered"
NOT_KEPT = "Changes not kept yet"  # a mark on a question that somebody began to change
NEW_NOT_KEPT = "A new question that is not kept yet"
GO_ON = "Go on writing"
TO_MEND = "This has to be put right before it can be asked"

# The form.
NEW_TITLE = "A question of your own"
CHANGE_TITLE = "Change your question"
KIND = "How is it answered?"
KINDS: Sequence[tuple[str, str]] = (  # code (not shown) and label
    ("level", "Choose a level"),
    ("single", "Choose one of several"),
    ("multiple", "Choose all that apply"),
    ("number", "A number"),
    ("text", "In your own words"),
    ("date", "A date"),
)
NOTE_KIND = ("note", "Nothing to answer, only to read")
TEXT = "Your question"
STATEMENT = "Your statement"
STATEMENT_HINT = "Something that can be true of your school, for example “Every child starts the day with breakfast.”"
TEXT_HINT = "One thing at a time, in words that everybody uses."
HINT = "How to answer it (may stay empty)"
HINT_HINT = "One sentence below the question."
LEVELS = "What each level looks like"
LEVELS_HINT = "Write what one could see or hear, so that two people would choose the same."
OPTIONS = "The choices"
OPTIONS_HINT = "One on each line, two or more."
WHOLE = "Whole numbers only"
REQUIRE = "It has to be answered before the audit is submitted"
EVIDENCE = "What could show it (may stay empty)"
EVIDENCE_HINT = "Something to look for, for example “The register of the breakfast club”."
PREVIEW = "How it will be asked"
LATER = "It shows here as soon as what is wrong above is put right."
LOOK_AGAIN = "You may want to look at this again"
KEEP = "Keep this question"
DISCARD = "Throw away what I wrote"
DISCARD_TITLE = "Throw away what you wrote?"
DISCARD_TEXT = "What you wrote here since it was last kept is gone then."
KEPT = "Your question is kept. It is asked in the audits that you start from now on."
GONE = "This question is not there any more"
GONE_TEXT = "It was removed, here or in another window."

# What is wrong, beside its field.
THIS = "This question"  # takes the place of an id at the beginning of a sentence
TEXT_NEEDED = "Write what you want to ask."
DESCRIPTOR_NEEDED = "Say what this level looks like."
TWO_NEEDED = "Give at least two choices, one on each line."

USUAL_LEVELS = ("Not yet", "Started", "In place", "Part of how we work")
"""Of a questionnaire without a scale of its own."""

SHORT: Mapping[str, str] = MappingProxyType(dict((*KINDS, NOTE_KIND)))


def count(number: int, most: int) -> str:
    return f"{number} of up to {most}"


def beside(title: str) -> str:
    """Under the title of the list: which questionnaire they are asked with."""
    return f"Asked with “{title}”"


def name(action: str, question: str) -> str:
    """Of a button that belongs to one question."""
    return f"{action}: {question}"


def level(code: str, label: str) -> str:
    """Above the field for one level."""
    return f"{code} {label}"


def to_mend(things: int) -> str:
    if things == 1:
        return "One thing has to be put right first. It is marked in red."
    return f"{things} things have to be put right first. They are marked in red."
