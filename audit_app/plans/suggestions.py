"""Suggestions: three to five priorities that the results speak for, each with its reason; the user decides.

A priority is the lowest items of one section, taken together. A whole section is too wide to be finished in a year, and
a single item too narrow to be led by somebody and read by governors; items of one section share the people, the
meetings and the evidence, so raising them is one piece of work.
"""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Questionnaire, ResponseOption, SuggestedAction
from audit_app.regional import either, listed, plain
from audit_app.responses.model import Frozen
from audit_app.results.figures import one_decimal
from audit_app.results.model import AuditResults, ItemResult, SectionResult
from audit_app.results.scores import section_score

FEWEST = 3
MOST = 5
"""Governors can follow three to five priorities (field notes, “What governors need from a plan”)."""

ITEMS_IN_ONE = 3
"""More than three items at once is a section again."""

ACTIONS_IN_ONE = 5

ORDINALS = (_("lowest"), _("second lowest"), _("third lowest"), _("fourth lowest"), _("fifth lowest"))


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
        key=lambda pair: (pair[0].score is None, pair[0].score or 0.0, -len(_low(questionnaire, results, pair[0])))
    )
    wanted = sum(_is_low(questionnaire, section, lowest[0]) for section, lowest in found)
    return tuple(
        _suggestion(questionnaire, results, section, lowest)
        for section, lowest in found[: min(max(wanted, FEWEST), MOST)]
    )


def _is_low(questionnaire: Questionnaire, section: SectionResult, item: ItemResult) -> bool:
    return section.score is not None and section.score < _middle(questionnaire, item)


def _to_raise(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> tuple[ItemResult, ...]:
    """The items at the low levels, or else those just below the top; lowest first."""
    below_the_top = [item for item in _scored_items(results, section) if _next_level(questionnaire, item)]
    below_the_top.sort(key=lambda item: item.score or 0.0)
    low = [item for item in below_the_top if (item.score or 0.0) < _middle(questionnaire, item)]
    return tuple(low or below_the_top)[:ITEMS_IN_ONE]


def _suggestion(
    questionnaire: Questionnaire, results: AuditResults, section: SectionResult, lowest: Sequence[ItemResult]
) -> Suggestion:
    return Suggestion(
        section=section.id,
        items=tuple(item.id for item in lowest),
        title=_title(section, lowest[0]),
        why=_why(questionnaire, results, section),
        objective=_("This is to be true of our school: {statements}").format(
            statements=" ".join(f"“{_short(item.text, 300)}”" for item in lowest)
        ),
        baseline=_baseline(questionnaire, section, lowest),
        target=_target(questionnaire, results, section, lowest),
        actions=_actions(questionnaire, lowest),
        criteria=tuple(
            _looks_like(questionnaire, item, option.code)
            for item in lowest
            if (option := _next_level(questionnaire, item))
        ),
    )


def _title(section: SectionResult, item: ItemResult) -> str:
    statement = _short(item.text.rstrip(". "), 190 - len(section.title))
    return f"{section.title}: {_lower_first(statement)}"[:200]


def _why(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> str:
    low = len(_low(questionnaire, results, section))
    unshown = section.n - section.evidenced
    if section.score is None:
        first = ngettext(
            "{section} has no score yet: {count} of its {items} counts.",
            "{section} has no score yet: {count} of its {items} count.",
            section.n,
        ).format(section=section.title, count=section.n, items=_items_in_words(section.items))
    else:
        # Translators: “Trust scored 2.6, the second lowest of five sections.”
        first = _("{section} scored {score}, {rank}.").format(
            section=section.title, score=one_decimal(section.score), rank=_rank(results, section)
        )
    # Translators: “3 of 7 statements are at level 1 or 2; no evidence for 5.”
    second = (
        ngettext("{count} of {items} is {where}; {shown}.", "{count} of {items} are {where}; {shown}.", low)
        if low
        else _("None of {items} is {where}; {shown}.")
    )
    shown = _("no evidence for {count}").format(count=unshown) if unshown else _("every answer has evidence")
    where, items = _low_levels(questionnaire, section), _items_in_words(section.items)
    return f"{first} {second.format(count=low, items=items, where=where, shown=shown)}"


def _low_levels(questionnaire: Questionnaire, section: SectionResult) -> str:
    """“at level 1 or 2” where all items share the questionnaire's scale."""
    scores = [option.score for option in questionnaire.scale if option.score is not None]
    asked = [
        item
        for item in next(one for one in questionnaire.sections if one.id == section.id).items
        if item.kind == "level"
    ]
    if not scores or any(item.scale or item.options or item.reverse for item in asked):
        return _("in the lower half of the scale")
    middle = (min(scores) + max(scores)) / 2
    codes = [option.code for option in questionnaire.scale if option.score is not None and option.score < middle]
    return _("at level {levels}").format(levels=either(codes))


def _rank(results: AuditResults, section: SectionResult) -> str:
    scores = [one.score for one in results.sections if one.score is not None]
    if len(scores) == 1:
        return _("the only section with a score")
    lower = sum(score < (section.score or 0.0) for score in scores)
    equal = scores.count(section.score or 0.0) > 1
    place = _("number {number} from the bottom").format(number=lower + 1)
    if lower < len(ORDINALS):
        place = ORDINALS[lower]
    if section.score == max(scores) and not equal:
        place = _("highest")
    # Translators: “the second lowest of five sections”; the place is “lowest”, “second lowest”, … or “highest”.
    words = _("the equal {place} of {count} sections") if equal else _("the {place} of {count} sections")
    return words.format(place=place, count=_in_words(len(scores)))


def _baseline(questionnaire: Questionnaire, section: SectionResult, lowest: Sequence[ItemResult]) -> str:
    top = max(score for score, _ in _levels(questionnaire, lowest[0]))
    score = _("no score yet")
    if section.score is not None:
        score = _("{score} out of {highest}").format(score=one_decimal(section.score), highest=plain(top))
    levels = [_("level {level} ({label})").format(level=item.option, label=item.label) for item in lowest]
    return ngettext(
        "{section}: {score}. The statement stands at {levels}.",
        "{section}: {score}. These statements stand at {levels}.",
        len(levels),
    ).format(section=section.title, score=score, levels=listed(levels))


def _target(
    questionnaire: Questionnaire, results: AuditResults, section: SectionResult, lowest: Sequence[ItemResult]
) -> str:
    """One level up for each item, and the section's score if nothing else changes."""
    count = len(lowest)
    raised = {
        item.id: questionnaire.score_of(questionnaire.items_by_id[item.id], option.code)
        for item in lowest
        if (option := _next_level(questionnaire, item))
    }
    levels = [
        (raised.get(item.id) or item.score or 0.0, questionnaire.items_by_id[item.id].weight)
        for item in _scored_items(results, section)
    ]
    after = section_score(levels, applicable=len(levels))
    if section.score is None or after is None:
        return ngettext(
            "At the next audit this statement is at least one level higher.",
            "At the next audit each of these {count} statements is at least one level higher.",
            count,
        ).format(count=count)
    return ngettext(
        "At the next audit this statement is at least one level higher, which brings {section} from {now} to {then}.",
        "At the next audit each of these {count} statements is at least one level higher, which brings {section} from "
        "{now} to {then}.",
        count,
    ).format(count=count, section=_lower_first(section.title), now=one_decimal(section.score), then=one_decimal(after))


def _actions(questionnaire: Questionnaire, lowest: Sequence[ItemResult]) -> tuple[SuggestedStep, ...]:
    """The first action of each item before the second of any."""
    found = [
        [
            _step(item, action)
            for action in questionnaire.items_by_id[item.id].actions
            if item.option in action.for_levels
        ]
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
    option = _next_level(questionnaire, item)
    if option is None:
        return []
    wanted = _looks_like(questionnaire, item, option.code)
    text = _("Agree what it would take to reach level {code} ({label}): {wanted}").format(
        code=option.code, label=option.label, wanted=wanted
    )
    return [SuggestedStep(item=item.id, action="", text=text)]


def _looks_like(questionnaire: Questionnaire, result: ItemResult, code: str | None) -> str:
    """The descriptor of that level, or its label where the item has none."""
    item = questionnaire.items_by_id[result.id]
    labels = {option.code: option.label for option in questionnaire.options_of(item)}
    return item.descriptors.get(code or "", labels.get(code or "", ""))


def _next_level(questionnaire: Questionnaire, item: ItemResult) -> ResponseOption | None:
    """The option that counts next more than the one given; None at the top."""
    higher = [pair for pair in _levels(questionnaire, item) if item.score is not None and pair[0] > item.score]
    return min(higher, key=lambda pair: pair[0])[1] if higher else None


def _middle(questionnaire: Questionnaire, item: ItemResult) -> float:
    scores = [score for score, _ in _levels(questionnaire, item)]
    return (min(scores) + max(scores)) / 2


def _levels(questionnaire: Questionnaire, result: ItemResult) -> list[tuple[float, ResponseOption]]:
    """The item's options that have a score, with what each counts."""
    item = questionnaire.items_by_id[result.id]
    pairs = ((questionnaire.score_of(item, option.code), option) for option in questionnaire.options_of(item))
    return [(score, option) for score, option in pairs if score is not None]


def _scored_items(results: AuditResults, section: SectionResult) -> list[ItemResult]:
    return [item for item in results.items if item.section == section.id and item.score is not None]


def _low(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> list[ItemResult]:
    return [item for item in _scored_items(results, section) if (item.score or 0.0) < _middle(questionnaire, item)]


def _in_words(count: int) -> str:
    words = (_("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"))
    return words[count - 2] if 2 <= count <= 9 else str(count)


def _items_in_words(count: int) -> str:
    return ngettext("{count} statement", "{count} statements", count).format(count=count)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _lower_first(text: str) -> str:
    """“We can…” becomes “we can…”; an abbreviation such as SEN, and the word I, stay as they are."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == "’" else text
