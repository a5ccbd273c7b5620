"""Momentum on paper: is the partnership growing or going quiet, in words and in a small table, and what could be done.

With pseudonyms only counts are told: the sentences that name schools, owners and actions stay out.
"""

from collections.abc import Iterator

from audit_app.reports.dates import date_in_words
from audit_app.reports.document import Block, Bullets, Cell, Heading, Mark, Paragraph, Table
from audit_app.reports.scores import score_text
from audit_app.results.momentum_model import Care, Momentum, Sign, Signal

SIGNS: dict[Sign, tuple[str, Mark]] = {
    "good": ("It grows", "circle"),
    "steady": ("Steady", "dash"),
    "watch": ("Keep an eye on it", "triangle"),
    "fading": ("It is going", "square"),
}
CARES: dict[Care, str] = {
    "feed": "Feed: give time and means",
    "connect": "Connect: put people in touch",
    "weed": "Weed: end or mend",
}
KINDS = {
    "contact": "The last sign of work together",
    "pulse": "The pulse among colleagues",
    "response rate": "How many colleagues answer",
    "overdue actions": "Actions past their day",
    "key person": "Work that rests on one person",
    "one school": "One school on its own",
    "meetings": "How long ago the schools met",
    "gaps": "How far meetings lie apart",
    "absent": "Who comes to meetings",
}


def momentum_blocks(found: Momentum, *, pseudonyms: bool) -> Iterator[Block]:
    yield Heading(2, "Is it growing, or going quiet?")
    said = "" if pseudonyms else found.sentence
    yield Paragraph(said, lead=f"{found.state.capitalize()}.", keeps=True)
    if found.waves:
        rows = tuple(
            (
                one.wave,
                str(one.schools),
                Cell(score_text(one.score), strong=True),
                f"{round(one.rate * 100)}%",
            )
            for one in found.waves
        )
        head = ("Round", "Schools", "Pulse", "Colleagues who answered")
        yield Table(head=head, rows=rows, widths=(40, 15, 15, 30), right=frozenset({1, 2, 3}))
    if found.signals:
        yield Heading(3, "The signs")
        yield Table(
            head=("Sign", "What is seen"),
            rows=tuple(
                (Cell(SIGNS[one.sign][0], mark=SIGNS[one.sign][1]), _seen(one, pseudonyms)) for one in found.signals
            ),
            widths=(26, 74),
        )
    if found.tasks and not pseudonyms:
        yield Heading(3, "The gardener’s list")
        yield Table(
            head=("By", "What", "Why"),
            rows=tuple((date_in_words(one.due), f"{one.title}", one.reason) for one in found.tasks),
            widths=(18, 37, 45),
        )
    elif found.tasks:
        yield Heading(3, "What a gardener could do")
        counts = {care: sum(one.care == care for one in found.tasks) for care in CARES}
        yield Bullets(tuple(f"{CARES[care]} ({count})" for care, count in counts.items() if count))


def _seen(one: Signal, pseudonyms: bool) -> str:
    if not pseudonyms:
        return one.sentence
    where = {0: "", 1: ", in one school"}.get(len(one.schools), f", in {len(one.schools)} schools")
    return f"{KINDS[one.kind]}{where}"
