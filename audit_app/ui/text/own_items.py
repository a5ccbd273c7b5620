"""Words of a school's own questions: the list of them, and writing one."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from audit_app.language import _, ngettext

TITLE = _("Your school’s own questions")
BACK = _("Back to the questionnaire")
BACK_TO_LIST = _("Back to your own questions")

# On the questionnaire's page in the library.
OFFER = _(
    "Ask up to ten questions of your own beside the shared ones. The shared ones stay as they are, so you can still be "
    "compared with other schools."
)
OPEN = _("Write or change your own questions")

# The list.
INTRO = _(
    "They are asked after everything else. Their answers count in no score and in no comparison; they leave your "
    "school only in a file that holds everything."
)
BEGUN_TITLE = _("Audits that have begun stay as they are")
BEGUN = _("What you change here is asked in the audits that you start from now on.")
NONE = _("No questions of your own yet")
NONE_TEXT = _(
    "What would you like to know that the shared questions do not ask? One good question is enough: something that you "
    "would do something about."
)
ADD = _("Add a question")
FULL = _("That is all ten. Remove one, or change it, to ask something else.")
CHANGE = _("Change")
UP = _("Move up")
DOWN = _("Move down")
REMOVE = _("Remove")
REQUIRED = _("Has to be answered")
NOT_KEPT = _("Changes not kept yet")  # a mark on a question that somebody began to change
NEW_NOT_KEPT = _("A new question that is not kept yet")
GO_ON = _("Go on writing")
TO_MEND = _("This has to be put right before it can be asked")

# The form.
NEW_TITLE = _("A question of your own")
CHANGE_TITLE = _("Change your question")
KIND = _("How is it answered?")
KINDS: Sequence[tuple[str, str]] = (  # code (not shown) and label
    ("level", _("Choose a level")),
    ("single", _("Choose one of several")),
    ("multiple", _("Choose all that apply")),
    ("number", _("A number")),
    ("text", _("In your own words")),
    ("date", _("A date")),
)
NOTE_KIND = ("note", _("Nothing to answer, only to read"))
TEXT = _("Your question")
STATEMENT = _("Your statement")
STATEMENT_HINT = _(
    "Something that can be true of your school, for example “Every child starts the day with breakfast.”"
)
TEXT_HINT = _("One thing at a time, in words that everybody uses.")
HINT = _("How to answer it (may stay empty)")
HINT_HINT = _("One sentence below the question.")
LEVELS = _("What each level looks like")
LEVELS_HINT = _("Write what one could see or hear, so that two people would choose the same.")
OPTIONS = _("The choices")
OPTIONS_HINT = _("One on each line, two or more.")
WHOLE = _("Whole numbers only")
REQUIRE = _("It has to be answered before the audit is submitted")
EVIDENCE = _("What could show it (may stay empty)")
EVIDENCE_HINT = _("Something to look for, for example “The register of the breakfast club”.")
PREVIEW = _("How it will be asked")
LATER = _("It shows here as soon as what is wrong above is put right.")
LOOK_AGAIN = _("You may want to look at this again")
KEEP = _("Keep this question")
DISCARD = _("Throw away what I wrote")
DISCARD_TITLE = _("Throw away what you wrote?")
DISCARD_TEXT = _("What you wrote here since it was last kept is gone then.")
KEPT = _("Your question is kept. It is asked in the audits that you start from now on.")
GONE = _("This question is not there any more")
GONE_TEXT = _("It was removed, here or in another window.")

# What is wrong, beside its field.
THIS = _("This question")  # takes the place of an id at the beginning of a sentence
TEXT_NEEDED = _("Write what you want to ask.")
DESCRIPTOR_NEEDED = _("Say what this level looks like.")
TWO_NEEDED = _("Give at least two choices, one on each line.")

USUAL_LEVELS = (_("Not yet"), _("Started"), _("In place"), _("Part of how we work"))
"""Of a questionnaire without a scale of its own."""

SHORT: Mapping[str, str] = MappingProxyType(dict((*KINDS, NOTE_KIND)))


def count(number: int, most: int) -> str:
    return _("{number} of up to {most} questions").format(number=number, most=most)


def beside(title: str) -> str:
    """Under the title of the list: which questionnaire they are asked with."""
    return _("Asked with “{title}”").format(title=title)


def name(action: str, question: str) -> str:
    """Of a button that belongs to one question."""
    return f"{action}: {question}"


def level(code: str, label: str) -> str:
    """Above the field for one level."""
    return f"{code} {label}"


def to_mend(things: int) -> str:
    return ngettext(
        "One thing has to be put right first. It is marked in red.",
        "{count} things have to be put right first. They are marked in red.",
        things,
    ).format(count=things)
