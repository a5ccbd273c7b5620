"""Momentum on paper: is the partnership growing or going quiet, in words and in a small table, and what could be done.

With pseudonyms only counts are told: the sentences that name schools, owners and actions stay out.
"""

from collections.abc import Iterator

from audit_app.language import _, ngettext
from audit_app.reports.dates import date_in_words
from audit_app.reports.document import Block, Bullets, Cell, Heading, Mark, Paragraph, Table
from audit_app.reports.scores import score_text
from audit_app.results.figures import whole_per_cent
from audit_app.results.momentum_model import Care, Momentum, Sign, Signal, State

STATES: dict[State, str] = {
    "growing": _("growing"),
    "steady": _("steady"),
    "slowing": _("slowing"),
    "gone quiet": _("gone quiet"),
    "too little known": _("too little known"),
}
SIGNS: dict[Sign, tuple[str, Mark]] = {
    "good": (_("It grows"), "circle"),
    "steady": (_("Steady"), "dash"),
    "watch": (_("Keep an eye on it"), "triangle"),
    "fading": (_("It is going"), "square"),
}
CARES: dict[Care, str] = {
    "feed": _("Feed: give time and means"),
    "connect": _("Connect: put people in touch"),
    "weed": _("Weed: end or mend"),
}
KINDS = {
    "contact": _("The last sign of work together"),
    "pulse": _("The pulse among colleagues"),
    "response rate": _("How many colleagues answer"),
    "overdue actions": _("Actions past their day"),
    "key person": _("Work that rests on one person"),
    "one school": _("One school on its own"),
    "meetings": _("How long ago the schools met"),
    "gaps": _("How far meetings lie apart"),
    "absent": _("Who comes to meetings"),
}


def momentum_blocks(found: Momentum, *, pseudonyms: bool) -> Iterator[Block]:
    yield Heading(2, _("Is it growing, or going quiet?"))
    said = "" if pseudonyms else found.sentence
    yield Paragraph(said, lead=f"{STATES[found.state].capitalize()}.", keeps=True)
    if found.waves:
        rows = tuple(
            (
                one.wave,
                str(one.schools),
                Cell(score_text(one.score), strong=True),
                f"{whole_per_cent(one.rate)}%",
            )
            for one in found.waves
        )
        head = (_("Round"), _("Schools"), _("Pulse"), _("Colleagues who answered"))
        yield Table(head=head, rows=rows, widths=(40, 15, 15, 30), right=frozenset({1, 2, 3}))
    if found.signals:
        yield Heading(3, _("The signs"))
        yield Table(
            head=(_("Sign"), _("What is seen")),
            rows=tuple(
                (Cell(SIGNS[one.sign][0], mark=SIGNS[one.sign][1]), _seen(one, pseudonyms)) for one in found.signals
            ),
            widths=(26, 74),
        )
    if found.tasks and not pseudonyms:
        yield Heading(3, _("The gardener’s list"))
        yield Table(
            head=(_("By"), _("What"), _("Why")),
            rows=tuple((date_in_words(one.due), one.title, one.reason) for one in found.tasks),
            widths=(18, 37, 45),
        )
    elif found.tasks:
        yield Heading(3, _("What a gardener could do"))
        counts = {care: sum(one.care == care for one in found.tasks) for care in CARES}
        yield Bullets(tuple(f"{CARES[care]} ({count})" for care, count in counts.items() if count))


def _seen(one: Signal, pseudonyms: bool) -> str:
    if not pseudonyms:
        return one.sentence
    if not one.schools:
        return KINDS[one.kind]
    return ngettext("{sign}, in one school", "{sign}, in {count} schools", len(one.schools)).format(
        sign=KINDS[one.kind], count=len(one.schools)
    )
