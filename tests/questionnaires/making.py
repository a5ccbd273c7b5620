"""Questionnaires for tests: small documents in the file's own shape, so that a test shows what an author writes."""

import json
from collections.abc import Mapping, Sequence

from audit_app.questionnaires.library import read_questionnaire
from audit_app.questionnaires.model import Questionnaire

Document = dict[str, object]

LEVELS: list[object] = [
    {"code": str(level), "label": label, "score": level}
    for level, label in enumerate(("Not yet", "Started", "In place", "Part of how we work"), start=1)
]


def an_item(item_id: str, **fields: object) -> Document:
    """A level item with a descriptor for each level, unless its kind says otherwise."""
    item: Document = {"id": item_id, "text": f"We say what {item_id} is.", **fields}
    if fields.get("kind", "level") == "level" and "descriptors" not in fields:
        item["descriptors"] = {str(level): f"What {item_id} looks like at {level}." for level in range(1, 5)}
        item.setdefault("actions", [{"id": f"do_{item_id}", "text": "Write it down.", "first_step": "Take a pen."}])
    return item


def a_choice(item_id: str, *codes: str, kind: str = "single", **fields: object) -> Document:
    """A single or multiple item with options of its own."""
    options: object = [{"code": code, "label": f"The one called {code}"} for code in codes]
    return an_item(item_id, kind=kind, options=options, **fields)


def a_document(*items: Mapping[str, object], **fields: object) -> Document:
    """A whole file with these items in one section."""
    return {
        "id": "a-form",
        "version": 1,
        "title": "A form",
        "summary": "What we ask.",
        "audience": "Whoever is asked.",
        "mode": "self_audit",
        "minutes": min(240, max(1, len(items))),
        "scale": LEVELS,
        "sections": [{"id": "all-of-it", "title": "All of it", "items": [dict(item) for item in items]}],
        **fields,
    }


def a_questionnaire(*items: Mapping[str, object], **fields: object) -> Questionnaire:
    return read_questionnaire(as_file(a_document(*items, **fields)), "the test’s file")


def as_file(document: Mapping[str, object]) -> bytes:
    return json.dumps(document).encode()


TEXTS = frozenset(
    {
        *("title", "summary", "audience", "intro", "text", "hint", "label", "evidence_prompt", "why", "idea"),
        *("first_step", "prompt", "message", "note"),
    }
)


def in_two_languages(document: Document, but: Sequence[str] = ()) -> Document:
    """The same with each text twice, marked “(en)” and “(cy)”; texts under the keys in `but` stay English alone."""

    def told(value: object, key: str = "", within: str = "") -> object:
        if isinstance(value, str) and (key in TEXTS or within == "descriptors"):
            return f"{value} (en)" if key in but else {"en": f"{value} (en)", "cy": f"{value} (cy)"}
        if isinstance(value, Mapping):
            return {name: told(one, name, key) for name, one in value.items()}
        return [told(one, "", key) for one in value] if isinstance(value, list) else value

    return {name: told(one, name) for name, one in document.items()} | {"languages": ["en", "cy"]}
