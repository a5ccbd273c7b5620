"""Suggestions: three to five priorities that the results speak for, each with its reason; the user decides.

A priority is the lowest items of one section, taken together. A whole section is too wide to be finished in a year, and
a single item too narrow to be led by somebody and read by governors; items of one section share the people, the
meetings and the evidence, so raising them is one piece of work.
"""

from collections.abc import Sequence

from audit_app.language import _
from audit_app.plans.raising import looks_like, low_items, middle, next_level, scored_items
from audit_app.plans.suggestion_words import baseline, target, title, why
from audit_app.questionnaires.model import Questionnaire, SuggestedAction
from audit_app.responses.model import Frozen
from audit_app.results.model import AuditResults, ItemResult, SectionResult
from audit_app.shortening import on_one_line

FEWEST = 3
MOST = 5
"""Governors can follow three to five priorities (field notes, “What governors need from a plan”)."""

ITEMS_IN_ONE = 3
"""More than three items at once is a section again."""

ACTIONS_IN_ONE = 5


class SuggestedStep(Frozen):
    """One action of the questionnaire, for one of the items."""

    item: str
    action: str
    """The suggested action's id; empty when the questionnaire has none for this level."""
    text: str
    first_step: str = ""
    leave: str = ""
    """Whose leave it needs: none, head or board."""
    weeks: int | None = None


class Suggestion(Frozen):
    """A priority that the results speak for."""

    section: str
    items: tuple[str, ...]
    """Lowest first."""
    title: str
    why: str
    """The audit's evidence, with its figures."""
    objective: str
    baseline: str
    target: str
    actions: tuple[SuggestedStep, ...]
    criteria: tuple[str, ...]
    """What the next level of each item looks like."""


def suggestions(questionnaire: Questionnaire, results: AuditResults) -> tuple[Suggestion, ...]:
    """One for each section whose mean is in the lower half of the scale, at least three and at most five.

    The lowest section comes first; at the same score the one with more items at a low level, then the order asked.
    Sections without a score come last, and one in which every answer is at the top level is never suggested, so there
    are fewer than three where too little is answered or too little is left to raise.
    """
    found = [
        (section, lowest) for section in results.sections if (lowest := _to_raise(questionnaire, results, section))
    ]
    found.sort(
        key=lambda pair: (pair[0].score is None, pair[0].score or 0.0, -len(low_items(questionnaire, results, pair[0])))
    )
    wanted = sum(_is_low(questionnaire, section, lowest[0]) for section, lowest in found)
    return tuple(
        _suggestion(questionnaire, results, section, lowest)
        for section, lowest in found[: min(max(wanted, FEWEST), MOST)]
    )


def _is_low(questionnaire: Questionnaire, section: SectionResult, item: ItemResult) -> bool:
    return section.score is not None and section.score < middle(questionnaire, item)


def _to_raise(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> tuple[ItemResult, ...]:
    """The items at the low levels, or else those just below the top; lowest first."""
    below_the_top = [item for item in scored_items(results, section) if next_level(questionnaire, item)]
    below_the_top.sort(key=lambda item: item.score or 0.0)
    low = [item for item in below_the_top if (item.score or 0.0) < middle(questionnaire, item)]
    return tuple(low or below_the_top)[:ITEMS_IN_ONE]


def _suggestion(
    questionnaire: Questionnaire, results: AuditResults, section: SectionResult, lowest: Sequence[ItemResult]
) -> Suggestion:
    return Suggestion(
        section=section.id,
        items=tuple(item.id for item in lowest),
        title=title(section, lowest[0]),
        why=why(questionnaire, results, section),
        objective=_("This is to be true of our school: {statements}").format(
            statements=" ".join(f"“{on_one_line(item.text, 299)}”" for item in lowest)
        ),
        baseline=baseline(questionnaire, section, lowest),
        target=target(questionnaire, results, section, lowest),
        actions=_actions(questionnaire, lowest),
        criteria=tuple(
            looks_like(questionnaire, item, option) for item in lowest if (option := next_level(questionnaire, item))
        ),
    )


def _actions(questionnaire: Questionnaire, lowest: Sequence[ItemResult]) -> tuple[SuggestedStep, ...]:
    """The first action of each item before the second of any."""
    found = [
        [_step(item, action) for action in questionnaire.actions_for(item.id, item.option)]
        or _next_step(questionnaire, item)
        for item in lowest
    ]
    longest = max(map(len, found), default=0)
    turns = (steps[turn] for turn in range(longest) for steps in found if turn < len(steps))
    return tuple(turns)[:ACTIONS_IN_ONE]


def _step(item: ItemResult, action: SuggestedAction) -> SuggestedStep:
    return SuggestedStep(
        item=item.id,
        action=action.id,
        text=action.text,
        first_step=action.first_step,
        leave=action.leave,
        weeks=action.weeks,
    )


def _next_step(questionnaire: Questionnaire, item: ItemResult) -> list[SuggestedStep]:
    option = next_level(questionnaire, item)
    if option is None:
        return []
    wanted = looks_like(questionnaire, item, option)
    text = _("Agree what it would take to reach level {code} ({label}): {wanted}").format(
        code=option.code, label=option.label, wanted=wanted
    )
    return [SuggestedStep(item=item.id, action="", text=text)]
