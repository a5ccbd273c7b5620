"""A school's own items beside a shared questionnaire: up to ten, in a section of their own, after everything else.

They are a document of their own, so the shared questionnaire and its fingerprint stay what they are, and a response to
it can be compared with every other school's. What was answered to own items is the school's alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, count
from typing import Annotated
from unicodedata import normalize

from pydantic import Field, ValidationError

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.check import check_document, errors_first
from audit_app.questionnaires.checking.file import read_json
from audit_app.questionnaires.checking.findings import Finding, error, objects
from audit_app.questionnaires.checking.wording import texts_in
from audit_app.questionnaires.model import Frozen, Item, Questionnaire, Section, Slug

MOST_OWN = 10
"""More would be another questionnaire (SELFIE allows ten too)."""

OWN_SECTION = "own-items"
OWN_TITLE = _("Our own items")
OWN_PREFIX = "own_"
"""What the id of an own item begins with, so that no later version of the shared questionnaire can have it too."""
WORDS_IN_ID = 5
LONGEST_ID = 40
"""Characters after the prefix; a number may follow."""


class OwnItems(Frozen):
    """What one school asks beside a shared questionnaire."""

    questionnaire: Slug
    items: Annotated[tuple[Item, ...], Field(max_length=MOST_OWN)] = ()


class OwnItemsError(AuditError):
    def __init__(self, reason: str) -> None:
        super().__init__(_("These items of your own can’t be added: {reason}").format(reason=reason))


class UnfitOwnItemsError(AuditError):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "Your school’s own questions don’t fit “{title}” as it is now. Open it in the library, put them right "
                "under “Your school’s own questions”, and start again."
            ).format(title=title)
        )


def with_own_items(core: Questionnaire, own: OwnItems) -> Questionnaire:
    """The shared questionnaire with the school's items after it; its fingerprint stays. Raises OwnItemsError."""
    if not own.items:
        return core
    if own.questionnaire != core.id:
        raise OwnItemsError(
            _("they belong to “{questionnaire}”, and this is “{id}”.").format(
                questionnaire=own.questionnaire, id=core.id
            )
        )
    if wrong := [item.id for item in own.items if not item.id.startswith(OWN_PREFIX)]:
        raise OwnItemsError(
            _("their ids begin with “{prefix}”, and “{wrong}” does not.").format(prefix=OWN_PREFIX, wrong=wrong[0])
        )
    section = Section(id=OWN_SECTION, title=OWN_TITLE, items=own.items)
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


def own_id(text: str, taken: Collection[str]) -> str:
    """An id for a new item, from its first words; a number makes it another one where it is taken."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)[:WORDS_IN_ID]
    made = OWN_PREFIX + ("_".join(words)[:LONGEST_ID].rstrip("_") or "item")
    numbered = (f"{made}_{number}" for number in count(2))
    return next(one for one in chain([made], numbered) if one not in taken)


def read_own_items(content: bytes) -> tuple[tuple[Mapping[str, object], ...], tuple[Finding, ...]]:
    """The items of a file in JSON: a list, or an object with the list under “items”; and why it can’t be read."""
    document, faults = read_json(content)
    listed = document.get("items") if isinstance(document, Mapping) else document
    if not isinstance(listed, list):
        remedy = _("Begin with [ and put each item between {opening} and {closing}.").format(opening="{", closing="}")
        nothing = error(_("the file"), _("It is not a list of items."), remedy)
        return (), faults if document is None and faults else (*faults, nothing)
    broken = [
        error(
            f"items[{at}]",
            _("It is not an item."),
            _("Put it between {opening} and {closing}.").format(opening="{", closing="}"),
        )
        for at, one in enumerate(listed)
        if not isinstance(one, Mapping)
    ]
    return tuple(one if isinstance(one, Mapping) else {} for one in listed), (*faults, *broken)


def check_own_items(core: Mapping[str, object], items: tuple[Mapping[str, object], ...]) -> tuple[Finding, ...]:
    """Findings about a school's own items as it wrote them, beside the shared questionnaire's document."""
    shared = core.get("sections")
    sections = [*shared] if isinstance(shared, list | tuple) else []
    found: list[Finding] = []
    if len(items) > MOST_OWN:
        what = _("There are {count} items of your own; {most_own} may be added.").format(
            count=len(items), most_own=MOST_OWN
        )
        found.append(error("items", what, _("Leave some out, or make a questionnaire of your own.")))
    for at, item in enumerate(items):
        found += _about_own(f"items[{at}]", item)
    if not items:
        return tuple(found)
    place = f"sections[{len(sections)}]."
    section = {"id": OWN_SECTION, "title": OWN_TITLE, "items": [*items]}
    about = check_document({**core, "sections": [*sections, section]})
    found += [
        one.model_copy(update={"place": one.place.removeprefix(place)})
        for one in about
        if one.place.startswith(place) and not one.place.endswith(".actions")  # no action is ever suggested for them
    ]
    return errors_first(tuple(found))


def _about_own(place: str, item: Mapping[str, object]) -> Iterator[Finding]:
    """What is asked of own items alone."""
    if not str(item.get("id", "")).startswith(OWN_PREFIX):
        what = _("The id of an own item begins with “{prefix}”.").format(prefix=OWN_PREFIX)
        yield error(f"{place}.id", what, _("Write it as “{prefix}…”.").format(prefix=OWN_PREFIX))
    for where, text in texts_in(item, place):
        if isinstance(text, Mapping):
            what = _("A text of an own item is in one language, and this is in several.")
            yield error(where, what, _("Write it once, as plain text."))
    read: set[str] = set()
    for where, option in objects(item.get("options"), f"{place}.options"):
        label = str(option.get("label")).strip().casefold()
        if label in read:
            yield error(f"{where}.label", _("Two of the choices read the same."), _("Change one, or take it out."))
        read.add(label)
