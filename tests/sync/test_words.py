"""Answers in words: `scores` says only that there is one, and every result stays the same without them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.files import canonical_json, sha256
from audit_app.questionnaires.library import Library
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status
from audit_app.responses.union import united
from audit_app.results.audit_results import results_of
from audit_app.sync.bundle import Share, write_bundle
from audit_app.sync.merge import contents_to_keep, plan_import
from audit_app.sync.reading import read_bundle
from audit_app.sync.refusals import MoreThanSharedError
from audit_app.sync.sharing import redacted, shared, what_travels
from tests.builders import MORNING, a_school, an_audit, an_entry
from tests.questionnaires.making import a_choice, a_questionnaire, an_item

FORM = a_questionnaire(
    an_item("first"),
    an_item("words", kind="text"),
    an_item("after_words", visible_if="${words} != ''"),
    an_item("after_secret", visible_if="contains(${words}, 'secret')"),
    an_item("day", kind="date"),
    an_item("after_day", visible_if="${day} >= date('2026-01-01')"),
    a_choice("some", "a", "b", kind="multiple"),
    an_item("many", kind="number"),
)
LIBRARY = Library({(FORM.id, FORM.version): FORM})
AUDIT = an_audit(FORM)
TOLD = "Ann told us a secret"
VALUES: dict[str, list[JsonValue]] = {
    "words": [TOLD, "Other words", "2026-03-01"],
    "day": ["2026-03-01", "2025-03-01"],
    "some": [["a"], ["a", "b"]],
    "many": [7.0, 2.5],
}


def given_to(item: str, value: JsonValue, minute: int = 0, device: str = "laptop") -> Entry:
    return an_entry({"value": value}, minute=minute, device=device, subject=f"item/{item}", field="answer")


def travelled(entries: tuple[Entry, ...], share: Share) -> tuple[Entry, ...]:
    """Through a file, as another school would keep it."""
    content = write_bundle([AuditContent(audit=AUDIT, entries=entries)], a_school(), share, MORNING)
    planned = plan_import([read_bundle(("b.json", content))], lambda _: None, LIBRARY)
    return contents_to_keep(planned)[0].entries


def results(entries: tuple[Entry, ...]) -> str:
    return results_of(AUDIT, FORM, standings(counted(entries)), status(entries)).model_dump_json()


def test_words_stay_at_home_with_scores_and_that_there_are_some_does_not() -> None:
    entries = (given_to("words", TOLD), given_to("many", 7.0, 1), given_to("day", "2026-03-01", 2))
    sent = travelled(entries, "scores")
    assert [entry.value for entry in sent] == [{"value": ""}, {"value": 7.0}, {"value": "2026-03-01"}]
    assert travelled(entries, "comments")[0].value == {"value": TOLD}
    assert "no answers in words" in what_travels(entries, "scores")[1]
    assert united([*sent, *entries]) == entries


def test_a_file_of_scores_that_brings_words_is_refused() -> None:
    sent = tuple(redacted((given_to("words", TOLD),), "comments"))
    content = write_bundle([AuditContent(audit=AUDIT, entries=sent)], a_school(), "comments", MORNING)
    with pytest.raises(MoreThanSharedError):
        read_bundle(("b.json", _resealed(content)))


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("many", {"value": "seven"}),
        ("many", {"value": 2e15}),
        ("day", {"value": "31 February"}),
        ("some", {"value": ["a", "a"]}),
        ("some", {"value": ["z"]}),
        ("some", {"option": "a"}),
        ("words", {"value": ""}),
        ("words", {"option": "1"}),
        ("first", {"option": "9"}),
        ("first", {"value": "1"}),
    ],
)
def test_a_value_that_does_not_fit_its_item_is_refused(item: str, value: JsonValue) -> None:
    entry = an_entry(value, subject=f"item/{item}", field="answer")
    audit = AuditContent(audit=AUDIT, entries=(entry,))
    content = write_bundle([audit], a_school(), "full", MORNING)
    bundle = read_bundle(("b.json", content))
    assert item in plan_import([bundle], lambda _: None, LIBRARY).refused[0].reason


@st.composite
def histories(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Two devices answer, each having seen some of the rest."""
    made: list[Entry] = []
    for minute in range(draw(st.integers(1, 10))):
        item = draw(st.sampled_from([item.id for item in FORM.items]))
        values: list[JsonValue] = [{"value": one} for one in VALUES.get(item, [])] or [{"option": "1"}, {"option": "4"}]
        choices: list[JsonValue] = [*values, {"reason": "not_applicable"}, None]
        value: JsonValue = draw(st.sampled_from(choices))
        known = [one.stamp for one in made if one.subject == f"item/{item}"]
        seen = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
        made.append(an_entry(value, minute=minute, subject=f"item/{item}", field="answer", replaces=seen))
    return tuple(made)


@settings(deadline=None)
@given(histories(), st.sampled_from(["scores", "comments", "full"]))
def test_no_words_make_results_differ_after_the_journey(history: tuple[Entry, ...], share: Share) -> None:
    sent = travelled(history, share)
    assert results(sent) == results(history)
    assert united([*sent, *history]) == history
    assert shared(AuditContent(audit=AUDIT, entries=sent), share).entries == sent


def _resealed(content: bytes) -> bytes:
    """The same file saying that it holds scores only, with a right checksum."""
    document = json.loads(content)
    document["share"] = "scores"
    body = {key: value for key, value in document.items() if key not in ("sha256", "signature")}
    return json.dumps({**document, "sha256": sha256(canonical_json(body))}).encode()
