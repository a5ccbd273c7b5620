"""A sitting: what one colleague gives, from the notice until it is handed in or thrown away. It lives here alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses.fitting import Remark, asks_for_more, remarks
from audit_app.responses.model import Answer
from audit_app.responses.survey import Terms
from audit_app.responses.visibility import hidden_items


@dataclass(frozen=True)
class Asking:
    """A survey as a colleague meets it."""

    questionnaire: Questionnaire
    terms: Terms
    school: str
    wave: str
    on_file: bool
    """Handed in as a file, for a survey that was opened elsewhere."""


@dataclass
class Sitting:
    """Replaced for each colleague. Once it is over, what arrives late (text still being typed) is dropped."""

    number: int
    draw: Callable[[], None]
    group: str | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, Answer] = field(default_factory=dict)
    """By item: what a reason for no answer replaced, for who takes the reason back."""
    unfit: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By item: what was typed and is no answer, and what is wrong with it."""
    over: bool = False

    def give(self, item: str, answer: Answer | None) -> None:
        if self.over:
            return
        self.unfit.pop(item, None)
        if answer is None:
            self.answers.pop(item, None)
        else:
            self.answers[item] = answer
        self.draw()

    def refuse(self, item: str, typed: str, sentence: str) -> None:
        """It stays in its field; what was given before does not, for nobody would know that it is still there."""
        if self.over:
            return
        self.answers.pop(item, None)
        self.unfit[item] = typed, sentence
        self.draw()

    def say(self, item: str, comment: str) -> None:
        if self.over:
            return
        if comment.strip():
            self.comments[item] = comment
        else:
            self.comments.pop(item, None)
        self.draw()

    def end(self) -> None:
        """Nothing of it is left."""
        self.over, self.group = True, None
        for kept in (self.answers, self.comments, self.set_aside, self.unfit):
            kept.clear()


@dataclass(frozen=True)
class Paper:
    """What is asked now, given the answers so far; made once for a drawing."""

    questionnaire: Questionnaire
    answers: Mapping[str, Answer]
    comments: Mapping[str, str]
    unfit: Mapping[str, tuple[str, str]]
    today: date
    group: str | None = None

    @cached_property
    def hidden(self) -> frozenset[str]:
        return hidden_items(self.questionnaire, self.answers)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything that is shown; all there is where conditions hide everything."""
        everything = tuple(self.questionnaire.items)
        return tuple(item for item in everything if item.id not in self.hidden) or everything

    def nearest(self, item_id: str) -> Item:
        """The item itself, else the next one that is shown, else the last."""
        order = [item.id for item in self.questionnaire.items]
        later = set(order[order.index(item_id) :])
        return next((item for item in self.items if item.id in later), self.items[-1])

    def asks_for_more(self, item: Item) -> str:
        """What the item wants to know after its answer, if anything."""
        asks = asks_for_more(self.questionnaire, item, self.answers.get(item.id))
        return item.follow_up.prompt if item.follow_up is not None and asks else ""

    @cached_property
    def questions(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind != "note")

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        return remarks(self.questionnaire, self.answers, self.today, self.hidden)

    @property
    def left(self) -> tuple[Item, ...]:
        return tuple(item for item in self.questions if item.id not in self.answers and item.id not in self.unfit)

    @property
    def answered(self) -> int:
        return sum(item.id in self.answers for item in self.questions)

    @property
    def sections(self) -> tuple[tuple[Section, tuple[Item, ...]], ...]:
        """With the questions that are asked of each."""
        found = (
            (one, tuple(item for item in self.questions if item in one.items)) for one in self.questionnaire.sections
        )
        return tuple((section, items) for section, items in found if items)

    @property
    def to_mend(self) -> Mapping[str, str]:
        """By item: what keeps it from being handed in."""
        wrong = {one.item: one.message for one in self.remarks if one.grade == "error"}
        return MappingProxyType(
            wrong | {item: said for item, (_, said) in self.unfit.items() if item not in self.hidden}
        )

    @property
    def to_hand_in(self) -> tuple[dict[str, Answer], dict[str, str]]:
        """Answers and comments; what is not asked (any more) stays out."""
        return (
            {item: one for item, one in self.answers.items() if item not in self.hidden},
            {item: one for item, one in self.comments.items() if item not in self.hidden},
        )


def paper_of(asking: Asking, sitting: Sitting, today: date) -> Paper:
    return Paper(
        asking.questionnaire,
        dict(sitting.answers),
        dict(sitting.comments),
        dict(sitting.unfit),
        today,
        sitting.group,
    )
