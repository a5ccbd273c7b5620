"""Scores in the partnership report: where the schools stand together, and a heat map of each beside the others."""

from collections.abc import Iterator, Mapping, Sequence

from audit_app.language import _
from audit_app.regional import plain
from audit_app.reports.document import Block, Cell, Heading, Paragraph, Table, Together
from audit_app.reports.scale import Scale
from audit_app.reports.scores import NO_SCORE, score_cell, score_text
from audit_app.results.partnership_model import ComparedSection, Comparison, SchoolScore

MOST_COLUMNS = 5
"""Of a heat map on a page; more sections make a second one."""


def standing_blocks(found: Comparison, scales: Mapping[str, Scale]) -> Iterator[Block]:
    """“Where the partnership stands”; `scales` are those of the sections, by their ids."""
    yield Heading(2, _("Where the partnership stands"))
    used = {scales[one.id] for one in found.sections}
    rows = tuple(
        (
            one.title,
            score_cell(one.median, scales[one.id], used),
            NO_SCORE if one.median is None else scales[one.id].nearest(one.median),
            _range(one.lower_quartile, one.upper_quartile),
            _range(one.lowest, one.highest),
        )
        for one in found.sections
    )
    head = (
        _("Section"),
        _("Median") if len(used) != 1 else _("Median out of {highest}").format(highest=plain(used.pop().highest)),
        _("Nearest level"),
        _("Middle half"),
        _("Lowest to highest"),
    )
    yield Table(head=head, rows=rows, widths=(28, 24, 20, 14, 15))
    yield Paragraph(
        _("The median is the school in the middle. The middle half lies between the quartiles, from four schools on."),
        tone="quiet",
    )


def _range(low: float | None, high: float | None) -> str:
    return (
        NO_SCORE
        if low is None or high is None
        else _("{lower} to {upper}").format(lower=score_text(low), upper=score_text(high))
    )


def school_blocks(found: Comparison, scales: Mapping[str, Scale]) -> Iterator[Block]:
    """“School by school”: a heat map, with its figures and levels in words."""
    yield Heading(2, _("School by school"))
    yield Paragraph(
        _(
            "Schools stand in the order of their names. Each field says the score and the nearest level; its ground "
            "darkens with the score."
        ),
        keeps=True,
    )
    for columns in _groups(found.sections):
        head = (_("School"), *(one.title for one in columns))
        said = [(scales[one.id], {score.school: score for score in one.schools}) for one in columns]
        medians = tuple(Cell(score_text(one.median), strong=True) for one in columns)
        rows = tuple(
            (Cell(school.id, strong=True), *(_score_cell(of.get(school.id), scale) for scale, of in said))
            for school in found.schools
        )
        widths = (27.0, *(73 / len(columns) for _ in columns)) if len(columns) > 2 else (40.0, *(25.0 for _ in columns))
        yield Together((Table(head=head, rows=((Cell(_("Median"), strong=True), *medians), *rows), widths=widths),))


def _groups(sections: Sequence[ComparedSection]) -> Iterator[Sequence[ComparedSection]]:
    """As few as fit the width, of even size."""
    groups = -(-len(sections) // MOST_COLUMNS)
    for number in range(groups):
        yield sections[len(sections) * number // groups : len(sections) * (number + 1) // groups]


def _score_cell(one: SchoolScore | None, scale: Scale) -> Cell:
    if one is None or one.score is None:
        return Cell(_("No score"))
    return Cell(f"{score_text(one.score)} {scale.nearest(one.score)}", shade=scale.share(one.score))
