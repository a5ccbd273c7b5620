"""Scores: from answers to what a section says, and when it may not say anything."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption, Section
from audit_app.responses.standing import NOTHING, Standing
from audit_app.results.model import ItemResult, SectionResult

SMALLEST_PART = Fraction(1, 2)
"""Of the items that apply, at least this part must count: below it, missing answers weigh more than given ones."""

NO_OPTION: tuple[ResponseOption | None, float | None] = (None, None)


def is_scored(questionnaire: Questionnaire, item: Item) -> bool:
    """Only an item with a score for at least one of its options is counted; words, days and notes are not."""
    return item.id in questionnaire.score_ranges


def item_result(questionnaire: Questionnaire, item: Item, standing: Standing) -> ItemResult:
    """What stands for one item; an option that it doesn't offer counts as no answer."""
    given = standing.answer
    offered = questionnaire.choices[item.id]
    option, score = offered.get(given.option, NO_OPTION) if given and given.option else NO_OPTION
    return ItemResult(
        id=item.id,
        section=questionnaire.section_of[item.id].id,
        text=item.text,
        option=option.code if option else None,
        label=option.label if option else None,
        score=score,
        reason=given.reason if given else None,
        evidence=len(standing.evidence),
        contested=bool(standing.rivals),
    )


def section_result(
    questionnaire: Questionnaire,
    section: Section,
    stands: Mapping[str, Standing],
    hidden: frozenset[str] = frozenset(),
) -> SectionResult:
    """A section's score, or why it has none, with every scored item that is shown accounted for."""
    asked = [item for item in section.items if is_scored(questionnaire, item) and item.id not in hidden]
    found = {item.id: item_result(questionnaire, item, stands.get(item.id, NOTHING)) for item in asked}
    return section_from(questionnaire, section, found)


def section_from(questionnaire: Questionnaire, section: Section, found: Mapping[str, ItemResult]) -> SectionResult:
    """The same from what stands for its items, by their ids; those that are not there were not asked."""
    asked = [item for item in section.items if item.id in found]
    items = [found[item.id] for item in asked]
    levels = [(one.score, item.weight) for item, one in zip(asked, items, strict=True) if one.score is not None]
    not_applicable = sum(item.reason == "not_applicable" for item in items)
    score = section_score(levels, applicable=len(items) - not_applicable)
    codes = dict.fromkeys(code for item in asked for code in questionnaire.choices[item.id])
    given = Counter(item.option for item in items)
    return SectionResult(
        id=section.id,
        title=section.title,
        score=score,
        n=len(levels),
        items=len(items),
        missing=sum(item.option is None and item.reason is None and not item.contested for item in items),
        not_applicable=not_applicable,
        prefer_not_to_say=sum(item.reason == "prefer_not_to_say" for item in items),
        contested=sum(item.contested for item in items),
        unscored=sum(item.option is not None and item.score is None for item in items),
        distribution={code: given[code] for code in codes},
        evidenced=sum(item.score is not None and item.evidence > 0 for item in items),
        reason=None if score is not None else _why_none(len(levels), len(items) - not_applicable),
    )


def section_score(levels: Sequence[tuple[float, float]], applicable: int) -> float | None:
    """Mean level of the answers that count, to two decimals; None when fewer than half of the items that apply count.

    `levels` are pairs of a level and its item's weight. An item counts when it has an answer with a score. One that
    does not apply leaves the items to be counted; one that is missing, contested or that the school prefers not to
    answer stays among them.
    Source: mean and distribution by section are what the partnership instruments report (field notes, “Statistics the
    field uses”); the half is this app's own rule (design: “none when fewer than half of the items count”).
    """
    if all(level % 1 == 0 == weight % 1 for level, weight in levels):
        weights = sum(int(weight) for _, weight in levels)  # as nearly always, and ten times as quick as fractions
        if not weights or len(levels) < SMALLEST_PART * applicable:
            return None
        return to_two_decimals(Fraction(sum(int(level) * int(weight) for level, weight in levels), weights))
    score = exact_score([(Fraction(level), Fraction(weight)) for level, weight in levels], applicable)
    return None if score is None else to_two_decimals(score)


def exact_score(levels: Sequence[tuple[Fraction, Fraction]], applicable: int) -> Fraction | None:
    """The same before it is rounded: one colleague's score of a section, of which surveys take the mean."""
    weight = sum((weight for _, weight in levels), Fraction())
    if not weight or len(levels) < SMALLEST_PART * applicable:
        return None
    return sum((level * weight for level, weight in levels), Fraction()) / weight


def mean(values: Iterable[float | Fraction]) -> float:
    """Arithmetic mean, to two decimals."""
    exact = [Fraction(value) for value in values]
    return to_two_decimals(sum(exact, Fraction()) / len(exact))


def to_two_decimals(value: Fraction) -> float:
    """Rounded once, here, where figures leave for files, screens and papers; a half goes up, as taught in school."""
    return floor(value * 100 + Fraction(1, 2)) / 100


def _why_none(n: int, applicable: int) -> str:
    if not applicable:
        return _("None of its items applies to this school.")
    needed = ceil(SMALLEST_PART * applicable)
    if not n:
        return _("No item has an answer that counts; a score needs at least {needed}.").format(needed=needed)
    return ngettext(
        "Only {count} of the {applicable} items that apply has an answer that counts; a score needs at least {needed}.",
        "Only {count} of the {applicable} items that apply have an answer that counts; a score needs at least "
        "{needed}.",
        n,
    ).format(count=n, applicable=applicable, needed=needed)
