"""Words of the audit itself: one statement at a time, or a whole section."""

from collections.abc import Mapping
from datetime import date, datetime

from audit_app.language import ENGLISH, _, ngettext, spoken
from audit_app.questionnaires.model import Grade
from audit_app.regional import clock_time, day_and_time, file_size, short_day
from audit_app.shortening import titled

# Where one is. The panel with the sections.
SECTIONS = _("Sections")
ALL_ANSWERED = _("Statements answered")  # the name of the overall bar of progress
ALL_SECTIONS = _("All sections")  # opens the list of sections on a narrow screen
WHOLE_SECTION = _("Show a whole section at a time")
MOVE_ON = _("After a number key, go to the next statement")
USE_KEYS = _("Answer with single keys")
CHECK = _("Check your answers")
KEYS_TITLE = _("Keys")
KEYS_ONE = _(
    "1 to 4 choose a level, N goes to the next statement, P to the previous one, U to the next unanswered, ? shows "
    "all keys. They rest while you type."
)
KEYS_SECTION = _(
    "N goes to the next section, P to the previous one, U to the next unanswered. They rest while you type."
)

# Moving.
NEXT = _("Next")
PREVIOUS = _("Previous")
NEXT_SECTION = _("Next section")
PREVIOUS_SECTION = _("Previous section")
NEXT_PART = _("Next part")  # of a long section
PREVIOUS_PART = _("Previous part")
NEXT_UNANSWERED = _("Next unanswered")
BACK = _("All audits")

# One statement.
NOT_APPLICABLE = _("Not applicable")
PREFER_NOT_TO_SAY = _("Prefer not to say")
REASONS = {"not_applicable": NOT_APPLICABLE, "prefer_not_to_say": PREFER_NOT_TO_SAY}
CLEAR = _("Clear answer")
ANSWER = _("Your answer")  # above a field to type in; read aloud, it is the question itself
NO_ANSWER = _("No answer")
REQUIRED = _("This needs an answer, or a reason for none, before you can submit.")
NO_LONGER_OFFERED = _("No longer offered, because of your other answers. It stays until you choose another.")
WORDS_STAYED = _("Answered in words, which did not travel with this copy.")
WHY = _("Why it matters:")  # before one sentence
NO_SUCH_ITEM = _("There is no such statement in this audit, so here is where you stopped.")
NOT_ASKED = _("That statement is not asked now, because of your other answers. Here is the next one.")

# What a check says about an answer, by how grave it is.
REMARKS: Mapping[Grade, str] = {
    "error": _("To put right before you submit"),
    "warning": _("Is this right?"),
    "information": _("Good to know"),
}

# Whether it is kept.
NOT_SAVED = _("Not saved")  # the title of the message when something could not be kept
TRY_AGAIN = _("Try saving again")
TRY_ALL = _("Try saving all of it again")
GO_TO_UNFIT = _("Put it right")
ANSWER_STAYS = _("Your answer stays on the screen until it is saved.")
KEEPS_TRYING = _("The app goes on trying by itself: leave this window open.")
SAVED_AFTER_ALL = _("What could not be saved before is saved now.")
TEXT_STAYS = _("Your text stays on the screen until it is saved.")

# Comments.
COMMENT = _("Comment")
COMMENT_HINT = _("What should somebody know who reads this answer later? No names of pupils.")
FOLLOW_UP_HINT = _("If you like. It is kept as your comment. No names of pupils.")
MORE = _("Comment and evidence")

# Evidence.
EVIDENCE = _("Evidence")
NO_EVIDENCE = _("Nothing added yet.")
ADD_WORDS = _("Add words")
ADD_LINK = _("Add a link")
ADD_FILE = _("Add a file or photo")
WORDS = _("What shows it")
WORDS_HINT = _("For example, which minutes, which pages, or what was seen and when.")
LINK = _("Web address")
LINK_HINT = _("It starts with https://")
ADD = {"text": _("Add these words"), "link": _("Add this link")}
CANCEL_ADDING = _("Cancel")
FILE_HINT = _("Files are copied into the data folder of this app: documents and pictures of up to 10 MB.")
ADDING = _("Copying the file…")
NOT_ADDED = _("Not added")
UNDO = _("Undo")
REMOVE = _("Remove")
SAVE_FILE = _("Save a copy")

# Rivals.
RIVALS = _("Two answers to choose from")
RIVALS_EXPLAINED = _(
    "These were given on different devices, by people who had not seen each other’s answer. Both are kept until you "
    "choose one. Talk to each other first."
)
KEEP_THIS = _("Keep this answer")

# Read-only.
SUBMITTED_TITLE = _("Submitted")
GO_TO_CHECK = _("See the submission, or reopen it")
RECEIVED_TITLE = _("Another school’s audit")
RECEIVED = _("You received this copy to compare with. It can be read here, not changed.")


def section_link(title: str, answered: int, items: int) -> str:
    """A section in the list, read aloud: its title and how far it is."""
    return _("{title}, {answered} of {items} answered").format(title=titled(title), answered=answered, items=items)


def called(sentence: str, *, statements: bool) -> str:
    """The sentences of the audit say “statement”. Where not all is to be placed on levels, there are questions."""
    if statements or spoken() != ENGLISH:  # translators choose a word that fits both
        return sentence
    return sentence.replace("statement", "question").replace("Statement", "Question")


def every_section(count: int) -> str:
    """Opens the list of all sections where only those around the current one are shown."""
    return _("All {count} sections").format(count=count)


def position(section: str, number: int, of: int, *, statements: bool) -> str:
    """Above a statement: where it stands."""
    which = _("{section} · statement {number} of {of}") if statements else _("{section} · question {number} of {of}")
    return which.format(section=titled(section), number=number, of=of)


def about(what: str, statement: str) -> str:
    """Read aloud for a button, where the screen shows several statements."""
    return _("{what}: {statement}").format(what=what, statement=statement)


def about_section(title: str) -> str:
    """Opens what a section says of itself."""
    return _("About “{title}”").format(title=titled(title))


def part(number: int, of: int, caption: str) -> str:
    """Above a part of a long section."""
    return _("Part {number} of {of} · {caption}").format(number=number, of=of, caption=caption)


def tab(section: str, number: int, questionnaire: str) -> str:
    """The browser tab of one statement, or of a whole section (number 0)."""
    within, whole = titled(section), titled(questionnaire)
    return f"{within} {number} – {whole}" if number else f"{within} – {whole}"


def caption(school: str, wave: str, title: str) -> str:
    """Which audit this is."""
    return f"{titled(title)} · {school} · {wave}"


def level(code: str, label: str) -> str:
    """One of the levels to choose, by number and word; other options have no number."""
    return f"{code} {label}" if code.isdigit() else label


def saved(at: datetime, today: date) -> str:
    """Beside an answer, when it was kept on this device."""
    same_day = at.date() == today
    moment = clock_time(at) if same_day else short_day(at, year=at.year != today.year)
    return _("Saved {moment}").format(moment=moment)


def when(at: datetime) -> str:
    """A day and a time in running text."""
    return day_and_time(at)


def by_whom(name: str) -> str:
    """Who gave something, where the name may be missing."""
    return name or _("somebody without a name")


def said(name: str, at: datetime) -> str:
    """Above another person’s comment."""
    return f"{by_whom(name)}, {when(at)}"


def keep(answer: str, name: str) -> str:
    """Read aloud for the button that settles on one of two answers."""
    return _("Keep {answer}, given by {name}").format(answer=answer, name=by_whom(name))


def evidence_prompt(prompt: str) -> str:
    """What would show it, for this statement."""
    return _("For example: {prompt}").format(prompt=prompt)


def size(count: int) -> str:
    """The size of a file."""
    return file_size(count)


def file_line(name: str, shown_size: str) -> str:
    """A file of evidence in the list."""
    return f"{name} ({shown_size})"


def remove(what: str) -> str:
    """Read aloud for the button that takes a piece of evidence away."""
    return _("Remove evidence: {what}").format(what=what)


def save_copy(name: str) -> str:
    """Read aloud for the button that hands a file out again."""
    return _("Save a copy of {name}").format(name=name)


def removed(what: str) -> str:
    """After taking evidence away."""
    return _("Removed: {what}").format(what=what)


def more(opens: str, comments: int, pieces: int) -> str:
    """Opens the comment and the evidence of one statement, and says what is there."""
    there = comments_and_evidence(comments, pieces)
    return f"{opens}: {there}" if there else opens


def comments_and_evidence(comments: int, pieces: int) -> str:
    """What is there beside an answer; empty for nothing."""
    parts = [
        ngettext("{count} comment", "{count} comments", comments).format(count=comments) if comments else "",
        ngettext("{count} piece of evidence", "{count} pieces of evidence", pieces).format(count=pieces)
        if pieces
        else "",
    ]
    return ", ".join(filter(None, parts))


def disk_problem(detail: str) -> str:
    """When the disk said no."""
    if detail:
        return _("The disk did not take it ({detail}). Check that there is room on it, then try again.").format(
            detail=detail
        )
    return _("The disk did not take it. Check that there is room on it, then try again.")


def not_kept_elsewhere(count: int) -> str:
    """When something that is not on the screen at the moment waits to be kept."""
    return ngettext(
        "1 answer or text is not saved yet. Nothing of it is lost while this window stays open.",
        "{count} answers or texts are not saved yet. Nothing of them is lost while this window stays open.",
        count,
    ).format(count=count)


def unfit_elsewhere(count: int) -> str:
    """When an answer that is not on the screen at the moment can't be kept as it was typed."""
    return ngettext(
        "1 answer can’t be kept as typed. Put it right, or empty the field.",
        "{count} answers can’t be kept as typed. Put them right, or empty their fields.",
        count,
    ).format(count=count)


def lost_sight(sentence: str) -> str:
    """When something could not be kept after its screen was left."""
    return _("{sentence} What you typed is kept in this window: go back to the statement to try again.").format(
        sentence=sentence
    )


def submitted(by: str, at: datetime) -> str:
    """Why the answers can’t be changed."""
    if by:
        return _("These answers were submitted by {name} on {when}, so they can’t be changed.").format(
            name=by, when=when(at)
        )
    return _("These answers were submitted on {when}, so they can’t be changed.").format(when=when(at))
