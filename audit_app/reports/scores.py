"""Scores as a report shows them: a radar, a bar for each section, and a table that has every figure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from audit_app.language import _
from audit_app.regional import plain
from audit_app.reports.document import Cell, Distribution, Figure, Radar, Spoke, Table
from audit_app.reports.scale import Scale
from audit_app.results.figures import one_decimal

NO_SCORE = "–"
TOO_FEW = _("Too few answers for a score")
SPOKES = range(3, 13)
"""With fewer a radar has no area, with more its labels touch; the bars and the table stand alone then."""
MOST_BARS = 12
"""Of a figure on one page."""


@dataclass(frozen=True)
class Counted:
    """How a section's answers spread over the levels that it is scored on."""

    title: str
    distribution: tuple[int, ...]
    """How many answers each level got, from the lowest up."""
    scale: Scale


@dataclass(frozen=True)
class SectionResult(Counted):
    """What one section of a questionnaire says."""

    score: float | None
    """None when too few answers count."""
    answers: int
    """How many answers count."""
    missing: int
    not_applicable: int


AnyCounted = TypeVar("AnyCounted", bound=Counted)


@dataclass(frozen=True)
class ItemResult:
    """One statement and where the school placed itself."""

    text: str
    section: str
    level: str
    """In words, for example “2: Starting”."""


def score_text(score: float | None) -> str:
    """One decimal: more would claim more than a few answers can tell."""
    return one_decimal(score)


def nearest_level(score: float | None, scale: Scale) -> str:
    """The label of the level that a score lies nearest to; the higher of two equally near."""
    return TOO_FEW if score is None or not scale.levels else scale.nearest(score)


def score_head(scales: Collection[Scale]) -> str:
    """Above a column of scores: what they are out of, where that is the same for all."""
    first, *others = set(scales) or {Scale(())}
    return _("Score") if others else _("Score out of {highest}").format(highest=plain(first.highest))


def score_cell(score: float | None, scale: Scale, scales: Collection[Scale]) -> Cell:
    """With a bar where all scores of the column are on one scale; otherwise with what it is out of."""
    if len(set(scales)) == 1:
        return Cell(score_text(score), bar=scale.bar(score))
    if score is None:
        return Cell(NO_SCORE)
    return Cell(_("{score} out of {highest}").format(score=score_text(score), highest=plain(scale.highest)))


def radar_figure(sections: tuple[SectionResult, ...]) -> Iterator[Figure]:
    """A radar where it can be read; the other figures say the same."""
    scales = {section.scale for section in sections}
    is_scored = any(section.score is not None for section in sections)
    if len(sections) not in SPOKES or len(scales) > 1 or not is_scored:
        return
    (scale,) = scales
    if scale.highest <= 0:
        return
    said = "; ".join(
        f"{section.title}: {_('no score') if section.score is None else score_text(section.score)}"
        for section in sections
    )
    yield Figure(
        Radar(tuple(Spoke(section.title, section.score) for section in sections), scale.highest),
        alt=_("Radar chart of the section scores out of {highest}. {said}.").format(
            highest=plain(scale.highest), said=said
        ),
    )


def distribution_figures(sections: Iterable[Counted]) -> Iterator[Figure]:
    """One bar a section, a figure for each scale, in groups that fit a page."""
    for scale, group in _by_scale(sections):
        levels = tuple(level.named for level in scale.levels)
        for start in range(0, len(group), MOST_BARS):
            rows = tuple((section.title, _counts(section)) for section in group[start : start + MOST_BARS])
            said = "; ".join(
                f"{title}: {', '.join(f'{count} “{level}”' for level, count in zip(levels, counts, strict=True))}"
                for title, counts in rows
            )
            yield Figure(
                Distribution(levels, rows),
                alt=_("Bars of how many answers each level got. {said}.").format(said=said),
            )


def _by_scale(sections: Iterable[AnyCounted]) -> Iterator[tuple[Scale, list[AnyCounted]]]:
    """In the order in which scales come up."""
    groups: dict[Scale, list[AnyCounted]] = {}
    for section in sections:
        groups.setdefault(section.scale, []).append(section)
    yield from ((scale, group) for scale, group in groups.items() if scale.levels)


def _counts(section: Counted) -> tuple[int, ...]:
    """As many as there are levels, whatever was given."""
    levels = section.scale.levels
    return (*section.distribution, *(0 for _ in levels))[: len(levels)]


def scores_tables(sections: Iterable[SectionResult]) -> Iterator[Table]:
    """Every figure of every section, a table for each scale."""
    for scale, group in _by_scale(sections):
        head = (
            _("Section"),
            _("Score"),
            *(_("Level {number}").format(number=plain(level.score)) for level in scale.levels),
            _("Missing"),
            _("Not applicable"),
        )
        rows: tuple[tuple[str | Cell, ...], ...] = tuple(
            (
                section.title,
                Cell(score_text(section.score), strong=True),
                *(str(count) for count in _counts(section)),
                str(section.missing),
                str(section.not_applicable),
            )
            for section in group
        )
        widths = (30.0, 10.0, *(10.0 for _ in scale.levels), 12.0, 15.0)
        yield Table(head=head, rows=rows, widths=widths, right=frozenset(range(1, len(head))))
