"""A partnership side by side, as values, and as the document that `compare --json` prints.

Schools stand in the order of their names, never in that of their scores: this is no league table.
"""

from collections.abc import Mapping
from typing import Literal

from audit_app.responses.model import Frozen, Phase
from audit_app.results.model import BalanceName, QuestionnaireAsked
from audit_app.results.views import View

Source = Literal["self_audit", "survey"]


class ComparedSchool(Frozen):
    """One school's contribution to the comparison."""

    id: str
    """Its name in every list below: the school's own, or “School C” where names are withheld."""
    audit: str | None
    """The audit that was compared; None where names are withheld."""
    phase: Phase | None = None
    source: Source
    wave: str
    version: int
    status: str
    n: int
    """Answers that count; of a survey, responses."""
    balance: BalanceName | None = None
    sentence: str = ""
    """Where it stands beside the partnership's median; empty where there is nobody to stand beside."""
    notes: tuple[str, ...] = ()
    """What to keep in mind when reading it: a draft, an older version, an earlier round than the others."""


class SchoolScore(Frozen):
    """What one school says of one section or item."""

    school: str
    score: float | None
    gap: float | None = None
    """Score less the partnership's median."""
    reason: str | None = None
    """Why there is no score."""


class ComparedSection(Frozen):
    """One section across the partnership."""

    id: str
    title: str
    n: int
    """Schools with a score."""
    median: float | None = None
    lower_quartile: float | None = None
    """From four schools on; inclusive method (Hyndman & Fan 1996, type 7)."""
    upper_quartile: float | None = None
    lowest: float | None = None
    highest: float | None = None
    schools: tuple[SchoolScore, ...] = ()


class PerceptionGap(Frozen):
    """An item that schools of the same partnership see very differently."""

    item: str
    section: str
    text: str
    difference: float
    """Highest less lowest level."""
    higher: tuple[str, ...]
    """Schools at the highest level."""
    lower: tuple[str, ...]
    sentence: str


class SharedItem(Frozen):
    """An item of a common issue, and where it is low."""

    id: str
    text: str
    schools: tuple[str, ...]


class CommonIssue(Frozen):
    """An area in which a third of the schools or more report a need, whatever else is said of them."""

    id: str
    """The section's id."""
    title: str
    schools: tuple[str, ...]
    of: int
    """Schools that said something about it."""
    items: tuple[SharedItem, ...] = ()
    offers: tuple[str, ...] = ()
    """Schools that say that they could help others with it; only from provision audits."""
    sentence: str


class Offer(Frozen):
    """What one school says that it could give others: a line of the shared-provision register."""

    school: str
    area: str
    title: str
    capacity: int | None
    """How many schools in a year, as the school said."""
    on_conditions: bool
    level: float | None
    """Its highest level in the area."""
    evidenced: bool
    """That level has evidence."""
    wanted_by: tuple[str, ...]
    """Schools that would like help with it; an offer that nobody takes up is empty here."""


class Wish(Frozen):
    """An area in which schools would like help: the other side of the register."""

    area: str
    title: str
    schools: tuple[str, ...]
    now: tuple[str, ...]
    """Those of them that want it this year."""
    offered_by: tuple[str, ...]
    """Schools that could give it; a wish that nobody offers to meet is empty here."""


class SchoolViews(Frozen):
    """What a school's leaders agreed in a self-audit, beside what its colleagues said in a survey of the same items."""

    school: str
    self_audit_wave: str
    survey_wave: str
    sections: tuple[View, ...]


class Excluded(Frozen):
    """What was brought and is not compared, and why."""

    school: str
    audit: str | None
    questionnaire: str
    wave: str
    reason: str


class Comparison(Frozen):
    """A partnership on one questionnaire."""

    questionnaire: QuestionnaireAsked
    """The newest version that was compared."""
    pseudonyms: bool
    schools: tuple[ComparedSchool, ...]
    sections: tuple[ComparedSection, ...]
    perception_gaps: tuple[PerceptionGap, ...] = ()
    common_issues: tuple[CommonIssue, ...] = ()
    offers: tuple[Offer, ...] = ()
    """Only from provision audits."""
    wishes: tuple[Wish, ...] = ()
    """Likewise."""
    views: tuple[SchoolViews, ...] = ()
    """Of the schools of which both are there."""
    items_compared: int
    items_left_out: Mapping[str, str]
    """Item to the reason for which it is not compared: it is not the same in all versions."""
    excluded: tuple[Excluded, ...] = ()
