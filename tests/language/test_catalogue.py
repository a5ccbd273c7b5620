"""The template for translators: all that the app says, as it says it now, in sentences that can be translated."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from audit_app.language import ENGLISH, FOLDER, _fits, speak
from audit_app.verbs.plan_life import TITLES
from tests.language.catalogue import TEMPLATE, NotConstantError, as_file, sentences, template, unfit, unsaid
from tests.language.pseudo import pseudo

NOT_SAID = (
    "audit: Statement",
    "audit: Question",
    "over_time: no clear change",
    "respondent: survey-response.json",
)
"""Codes, the name of a file, and what English alone puts in the place of another word."""
PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]*")


@pytest.fixture(scope="module")
def found() -> Catalog:
    return template()


def forms(one: Message) -> tuple[str, ...]:
    return (one.id,) if isinstance(one.id, str) else tuple(one.id)


def test_the_template_is_as_the_sources_are(found: Catalog) -> None:
    """Another sentence? `uv run python -m tests.language.catalogue` writes it anew."""
    assert TEMPLATE.read_text("utf-8") == as_file(found).decode(), "uv run python -m tests.language.catalogue"


def test_every_placeholder_has_a_name_that_translators_can_read(found: Catalog) -> None:
    odd = [
        (form, name)
        for one in found
        for form in forms(one)
        if one.id and "python-brace-format" in one.flags
        for _text, name, how, conversion in string.Formatter().parse(form)
        if name is not None and (not PLAIN_NAME.fullmatch(name) or how or conversion)
    ]
    assert odd == []


def test_no_sentence_begins_or_ends_within_another(found: Catalog) -> None:
    """A piece that is put together with another can't be translated; “, and ” between conditions is meant so."""
    pieces = [form for one in found for form in forms(one) if one.id and form != form.strip()]
    assert set(pieces) <= {", and ", ", or "}


def test_every_sentence_can_be_filled_in_after_it_was_translated(found: Catalog) -> None:
    for english, translated in zip(found, pseudo(found), strict=True):
        said = (translated.string,) if isinstance(translated.string, str) else translated.string or ()
        assert all(_fits(one, *forms(english)) for one in said), english.id


def test_what_the_code_says_about_a_sentence_comes_along() -> None:
    source = '''
MENU = _("Menu")  # opens the navigation
# Translators: the state of a survey
OPEN = pgettext("a survey", "Open")

def left(count: int) -> str:
    """Beside the bar.

    Of progress.
    """
    return f"{ngettext("1 left", "{count} left", count).format(count=count)}"
'''.replace('"1 left", "{count} left"', "'1 left', '{count} left'")
    menu, opened, left = sentences(source)
    assert (menu.words, menu.notes) == ("Menu", ("opens the navigation",))
    assert (opened.words, opened.context, opened.notes) == ("Open", "a survey", ("the state of a survey",))
    assert (left.words, left.notes) == (("1 left", "{count} left"), ("Beside the bar.",))


@pytest.mark.parametrize("source", ['_(f"{name} is kept")', "_(name)", '_("a" + b)', 'ngettext("1 day", many, 3)'])
def test_a_sentence_that_is_put_together_first_is_no_sentence(source: str) -> None:
    with pytest.raises(NotConstantError):
        list(sentences(source))


def test_every_catalogue_that_ships_fits_and_can_be_used() -> None:
    for translations in FOLDER.glob("*/LC_MESSAGES/*.po"):
        assert unfit(translations) == [], translations
        assert speak(translations.parts[-3]) != ENGLISH, "uv run pybabel compile -D school-audit -d audit_app/locale"


def test_translators_are_told_which_sentences_do_not_fit(tmp_path: Path) -> None:
    made = Catalog(locale="cy")
    made.add("{name} is kept", "{enw} wedi’i gadw")
    made.add("{done} of {total}", "{total}: {done}")
    made.add("Settings", "")
    file = tmp_path / "school-audit.po"
    file.write_bytes(as_file(made))
    assert unfit(file) == ["{name} is kept"]


def test_words_of_the_screens_stand_nowhere_but_in_sentences() -> None:
    """What `ui/text` says without the catalogue could not be translated."""
    modules = sorted((FOLDER.parent / "ui" / "text").glob("*.py"))
    assert len(modules) > 30
    left = [f"{path.stem}: {words}" for path in modules for words in unsaid(path.read_text("utf-8"))]
    assert [words for words in left if words not in NOT_SAID] == []


def test_no_refusal_says_words_outside_a_sentence() -> None:
    """What follows `super().__init__(` of an error, without what `_()` and its like say; the start and the command line
    are in English (decision 0012)."""
    core = ("questionnaires", "responses", "results", "plans", "reports", "sync", "storage", "verbs")
    paths = [path for name in core for path in sorted((FOLDER.parent / name).rglob("*.py"))]
    left = [f"{path.stem}: {words}" for path in paths for words in _said_by_errors(path.read_text("utf-8"))]
    assert len(paths) > 150
    assert left == []


def test_a_plan_s_days_are_said_in_sentences(found: Catalog) -> None:
    assert {words for words in TITLES.values() if words not in found} == set()


def _said_by_errors(source: str) -> list[str]:
    inits = [
        call.args[0]
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__" and call.args
    ]
    pieces = [
        value.value
        for said in inits
        for value in (said.values if isinstance(said, ast.JoinedStr) else [said])
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]
    return [piece for piece in pieces if re.search(r"[A-Za-z]{2}", piece)]
