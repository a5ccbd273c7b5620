"""What travels: chosen at export, and nothing more than was chosen."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.files import sha256
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status, what_stands
from audit_app.responses.union import united
from audit_app.results.audit_results import results_of
from audit_app.sync.bundle import Share
from audit_app.sync.sharing import shared, what_travels
from tests.sync.builders import (
    ITEMS,
    MINUTES,
    QUESTIONNAIRE,
    a_bundle,
    a_file,
    a_stamp,
    an_audit,
    everything,
    level,
    said,
)

SHARES: tuple[Share, ...] = ("scores", "comments", "full")
PRIVATE = ("Ann Ahmed", "Bob Byrne", "Carol Clarke", "Fix the trust", "away", "Taken back", "<b>x</b>")


def results(entries: Iterable[Entry]) -> str:
    """The results as JSON."""
    made = tuple(entries)
    return results_of(an_audit(), QUESTIONNAIRE, standings(counted(made)), status(made)).model_dump_json()


def received(content: AuditContent, share: Share) -> tuple[Entry, ...]:
    return a_bundle(content, share=share).audits[0].entries


@pytest.mark.parametrize("share", SHARES)
def test_results_are_the_same_bytes_after_the_journey(share: Share) -> None:
    assert results(received(everything(), share)) == results(everything().entries)


@pytest.mark.parametrize("share", SHARES)
def test_an_answer_that_came_after_the_submission_changes_no_results_on_the_journey(share: Share) -> None:
    submitted = said(2, "submission", {"entries": [a_stamp(1)]}, subject="audit")
    late = level(3, "4", replaces=[a_stamp(1)], device="tablet")
    content = AuditContent(audit=an_audit(), entries=(level(1, "1"), submitted, late))
    assert results(received(content, share)) == results(content.entries)
    assert standings(counted(received(content, share)))[ITEMS[0]].answer is not None


VALUES: dict[str, list[JsonValue]] = {
    "answer": [{"option": "1"}, {"option": "4"}, {"reason": "not_applicable"}, {"slider": 7}, None],
    "comment": ["Words", None],
    "evidence": [{"kind": "text", "text": "Words"}, {"kind": "hologram"}, None],
}


@st.composite
def histories(draw: st.DrawFn) -> tuple[Entry, ...]:
    """What several devices said about two items, each having seen some of the rest; submitted and reopened at times."""
    made: list[Entry] = []
    for second in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(["answer", "answer", "comment", "evidence", "submission", "reopening"]))
        if kind == "submission":
            made.append(said(second, kind, what_stands(made).model_dump(mode="json"), subject="audit"))
        elif kind == "reopening":
            sent = draw(st.sampled_from([entry.stamp for entry in made] or ["none"]))
            made.append(said(second, kind, {"submission": sent, "reason": "Why not"}, subject="audit"))
        else:
            item = draw(st.sampled_from(ITEMS[:2]))
            known = [one.stamp for one in made if (one.subject, one.field) == (f"item/{item}", kind)]
            seen = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
            made.append(said(second, kind, draw(st.sampled_from(VALUES[kind])), item=item, replaces=seen))
    return tuple(made)


@settings(deadline=None)
@given(histories(), st.sampled_from(SHARES))
def test_no_history_makes_results_differ_after_the_journey(history: tuple[Entry, ...], share: Share) -> None:
    sent = received(AuditContent(audit=an_audit(), entries=history), share)
    assert results(sent) == results(history)
    assert united([*sent, *history]) == history


@settings(deadline=None)
@given(histories(), st.data())
def test_a_later_export_leads_to_the_same_results_as_having_had_only_that(
    history: tuple[Entry, ...], data: st.DataObject
) -> None:
    earlier = AuditContent(audit=an_audit(), entries=history[: data.draw(st.integers(0, len(history)))])
    later = AuditContent(audit=an_audit(), entries=history)
    both = united([*received(earlier, "scores"), *received(later, "scores")])
    assert results(both) == results(history)


def test_full_brings_everything_back_as_it_was() -> None:
    assert a_bundle(everything(), share="full").audits[0].as_content() == everything()


def test_scores_hold_no_words_and_no_names_but_the_school() -> None:
    text = a_file(everything(), share="scores").decode()
    for private in (*PRIVATE, "<b>y</b>", "Termly", "example.org", "minutes", sha256(MINUTES)):
        assert private not in text


def test_comments_hold_what_stands_in_words_and_no_names() -> None:
    text = a_file(everything(), share="comments").decode()
    assert all(private not in text for private in (*PRIVATE, sha256(MINUTES)))
    assert json.dumps("R&D <b>y</b> Siân 🙂") in text
    assert "Termly minutes" in text
    assert "https://example.org/policy" in text


def test_a_file_that_no_entry_speaks_of_stays_at_home() -> None:
    content = everything().model_copy(update={"files": (MINUTES, b"%PDF a stray")})
    assert shared(content, "full").files == (MINUTES,)


@pytest.mark.parametrize("share", SHARES)
def test_sharing_what_was_shared_changes_nothing(share: Share) -> None:
    once = shared(everything(), share)
    assert shared(once, share) == once


def test_both_of_two_rival_answers_travel() -> None:
    stands = standings(received(everything(), "scores"))
    assert [entry.value for entry in stands[ITEMS[1]].rivals] == [{"option": "2"}, {"reason": "not_applicable"}]


def test_a_second_export_takes_the_place_of_the_first_however_much_happened_in_between() -> None:
    first = AuditContent(audit=an_audit(), entries=(level(1, "1"),))
    later = AuditContent(
        audit=an_audit(),
        entries=(*first.entries, level(2, "2", replaces=[a_stamp(1)]), level(3, "3", replaces=[a_stamp(2)])),
    )
    standing = standings(united([*received(first, "scores"), *received(later, "scores")]))[ITEMS[0]]
    assert standing.answer is not None
    assert standing.answer.option == "3"


def test_what_was_taken_back_goes_from_an_earlier_copy_too() -> None:
    first = AuditContent(audit=an_audit(), entries=(said(1, "comment", "Wrong"), level(2, "1")))
    later = AuditContent(
        audit=an_audit(),
        entries=(
            *first.entries,
            said(3, "comment", None, replaces=[a_stamp(1)]),
            said(4, "answer", None, replaces=[a_stamp(2)]),
        ),
    )
    stands = standings(united([*received(first, "comments"), *received(later, "comments")]))
    assert stands.get(ITEMS[0]) is None or stands[ITEMS[0]].model_dump(exclude={"changed"}) == {
        "answer": None,
        "rivals": (),
        "comments": (),
        "evidence": (),
    }


def test_copies_of_every_share_unite_to_the_whole_in_any_order() -> None:
    whole, scores, comments = (received(everything(), share) for share in ("full", "scores", "comments"))
    assert united([*scores, *comments]) == united([*comments, *scores]) == comments
    assert united([*scores, *whole, *comments]) == united([*whole, *comments, *scores]) == whole


def test_values_of_another_version_stay_at_home_and_still_replace_what_they_replaced() -> None:
    newer = said(2, "answer", {"slider": 7, "note": "Ann Ahmed"}, replaces=[a_stamp(1)])
    content = AuditContent(audit=an_audit(), entries=(level(1, "1"), newer))
    sent = received(content, "scores")
    assert [entry.value for entry in sent] == [{}]
    assert results(sent) == results(content.entries)
    assert united([*sent, *content.entries]) == content.entries


def test_what_travels_is_said_in_words_and_counts() -> None:
    assert what_travels(everything().entries, "scores")[0].startswith("5 answers")
    assert what_travels(everything().entries, "comments")[0] == "5 answers, 1 comment, 3 pieces of evidence in words"
    assert what_travels(everything().entries, "full") == (
        "5 answers, 1 comment, 3 pieces of evidence, 1 file",
        "The plan and the whole history: 22 changes, with the names of 2 people",
    )
