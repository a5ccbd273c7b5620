"""Words of “Is it going quiet?”."""

from collections.abc import Mapping, Sequence
from datetime import date

from audit_app.language import _
from audit_app.regional import listed
from audit_app.results.figures import one_decimal, whole_per_cent
from audit_app.results.momentum_model import Care, Momentum, Sign, State, Task, WaveMomentum
from audit_app.ui.text.moments import day

TITLE = _("Is it going quiet?")
BACK = _("Back to the partnership")
INTRO = _(
    "Partnerships start with a bang and tail off, or end when one person leaves. These are the signs that come before, "
    "read from the meetings that you write down below, and from the pulse surveys and plans of every school."
)
READING = _("Reading surveys and plans")

STATES: Mapping[State, str] = {
    "growing": _("It is growing"),
    "steady": _("It goes on steadily"),
    "slowing": _("It is slowing down"),
    "gone quiet": _("It has gone quiet"),
    "too little known": _("Too little is known yet"),
}
STATE_EXPLAINED = _("The state is that of the worst sign that stands out; no formula joins them.")

SIGNS = _("The signs")
SIGN_WORDS: Mapping[Sign, str] = {
    "fading": _("Fading"),
    "watch": _("Keep an eye on it"),
    "good": _("Growing"),
    "steady": _("Steady"),
}
NO_SIGNS = _("Nothing stands out, for better or worse.")

PULSE = _("The pulse, round by round")
PULSE_EXPLAINED = _("The pulse is a short survey each term. Every school counts once, whatever its size.")
PULSE_LINE = _("Pulse")
RATE_LINE = _("Answered")
PULSE_SCALE = _("Pulse, from 1 to 4")  # above its line
RATE_SCALE = _("Answered, of those invited")
ROUND = _("Round")
SCHOOLS = _("Schools")
NO_PULSE = _("No pulse survey has been closed yet. Ten statements, three minutes: it is the earliest sign there is.")
ONE_ROUND = _("With a second round this becomes a line.")

GARDENER = _("The gardener’s list")
GARDENER_EXPLAINED = _("What somebody who looks after the partnership could do next, and by when.")
NO_TASKS = _("Nothing presses. Fix the day of the next meeting, and look again after the next pulse.")
CARES: Mapping[Care, str] = {
    "feed": _("Feed: give it time and means"),
    "connect": _("Connect: put people in touch"),
    "weed": _("Weed: end what is no longer worth its time"),
}
CALENDAR = _("Put it in my calendar")
CALENDAR_EXPLAINED = _("Saves a calendar file (.ics) with a reminder for each line. Open it to add them.")
CALENDAR_FILE = _("Gardener’s list.ics")

# Nothing to read it from.
EMPTY_TITLE = _("Nothing to read it from yet")
EMPTY = _(
    "This page shows when a partnership begins to tail off, while there is still time to do something about it. It "
    "looks at how long ago schools last worked together, how many colleagues answer the pulse and what they say, which "
    "actions are overdue, and whether everything rests on one person."
)
EMPTY_NEXT = _("Begin with a pulse survey at your school, or bring in the files that partner schools exported.")
START_PULSE = _("Start a pulse survey")
IMPORT = _("Import a school’s file")


def as_of(one: date) -> str:
    """Below the title."""
    return _("As of {day}").format(day=day(one))


def by(task: Task) -> str:
    """Above a line of the list."""
    return _("By {day}").format(day=day(task.due))


def about(schools: Sequence[str]) -> str:
    """After a sign whose sentence names only some of its schools, or none."""
    return _("These are {schools}.").format(schools=listed(schools))


def others(schools: Sequence[str]) -> str:
    """After a sign that says “and 2 more”."""
    return _("The others: {schools}.").format(schools=listed(schools))


def score(one: WaveMomentum) -> str:
    """In the chart and the table."""
    return one_decimal(one.score)


def rate(one: WaveMomentum) -> str:
    """In the chart and the table."""
    return f"{whole_per_cent(one.rate)}%"


def pulse_chart(found: Momentum) -> str:
    """The line of the scores, read aloud."""
    said = ", ".join(
        f"{one.wave} {_('no score') if one.score is None else one_decimal(one.score)}" for one in found.waves
    )
    return _("The pulse over time, from 1 to 4: {rounds}").format(rounds=said)


def rate_chart(found: Momentum) -> str:
    """The line of the response rates, read aloud."""
    return _("How many answered over time: {rounds}").format(
        rounds=", ".join(f"{one.wave} {rate(one)}" for one in found.waves)
    )


def saved(name: str) -> str:
    """After the calendar file was offered."""
    return _("“{name}” was handed to the browser. Open it to add the reminders to your calendar.").format(name=name)
