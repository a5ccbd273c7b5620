"""The sheet of responses: one row for each item of one self-audit, with what was said about it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date

from pydantic import ValidationError

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.reports.completed import KINDS, REASONS, answer_in_words
from audit_app.reports.sheets.model import Field, Sheet, Value, field, sheet_of
from audit_app.responses.model import Answer, Entry, is_day, item_subject
from audit_app.responses.standing import NOTHING, Standing, heads, standings
from audit_app.responses.visibility import answers_of, hidden_items

STATES = (
    ("answered", "There is an answer."),
    ("missing", "The item applied and has no answer."),
    ("not_applicable", "The school said that it does not apply to it."),
    ("prefer_not_to_say", "The school preferred not to say."),
    ("contested", "Colleagues’ answers differ and nobody has chosen yet; it counts in no score."),
    (
        "unknown_code",
        "The answer has a code that this version of the questionnaire does not offer; it counts as missing.",
    ),
    ("not_shared", "It was answered in words, which stayed where they were written."),
    ("not_asked", "Skip logic hid the item. An answer that was given before is kept, and counts in no score."),
)
PEOPLE_SHOWN = "It stands only in a table of everything."


@dataclass(frozen=True)
class Said:
    """What stands for one item."""

    questionnaire: Questionnaire
    section: Section
    item: Item
    standing: Standing
    hidden: bool
    given: Entry | None
    """The entry of the answer that stands."""
    names: bool
    """Who said it may be told."""

    @property
    def option(self) -> str | None:
        """Its code, where the item offers it."""
        answer = self.standing.answer
        offered = {option.code for option in self.questionnaire.options_of(self.item)}
        return answer.option if answer and answer.option in offered else None

    @property
    def state(self) -> str:
        answer = self.standing.answer
        if self.hidden:
            return "not_asked"
        if self.standing.rivals:
            return "contested"
        if answer is None:
            return "missing"
        if answer.reason is not None:
            return answer.reason
        if answer.value == "":
            return "not_shared"
        return "answered" if answer.option is None or self.option else "unknown_code"


def responses_sheet(questionnaire: Questionnaire, entries: Iterable[Entry], *, names: bool) -> Sheet:
    """Of the entries that count; who and when only with names."""
    counted = tuple(entries)
    said = tuple(_said(questionnaire, counted, names=names))
    fields = (*FIELDS, *(WHO if names else ()))
    return sheet_of("Responses", "One item of the questionnaire, in the order asked, with what was said.", fields, said)


def _said(questionnaire: Questionnaire, entries: tuple[Entry, ...], *, names: bool) -> Iterator[Said]:
    stands, standing_entries = standings(entries), heads(entries)
    hidden = hidden_items(questionnaire, answers_of(stands))
    for section in questionnaire.sections:
        for item in section.items:
            if item.kind != "note":
                standing = stands.get(item.id, NOTHING)
                given = standing_entries.get((item_subject(item.id), "answer"), ()) if standing.answer else ()
                last = given[-1] if given else None
                yield Said(questionnaire, section, item, standing, item.id in hidden, last, names)


def _code(one: Said) -> Value:
    answer = one.standing.answer
    if answer is None:
        return None
    return "; ".join(answer.value) if isinstance(answer.value, tuple) else answer.option


def _answer(one: Said) -> Value:
    """A number and a day as what they are."""
    match one.standing.answer:
        case None | Answer(reason=str()):
            return None
        case Answer(option=str()):
            labels = {option.code: option.label for option in one.questionnaire.options_of(one.item)}
            return labels.get(str(one.option))
        case Answer(value=float(number)):
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        case Answer(value=str(words)):
            return date.fromisoformat(words) if is_day(words) else words
        case answer:
            return answer_in_words(one.questionnaire, one.item, answer)


def _score(one: Said) -> Value:
    return one.questionnaire.score_of(one.item, one.option) if one.option and not one.hidden else None


def _differing(one: Said) -> Value:
    lines = []
    for entry in one.standing.rivals:
        with suppress(ValidationError):
            words = answer_in_words(one.questionnaire, one.item, Answer.model_validate(entry.value))
            lines.append(_by(one, entry, words))
    return "\n".join(lines)


def _by(one: Said, entry: Entry, words: str) -> str:
    name = entry.by.strip()
    return f"{name}: {words}" if one.names and name else words


def _evidence(one: Said) -> Value:
    return "\n".join(f"{KINDS[kept.kind]}: {kept.text.strip() or 'not shared'}" for _, kept in one.standing.evidence)


def _when(one: Said) -> Value:
    return one.given.at.astimezone(UTC).replace(tzinfo=None, microsecond=0) if one.given else None


FIELDS: tuple[Field[Said], ...] = (
    field("Section id", "The section’s id.", lambda one: one.section.id, "code"),
    field("Section", "The section’s title.", lambda one: one.section.title),
    field("Item id", "The item’s id, which survives versions.", lambda one: one.item.id, "name"),
    field("Item", "The statement or question.", lambda one: one.item.text, "words"),
    field(
        "Kind",
        "What the item takes.",
        lambda one: one.item.kind,
        "code",
        (
            ("level", "A level of its scale."),
            ("single", "One choice."),
            ("multiple", "Several choices."),
            ("number", "A number."),
            ("text", "Words."),
            ("date", "A day."),
        ),
    ),
    field("State", "Whether there is an answer, and if not, why.", lambda one: one.state, "code", STATES),
    field("Answer code", "The code of the answer; of several choices all codes, with “; ” between.", _code, "code"),
    field("Answer", "The answer in words; a number or a day as such.", _answer),
    field("Score", "What the answer counts; empty where it counts in no mean.", _score, "score"),
    field(
        "Level described",
        "What that level looks like.",
        lambda one: one.item.descriptors.get(one.option) if one.option else None,
        "words",
    ),
    field(
        "Reason for none",
        "Why there is no level, where the school said so.",
        lambda one: REASONS.get(one.standing.answer.reason or "") if one.standing.answer else None,
    ),
    field("Answers that differ", "Where colleagues’ answers differ: each of them on a line.", _differing),
    field(
        "Comments",
        "What colleagues wrote, with an empty line between; with their names only in a table of everything.",
        lambda one: "\n\n".join(_by(one, entry, str(entry.value)) for entry in one.standing.comments),
        "words",
    ),
    field("Evidence pieces", "How many pieces of evidence there are.", lambda one: len(one.standing.evidence), "count"),
    field("Evidence", "Each piece on a line: its kind, and what it is.", _evidence, "words"),
)
WHO: tuple[Field[Said], ...] = (
    field(
        "Answered by",
        f"Who gave the answer that stands. {PEOPLE_SHOWN}",
        lambda one: one.given.by if one.given else None,
    ),
    field("Answered at", f"When, by the clock of the device, in UTC. {PEOPLE_SHOWN}", _when, "moment"),
)
