"""Words of “Check your answers”: what is missing, submitting, reopening."""

from collections.abc import Sequence
from datetime import datetime

from audit_app.ui.text.audit import by_whom, when

TITLE = "Check your answers"
BACK = "Back to the statements"

# What to look at.
TO_CHECK = "To look at before you submit"
CONTESTED = "Two answers to choose from"
CONTESTED_MEANS = (
    "Colleagues gave different answers. Choose one for each statement; until then nothing can be submitted."
)
UNANSWERED = "No answer yet"
UNEVIDENCED = "A level, but nothing that shows it"
UNEVIDENCED_MEANS = "A governor may ask how you know. A sentence or a link is enough."
WRONG = "To put right"
WRONG_MEANS = "These statements need another answer before you can submit."
UNLIKELY = "Is this right?"
UNLIKELY_MEANS = "These answers are unusual. If they are right, leave them: they don’t stand in the way."
TOLD = "Good to know"
TOLD_MEANS = "There is nothing to do about these."
SHOW_KEPT = "Show what is kept"
NOTHING_TO_CHECK = "Every statement has an answer and something that shows it."
ALL_ANSWERS = "All your answers"
NO_ANSWER = "No answer"
NOT_SETTLED = "Not settled"

# Submitting.
SUBMIT_TITLE = "Submit"
SUBMIT = "Submit"
SUBMIT_MEANS = "Your answers are then fixed and count as your school’s. You can reopen them later if you say why."
SUBMIT_BLOCKED = "Choose one answer for each contested statement first."
SUBMIT_WRONG = "Put right what is listed above under “To put right” first."
SUBMIT_UNKEPT = "Something is not saved yet: see the message at the top. Save it first, so that it is not left out."
NOTHING_TO_SUBMIT = "No statement has an answer yet, so there is nothing to submit."
JUST_SUBMITTED = "Your answers are submitted."

# Afterwards.
SUBMITTED_TITLE = "Submitted"
WHAT_NEXT = "What next"
RESULTS = "See the results"
RESULTS_MEANS = "What the answers say, section by section."
PLAN = "Make the action plan"
PLAN_MEANS = "Three to five priorities, with who does what by when."
SHARE = "PDF and sharing"
SHARE_MEANS = "The paper for governors, and a file for partner schools."

# Reopening.
REOPEN_TITLE = "Change something after all"
REOPEN = "Reopen"
REASON = "Why do the answers need to change?"
REASON_HINT = "It is kept beside the submission, which stays as it is until you submit again."
NO_REASON = "Say in a few words why the answers need to change."
REOPENED = "Reopened. The answers can be changed again."
EARLIER = "Earlier submissions"
LATE = "Came too late to count"
MOST_NAMED = 3  # statements in one sentence
GO_REOPEN = "Go to where it is reopened"
RECEIVED = "This is another school’s audit, received to compare with. It can be read here, not changed."


def unanswered_means(count: int, of: int) -> str:
    """What leaving statements without an answer does to the scores."""
    if count == 1:
        return f"One of {of} statements has no answer. You can submit all the same: it counts for nothing, good or bad."
    return (
        f"{count} of {of} statements have no answer. You can submit all the same: they count for nothing, good or bad. "
        "A section with fewer than half its statements answered gets no score."
    )


def section(title: str, answered: int, of: int) -> str:
    """A section’s heading among all answers."""
    return f"{title}: {answered} of {of} answered"


def counted(title: str, count: int) -> str:
    """A heading with how many statements stand below it."""
    return f"{title} ({count})"


def kept(count: int) -> str:
    """The title above answers that skip logic hides."""
    return "1 answer is kept but not asked now" if count == 1 else f"{count} answers are kept but not asked now"


def kept_means(count: int) -> str:
    """What happens to them."""
    if count == 1:
        return (
            "It belongs to a statement that your other answers have hidden. It counts for nothing now, and is back "
            "when its statement is asked again."
        )
    return (
        "They belong to statements that your other answers have hidden. They count for nothing now, and are back when "
        "their statements are asked again."
    )


def submitted(by: str, at: datetime) -> str:
    """Who submitted, and when."""
    return f"Submitted by {by_whom(by)} on {when(at)}."


def earlier(by: str, at: datetime, reason: str) -> str:
    """A submission that was reopened."""
    return f"{when(at)}, by {by_whom(by)}. Reopened because: {reason}"


def late(count: int, statements: Sequence[str]) -> str:
    """Answers from another device that came after the submission, about these statements."""
    things = "One answer or text" if count == 1 else f"{count} answers or texts"
    told = "; ".join(f"“{one}”" for one in statements[:MOST_NAMED])
    more = f"; and {len(statements) - MOST_NAMED} more" if len(statements) > MOST_NAMED else ""
    about = f", about {told}{more}" if told else ""
    waits = "It counts" if count == 1 else "They count"
    return (
        f"{things} came from another device after this was submitted{about}. {waits} for nothing yet. To take "
        f"{'it' if count == 1 else 'them'} in, reopen the audit and submit it again."
    )


def show(count: int) -> str:
    """Opens a list of statements."""
    return "Show the statement" if count == 1 else f"Show the {count} statements"
