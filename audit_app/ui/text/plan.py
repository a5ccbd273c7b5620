"""Words of the action plan: which priorities, and what governors are asked."""

from collections.abc import Mapping
from datetime import date

from audit_app.language import _, ngettext
from audit_app.plans.model import Priority, Rag
from audit_app.regional import day_words
from audit_app.shortening import titled

TITLE = _("Action plan")
BACK = _("Back to the results")

# The chosen priorities.
CHOSEN = _("Your priorities")
NONE = _("None yet. Add suggestions, or name priorities of your own.")
CHOOSE = _(
    "Choose three to five priorities: as many as governors can follow. Begin with the suggestions from your results, "
    "or name your own. Everything can be changed afterwards."
)
TOO_FEW_TITLE = _("A plan usually has three to five")
TOO_MANY_TITLE = _("This is more than most schools can follow")
TOO_MANY = _("Governors can follow three to five. Which of these could wait for the next plan? You decide.")
UNTITLED = _("A priority without a title")
SUGGESTED = _("Suggested from the results")
OWN = _("Your own choice")
NO_OWNER = _("Nobody named yet")
NO_DUE = _("No end date yet")
NO_ACTIONS = _("No actions yet")
OPEN = _("Open")
REMOVE = _("Remove")
UNDO = _("Undo")

RAG: Mapping[Rag | None, str] = {  # how a priority stands; the colour never alone
    "red": _("Red: off track"),
    "amber": _("Amber: at risk"),
    "green": _("Green: on track"),
    None: _("Not rated yet"),
}

# Suggestions.
SUGGESTIONS = _("Suggestions from your results")
SUGGESTIONS_EXPLAINED = _("Each comes with its reason. Add those that you agree with; you decide.")
NO_SUGGESTIONS = _(
    "There is nothing to suggest: too little is answered yet, or every answer is at the highest level. "
    "You can add a priority of your own."
)
ALL_ADDED = _("Every suggestion is in the plan.")
IN_THE_PLAN = _("In the plan")
TAKE_OUT = _("Take out again")
WHAT_IT_BRINGS = _("What it would bring into the plan")  # its name, read aloud, is made below
OBJECTIVE = _("Objective")
ACTIONS = _("Actions to begin with")
ADD = _("Add to the plan")

# A priority of the user's own.
OWN_TITLE = _("A priority of your own")
OWN_NAME = _("What will you work on?")
OWN_HINT = _("A few words, for example “Every visit ends with one thing that we change”.")
ADD_OWN = _("Add a priority of your own")

# What governors are asked.
GOVERNORS = _("For governors")
QUESTIONS = _("Questions for governors")
QUESTIONS_HINT = _("One on each line. What would you like them to ask or think about?")
DECISIONS = _("Decisions asked for")
DECISIONS_HINT = _("One on each line. What must they agree to, for example cost or time?")

HAND_OUT = _("Hand it out")
HAND_OUT_EXPLAINED = _("A summary on the first page, then a page for each priority, then the scores.")
SEE_RESULTS = _("See the results")

# Copies from another school.
RECEIVED_TITLE = _("Another school’s audit")
RECEIVED = _("Copies made to compare come without the plan. Only the school itself can plan on its audit.")

# Whether it is kept.
TRY_AGAIN = _("Try saving again")


def caption(title: str, school: str, wave: str) -> str:
    """Which audit this plan belongs to."""
    return f"{titled(title)} · {school} · {wave}"


def tab(school: str, wave: str) -> str:
    """The browser tab."""
    return f"{TITLE} – {school}, {wave}"


def too_few(count: int) -> str:
    """With one or two priorities."""
    return ngettext(
        "There is 1 so far. Two to four more make a plan that lasts a year.",
        "There are {count} so far. One to three more make a plan that lasts a year.",
        count,
    ).format(count=count)


def numbered(number: int) -> str:
    """Above a priority, because what has changed is told by these numbers."""
    return _("Priority {number}").format(number=number)


def title_of(priority: Priority) -> str:
    """What a priority is called, even while it has no title."""
    return priority.title or UNTITLED


def owner(name: str) -> str:
    """Who leads a priority."""
    return _("Led by {name}").format(name=name) if name else NO_OWNER


def actions_done(done: int, total: int) -> str:
    """How far the actions of a priority are."""
    if not total:
        return NO_ACTIONS
    return ngettext("{done} of {count} action done", "{done} of {count} actions done", total).format(
        done=done, count=total
    )


def open_name(title: str) -> str:
    """Read aloud for the button that opens a priority."""
    return _("Open: {title}").format(title=title)


def remove_name(title: str) -> str:
    """Read aloud for the button that removes a priority."""
    return _("Remove: {title}").format(title=title)


def removed(title: str) -> str:
    """After removing a priority or an action."""
    return _("“{title}” is removed.").format(title=title)


def add_name(title: str) -> str:
    """Read aloud for the button that adds a suggestion."""
    return _("Add to the plan: {title}").format(title=title)


def take_out_name(title: str) -> str:
    """Read aloud for the button that takes a suggestion out of the plan again."""
    return _("Take out again: {title}").format(title=title)


def added(title: str) -> str:
    """After adding a suggestion."""
    return _("“{title}” is in the plan. Open it to say who does what by when.").format(title=title)


def not_saved(sentence: str) -> str:
    """What could not be kept stays on the screen."""
    return _("Not saved. {sentence} What you typed is still here.").format(sentence=sentence)


def day(iso: str) -> str:
    """A date of the plan in running text, from YYYY-MM-DD."""
    return day_words(date.fromisoformat(iso))


def due(iso: str) -> str:
    """When a priority or an action is to be finished."""
    return _("by {day}").format(day=day(iso)) if iso else NO_DUE


def what_it_brings(suggestion: str) -> str:
    """Read aloud for that button, of which there are several."""
    return f"{WHAT_IT_BRINGS}: {suggestion}"
