"""What stands for one item, as the screens of the audit show it: values only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption
from audit_app.responses.fitting import Remark, asks_for_more
from audit_app.responses.history import before_now
from audit_app.responses.model import Answer, Entry, Evidence
from audit_app.responses.opened import AskedBefore
from audit_app.responses.standing import SAID, Standing
from audit_app.responses.visibility import answers_of, offered_options
from audit_app.ui.components.choice import Option
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.screens.audit_keeping import Field, Keeping, Trouble
from audit_app.ui.text import audit as text
from audit_app.ui.text import offers


@dataclass(frozen=True)
class Shown:
    """What stands for one item, as this screen shows it. Equal ones are not drawn again."""

    item: Item
    questionnaire: Questionnaire
    offered: tuple[ResponseOption, ...]
    """Given the other answers."""
    standing: Standing
    before: Standing | None
    """What was said when an earlier version asked it otherwise."""
    asked_before: AskedBefore | None
    remarks: tuple[Remark, ...]
    """What the checks say about its answer."""
    troubles: tuple[Trouble, ...]
    saved: datetime | None
    """When the last thing about it was kept."""
    times: int
    """How often something was kept here; makes two savings in one minute two."""
    removed: Evidence | None
    """The piece of evidence that was taken away last, for who wants it back."""
    today: date
    person: str
    fixed: bool
    """It can be read, not changed."""
    undo: Entry | None = None
    """The answer before the one that was just given here."""

    def trouble(self, field: Field) -> Trouble | None:
        return next((one for one in self.troubles if one.field == field), None)

    @property
    def answer(self) -> Answer | None:
        """What is on the screen: what was given, though it may not be kept yet."""
        trouble = self.trouble("answer")
        if trouble is not None and not isinstance(trouble.value, str):
            return trouble.value
        return self.standing.answer

    @property
    def typed(self) -> str | None:
        """What was typed and can't be kept as it is."""
        trouble = self.trouble("answer")
        return trouble.value if trouble is not None and isinstance(trouble.value, str) else None

    @property
    def options(self) -> tuple[ResponseOption, ...]:
        """All there ever are."""
        return self.questionnaire.options_of(self.item)

    @property
    def asks_for_more(self) -> str:
        """What the item wants to know after this answer, if anything."""
        asked = self.item.follow_up
        return asked.prompt if asked is not None and asks_for_more(self.questionnaire, self.item, self.answer) else ""

    @property
    def takes_evidence(self) -> bool:
        return self.item.kind == "level" or bool(self.item.evidence_prompt or self.standing.evidence)

    @property
    def beside_the_answer(self) -> "Shown":
        """Without the answer and what goes with it: still equal after another answer, so comment and evidence are not
        drawn again."""
        said = self.standing
        return replace(
            self,
            offered=(),
            standing=Standing(comments=said.comments, evidence=said.evidence),
            before=None,
            asked_before=None,
            remarks=(),
            troubles=tuple(one for one in self.troubles if one.field == "comment"),
            saved=None,
            times=0,
            undo=None,
        )

    @property
    def own(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.standing.comments if one.by == self.person)

    @property
    def comment(self) -> str:
        trouble = self.trouble("comment")
        return str(trouble.value) if trouble else "\n\n".join(str(one.value) for one in self.own)


def to_choose(shown: Shown) -> list[Option]:
    """The options on offer, a level with what it looks like; one that was chosen stays, offered or not.

    The one of an earlier round is marked, unless it is too old to lean on.
    """
    item, given, offer = shown.item, shown.answer, shown.standing.carried
    earlier = offer.answer.option if offer is not None and not offer.stale and not shown.fixed else None
    chosen = set() if given is None else {given.option, *(given.value if isinstance(given.value, tuple) else ())}
    here = {option.code for option in shown.offered}
    return [
        Option(
            option.code,
            text.level(option.code, option.label) if item.kind == "level" else option.label,
            item.descriptors.get(option.code, "") if option.code in here else text.NO_LONGER_OFFERED,
            offers.mark(offer.wave) if offer is not None and option.code == earlier else "",
        )
        for option in shown.options
        if option.code in here or option.code in chosen
    ]


def reasons_allowed(item: Item) -> list[Option]:
    """For giving no answer."""
    allowed = {"not_applicable": item.allow_not_applicable, "prefer_not_to_say": item.allow_prefer_not_to_say}
    return [Option(code, word) for code, word in text.REASONS.items() if allowed[code]]


def answer_of(code: str) -> Answer:
    """From the code of an option on the screen."""
    return Answer.model_validate({"reason" if code in text.REASONS else "option": code})


def answer_words(item: Item, options: Sequence[ResponseOption], given: Answer) -> tuple[str, str]:
    """An answer in words, and for a level what it looks like here."""
    labels = {option.code: option.label for option in options}
    match given.value:
        case None if given.reason:
            return text.REASONS[given.reason], ""
        case None:
            code = str(given.option)
            word = labels.get(code, code)
            return (text.level(code, word) if item.kind == "level" else word), item.descriptors.get(code, "")
        case tuple(codes):
            return ", ".join(labels.get(code, code) for code in codes), ""
        case float(number):
            return number_in_words(number), ""
        case str(words) if item.kind == "date":
            return day_in_words(words), ""
        case words:
            return words or text.WORDS_STAYED, ""


def number_in_words(number: float) -> str:
    """As one would type it: no decimals where there are none."""
    return str(int(number)) if number.is_integer() else repr(number)


def day_in_words(written: str) -> str:
    """A day as people write it; what is none stays as it is."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B %Y}"


def shortened(words: str) -> str:
    """In a few words, to tell one thing from the others."""
    return words if len(words) <= 60 else f"{words[:59]}…"


def all_shown(asked: Asked, items: Sequence[Item], keeping: Keeping, today: date, person: str) -> tuple[Shown, ...]:
    """For each of the items, from what is on the disk and what is not there yet."""
    opened = asked.opened
    latest: dict[str, datetime] = {}
    for entry in opened.entries:  # oldest first
        if entry.subject.startswith("item/") and entry.field in SAID:
            latest[entry.subject.removeprefix("item/")] = entry.at
    fixed = opened.received or opened.status == "submitted" or opened.continues_as is not None
    answers = answers_of(opened.stands)
    said = [one for one in asked.remarks(today) if one.item in answers]
    return tuple(
        Shown(
            item=item,
            questionnaire=opened.questionnaire,
            offered=offered_options(opened.questionnaire, item, answers),
            standing=opened.standing(item.id),
            before=opened.before.get(item.id),
            asked_before=opened.before_asked.get(item.id),
            remarks=tuple(one for one in said if one.item == item.id),
            troubles=keeping.troubles(item.id),
            saved=latest[item.id].astimezone() if item.id in latest else None,
            times=keeping.times(item.id),
            removed=keeping.removed.get(item.id),
            today=today,
            person=person,
            fixed=fixed,
            undo=before_now(opened.entries, item.id) if keeping.times(item.id) and not fixed else None,
        )
        for item in items
    )
