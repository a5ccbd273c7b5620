"""What a survey wave says, as values, and as the document that `results --json` prints.

All of it is made from what disclosure.py lets out. What is withheld is None, with its reason beside it.
"""

from collections.abc import Mapping
from typing import Literal

from audit_app.responses.model import Frozen
from audit_app.results.model import BalanceResult, QuestionnaireAsked

SurveyStatus = Literal["open", "closed", "erased", "incomplete"]
"""Incomplete: it is closed, and some of the responses that count are not in this data folder."""
Sees = Literal["alike", "differently", "very differently"]


class Interval(Frozen):
    """From where to where, at 95 per cent, in levels."""

    low: float
    high: float


class Agreement(Frozen):
    """How far colleagues see the same (agreement.py)."""

    r_wg: float
    """Against the uniform null; of a section r_wg(j)."""
    r_wg_slightly_skewed: float
    average_deviation: float
    """AD_M in levels; of a section AD_M(J)."""
    cut: float
    """Up to this average deviation, they agree for practical purposes."""
    sees: Sees
    words: str


class Reliability(Frozen):
    """How far the items of a section measure one thing (reliability.py)."""

    alpha: float | None = None
    """Cronbach's alpha."""
    interval: Interval | None = None
    n: int | None = None
    """Colleagues who answered all of its items."""
    reason: str | None = None
    """Why there is none."""


class GroupSection(Frozen):
    """A section, as one respondent group sees it."""

    id: str
    title: str
    n: int
    """Colleagues of the group who answered the survey; never withheld."""
    score: float | None = None
    """Mean of the colleagues' section scores, to two decimals."""
    margin: float | None = None
    """Half of the 95 per cent interval of the score."""
    agreement: Agreement | None = None
    """Only where the answers of every group differ enough to every item of the section (disclosure.py)."""
    reason: str | None = None
    """Why it is withheld."""


class SurveySection(Frozen):
    """A section, as everyone together sees it, and as each group does."""

    id: str
    title: str
    items: int
    """Items that are scored."""
    score: float | None = None
    """Mean of the colleagues' section scores, to two decimals."""
    margin: float | None = None
    """Half of the 95 per cent interval of the score, before it is cut to the scale."""
    interval: Interval | None = None
    n: int | None = None
    """Colleagues whose section score counts: they answered half of the items that apply to them, or more."""
    missing: int | None = None
    """Answers that are not there, of all colleagues to all items of the section; the next three likewise."""
    not_applicable: int | None = None
    prefer_not_to_say: int | None = None
    unscored: int | None = None
    distribution: Mapping[str, int] | None = None
    """Option code to how often it was given, to all items of the section together."""
    agreement: Agreement | None = None
    """Only where every item of the section is shown on its own."""
    reliability: Reliability | None = None
    groups: tuple[GroupSection, ...] = ()
    reason: str | None = None
    """Why it is withheld."""


class SurveyItem(Frozen):
    """One item, as everyone together sees it. Items are never shown by group."""

    id: str
    section: str
    """The section's id."""
    text: str
    score: float | None = None
    """Mean level, to two decimals."""
    margin: float | None = None
    n: int | None = None
    """Colleagues who gave a level."""
    missing: int | None = None
    not_applicable: int | None = None
    prefer_not_to_say: int | None = None
    unscored: int | None = None
    distribution: Mapping[str, int] | None = None
    agreement: Agreement | None = None
    reason: str | None = None


class GroupRate(Frozen):
    """How many of a group answered. That somebody answered is not withheld; what they said is."""

    id: str
    title: str
    invited: int
    responses: int
    rate: float
    """Responses for each colleague invited, to two decimals."""


class RoleGap(Frozen):
    """Two groups' scores of one section beside one another (gaps.py)."""

    section: str
    title: str
    higher: str
    """The id of the group with the higher score."""
    lower: str
    difference: float
    interval: Interval
    p: float
    """The probability of a gap this large if the group made no difference."""
    worth_talking_about: bool
    sentence: str


class SharedComment(Frozen):
    """What a colleague wrote: never with a group, and with the item or section only where enough colleagues wrote."""

    text: str
    section: str | None = None
    item: str | None = None


class SurveyResults(Frozen):
    """What one survey wave says."""

    audit: str
    """The wave's id."""
    questionnaire: QuestionnaireAsked
    school: str
    wave: str
    mode: Literal["survey"] = "survey"
    status: SurveyStatus
    minimum: int
    """The smallest group whose results are shown."""
    n: int
    """Responses."""
    invited: int
    response_rate: tuple[GroupRate, ...]
    sections: tuple[SurveySection, ...]
    items: tuple[SurveyItem, ...]
    """Every item that can have a score, in the order asked."""
    strengths: tuple[SurveyItem, ...] = ()
    """At most five, the highest first."""
    lowest: tuple[SurveyItem, ...] = ()
    balance: BalanceResult | None = None
    gaps: tuple[RoleGap, ...] = ()
    """Every pair of groups that are both shown, widest first within those worth talking about."""
    gaps_explained: str = ""
    comments: tuple[SharedComment, ...] = ()
    comments_reason: str | None = None
    """Why there are no comments."""
    reason: str | None = None
    """Why there are no results at all."""
