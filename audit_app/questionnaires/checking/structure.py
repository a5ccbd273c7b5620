"""What hangs together: ids, scales, descriptors, options, actions, the balance, and what became of older items.

It reads the file as the author wrote it, so that one mistake does not hide the others.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from audit_app.language import _, ngettext
from audit_app.questionnaires.checking.findings import (
    MOST_OPTIONS,
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

MOST_COMPARED, LONGEST_NAME = 1000, 80
"""Names, and characters of one, that are looked through for the nearest: it takes ten microseconds each."""


def structure(document: Raw) -> Iterator[Finding]:
    """Mistakes in what refers to what."""
    yield from _ids(document)
    yield from _scale(document.get("scale"), "scale")
    scales = document.get("scales")
    for name, scale in scales.items() if isinstance(scales, Mapping) else ():
        yield from _scale(scale, f"scales.{name}")
        if not any(item.get("scale") == name for _, item in items_of(document)):
            remedy = _("Name it in an item’s “scale”, or take it out.")
            yield warning(f"scales.{name}", _("No item uses the scale “{name}”.").format(name=name), remedy)
    for place, item in items_of(document):
        yield from _item(document, place, item)
    yield from _balance(document)
    yield from _changes(document)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a remedy: the nearest name, where one is near."""
    near = get_close_matches(name[:LONGEST_NAME], [*known][:MOST_COMPARED], n=1)
    if not near:
        return ""
    # A space first, because it goes on after another sentence.
    return f" {_('Did you mean “{near}”?').format(near=near[0])}"


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
                what = _("The id “{key}” stands twice; first at {first}.").format(key=key[:80], first=first[key])
                yield error(f"{place}.id", what, _("Give each an id of its own."))
            elif isinstance(key, str):
                first[key] = place


def _scale(scale: object, place: str) -> Iterator[Finding]:
    options = tuple(option for _, option in objects(scale, place))
    if len(options) > MOST_OPTIONS:
        what = _("There are {count} options, and there can be {most}.").format(count=len(options), most=MOST_OPTIONS)
        yield error(place, what, _("Take some out, or ask in words."))
        return
    codes = codes_of(options)
    for at, code in enumerate(codes):
        if code in codes[:at]:
            yield error(
                f"{place}[{at}].code",
                _("The code “{code}” stands twice.").format(code=code[:40]),
                _("Give each option its own code."),
            )
        if any(character.isspace() for character in code) or not code:
            remedy = _("Use letters, digits, hyphens and underscores.")
            yield error(f"{place}[{at}].code", _("A code has no spaces and is not empty."), remedy)
        if len(code) > 40:
            yield error(f"{place}[{at}].code", _("A code has at most 40 characters."), _("Use a shorter one."))
    scores = [score for option in options if isinstance(score := option.get("score"), int | float)]
    if len(scores) > 1 and scores == sorted(scores, reverse=True) and len(set(scores)) > 1:
        remedy = _("Write the lowest level first; for one statement that is keyed the other way, use “reverse”.")
        yield warning(place, _("The scale runs backwards: its first option has the highest score."), remedy)
    elif scores != sorted(scores):
        yield warning(
            place, _("The scores go up and down along the scale."), _("Put the options in the order of their scores.")
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
                remedy = _("Take it out, or change the kind.")
                yield warning(
                    f"{place}.{key}",
                    _("An item of the kind “{kind}” has no use for “{key}”.").format(kind=kind, key=key),
                    remedy,
                )
        return
    if item.get("options"):
        yield from _scale(item["options"], f"{place}.options")
        if item.get("scale") is not None:
            yield error(f"{place}.scale", _("It has a scale and options of its own."), _("Take one of the two out."))
    elif isinstance(item.get("scale"), str) and item["scale"] not in known:
        name = str(item["scale"])
        remedy = _("Add it to “scales”.{did_you_mean}").format(did_you_mean=did_you_mean(name, known))
        yield error(f"{place}.scale", _("There is no scale “{name}”.").format(name=name[:80]), remedy)
        return
    if len(codes) < 2:
        remedy = _("Give it “options”, a shared “scale”, or the questionnaire a “scale”.")
        yield error(place, _("“{item}” has fewer than two options to choose from.").format(item=name_of(item)), remedy)
    if kind == "level":
        yield from _descriptors(place, item, codes)
        if options and not any(_is_scored(option) for option in options):
            remedy = _("Give the options scores, or make it a single choice.")
            yield warning(
                place,
                _("No option of “{item}” has a score, so it never counts.").format(item=name_of(item)),
                remedy,
            )
    follow_up = item.get("follow_up")
    if isinstance(follow_up, Mapping):
        yield from _codes_known(follow_up.get("for_options"), codes, f"{place}.follow_up.for_options")
        if not follow_up.get("for_options") and not any(_is_scored(option) for option in options):
            yield error(
                f"{place}.follow_up",
                _("It doesn’t say after which options it is asked, and none of them has a score."),
                _("Name the options in “for_options”."),
            )
    for action_place, action in objects(item.get("actions"), f"{place}.actions"):
        yield from _codes_known(action.get("for_levels"), codes, f"{action_place}.for_levels")


def _is_scored(option: Raw) -> bool:
    return isinstance(option.get("score"), int | float)


def _descriptors(place: str, item: Raw, codes: tuple[str, ...]) -> Iterator[Finding]:
    descriptors = item.get("descriptors", {})
    if not isinstance(descriptors, Mapping):
        return
    if missing := [code[:40] for code in codes if code not in descriptors]:
        what = ngettext(
            "“{item}” does not say what the level {names} looks like.",
            "“{item}” does not say what the levels {names} look like.",
            len(missing),
        ).format(item=name_of(item), names=", ".join(f"“{one}”" for one in missing)[:300])
        remedy = ngettext("Add a descriptor for it.", "Add a descriptor for each.", len(missing))
        yield error(f"{place}.descriptors", what, remedy)
    for code in descriptors:
        if code not in codes:
            remedy = _("The levels are {names}. Take it out, or change its code.").format(names=", ".join(codes))
            yield error(
                f"{place}.descriptors.{str(code)[:40]}", _("It describes a level that the scale hasn’t."), remedy
            )


def _codes_known(given: object, codes: tuple[str, ...], place: str) -> Iterator[Finding]:
    for code in given if isinstance(given, list | tuple) else ():
        if isinstance(code, str) and code not in codes:
            yield error(
                place,
                _("There is no option “{code}”.").format(code=code[:40]),
                _("The options are {name}.").format(name=", ".join(codes)[:300]),
            )


def _balance(document: Raw) -> Iterator[Finding]:
    balance = document.get("balance")
    known = [name_of(section) for _, section in sections_of(document)]
    for force, names in balance.items() if isinstance(balance, Mapping) else ():
        for name in names if isinstance(names, list | tuple) else ():
            if isinstance(name, str) and name not in known:
                remedy = _("Name sections of this questionnaire.{did_you_mean}").format(
                    did_you_mean=did_you_mean(name, known)
                )
                yield error(f"balance.{force}", _("There is no section “{name}”.").format(name=name[:80]), remedy)


def _changes(document: Raw) -> Iterator[Finding]:
    changes = document.get("changes")
    if not isinstance(changes, Mapping) or not changes:
        return
    known = [name_of(item) for _, item in items_of(document)]
    if document.get("version") == 1:
        yield error("changes", _("A first version has nothing before it."), _("Take it out, or raise the version."))
    for old, change in changes.items():
        place = f"changes.{str(old)[:80]}"
        if not isinstance(change, Mapping):
            continue
        named = change.get("items", ())
        became = [name for name in named if isinstance(name, str)] if isinstance(named, list | tuple) else []
        for name in became:
            if name not in known:
                remedy = _("Name items of this version.{did_you_mean}").format(did_you_mean=did_you_mean(name, known))
                yield error(f"{place}.items", _("There is no item “{name}”.").format(name=name[:80]), remedy)
        match change.get("became"):
            case "split" if len(became) < 2:
                yield error(f"{place}.items", _("An item that was split becomes two or more."), _("Name all of them."))
            case "dropped" if became:
                yield error(f"{place}.items", _("A dropped item becomes none."), _("Take them out, or say “changed”."))
            case "same" | "reworded" | "changed" if len(became) > 1:
                yield error(f"{place}.items", _("It became more than one item."), _("Say “split”."))
            case "same" | "reworded" | "changed" if not became and old not in known:
                what = _("The item “{item}” is not in this version.").format(item=str(old)[:80])
                yield error(place, what, _("Say which item it became, or that it was dropped."))
