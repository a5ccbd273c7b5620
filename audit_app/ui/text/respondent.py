"""Words for colleagues who answer an anonymous survey, from the notice to giving the device back."""

from datetime import date

from audit_app.language import _, ngettext
from audit_app.shortening import titled
from audit_app.ui.text.moments import day

TAB = _("Survey")  # the browser tab, the same throughout, so that the history says nothing

# The notice before the first question.
BEFORE = _("Before you begin")
PURPOSE = _("What it is for")
CONTROLLER = _("Who is responsible")
READERS = _("Who sees what")
UNTIL = _("How long it is kept")
YOURS = _("What you decide")
FEWEST_KEPT = _("With your answers only your group and the day are kept: no name, no time, no device.")
VOLUNTARY = _("You can leave out any statement, and you can stop whenever you like.")
VOLUNTARY_REQUIRED = _("You can stop whenever you like, and leave out whatever is not marked as needed.")
NOTHING_KEPT = _("Nothing is kept until you press “Hand in”. Until then your answers are only on this screen.")
NO_WAY_BACK = _(
    "After that your answers can’t be changed or withdrawn, because nobody can tell which ones are yours. Nobody can "
    "see them on this screen any more, you neither."
)
TIME_OUT = _(
    "If nobody touches the screen for five minutes, it asks whether you are still there. A minute later it throws away "
    "what you chose and comes back to this page."
)
BEGIN = _("Begin")

# Choosing one's group.
GROUP = _("Which group are you in?")
GROUP_HINT = _("Your answers are counted with those of this group. It is kept with them; your name is not.")
CHOOSE_GROUP = _("Choose your group, then go on.")
GO_ON = _("Go on")

# One statement.
PREVIOUS = _("Previous")
NEXT = _("Next")
TO_CHECK = _("Check your answers")
STOP = _("Stop, and keep nothing")
STOP_TITLE = _("Stop without handing in?")
STOP_TEXT = _("What you chose is thrown away, and nothing of it is kept.")
STOP_AGREE = _("Stop")
STOPPED = _("You stopped. Nothing of what you chose was kept.")
COMMENT = _("Comment")
ADD_COMMENT = _("Add a comment")
COMMENT_HINT = _(
    "Only if you like. It is read as you wrote it: leave out names, and whatever would show that it was you."
)
REQUIRED = _("This one needs an answer, or a reason for none, before you can hand in.")

# Checking.
CHECK = _("Check your answers")
LEFT_OUT = _("Left out")
TO_MEND = _("To put right first")
UNLIKELY = _("Is this right?")
YOUR_ANSWERS = _("Your answers")
NOTHING_GIVEN = _("You have not answered anything yet, so there is nothing to hand in.")
HAND_IN_TITLE = _("Hand in")
HAND_IN_MEANS = _("Your answers are then kept without your name. They can’t be changed or withdrawn afterwards.")
HAND_IN_FILE_MEANS = _(
    "Your answers are written to a file without your name, for whoever invited you. Nothing of them stays on this "
    "device but the file itself. They can’t be changed afterwards, and not withdrawn once the file was taken in."
)
HAND_IN_BLOCKED = _("Put right what is listed above, then hand in.")
HAND_IN = _("Hand in")
HANDING_IN = _("Your answers are being kept…")
NOT_KEPT = _("Not handed in")  # the title of a notice
STAYS = _("Your answers are still here: try again, or ask whoever handed you the device.")
BACK_TO_ANSWERS = _("Back to the statements")

# Afterwards.
THANKS = _("Thank you")
KEPT = _(
    "Your answers are kept without your name. They are gone from this screen, and nobody can open them here again. "
    "Pass the device on, or give it back."
)
NEXT_COLLEAGUE = _("Next colleague")
FILE_READY = _(
    "The response file is in your downloads. Give it to whoever invited you, then delete it here: whoever opens the "
    "file can read it, and until it is taken in it is the only copy."
)
SAVE_AGAIN = _("Save the file again")
SAVE_TITLE = _("Save the response file")
RESPONSE_NAME = "survey-response.json"
"""The same for everybody: a name could tell one from another."""

# Still there?
STILL_THERE = _("Are you still there?")
STILL_TEXT = _("In a minute your answers are thrown away, so that nobody else sees them.")
STILL_HERE = _("I am still here")
TIMED_OUT = _("Nobody touched the screen for a while, so the answers that were on it have been thrown away.")

# The end of the mode.
TAKE_BACK = _("Take the device back")
TAKE_BACK_TEXT = _("For whoever handed the device over: type the four digits that you chose then.")
FORGOTTEN = _("Forgotten? Close the app on this computer and start it again. No answer that was handed in is lost.")
CODE = _("Your four digits")
WRONG_CODE = _("These are not the four digits.")
NOT_YET = _("Go back")
LEAVE = _("Leave the survey")
OVER = _("No more answers")
OVER_TEXT = _("This survey takes no more answers. Please give the device back to whoever handed it to you.")


def about(statements: int, minutes: int) -> str:
    """Below the title of the survey."""
    asks = ngettext("1 statement", "{count} statements", statements).format(count=statements)
    takes = ngettext("a minute", "{count} minutes", minutes).format(count=minutes)
    return _("{asks}, about {takes}. No names.").format(asks=asks, takes=takes)


def smallest_group(minimum: int) -> str:
    return _("Results are shown only for groups from which {minimum} colleagues or more answered.").format(
        minimum=minimum
    )


def until(closes: date, erase_after: date) -> str:
    return _(
        "Answers are taken until {last_day}. The school keeps them until {kept_until}; from then on the app tells it "
        "to erase them."
    ).format(last_day=day(closes), kept_until=day(erase_after))


def position(section: str, number: int, of: int) -> str:
    """Above a statement: where it stands in the whole survey."""
    return _("{section} · {number} of {of}").format(section=titled(section), number=number, of=of)


def answered(count: int, of: int) -> str:
    return _("{count} of {of} answered").format(count=count, of=of)


def left_out(count: int) -> str:
    return ngettext(
        "{count} is without an answer. You may leave it so.",
        "{count} are without an answer. You may leave them so.",
        count,
    ).format(count=count)


def show(count: int) -> str:
    return ngettext("Show it", "Show all {count}", count).format(count=count)


def section(title: str, answered_items: int, items: int) -> str:
    return _("{title}: {answered} of {of} answered").format(title=title, answered=answered_items, of=items)


def with_comment(words: str) -> str:
    return _("{words}, with a comment").format(words=words)


def wait(seconds: int) -> str:
    """After several wrong codes."""
    return ngettext(
        "That was wrong several times. Wait 1 second, then try again.",
        "That was wrong several times. Wait {count} seconds, then try again.",
        seconds,
    ).format(count=seconds)
