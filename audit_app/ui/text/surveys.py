"""Words of anonymous surveys for whoever opens them: the list, starting one, its page, handing the device over."""

from collections.abc import Sequence
from datetime import date

from audit_app.ui.text.moments import day

# The list.
TITLE = "Surveys"
INTRO = (
    "In a survey, colleagues answer one by one, without their names. You see how many have answered while it runs, and "
    "results once it is closed."
)
START = "Start a survey"
ANSWER = "Answer a survey"
TAKE_IN = "Take in response files"
NONE = "No surveys yet"
NONE_TEXT = (
    "Ask everyone who works at your school how the partnership looks from where they are. Colleagues answer on this "
    "device, which you hand to them, or on their own with a small file."
)
OPEN_NOW = "Open"
OVER_NOW = "Finished"
OPEN = "Open"  # a survey's state
PAST = "Last day is past"
CLOSED = "Closed"
ERASED = "Responses erased"
SEE = "Go to the survey"
SHOW_MORE = "Show more"
BACK = "All surveys"
TO_DO = "What to do now"  # the title of a notice
TO_CLOSE = "Its last day is past. Close it to see its results, or put the last day later."
TO_ERASE = "The day until which responses may be kept is past. Erase them."
NO_RESULTS_YET = "Results can be seen once the survey is closed."

# Starting one.
WHICH = "Questionnaire"
WAVE = "Which round is this?"
WAVE_HINT = "Usually the term. Rounds with the same name can be compared."
WAVE_NEEDED = "Name the round, for example Autumn 2026."
GROUPS = "Who is asked"
GROUPS_TEXT = (
    "Colleagues choose their group before they answer. Few, large groups protect them best: a group that is smaller "
    "than the smallest group below will never have results of its own."
)
USUAL_GROUPS = ("Leaders", "Teachers", "Support staff")
GROUP = "Group"
GROUP_HINT = "As colleagues call it."
INVITED = "How many are asked"
ADD_GROUP = "Add a group"
REMOVE = "Remove"
DAYS = "Until when"
CLOSES = "Last day to answer"
ERASE_AFTER = "Keep the responses until"
ERASE_HINT = "A year is usual: long enough for the next round. From the day after, the app tells you to erase them."
MINIMUM = "Smallest group with results"
MINIMUM_HINT = "5 is usual, 3 is the least. It can’t be made smaller later."
NOTICE = "What colleagues are told"
NOTICE_TEXT = (
    "This stands before the first statement. The texts below are a beginning: make them true for your school. The app "
    "adds the dates, the smallest group, and that an anonymous answer can’t be withdrawn."
)
PURPOSE = "What it is for"
CONTROLLER = "Who is responsible"
CONTROLLER_HINT = "Your school, and how to reach whoever answers questions about it."
READERS = "Who sees what"
OPEN_SURVEY = "Open the survey"
LOOK_AGAIN = "Something above is missing or can’t be right. Each is said beside its field."
SCHOOL_FIRST_TEXT = "A survey belongs to a school, so tell the app which one is yours. Only its name is needed."
NO_QUESTIONNAIRE = "None of the questionnaires here is meant for a survey."

# What is wrong with a field.
NAME_NEEDED = "Name the group."
NAME_TWICE = "Another group has this name."
NAME_LONG = "Shorten this to 60 characters or fewer."
NUMBER_NEEDED = "Give a whole number from 1 to 5,000."
MINIMUM_WRONG = "Give a whole number from 3 to 50."
MINIMUM_WEAKER = "Colleagues were told a larger number, so it can’t be made smaller."
DAY_NEEDED = "Give a day."
DAY_PAST = "This day is past."
ERASED_TOO_EARLY = "This is before the last day to answer."
ERASED_TOO_LATE = "Colleagues were told an earlier day, so it can’t be put off."
TEXT_NEEDED = "Colleagues need to know this."
TEXT_LONG = "Shorten this to 4,000 characters or fewer."
GROUPS_NEEDED = "At least one group is asked, and at most twelve."

# The page of a survey.
ANSWERED = "How many have answered"
ALL = "Everybody"
COUNTS_ONLY = "These are counts only: the app shows nobody what anyone answered."
HAND_OVER = "Hand over to a colleague"
HAND_OVER_MEANS = "Colleagues answer on this device, one after another."
INVITE = "Answer on another device"
INVITE_MEANS = (
    "Save the invitation and send it to colleagues who have School Audit. They send back a file, and you take it in."
)
INVITATION_NAME = "invitation"  # the beginning of a file's name
CHANGE = "Change the last day or the numbers asked"
WAYS = "Ways to answer"
END = "When everybody had the chance"
CLOSE_TEXT = "Closing ends the survey and works out its results."
CLOSE = "Close the survey"
CLOSE_TITLE = "Close this survey?"
CLOSE_AGREE = "Close it"
CLOSE_MEANS = (
    "Results are worked out from what was handed in, and no more responses are taken. It can’t be opened again: one "
    "more answer afterwards could be told from the difference. Response files that are still on their way will be "
    "refused."
)
CLOSED_NOW = "The survey is closed. Here is what it says."
RESULTS = "Results"
RESULTS_TEXT = "Only groups from which enough colleagues answered have results of their own."
ERASE = "Erase the responses"
ERASE_TITLE = "Erase all responses?"
ERASE_AGREE = "Erase them"
ERASE_MEANS = (
    "Every response of this survey is removed from this device and its backups, and its results with them. It can’t be "
    "undone. Files that you sent or printed stay where they are."
)
ERASED_NOW = "The responses are erased."
ERASED_TEXT = "The responses of this survey were erased. How many had answered is no longer known either."
KEEPING = "Keeping and erasing"
NOTICE_GIVEN = "What colleagues are told"

# Changing the terms.
CHANGE_TITLE = "Change the survey"
CHANGE_TEXT = (
    "What colleagues were told about the smallest group, who reads their answers and how long they are kept can only "
    "become stricter. Invitations that were sent keep the last day that stands in them."
)
SAVE = "Save"
SAVED = "The survey is changed."
FIXED_GROUP = "This group is on the invitations already, so it keeps its name."

BACK_TO_SURVEY = "Back to the survey"

# Handing over.
HANDING_TITLE = "Hand over to a colleague"
HANDING = (
    "This device then shows the survey and nothing else, in every window, until you take it back.",
    "Each colleague begins with the notice. What one chose is gone before the next begins: nobody can go back to it.",
    "If nobody touches the screen for six minutes, what was not handed in is thrown away.",
)
HANDING_HONEST = (
    "It keeps colleagues out of your audits, but it is not a safe: whoever closes the app and starts it again gets in. "
    "Stay within sight."
)
CODE = "Four digits to take it back with"
CODE_HINT = "They are not kept anywhere. If you forget them, close the app and start it again."
CODE_WRONG = "Type four digits."
HAND_OVER_NOW = "Hand it over"
CANT_HAND_OVER = "This survey takes no more answers, so there is nothing to hand over for."

# Answering an invitation.
ANSWER_TITLE = "Answer a survey"
ANSWER_INTRO = (
    "Somebody sent you an invitation file. Choose it here, answer without your name, and send back the file that the "
    "app then makes. Nothing of your answers is kept on this device."
)
CHOOSE_INVITATION = "Choose the invitation"
ANOTHER_INVITATION = "Choose another"
READING = "The file is being read…"
BEGIN = "Read the notice and begin"
INVITATION_OVER = "Its last day is past, so it takes no more answers."

# Taking in response files.
TAKE_IN_TITLE = "Take in response files"
TAKE_IN_INTRO = (
    "Choose the files that colleagues sent you, all at once if you can. They are taken in together and in no order, so "
    "that nothing tells whose is which. Delete them afterwards."
)
CHOOSE_FILES = "Choose files"
WOULD = "What taking them in does"
REFUSED = "Can’t be taken in"
ALL_OR_NOTHING = "Because of this, nothing can be taken in. Leave the file out and choose the others again."
NOTHING_NEW = "Everything in these files is here already."
TAKE_THEM_IN = "Take them in"
DONT = "Don’t take them in"


def draft_purpose(title: str) -> str:
    """What the notice says first, until the school says it better."""
    return (
        f"We ask everyone who works here for their view: “{title}”. We want to know what works and what does not, talk "
        "about it with all staff, and decide together what to change."
    )


def draft_controller(school: str, person: str) -> str:
    who = person or "the school office"
    return f"{school} is responsible for this survey and for what is kept of it. Questions about it: ask {who}."


DRAFT_READERS = (
    "The leadership team sees summaries: for everybody, and for groups that are large enough. Governors and partner "
    "schools may be shown the same summaries. Comments are read as they were written. Whoever opens the app’s files on "
    "the school’s device could see single answers, without names."
)


def state(count: int, invited: int) -> str:
    """How far a survey has come, in words."""
    if not count:
        return f"Nobody of {invited} has answered yet."
    return f"{count} of {invited} {'has' if count == 1 else 'have'} answered."


def rate(count: int, invited: int) -> str:
    """Beside a bar of progress; more may answer than were asked."""
    return f"{count} of {invited} ({min(round(100 * count / invited), 100)} per cent)"


def last_day(closes: date) -> str:
    return f"Last day to answer: {day(closes)}."


def kept_until(erase_after: date) -> str:
    return f"The responses may be kept until {day(erase_after)}."


def small_group(title: str, invited: int, minimum: int) -> str:
    """Beside a group that can't have results."""
    return (
        f"{title or 'This group'} has {invited}, fewer than {minimum}, so it will never have results of its own. Its "
        "answers count for everybody. Better to join it with another group."
    )


def too_few(minimum: int) -> str:
    """Before closing, when there will be no results at all."""
    return (
        f"Fewer than {minimum} colleagues have answered, so there would be no results at all. You can put the last day "
        "later instead."
    )


def already(wave: str) -> str:
    return f"You have a survey for {wave} already. A second one is kept beside it."


def group_number(number: int) -> str:
    """Above the fields of a group."""
    return f"Group {number}"


def named(text: str, what: str) -> str:
    """Read aloud for a button or a field, because several on the screen have the same text."""
    return f"{text}: {what}"


def invitation_saved(name: str) -> str:
    return f"{name} is in your downloads. Send it to the colleagues whom you ask."


def opened(title: str, wave: str) -> str:
    return f"“{title}”, {wave}, is open. Hand the device to a colleague, or send the invitation."


def invited_by(school: str, title: str, wave: str, closes: date) -> str:
    return f"{school} asks you: “{title}”, {wave}. Last day to answer: {day(closes)}."


def comes(count: int, same: int) -> str:
    parts = [] if not count else ["1 response comes" if count == 1 else f"{count} responses come"]
    parts += [] if not same else ["1 is here already" if same == 1 else f"{same} are here already"]
    return f"{', '.join(parts)}."


def into(names: Sequence[str]) -> str:
    return f"Into {', '.join(names)}."


def taken_in(count: int) -> str:
    return "1 response was taken in." if count == 1 else f"{count} responses were taken in."
