"""Balance: hierarchy, solidarity and individualism beside one another, and what that makes of a partnership.

Source: the RSA's “clumsy” collaboration (thersa.org/blog/matthew-taylor/2021/04/coordination-theory-the-basis-for-
working-together): it needs all three; too much of one makes it a deal (individualism), a friendship (solidarity) or a
committee (hierarchy), and with little of any there is fatalism. The RSA publishes no scoring: which sections stand for
which force, and the thresholds below, are this app's own.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor, log
from typing import NamedTuple

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import listed
from audit_app.results.balance_words import (
    ADVICE,
    FORCES,
    ScoredSection,
    advice_between,
    how_much_of_all,
    how_worked_out,
    sentence_between,
    sentence_for,
)
from audit_app.results.model import BalanceName, BalanceResult, Shares
from audit_app.results.scores import mean, to_two_decimals


class Threshold(NamedTuple):
    """In levels, on a scale from 1 to 4."""

    levels: float
    why: str


THRESHOLDS: Mapping[str, Threshold] = {
    "balanced within": Threshold(
        0.5,
        _("The highest and the lowest force are at most half a level apart: the nearest level is most often the same."),
    ),
    "leads by": Threshold(
        0.75,
        _(
            "One force is this far above both others. Half a level would do, but then one answer could turn "
            "“balanced” into a name: moved by one level, it moves a section of seven items by 0.14. A quarter of a "
            "level between the two thresholds takes two such answers to cross; what lies in it is too close to call."
        ),
    ),
    "fatalism below": Threshold(2.0, _("Every force is below level 2: on average, it has not even been started.")),
    "clear of fatalism": Threshold(
        2.25, _("The highest force is a quarter of a level clear of level 2, for the same reason as above.")
    ),
}


class Call(NamedTuple):
    """A name, or the names that it lies between."""

    name: BalanceName
    between: tuple[BalanceName, ...] = ()


def balance_result(questionnaire: Questionnaire, sections: Sequence[ScoredSection]) -> BalanceResult | None:
    """The three forces and their name, worked out from the section scores as shown, so that anyone can follow it.

    None when the questionnaire names no forces, or its scale does not run from 1 to 4, as the thresholds need.
    """
    ranges = questionnaire.score_ranges.values()
    if questionnaire.balance is None or not ranges:
        return None
    if (min(low for low, _ in ranges), max(high for _, high in ranges)) != (1, 4):
        return None
    by_id = {section.id: section for section in sections}
    parts = {force: [by_id[name] for name in getattr(questionnaire.balance, force)] for force in FORCES}
    forces = {force: _force(parts[force]) for force in FORCES}
    how = how_worked_out(parts, forces, {name: threshold.levels for name, threshold in THRESHOLDS.items()})
    known = {force: score for force, score in forces.items() if score is not None}
    if len(known) < len(FORCES):
        unscored = [
            part.title for force in FORCES if forces[force] is None for part in parts[force] if part.score is None
        ]
        reason = _("There is no score for {sections}, so the balance can't be worked out.").format(
            sections=listed(unscored)
        )
        return BalanceResult(**forces, sentence=reason, how=how, reason=reason)
    call, level, even = name_of(known), mean(known.values()), evenness(known)
    return BalanceResult(
        **forces,
        shares=shares(known),
        level=level,
        evenness=even,
        name=call.name,
        between=call.between,
        sentence=sentence_between(call.between, known) if call.between else sentence_for(call.name, known),
        how=f"{how} {how_much_of_all(level, even)}",
        advice=advice_between(call.between) if call.between else ADVICE[call.name],
    )


def name_of(forces: Mapping[str, float]) -> Call:
    """The name for three scores from 1 to 4, by THRESHOLDS."""
    ordered = sorted(FORCES, key=lambda force: -forces[force])
    highest, second, lowest = (forces[force] for force in ordered)
    if highest < THRESHOLDS["fatalism below"].levels:
        return Call("fatalism")
    apart, lead = _steps(highest - lowest), _steps(highest - second)
    near, far = _steps(THRESHOLDS["balanced within"].levels), _steps(THRESHOLDS["leads by"].levels)
    ahead = [FORCES[force].too_much for force in ordered if _steps(forces[force] - lowest) > near]
    found: tuple[BalanceName, ...]
    if not ahead:
        found = ("balanced",)
    elif lead >= far:
        found = (ahead[0],)
    elif len(ahead) == 1 or apart < far:
        found = ("balanced", *ahead)
    else:
        found = tuple(ahead)
    if highest < THRESHOLDS["clear of fatalism"].levels:
        found = ("fatalism", *found)
    return Call(found[0]) if len(found) == 1 else Call("too close to call", found)


def shares(forces: Mapping[str, float]) -> Shares:
    """Each score as a part of the three together, in hundredths that add up to 1 (largest remainders first)."""
    exact = {force: Fraction(forces[force]) for force in FORCES}
    whole = sum(exact.values())
    parts = {force: part * 100 / whole for force, part in exact.items()}
    hundredths = {force: floor(part) for force, part in parts.items()}
    for force in sorted(FORCES, key=lambda name: hundredths[name] - parts[name])[: 100 - sum(hundredths.values())]:
        hundredths[force] += 1
    return Shares(**{force: count / 100 for force, count in hundredths.items()})


def evenness(forces: Mapping[str, float]) -> float:
    """- Σ p ln p / ln 3 over the shares p, to two decimals: 1 for three equal forces, 0.79 for 4, 1 and 1.

    Source: Pielou (1966), Journal of Theoretical Biology 13, 131–144: Shannon's measure as a part of its maximum.
    """
    whole = sum(forces.values())
    parts = [score / whole for score in forces.values()]
    return to_two_decimals(Fraction(-sum(part * log(part) for part in parts) / log(len(parts))))


def _force(sections: Sequence[ScoredSection]) -> float | None:
    """Each section weighs the same, however many items it has."""
    scores = [section.score for section in sections if section.score is not None]
    return mean(scores) if scores and len(scores) == len(sections) else None


def _steps(difference: float) -> int:
    """In hundredths of a level, so that 2.9 - 2.4 is half a level and not a little more."""
    return round(difference * 100)
