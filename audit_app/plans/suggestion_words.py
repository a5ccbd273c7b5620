"""The sentences of a suggestion: its title, why it is made, where the school stands and what it aims at."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.plans.raising import levels_of, low_items, next_level, scored_items
from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import either, listed, plain
from audit_app.results.figures import one_decimal
from audit_app.results.model import AuditResults, ItemResult, SectionResult
from audit_app.results.scores import section_score
from audit_app.shortening import on_one_line

ORDINALS = (_("lowest"), _("second lowest"), _("third lowest"), _("fourth lowest"), _("fifth lowest"))


def title(section: SectionResult, item: ItemResult) -> str:
    statement = on_one_line(item.text.rstrip(". "), 189 - len(section.title))
    return f"{section.title}: {_lower_first(statement)}"[:200]


def why(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> str:
    low = len(low_items(questionnaire, results, section))
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


def baseline(questionnaire: Questionnaire, section: SectionResult, lowest: Sequence[ItemResult]) -> str:
    top = max(score for score, _ in levels_of(questionnaire, lowest[0]))
    score = _("no score yet")
    if section.score is not None:
        score = _("{score} out of {highest}").format(score=one_decimal(section.score), highest=plain(top))
    levels = [_("level {level} ({label})").format(level=item.option, label=item.label) for item in lowest]
    return ngettext(
        "{section}: {score}. The statement stands at {levels}.",
        "{section}: {score}. These statements stand at {levels}.",
        len(levels),
    ).format(section=section.title, score=score, levels=listed(levels))


def target(
    questionnaire: Questionnaire, results: AuditResults, section: SectionResult, lowest: Sequence[ItemResult]
) -> str:
    """One level up for each item, and the section's score if nothing else changes."""
    count = len(lowest)
    raised = {
        item.id: questionnaire.score_of(questionnaire.items_by_id[item.id], option.code)
        for item in lowest
        if (option := next_level(questionnaire, item))
    }
    levels = [
        (raised.get(item.id) or item.score or 0.0, questionnaire.items_by_id[item.id].weight)
        for item in scored_items(results, section)
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


def _in_words(count: int) -> str:
    words = (_("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"))
    return words[count - 2] if 2 <= count <= 9 else str(count)


def _items_in_words(count: int) -> str:
    return ngettext("{count} statement", "{count} statements", count).format(count=count)


def _lower_first(text: str) -> str:
    """“We can…” becomes “we can…”; an abbreviation such as SEN, and the word I, stay as they are."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == "’" else text
