"""Language: in which one the app speaks. Every sentence passes through here on its way to a person.

Sentences stand in the code in English. A catalogue, `locale/<code>/LC_MESSAGES/school-audit.mo`, has them in another
language; whatever it lacks, or has with other placeholders than the English, is said in English. The language is chosen
once, by `start.py`, before the modules are loaded that have words as constants.
"""

import string
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
DOMAIN = "school-audit"
FOLDER = Path(__file__).with_name("locale")
MOST_BYTES = 8_000_000
"""Of a catalogue; ten times what all our words need."""
COUNTS_TRIED = 201
"""A rule for plurals has to hold for 0 and for these counts, or the catalogue is not used."""

_code = ENGLISH
_catalogue: "GNUTranslations | None" = None


def _(text: str) -> str:
    """A sentence of the app in the language that it speaks. Fill in what is in braces afterwards: `.format(…)`."""
    if _catalogue is None or not text:
        return text
    said = _catalogue.gettext(text)
    return said if _fits(said, text) else text


def pgettext(context: str, text: str) -> str:
    """The same for a word that means several things in English; `context` tells translators which is meant."""
    if _catalogue is None:
        return text
    said = _catalogue.pgettext(context, text)
    return said if _fits(said, text) else text


def ngettext(one: str, many: str, count: int) -> str:
    """The same for a sentence with a number: English has two forms of it, other languages up to six."""
    english = one if count == 1 else many
    if _catalogue is None:
        return english
    said = _catalogue.ngettext(one, many, count)
    if said in (one, many):  # not translated; which form of English is right, English decides
        return english
    return said if _fits(said, one, many) else english


def spoken() -> str:
    """The code of the language that the app speaks, such as “en” or “cy”."""
    return _code


def speak(*wanted: str, folder: Path = FOLDER) -> str:
    """From now on the first of these languages that there is a catalogue of, else English; says which it is."""
    global _code, _catalogue
    _code, _catalogue = ENGLISH, None
    for code in (found for one in wanted for found in _from_wide_to_base(one)):
        if code == ENGLISH:
            break
        catalogue = _read(folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo")
        if catalogue is not None:
            _code, _catalogue = code, catalogue
            break
    return _code


def speakable(folder: Path = FOLDER) -> tuple[str, ...]:
    """Codes of the languages that the app can speak: the present one first, then English, then the catalogues."""
    catalogues = sorted(found.parts[-3] for found in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(dict.fromkeys((_code, ENGLISH, *catalogues)))


def _from_wide_to_base(code: str) -> Iterator[str]:
    """“cy_GB.UTF-8”, as systems write it, is “cy-GB”, else “cy”."""
    plain = code.partition(".")[0].partition("@")[0].replace("_", "-")
    base = plain.partition("-")[0].lower()
    if base.isalpha() and plain.replace("-", "").isalnum():  # no path
        yield from dict.fromkeys((plain, base))


def _read(file: Path) -> "GNUTranslations | None":
    """None when it is missing or damaged: the app then speaks English."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        from gettext import GNUTranslations

        with file.open("rb") as content:
            found = GNUTranslations(content)
        for count in range(COUNTS_TRIED):
            found.ngettext("one", "many", count)
    except (OSError, ValueError, LookupError, ArithmeticError, RecursionError, struct.error):
        return None
    return found


def _fits(said: str, *english: str) -> bool:
    """Whether a translation can be filled in as the English can: it names nothing that the English doesn't."""
    if not said:
        return False
    known = [_placeholders(one) for one in english]
    found = _placeholders(said)
    return None in known or (found is not None and found <= frozenset().union(*(one for one in known if one)))


@lru_cache(maxsize=4096)
def _placeholders(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """What is in braces, with how it is written; None when the text was never meant to be filled in."""
    if "{" not in text and "}" not in text:
        return frozenset()
    try:
        return frozenset(
            (name, how, conversion)
            for _text, name, how, conversion in string.Formatter().parse(text)
            if name is not None
        )
    except ValueError:
        return None
