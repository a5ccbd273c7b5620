"""Words of one priority of the plan."""

from collections.abc import Mapping

from audit_app.language import _
from audit_app.plans.model import ActionState, CriterionState

BACK = _("Back to the plan")
DONE = _("Done")
SUGGESTED = _("Suggested from the results. Everything in it can be changed.")
OWN = _("Your own choice.")
NOT_THERE = _("This priority is not in the plan")
NOT_THERE_MEANS = _("It may have been removed. The plan shows what there is, and can put back what was just removed.")

# What and why.
WHAT_AND_WHY = _("What and why")
TITLE = _("Title")
WHY = _("Why this")
WHY_HINT = _("What in the audit speaks for it, or your own reason.")
OBJECTIVE = _("Objective")
OBJECTIVE_HINT = _("What will be true at the end that is not true now?")
BASELINE = _("Where we are now")
TARGET = _("Where we want to be")

# Who and when.
WHO_AND_WHEN = _("Who and when")
OWNER = _("Led by")
OWNER_HINT = _("The one person who answers for it.")
SUPPORTER = _("Supported by")
LINK_GOVERNOR = _("Link governor")
START = _("Start date")
DUE = _("End date")
DUE_BEFORE_START = _("This is before the start. Change one of the two.")
COST = _("Cost")
COST_HINT = _("Money and time, for example “£400 supply, two twilights”.")

# Actions.
ACTIONS = _("What we will do")
NO_ACTIONS = _("No actions yet. Begin with a small step that can be done in two weeks.")
NEW_ACTION = _("A new action")
ADD_ACTION = _("Add the action")
ACTION_STATES: Mapping[ActionState, str] = {
    "not started": _("Not started"),
    "in progress": _("In progress"),
    "done": _("Done"),
}
WHAT = _("What will be done")
WHO = _("Who does it")
WHO_HINT = _("A name or a role.")
BY_WHEN = _("By when")
HOW_FAR = _("How far is it?")
NOBODY = _("Nobody named yet")
NO_DAY = _("no date yet")

# How we will know.
HOW_WE_KNOW = _("How we’ll know")
CRITERIA_EXPLAINED = _("Success criteria: what you would see, hear or count when it has worked.")
SEEN = _("What you would see")
NO_CRITERIA = _("No success criteria yet.")
NEW_CRITERION = _("A new success criterion")
ADD_CRITERION = _("Add the criterion")
EMPTY_CRITERION = _("A success criterion needs a text: say what you would see.")
CRITERION_GONE = _("This success criterion was changed or removed meanwhile. Look at the list again.")
CRITERION_STATES: Mapping[CriterionState, str] = {
    "not started": _("Not started"),
    "in progress": _("In progress"),
    "not met": _("Not met"),
    "partially met": _("Partially met"),
    "met": _("Met"),
}
MONITORING = _("Monitoring")
MONITORING_HINT = _("How is it looked at? For example “A visit, and the minutes of the meetings”.")

# Progress.
PROGRESS = _("How it stands")
RAG = _("Rating")
RAG_OPTIONS = (  # code (not shown), label, what it means
    ("green", _("Green: on track"), _("It will be finished in time, as planned.")),
    ("amber", _("Amber: at risk"), _("It is late or in doubt, and we know what to do.")),
    ("red", _("Red: off track"), _("It will not be reached without a decision.")),
    ("none", _("Not rated yet"), ""),
)
RAG_REASON = _("Reason for the rating")
IMPACT = _("Impact so far")
IMPACT_HINT = _("What has changed for pupils, staff or the partnership, and how do you know?")
RISKS = _("Risks")
RISKS_HINT = _("What could get in the way, and what you would do then.")

REMOVE = _("Remove")


def tab(title: str) -> str:
    """The browser tab."""
    return _("{title} – Action plan").format(title=title)


def action_name(number: int) -> str:
    """The name of an action, by its place in the list."""
    return _("Action {number}").format(number=number)


def criterion_name(number: int) -> str:
    """The name of a success criterion, by its place in the list."""
    return _("Criterion {number}").format(number=number)


def change(name: str) -> str:
    """Opens the fields of one action or criterion."""
    return _("Change {name}").format(name=name.lower())


def remove(name: str) -> str:
    """Read aloud for the button that removes one action or criterion."""
    return _("Remove {name}").format(name=name.lower())


def what(name: str) -> str:
    """Read aloud for the field for the text of an action."""
    return _("{name}: what will be done").format(name=name)


def who(name: str) -> str:
    """Read aloud for the field for who does it."""
    return _("{name}: who does it").format(name=name)


def by_when(name: str) -> str:
    """Read aloud for the field for its date."""
    return _("{name}: by when").format(name=name)


def state(name: str) -> str:
    """Read aloud for the choice of how far it is."""
    return _("{name}: how far is it?").format(name=name)


def seen(name: str) -> str:
    """Read aloud for the field for the text of a criterion."""
    return _("{name}: what you would see").format(name=name)


def who_and_when(owner: str, due: str) -> str:
    """Below an action: who does it by when. Both may be missing."""
    return f"{owner or NOBODY}, {due or NO_DAY}"


def by_day(day: str) -> str:
    """A date below an action."""
    return _("by {day}").format(day=day)
