"""Words of “Check your answers”: what is missing, submitting, reopening."""

from collections.abc import Sequence
from datetime import datetime

from audit_app.language import _, ngettext
from audit_app.shortening import titled
from audit_app.ui.text.audit import by_whom, when

TITLE = _("Check your answers")
BACK = _("Back to the statements")

# What to look at.
TO_CHECK = _("To look at before you submit")
CONTESTED = _("Two answers to choose from")
CONTESTED_MEANS = _(
    "Colleagues gave different answers. Choose one for each statement; until then nothing can be submitted."
)
UNANSWERED = _("No answer yet")
UNEVIDENCED = _("A level, but nothing that shows it")
UNEVIDENCED_MEANS = _("A governor may ask how you know. A sentence or a link is enough.")
WRONG = _("To put right")
WRONG_MEANS = _("These statements need another answer before you can submit.")
UNLIKELY = _("Is this right?")
UNLIKELY_MEANS = _("These answers are unusual. If they are right, leave them: they don’t stand in the way.")
TOLD = _("Good to know")
TOLD_MEANS = _("There is nothing to do about these.")
SHOW_KEPT = _("Show what is kept")
NOTHING_TO_CHECK = _("Every statement has an answer and something that shows it.")
ALL_ANSWERS = _("All your answers")
UNFOLD = _("Show all answers")
FOLD = _("Hide all answers")
NO_ANSWER = _("No answer")
NOT_SETTLED = _("Not settled")

# Submitting.
SUBMIT_TITLE = _("Submit")
SUBMIT = _("Submit")
SUBMIT_MEANS = _("Your answers are then fixed and count as your school’s. You can reopen them later if you say why.")
SUBMIT_BLOCKED = _("Choose one answer for each contested statement first.")
SUBMIT_WRONG = _("Put right what is listed above under “To put right” first.")
SUBMIT_UNKEPT = _("Something is not saved yet: see the message at the top. Save it first, so that it is not left out.")
NOTHING_TO_SUBMIT = _("No statement has an answer yet, so there is nothing to submit.")
JUST_SUBMITTED = _("Your answers are submitted.")

# Afterwards.
SUBMITTED_TITLE = _("Submitted")
WHAT_NEXT = _("What next?")
RESULTS = _("See the results")
RESULTS_MEANS = _("What the answers say, section by section.")
MAKE_PLAN = _("Make the action plan")
OPEN_PLAN = _("Open the action plan")
PLAN_MEANS = _("Three to five priorities, with who does what by when.")
SHARE = _("PDF and sharing")
SHARE_MEANS = _("The paper for governors, and a file for partner schools.")

# Reopening.
REOPEN_TITLE = _("Change something after all")
REOPEN = _("Reopen")
REASON = _("Why do the answers need to change?")
REASON_HINT = _("It is kept beside the submission, which stays as it is until you submit again.")
NO_REASON = _("Say in a few words why the answers need to change.")
REOPENED = _("Reopened. The answers can be changed again.")
CHANGE = _("Change the answers")
EARLIER = _("Earlier submissions")
LATE = _("Came too late to count")
MOST_NAMED = 3  # statements in one sentence
GO_REOPEN = _("Go to where it is reopened")
RECEIVED = _("This is another school’s audit, received to compare with. It can be read here, not changed.")


def unanswered_means(count: int, of: int) -> str:
    """What leaving statements without an answer does to the scores."""
    return ngettext(
        "One of {of} statements has no answer. You can submit all the same: it counts for nothing, good or bad.",
        "{count} of {of} statements have no answer. You can submit all the same: they count for nothing, good or bad. "
        "A section with fewer than half its statements answered gets no score.",
        count,
    ).format(count=count, of=of)


def section(title: str, answered: int, of: int) -> str:
    """A section’s heading among all answers."""
    return _("{title}: {answered} of {of} answered").format(title=titled(title), answered=answered, of=of)


def counted(title: str, count: int) -> str:
    """A heading with how many statements stand below it."""
    return f"{title} ({count})"


def kept(count: int) -> str:
    """The title above answers that skip logic hides."""
    return ngettext("1 answer is kept but not asked now", "{count} answers are kept but not asked now", count).format(
        count=count
    )


def kept_means(count: int) -> str:
    """What happens to them."""
    return ngettext(
        "It belongs to a statement that your other answers have hidden. It counts for nothing now, and is back "
        "when its statement is asked again.",
        "They belong to statements that your other answers have hidden. They count for nothing now, and are back when "
        "their statements are asked again.",
        count,
    )


def submitted(by: str, at: datetime) -> str:
    """Who submitted, and when."""
    return _("Submitted by {name} on {when}.").format(name=by_whom(by), when=when(at))


def earlier(by: str, at: datetime, reason: str) -> str:
    """A submission that was reopened."""
    return _("{when}, by {name}. Reopened because: {reason}").format(when=when(at), name=by_whom(by), reason=reason)


def late(count: int, statements: Sequence[str]) -> str:
    """Answers from another device that came after the submission, about these statements."""
    came = ngettext(
        "One answer or text came from another device after this was submitted. It counts for nothing yet. To take it "
        "in, reopen the audit and submit it again.",
        "{count} answers or texts came from another device after this was submitted. They count for nothing yet. To "
        "take them in, reopen the audit and submit it again.",
        count,
    ).format(count=count)
    return " ".join(filter(None, (came, _about(statements))))


def _about(statements: Sequence[str]) -> str:
    told = "; ".join(f"“{one}”" for one in statements[:MOST_NAMED])
    if len(statements) > MOST_NAMED:
        return _("About: {statements}; and {more} more.").format(statements=told, more=len(statements) - MOST_NAMED)
    return _("About: {statements}.").format(statements=told) if told else ""


def show(count: int) -> str:
    """Opens a list of statements."""
    return ngettext("Show the statement", "Show the {count} statements", count).format(count=count)
