"""Is it going quiet? What a partnership's momentum is read from, and what it says, as values."""

from datetime import date
from typing import Literal, NamedTuple

from audit_app.responses.model import Frozen

State = Literal["growing", "steady", "slowing", "gone quiet", "too little known"]
Sign = Literal["good", "steady", "watch", "fading"]
"""Of one signal: it grows; nothing to say; keep an eye on it; it is going."""
Care = Literal["feed", "connect", "weed"]
"""What a gardener does: give time and means; put people in touch; end what is no longer worth its time."""


class PulseRound(NamedTuple):
    """One school's pulse in one wave."""

    school: str
    wave: str
    day: date
    """When it was closed."""
    score: float | None
    """Mean of its sections' scores."""
    margin: float | None
    """Half of that mean's 95 per cent interval."""
    n: int
    invited: int
    low_items: tuple[str, ...] = ()
    """Ids of items below 2."""


class Activity(NamedTuple):
    """Something that a school did in the partnership: answered, planned, met."""

    school: str
    day: date
    what: str


class PlannedAction(NamedTuple):
    """One action of a plan."""

    school: str
    text: str
    owner: str
    due: date | None
    done: bool


class Signal(Frozen):
    """One sign of how the partnership is doing."""

    kind: Literal[
        "contact", "pulse", "response rate", "overdue actions", "key person", "one school", "meetings", "gaps", "absent"
    ]
    sign: Sign
    schools: tuple[str, ...] = ()
    """Those that it is about; empty when it is about the partnership."""
    sentence: str


class Task(Frozen):
    """A line of the gardener's list."""

    care: Care
    title: str
    reason: str
    due: date
    schools: tuple[str, ...] = ()


class WaveMomentum(Frozen):
    """The pulse of one wave, over all schools that answered."""

    wave: str
    schools: int
    score: float | None
    rate: float
    """Responses for each colleague invited."""


class Rhythm(Frozen):
    """How often schools met, by the gardener's record."""

    meetings: int
    """Days on which they met."""
    last: date | None = None
    planned: date | None = None
    """The first day to come that was recorded."""
    usual_days: int | None = None
    """From one meeting to the next; None with fewer than three."""
    next_by: date | None = None
    """When as many days have passed since the last; None where the next is planned already."""


class Momentum(Frozen):
    """Whether a partnership is growing, going on, or going quiet; and what its gardener could do."""

    as_of: date
    state: State
    sentence: str
    waves: tuple[WaveMomentum, ...]
    """Oldest first."""
    signals: tuple[Signal, ...]
    """The most pressing first."""
    tasks: tuple[Task, ...]
    """The gardener's list, the earliest first."""
    meetings: Rhythm | None = None
    """None where no meeting was recorded."""
