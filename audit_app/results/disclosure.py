"""Disclosure: the only way out for the answers to a survey.

What comes out are sums, sorted values and words without their author; what may not come out is not in it, so nothing
that is made from it can tell it. How it is decided stands in suppression.py, and why in docs/disclosure.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.responses.survey import SMALLEST_MINIMUM, Response, Terms
from audit_app.results.suppression import SectionRuling, rule, withheld_by_size
from audit_app.results.survey_model import SharedComment, SurveyStatus
from audit_app.results.survey_table import Cell, Person, Table, tabulate

OPEN = _(
    "The survey is still open. Results are worked out once it is closed: results that change with one more response "
    "would show what that colleague said."
)
ERASED = _("The responses were erased, and no results were kept.")
UNSAFE = _(
    "Withheld: there are so few answers, or answers so much alike, that showing this could tell what a colleague said."
)
"""One sentence for every reason that lies in the answers, because which one it is would tell something of them."""
BESIDE_A_SMALL_GROUP = _("Withheld, because a smaller group could be worked out from this and the total.")
NOBODY = _("Nobody in this group has answered.")


@dataclass(frozen=True)
class GroupSeen:
    """A section as a group sees it."""

    scores: tuple[Fraction, ...]
    """Colleagues' section scores, lowest first."""
    levels: tuple[Mapping[Fraction, int], ...] | None
    """For each item, how many gave which level; None where that is withheld."""


@dataclass(frozen=True)
class SectionSeen:
    """A section as everyone together sees it."""

    scores: tuple[Fraction, ...]
    """Colleagues' section scores, lowest first."""
    cells: Mapping[Cell, int]
    """All answers to all of its items."""
    unscored: int
    """Answers with an option that has no score (“I cannot tell”)."""
    items: Mapping[str, Mapping[Cell, int]]
    """The items that may be shown on their own, each with its answers."""
    rows: tuple[tuple[Fraction, ...], ...] | None
    """The levels of colleagues who gave one to every item, lowest first; None when an item is withheld."""
    groups: Mapping[str, GroupSeen]


@dataclass(frozen=True)
class Disclosed:
    """Everything that may be known of a wave."""

    responses: Mapping[str, int]
    """By group; that somebody answered is no secret."""
    sections: Mapping[str, SectionSeen]
    """Sections that are not in it are withheld."""
    together: tuple[tuple[float | None, ...], ...]
    """Each colleague's scores of the sections above, in the order of their size: to draw samples from."""
    why_not: Mapping[str, str]
    """Group to why it is withheld in every section."""
    comments: tuple[SharedComment, ...] = ()
    comments_reason: str | None = None
    reason: str | None = None
    """Why nothing is shown at all."""


def disclosed(
    questionnaire: Questionnaire,
    terms: Terms,
    responses: Sequence[Response],
    seed: int,
    status: SurveyStatus = "closed",
    absent: int = 0,
) -> Disclosed:
    """`absent` are responses that count and are not here: results without them would differ by their answers."""
    sizes = {group.id: 0 for group in terms.groups}
    sizes.update(Counter(one.group for one in responses))
    minimum = max(terms.minimum, SMALLEST_MINIMUM)
    if (reason := _nothing(status, len(responses), absent, minimum)) is not None:
        return Disclosed(sizes, {}, (), {}, (), reason, reason)
    comments, why_no_comments = _comments(questionnaire, responses, seed, minimum)
    seen = what_is_seen(tabulate(questionnaire, responses), sizes, minimum)
    return replace(seen, comments=comments, comments_reason=why_no_comments)


def what_is_seen(table: Table, sizes: Mapping[str, int], minimum: int) -> Disclosed:
    """Of a closed wave, without its comments."""
    rulings = {section.id: rule(table, section, sizes, minimum) for section in table.questionnaire.sections}
    sections = {
        section.id: seen_section(table, section, rulings[section.id])
        for section in table.questionnaire.sections
        if rulings[section.id].shown
    }
    return Disclosed(
        responses=sizes,
        sections=sections,
        together=_together(table, tuple(sections)),
        why_not=_why_not(sizes, minimum),
    )


def _nothing(status: SurveyStatus, here: int, absent: int, minimum: int) -> str | None:
    match status:
        case "open":
            return OPEN
        case "erased":
            return ERASED
    if absent:
        return _(
            "{here} of the {all} responses that count are in this data folder. Results wait for the others: without "
            "them, the difference would show what those colleagues said."
        ).format(here=here, all=here + absent)
    if here >= minimum:
        return None
    return _("Fewer than {minimum} colleagues have answered, so no results are shown.").format(minimum=minimum)


def _why_not(sizes: Mapping[str, int], minimum: int) -> Mapping[str, str]:
    small = _("Withheld: fewer than {minimum} colleagues of this group answered.").format(minimum=minimum)
    found = {
        group: small if sizes[group] < minimum else BESIDE_A_SMALL_GROUP for group in withheld_by_size(sizes, minimum)
    }
    return found | {group: NOBODY for group, size in sizes.items() if not size}


def seen_section(table: Table, section: Section, ruling: SectionRuling) -> SectionSeen:
    items = [item.id for item in table.sections[section.id]]
    counted = [person for person in table.people if section.id in person.scores]
    rows = None
    if len(ruling.items) == len(items):
        found = ([table.levels[item].get(person.cells[item]) for item in items] for person in table.people)
        rows = tuple(sorted(tuple(one for one in row if one is not None) for row in found if None not in row))
    return SectionSeen(
        scores=_scores(counted, section),
        cells=Counter(person.cells[item] for person in table.people for item in items),
        unscored=sum(_is_unscored(table, item, person) for person in table.people for item in items),
        items={item: Counter(person.cells[item] for person in table.people) for item in items if item in ruling.items},
        rows=rows,
        groups={
            group: _seen_by(table, section, [one for one in counted if one.group == group], ruling.spread)
            for group in ruling.groups
        },
    )


def _is_unscored(table: Table, item: str, person: Person) -> bool:
    return isinstance(person.cells[item], str) and person.cells[item] not in table.levels[item]


def _seen_by(table: Table, section: Section, people: Sequence[Person], spread: bool) -> GroupSeen:
    levels = tuple(
        Counter(level for one in people if (level := table.levels[item.id].get(one.cells[item.id])) is not None)
        for item in table.sections[section.id]
    )
    return GroupSeen(_scores(people, section), levels if spread else None)


def _scores(people: Iterable[Person], section: Section) -> tuple[Fraction, ...]:
    return tuple(sorted(person.scores[section.id] for person in people))


def _together(table: Table, sections: Sequence[str]) -> tuple[tuple[float | None, ...], ...]:
    rows = [tuple(person.scores.get(section) for section in sections) for person in table.people]
    rows.sort(key=lambda row: [(score is None, score or 0) for score in row])
    return tuple(tuple(None if score is None else float(score) for score in row) for row in rows)


def _comments(
    questionnaire: Questionnaire, responses: Sequence[Response], seed: int, minimum: int
) -> tuple[tuple[SharedComment, ...], str | None]:
    """What colleagues wrote, comments and answers in words, once so many of them wrote that none stands out.

    A comment keeps its item where as many commented on that item, else its section where as many did there, else
    neither: “nobody told us the dates” beside an item that one colleague commented on points at the one low answer to
    it. Never a group. The order is drawn anew from all texts sorted, so it says nothing of who wrote two of them.
    """
    said = [_words_of(questionnaire, response) for response in responses]
    writers = sum(bool(words) for words in said)
    if writers < minimum:
        return (), _("Fewer than {minimum} colleagues wrote a comment, so none is shown.").format(minimum=minimum)
    section_of = {item: section.id for item, section in questionnaire.section_of.items()}
    on_item = Counter(item for words in said for item in {item for item, _ in words})
    on_section = Counter(section for words in said for section in {section_of[item] for item, _ in words})
    found = [
        SharedComment(
            text=text,
            item=item if on_item[item] >= minimum else None,
            section=section_of[item] if on_section[section_of[item]] >= minimum else None,
        )
        for words in said
        for item, text in words
    ]
    found.sort(key=lambda one: (one.text, one.section or "", one.item or ""))
    Random(seed).shuffle(found)  # noqa: S311 - the order is to be arbitrary, not secret
    return tuple(found), None


def _words_of(questionnaire: Questionnaire, response: Response) -> tuple[tuple[str, str], ...]:
    """Item and text, of everything that a colleague wrote."""
    answers = {item: str(answer.value) for item, answer in response.answers.items() if answer.in_words}
    written = [*response.comments.items(), *answers.items()]
    return tuple((item, text) for item, text in written if text.strip() and item in questionnaire.items_by_id)
