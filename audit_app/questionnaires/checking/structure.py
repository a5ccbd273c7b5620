"""What hangs together: ids, scales, descriptors, options, actions, the balance, and what became of older items.

It reads the file as the author wrote it, so that one mistake does not hide the others.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from audit_app.questionnaires.checking.findings import (
    Finding,
    Raw,
    codes_of,
    error,
    items_of,
    kind_of,
    name_of,
    objects,
    options_of,
    sections_of,
    warning,
)
from audit_app.questionnaires.model import CHOICE_KINDS


def structure(document: Raw) -> Iterator[Finding]:
    """Mistakes in what refers to what."""
    yield from _ids(document)
    yield from _scale(document.get("scale"), "scale")
    scales = document.get("scales")
    for name, scale in scales.items() if isinstance(scales, Mapping) else ():
        yield from _scale(scale, f"scales.{name}")
        if not any(item.get("scale") == name for _, item in items_of(document)):
            remedy = "Name it in an item’s “scale”, or take it out."
            yield warning(f"scales.{name}", f"No item uses the scale “{name}”.", remedy)
    for place, item in items_of(document):
        yield from _item(document, place, item)
    yield from _balance(document)
    yield from _changes(document)


def did_you_mean(name: str, known: Iterator[str] | list[str]) -> str:
    """The end of a remedy: the nearest name, where one is near."""
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _ids(document: Raw) -> Iterator[Finding]:
    first: dict[object, str] = {}
    named = [*sections_of(document), *items_of(document)]
    actions = [
        found for place, item in items_of(document) for found in objects(item.get("actions"), f"{place}.actions")
    ]
    for group in (named, actions):
        first.clear()
        for place, raw in group:
            key = raw.get("id")
            if isinstance(key, str) and key in first:
                what = f"The id “{key[:80]}” stands twice; first at {first[key]}."
                yield error(f"{place}.id", what, "Give each an id of its own.")
            elif isinstance(key, str):
                first[key] = place


def _scale(scale: object, place: str) -> Iterator[Finding]:
    options = tuple(option for _, option in objects(scale, place))
    codes = codes_of(options)
    for at, code in enumerate(codes):
        if code in codes[:at]:
            yield error(
                f"{place}[{at}].code", f"The code “{code[:40]}” stands twice.", "Give each option its own code."
            )
        if any(character.isspace() for character in code) or not code:
            remedy = "Use letters, digits, hyphens and underscores."
            yield error(f"{place}[{at}].code", "A code has no spaces and is not empty.", remedy)
        if len(code) > 40:
            yield error(f"{place}[{at}].code", "A code has at most 40 characters.", "Use a shorter one.")
    scores = [score for option in options if isinstance(score := option.get("score"), int | float)]
    if len(scores) > 1 and scores == sorted(scores, reverse=True) and len(set(scores)) > 1:
        remedy = "Write the lowest level first; for one statement that is keyed the other way, use “reverse”."
        yield warning(place, "The scale runs backwards: its first option has the highest score.", remedy)
    elif scores != sorted(scores):
        yield warning(
            place, "The scores go up and down along the scale.", "Put the options in the order of their scores."
        )


def _item(document: Raw, place: str, item: Raw) -> Iterator[Finding]:
    kind = kind_of(item)
    scales = document.get("scales")
    known = [str(name) for name in scales] if isinstance(scales, Mapping) else []
    options = options_of(document, item)
    codes = codes_of(options)
    if kind not in CHOICE_KINDS:
        for key in ("options", "scale", "descriptors", "reverse", "follow_up"):
            if item.get(key):
                remedy = "Take it out, or change the kind."
                yield warning(f"{place}.{key}", f"An item of the kind “{kind}” has no use for “{key}”.", remedy)
        return
    if item.get("options"):
        yield from _scale(item["options"], f"{place}.options")
        if item.get("scale") is not None:
            yield error(f"{place}.scale", "It has a scale and options of its own.", "Take one of the two out.")
    elif isinstance(item.get("scale"), str) and item["scale"] not in known:
        name = str(item["scale"])
        remedy = f"Add it to “scales”.{did_you_mean(name, known)}"
        yield error(f"{place}.scale", f"There is no scale “{name[:80]}”.", remedy)
        return
    if len(codes) < 2:
        remedy = "Give it “options”, a shared “scale”, or the questionnaire a “scale”."
        yield error(place, f"“{name_of(item)}” has fewer than two options to choose from.", remedy)
    if kind == "level":
        yield from _descriptors(place, item, codes)
        if options and not any(isinstance(option.get("score"), int | float) for option in options):
            remedy = "Give the options scores, or make it a single choice."
            yield warning(place, f"No option of “{name_of(item)}” has a score, so it never counts.", remedy)
    follow_up = item.get("follow_up")
    if isinstance(follow_up, Mapping):
        asked_for = follow_up.get("for_options", ["1", "2"])
        yield from _codes_known(asked_for, codes, f"{place}.follow_up.for_options")
    for action_place, action in objects(item.get("actions"), f"{place}.actions"):
        yield from _codes_known(action.get("for_levels", ["1", "2"]), codes, f"{action_place}.for_levels")


def _descriptors(place: str, item: Raw, codes: tuple[str, ...]) -> Iterator[Finding]:
    descriptors = item.get("descriptors", {})
    if not isinstance(descriptors, Mapping):
        return
    for code in codes:
        if code not in descriptors:
            what = f"“{name_of(item)}” does not say what the level “{code[:40]}” looks like."
            yield error(f"{place}.descriptors", what, "Add a descriptor for it.")
    for code in descriptors:
        if code not in codes:
            remedy = f"The levels are {', '.join(codes)}. Take it out, or change its code."
            yield error(f"{place}.descriptors.{str(code)[:40]}", "It describes a level that the scale hasn’t.", remedy)


def _codes_known(given: object, codes: tuple[str, ...], place: str) -> Iterator[Finding]:
    for code in given if isinstance(given, list | tuple) else ():
        if isinstance(code, str) and code not in codes:
            yield error(place, f"There is no option “{code[:40]}”.", f"The options are {', '.join(codes)[:300]}.")


def _balance(document: Raw) -> Iterator[Finding]:
    balance = document.get("balance")
    known = [name_of(section) for _, section in sections_of(document)]
    for force, names in balance.items() if isinstance(balance, Mapping) else ():
        for name in names if isinstance(names, list | tuple) else ():
            if isinstance(name, str) and name not in known:
                remedy = f"Name sections of this questionnaire.{did_you_mean(name, known)}"
                yield error(f"balance.{force}", f"There is no section “{name[:80]}”.", remedy)


def _changes(document: Raw) -> Iterator[Finding]:
    changes = document.get("changes")
    if not isinstance(changes, Mapping) or not changes:
        return
    known = [name_of(item) for _, item in items_of(document)]
    if document.get("version") == 1:
        yield error("changes", "A first version has nothing before it.", "Take it out, or raise the version.")
    for old, change in changes.items():
        place = f"changes.{str(old)[:80]}"
        if not isinstance(change, Mapping):
            continue
        named = change.get("items", ())
        became = [name for name in named if isinstance(name, str)] if isinstance(named, list | tuple) else []
        for name in became:
            if name not in known:
                remedy = f"Name items of this version.{did_you_mean(name, known)}"
                yield error(f"{place}.items", f"There is no item “{name[:80]}”.", remedy)
        match change.get("became"):
            case "split" if len(became) < 2:
                yield error(f"{place}.items", "An item that was split becomes two or more.", "Name all of them.")
            case "dropped" if became:
                yield error(f"{place}.items", "A dropped item becomes none.", "Take them out, or say “changed”.")
            case "same" | "reworded" | "changed" if len(became) > 1:
                yield error(f"{place}.items", "It became more than one item.", "Say “split”.")
            case "same" | "reworded" | "changed" if not became and old not in known:
                what = f"The item “{str(old)[:80]}” is not in this version."
                yield error(place, what, "Say which item it became, or that it was dropped.")
