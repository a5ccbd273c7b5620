"""Words of one priority of the plan."""

from collections.abc import Mapping

from audit_app.plans.model import ActionState, CriterionState

BACK = "Back to the plan"
DONE = "Done"
SUGGESTED = "Suggested from the results. Everything in it can be changed."
OWN = "Your own choice."
NOT_THERE = "This priority is not in the plan"
NOT_THERE_MEANS = "It may have been removed. The plan shows what there is, and can put back what was just removed."

# What and why.
WHAT_AND_WHY = "What and why"
TITLE = "Title"
WHY = "Why this"
WHY_HINT = "What in the audit speaks for it, or your own reason."
OBJECTIVE = "Objective"
OBJECTIVE_HINT = "What will be true at the end that is not true now?"
BASELINE = "Where we are now"
TARGET = "Where we want to be"

# Who and when.
WHO_AND_WHEN = "Who and when"
OWNER = "Led by"
OWNER_HINT = "The one person who answers for it."
SUPPORTER = "Supported by"
LINK_GOVERNOR = "Link governor"
START = "Start date"
DUE = "End date"
DUE_BEFORE_START = "This is before the start. Change one of the two."
COST = "Cost"
COST_HINT = "Money and time, for example “£400 supply, two twilights”."

# Actions.
ACTIONS = "What we will do"
NO_ACTIONS = "No actions yet. Begin with a small step that can be done in two weeks."
NEW_ACTION = "A new action"
ADD_ACTION = "Add the action"
ACTION_STATES: Mapping[ActionState, str] = {
    "not started": "Not started",
    "in progress": "In progress",
    "done": "Done",
}
WHO_HINT = "A name or a role."
NOBODY = "Nobody named yet"
NO_DAY = "no date yet"

# How we will know.
HOW_WE_KNOW = "How we’ll know"
CRITERIA_EXPLAINED = "Success criteria: what you would see, hear or count when it has worked."
NO_CRITERIA = "No success criteria yet."
NEW_CRITERION = "A new success criterion"
ADD_CRITERION = "Add the criterion"
EMPTY_CRITERION = "A success criterion needs a text: say what you would see."
CRITERION_GONE = "This success criterion was changed or removed meanwhile. Look at the list again."
CRITERION_STATES: Mapping[CriterionState, str] = {
    "not started": "Not started",
    "in progress": "In progress",
    "not met": "Not met",
    "partially met": "Partially met",
    "met": "Met",
}
MONITORING = "Monitoring"
MONITORING_HINT = "How is it looked at? For example “A visit, and the minutes of the meetings”."

# Progress.
PROGRESS = "How it stands"
RAG = "Rating"
RAG_OPTIONS = (  # code (not shown), label, what it means
    ("green", "Green: on track", "It will be finished in time, as planned."),
    ("amber", "Amber: needs attention", "It is late or in doubt, and we know what to do."),
    ("red", "Red: off track", "It will not be reached without a decision."),
    ("none", "Not rated yet", ""),
)
RAG_REASON = "Reason for the rating"
IMPACT = "Impact so far"
IMPACT_HINT = "What has changed for pupils, staff or the partnership, and how do you know?"
RISKS = "Risks"
RISKS_HINT = "What could get in the way, and what you would do then."

REMOVE = "Remove"


def tab(title: str) -> str:
    """The browser tab."""
    return f"{title} – Action plan"


def action_name(number: int) -> str:
    """The name of an action, by its place in the list."""
    return f"Action {number}"


def criterion_name(number: int) -> str:
    """The name of a success criterion, by its place in the list."""
    return f"Criterion {number}"


def change(name: str) -> str:
    """Opens the fields of one action or criterion."""
    return f"Change {name.lower()}"


def remove(name: str) -> str:
    """Read aloud for the button that removes one action or criterion."""
    return f"Remove {name.lower()}"


def what(name: str) -> str:
    """The field for the text of an action."""
    return f"{name}: what will be done"


def who(name: str) -> str:
    """The field for who does it."""
    return f"{name}: who does it"


def by_when(name: str) -> str:
    """The field for its date."""
    return f"{name}: by when"


def state(name: str) -> str:
    """The choice of how far it is."""
    return f"{name}: how far is it?"


def seen(name: str) -> str:
    """The field for the text of a criterion."""
    return f"{name}: what you would see"


def who_and_when(owner: str, due: str) -> str:
    """Below an action: who does it by when. Both may be missing."""
    return f"{owner or NOBODY}, {due or NO_DAY}"


def by_day(day: str) -> str:
    """A date below an action."""
    return f"by {day}"
