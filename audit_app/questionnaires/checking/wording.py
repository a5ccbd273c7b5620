"""Words and time: jargon, languages that lack a text, levels that read the same, more than fits the stated minutes."""

import re
from collections.abc import Iterator, Mapping

from audit_app.questionnaires.checking.findings import (
    Finding,
    Raw,
    error,
    items_of,
    kind_of,
    name_of,
    texts_of,
    warning,
)
from audit_app.questionnaires.model import FALLBACK_LANGUAGE

ITEMS_A_MINUTE = 6
"""A colleague who reads four descriptors and chooses does not manage more; a stated time below that is not honest."""

JARGON: Mapping[str, str] = {
    "actionable": "that can be done",
    "best practice": "what works well, and where",
    "capacity building": "learning to do it",
    "deep dive": "close look",
    "deliverables": "what will be done",
    "embedded practice": "what everyone does",
    "facilitate": "help, or run",
    "going forward": "from now on",
    "granular": "detailed",
    "holistic": "whole",
    "impactful": "what it changes",
    "incentivise": "reward",
    "key performance indicators": "what we measure",
    "KPIs": "what we measure",
    "learnings": "what we learned",
    "leverage": "use",
    "low-hanging fruit": "what is easy to do first",
    "operationalise": "put to work",
    "paradigm": "way of seeing it",
    "proactive": "early, or unasked",
    "robust": "sound, and how you can tell",
    "stakeholders": "who is meant: parents, staff, governors",
    "step change": "large change",
    "synergies": "what works better together",
    "synergy": "what works better together",
    "triangulate": "compare",
    "upskill": "train",
    "utilise": "use",
    "world-class": "what can be seen",
}
"""Words that respondents read past, and plainer ones."""

_JARGON = re.compile(rf"\b({'|'.join(re.escape(word) for word in JARGON)})\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_TEXTS = frozenset(
    {
        *("title", "summary", "audience", "intro", "text", "hint", "label", "evidence_prompt", "why", "idea"),
        *("first_step", "prompt", "message", "note"),
    }
)
"""Keys whose value is a text in one or several languages; so is each of `descriptors`."""


def wording(document: Raw) -> Iterator[Finding]:
    """What a respondent or a translator would stumble over."""
    yield from _minutes(document)
    yield from _languages(document)
    known = {word.lower(): plain for word, plain in JARGON.items()}
    for place, text in texts_in(document, ""):
        for _, words in texts_of(text, place):
            for word in dict.fromkeys(found.lower() for found in _JARGON.findall(words)):
                yield warning(place, f"“{word}” is jargon.", f"Say it plainly: {known[word]}.")
    for place, item in items_of(document):
        yield from _item(document, place, item)


def _item(document: Raw, place: str, item: Raw) -> Iterator[Finding]:
    descriptors = item.get("descriptors")
    if kind_of(item) != "level" or not isinstance(descriptors, Mapping):
        return
    read = [repr(text) for text in descriptors.values()]
    if len(set(read)) < len(read):
        what = f"Two levels of “{name_of(item)}” read the same."
        yield warning(f"{place}.descriptors", what, "Say what is different at each level.")
    if document.get("mode") == "self_audit" and not item.get("actions"):
        what = f"“{name_of(item)}” suggests nothing to do about a low level."
        yield warning(f"{place}.actions", what, "Add at least one suggested action.")


def _minutes(document: Raw) -> Iterator[Finding]:
    count = sum(kind_of(item) != "note" for _, item in items_of(document))
    minutes = document.get("minutes")
    if isinstance(minutes, int) and count > minutes * ITEMS_A_MINUTE:
        what = f"{count} items in {minutes} minutes is faster than people read."
        yield warning("minutes", what, "State a longer time, or ask less.")


def _languages(document: Raw) -> Iterator[Finding]:
    listed = document.get("languages", [FALLBACK_LANGUAGE])
    languages = [one for one in listed if isinstance(one, str)] if isinstance(listed, list | tuple) else []
    for at, language in enumerate(languages):
        if not _LANGUAGE.fullmatch(language):
            remedy = "Use a code such as “en” or “cy”."
            yield error(f"languages[{at}]", f"“{language[:40]}” is not the code of a language.", remedy)
    unlisted: dict[str, str] = {}
    for place, text in texts_in(document, ""):
        has = {str(name) for name, words in text.items() if words} if isinstance(text, Mapping) else {FALLBACK_LANGUAGE}
        if isinstance(text, Mapping) and FALLBACK_LANGUAGE not in has:
            yield error(place, "It has no English text, which is shown where another is missing.", "Add “en”.")
        for language in languages:
            if language != FALLBACK_LANGUAGE and language not in has:
                remedy = "Add it; until then the English is shown."
                yield warning(place, f"The text in “{language}” is missing.", remedy)
        for language in sorted(has - {FALLBACK_LANGUAGE, *languages}):
            unlisted.setdefault(language, place)
    for language, place in unlisted.items():
        what = f"It has a text in “{language[:40]}”, which “languages” does not list."
        yield warning(place, what, "Add the language to “languages”, or take the text out.")


def texts_in(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Every text, in one language or several, with its place."""
    match value:
        case Mapping():
            for key, one in value.items():
                below = f"{place}.{key}" if place else str(key)
                if key in _TEXTS and isinstance(one, str | Mapping):
                    yield below, one
                elif key == "descriptors" and isinstance(one, Mapping):
                    yield from ((f"{below}.{code}", text) for code, text in one.items())
                else:
                    yield from texts_in(one, below)
        case list() | tuple():
            for at, one in enumerate(value):
                yield from texts_in(one, f"{place}[{at}]")
