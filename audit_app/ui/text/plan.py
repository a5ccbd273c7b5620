"""Words of the action plan: which priorities, and what governors are asked."""

from collections.abc import Mapping
from datetime import date

from audit_app.plans.model import Priority, Rag

TITLE = "Action plan"
BACK = "Back to the results"

# The chosen priorities.
CHOSEN = "Your priorities"
NONE = "None yet. Add suggestions, or name priorities of your own."
CHOOSE = (
    "Choose three to five priorities: as many as governors can follow. Begin with the suggestions from your results, "
    "or name your own. Everything can be changed afterwards."
)
TOO_FEW_TITLE = "A plan usually has three to five"
TOO_MANY_TITLE = "This is more than most schools can follow"
TOO_MANY = "Governors can follow three to five. Which of these could wait for the next plan? You decide."
UNTITLED = "A priority without a title"
SUGGESTED = "Suggested from the results"
OWN = "Your own choice"
NO_OWNER = "Nobody named yet"
NO_DUE = "No end date yet"
NO_ACTIONS = "No actions yet"
OPEN = "Open"
REMOVE = "Remove"
UNDO = "Undo"

RAG: Mapping[Rag | None, str] = {  # how a priority stands; the colour never alone
    "red": "Red: off track",
    "amber": "Amber: needs attention",
    "green": "Green: on track",
    None: "Not rated yet",
}

# Suggestions.
SUGGESTIONS = "Suggestions from your results"
SUGGESTIONS_EXPLAINED = "Each comes with its reason. Add those that you agree with; you decide."
NO_SUGGESTIONS = (
    "There is nothing to suggest: too little is answered yet, or every answer is at the highest level. "
    "You can add a priority of your own."
)
ALL_ADDED = "Every suggestion is in the plan."
IN_THE_PLAN = "In the plan"
TAKE_OUT = "Take out again"
WHAT_IT_BRINGS = "What it would bring into the plan"
OBJECTIVE = "Objective"
ACTIONS = "Actions to begin with"
ADD = "Add to the plan"

# A priority of the user's own.
OWN_TITLE = "A priority of your own"
OWN_NAME = "What will you work on?"
OWN_HINT = "A few words, for example “Every visit ends with one thing that we change”."
ADD_OWN = "Add a priority of your own"

# What governors are asked.
GOVERNORS = "For governors"
QUESTIONS = "Questions for governors"
QUESTIONS_HINT = "One on each line. What would you like them to ask or think about?"
DECISIONS = "Decisions asked for"
DECISIONS_HINT = "One on each line. What must they agree to, for example cost or time?"

HAND_OUT = "Hand it out"
HAND_OUT_EXPLAINED = "A summary on the first page, then a page for each priority, then the scores."
SEE_RESULTS = "See the results"

# Copies from another school.
RECEIVED_TITLE = "Another school’s audit"
RECEIVED = "Copies made to compare come without the plan. Only the school itself can plan on its audit."

# Whether it is kept.
TRY_AGAIN = "Try saving again"


def caption(title: str, school: str, wave: str) -> str:
    """Which audit this plan belongs to."""
    return f"{title} · {school} · {wave}"


def tab(school: str, wave: str) -> str:
    """The browser tab."""
    return f"{TITLE} – {school}, {wave}"


def too_few(count: int) -> str:
    """With one or two priorities."""
    return f"There {'is 1' if count == 1 else f'are {count}'} so far. One or two more make a plan that lasts a year."


def numbered(number: int) -> str:
    """Above a priority, because what has changed is told by these numbers."""
    return f"Priority {number}"


def title_of(priority: Priority) -> str:
    """What a priority is called, even while it has no title."""
    return priority.title or UNTITLED


def owner(name: str) -> str:
    """Who leads a priority."""
    return f"Led by {name}" if name else NO_OWNER


def actions_done(done: int, total: int) -> str:
    """How far the actions of a priority are."""
    if not total:
        return NO_ACTIONS
    return f"{done} of {total} action{'s' * (total > 1)} done"


def open_name(title: str) -> str:
    """Read aloud for the button that opens a priority."""
    return f"Open: {title}"


def remove_name(title: str) -> str:
    """Read aloud for the button that removes a priority."""
    return f"Remove: {title}"


def removed(title: str) -> str:
    """After removing a priority or an action."""
    return f"“{title}” is removed."


def add_name(title: str) -> str:
    """Read aloud for the button that adds a suggestion."""
    return f"Add to the plan: {title}"


def take_out_name(title: str) -> str:
    """Read aloud for the button that takes a suggestion out of the plan again."""
    return f"Take out again: {title}"


def added(title: str) -> str:
    """After adding a suggestion."""
    return f"“{title}” is in the plan. Open it to say who does what by when."


def not_saved(sentence: str) -> str:
    """What could not be kept stays on the screen."""
    return f"Not saved. {sentence} What you typed is still here."


def day(iso: str) -> str:
    """A date of the plan in running text, from YYYY-MM-DD."""
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"


def due(iso: str) -> str:
    """When a priority or an action is to be finished."""
    return f"by {day(iso)}" if iso else NO_DUE
