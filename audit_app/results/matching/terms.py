"""Terms: by what is matched."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from audit_app.responses.model import School
from audit_app.results.matching.model import Decision
from audit_app.results.matching.solving import Solver
from audit_app.results.matching.weights import Limits, Weights


@dataclass(frozen=True)
class Terms:
    """What the broker chose and decided, and the day on which it is looked at."""

    today: date
    weights: Weights = field(default_factory=Weights)
    limits: Limits = field(default_factory=Limits)
    decisions: Sequence[Decision] = ()
    own_school: School | None = None
    """The user's own, as its profile is now."""
    solver: Solver | None = field(default=None, compare=False)
    """With SciPy where it is installed, unless told."""
