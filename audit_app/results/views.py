"""Views: what leaders agreed in a self-audit, beside what colleagues said in a survey of the same items.

It is made from the survey's results as they are shown, so it tells nothing that they don't.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Frozen
from audit_app.results.comparing import Difference, Mean, believable, from_margin, welch
from audit_app.results.figures import one_decimal
from audit_app.results.model import AuditResults
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_model import SurveyResults
from audit_app.results.survey_table import levels_of, scored_items

MoreHopeful = Literal["leaders", "colleagues"]

HOW = _(
    "The self-audit is one agreed answer, so it has no sampling error; the uncertainty is the survey’s (Student 1908). "
    "A difference is called one where chance alone would rarely make it, counting that many are looked at: on average "
    "at most one in twenty of those called is chance (Benjamini & Hochberg 1995)."
)


class View(Frozen):
    """One section or item, seen by leaders and by colleagues."""

    id: str
    title: str
    """An item's is its text in the survey."""
    self_audit: float | None
    survey: float | None
    difference: float | None = None
    """The self-audit's level less the survey's."""
    margin: float | None = None
    """Half of the survey's 95 per cent interval."""
    more_hopeful: MoreHopeful | None = None
    """None where the difference could be chance."""
    sentence: str = ""
    reason: str | None = None
    """Why they can't be compared."""


class Views(Frozen):
    self_audit: str
    """The audits' ids."""
    survey: str
    sections: tuple[View, ...]
    items: tuple[View, ...]
    how: str = HOW


def views_of(asked: Questionnaire, audit: AuditResults, surveyed: Questionnaire, survey: SurveyResults) -> Views:
    """Sections and items that both have by the same id on the same scale; sections only where they ask the same.

    Source of the test: Student (1908) for each, Benjamini & Hochberg (1995) over all sections, and over all items.
    """
    mine, theirs = scored_items(asked), scored_items(surveyed)
    same = _same_items(asked, surveyed)
    sections = []
    for one in survey.sections:
        agreed = next((found for found in audit.sections if found.id == one.id), None)
        if agreed is None or not theirs[one.id]:
            continue
        names = [item.id for item in theirs[one.id]]
        if [item.id for item in mine[one.id]] != names or not same.issuperset(names):
            reason = _("The two questionnaires don’t ask the same in it.")
            sections.append(View(id=one.id, title=one.title, self_audit=agreed.score, survey=one.score, reason=reason))
            continue
        why = one.reason or agreed.reason
        sections.append(_view(one.id, one.title, agreed.score, one.score, one.margin, why))
    levels = {item.id: item for item in audit.items}
    items = [
        _view(one.id, one.text, levels[one.id].score, one.score, one.margin, one.reason)
        for one in survey.items
        if one.id in same and one.id in levels
    ]
    counts = {one.id: one.n or 0 for one in survey.sections} | {one.id: one.n or 0 for one in survey.items}
    return Views(
        self_audit=audit.audit,
        survey=survey.audit,
        sections=_judged(sections, counts),
        items=_judged(items, counts),
    )


def _same_items(first: Questionnaire, second: Questionnaire) -> frozenset[str]:
    """Items of the same id whose levels count the same, whatever else may be chosen."""
    mine, theirs = levels_of(first), levels_of(second)
    return frozenset(name for name in mine if mine[name] and mine[name] == theirs.get(name))


def _view(
    name: str, title: str, agreed: float | None, said: float | None, margin: float | None, why: str | None
) -> View:
    if agreed is None or said is None or margin is None:
        reason = why or _("The self-audit has no level for it.")
        return View(id=name, title=title, self_audit=agreed, survey=said, reason=reason)
    difference = to_two_decimals(Fraction(str(agreed)) - Fraction(str(said)))
    return View(id=name, title=title, self_audit=agreed, survey=said, difference=difference, margin=margin)


def _judged(views: list[View], counts: Mapping[str, int]) -> tuple[View, ...]:
    tests = {
        view.id: _test(view.self_audit, view.survey, view.margin, counts[view.id])
        for view in views
        if view.reason is None and view.self_audit is not None and view.survey is not None and view.margin is not None
    }
    called = believable({name: test.p for name, test in tests.items()})
    return tuple(_with_words(view, view.id in called) for view in views)


def _test(agreed: float, said: float, margin: float, n: int) -> Difference:
    return welch(from_margin(said, margin, n), Mean(agreed, 0.0, 1))


def _with_words(view: View, called: bool) -> View:
    if view.difference is None:
        return view
    who: MoreHopeful | None = None if not called else "leaders" if view.difference > 0 else "colleagues"
    words: Mapping[MoreHopeful | None, str] = {
        None: _("Leaders and colleagues see it about the same ({leaders} against {colleagues}, ± {margin})."),
        "leaders": _("Leaders are more hopeful than colleagues ({leaders} against {colleagues}, ± {margin})."),
        "colleagues": _("Colleagues are more hopeful than leaders ({leaders} against {colleagues}, ± {margin})."),
    }
    said = words[who].format(
        leaders=one_decimal(view.self_audit), colleagues=one_decimal(view.survey), margin=one_decimal(view.margin)
    )
    return view.model_copy(update={"more_hopeful": who, "sentence": said})
