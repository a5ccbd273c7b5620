"""Trend: a school's waves against its own baseline, only over what stayed comparable, and only where it is a change.

Made from results as they are shown, so the trend of a survey tells nothing that its waves don't: means only, never one
colleague's answers in two waves.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Frozen
from audit_app.results.comparing import Mean, believable, from_margin, margin_of, welch
from audit_app.results.figures import one_decimal
from audit_app.results.model import AuditResults
from audit_app.results.scores import exact_score, to_two_decimals
from audit_app.results.survey_model import SurveyResults
from audit_app.results.survey_table import levels_of, scored_items

Called = Literal["higher", "lower", "no clear change"]

SELF_AUDIT = _(
    "A self-audit is one agreed answer to each statement, so there is no sampling error; what can shift is the team’s "
    "own judgement. A section is called higher or lower when it moved by more than one answer, one level up or down, "
    "would move it."
)
SURVEY = _(
    "Waves are compared by their means, as if other colleagues had answered each time (Welch 1947); where some "
    "answered both, the real uncertainty is rather smaller. A change is called one where chance alone would rarely "
    "make it, counting that every section is looked at: on average at most one in twenty of those called is chance "
    "(Benjamini & Hochberg 1995)."
)


class Point(Frozen):
    """A section in one wave."""

    audit: str
    wave: str
    score: float | None
    """Over the comparable items only."""
    margin: float | None = None
    """Half of its 95 per cent interval; None for a self-audit."""


class SectionTrend(Frozen):
    id: str
    title: str
    items: int
    """How many items are comparable over all waves."""
    points: tuple[Point, ...]
    """Oldest first; the first is the baseline."""
    difference: float | None = None
    """The latest wave's score less the baseline's."""
    uncertainty: float | None = None
    """A difference up to this may be chance or judgement."""
    called: Called | None = None
    sentence: str = ""
    reason: str | None = None
    """Why the latest wave can't be compared with the baseline."""


class Trend(Frozen):
    baseline: str
    """The first wave, as people call it."""
    latest: str
    sections: tuple[SectionTrend, ...]
    left_out: tuple[str, ...]
    """Items of the latest version that can't be compared with the baseline."""
    how: str


class Wave(NamedTuple):
    """One wave's results, what it asked, and its items by the ids that they have in the latest version."""

    results: AuditResults | SurveyResults
    questionnaire: Questionnaire
    comparable: Mapping[str, str]
    """Item of its version to item of the latest one (questionnaires/versions.py)."""


def trend_of(waves: Sequence[Wave]) -> Trend | None:
    """`waves` oldest first, all self-audits or all surveys; None with fewer than two.

    Source of the test between survey waves: Welch (1947) for each section, Benjamini & Hochberg (1995) over all.
    """
    if len(waves) < 2:
        return None
    latest = waves[-1]
    kept = frozenset.intersection(*(_comparable(wave, latest.questionnaire) for wave in waves))
    asked = scored_items(latest.questionnaire)
    sections = []
    tests = {}
    for section in latest.questionnaire.sections:
        items = [item.id for item in asked[section.id] if item.id in kept]
        if not asked[section.id]:
            continue
        means = [_mean(wave, section.id, items) for wave in waves]
        points = tuple(
            Point(
                audit=wave.results.audit,
                wave=wave.results.wave,
                score=None if mean is None else to_two_decimals(Fraction(mean.value)),
                margin=None if mean is None or not mean.error else to_two_decimals(Fraction(margin_of(mean))),
            )
            for wave, mean in zip(waves, means, strict=True)
        )
        one = SectionTrend(id=section.id, title=section.title, items=len(items), points=points)
        if means[0] is None or means[-1] is None:
            sections.append(one.model_copy(update={"reason": _why_not(items, means, waves)}))
            continue
        gap = welch(means[0], means[-1])
        if isinstance(latest.results, SurveyResults):
            tests[section.id] = gap.p
            uncertainty = to_two_decimals(Fraction(gap.high - gap.value))
        else:
            uncertainty = _one_answer(latest.questionnaire, items)
        difference = to_two_decimals(Fraction(str(points[-1].score)) - Fraction(str(points[0].score)))
        sections.append(one.model_copy(update={"difference": difference, "uncertainty": uncertainty}))
    return Trend(
        baseline=waves[0].results.wave,
        latest=latest.results.wave,
        sections=tuple(_called(one, believable(tests), bool(tests)) for one in sections),
        left_out=tuple(item.id for items in asked.values() for item in items if item.id not in kept),
        how=SURVEY if isinstance(latest.results, SurveyResults) else SELF_AUDIT,
    )


def _comparable(wave: Wave, latest: Questionnaire) -> frozenset[str]:
    """Ids of the latest version whose levels counted the same in that wave."""
    then, now = levels_of(wave.questionnaire), levels_of(latest)
    return frozenset(new for old, new in wave.comparable.items() if then.get(old) and then[old] == now.get(new))


def _mean(wave: Wave, section: str, items: Sequence[str]) -> Mean | None:
    """A section's score over these items, which bear the ids of the latest version."""
    then = {new: old for old, new in wave.comparable.items()}
    names = [then[item] for item in items]
    if isinstance(wave.results, AuditResults):
        return _of_self_audit(wave.results, wave.questionnaire, names)
    return _of_survey(wave.results, wave.questionnaire, section, names)


def _of_self_audit(results: AuditResults, questionnaire: Questionnaire, names: Iterable[str]) -> Mean | None:
    wanted = frozenset(names)
    found = [item for item in results.items if item.id in wanted]
    levels = [
        (Fraction(item.score), Fraction(questionnaire.items_by_id[item.id].weight))
        for item in found
        if item.score is not None
    ]
    score = exact_score(levels, sum(item.reason != "not_applicable" for item in found))
    return None if score is None else Mean(float(score), 0.0, 1)


def _of_survey(results: SurveyResults, questionnaire: Questionnaire, section: str, names: Sequence[str]) -> Mean | None:
    """The section as shown, where these are all of its items; else the mean of the items that are shown.

    Items of one section go together, so the error of their mean is at most the mean of their errors: it is taken as
    that large.
    """
    shown = next((one for one in results.sections if one.id == section), None)
    asked = next((one.items for one in questionnaire.sections if one.id == section), ())
    if shown is not None and {item.id for item in asked if item.id in _scored(questionnaire)} == set(names):
        if shown.score is None or shown.margin is None or not shown.n:
            return None
        return from_margin(shown.score, shown.margin, shown.n)
    by_id = {item.id: item for item in results.items}
    items = [by_id[name] for name in names]
    if not items or any(item.score is None or item.margin is None or not item.n for item in items):
        return None
    weights = [questionnaire.items_by_id[item.id].weight for item in items]
    means = [from_margin(item.score or 0.0, item.margin or 0.0, item.n or 2) for item in items]
    whole = sum(weights)
    if not whole:
        return None
    return Mean(
        value=sum(mean.value * weight for mean, weight in zip(means, weights, strict=True)) / whole,
        error=sum(mean.error * weight for mean, weight in zip(means, weights, strict=True)) / whole,
        n=min(mean.n for mean in means),
    )


def _scored(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(item.id for items in scored_items(questionnaire).values() for item in items)


def _one_answer(questionnaire: Questionnaire, items: Sequence[str]) -> float:
    """How far one answer, moved to the next level, moves the section: the heaviest by its widest step."""
    weights = [Fraction(questionnaire.items_by_id[item].weight) for item in items]
    steps = []
    for item, weight in zip(items, weights, strict=True):
        scale = sorted(set(levels_of(questionnaire)[item].values()))
        widest = max((high - low for low, high in pairwise(scale)), default=Fraction())
        steps.append(widest * weight / sum(weights))
    return to_two_decimals(max(steps))


def _called(one: SectionTrend, believed: frozenset[str], surveyed: bool) -> SectionTrend:
    if one.difference is None or one.uncertainty is None:
        return one
    clear = one.id in believed if surveyed else abs(one.difference) > one.uncertainty
    first, last = one.points[0], one.points[-1]
    called: Called = "no clear change" if not clear else "higher" if one.difference > 0 else "lower"
    words: Mapping[Called, str] = {
        "no clear change": _("{section}: no clear change since {round} (from {first} to {last}, ± {margin})."),
        "higher": _("{section} is higher than in {round} (from {first} to {last}, ± {margin})."),
        "lower": _("{section} is lower than in {round} (from {first} to {last}, ± {margin})."),
    }
    said = words[called].format(
        section=one.title,
        round=first.wave,
        first=one_decimal(first.score),
        last=one_decimal(last.score),
        margin=one_decimal(one.uncertainty),
    )
    return one.model_copy(update={"called": called, "sentence": said})


def _why_not(items: Sequence[str], means: Sequence[Mean | None], waves: Sequence[Wave]) -> str:
    if not items:
        return _("None of its items stayed comparable.")
    if means[-1] is None:
        return _("{wave} has no score for it over the comparable items.").format(wave=waves[-1].results.wave)
    return _("{wave} has no score for it over the comparable items.").format(wave=waves[0].results.wave)
