"""Words of anonymous surveys for whoever opens them: the list, starting one, its page, handing the device over."""

from collections.abc import Sequence
from datetime import date

from audit_app.language import _, ngettext, pgettext
from audit_app.results.figures import whole_per_cent
from audit_app.ui.text.moments import day

# The list.
TITLE = _("Surveys")
INTRO = _(
    "In a survey, colleagues answer one by one, without their names. You see how many have answered while it runs, and "
    "results once it is closed."
)
START = _("Start a survey")
ANSWER = _("Answer a survey")
TAKE_IN = _("Take in response files")
NONE = _("No surveys yet")
NONE_TEXT = _(
    "Ask everyone who works at your school how the partnership looks from where they are. Colleagues answer on this "
    "device, which you hand to them, or on their own with a small file."
)
OPEN_NOW = pgettext("surveys that are", "Open")
OVER_NOW = _("Finished")
OPEN = pgettext("a survey’s state", "Open")
PAST = _("Last day is past")
CLOSED = _("Closed")
ERASED = _("Responses erased")
SEE = _("Go to the survey")
ANSWERED_ELSEWHERE = _(
    "This is an anonymous survey, so nothing is answered here. Colleagues answer it by themselves, on a device that is "
    "handed over to them or with an invitation."
)
SHOW_MORE = _("Show more")
BACK = _("All surveys")
TO_DO = _("What to do now")  # the title of a notice
TO_CLOSE = _("Its last day is past. Close it to see its results, or put the last day later.")
TO_ERASE = _("The day until which responses may be kept is past. Erase them.")

# Starting one.
WHICH = _("Questionnaire")
WAVE = _("Which round is this?")
WAVE_HINT = _("Usually the term. Rounds with the same name can be compared.")
WAVE_NEEDED = _("Name the round, for example Autumn 2026.")
GROUPS = _("Who is asked")
GROUPS_TEXT = _(
    "Colleagues choose their group before they answer. Few, large groups protect them best: a group that is smaller "
    "than the smallest group below will never have results of its own."
)
USUAL_GROUPS = (_("Leaders"), _("Teachers"), _("Support staff"))
GROUP = _("Group")
GROUP_HINT = _("As colleagues call it.")
INVITED = _("How many are asked")
ADD_GROUP = _("Add a group")
REMOVE = _("Remove")
DAYS = _("Until when")
CLOSES = _("Last day to answer")
ERASE_AFTER = _("Keep the responses until")
ERASE_HINT = _("A year is usual: long enough for the next round. From the day after, the app tells you to erase them.")
MINIMUM = _("Smallest group with results")
MINIMUM_HINT = _("5 is usual, 3 is the least. It can’t be made smaller later.")
NOTICE = _("What colleagues are told")
NOTICE_TEXT = _(
    "This stands before the first statement. The texts below are a beginning: make them true for your school. The app "
    "adds the dates, the smallest group, and that an anonymous answer can’t be withdrawn."
)
PURPOSE = _("What it is for")
CONTROLLER = _("Who is responsible")
CONTROLLER_HINT = _("Your school, and how to reach whoever answers questions about it.")
READERS = _("Who sees what")
OPEN_SURVEY = _("Open the survey")
LOOK_AGAIN = _("Something above is missing or can’t be right. It says beside each field what to do.")
SCHOOL_FIRST_TEXT = _("A survey belongs to a school, so tell the app which one is yours. Only its name is needed.")
NO_QUESTIONNAIRE = _("None of the questionnaires here is meant for a survey.")

# What is wrong with a field.
NAME_NEEDED = _("Name the group.")
NAME_TWICE = _("Another group has this name.")
NAME_LONG = _("Shorten this to 60 characters or fewer.")
NUMBER_NEEDED = _("Give a whole number from 1 to 5,000.")
MINIMUM_WRONG = _("Give a whole number from 3 to 50.")
MINIMUM_WEAKER = _("Colleagues were told a larger number, so it can’t be made smaller.")
DAY_NEEDED = _("Give a day.")
DAY_PAST = _("This day is past.")
ERASED_TOO_EARLY = _("This is before the last day to answer.")
ERASED_TOO_LATE = _("Colleagues were told an earlier day, so it can’t be put off.")
TEXT_NEEDED = _("Colleagues need to know this.")
TEXT_LONG = _("Shorten this to 4,000 characters or fewer.")
GROUPS_NEEDED = _("At least one group is asked, and at most twelve.")

# The page of a survey.
ANSWERED = _("How many have answered")
ALL = _("Everybody")
COUNTS_ONLY = _("These are counts only: the app shows nobody what anyone answered.")
HAND_OVER = _("Hand over to a colleague")
HAND_OVER_MEANS = _("Colleagues answer on this device, one after another.")
INVITE = _("Save the invitation")
INVITE_MEANS = _(
    "Save the invitation and send it to colleagues who have School Audit. They send back a file, and you take it in."
)
INVITATION_NAME = "invitation"  # the beginning of a file's name
CHANGE = _("Change the last day or the numbers asked")
WAYS = _("Ways to answer")
END = _("When everybody had the chance")
CLOSE_TEXT = _("Closing ends the survey and works out its results.")
CLOSE = _("Close the survey")
CLOSE_TITLE = _("Close this survey?")
CLOSE_AGREE = _("Close it")
CLOSE_MEANS = _(
    "Results are worked out from what was handed in, and no more responses are taken. It can’t be opened again: one "
    "more answer afterwards could be told from the difference. Response files that are still on their way will be "
    "refused."
)
CLOSED_NOW = _("The survey is closed. Here is what it says.")
RESULTS = _("Results")  # a heading
SEE_RESULTS = _("See the results")
RESULTS_TEXT = _("Only groups from which enough colleagues answered have results of their own.")
ERASE = _("Erase the responses")
ERASE_TITLE = _("Erase all responses?")
ERASE_AGREE = _("Erase them")
ERASE_MEANS = _(
    "Every response of this survey is removed from this device and its backups, and its results with them. It can’t be "
    "undone. Files that you sent or printed stay where they are."
)
ERASED_NOW = _("The responses are erased.")
ERASED_TEXT = _("The responses of this survey were erased. How many had answered is no longer known either.")
KEEPING = _("Keeping and erasing")
NOTICE_GIVEN = _("What colleagues are told")

# Changing the terms.
CHANGE_TITLE = _("Change the survey")
CHANGE_TEXT = _(
    "What colleagues were told about the smallest group, the readers and the days can only become stricter. "
    "Invitations that were sent keep their last day."
)
SAVE = _("Save")
SAVED = _("The survey is changed.")

BACK_TO_SURVEY = _("Back to the survey")

# Handing over.
HANDING_TITLE = _("Hand over to a colleague")
HANDING = (
    _("This device then shows the survey and nothing else, in every window, until you take it back."),
    _(
        "Each colleague begins with the notice. What one chose is gone before the next begins: "
        "nobody can go back to it."
    ),
    _("If nobody touches the screen for six minutes, what was not handed in is thrown away."),
)
HANDING_HONEST = _(
    "It keeps colleagues out of your audits, but it is not a safe: whoever closes the app and starts it again gets in. "
    "Stay within sight."
)
CODE = _("Four digits to take it back with")
CODE_HINT = _("They are not kept anywhere. If you forget them, close the app and start it again.")
CODE_WRONG = _("Type four digits.")
HAND_OVER_NOW = _("Hand it over")
CANT_HAND_OVER = _("This survey takes no more answers, so there is nothing to hand over for.")

# Answering an invitation.
ANSWER_TITLE = _("Answer a survey")
ANSWER_INTRO = _(
    "Somebody sent you an invitation file. Choose it here, answer without your name, and send back the file that the "
    "app then makes. Nothing of your answers is kept on this device."
)
CHOOSE_INVITATION = _("Choose the invitation")
ANOTHER_INVITATION = _("Choose another")
READING = _("The file is being read…")
BEGIN = _("Read the notice and begin")
INVITATION_OVER = _("Its last day is past, so it takes no more answers.")

# Taking in response files.
TAKE_IN_TITLE = _("Take in response files")
TAKE_IN_INTRO = _(
    "Choose the files that colleagues sent you, all at once if you can. They are taken in together and in no order, so "
    "that nothing tells whose is which. Delete them afterwards."
)
CHOOSE_FILES = _("Choose files")
WOULD = _("What taking them in does")
REFUSED = _("Can’t be taken in")
ALL_OR_NOTHING = _("Because of this, nothing can be taken in. Leave the file out and choose the others again.")
NOTHING_NEW = _("Everything in these files is here already.")
TAKE_THEM_IN = _("Take them in")
DONT = _("Don’t take them in")


def draft_purpose(title: str) -> str:
    """What the notice says first, until the school says it better."""
    return _(
        "We ask everyone who works here for their view: “{title}”. We want to know what works and what does not, talk "
        "about it with all staff, and decide together what to change."
    ).format(title=title)


def draft_controller(school: str, person: str) -> str:
    who = person or _("the school office")
    return _(
        "{school} is responsible for this survey and for what is kept of it. Questions about it: ask {who}."
    ).format(school=school, who=who)


DRAFT_READERS = _(
    "The leadership team sees summaries: for everybody, and for groups that are large enough. Governors and partner "
    "schools may be shown the same summaries. Comments are read as they were written. Whoever opens the app’s files on "
    "the school’s device could see single answers, without names."
)


def state(count: int, invited: int) -> str:
    """How far a survey has come, in words."""
    if not count:
        return _("Nobody of {invited} has answered yet.").format(invited=invited)
    return ngettext("{count} of {invited} has answered.", "{count} of {invited} have answered.", count).format(
        count=count, invited=invited
    )


def rate(count: int, invited: int) -> str:
    """Beside a bar of progress; more may answer than were asked."""
    return _("{count} of {invited} ({percent}%)").format(
        count=count, invited=invited, percent=min(whole_per_cent(count / invited), 100)
    )


def last_day(closes: date) -> str:
    return _("Last day to answer: {day}.").format(day=day(closes))


def kept_until(erase_after: date) -> str:
    return _("The responses may be kept until {day}.").format(day=day(erase_after))


def small_group(title: str, invited: int, minimum: int) -> str:
    """Beside a group that can't have results."""
    return _(
        "{group} has {invited}, fewer than {minimum}, so it will never have results of its own. Its answers count for "
        "everybody. Better to join it with another group."
    ).format(group=title or _("This group"), invited=invited, minimum=minimum)


def too_few(minimum: int) -> str:
    """Before closing, when there will be no results at all."""
    return _(
        "Fewer than {minimum} colleagues have answered, so there would be no results at all. You can put the last day "
        "later instead."
    ).format(minimum=minimum)


def already(wave: str) -> str:
    return _("You have a survey for {wave} already. A second one is kept beside it.").format(wave=wave)


def group_number(number: int) -> str:
    """Above the fields of a group."""
    return _("Group {number}").format(number=number)


def named(text: str, what: str) -> str:
    """Read aloud for a button or a field, because several on the screen have the same text."""
    return f"{text}: {what}"


def invitation_saved(name: str) -> str:
    return _("{name} is in your downloads. Send it to the colleagues whom you ask.").format(name=name)


def opened(title: str, wave: str) -> str:
    return _("“{title}”, {wave}, is open. Hand the device to a colleague, or send the invitation.").format(
        title=title, wave=wave
    )


def invited_by(school: str, title: str, wave: str, closes: date) -> str:
    return _("{school} asks you: “{title}”, {wave}. Last day to answer: {day}.").format(
        school=school, title=title, wave=wave, day=day(closes)
    )


def comes(count: int, same: int) -> str:
    parts = [] if not count else [ngettext("1 response comes", "{count} responses come", count).format(count=count)]
    parts += [] if not same else [ngettext("1 is here already", "{count} are here already", same).format(count=same)]
    return f"{', '.join(parts)}."


def into(names: Sequence[str]) -> str:
    return _("Into {surveys}.").format(surveys=", ".join(names))


def taken_in(count: int) -> str:
    return ngettext("1 response was taken in.", "{count} responses were taken in.", count).format(count=count)
