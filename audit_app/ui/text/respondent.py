"""Words for colleagues who answer an anonymous survey, from the notice to giving the device back."""

from datetime import date

from audit_app.ui.text.moments import day

TAB = "Survey"  # the browser tab, the same throughout, so that the history says nothing

# The notice before the first question.
BEFORE = "Before you begin"
PURPOSE = "What it is for"
CONTROLLER = "Who is responsible"
READERS = "Who sees what"
UNTIL = "How long it is kept"
YOURS = "What you decide"
FEWEST_KEPT = "With your answers only your group and the day are kept: no name, no time, no device."
VOLUNTARY = "You can leave out any statement, and you can stop whenever you like."
VOLUNTARY_REQUIRED = "You can stop whenever you like, and leave out whatever is not marked as needed."
NOTHING_KEPT = "Nothing is kept until you press “Hand in”. Until then your answers are only on this screen."
NO_WAY_BACK = (
    "After that your answers can’t be changed or withdrawn, because nobody can tell which ones are yours. Nobody can "
    "see them on this screen any more, you neither."
)
TIME_OUT = (
    "If nobody touches the screen for five minutes, it asks whether you are still there. A minute later it throws away "
    "what you chose and comes back to this page."
)
BEGIN = "Begin"

# Choosing one's group.
GROUP = "Which group are you in?"
GROUP_HINT = "Your answers are counted with those of this group. It is kept with them; your name is not."
CHOOSE_GROUP = "Choose your group, then go on."
GO_ON = "Go on"

# One statement.
PREVIOUS = "Previous"
NEXT = "Next"
TO_CHECK = "Check your answers"
STOP = "Stop, and keep nothing"
STOP_TITLE = "Stop without handing in?"
STOP_TEXT = "What you chose is thrown away, and nothing of it is kept."
STOP_AGREE = "Stop"
COMMENT = "Comment"
ADD_COMMENT = "Add a comment"
COMMENT_HINT = "Only if you like. It is read as you wrote it: leave out names, and whatever would show that it was you."
REQUIRED = "This one needs an answer, or a reason for none, before you can hand in."

# Checking.
CHECK = "Check your answers"
LEFT_OUT = "Left out"
TO_MEND = "To put right first"
UNLIKELY = "Is this right?"
YOUR_ANSWERS = "Your answers"
NOTHING_GIVEN = "You have not answered anything yet, so there is nothing to hand in."
HAND_IN_TITLE = "Hand in"
HAND_IN_MEANS = "Your answers are then kept without your name. They can’t be changed or withdrawn afterwards."
HAND_IN_FILE_MEANS = (
    "Your answers are written to a file without your name, for whoever invited you. Nothing of them stays on this "
    "device but the file itself. They can’t be changed afterwards, and not withdrawn once the file was taken in."
)
HAND_IN_BLOCKED = "Put right what is listed above, then hand in."
HAND_IN = "Hand in"
HANDING_IN = "Your answers are being kept…"
NOT_KEPT = "Not handed in"  # the title of a notice
STAYS = "Your answers are still here: try again, or ask whoever handed you the device."
BACK_TO_ANSWERS = "Back to the statements"

# Afterwards.
THANKS = "Thank you"
KEPT = (
    "Your answers are kept without your name. They are gone from this screen, and nobody can open them here again. "
    "Pass the device on, or give it back."
)
NEXT_COLLEAGUE = "Next colleague"
FILE_READY = (
    "The response file is in your downloads. Give it to whoever invited you, then delete it here: whoever opens the "
    "file can read it, and until it is taken in it is the only copy."
)
SAVE_AGAIN = "Save the file again"
SAVE_TITLE = "Save the response file"
RESPONSE_NAME = "survey-response.json"
"""The same for everybody: a name could tell one from another."""

# Still there?
STILL_THERE = "Are you still there?"
STILL_TEXT = "In a minute your answers are thrown away, so that nobody else sees them."
STILL_HERE = "I am still here"
TIMED_OUT = "Nobody touched the screen for a while, so the answers that were on it have been thrown away."

# The end of the mode.
TAKE_BACK = "Take the device back"
TAKE_BACK_TEXT = "For whoever handed the device over: type the four digits that you chose then."
FORGOTTEN = "Forgotten? Close the app on this computer and start it again. No answer that was handed in is lost."
CODE = "Your four digits"
WRONG_CODE = "These are not the four digits."
NOT_YET = "Go back"
LEAVE = "Leave the survey"
OVER = "No more answers"
OVER_TEXT = "This survey takes no more answers. Please give the device back to whoever handed it to you."


def about(statements: int, minutes: int) -> str:
    """Below the title of the survey."""
    takes = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"{statements} {'statement' if statements == 1 else 'statements'}, about {takes}. No names."


def smallest_group(minimum: int) -> str:
    return f"Results are shown only for groups from which {minimum} colleagues or more answered."


def until(closes: date, erase_after: date) -> str:
    return (
        f"Answers are taken until {day(closes)}. The school keeps them until {day(erase_after)}; from then on the app "
        "tells it to erase them."
    )


def only_group(title: str) -> str:
    """When there is nothing to choose."""
    return f"Your answers are counted with those of {title}."


def position(section: str, number: int, of: int) -> str:
    """Above a statement: where it stands in the whole survey."""
    return f"{section} · {number} of {of}"


def answered(count: int, of: int) -> str:
    return f"{count} of {of} answered"


def left_out(count: int) -> str:
    one = count == 1
    return f"{count} {'is' if one else 'are'} without an answer. You may leave {'it' if one else 'them'} so."


def show(count: int) -> str:
    return "Show it" if count == 1 else f"Show all {count}"


def section(title: str, answered_items: int, items: int) -> str:
    return f"{title}: {answered_items} of {items} answered"


def with_comment(words: str) -> str:
    return f"{words}, with a comment"


def wait(seconds: int) -> str:
    """After several wrong codes."""
    return f"That was wrong several times. Wait {seconds} seconds, then try again."
