"""Words and time: jargon, long titles, languages that lack a text, levels that read the same, too few minutes."""

import re
from collections.abc import Iterator, Mapping

from audit_app.language import _, ngettext
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
from audit_app.shortening import LONGEST_TITLE

ITEMS_A_MINUTE = 6
"""A colleague who reads four descriptors and chooses does not manage more; a stated time below that is not honest."""

MOST_LANGUAGES = 40
"""Of one file."""

JARGON: Mapping[str, str] = {
    "actionable": _("that can be done"),
    "best practice": _("what works well, and where"),
    "capacity building": _("learning to do it"),
    "deep dive": _("close look"),
    "deliverables": _("what will be done"),
    "embedded practice": _("what everyone does"),
    "facilitate": _("help, or run"),
    "going forward": _("from now on"),
    "granular": "detailed",
    "holistic": "whole",
    "impactful": _("what it changes"),
    "incentivise": "reward",
    "key performance indicators": _("what we measure"),
    "KPIs": _("what we measure"),
    "learnings": _("what we learned"),
    "leverage": "use",
    "low-hanging fruit": _("what is easy to do first"),
    "operationalise": _("put to work"),
    "paradigm": _("way of seeing it"),
    "proactive": _("early, or unasked"),
    "robust": _("sound, and how you can tell"),
    "stakeholders": _("who is meant: parents, staff, governors"),
    "step change": _("large change"),
    "synergies": _("what works better together"),
    "synergy": _("what works better together"),
    "triangulate": "compare",
    "upskill": "train",
    "utilise": "use",
    "world-class": _("what can be seen"),
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
    yield from _titles(document)
    yield from _languages(document)
    known = {word.lower(): plain for word, plain in JARGON.items()}
    for place, text in texts_in(document, ""):
        for _place, words in texts_of(text, place):
            for word in dict.fromkeys(found.lower() for found in _JARGON.findall(words)):
                yield warning(
                    place,
                    _("“{word}” is jargon.").format(word=word),
                    _("Say it plainly: {known}.").format(known=known[word]),
                )
    for place, item in items_of(document):
        yield from _item(document, place, item)


def _item(document: Raw, place: str, item: Raw) -> Iterator[Finding]:
    descriptors = item.get("descriptors")
    if kind_of(item) != "level" or not isinstance(descriptors, Mapping):
        return
    read = [repr(text) for text in descriptors.values()]
    if len(set(read)) < len(read):
        what = _("Two levels of “{item}” read the same.").format(item=name_of(item))
        yield warning(f"{place}.descriptors", what, _("Say what is different at each level."))
    if document.get("mode") == "self_audit" and not item.get("actions"):
        what = _("“{item}” suggests nothing to do about a low level.").format(item=name_of(item))
        yield warning(f"{place}.actions", what, _("Add at least one suggested action."))


def _minutes(document: Raw) -> Iterator[Finding]:
    count = sum(kind_of(item) != "note" for _, item in items_of(document))
    minutes = document.get("minutes")
    if isinstance(minutes, int) and count > minutes * ITEMS_A_MINUTE:
        what = ngettext(
            "{items} items in a minute is faster than people read.",
            "{items} items in {minutes} minutes is faster than people read.",
            minutes,
        ).format(items=count, minutes=minutes)
        yield warning("minutes", what, _("State a longer time, or ask less."))


def _titles(document: Raw) -> Iterator[Finding]:
    """The questionnaire's and its sections', in every language."""
    for place, text in texts_in(document, ""):
        if place.rpartition(".")[2] != "title":
            continue
        longest = max((len(words) for _place, words in texts_of(text, place)), default=0)
        if longest > LONGEST_TITLE:
            yield warning(
                place,
                _("The title has {count} characters.").format(count=longest),
                _("Use at most {most}: a longer one is cut short where it stands in a list.").format(
                    most=LONGEST_TITLE
                ),
            )


def _languages(document: Raw) -> Iterator[Finding]:
    listed = document.get("languages", [FALLBACK_LANGUAGE])
    languages = [one for one in listed if isinstance(one, str)] if isinstance(listed, list | tuple) else []
    if len(languages) > MOST_LANGUAGES:
        what = _("It lists {count} languages, and there can be {most}.").format(
            count=len(languages), most=MOST_LANGUAGES
        )
        yield error("languages", what, _("Take those out in which there are no texts."))
        return
    for at, language in enumerate(languages):
        if not _LANGUAGE.fullmatch(language):
            remedy = _("Use a code such as “en” or “cy”.")
            yield error(
                f"languages[{at}]",
                _("“{language}” is not the code of a language.").format(language=language[:40]),
                remedy,
            )
    unlisted: dict[str, str] = {}
    for place, text in texts_in(document, ""):
        has = {str(name) for name, words in text.items() if words} if isinstance(text, Mapping) else {FALLBACK_LANGUAGE}
        if isinstance(text, Mapping) and FALLBACK_LANGUAGE not in has:
            yield error(place, _("It has no English text, which is shown where another is missing."), _("Add “en”."))
        for language in languages:
            if language != FALLBACK_LANGUAGE and language not in has:
                remedy = _("Add it; until then the English is shown.")
                yield warning(place, _("The text in “{language}” is missing.").format(language=language), remedy)
        for language in sorted(has - {FALLBACK_LANGUAGE, *languages}):
            unlisted.setdefault(language, place)
    for language, place in unlisted.items():
        what = _("It has a text in “{language}”, which “languages” does not list.").format(language=language[:40])
        yield warning(place, what, _("Add the language to “languages”, or take the text out."))


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
