"""What is asked now: the items that are shown for the answers so far, in the parts in which one goes through them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from audit_app.questionnaires.model import Item, Section
from audit_app.responses.fitting import Remark, remarks
from audit_app.responses.progress import SectionProgress, is_answered
from audit_app.responses.visibility import answers_of, hidden_items
from audit_app.workspace import OpenAudit

AT_ONCE = 20
"""Items of one section on a screen that shows whole sections; more would take too long to draw, and to look through."""


@dataclass(frozen=True)
class Asked:
    """One audit's, as of this drawing; asked once, because conditions take time."""

    opened: OpenAudit

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Ids of the items that are not asked, given the other answers."""
        return hidden_items(self.opened.questionnaire, answers_of(self.opened.stands))

    def remarks(self, today: date) -> tuple[Remark, ...]:
        """What the checks say, about required items without an answer too."""
        return remarks(self.opened.questionnaire, answers_of(self.opened.stands), today, self.hidden)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything that is shown, notes among it, in its order; all there is where conditions hide everything."""
        everything = tuple(self.opened.questionnaire.items)
        return tuple(item for item in everything if item.id not in self.hidden) or everything

    @cached_property
    def questions(self) -> tuple[Item, ...]:
        """What waits for an answer, or has one."""
        return tuple(item for item in self.items if item.kind != "note")

    @cached_property
    def left(self) -> dict[str, None]:
        """Ids of the questions without an answer, in their order."""
        return {item.id: None for item in self.questions if not is_answered(self.opened.standing(item.id))}

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """Ids of the questions with an answer from an earlier round that nobody has given again."""
        stands = self.opened.stands
        return tuple(item for item in self.left if item in stands and stands[item].carried and not stands[item].rivals)

    @cached_property
    def updated(self) -> tuple[str, ...]:
        """Ids of the questions that were answered when they asked something else, and not since."""
        return tuple(item for item in self.left if item in self.opened.before)

    @cached_property
    def by_section(self) -> dict[str, tuple[Item, ...]]:
        """What is shown of each section; a section with nothing to show is not there."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(self.section_of(item.id).id, []).append(item)
        return {section: tuple(items) for section, items in found.items()}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(one for one in self.opened.questionnaire.sections if one.id in self.by_section)

    @cached_property
    def parts(self) -> tuple[tuple[Item, ...], ...]:
        """Whole sections, long ones in parts. An item stays in its part, whatever is hidden before it."""
        shown = {item.id for item in self.items}
        cut = (
            section.items[start : start + AT_ONCE]
            for section in self.opened.questionnaire.sections
            for start in range(0, len(section.items), AT_ONCE)
        )
        return tuple(part for items in cut if (part := tuple(item for item in items if item.id in shown)))

    @property
    def answered(self) -> int:
        return len(self.questions) - len(self.left)

    @property
    def levels_only(self) -> bool:
        """Its items are statements; others are called questions."""
        return {item.kind for item in self.opened.questionnaire.items} <= {"level", "note"}

    @property
    def kept_unasked(self) -> tuple[Item, ...]:
        """Items with an answer that is kept while they are hidden."""
        return tuple(
            item
            for item in self.opened.questionnaire.items
            if item.id in self.hidden and is_answered(self.opened.standing(item.id))
        )

    def section_of(self, item_id: str) -> Section:
        return self.opened.questionnaire.section_of[item_id]

    def progress(self, section: Section) -> SectionProgress:
        questions = [item.id for item in self.by_section.get(section.id, ()) if item.kind != "note"]
        answered = sum(item not in self.left for item in questions)
        return SectionProgress(id=section.id, title=section.title, answered=answered, items=len(questions))

    def number_of(self, item: Item) -> int:
        """Its place among the questions of its section, from 1; nothing (0) for a note."""
        questions = [one.id for one in self.by_section[self.section_of(item.id).id] if one.kind != "note"]
        return questions.index(item.id) + 1 if item.id in questions else 0

    def nearest(self, item_id: str) -> str:
        """The item itself, else the next one that is shown, else the last."""
        order = [item.id for item in self.opened.questionnaire.items]
        shown = {item.id for item in self.items}
        return next((one for one in order[order.index(item_id) :] if one in shown), self.items[-1].id)

    def part_of(self, item_id: str) -> tuple[Item, ...]:
        """The part that has this item, though the item itself be hidden; another where all of it is."""
        section = self.section_of(item_id).items
        at = next(number for number, item in enumerate(section) if item.id == item_id)
        siblings = {item.id for item in section[at - at % AT_ONCE : at - at % AT_ONCE + AT_ONCE]}
        near = self.nearest(item_id)
        here = next((part for part in self.parts if part[0].id in siblings), None)
        return here or next(part for part in self.parts if near in {item.id for item in part})

    def first_to_do(self, items: tuple[Item, ...]) -> str:
        """Where to land: the first item without an answer, else the first."""
        return next((item.id for item in items if item.id in self.left), items[0].id)

    def next_to_do(self, after: str) -> str | None:
        """The next item without an answer that is not this one; from the beginning again after the last."""
        order = [item.id for item in self.items]
        here = order.index(after) if after in order else -1
        later = next((item for item in order[here + 1 :] if item in self.left), None)
        return later or next((item for item in self.left if item != after), None)
