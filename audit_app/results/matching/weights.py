"""Weights: how much each criterion counts when several matches are possible, and how much help is enough.

The points of a match are 1000 × the product, over the criteria, of 1 - weight / 4 × (1 - how well it is met). So a
criterion that is met in full takes nothing away, and one of weight 0 never does; at most it leaves a quarter.
The table is CRITERIA below.
"""

from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import Field

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.model import Frozen


class Criterion(NamedTuple):
    """What makes a match better."""

    name: str
    weight: int
    """Unless the user says otherwise."""
    met: str
    """How well it is met, from 0 to 1."""
    because: str


CRITERIA = (
    Criterion(
        "level", 3, _("helped at level 1: 1, at 2: ⅔, at 3: ⅓"), _("Help goes first to where least is in place.")
    ),
    Criterion(
        "importance",
        3,
        _("one of its main aims: 1, a lot: ⅔, a little or not said: ⅓, not this year: 0"),
        _("A school works at what it has chosen to work at."),
    ),
    Criterion(
        "asked",
        2,
        _("wants help this year: 1, later: ½, has not said: 0"),
        _("Help that was asked for is used; but the neediest may not ask."),
    ),
    Criterion(
        "evidence",
        2,
        _("the helper’s level has evidence: 1, none: 0"),
        _("A level that nobody can look at may be a hope."),
    ),
    Criterion("conditions", 1, _("offered without conditions: 1, with: ½"), _("Conditions can usually be met.")),
    Criterion(
        "certainty",
        2,
        _("½ where either school said it more than a year ago; and once more where colleagues’ answers differ"),
        _("What was true two years ago may have left with a colleague."),
    ),
    Criterion(
        "phase",
        2,
        _("the same: 1, neighbouring or not known: ½, others: 0"),
        _("Most practice carries over within a phase."),
    ),
    Criterion(
        "type", 1, _("the same: 1, not known: ½, others: 0"), _("What a school may decide differs; teaching less so.")
    ),
    Criterion(
        "size",
        1,
        _("pupils of the smaller school by those of the larger; not known: ½"),
        _("A school of 60 can’t copy the staffing of one of 1,200."),
    ),
    Criterion(
        "near",
        2,
        _(
            "up to 10 km: 1, further: 10 km by the way (20 km: ½); where either school does not say where it is: the "
            "same postcode district or local authority: 1, the same postcode area or not known: ½, others: 0"
        ),
        _("People have to visit one another in working time."),
    ),
)
DEFAULTS = MappingProxyType({one.name: one.weight for one in CRITERIA})

Weight = Annotated[int, Field(ge=0, le=3)]


class Weights(Frozen):
    """0 (does not count) to 3 (counts most)."""

    level: Weight = DEFAULTS["level"]
    importance: Weight = DEFAULTS["importance"]
    asked: Weight = DEFAULTS["asked"]
    evidence: Weight = DEFAULTS["evidence"]
    conditions: Weight = DEFAULTS["conditions"]
    certainty: Weight = DEFAULTS["certainty"]
    phase: Weight = DEFAULTS["phase"]
    type: Weight = DEFAULTS["type"]
    size: Weight = DEFAULTS["size"]
    near: Weight = DEFAULTS["near"]


class Limits(Frozen):
    """How much is enough for one school, over all areas."""

    gives: Annotated[int, Field(ge=1, le=50)] = 3
    """Matches in which one school helps. Each takes colleagues out of their own classes."""
    gets: Annotated[int, Field(ge=1, le=50)] = 3
    """Matches in which one school is helped; no more than three main aims, as the audit itself asks."""
    only_near: bool = False
    """Only within the same local authority, however near another's schools are."""


class Chosen(Frozen):
    """By what a broker wants schools to be matched."""

    weights: Weights = Weights()
    limits: Limits = Limits()

    def weight(self, name: str, code: str) -> "Chosen":
        return Chosen(
            weights=Weights.model_validate({**self.weights.model_dump(), name: int(code)}), limits=self.limits
        )

    def limit(self, name: str, value: int | bool) -> "Chosen":
        return Chosen(weights=self.weights, limits=Limits.model_validate({**self.limits.model_dump(), name: value}))

    @property
    def unusual(self) -> str:
        """What differs from the usual, as `weights_from` reads it: “phase=3, size=0, gives=2”; empty when nothing."""
        usual = {**Weights().model_dump(), **Limits().model_dump()}
        here = {**self.weights.model_dump(), **self.limits.model_dump()}
        return ", ".join(f"{name}={int(value)}" for name, value in here.items() if value != usual[name])


class UnknownWeightError(AuditError):
    def __init__(self, given: str) -> None:
        names = ", ".join(Weights.model_fields)
        super().__init__(
            _(
                "“{given}” is no weight. Write a criterion and a number from 0 to 3, as in “phase=3,size=0”. The "
                "criteria are {names}."
            ).format(given=given, names=names)
        )


def weights_from(text: str, known: Weights | None = None) -> Weights:
    """From “phase=3,size=0”; what is not named is as in `known`, else as usual. Raises UnknownWeightError."""
    chosen: dict[str, int] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, number = (piece.strip() for piece in part.partition("="))
        if name not in Weights.model_fields or number not in ("0", "1", "2", "3"):
            raise UnknownWeightError(part)
        chosen[name] = int(number)
    return Weights.model_validate({**(known or Weights()).model_dump(), **chosen})
