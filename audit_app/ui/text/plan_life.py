"""Words of a plan through the year: what is due, reviews, ideas for actions, milestones."""

from collections.abc import Mapping
from datetime import date

from audit_app.language import _, ngettext
from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.days import Kind, PlanDay
from audit_app.plans.model import Halt
from audit_app.regional import day_words
from audit_app.shortening import on_one_line

# What is due.
OVERDUE = _("Overdue")
DUE_SOON = _("Due in the next 14 days")
DAYS = _("What is due")
DAYS_OF_ALL = _("What is due in all schools")
NOTHING_DUE = _("Nothing is overdue, and nothing is due in the next 14 days.")
NOTHING_DUE_HERE = _("Nothing that you have to do is overdue, or due in the next 14 days.")
OTHERS_LATE = _("Other schools’ parts of a joint plan are overdue; the joint plan says which.")
NO_DAYS = _("No days are agreed yet. Give an action a date, and it is kept in sight here.")
CALENDAR = _("Put the days in my calendar")
CALENDAR_EXPLAINED = _("A file that Outlook, Google and Apple calendars open. Made again, it moves what was moved.")
CALENDAR_SAVE = _("Save the days for a calendar")
KINDS: Mapping[Kind, str] = {  # what it is, below its words
    "action": _("action"),
    "milestone": _("milestone"),
    "priority": _("end of the priority"),
    "review": "",
}
REVIEW_OF_PLAN = _("Review of the plan")
LONGEST = 90
"""Characters of a link; the whole stands where it leads."""

# Reviews.
REVIEWS = _("Reviews")
REVIEWS_EXPLAINED = _(
    "Three times a year is usual. What has changed since the last one is worked out from the history."
)
NO_REVIEW = _("No review is recorded yet.")
NOTE = _("What was said")
REVIEW_DAY = _("Day of the review")
NO_DAY = _("Say on which day the plan was reviewed.")
RECORD_TITLE = _("A review that was held")
RECORD = _("Record a review")
RECORDED = _("The review is recorded.")
TAKE_BACK = _("Take back this review")
NEXT = _("Next review")
CHANGED = _("What changed since the last review")

# Ideas for actions.
IDEAS = _("Ideas for actions")
IDEAS_EXPLAINED = _("Ways of working with other schools. One press adds it, with a first step for Monday.")
WHOSE_LEAVE = _("Needs the leave of")
LEAVES: Mapping[Leave, str] = {  # a filter: no further than this
    "none": _("Nobody"),
    "head": _("At most the head"),
    "board": _("The head or the board"),
}
HOW_MUCH = _("Effort")
EFFORTS: Mapping[Effort, str] = {  # a filter: no more than this
    "small": _("Small"),
    "medium": _("Small or medium"),
    "large": _("Any"),
}
NEEDS: Mapping[Leave, str] = {  # below an idea
    "none": _("Needs nobody’s leave"),
    "head": _("Needs the head’s leave"),
    "board": _("Needs the board’s leave"),
}
TAKES: Mapping[Effort, str] = {  # below an idea
    "small": _("small effort"),
    "medium": _("medium effort"),
    "large": _("large effort"),
}
NO_IDEAS = _("No idea fits. Allow more leave or more effort.")
ADD_IDEA = _("Add to the actions")
TAKE_OUT = _("Take out again")
FIRST_STEP = _("First step")
IN_ACTIONS = _("In the actions")
MORE_IDEAS = _("Show more ideas")

# Milestones.
MILESTONES = _("Milestones")
MILESTONES_EXPLAINED = _("What will be reached on the way, term by term.")
NO_MILESTONES = _("No milestones yet.")
NEW_MILESTONE = _("A new milestone")
ADD_MILESTONE = _("Add the milestone")
EMPTY_MILESTONE = _("A milestone needs a text: say what will have been reached.")
MILESTONE_GONE = _("This milestone was changed or removed meanwhile. Look at the list again.")
WHAT_IS_REACHED = _("What will be reached")
BY_TERM = _("By which term")
IS_REACHED = _("Is it reached?")
TERM_HINT = _("For example “Spring 2027”.")
REACHED: Mapping[bool, str] = {True: _("Reached"), False: _("Not yet reached")}

# On hold or stopped.
HALT = _("Is it going on?")
HALTS: Mapping[Halt | None, tuple[str, str]] = {  # label, what it means
    None: (_("Going on"), ""),
    "on hold": (_("On hold"), _("Nothing of it is due until it is taken up again.")),
    "stopped": (_("Stopped"), _("It will not be finished.")),
}
HALT_REASON = _("Why it is on hold or stopped")

# Cost and monitoring.
ACTUAL_COST = _("Actual cost")
ACTUAL_COST_HINT = _("What was spent so far.")
MONITORED_BY = _("Who looks at it")
MONITORED_WHEN = _("When they look at it")


def falls_on(one: PlanDay) -> str:
    """What of the plan falls on a day; a link."""
    return REVIEW_OF_PLAN if one.kind == "review" else shortened(one.text.strip() or one.title)


def shortened(said: str) -> str:
    """On one line, and no longer than a line or two."""
    return on_one_line(said, LONGEST)


def when_and_who(one: PlanDay, partnership: str = "") -> str:
    """Below that link; of a joint plan also whose."""
    joint = _("joint plan of {partnership}").format(partnership=partnership) if partnership else ""
    return " · ".join(filter(None, (day_words(one.day), _kind(one), one.owner, one.school, joint)))


def told_apart(words: str, about: str) -> str:
    """Read aloud instead of the link's words, where several say the same."""
    return f"{words} ({about})"


def _kind(one: PlanDay) -> str:
    """Milestones are often called alike, so theirs says of which priority."""
    if one.kind == "milestone" and one.title.strip():
        return _("milestone of “{priority}”").format(priority=shortened(one.title))
    return KINDS[one.kind]


def and_more(count: int) -> str:
    """Opens the rest of a list that shows only its beginning."""
    return _("Show {count} more").format(count=count)


def taken_back(day: str) -> str:
    """Beside a button that puts it back."""
    return _("The review of {day} is taken back.").format(day=day)


def last_review(day: date, by: str) -> str:
    """Which review was the last."""
    if by:
        return _("Last review: {day}, recorded by {name}.").format(day=day_words(day), name=by)
    return _("Last review: {day}.").format(day=day_words(day))


def needs(one: Idea) -> str:
    """What an idea asks for."""
    weeks = ngettext("{count} week until it shows", "{count} weeks until it shows", one.weeks).format(count=one.weeks)
    return f"{NEEDS[one.leave]} · {TAKES[one.effort]} · {weeks}"


def first_step(words: str) -> str:
    """What can be done on Monday."""
    return _("First step: {words}").format(words=words)


def add_idea_name(words: str) -> str:
    """Read aloud for the button that adds an idea."""
    return _("Add to the actions: {words}").format(words=words)


def take_out_name(words: str) -> str:
    """Read aloud for the button that takes an idea out again."""
    return _("Take out again: {words}").format(words=words)


def milestone_name(number: int) -> str:
    """The name of a milestone, by its place in the list."""
    return _("Milestone {number}").format(number=number)


def term(name: str) -> str:
    """Read aloud for the field for the term of a milestone."""
    return _("{name}: by which term").format(name=name)


def is_reached(name: str) -> str:
    """Read aloud for the choice of whether a milestone is reached."""
    return _("{name}: is it reached?").format(name=name)


def reach(name: str) -> str:
    """Read aloud for the field for the text of a milestone."""
    return _("{name}: what will be reached").format(name=name)


def step_of(name: str) -> str:
    """Read aloud for the field for the first step of an action."""
    return _("{name}: first step").format(name=name)
