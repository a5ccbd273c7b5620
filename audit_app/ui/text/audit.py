"""Words of the audit itself: one statement at a time, or a whole section."""

from collections.abc import Mapping
from datetime import date, datetime

from audit_app.questionnaires.model import Grade

# Where one is. The panel with the sections.
SECTIONS = "Sections"
ALL_ANSWERED = "Statements answered"  # the name of the overall bar of progress
ALL_SECTIONS = "All sections"  # opens the list of sections on a narrow screen
WHOLE_SECTION = "Show a whole section at a time"
MOVE_ON = "After a number key, go to the next statement"
USE_KEYS = "Answer with single keys"
CHECK = "Check your answers"
KEYS_TITLE = "Keys"
KEYS_ONE = (
    "1 to 4 choose a level, N goes to the next statement, P to the previous one, U to the next unanswered. "
    "They rest while you type."
)
KEYS_SECTION = "N goes to the next section, P to the previous one, U to the next unanswered. They rest while you type."

# Moving.
NEXT = "Next"
PREVIOUS = "Previous"
NEXT_SECTION = "Next section"
PREVIOUS_SECTION = "Previous section"
NEXT_PART = "Next part"  # of a long section
PREVIOUS_PART = "Previous part"
NEXT_UNANSWERED = "Next unanswered"
BACK = "All audits"

# One statement.
NOT_APPLICABLE = "Not applicable"
PREFER_NOT_TO_SAY = "Prefer not to say"
REASONS = {"not_applicable": NOT_APPLICABLE, "prefer_not_to_say": PREFER_NOT_TO_SAY}
CLEAR = "Clear answer"
ANSWER = "Your answer"  # above a field to type in; read aloud, it is the question itself
NO_ANSWER = "No answer"
REQUIRED = "This needs an answer, or a reason for none, before you can submit."
NO_LONGER_OFFERED = "No longer offered, because of your other answers. It stays until you choose another."
WORDS_STAYED = "Answered in words, which did not travel with this copy."
WHY = "Why it matters:"  # before one sentence
NO_SUCH_ITEM = "There is no such statement in this audit, so here is where you stopped."
NOT_ASKED = "That statement is not asked now, because of your other answers. Here is the next one."

# What a check says about an answer, by how grave it is.
REMARKS: Mapping[Grade, str] = {
    "error": "To put right before you submit",
    "warning": "Is this right?",
    "information": "Good to know",
}

# Whether it is kept.
NOT_SAVED = "Not saved"  # the title of the message when something could not be kept
TRY_AGAIN = "Try saving again"
TRY_ALL = "Try saving all of it again"
GO_TO_UNFIT = "Put it right"
ANSWER_STAYS = "Your answer stays on the screen until it is saved."
KEEPS_TRYING = "The app goes on trying by itself: leave this window open."
SAVED_AFTER_ALL = "What could not be saved before is saved now."
TEXT_STAYS = "Your text stays on the screen until it is saved."

# Comments.
COMMENT = "Comment"
COMMENT_HINT = "What should somebody know who reads this answer later? No names of pupils."
FOLLOW_UP_HINT = "If you like. It is kept as your comment. No names of pupils."
MORE = "Comment and evidence"

# Evidence.
EVIDENCE = "Evidence"
NO_EVIDENCE = "Nothing added yet."
ADD_WORDS = "Add words"
ADD_LINK = "Add a link"
ADD_FILE = "Add a file or photo"
WORDS = "What shows it"
WORDS_HINT = "For example, which minutes, which pages, or what was seen and when."
LINK = "Web address"
LINK_HINT = "It starts with https://"
ADD = {"text": "Add these words", "link": "Add this link"}
CANCEL_ADDING = "Cancel"
FILE_HINT = "Files are copied into the data folder of this app: documents and pictures of up to 10 MB."
ADDING = "Copying the file…"
NOT_ADDED = "Not added"
UNDO = "Undo"
REMOVE = "Remove"
SAVE_FILE = "Save a copy"

# Rivals.
RIVALS = "Two answers to choose from"
RIVALS_EXPLAINED = (
    "These were given on different devices, by people who had not seen each other’s answer. Both are kept until you "
    "choose one. Talk to each other first."
)
KEEP_THIS = "Keep this answer"

# Read-only.
SUBMITTED_TITLE = "Submitted"
GO_TO_CHECK = "See the submission, or reopen it"
RECEIVED_TITLE = "Another school’s audit"
RECEIVED = "You received this copy to compare with. It can be read here, not changed."


def section_link(title: str, answered: int, items: int) -> str:
    """A section in the list, read aloud: its title and how far it is."""
    return f"{title}, {answered} of {items} answered"


def called(sentence: str, *, statements: bool) -> str:
    """The sentences of the audit say “statement”. Where not all is to be placed on levels, there are questions."""
    if statements:
        return sentence
    return sentence.replace("statement", "question").replace("Statement", "Question")


def every_section(count: int) -> str:
    """Opens the list of all sections where only those around the current one are shown."""
    return f"All {count} sections"


def position(section: str, number: int, of: int, *, statements: bool) -> str:
    """Above a statement: where it stands."""
    return f"{section} · {'statement' if statements else 'question'} {number} of {of}"


def part(number: int, of: int, caption: str) -> str:
    """Above a part of a long section."""
    return f"Part {number} of {of} · {caption}"


def tab(section: str, number: int, questionnaire: str) -> str:
    """The browser tab of one statement, or of a whole section (number 0)."""
    return f"{section} {number} – {questionnaire}" if number else f"{section} – {questionnaire}"


def caption(school: str, wave: str, title: str) -> str:
    """Which audit this is."""
    return f"{title} · {school} · {wave}"


def level(code: str, label: str) -> str:
    """One of the levels to choose, by number and word; other options have no number."""
    return f"{code} {label}" if code.isdigit() else label


def saved(at: datetime, today: date) -> str:
    """Beside an answer, when it was kept on this device."""
    if at.date() == today:
        return f"Saved {at:%H:%M}"
    year = "" if at.year == today.year else f" {at.year}"
    return f"Saved {at.day} {at:%b}{year}"


def when(at: datetime) -> str:
    """A day and a time in running text."""
    return f"{at.day} {at:%B %Y} at {at:%H:%M}"


def by_whom(name: str) -> str:
    """Who gave something, where the name may be missing."""
    return name or "somebody without a name"


def said(name: str, at: datetime) -> str:
    """Above another person’s comment."""
    return f"{by_whom(name)}, {when(at)}"


def keep(answer: str, name: str) -> str:
    """Read aloud for the button that settles on one of two answers."""
    return f"Keep {answer}, given by {by_whom(name)}"


def evidence_prompt(prompt: str) -> str:
    """What would show it, for this statement."""
    return f"For example: {prompt}"


def size(count: int) -> str:
    """The size of a file."""
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{max(1, round(count / 1024))} KB"


def file_line(name: str, shown_size: str) -> str:
    """A file of evidence in the list."""
    return f"{name} ({shown_size})"


def remove(what: str) -> str:
    """Read aloud for the button that takes a piece of evidence away."""
    return f"Remove evidence: {what}"


def save_copy(name: str) -> str:
    """Read aloud for the button that hands a file out again."""
    return f"Save a copy of {name}"


def removed(what: str) -> str:
    """After taking evidence away."""
    return f"Removed: {what}"


def more(opens: str, comments: int, pieces: int) -> str:
    """Opens the comment and the evidence of one statement, and says what is there."""
    parts = [f"{comments} comment{'s' * (comments > 1)}"] if comments else []
    parts += [f"{pieces} piece{'s' * (pieces > 1)} of evidence"] if pieces else []
    return f"{opens}: {', '.join(parts)}" if parts else opens


def disk_problem(detail: str) -> str:
    """When the disk said no."""
    return (
        f"The disk did not take it{f' ({detail})' if detail else ''}. Check that there is room on it, then try again."
    )


def not_kept_elsewhere(count: int) -> str:
    """When something that is not on the screen at the moment waits to be kept."""
    things = "1 answer or text is" if count == 1 else f"{count} answers or texts are"
    return f"{things} not saved yet. Nothing of it is lost while this window stays open."


def unfit_elsewhere(count: int) -> str:
    """When an answer that is not on the screen at the moment can't be kept as it was typed."""
    things = "1 answer" if count == 1 else f"{count} answers"
    return f"{things} can’t be kept as typed. Put it right, or empty the field."


def lost_sight(sentence: str) -> str:
    """When something could not be kept after its screen was left."""
    return f"{sentence} What you typed is kept in this window: go back to the statement to try again."


def submitted(by: str, at: datetime) -> str:
    """Why the answers can’t be changed."""
    who = f" by {by}" if by else ""
    return f"These answers were submitted{who} on {when(at)}, so they can’t be changed."
