"""What it means: the results of one self-audit as values, and as the document that `results --json` prints.

Only answers, the number of pieces of evidence and the audit's own description go into them, so a bundle that was made
to travel without its words gives the same results, to the byte.
"""

from collections.abc import Mapping
from typing import Literal

from audit_app.responses.model import Frozen, QuestionnaireRef, Reason
from audit_app.responses.submission import Status

BalanceName = Literal["deal", "friendship", "committee", "fatalism", "balanced", "too close to call"]


class QuestionnaireAsked(QuestionnaireRef):
    """What was answered, with its title."""

    title: str


class ItemResult(Frozen):
    """One item and where the school placed itself."""

    id: str
    section: str
    """The section's id."""
    text: str
    option: str | None = None
    """The code of the answer; None without one that the questionnaire knows."""
    label: str | None = None
    score: float | None = None
    """None keeps the item out of every mean."""
    reason: Reason | None = None
    """Why there is no level, where the school said so."""
    evidence: int = 0
    """Pieces of evidence."""
    contested: bool = False
    """Colleagues' answers differ and nobody has chosen yet."""


class SectionResult(Frozen):
    """One section: its score, and every item accounted for.

    items = n + unscored + missing + not_applicable + prefer_not_to_say + contested.
    """

    id: str
    title: str
    score: float | None
    """Mean level of the answers that count, to two decimals."""
    n: int
    """Answers that count."""
    items: int
    missing: int
    """Items that apply and have no answer."""
    not_applicable: int
    prefer_not_to_say: int
    contested: int
    unscored: int
    """Answers with an option that has no score (“I cannot tell”)."""
    distribution: Mapping[str, int]
    """Option code to how often it was given, in the order of the scale."""
    evidenced: int
    """Answers that count and have at least one piece of evidence."""
    reason: str | None = None
    """Why there is no score."""


class Shares(Frozen):
    """Each force's share of the three together; they add up to 1."""

    hierarchy: float
    solidarity: float
    individualism: float


class BalanceResult(Frozen):
    """How the three forces of collaboration stand to one another in this partnership."""

    hierarchy: float | None
    """Mean of the sections that stand for it, to two decimals."""
    solidarity: float | None
    individualism: float | None
    shares: Shares | None = None
    level: float | None = None
    """Mean of the three, to two decimals: how much there is of all of them."""
    evenness: float | None = None
    """How equal the shares are, to two decimals; 1 when all three are the same (balance.evenness)."""
    name: BalanceName | None = None
    """None when a force has no score."""
    between: tuple[BalanceName, ...] = ()
    """When it is too close to call: the names that it lies between."""
    sentence: str
    """What it is, in plain words."""
    how: str
    """How it was worked out, with the figures."""
    advice: str = ""
    """What to do about it."""
    reason: str | None = None
    """Why there is no name."""


class AuditResults(Frozen):
    """What one self-audit says."""

    audit: str
    """The audit's id."""
    questionnaire: QuestionnaireAsked
    school: str
    wave: str
    mode: Literal["self_audit"]
    status: Status
    n: int
    """Answers that count, over all sections."""
    contested: int
    """Items on which colleagues' answers differ; they count in no score."""
    sections: tuple[SectionResult, ...]
    items: tuple[ItemResult, ...]
    """Every item that can have a score and is shown, in the order asked."""
    strengths: tuple[ItemResult, ...]
    """At most five, the most telling first (highlights.py)."""
    lowest: tuple[ItemResult, ...]
    """At most five, the most pressing first (highlights.py)."""
    balance: BalanceResult | None
    """None when the questionnaire names no forces."""
