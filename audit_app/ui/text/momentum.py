"""Words of “Is it going quiet?”."""

from collections.abc import Mapping, Sequence
from datetime import date

from audit_app.results.momentum_model import Care, Momentum, Sign, State, Task, WaveMomentum
from audit_app.ui.text.moments import day

TITLE = "Is it going quiet?"
BACK = "Partnership"
INTRO = (
    "Partnerships start with a bang and tail off, or end when one person leaves. These are the signs that come before, "
    "read from the pulse surveys and plans that this data folder holds of every school."
)
READING = "Reading surveys and plans"

STATES: Mapping[State, str] = {
    "growing": "It is growing",
    "steady": "It goes on steadily",
    "slowing": "It is slowing down",
    "gone quiet": "It has gone quiet",
    "too little known": "Too little is known yet",
}
STATE_EXPLAINED = "The state is that of the worst sign that stands out; no formula joins them."

SIGNS = "The signs"
SIGN_WORDS: Mapping[Sign, str] = {
    "fading": "Going",
    "watch": "Keep an eye on it",
    "good": "Growing",
    "steady": "Steady",
}
NO_SIGNS = "Nothing stands out, for better or worse."

PULSE = "The pulse, round by round"
PULSE_EXPLAINED = "The pulse is a short survey each term. Every school counts once, whatever its size."
PULSE_LINE = "Pulse"
RATE_LINE = "Answered"
PULSE_SCALE = "Pulse, from 1 to 4"  # above its line
RATE_SCALE = "Answered, of those invited"
ROUND = "Round"
SCHOOLS = "Schools"
NO_PULSE = "No pulse survey has been closed yet. Ten statements, three minutes: it is the earliest sign there is."
ONE_ROUND = "With a second round this becomes a line."
NO_SCORE = "–"

GARDENER = "The gardener’s list"
GARDENER_EXPLAINED = "What somebody who looks after the partnership could do next, and by when."
NO_TASKS = "Nothing presses. Fix the day of the next meeting, and look again after the next pulse."
CARES: Mapping[Care, str] = {
    "feed": "Feed: give it time and means",
    "connect": "Connect: put people in touch",
    "weed": "Weed: end what is no longer worth its time",
}
CALENDAR = "Put it in my calendar"
CALENDAR_EXPLAINED = "Saves a calendar file (.ics) with a reminder for each line. Open it to add them."
CALENDAR_FILE = "Gardener’s list.ics"

# Nothing to read it from.
EMPTY_TITLE = "Nothing to read it from yet"
EMPTY = (
    "This page shows when a partnership begins to tail off, while there is still time to do something about it. It "
    "looks at how long ago schools last worked together, how many colleagues answer the pulse and what they say, which "
    "actions are overdue, and whether everything rests on one person."
)
EMPTY_NEXT = "Begin with a pulse survey at your school, or bring in the files that partner schools exported."
START_PULSE = "Start a pulse survey"
IMPORT = "Import a school’s file"


def as_of(one: date) -> str:
    """Below the title."""
    return f"As of {day(one)}"


def by(task: Task) -> str:
    """Above a line of the list."""
    return f"By {day(task.due)}"


def about(schools: Sequence[str]) -> str:
    """Below a sign whose sentence does not name all of its schools."""
    return f"All of them: {', '.join(schools)}."


def score(one: WaveMomentum) -> str:
    """In the chart and the table."""
    return NO_SCORE if one.score is None else f"{one.score:.2f}"


def rate(one: WaveMomentum) -> str:
    """In the chart and the table."""
    return f"{round(one.rate * 100)}%"


def pulse_chart(found: Momentum) -> str:
    """The line of the scores, read aloud."""
    said = ", ".join(f"{one.wave} {'no score' if one.score is None else f'{one.score:.2f}'}" for one in found.waves)
    return f"The pulse over time, from 1 to 4: {said}"


def rate_chart(found: Momentum) -> str:
    """The line of the response rates, read aloud."""
    return f"How many answered over time: {', '.join(f'{one.wave} {rate(one)}' for one in found.waves)}"


def saved(name: str) -> str:
    """After the calendar file was offered."""
    return f"“{name}” was handed to the browser. Open it to add the reminders to your calendar."
