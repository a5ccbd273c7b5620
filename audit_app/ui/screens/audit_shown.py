"""What stands for one statement, as the screens of the audit show it: values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from audit_app.questionnaires.model import Item, ResponseOption
from audit_app.responses.model import Answer, Entry, Evidence
from audit_app.responses.standing import Standing
from audit_app.ui.components.choice import Option
from audit_app.ui.screens.audit_keeping import Field, Keeping, Trouble
from audit_app.ui.text import audit as text
from audit_app.workspace import OpenAudit


@dataclass(frozen=True)
class Shown:
    """What stands for one statement, as this screen shows it. Equal ones are not drawn again."""

    item: Item
    options: tuple[ResponseOption, ...]
    standing: Standing
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
    def own(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.standing.comments if one.by == self.person)

    @property
    def comment(self) -> str:
        trouble = self.trouble("comment")
        return str(trouble.value) if trouble else "\n\n".join(str(one.value) for one in self.own)


def to_choose(item: Item, options: Sequence[ResponseOption]) -> list[Option]:
    """The levels with what each looks like, then the reasons for none that this statement allows."""
    levels = [Option(one.code, text.level(one.code, one.label), item.descriptors.get(one.code, "")) for one in options]
    if item.allow_not_applicable:
        levels.append(Option("not_applicable", text.NOT_APPLICABLE))
    if item.allow_prefer_not_to_say:
        levels.append(Option("prefer_not_to_say", text.PREFER_NOT_TO_SAY))
    return levels


def answer_of(code: str) -> Answer:
    """From the code of an option on the screen."""
    return Answer.model_validate({"reason" if code in text.REASONS else "option": code})


def answer_words(item: Item, options: Sequence[ResponseOption], given: Answer) -> tuple[str, str]:
    """An answer in words: the level, and what it looks like here."""
    if given.reason:
        return text.REASONS[given.reason], ""
    if given.value is not None:
        return ", ".join(given.value) if isinstance(given.value, tuple) else str(given.value), ""
    word = next((one.label for one in options if one.code == given.option), "")
    return text.level(str(given.option), word), item.descriptors.get(str(given.option), "")


def all_shown(
    opened: OpenAudit, items: Sequence[Item], keeping: Keeping, today: date, person: str
) -> tuple[Shown, ...]:
    """For each of the items, from what is on the disk and what is not there yet."""
    latest: dict[str, datetime] = {}
    for entry in opened.entries:  # oldest first
        if entry.subject.startswith("item/"):
            latest[entry.subject.removeprefix("item/")] = entry.at
    fixed = opened.received or opened.status == "submitted"
    return tuple(
        Shown(
            item=item,
            options=opened.questionnaire.options_of(item),
            standing=opened.standing(item.id),
            troubles=keeping.troubles(item.id),
            saved=latest[item.id].astimezone() if item.id in latest else None,
            times=keeping.times(item.id),
            removed=keeping.removed.get(item.id),
            today=today,
            person=person,
            fixed=fixed,
        )
        for item in items
    )
