"""Suppression: which sections, items and groups of a survey wave may be shown, and what is withheld with them.

The reasoning, which tests/results/test_disclosure.py checks against every table that fits what is shown:

1. Whatever is shown treats the colleagues of a block alike. A block is a group that is shown, or all groups that are
   not (their sum is what remains of the total). So a colleague’s answer can be told only where all of a block gave the
   same, and a block in which all gave an item the same is never shown.
2. A colleague who reads the results takes her own answer away. So where all but one of a block gave the same, the
   section of the groups is shown only if other tables have the same figures: if two colleagues of the block and two
   without could exchange their answers to two items, each keeping her section score.
3. Items of a section are withheld together with others that weigh and count the same, so that nobody can tell which of
   them has which answers: their sum, which remains of the section, is spread enough, and their means differ.

The rules rest on answers only where they must; sizes of groups are no secret.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from audit_app.questionnaires.model import Item, Section
from audit_app.results.scores import mean
from audit_app.results.survey_table import Cell, Person, Table, exchangeable

UNLIKE = 2
"""Answers that must differ from the commonest: with one, who gave it would know what all others said."""


@dataclass(frozen=True)
class SectionRuling:
    """What of a section may be shown."""

    shown: bool = False
    """Its score, its distribution and its counts."""
    items: frozenset[str] = frozenset()
    """Items that may be shown on their own."""
    groups: tuple[str, ...] = ()
    """Groups whose score may be shown."""
    spread: bool = False
    """Every block differs enough on every item, so that even agreement within groups tells nothing of anybody."""


NOTHING_SHOWN = SectionRuling()


class _Verdict(NamedTuple):
    holds: bool
    spread: bool


def withheld_by_size(sizes: Mapping[str, int], minimum: int) -> frozenset[str]:
    """Groups that are withheld in every section: those smaller than the minimum, and, while what remains of the total
    would still be too few people or a single group, the smallest others.
    """
    answered = sorted((size, group) for group, size in sizes.items() if size)
    if len(answered) == 1 and answered[0][0] >= minimum:
        return frozenset()
    withheld = [(size, group) for size, group in answered if size < minimum]
    waiting = [one for one in answered if one not in withheld]
    while withheld and waiting and (len(withheld) < 2 or sum(size for size, _ in withheld) < minimum):
        withheld.append(waiting.pop(0))
    return frozenset(group for _, group in withheld)


def rule(table: Table, section: Section, sizes: Mapping[str, int], minimum: int) -> SectionRuling:
    """`sizes` are the responses by group, in the order of the groups."""
    items = table.sections[section.id]
    scores = Counter(person.scores[section.id] for person in table.people if section.id in person.scores)
    if not items or total(scores) < minimum or unlike(scores) < UNLIKE:
        return NOTHING_SHOWN
    kept_back = _items_withheld(table, section, minimum)
    if kept_back is None:
        return NOTHING_SHOWN
    groups, spread = _groups_shown(table, section, kept_back, sizes, minimum)
    shown = frozenset(item.id for item in items) - {name for names in kept_back for name in names}
    return SectionRuling(shown=True, items=shown, groups=groups, spread=spread)


def _items_withheld(table: Table, section: Section, minimum: int) -> tuple[tuple[str, ...], ...] | None:
    """Sets of items that are withheld together; None when the section can't be shown either."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for item in table.sections[section.id]:
        alike.setdefault(exchangeable(table.questionnaire, section, item), []).append(item.id)
    found = []
    for names in alike.values():
        counts = {name: _levels_given(table, name, table.people) for name in names}
        ranks = {name: (total(counts[name]) >= minimum, unlike(counts[name])) for name in names}
        unsafe = [rank for rank in ranks.values() if not rank[0] or rank[1] < UNLIKE]
        if not unsafe:
            continue
        means = {name: _mean_level(table, name, counts[name]) for name in names}
        together = _enough_of(counts, ranks, means, max(unsafe), minimum)
        if together is None:
            return None
        found.append(together)
    return tuple(found)


def _enough_of(
    counts: Mapping[str, Counter[Cell]],
    ranks: Mapping[str, tuple[bool, int]],
    means: Mapping[str, float | None],
    first: tuple[bool, int],
    minimum: int,
) -> tuple[str, ...] | None:
    """The items most alike, up to the first rank at which their sum is spread: no one colleague could make up all of
    the difference, and their means are not all the same. Items of one rank go together, so that the order asked says
    nothing.
    """
    for rank in sorted({rank for rank in ranks.values() if rank >= first}):
        names = tuple(name for name in counts if ranks[name] <= rank)
        pooled: Counter[Cell] = sum((counts[name] for name in names), Counter())
        differ = len({means[name] for name in names}) > 1
        if differ and total(pooled) >= minimum and unlike(pooled) > len(names):
            return names
    return None


def _groups_shown(
    table: Table,
    section: Section,
    kept_back: Sequence[Sequence[str]],
    sizes: Mapping[str, int],
    minimum: int,
) -> tuple[tuple[str, ...], bool]:
    answered = [group for group, size in sizes.items() if size]
    by_size = withheld_by_size(sizes, minimum)
    open_to_show = [group for group in answered if group not in by_size]
    counted: dict[str, list[Person]] = {group: [] for group in answered}
    for person in table.people:
        if section.id in person.scores:
            counted[person.group].append(person)
    look = _Look(table, section, kept_back)
    verdicts = {group: look.at(counted[group], _others(counted, [group]), minimum) for group in open_to_show}
    rest = [group for group in answered if group in by_size or not verdicts[group].holds]
    if len(answered) == 1:  # what it says is the total, which is shown
        return tuple(open_to_show), all(verdicts[group].spread for group in open_to_show)
    while True:
        shown = [group for group in answered if group not in rest]
        there = [group for group in rest if counted[group]]
        if not there or not shown:
            return tuple(shown), bool(shown) and all(verdicts[group].spread for group in shown)
        remains = look.at([one for group in there for one in counted[group]], _others(counted, there), minimum)
        if len(there) > 1 and remains.holds:
            return tuple(shown), remains.spread and all(verdicts[group].spread for group in shown)
        rest.append(min(shown, key=lambda group: (len(counted[group]), group)))


@dataclass(frozen=True)
class _Look:
    """One section, to see whether the sum of a block may be known."""

    table: Table
    section: Section
    kept_back: Sequence[Sequence[str]]

    def at(self, block: Sequence[Person], outside: Sequence[Person], minimum: int) -> _Verdict:
        scores = Counter(person.scores[self.section.id] for person in block)
        if total(scores) < minimum or unlike(scores) < UNLIKE:
            return _Verdict(holds=False, spread=False)
        given = {item.id: _levels_given(self.table, item.id, block) for item in self.table.sections[self.section.id]}
        if any(levels and not unlike(levels) for levels in given.values()):
            return _Verdict(holds=False, spread=False)
        close = [item for item in self.table.sections[self.section.id] if unlike(given[item.id]) < UNLIKE]
        holds = all(self._could_be_otherwise(item, block, outside) for item in close)
        return _Verdict(holds, spread=not close and not self.kept_back)

    def _could_be_otherwise(self, item: Item, block: Sequence[Person], outside: Sequence[Person]) -> bool:
        """Whether all but one of a block, who gave an item the same, could have given something else for all that is
        shown: two of them, and two others, so that it holds for whoever knows one of these rows.
        """
        given = _levels_given(self.table, item.id, block)
        if not given:
            return True
        common = given.most_common(1)[0][0]
        same = [person for person in block if person.cells[item.id] == common]
        within = next((names for names in self.kept_back if item.id in names), ())
        if sum(any(person.cells[name] != common for name in within) for person in same) >= UNLIKE:
            return True
        mine: set[int] = set()
        theirs: set[int] = set()
        for at, person in enumerate(same):
            for other_at, other in enumerate(outside):
                if self._could_exchange(item, person, other):
                    mine.add(at)
                    theirs.add(other_at)
                    if len(theirs) >= UNLIKE:
                        break
            if len(mine) >= UNLIKE and len(theirs) >= UNLIKE:
                return True
        return False

    def _could_exchange(self, item: Item, one: Person, other: Person) -> bool:
        """Their answers to this item and to another of the section, each keeping her section score."""
        moved = self._moved(item, one, other)
        return bool(moved) and any(
            self._moved(second, one, other) == -moved
            for second in self.table.sections[self.section.id]
            if second.id != item.id
        )

    def _moved(self, item: Item, one: Person, other: Person) -> Fraction:
        levels = self.table.levels[item.id]
        mine, theirs = levels.get(one.cells[item.id]), levels.get(other.cells[item.id])
        return (theirs - mine) * Fraction(item.weight) if mine is not None and theirs is not None else Fraction()


def total(counts: Mapping[object, int] | Counter[Cell] | Counter[Fraction]) -> int:
    return sum(counts.values())


def unlike(counts: Mapping[object, int] | Counter[Cell] | Counter[Fraction]) -> int:
    """How many differ from the commonest."""
    return sum(counts.values()) - max(counts.values(), default=0)


def _levels_given(table: Table, item: str, people: Iterable[Person]) -> Counter[Cell]:
    """Levels only: “I cannot tell” and reasons for none say nothing that is averaged."""
    levels = table.levels[item]
    return Counter(cell for person in people if (cell := person.cells[item]) in levels)


def _mean_level(table: Table, item: str, given: Counter[Cell]) -> float | None:
    levels = [table.levels[item][cell] for cell in given.elements()]
    return mean(levels) if levels else None


def _others(counted: Mapping[str, Sequence[Person]], groups: Sequence[str]) -> list[Person]:
    return [person for group, people in counted.items() if group not in groups for person in people]
