"""Scores as a report shows them: a radar, a bar for each section, and a table that has every figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_app.language import _
from audit_app.reports.document import Cell, Distribution, Figure, Radar, Spoke, Table
from audit_app.results.figures import one_decimal

NO_SCORE = "–"
TOO_FEW = _("Too few answers for a score")
SPOKES = range(3, 13)
"""With fewer a radar has no area, with more its labels touch; the bars and the table stand alone then."""


@dataclass(frozen=True)
class SectionResult:
    """What one section of a questionnaire says."""

    title: str
    score: float | None
    """None when too few answers count."""
    answers: int
    """How many answers count."""
    missing: int
    not_applicable: int
    distribution: tuple[int, ...]
    """How many answers each level got, from level 1 up."""


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


def nearest_level(score: float | None, levels: tuple[str, ...]) -> str:
    """The label of the level that a score lies nearest to; the higher of two equally near."""
    if score is None or not levels:
        return TOO_FEW
    nearest = min(max(int(score + 0.5), 1), len(levels))
    return levels[nearest - 1]


def radar_figure(sections: tuple[SectionResult, ...], highest: int) -> Iterator[Figure]:
    """A radar where it can be read; the other figures say the same."""
    if len(sections) in SPOKES and any(section.score is not None for section in sections):
        said = "; ".join(
            f"{section.title}: {_('no score') if section.score is None else score_text(section.score)}"
            for section in sections
        )
        spokes = tuple(Spoke(section.title, section.score) for section in sections)
        yield Figure(
            Radar(spokes, float(highest)),
            alt=_("Radar chart of the section scores out of {highest}. {said}.").format(highest=highest, said=said),
        )


def distribution_figure(sections: tuple[SectionResult, ...], levels: tuple[str, ...]) -> Iterator[Figure]:
    """One bar a section, in groups that fit a page."""
    for start in range(0, len(sections), SPOKES.stop):
        group = sections[start : start + SPOKES.stop]
        rows = tuple((section.title, _counts(section, levels)) for section in group)
        said = "; ".join(
            f"{title}: "
            + ", ".join(
                _("{count} at level {level}").format(count=count, level=level) for level, count in enumerate(counts, 1)
            )
            for title, counts in rows
        )
        yield Figure(
            Distribution(tuple(f"{number} {label}" for number, label in enumerate(levels, 1)), rows),
            alt=_("Bars of how many answers each level got. {said}.").format(said=said),
        )


def _counts(section: SectionResult, levels: tuple[str, ...]) -> tuple[int, ...]:
    """As many as there are levels, whatever was given."""
    return (*section.distribution, *(0 for _ in levels))[: len(levels)]


def scores_table(sections: tuple[SectionResult, ...], levels: tuple[str, ...]) -> Table:
    """Every figure of every section."""
    head = (
        _("Section"),
        _("Score"),
        *(_("Level {number}").format(number=number) for number in range(1, len(levels) + 1)),
        _("Missing"),
        _("Not applicable"),
    )
    rows: tuple[tuple[str | Cell, ...], ...] = tuple(
        (
            section.title,
            Cell(score_text(section.score), strong=True),
            *(str(count) for count in _counts(section, levels)),
            str(section.missing),
            str(section.not_applicable),
        )
        for section in sections
    )
    widths = (30.0, 10.0, *(10.0 for _ in levels), 12.0, 15.0)
    return Table(head=head, rows=rows, widths=widths, right=frozenset(range(1, len(head))))
