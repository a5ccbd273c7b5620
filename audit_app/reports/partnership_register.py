"""The register of a partnership on paper: what schools offer and wish for, and the matches that were accepted."""

from collections.abc import Iterator, Sequence

from audit_app.language import _, ngettext
from audit_app.regional import plain
from audit_app.reports.document import Block, Heading, Paragraph, Table
from audit_app.reports.partnership_names import schools_named
from audit_app.results.matching.model import Match
from audit_app.results.partnership_model import Comparison, Offer


def register_blocks(found: Comparison) -> Iterator[Block]:
    if not found.offers and not found.wishes:
        return
    yield Heading(2, _("What schools offer, and what they wish for"))
    yield Paragraph(
        _("The register of shared provision: what each school says that it could give and would take."), keeps=True
    )
    by_area: dict[str, list[Offer]] = {one.title: [] for one in found.wishes}
    for one in found.offers:
        by_area.setdefault(one.title, []).append(one)
    wanted = {one.title: one.schools for one in found.wishes}
    order = {one.title: number for number, one in enumerate(found.sections)}
    among = tuple(one.id for one in found.schools)
    rows = tuple(
        (title, "\n".join(_register(by_area[title], schools_named(wanted.get(title, ()), among))))
        for title in sorted(by_area, key=lambda title: order.get(title, len(order)))
    )
    yield Table(head=(_("Area"), _("Who offers it, on what terms, and who would like it")), rows=rows, widths=(21, 79))


def _register(offers: Sequence[Offer], wanted: str) -> Iterator[str]:
    yield from (f"{one.school}: {_terms(one)}" for one in offers)
    if not offers:
        yield _("Nobody offers it yet.")
    yield _("Would like it: {names}").format(names=wanted or _("nobody yet"))


def _terms(one: Offer) -> str:
    said = []
    if one.capacity is not None:
        said.append(ngettext("1 school a year", "{count} schools a year", one.capacity).format(count=one.capacity))
    if one.on_conditions:
        said.append(_("on conditions"))
    if one.level is not None:
        words = _("level {level}, with evidence") if one.evidenced else _("level {level}, without evidence")
        said.append(words.format(level=plain(one.level)))
    return "; ".join(said) or _("no terms named")


def match_blocks(matches: Sequence[Match], *, pseudonyms: bool) -> Iterator[Block]:
    if not matches:
        return
    yield Heading(2, _("Who helps whom"))
    if pseudonyms:
        yield Paragraph(
            _("Matches that were accepted: {count}. Their schools are withheld.").format(count=len(matches))
        )
        return
    yield Paragraph(_("Matches that were accepted, each with the reason."), keeps=True)
    rows = tuple(
        (one.title, _with_facilitator(one), one.helped, "\n".join(filter(str.strip, (one.why, one.reason))))
        for one in matches
    )
    yield Table(head=(_("Area"), _("Who helps"), _("Who is helped"), _("Why")), rows=rows, widths=(17, 21, 19, 43))


def _with_facilitator(one: Match) -> str:
    return (
        _("{helper}, with {facilitator} between them").format(helper=one.helper, facilitator=one.facilitator)
        if one.facilitator
        else one.helper
    )
