"""The language of the questionnaires, through the workspace: what is read changes, and nothing that is kept."""

import json
from pathlib import Path

import pytest

from audit_app.app import open_workspace
from audit_app.questionnaires.languages import language_name
from audit_app.questionnaires.library import Library, shipped
from audit_app.questionnaires.model import FALLBACK_LANGUAGE
from audit_app.workspace import Workspace
from tests.builders import a_school, level
from tests.questionnaires.making import Document, a_choice, a_document, an_item, as_file, in_two_languages
from tests.questionnaires.xlsform.making import a_survey
from tests.reports.reading import read
from tests.test_cli import Terminal, terminal
from tests.test_moving_audits import installed

__all__ = ["terminal"]

FORM = a_document(
    an_item("trust", why="Because.", follow_up={"prompt": "Say more."}, evidence_prompt="Minutes?"),
    an_item("visits", hint="Count them."),
    a_choice("partners", "near", "far", kind="multiple", visible_if="${trust} >= 2"),
    an_item("pupils", kind="number", checks=[{"condition": ". <= 900", "message": "So many?", "grade": "warning"}]),
    id="both-ways",
    title="Both ways",
    minutes=4,
)
SPREADSHEET = """
| type          | name  | label::English (en) | label::Cymraeg (cy) | label::Polski (pl) |
| select_one yn | asks  | Do you ask?         | Ydych chi’n gofyn?  |                    |
| text          | story | What happened?      |                     |                    |
"""


def reading(workspace: Workspace, language: str) -> Workspace:
    workspace.keep_settings(workspace.settings().model_copy(update={"language": language}))
    return workspace


def with_form(document: Document | None = None) -> Workspace:
    workspace = installed(Library({}))
    workspace.import_questionnaire("form.json", as_file(document or in_two_languages(FORM)))
    return workspace


def answered(workspace: Workspace) -> str:
    audit = workspace.start_audit("both-ways", "Autumn 2026", a_school())
    workspace.answer(audit, "trust", level(2))
    workspace.answer(audit, "visits", level(3))
    return audit


def only(text: str, language: str) -> bool:
    return (f"({language})" in text, text.count("(en)") + text.count("(cy)")) == (True, text.count(f"({language})"))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_everything_that_is_read_is_in_the_language_of_the_settings(language: str) -> None:
    workspace = reading(with_form(), language)
    audit = answered(workspace)
    workspace.adopt(audit, workspace.suggestions(audit)[0])
    for read_by_people in (
        workspace.questionnaires()[0].model_dump_json(exclude={"changes"}),
        workspace.questionnaire("both-ways").model_dump_json(),
        workspace.read_questionnaire("x.json", as_file(in_two_languages(FORM))).questionnaire.model_dump_json(),  # type: ignore[union-attr]  # it is sound
        workspace.audit(audit).questionnaire.model_dump_json(),
        workspace.audits()[0].title,
        workspace.earlier_audits("both-ways", a_school())[0].title,
        workspace.results(audit).model_dump_json(),
        workspace.suggestions(audit)[0].model_dump_json(),
        workspace.plan(audit).model_dump_json(),
        " ".join(words for _, words in read(workspace.report(audit)).said()),
    ):
        assert only(read_by_people, language), read_by_people


def test_results_differ_in_their_words_alone() -> None:
    workspace = with_form()
    audit = answered(workspace)
    english = workspace.results(audit).model_dump_json()
    assert reading(workspace, "cy").results(audit).model_dump_json() == english.replace("(en)", "(cy)")


def test_what_is_kept_and_what_travels_is_the_same_in_every_language() -> None:
    kept = []
    for language in ("en", "cy"):
        workspace = reading(with_form(), language)
        audit = answered(workspace)
        workspace.submit(audit)
        bundle = json.loads(workspace.export(audit, "full"))
        signed = ("signature", "sha256")
        kept.append((workspace.audit(audit).entries, {key: one for key, one in bundle.items() if key not in signed}))
        assert workspace.audit(audit).audit.questionnaire.fingerprint == with_form().questionnaires()[0].fingerprint
    assert kept[0] == kept[1]


def test_an_audit_moves_to_the_next_version_in_any_language_and_what_is_kept_is_the_same() -> None:
    kept = []
    for language in ("en", "cy"):
        workspace = with_form()
        audit = answered(workspace)
        changes = {"visits": {"became": "changed", "note": {"en": "Asked otherwise. (en)", "cy": "Newid. (cy)"}}}
        second = {**in_two_languages(FORM), "version": 2, "changes": changes}
        workspace.import_questionnaire("two.json", as_file(second))
        moved = reading(workspace, language).move_to_version(audit)
        assert only(moved.questionnaire.model_dump_json(), language)
        assert only(repr(moved.before_asked), language)
        kept.append(moved.entries)
    assert kept[0] == kept[1]


def test_an_audit_goes_on_when_the_language_changes() -> None:
    workspace = with_form()
    audit = answered(workspace)
    assert reading(workspace, "cy").audit(audit).stands == reading(workspace, "en").audit(audit).stands
    assert only(reading(workspace, "cy").audit(audit).questionnaire.title, "cy")
    assert only(reading(workspace, "en").audit(audit).questionnaire.title, "en")


def test_a_text_that_is_missing_is_shown_in_english() -> None:
    workspace = reading(with_form(in_two_languages(FORM, but=("hint", "message"))), "cy")
    item = workspace.questionnaire("both-ways").items_by_id["visits"]
    assert (item.text, item.hint) == ("We say what visits is. (cy)", "Count them. (en)")


@pytest.mark.parametrize("language", ["pl", "", "cy-x", "../cy", "en"])
def test_a_language_that_it_has_not_is_english(language: str) -> None:
    assert only(reading(with_form(), language).questionnaire("both-ways").model_dump_json(), "en")


def test_only_languages_with_a_text_are_offered_and_english_always() -> None:
    assert installed(shipped()).languages() == (FALLBACK_LANGUAGE,)
    workspace = with_form({**in_two_languages(FORM), "languages": ["en", "cy", "pl"]})
    assert workspace.languages() == ("en", "cy")
    assert workspace.languages("both-ways") == ("en", "cy")
    workspace.import_questionnaire("plain.json", as_file(a_document(an_item("one"))))
    assert workspace.languages("a-form") == ("en",)


def test_a_spreadsheet_in_several_languages_is_read_in_them() -> None:
    workspace = installed(Library({}))
    workspace.import_questionnaire("form.xlsx", a_survey(SPREADSHEET))
    assert workspace.languages() == ("en", "cy")
    items = reading(workspace, "cy").questionnaire("a-form").items_by_id
    assert [items[name].text for name in ("asks", "story")] == ["Ydych chi’n gofyn?", "What happened?"]
    assert workspace.import_questionnaire("form.xlsx", a_survey(SPREADSHEET)).items_by_id == items


def test_a_new_version_is_compared_in_english_whatever_is_read() -> None:
    workspace = reading(with_form(), "cy")
    found = workspace.check_questionnaire("two.json", as_file({**in_two_languages(FORM), "version": 2}))
    assert found == with_form().check_questionnaire("two.json", as_file({**in_two_languages(FORM), "version": 2}))


@pytest.mark.parametrize("wrong", [5, "x" * 5000, ["a"]])
def test_a_text_that_is_wrong_in_another_language_is_found_before_it_is_imported(wrong: object) -> None:
    document = {**in_two_languages(FORM), "title": {"en": "Both ways", "cy": wrong}}
    errors = [
        one.place for one in with_form().check_questionnaire("form.json", as_file(document)) if one.grade == "error"
    ]
    assert "title.cy" in errors


def test_own_items_are_asked_beside_a_questionnaire_in_any_language() -> None:
    workspace = reading(with_form(), "cy")
    workspace.keep_own_items("both-ways", [an_item("own_breakfast")])
    audit = answered(workspace)
    own = workspace.audit(audit).questionnaire.items_by_id["own_breakfast"]
    assert reading(workspace, "en").audit(audit).questionnaire.items_by_id["own_breakfast"] == own


def test_settings_that_are_damaged_keep_nobody_from_reading(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    workspace.import_questionnaire("form.json", as_file(in_two_languages(FORM)))
    (tmp_path / "settings.json").write_text("{")
    assert only(workspace.questionnaire("both-ways").title, "en")
    workspace.close()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("cy", "Cymraeg (Welsh)"),
        ("pt-BR", "Português (Portuguese, pt-BR)"),
        ("en-GB", "English (en-GB)"),
        ("yo", "yo"),
        ("qaa-klingon", "Klingon"),
    ],
)
def test_a_language_is_called_as_its_speakers_call_it(code: str, name: str) -> None:
    assert language_name(code) == name


def test_the_setting_holds_on_the_command_line(terminal: Terminal) -> None:
    workspace = open_workspace(terminal.data)
    workspace.import_questionnaire("form.json", as_file(in_two_languages(FORM)))
    audit = answered(reading(workspace, "cy"))
    workspace.close()
    for command in (("questionnaires", "show", "both-ways"), ("audits", "show", audit), ("results", audit)):
        said = terminal.run(*command)[1]
        assert "(cy)" in said
        assert "(en)" not in said
    rows = terminal.json("questionnaires", "list")
    assert isinstance(rows, list)
    row = next(row for row in rows if row["id"] == "both-ways")
    assert (row["title"], row["languages"]) == ("Both ways (cy)", ["en", "cy"])
