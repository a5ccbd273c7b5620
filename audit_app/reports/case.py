"""The case for working with other schools: one page for a head or a board, made from a readiness audit.

What stands in the way is said in the school's own words, and what is known soberly: nothing here claims that pupils
learn more. The steps are those that the audit suggests, sorted by whose leave they need. It always fits one sheet:
where the words are many, fewer of them are printed, and the whole audit on paper has them all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Item, Questionnaire, SuggestedAction
from audit_app.reports.dates import date_in_words
from audit_app.reports.document import (
    Block,
    Callout,
    Cell,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Table,
)
from audit_app.reports.fonts import NO_BREAK_SPACE
from audit_app.reports.pdf import pages_needed
from audit_app.responses.model import Audit
from audit_app.responses.standing import NOTHING, Standing
from audit_app.results.model import AuditResults, ItemResult
from audit_app.shortening import on_one_line

TITLE = _("The case for working with other schools")
LOW = 2.0
"""A level up to here stands in the way."""
LEAVES = (("none", _("Nobody’s")), ("head", _("The head’s")), ("board", _("The board’s")))
FULLEST = (
    (4, 2, 180),
    (4, 2, 90),
    (3, 2, 130),
    (3, 2, 90),
    (3, 1, 110),
    (3, 1, 60),
    (2, 1, 60),
    (2, 1, 30),
    (1, 1, 20),
    (1, 0, 0),
)
"""Barriers, steps of each kind and characters of a quotation, from a full page to a bare one."""
LONGEST_NAME = 90
INNER_QUOTES = str.maketrans("“”", "‘’")
UNPROVEN = _(
    "Practitioners describe what schools gain from one another; nothing here is proof that pupils’ results rise, and "
    "this page claims no such thing."
)
TAILING_OFF = _("Networks often start with a bang and tail off. That is a reason for one small step with a last day.")
SOURCES = _(
    "Peer review in England works with three to seven schools (Education Endowment Foundation, Schools Partnership "
    "Programme). The London Challenge matched schools by accurate audits; what it achieved is contested, so nothing "
    "rests on it here (theconversation.com/why-londons-secondary-schools-have-improved-so-much-28531)."
)
ANSWERS = (_("Yes, for one term"), _("Yes, on these conditions:"), _("Not now. We look at it again on:"))
ASKED = _(
    "Leave for one step, with one school that is no rival, for one term. Afterwards we report what it cost and what it "
    "brought, and you decide whether it goes on. It can be stopped on any day."
)


@dataclass(frozen=True)
class Case:
    """What the page is made from."""

    audit: Audit
    questionnaire: Questionnaire
    results: AuditResults
    stands: Mapping[str, Standing]
    date: date


def case_document(case: Case) -> Document:
    """As much as fits one page."""
    made = _document(case, *FULLEST[0])
    for fullness in FULLEST[1:]:
        if pages_needed(made) == 1:
            break
        made = _document(case, *fullness)
    return made


def _document(case: Case, barriers: int, steps: int, quoted: int) -> Document:
    school = on_one_line(case.audit.school.name, LONGEST_NAME)
    when = f"{on_one_line(case.audit.wave, LONGEST_NAME)} · {date_in_words(case.date)}"
    lowest = _in_the_way(case)
    return Document(
        title=f"{TITLE} – {school}",
        author=school,
        date=case.date,
        blocks=(
            Heading(1, TITLE),
            Paragraph(f"{school} · {when}", tone="quiet"),
            Callout((Paragraph(ASKED, lead=_("What we ask.")),)),
            Heading(2, _("What stands in our way")),
            *_answer_today(case),
            *_barriers(case, lowest[:barriers], quoted),
            Heading(2, _("What is known, and what is not")),
            Paragraph(f"{UNPROVEN} {TAILING_OFF}"),
            Paragraph(SOURCES, tone="quiet"),
            *_steps(case, lowest, steps),
            Heading(2, _("Your answer")),
            Table(
                head=(),
                rows=(tuple(Cell(answer, mark="box") for answer in ANSWERS),),
                widths=(28, 32, 40),
                row_heads=False,
                roomy=True,
            ),
        ),
        furniture=Furniture(
            footer_left=_("Ready to work with others, version {version}").format(version=case.questionnaire.version)
        ),
    )


def _in_the_way(case: Case) -> tuple[ItemResult, ...]:
    """The lowest of each section, the lowest of all first, then in the order asked; without any, what comes nearest."""
    scored = sorted((one for one in case.results.items if one.score is not None), key=lambda one: one.score or 0.0)
    low = [one for one in scored if (one.score or 0.0) <= LOW]
    by_section: dict[str, ItemResult] = {}
    for one in low or scored[:2]:
        by_section.setdefault(one.section, one)
    return tuple(by_section.values())


def _answer_today(case: Case) -> Iterator[Block]:
    """What is answered to whoever asks, and the reasons that were given; nothing where the audit does not ask it."""
    told = []
    for item_id, lead in (
        ("permission_answer", _("Whoever asks is told")),
        ("permission_reasons", _("The reasons given")),
    ):
        item = case.questionnaire.items_by_id.get(item_id)
        if item and (said := _chosen(case.questionnaire, item, case.stands.get(item_id, NOTHING))):
            told.append(f"{lead}: {said}.")
    yield Paragraph(" ".join(told))


def _chosen(questionnaire: Questionnaire, item: Item, standing: Standing) -> str:
    if standing.answer is None:
        return ""
    codes = (standing.answer.option,) if standing.answer.option else standing.answer.value
    labels = {option.code: option.label for option in questionnaire.options_of(item)}
    return "; ".join(_lower(labels[code]) for code in codes if code in labels) if isinstance(codes, tuple) else ""


def _lower(text: str) -> str:
    return f"“{text[:1].lower()}{text[1:]}”"


def _barriers(case: Case, lowest: tuple[ItemResult, ...], quoted: int) -> Iterator[Block]:
    titles = {section.id: section.title for section in case.questionnaire.sections}
    rows = tuple(
        (Cell(titles.get(one.section, one.section), strong=True), " ".join(filter(None, _said_of(case, one, quoted))))
        for one in lowest
    )
    if not rows:
        yield Paragraph(_("Nothing has been answered yet."))
        return
    yield Table(head=(_("Barrier"), _("Where we are, and in our own words")), rows=rows, widths=(18, 82))


def _said_of(case: Case, one: ItemResult, quoted: int) -> tuple[str, str]:
    return _descriptor(case, one), _quoted(case.stands.get(one.id, NOTHING), quoted)


def _descriptor(case: Case, one: ItemResult) -> str:
    return case.questionnaire.items_by_id[one.id].descriptors.get(one.option or "", one.text)


def _quoted(standing: Standing, most: int) -> str:
    """The newest comment, else the newest evidence in words."""
    words = [str(entry.value) for entry in standing.comments]
    words = words or [found.text for _, found in standing.evidence if found.kind == "text"]
    text = on_one_line(words[-1], most).translate(INNER_QUOTES) if words and most else ""
    return f"“{text}”" if text else ""


def _steps(case: Case, lowest: tuple[ItemResult, ...], most: int) -> Iterator[Block]:
    """What the audit suggests for what is lowest, by whose leave it needs; one more where nobody has to be asked."""
    rows = []
    for leave, name in LEAVES:
        found = [
            action
            for one in lowest
            for action in case.questionnaire.actions_for(one.id, one.option)
            if action.leave == leave
        ]
        if steps := "\n".join(_step(action) for action in found[: most + (leave == "none")]):
            rows.append((Cell(name, strong=True), steps))
    if rows:
        yield Heading(2, _("First steps"))
        yield Table(
            head=(_("Whose leave"), _("What could be done, and how long it takes to show")),
            rows=tuple(rows),
            widths=(18, 82),
        )


def _step(action: SuggestedAction) -> str:
    weeks = ngettext("{count} week", "{count} weeks", action.weeks).format(count=action.weeks)
    return f"{action.text} ({weeks.replace(' ', NO_BREAK_SPACE)})"
