"""Words of a plan through the year: what is due, reviews, ideas for actions, milestones."""

from collections.abc import Mapping
from datetime import date

from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.days import Kind, PlanDay
from audit_app.plans.model import Halt

# What is due.
OVERDUE = "Overdue"
DUE_SOON = "Due in the next 14 days"
DAYS = "What is due"
NOTHING_DUE = "Nothing is overdue, and nothing is due in the next 14 days."
NO_DAYS = "No days are agreed yet. Give an action a date, and it is kept in sight here."
CALENDAR = "Put the days in my calendar"
CALENDAR_EXPLAINED = "A file that Outlook, Google and Apple calendars open. Made again, it moves what was moved."
CALENDAR_SAVE = "Save the days for a calendar"
KINDS: Mapping[Kind, str] = {  # what it is, below its words
    "action": "action",
    "milestone": "milestone",
    "priority": "end of the priority",
    "review": "",
}
REVIEW_OF_PLAN = "Review of the plan"
LONGEST = 90
"""Characters of a link; the whole stands where it leads."""

# Reviews.
REVIEWS = "Reviews"
REVIEWS_EXPLAINED = "Three times a year is usual. What has changed since the last one is worked out from the history."
NO_REVIEW = "No review is recorded yet."
NOTE = "What was said"
REVIEW_DAY = "Day of the review"
NO_DAY = "Say on which day the plan was reviewed."
RECORD_TITLE = "A review that was held"
RECORD = "Record a review"
RECORDED = "The review is recorded."
TAKE_BACK = "Take back this review"
NEXT = "Next review"
CHANGED = "What changed since the last review"

# Ideas for actions.
IDEAS = "Ideas for actions"
IDEAS_EXPLAINED = "Ways of working with other schools. One press adds it, with a first step for Monday."
WHOSE_LEAVE = "Needs the leave of"
LEAVES: Mapping[Leave, str] = {  # a filter: no further than this
    "none": "Nobody",
    "head": "At most the head",
    "board": "The head or the board",
}
HOW_MUCH = "Effort"
EFFORTS: Mapping[Effort, str] = {  # a filter: no more than this
    "small": "Small",
    "medium": "Small or medium",
    "large": "Any",
}
NEEDS: Mapping[Leave, str] = {  # below an idea
    "none": "Needs nobody’s leave",
    "head": "Needs the head’s leave",
    "board": "Needs the board’s leave",
}
TAKES: Mapping[Effort, str] = {  # below an idea
    "small": "small effort",
    "medium": "medium effort",
    "large": "large effort",
}
NO_IDEAS = "No idea fits. Allow more leave or more effort."
ADD_IDEA = "Add to the actions"
TAKE_OUT = "Take out again"
IN_ACTIONS = "In the actions"
MORE_IDEAS = "Show more ideas"
FIRST_STEP = "First step"

# Milestones.
MILESTONES = "Milestones"
MILESTONES_EXPLAINED = "What will be reached on the way, term by term."
NO_MILESTONES = "No milestones yet."
NEW_MILESTONE = "A new milestone"
ADD_MILESTONE = "Add the milestone"
EMPTY_MILESTONE = "A milestone needs a text: say what will have been reached."
MILESTONE_GONE = "This milestone was changed or removed meanwhile. Look at the list again."
TERM_HINT = "For example “Spring 2027”."
REACHED: Mapping[bool, str] = {True: "Reached", False: "Not yet reached"}

# On hold or stopped.
HALT = "Is it going on?"
HALTS: Mapping[Halt | None, tuple[str, str]] = {  # label, what it means
    None: ("Going on", ""),
    "on hold": ("On hold", "Nothing of it is due until it is taken up again."),
    "stopped": ("Stopped", "It will not be finished."),
}
HALT_REASON = "Why it is on hold or stopped"

# Cost and monitoring.
ACTUAL_COST = "Actual cost"
ACTUAL_COST_HINT = "What was spent so far."
MONITORED_BY = "Who looks at it"
MONITORED_WHEN = "When they look at it"


def day_words(day: date) -> str:
    """A day in running text."""
    return f"{day.day} {day:%B %Y}"


def falls_on(one: PlanDay) -> str:
    """What of the plan falls on a day; a link."""
    words = " ".join((one.text.strip() or one.title.strip()).split()) if one.kind != "review" else REVIEW_OF_PLAN
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def when_and_who(one: PlanDay) -> str:
    """Below that link."""
    return " · ".join(filter(None, (day_words(one.day), KINDS[one.kind], one.owner)))


def and_more(count: int) -> str:
    """Below a list that shows only its beginning."""
    return f"{count} more in the plan."


def last_review(day: date, by: str) -> str:
    """Which review was the last."""
    return f"Last review: {day_words(day)}{f', recorded by {by}' if by else ''}."


def needs(one: Idea) -> str:
    """What an idea asks for."""
    weeks = f"{one.weeks} week{'s' * (one.weeks > 1)} until it shows"
    return f"{NEEDS[one.leave]} · {TAKES[one.effort]} · {weeks}"


def first_step(words: str) -> str:
    """What can be done on Monday."""
    return f"First step: {words}"


def add_idea_name(words: str) -> str:
    """Read aloud for the button that adds an idea."""
    return f"Add to the actions: {words}"


def take_out_name(words: str) -> str:
    """Read aloud for the button that takes an idea out again."""
    return f"Take out again: {words}"


def milestone_name(number: int) -> str:
    """The name of a milestone, by its place in the list."""
    return f"Milestone {number}"


def term(name: str) -> str:
    """The field for the term of a milestone."""
    return f"{name}: by which term"


def is_reached(name: str) -> str:
    """The choice of whether a milestone is reached."""
    return f"{name}: is it reached?"


def reach(name: str) -> str:
    """The field for the text of a milestone."""
    return f"{name}: what will be reached"


def step_of(name: str) -> str:
    """The field for the first step of an action."""
    return f"{name}: first step"
