"""A completed audit on paper: every statement with its answer, what colleagues wrote and what shows it; then all the
evidence in one list, for a visitor who wants to see it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.regional import file_size, plain
from audit_app.reports.about import asked
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Furniture,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    Table,
    Together,
)
from audit_app.reports.scores import NO_SCORE, score_text
from audit_app.responses.model import Answer, Audit, Evidence
from audit_app.responses.standing import NOTHING, Standing
from audit_app.responses.visibility import answers_of, hidden_items
from audit_app.results.model import AuditResults

UNANSWERED = _("Not answered")
REASONS = {"not_applicable": _("Not applicable to our school"), "prefer_not_to_say": _("Prefer not to say")}
KINDS = {"text": _("In words"), "link": _("Address"), "file": _("File")}
SHORT_SUM = 12
"""Characters of a file's checksum."""


@dataclass(frozen=True)
class CompletedAudit:
    """What the paper is made from."""

    audit: Audit
    questionnaire: Questionnaire
    """With the school's own items."""
    results: AuditResults
    stands: Mapping[str, Standing]
    date: date
    prepared_by: str = ""


def completed_document(made: CompletedAudit) -> Document:
    """The audit, in the order asked."""
    questionnaire, school = made.questionnaire, made.audit.school.name
    title = _("{title}: the audit in full").format(title=questionnaire.title)
    hidden = hidden_items(questionnaire, answers_of(made.stands))
    shown = [
        (number, section, tuple(item for item in section.items if item.id not in hidden))
        for number, section in enumerate(questionnaire.sections, start=1)
    ]
    places = {item.id: f"{number}.{at}" for number, _, items in shown for at, item in enumerate(items, start=1)}
    return Document(
        title=f"{title} – {school}",
        author=school,
        date=made.date,
        blocks=(
            Heading(1, title),
            Paragraph(school, tone="intro"),
            *_facts(made),
            PageBreak(),
            *(block for number, section, items in shown for block in _section(made, number, section, items, places)),
            *_evidence_list(made, places),
            *_about(made),
        ),
        furniture=Furniture(
            header_left=school,
            header_right=title,
            footer_left=" · ".join(filter(None, (made.audit.wave, date_in_words(made.date), made.prepared_by))),
        ),
    )


def _facts(made: CompletedAudit) -> Iterator[Block]:
    found = made.results
    yield KeyFacts(
        (
            (_("Round"), made.audit.wave),
            (_("Printed"), date_in_words(made.date)),
            (_("State"), _("Submitted") if found.status == "submitted" else _("A draft: its answers may still change")),
            (
                _("Answers"),
                ngettext("1 counts in the scores", "{count} count in the scores", found.n).format(count=found.n),
            ),
            *(((_("Prepared by"), made.prepared_by),) if made.prepared_by.strip() else ()),
        )
    )
    rows = tuple(
        (one.title, score_text(one.score), _("{n} of {items}").format(n=one.n, items=one.items), str(one.evidenced))
        for one in found.sections
    )
    yield Heading(2, _("Section by section"))
    head = (_("Section"), _("Score"), _("Answers that count"), _("With evidence"))
    yield Table(head=head, rows=rows, widths=(46, 14, 22, 18), right=frozenset({1, 2, 3}))


def _section(
    made: CompletedAudit, number: int, section: Section, items: Sequence[Item], places: Mapping[str, str]
) -> Iterator[Block]:
    if not items:
        return
    scores = {one.id: one.score for one in made.results.sections}
    yield Heading(2, f"{number}. {section.title}")
    said = score_text(scores.get(section.id))
    yield Paragraph(_("Score: {said}").format(said=said) if said != NO_SCORE else "", tone="intro")
    for item in items:
        yield from _item(made, item, places[item.id])


def _item(made: CompletedAudit, item: Item, place: str) -> Iterator[Block]:
    standing = made.stands.get(item.id, NOTHING)
    if item.kind == "note":
        yield Paragraph(item.text, tone="quiet")
        return
    yield Together((Heading(3, f"{place}  {item.text}"), *_answer(made.questionnaire, item, standing)))
    for entry in standing.comments:
        yield Paragraph(str(entry.value), lead=f"{entry.by.strip()}:" if entry.by.strip() else _("Comment:"))
    if standing.evidence:
        yield Paragraph(_count(len(standing.evidence)), lead=_("Evidence:"), tone="quiet")
        yield Bullets(tuple(_evidence(one) for _, one in standing.evidence))


def _count(pieces: int) -> str:
    return ngettext("1 piece.", "{pieces} pieces.", pieces).format(pieces=pieces)


def _answer(questionnaire: Questionnaire, item: Item, standing: Standing) -> Iterator[Block]:
    if standing.rivals:
        yield Paragraph(_("Colleagues’ answers differ, and nobody has chosen yet."), lead=_("No answer:"))
        lines = []
        for entry in standing.rivals:
            with suppress(ValidationError):
                given = answer_in_words(questionnaire, item, Answer.model_validate(entry.value))
                lines.append(f"{entry.by.strip() or _('Somebody without a name')}: {given}")
        yield Bullets(tuple(lines))
        return
    if standing.answer is None:
        yield Paragraph(UNANSWERED, tone="quiet")
        return
    said = answer_in_words(questionnaire, item, standing.answer)
    descriptor = item.descriptors.get(standing.answer.option or "", "")
    yield Paragraph(descriptor, lead=f"{said}." if descriptor else said)


def answer_in_words(questionnaire: Questionnaire, item: Item, given: Answer) -> str:
    """What was answered, as people read it."""
    labels = {option.code: option.label for option in questionnaire.options_of(item)}
    match given:
        case Answer(option=str(code)):
            return f"{code}: {labels[code]}" if item.kind == "level" and code in labels else labels.get(code, code)
        case Answer(reason=str(reason)):
            return REASONS[reason]
        case Answer(value=tuple(codes)):
            return "; ".join(labels.get(code, code) for code in codes)
        case Answer(value=float(amount)):
            return plain(amount)
        case Answer(value=words):
            return text_in_words(str(words)) or _("Answered in words, which were not shared")


def _evidence(one: Evidence) -> str:
    return f"{KINDS[one.kind]}: {one.text.strip() or _('not shared')}"


def _evidence_list(made: CompletedAudit, places: Mapping[str, str]) -> Iterator[Block]:
    rows = tuple(
        (str(number), places[item], KINDS[one.kind], one.text.strip() or _("Not shared"), _kept(one))
        for number, (item, one) in enumerate(
            ((item, one) for item in places for _, one in made.stands.get(item, NOTHING).evidence), start=1
        )
    )
    yield PageBreak()
    yield Heading(2, _("The evidence"))
    if not rows:
        yield Paragraph(_("Nothing has been put down as evidence yet."))
        return
    yield Paragraph(_("Every piece, with the number of the statement that it shows."))
    yield Table(
        head=(_("No."), _("Statement"), _("Kind"), _("What it is"), _("File kept")),
        rows=rows,
        widths=(8, 13, 13, 46, 20),
    )


def _kept(one: Evidence) -> str:
    """By its checksum a file can be told from every other; a text or an address is not kept as a file."""
    if one.kind != "file" or not one.sha256:
        return "–"
    return _("{size}, checksum {sha256}").format(size=file_size(one.size or 0), sha256=one.sha256[:SHORT_SUM])


def _about(made: CompletedAudit) -> Iterator[Block]:
    yield Heading(2, _("About this paper"))
    yield Callout(
        (
            asked(made.questionnaire.title, made.questionnaire.version, made.questionnaire.fingerprint),
            Paragraph(
                _(
                    "It holds what colleagues wrote, with their names. Keep it inside the school, and take out names "
                    "and anything about pupils before you pass it on."
                ),
                lead=_("Data."),
            ),
        )
    )
