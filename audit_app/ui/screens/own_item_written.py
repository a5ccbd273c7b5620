"""One item of the school's own as it stands in the form, and the item that it makes. Values only."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption
from audit_app.questionnaires.own import MOST_OWN, OwnItems, OwnItemsError, own_id, with_own_items
from audit_app.ui.text import own_items as text

Document = Mapping[str, object]

IN_FORM = frozenset({"kind", "text", "hint", "descriptors", "options", "scale", "whole", "required", "evidence_prompt"})
"""What the form writes; whatever else an item has stays as it is."""
ANY_KIND = frozenset({"id", "visible_if", "why", "idea", "allow_not_applicable", "allow_prefer_not_to_say"})
"""What stays when the kind changes."""
USUAL_LEVELS = tuple(
    ResponseOption(code=str(score), label=label, score=score) for score, label in enumerate(text.USUAL_LEVELS, 1)
)
"""For a questionnaire that has no scale of its own."""


@dataclass(frozen=True)
class Written:
    """What stands in the form."""

    kind: str = "level"
    text: str = ""
    hint: str = ""
    descriptors: Mapping[str, str] = field(default_factory=dict)
    options: str = ""
    """One on each line."""
    whole: bool = False
    required: bool = False
    evidence: str = ""


def written(core: Questionnaire, item: Item | None) -> Written:
    """What the form begins with."""
    if item is None:
        return Written()
    options = core.options_of(item) if item.kind in ("single", "multiple") else ()
    return Written(
        kind=item.kind,
        text=item.text,
        hint=item.hint or "",
        descriptors=dict(item.descriptors),
        options="\n".join(option.label for option in options),
        whole=item.whole,
        required=item.required,
        evidence=item.evidence_prompt or "",
    )


def levels_of(core: Questionnaire, item: Item | None) -> tuple[ResponseOption, ...]:
    """The levels that a level item describes."""
    if item is not None and item.kind == "level":
        return core.options_of(item)
    return core.scale if len(core.scale) > 1 else USUAL_LEVELS


def document_of(core: Questionnaire, item: Item | None, said: Written, taken: Sequence[str]) -> dict[str, object]:
    """The item as it would be kept; `item` is the one that is changed, `taken` are the ids of all."""
    base = item.model_dump(mode="json", exclude_defaults=True) if item is not None else {}
    same_kind = item is not None and item.kind == said.kind
    kept = {key: value for key, value in base.items() if key not in IN_FORM and (same_kind or key in ANY_KIND)}
    made = {"id": own_id(said.text, taken), **kept, "kind": said.kind, "text": said.text.strip()}
    if said.kind == "level":
        levels = levels_of(core, item)
        made["descriptors"] = {level.code: said.descriptors.get(level.code, "").strip() for level in levels}
        if same_kind:
            made |= {key: base[key] for key in ("options", "scale") if key in base}
        elif levels is USUAL_LEVELS:
            made["options"] = [level.model_dump(exclude_none=True) for level in levels]
    if said.kind in ("single", "multiple"):
        made["options"] = options = _options(core, item, said.options)
        _keep_what_follows(made, options)
    further = {"hint": said.hint.strip(), "evidence_prompt": said.evidence.strip(), "required": said.required}
    further |= {"whole": said.whole} if said.kind == "number" else {}
    return made | {key: value for key, value in further.items() if value}


def wrong_fields(findings: Sequence[Finding], at: int, document: Document) -> dict[str, str]:
    """Field of the form to what is to be put right there; "" holds what belongs to none of them."""
    found: dict[str, str] = {}
    for one in findings:
        if one.grade == "error" and one.place.startswith(f"items[{at}]"):
            said = f"{one.what} {one.remedy}".replace(f"“{document['id']}”", text.THIS)
            rest = one.place.removeprefix(f"items[{at}]").lstrip(".")
            for name, sentence in _in_fields(re.split(r"[.\[]", rest)[0], said, document).items():
                found.setdefault(name, sentence)
    return found


def remarks_on(findings: Sequence[Finding], at: int, document: Document) -> tuple[str, ...]:
    """What its author may want to look at again."""
    here = (one for one in findings if one.grade == "warning" and one.place.startswith(f"items[{at}]"))
    return tuple(f"{one.what} {one.remedy}".replace(f"“{document['id']}”", text.THIS) for one in here)


def _in_fields(name: str, said: str, document: Document) -> dict[str, str]:
    """`name` is the key of the item that a finding is about."""
    match document:
        case {"text": ""} if name == "text":
            return {"text": text.TEXT_NEEDED}
        case {"descriptors": dict(words)} if name == "descriptors" and not all(words.values()):
            return {f"descriptors {code}": text.DESCRIPTOR_NEEDED for code in words if not words[code]}
        case {"options": [] | [_]} if name in ("", "options") and document["kind"] in ("single", "multiple"):
            return {"options": text.TWO_NEEDED}
    return {name if name in IN_FORM - {"descriptors"} else "": said}


def preview_of(core: Questionnaire, others: Sequence[Item], document: Document) -> tuple[Questionnaire, Item] | None:
    """The item, with dots for what is not written yet, among all that would be asked; None while it can't be shown."""
    shown = {**document, "text": document["text"] or "…"}
    if isinstance(descriptors := document.get("descriptors"), Mapping):
        shown["descriptors"] = {code: words or "…" for code, words in descriptors.items()}
    try:
        item = Item.model_validate(shown)
    except ValidationError:
        return None
    try:
        beside = tuple(one for one in others if one.id != item.id)[: MOST_OWN - 1]
        return with_own_items(core, OwnItems(questionnaire=core.id, items=(*beside, item))), item
    except OwnItemsError:
        return core, item.model_copy(update={"visible_if": None, "checks": ()})


def _options(core: Questionnaire, item: Item | None, lines: str) -> list[dict[str, object]]:
    """An option that reads as before stays what it was; a new one gets a code from its words."""
    before = {} if item is None else {option.label: option for option in core.options_of(item)}
    made: list[dict[str, object]] = []
    codes = {option.code for option in before.values()}
    for label in filter(None, map(str.strip, lines.splitlines())):
        if label in before:
            made.append(before.pop(label).model_dump(mode="json", exclude_none=True))
            continue
        code = own_id(label, [f"own_{one}" for one in codes]).removeprefix("own_")
        codes.add(code)
        made.append({"code": code, "label": label})
    return made


def _keep_what_follows(made: dict[str, object], options: Sequence[Mapping[str, object]]) -> None:
    """A follow-up is asked after options that are still there."""
    if isinstance(follow_up := made.get("follow_up"), Mapping):
        named = follow_up.get("for_options")  # none: the lower half of what has a score
        left = [one["code"] for one in options if (one["code"] in named if named else one.get("score") is not None)]
        made["follow_up"] = {**follow_up, **({"for_options": left} if named else {})}
        if not left:
            del made["follow_up"]
