"""An adversary who knows the rules, sees everything that is shown, and tries every table that could lie behind it.

Colleagues of a group can't be told apart in a table, so a table is a bag of rows for each group. Tables that give the
same results are one case: what is the same in all tables of a case is known to whoever sees its results.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, product

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Answer, Frozen
from audit_app.responses.survey import Group, Response, Terms
from audit_app.results.disclosure import Disclosed, seen_section, what_is_seen
from audit_app.results.scores import mean
from audit_app.results.suppression import SectionRuling
from audit_app.results.survey_model import SurveyResults
from audit_app.results.survey_results import results_from
from audit_app.results.survey_table import Blank, Cell, Person, Table, tabulate
from tests.builders import MORNING, an_audit, some_terms

Row = tuple[Cell, ...]
Bags = tuple[tuple[Row, ...], ...]
"""The rows of each group, sorted."""


@dataclass(frozen=True)
class World:
    """Everything that could be, and what is shown of it."""

    questionnaire: Questionnaire
    terms: Terms
    items: tuple[str, ...]
    cases: Mapping[str, Sequence[Bags]]
    """What is shown (as JSON) to all tables that show it."""


def every_table(
    questionnaire: Questionnaire, sizes: Mapping[str, int], cells: Sequence[Cell], minimum: int = 3
) -> World:
    """Of so many colleagues a group, each giving each item one of the cells."""
    items = tuple(item.id for item in questionnaire.items)
    terms = some_terms(
        groups=tuple(Group(id=group, title=group.title(), invited=size) for group, size in sizes.items()),
        minimum=minimum,
    )
    people = {
        (group, row): _person(questionnaire, items, group, row)
        for group in sizes
        for row in product(cells, repeat=len(items))
    }
    cases: dict[str, list[Bags]] = defaultdict(list)
    shown: dict[str, str] = {}
    audit = an_audit(questionnaire)
    for bags in _bags(sizes, cells, len(items)):
        rows = [people[group, row] for group, bag in zip(sizes, bags, strict=True) for row in bag]
        seen = what_is_seen(Table(questionnaire, tuple(rows)), sizes, minimum)
        key = repr((seen.sections, seen.together))
        if key not in shown:
            shown[key] = results_from(audit, questionnaire, terms, seen, 1, "closed").model_dump_json()
        cases[shown[key]].append(bags)
    return World(questionnaire, terms, items, cases)


def answers_known(world: World) -> list[str]:
    """Answers that are the same in every table of a case: known to an outsider who also knows the rules."""
    return [shown for shown, tables in world.cases.items() if any(_outsider_knows(world, tables))]


def answers_known_to_a_colleague(world: World) -> list[str]:
    """Answers that a colleague can tell who takes her own away, from every table with the figures that are shown.

    Few cases are left when she is given the rules too; for these she is asked again without them, because which
    tables would be withheld alike is more than the figures say.
    """
    found = []
    unhidden: dict[Bags, SurveyResults] = {}
    by_pooled: dict[frozenset[tuple[Cell, int]], list[Bags]] = defaultdict(list)
    for tables in world.cases.values():
        for bags in tables:
            by_pooled[_pooled(bags)].append(bags)
    for shown, tables in world.cases.items():
        if not any(_insider_knows(world, tables)):
            continue
        results = SurveyResults.model_validate_json(shown)
        for bags in by_pooled[_pooled(tables[0])]:
            if bags not in unhidden:
                unhidden[bags] = _unhidden(world, bags)
        alike = [bags for bags in by_pooled[_pooled(tables[0])] if _agrees(results, unhidden[bags])]
        if any(_insider_knows(world, alike)):
            found.append(shown)
    return found


def _pooled(bags: Bags) -> frozenset[tuple[Cell, int]]:
    return frozenset(Counter(cell for bag in bags for row in bag for cell in row).items())


def _unhidden(world: World, bags: Bags) -> SurveyResults:
    """The results of a table if nothing were withheld."""
    groups = [group.id for group in world.terms.groups]
    people = tuple(
        _person(world.questionnaire, world.items, group, row)
        for group, bag in zip(groups, bags, strict=True)
        for row in bag
    )
    table = Table(world.questionnaire, people)
    all_of_it = SectionRuling(shown=True, items=frozenset(world.items), groups=tuple(groups), spread=True)
    sections = {one.id: seen_section(table, one, all_of_it) for one in world.questionnaire.sections}
    sizes = {group.id: group.invited for group in world.terms.groups}
    seen = Disclosed(responses=sizes, sections=sections, together=(), why_not={})
    return results_from(an_audit(world.questionnaire), world.questionnaire, world.terms, seen, 1, "closed")


def _agrees(shown: SurveyResults, other: SurveyResults) -> bool:
    """Whether every figure that is shown is the same in the other."""
    pairs = zip((*shown.sections, *shown.items), (*other.sections, *other.items), strict=True)
    gaps = {(gap.section, gap.higher, gap.lower): (gap.difference, gap.interval, gap.p) for gap in other.gaps}
    return all(_same_figures(mine, theirs) for mine, theirs in pairs) and all(
        gaps.get((gap.section, gap.higher, gap.lower)) == (gap.difference, gap.interval, gap.p) for gap in shown.gaps
    )


def _same_figures(mine: Frozen, theirs: Frozen) -> bool:
    for name in type(mine).model_fields:
        value, other = getattr(mine, name), getattr(theirs, name)
        if name == "groups":
            if not all(_same_figures(one, two) for one, two in zip(value, other, strict=True)):
                return False
        elif name not in ("reason", "reliability") and value is not None and value != other:
            return False
    return True


def _outsider_knows(world: World, tables: Sequence[Bags]) -> Iterator[bool]:
    for group, item in product(range(len(tables[0])), range(len(world.items))):
        given = {row[item] for bags in tables for row in bags[group]}
        yield len(given) == 1 and not isinstance(next(iter(given)), Blank)


def _insider_knows(world: World, tables: Sequence[Bags]) -> Iterator[bool]:
    """She takes her own row away from each table that has it."""
    for own_group in range(len(tables[0])):
        left: dict[Row, list[Bags]] = defaultdict(list)
        for bags in tables:
            for own in set(bags[own_group]):
                rest = list(bags[own_group])
                rest.remove(own)
                left[own].append((*bags[:own_group], tuple(rest), *bags[own_group + 1 :]))
        for remaining in left.values():
            yield from _outsider_knows(world, remaining)


def values_known(world: World) -> list[str]:
    """Withheld scores that are the same in every table of a case. Where nobody gave an answer there is none to tell."""
    found = []
    levels = Table(world.questionnaire, ()).levels
    for shown, tables in world.cases.items():
        results = SurveyResults.model_validate_json(shown)
        for place in _withheld(results):
            value = _value(world, levels, place, tables[0])
            if value is not None and all(_value(world, levels, place, bags) == value for bags in tables):
                found.append(f"{place} is {value}: {shown}")
    return found


def _withheld(results: SurveyResults) -> Iterator[tuple[str, str]]:
    for item in results.items:
        if item.score is None:
            yield "item", item.id
    for section in results.sections:
        if section.score is None:
            yield "section", section.id
        for group in section.groups:
            if group.score is None and group.n:
                yield section.id, group.id


def _value(
    world: World, levels: Mapping[str, Mapping[Cell, Fraction]], place: tuple[str, str], bags: Bags
) -> float | None:
    """What would stand there if nothing were withheld."""
    groups = [group.id for group in world.terms.groups]
    people = [
        _person(world.questionnaire, world.items, group, row)
        for group, bag in zip(groups, bags, strict=True)
        for row in bag
    ]
    kind, name = place
    if kind == "item":
        given = [float(levels[name][one.cells[name]]) for one in people if one.cells[name] in levels[name]]
    elif kind == "section":
        given = [float(one.scores[name]) for one in people if name in one.scores]
    else:
        given = [float(one.scores[kind]) for one in people if one.group == name and kind in one.scores]
    return mean(given) if given else None


def _bags(sizes: Mapping[str, int], cells: Sequence[Cell], items: int) -> Iterator[Bags]:
    rows = list(product(cells, repeat=items))
    return product(*(list(combinations_with_replacement(rows, size)) for size in sizes.values()))


_PEOPLE: dict[tuple[str, tuple[str, ...], str, Row], Person] = {}


def _person(questionnaire: Questionnaire, items: tuple[str, ...], group: str, row: Row) -> Person:
    key = (questionnaire.fingerprint, items, group, row)
    if key not in _PEOPLE:
        given = _answers(items, row)
        response = Response.model_construct(id="0" * 32, group=group, given=MORNING.date(), answers=given)
        _PEOPLE[key] = tabulate(questionnaire, [response]).people[0]
    return _PEOPLE[key]


def _answers(items: Sequence[str], row: Row) -> dict[str, Answer]:
    return {
        item: Answer(reason="prefer_not_to_say") if cell is Blank.PREFER_NOT_TO_SAY else Answer(option=str(cell))
        for item, cell in zip(items, row, strict=True)
        if cell is not Blank.MISSING
    }
