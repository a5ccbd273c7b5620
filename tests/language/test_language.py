"""In which language the app speaks: a sentence that has no fitting translation is said in English, each for itself."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from audit_app.language import DOMAIN, _, ngettext, pgettext, speak, speakable, spoken
from tests.language.pseudo import put

ONE, MANY = "{count} answer", "{count} answers"


def a_catalogue(folder: Path, *words: tuple[str, str], code: str = "cy") -> Path:
    """Of these sentences, each with its translation."""
    made = Catalog(locale=code)
    for english, translated in words:
        made.add(english, translated)
    return put(made, folder, code)


def a_file(folder: Path, content: bytes, code: str = "cy") -> Path:
    file = folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return folder


def test_without_a_catalogue_everything_is_said_in_english(tmp_path: Path) -> None:
    assert speak("cy", folder=tmp_path) == spoken() == "en"
    assert _("Settings") == "Settings"
    assert [ngettext(ONE, MANY, count) for count in (0, 1, 2)] == [MANY, ONE, MANY]
    assert pgettext("a survey’s state", "Open") == "Open"


def test_a_catalogue_that_has_half_of_the_sentences_says_these(tmp_path: Path) -> None:
    assert speak("cy", folder=a_catalogue(tmp_path, ("Settings", "Gosodiadau"))) == "cy"
    assert (_("Settings"), _("Library")) == ("Gosodiadau", "Library")


def test_the_first_language_that_there_is_counts(tmp_path: Path) -> None:
    folder = a_catalogue(tmp_path, ("Settings", "Gosodiadau"))
    assert speak("pl", "cy", folder=folder) == "cy"
    assert speak("en", "cy", folder=folder) == "en"
    assert speakable(folder) == ("en", "cy")


@pytest.mark.parametrize("code", ["cy", "cy_GB", "cy-GB", "cy_GB.UTF-8", "cy_GB@euro", "CY"])
def test_a_language_is_known_however_the_system_writes_it(tmp_path: Path, code: str) -> None:
    assert speak(code, folder=a_catalogue(tmp_path, ("Settings", "Gosodiadau"))) == "cy"


@pytest.mark.parametrize("code", ["", "C", "C.UTF-8", "../cy", "cy/../cy", "..", "\0", "x" * 5000])
def test_what_is_no_language_is_english(tmp_path: Path, code: str) -> None:
    assert speak(code, folder=a_catalogue(tmp_path, ("Settings", "Gosodiadau"))) == "en"


@pytest.mark.parametrize(
    "translated",
    [
        "{nmae} wedi’i gadw",
        "{name} {count}",
        "{name.__class__}",
        "{name!r}",
        "{name:>9}",
        "{0}",
        "{}",
        "{name",
        "name}",
    ],
)
def test_other_placeholders_than_the_english_has_are_never_filled_in(tmp_path: Path, translated: str) -> None:
    speak("cy", folder=a_catalogue(tmp_path, ("{name} is kept", translated), ("Settings", "Gosodiadau")))
    assert _("{name} is kept").format(name="Ann") == "Ann is kept"
    assert _("Settings") == "Gosodiadau"


def test_a_translation_may_leave_a_placeholder_out_or_move_it(tmp_path: Path) -> None:
    words = ("{done} of {total}", "{total}: {done}"), ("{name} is kept", "Wedi’i gadw")
    speak("cy", folder=a_catalogue(tmp_path, *words))
    assert _("{done} of {total}").format(done=2, total=7) == "7: 2"
    assert _("{name} is kept").format(name="Ann") == "Wedi’i gadw"


def test_each_language_counts_in_its_own_way(tmp_path: Path) -> None:
    made = Catalog(locale="cy")
    forms = ["{count} ateb-", "un ateb", "{count} ateb", "tri ateb", "chwe ateb", "{count} o atebion"]
    made.add((ONE, MANY), (*forms[: made.num_plurals - 1], forms[-1]))
    speak("cy", folder=put(made, tmp_path, "cy"))
    said = {ngettext(ONE, MANY, count).format(count=count) for count in range(30)}
    assert len({words.strip("0123456789") for words in said}) == made.num_plurals > 2


def test_a_count_that_is_not_translated_yet_is_an_english_count(tmp_path: Path) -> None:
    """Tools put English words into empty forms, by the rule of the other language: 0 would become “1 answer”."""
    made = Catalog(locale="cy")
    made.add(("1 answer", MANY), ("", "", "", "", "", ""))
    made.add("Settings", "Gosodiadau")
    assert speak("cy", folder=put(made, tmp_path, "cy")) == "cy"
    said = [ngettext("1 answer", MANY, count).format(count=count) for count in (0, 1, 2, 7)]
    assert said == ["0 answers", "1 answer", "2 answers", "7 answers"]


def test_a_form_of_a_plural_that_does_not_fit_is_said_in_english(tmp_path: Path) -> None:
    made = Catalog(locale="fr")
    made.add((ONE, MANY), ("{count} réponse", "{nombre} réponses"))
    speak("fr", folder=put(made, tmp_path, "fr"))
    assert ngettext(ONE, MANY, 1).format(count=1) == "1 réponse"
    assert ngettext(ONE, MANY, 5).format(count=5) == "5 answers"


def test_a_word_with_two_meanings_has_two_translations(tmp_path: Path) -> None:
    made = Catalog(locale="cy")
    made.add("Open", "Agor")
    made.add("Open", "Ar agor", context="a survey’s state")
    speak("cy", folder=put(made, tmp_path, "cy"))
    assert (_("Open"), pgettext("a survey’s state", "Open"), pgettext("nothing is decided", "Open")) == (
        "Agor",
        "Ar agor",
        "Open",
    )


@pytest.mark.parametrize(
    "content", [b"", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + b"\xff" * 60, b"msgid", b"\0" * 99]
)
def test_a_damaged_catalogue_is_passed_over(tmp_path: Path, content: bytes) -> None:
    assert speak("cy", folder=a_file(tmp_path, content)) == "en"
    assert _("Settings") == "Settings"


@pytest.mark.parametrize(
    "rule", ["nplurals=2; plural=n/0", "nplurals=2; plural=7", "nplurals=2; plural=os", "nonsense"]
)
def test_a_catalogue_whose_rule_for_plurals_fails_never_stops_the_app(tmp_path: Path, rule: str) -> None:
    catalogue = a_catalogue(tmp_path, ("Settings", "Gosodiadau"))
    file = catalogue / "cy" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    content = file.read_bytes()
    start = content.index(b"Plural-Forms: ") + len("Plural-Forms: ")
    end = content.index(b"\n", start)
    file.write_bytes(content[:start] + rule.encode().ljust(end - start) + content[end:])
    speak("cy", folder=catalogue)
    assert [ngettext(ONE, MANY, count) for count in range(300)] == [MANY, ONE, *[MANY] * 298]
