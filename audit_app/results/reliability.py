"""Reliability: whether the items of a section hang together, so that one score may stand for them."""

from collections.abc import Sequence
from fractions import Fraction

from audit_app.language import _
from audit_app.results.agreement import variance
from audit_app.results.distributions import f_quantile
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_model import Interval, Reliability

FEWEST = 10
"""Below ten respondents, alpha says more about who happened to answer than about the items (field notes, “Statistics
the field uses”)."""
CONFIDENCE = 0.95


def reliability_of(rows: Sequence[Sequence[Fraction]]) -> Reliability:
    """From the answers of colleagues who gave a level to every item of the section, a row each."""
    items = len(rows[0]) if rows else 0
    if rows and items < 2:
        return Reliability(reason=_("A section of one item can’t be compared with itself."))
    if len(rows) < FEWEST:
        return Reliability(reason=_("Fewer than {fewest} colleagues answered all of its items.").format(fewest=FEWEST))
    alpha = cronbach_alpha(rows)
    if alpha is None:
        return Reliability(reason=_("Colleagues’ scores don’t differ, so there is nothing to measure it by."))
    return Reliability(
        alpha=to_two_decimals(alpha), interval=alpha_interval(float(alpha), len(rows), items), n=len(rows)
    )


def cronbach_alpha(rows: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """k / (k - 1) · (1 - sum of the items' variances / variance of the sums); None when the sums don't differ.

    Source: Cronbach (1951), Psychometrika 16, 297–334.
    """
    items = len(rows[0])
    whole = variance(_counted([sum(row, Fraction()) for row in rows]))
    if not whole:
        return None
    parts = sum((variance(_counted([row[item] for row in rows])) for item in range(items)), Fraction())
    return Fraction(items, items - 1) * (1 - parts / whole)


def alpha_interval(alpha: float, people: int, items: int, confidence: float = CONFIDENCE) -> Interval:
    """From 1 - (1 - alpha) · F(1 - e/2) to 1 - (1 - alpha) · F(e/2), with n - 1 and (n - 1)(k - 1) degrees of freedom.

    Source: Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93–103, formulas 6 and 7, after
    Feldt (1965), Psychometrika 30, 357–370.
    """
    tail = (1 - confidence) / 2
    above, below = people - 1, (people - 1) * (items - 1)
    return Interval(
        low=to_two_decimals(Fraction(1 - (1 - alpha) * f_quantile(1 - tail, above, below))),
        high=to_two_decimals(Fraction(1 - (1 - alpha) * f_quantile(tail, above, below))),
    )


def _counted(values: Sequence[Fraction]) -> dict[Fraction, int]:
    return {value: values.count(value) for value in set(values)}
