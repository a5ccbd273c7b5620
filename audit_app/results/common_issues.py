"""Common issues: where a third of the schools or more report a need, whatever their reputation; and who offers what."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from audit_app.language import _
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.regional import listed, plain
from audit_app.results.partnership_model import CommonIssue, Offer, SharedItem, Wish
from audit_app.results.provision import AreaAnswer

SHARED_BY = Fraction(1, 3)
"""Of the schools that said something. Source: the third is the mission's own; “look for common issues regardless of
reputation” (field notes, article 2)."""
FEWEST = 2
"""What one school alone reports is not common."""

Levels = Mapping[str, Mapping[str, float]]
"""School to item to level."""


def is_common(reporting: int, of: int) -> bool:
    return reporting >= FEWEST and reporting >= SHARED_BY * of


def low_below(questionnaire: Questionnaire, item: Item) -> Fraction:
    """The middle of the item's scale: a level below it is low."""
    scores = [Fraction(option.score) for option in questionnaire.options_of(item) if option.score is not None]
    return (min(scores) + max(scores)) / 2


def issues_of_sections(
    questionnaire: Questionnaire, scores: Mapping[str, Mapping[str, float | None]], levels: Levels
) -> tuple[CommonIssue, ...]:
    """From section scores by school: a school reports a need where its score lies below the middle of the scale.

    The widest shared first, then in the order asked.
    """
    found = []
    for section in questionnaire.sections:
        scored = [item for item in section.items if any(item.id in given for given in levels.values())]
        said = {school: score for school, given in scores.items() if (score := given.get(section.id)) is not None}
        middle = float(min((low_below(questionnaire, item) for item in scored), default=0))
        low = sorted(school for school, score in said.items() if score < middle)
        if is_common(len(low), len(said)):
            items = _low_items(questionnaire, scored, levels)
            sentence = _("{count} of {of} schools score “{section}” below {middle}.").format(
                count=len(low), of=len(said), section=section.title, middle=plain(middle)
            )
            found.append(
                CommonIssue(
                    id=section.id, title=section.title, schools=tuple(low), of=len(said), items=items, sentence=sentence
                )
            )
    return _widest_first(found)


def issues_of_areas(
    questionnaire: Questionnaire, provision: Mapping[str, Mapping[str, AreaAnswer]], levels: Levels
) -> tuple[CommonIssue, ...]:
    """From provision audits: a school reports a need where it wants help, or is weak in what matters to it."""
    found = []
    for section in questionnaire.sections:
        said = {school: area for school, areas in provision.items() if (area := areas.get(section.id)) and area.said}
        needing = sorted(school for school, area in said.items() if area.needs)
        if is_common(len(needing), len(said)):
            scored = [item for item in section.items if any(item.id in given for given in levels.values())]
            offers = tuple(sorted(school for school, area in said.items() if area.offers))
            if offers:
                helped = _("{schools} could help.").format(schools=listed(offers))
            else:
                helped = _("No school offers to help with it yet.")
            found.append(
                CommonIssue(
                    id=section.id,
                    title=section.title,
                    schools=tuple(needing),
                    of=len(said),
                    items=_low_items(questionnaire, scored, levels),
                    offers=offers,
                    sentence=_("{count} of {of} schools need help with it. {helped}").format(
                        count=len(needing), of=len(said), helped=helped
                    ),
                )
            )
    return _widest_first(found)


def register_of(questionnaire: Questionnaire, provision: Mapping[str, Mapping[str, AreaAnswer]]) -> tuple[Offer, ...]:
    """The shared-provision register: every offer, in the order asked and of the schools' names."""
    return tuple(
        Offer(
            school=school,
            area=section.id,
            title=section.title,
            capacity=area.capacity,
            on_conditions=area.on_conditions,
            level=area.highest,
            evidenced=area.evidenced,
            wanted_by=tuple(
                sorted(
                    other
                    for other, areas in provision.items()
                    if other != school and (theirs := areas.get(section.id)) is not None and theirs.wants
                )
            ),
        )
        for section in questionnaire.sections
        for school in sorted(provision)
        if (area := provision[school].get(section.id)) is not None and area.offers
    )


def wishes_of(questionnaire: Questionnaire, provision: Mapping[str, Mapping[str, AreaAnswer]]) -> tuple[Wish, ...]:
    """Every area in which some school wants help, in the order asked; a school's own offer doesn't meet its wish."""
    found = []
    for section in questionnaire.sections:
        said = {school: area for school in sorted(provision) if (area := provision[school].get(section.id)) is not None}
        wanting = tuple(school for school, area in said.items() if area.wants)
        if wanting:
            offering = tuple(school for school, area in said.items() if area.offers and {*wanting} != {school})
            now = tuple(school for school in wanting if said[school].wants_now)
            found.append(Wish(area=section.id, title=section.title, schools=wanting, now=now, offered_by=offering))
    return tuple(found)


def _low_items(questionnaire: Questionnaire, items: Sequence[Item], levels: Levels) -> tuple[SharedItem, ...]:
    """Those that are low in a third of the schools that answered them, the most shared first."""
    found = []
    for item in items:
        middle = float(low_below(questionnaire, item))
        said = {school: given[item.id] for school, given in levels.items() if item.id in given}
        low = tuple(sorted(school for school, level in said.items() if level < middle))
        if is_common(len(low), len(said)):
            found.append(SharedItem(id=item.id, text=item.text, schools=low))
    return tuple(sorted(found, key=lambda one: -len(one.schools)))


def _widest_first(found: Sequence[CommonIssue]) -> tuple[CommonIssue, ...]:
    return tuple(sorted(found, key=lambda one: -Fraction(len(one.schools), one.of)))
