"""A school's own items beside a shared questionnaire: up to ten, in a section of their own, after everything else.

They are a document of their own, so the shared questionnaire and its fingerprint stay what they are, and a response to
it can be compared with every other school's. What was answered to own items is the school's alone.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, ValidationError

from audit_app.errors import AuditError
from audit_app.questionnaires.check import check_document
from audit_app.questionnaires.checking.findings import Finding, error
from audit_app.questionnaires.model import Frozen, Item, Questionnaire, Section, Slug

MOST_OWN = 10
"""More would be another questionnaire (SELFIE allows ten too)."""

OWN_SECTION = "own-items"
OWN_PREFIX = "own_"
"""What the id of an own item begins with, so that no later version of the shared questionnaire can have it too."""


class OwnItems(Frozen):
    """What one school asks beside a shared questionnaire."""

    questionnaire: Slug
    items: Annotated[tuple[Item, ...], Field(max_length=MOST_OWN)] = ()


class OwnItemsError(AuditError):
    def __init__(self, reason: str) -> None:
        super().__init__(f"These items of your own can’t be added: {reason}")


def with_own_items(core: Questionnaire, own: OwnItems) -> Questionnaire:
    """The shared questionnaire with the school's items after it; its fingerprint stays. Raises OwnItemsError."""
    if not own.items:
        return core
    if own.questionnaire != core.id:
        raise OwnItemsError(f"they belong to “{own.questionnaire}”, and this is “{core.id}”.")
    if wrong := [item.id for item in own.items if not item.id.startswith(OWN_PREFIX)]:
        raise OwnItemsError(f"their ids begin with “{OWN_PREFIX}”, and “{wrong[0]}” does not.")
    section = Section(id=OWN_SECTION, title="Our own items", items=own.items)
    parts = {name: getattr(core, name) for name in Questionnaire.model_fields}
    try:
        return Questionnaire.model_validate({**parts, "sections": (*core.sections, section)})
    except ValidationError as problem:
        raise OwnItemsError(f"{problem.errors()[0]['msg'].removeprefix('Value error, ')}.") from None


def core_of(questionnaire: Questionnaire) -> Questionnaire:
    """What is shared with other schools: everything but the section of own items."""
    sections = tuple(section for section in questionnaire.sections if section.id != OWN_SECTION)
    if len(sections) == len(questionnaire.sections):
        return questionnaire
    parts = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate({**parts, "sections": sections})


def check_own_items(core: Mapping[str, object], items: tuple[Mapping[str, object], ...]) -> tuple[Finding, ...]:
    """Findings about a school's own items as it wrote them, beside the shared questionnaire's document."""
    shared = core.get("sections")
    sections = [*shared] if isinstance(shared, list | tuple) else []
    found: list[Finding] = []
    if len(items) > MOST_OWN:
        what = f"There are {len(items)} items of your own; {MOST_OWN} may be added."
        found.append(error("items", what, "Leave some out, or make a questionnaire of your own."))
    for at, item in enumerate(items):
        if not str(item.get("id", "")).startswith(OWN_PREFIX):
            what = f"The id of an own item begins with “{OWN_PREFIX}”."
            found.append(error(f"items[{at}].id", what, f"Write it as “{OWN_PREFIX}…”."))
    if not items:
        return tuple(found)
    place = f"sections[{len(sections)}]."
    section = {"id": OWN_SECTION, "title": "Our own items", "items": [*items]}
    about = check_document({**core, "sections": [*sections, section]})
    found += [
        one.model_copy(update={"place": one.place.removeprefix(place)}) for one in about if one.place.startswith(place)
    ]
    return tuple(found)
