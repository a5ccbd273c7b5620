"""The register of a partnership on paper: what schools offer and wish for, and the matches that were accepted."""

from collections.abc import Iterator, Sequence

from audit_app.reports.document import Block, Heading, Paragraph, Table
from audit_app.results.matching.model import Match
from audit_app.results.partnership_model import Comparison, Offer


def register_blocks(found: Comparison) -> Iterator[Block]:
    if not found.offers and not found.wishes:
        return
    yield Heading(2, "What schools offer, and what they wish for")
    yield Paragraph(
        "The register of shared provision: what each school says that it could give and would take.", keeps=True
    )
    by_area: dict[str, list[Offer]] = {one.title: [] for one in found.wishes}
    for one in found.offers:
        by_area.setdefault(one.title, []).append(one)
    wanted = {one.title: one.schools for one in found.wishes}
    order = {one.title: number for number, one in enumerate(found.sections)}
    rows = tuple(
        (
            title,
            "\n".join(f"{one.school}: {_terms(one)}" for one in by_area[title]) or "Nobody yet",
            ", ".join(wanted.get(title, ())) or "Nobody yet",
        )
        for title in sorted(by_area, key=lambda title: order.get(title, len(order)))
    )
    yield Table(head=("Area", "Who offers it, on what terms", "Who would like it"), rows=rows, widths=(21, 54, 25))


def _terms(one: Offer) -> str:
    said = []
    if one.capacity is not None:
        said.append(f"{one.capacity} {'school' if one.capacity == 1 else 'schools'} a year")
    if one.on_conditions:
        said.append("on conditions")
    if one.level is not None:
        said.append(f"level {one.level:g}, {'with' if one.evidenced else 'without'} evidence")
    return "; ".join(said) or "no terms named"


def match_blocks(matches: Sequence[Match], *, pseudonyms: bool) -> Iterator[Block]:
    if not matches:
        return
    yield Heading(2, "Who helps whom")
    if pseudonyms:
        yield Paragraph(f"Matches that were accepted: {len(matches)}. Their schools are withheld.")
        return
    yield Paragraph("Matches that were accepted, each with the reason.", keeps=True)
    rows = tuple(
        (one.title, _with_facilitator(one), one.helped, "\n".join(filter(str.strip, (one.why, one.reason))))
        for one in matches
    )
    yield Table(head=("Area", "Who helps", "Who is helped", "Why"), rows=rows, widths=(17, 21, 19, 43))


def _with_facilitator(one: Match) -> str:
    return f"{one.helper}, with {one.facilitator} between them" if one.facilitator else one.helper
