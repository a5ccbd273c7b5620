"""Matching as values, and as what `match --json` prints: matches with their reasons, what is unmatched, decisions."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from audit_app.responses.model import Frozen, ShortText
from audit_app.results.matching.weights import Limits, Weights
from audit_app.results.model import QuestionnaireAsked
from audit_app.results.partnership_model import Excluded

Verdict = Literal["accept", "reject", "fix", "undo"]
"""Accept: it stays as long as what the schools say supports it. Fix: it stays whatever they say, and whether or not the
app would suggest it. Reject: it is not suggested again. Undo: as if nothing had been decided."""
Kind = Literal["reciprocal", "directed", "trio"]
Why = Literal[
    "nobody_offers", "offers_used", "enough_help", "chasm", "not_ahead", "not_placed", "rejected", "far", "declined"
]


class Decision(Frozen):
    """What the broker said of one match; never changed, a later one about the same match stands instead."""

    helper: ShortText
    """By what the school is known: its URN, else its name in small letters."""
    helped: ShortText
    area: ShortText
    verdict: Verdict
    reason: Annotated[str, Field(max_length=2000)] = ""
    by: ShortText = ""
    when: AwareDatetime


class Match(Frozen):
    """One school helps another in one area."""

    helper: str
    helped: str
    area: str
    title: str
    """The area's."""
    kind: Kind
    """Reciprocal: the helped school helps the helper too, in this area or another."""
    why: str
    """Two sentences: the need and the offer; why these two, and what is weak about it."""
    sentences: tuple[str, ...] = ()
    """The same, one by one."""
    item: str | None = None
    """In which the helper is one or two levels ahead; None for a match that the broker fixed against that."""
    helper_level: float | None = None
    helped_level: float | None = None
    points: int = 0
    """0 to 1000: how well need, offer and schools fit, by the weights."""
    kilometres: float | None = None
    """In a straight line, from the school that passes it on; None unless both say where they are."""
    strong: tuple[str, ...] = ()
    """What speaks for it, in a few words each."""
    weak: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """The same in a few words each."""
    otherwise: str = ""
    """Who would come next, were it not for this one."""
    facilitator: str | None = None
    """Of a trio: the school between the two, which learns from the helper and passes it on."""
    verdict: Verdict | None = None
    """What the broker decided, with the reason."""
    reason: str = ""


class Unmatched(Frozen):
    """A need that nobody was found for."""

    school: str
    area: str
    title: str
    why: Why
    sentence: str
    change: str = ""
    """What would have to be different."""


class MatchedSchool(Frozen):
    """One school that was looked at."""

    id: str
    """Its name in all lists here."""
    key: str
    """By what decisions know it."""
    gives: int
    gets: int


class StandingDecision(Frozen):
    """A decision of the broker, with the names as they are now."""

    helper: str
    helped: str
    area: str
    title: str
    verdict: Verdict
    reason: str
    by: str
    when: AwareDatetime
    in_force: bool
    """False when the schools' own answers no longer support what was accepted."""


class Matching(Frozen):
    """Who could help whom."""

    questionnaire: QuestionnaireAsked
    schools: tuple[MatchedSchool, ...]
    matches: tuple[Match, ...]
    """Pairs first, then directed help, then trios; each by names."""
    unmatched: tuple[Unmatched, ...]
    decisions: tuple[StandingDecision, ...] = ()
    considered: int
    """How many matches would have been possible at all."""
    weights: Weights
    limits: Limits
    notes: tuple[str, ...] = ()
    """What to know before relying on it."""
    excluded: tuple[Excluded, ...] = ()
