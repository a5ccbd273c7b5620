"""Conditions in a file: what can't be read, names nobody has, circles, and items that nobody could ever see."""

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import chain, combinations, product
from math import prod

from audit_app.language import _
from audit_app.questionnaires.checking.findings import (
    Finding,
    Raw,
    codes_of,
    error,
    items_of,
    kind_of,
    name_of,
    objects,
    options_of,
    sections_of,
    warning,
)
from audit_app.questionnaires.checking.structure import did_you_mean
from audit_app.questionnaires.conditions import Compiled, ConditionError, compiled, literals_compared, names_in
from audit_app.questionnaires.model import CHOICE_KINDS

MOST_TRIED = 4096
"""Combinations of answers tried to see whether an item can be shown; with more it is taken to be reachable."""

MOST_TRIED_IN_ALL = 100_000
"""Of a whole file, some five seconds; what is left then is taken to be reachable. A form of 1,000 items needs a few
thousand, because the first answers that make a condition true end its search."""

MOST_CODES = 8
"""Of a multiple choice, whose every subset is tried."""

_ANY_WORDS = re.compile(r"""\$\{[^}]*\}\s*!?=\s*(''|"")|(''|"")\s*!?=\s*\$\{[^}]*\}""")
"""The question whether there is an answer at all."""


def logic(document: Raw) -> Iterator[Finding]:
    """Mistakes in `visible_if` and `checks`."""
    items = {name_of(item): item for _, item in items_of(document)}
    offered = {name: codes_of(options_of(document, item)) for name, item in items.items() if _is_choice(item)}
    readable: dict[str, Compiled] = {}
    for place, condition, in_check in _conditions(document):
        try:
            one = compiled(condition)
        except ConditionError as problem:
            yield error(place, str(problem), _("docs/conditions.md shows what may stand in a condition."))
            continue
        faults = tuple(_faults(place, one, items, offered, in_check))
        yield from faults
        if not in_check and all(fault.grade == "warning" for fault in faults):
            readable[place] = one
    conditions = dict(_by_item(document, readable))
    circles = tuple(_circles(conditions))
    for circle in circles:
        shown = " → ".join(f"“{name}”" for name in circle)
        place = next(place for place, item in items_of(document) if name_of(item) == circle[0])
        what = _("These conditions go round in a circle: {shown}.").format(shown=shown)
        yield error(f"{place}.visible_if", what, _("Let one of them not depend on the others."))
    if not circles:
        yield from _unreachable(document, conditions, items, offered)


def _is_choice(item: Raw) -> bool:
    return kind_of(item) in CHOICE_KINDS


def _conditions(document: Raw) -> Iterator[tuple[str, str, bool]]:
    """(place, condition, whether it is a check's) of everything that has one."""
    options = [*objects(document.get("scale"), "scale")]
    scales = document.get("scales")
    for name, scale in scales.items() if isinstance(scales, Mapping) else ():
        options += objects(scale, f"scales.{name}")
    for place, item in items_of(document):
        options += objects(item.get("options"), f"{place}.options")
    for place, raw in (*sections_of(document), *items_of(document), *options):
        if isinstance(condition := raw.get("visible_if"), str):
            yield f"{place}.visible_if", condition, False
    for place, item in items_of(document):
        for check_place, check in objects(item.get("checks"), f"{place}.checks"):
            if isinstance(condition := check.get("condition"), str):
                yield f"{check_place}.condition", condition, True


def _faults(
    place: str, condition: Compiled, items: Mapping[str, Raw], offered: Mapping[str, tuple[str, ...]], in_check: bool
) -> Iterator[Finding]:
    for name in sorted(condition.names - set(items)):
        yield error(
            place,
            _("There is no item “{name}”.").format(name=name),
            _("Use the id of an item.{did_you_mean}").format(did_you_mean=did_you_mean(name, list(items))),
        )
    for name in sorted(condition.names & set(items)):
        if kind_of(items[name]) == "note":
            yield warning(
                place, _("“{name}” is a note, so it is never answered.").format(name=name), _("Ask about another item.")
            )
        if kind_of(items[name]) == "text" and not in_check and name in names_in(_ANY_WORDS.sub("", condition.source)):
            what = _(
                "Skip logic sees only whether “{name}” was answered, not its words: they need not travel with scores."
            ).format(name=name)
            yield warning(
                place,
                what,
                _("Ask ${{{name}}} = '' or ${{{name}}} != '', or about an item with options.").format(name=name),
            )
    for name, code in literals_compared(condition.source):
        codes = offered.get(name, ())
        if code and codes and code not in codes:
            remedy = _("Its options are {name}.").format(name=", ".join(codes)[:300])
            yield error(place, _("“{name}” has no option “{code}”.").format(name=name, code=code[:40]), remedy)
    if condition.looks_at_itself and not in_check:
        yield error(
            place,
            _("“.” stands for an answer, and here there is none."),
            _("Name an item: {example}.").format(example="${its_id}"),
        )
    if condition.looks_at_today and not in_check:
        what = _("What is asked may not depend on the day.")
        yield error(place, what, _("Use today() in checks only."))


def _by_item(document: Raw, readable: Mapping[str, Compiled]) -> Iterator[tuple[str, tuple[Compiled, ...]]]:
    for section_place, section in sections_of(document):
        for place, item in objects(section.get("items"), f"{section_place}.items"):
            found = (readable.get(f"{section_place}.visible_if"), readable.get(f"{place}.visible_if"))
            yield name_of(item), tuple(one for one in found if one is not None)


def _circles(conditions: Mapping[str, tuple[Compiled, ...]]) -> Iterator[tuple[str, ...]]:
    needs = {name: {needed for one in found for needed in one.names} for name, found in conditions.items()}
    while True:
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as problem:
            circle = tuple(reversed(problem.args[1]))
            yield circle
            needs[circle[0]] = set()
        else:
            return


def _unreachable(
    document: Raw,
    conditions: Mapping[str, tuple[Compiled, ...]],
    items: Mapping[str, Raw],
    offered: Mapping[str, tuple[str, ...]],
) -> Iterator[Finding]:
    places = {name_of(item): place for place, item in items_of(document)}
    needs = {name: {needed for one in found for needed in one.names} for name, found in conditions.items()}
    never: set[str] = set()
    left = MOST_TRIED_IN_ALL
    for name in TopologicalSorter(needs).static_order():
        found = conditions.get(name, ())
        domains = _domains(found, items, offered, never) if found and left > 0 else None
        if domains is None:
            continue
        holds = False
        for values in product(*domains.values()):
            left -= 1
            holds = all(one.holds(dict(zip(domains, values, strict=True))) for one in found)
            if holds:
                break
        if not holds:
            never.add(name)
            what = _("Nobody can ever see “{name}”: no answers make its condition, or its section’s, true.").format(
                name=name
            )
            yield error(f"{places[name]}.visible_if", what, _("Change the condition, or take the item out."))


def _domains(
    found: tuple[Compiled, ...], items: Mapping[str, Raw], offered: Mapping[str, tuple[str, ...]], never: set[str]
) -> Mapping[str, tuple[str | tuple[str, ...], ...]] | None:
    """What could be given to each item that the conditions look at; None when that can't be tried out."""
    domains: dict[str, tuple[str | tuple[str, ...], ...]] = {}
    for name in sorted({name for one in found for name in one.names}):
        codes = offered.get(name, ())
        kind = kind_of(items[name])
        if name in never or kind == "note":
            domains[name] = ("",)
        elif kind in ("level", "single"):
            domains[name] = ("", *codes)
        elif kind == "multiple" and len(codes) <= MOST_CODES:
            domains[name] = ("", *chain.from_iterable(combinations(codes, n) for n in range(1, len(codes) + 1)))
        else:
            return None
    return domains if prod(map(len, domains.values())) <= MOST_TRIED else None
