"""Moving an unfinished audit between versions: whatever is answered, skipped and moved, every answer is kept."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Answer, Entry, item_subject
from audit_app.responses.moving import beside, carry_forward, move_entries, what_moves
from audit_app.responses.standing import standings
from audit_app.responses.visibility import answers_of, hidden_items, without_hidden
from tests.builders import an_entry, answers
from tests.examples import examples
from tests.questionnaires.making import LEVELS, a_questionnaire, an_item
from tests.questionnaires.test_versions import FIRST, SECOND, THIRD

ANSWERED = answers({"kept": 3, "moved": 2, "other_now": 1, "two": 4, "old": 2}, evidence=["old"])


def test_what_stayed_comparable_carries_over_under_its_new_name() -> None:
    moved = answers_of(standings(move_entries(FIRST, SECOND, ANSWERED)))
    assert moved == {"kept": Answer(option="3"), "renamed": Answer(option="2")}


def test_what_did_not_is_kept_beside_with_its_evidence() -> None:
    kept = beside(move_entries(FIRST, SECOND, ANSWERED))
    assert {item: standing.answer for (_, item), standing in kept.items()} == {
        "other_now": Answer(option="1"),
        "two": Answer(option="4"),
        "old": Answer(option="2"),
    }
    assert len(kept[1, "old"].evidence) == 1


def test_what_moving_would_do_can_be_shown_before() -> None:
    moves = what_moves((FIRST, SECOND), ANSWERED)
    assert moves.carried == {"kept": "kept", "renamed": "moved"}
    assert moves.asked_again == {"other_now": "other_now", "two_a": "two", "two_b": "two"}
    assert moves.beside == ("old",)


def test_an_answer_that_no_longer_fits_is_asked_again() -> None:
    shorter = a_questionnaire(
        *(an_item(item.id, descriptors={"1": "No.", "2": "Yes."}) for item in FIRST.items), version=2, scale=LEVELS[:2]
    )
    assert answers_of(standings(move_entries(FIRST, shorter, ANSWERED))) == {
        "moved": Answer(option="2"),
        "other_now": Answer(option="1"),
        "old": Answer(option="2"),
    }
    assert what_moves((FIRST, shorter), ANSWERED).asked_again == {"kept": "kept", "two": "two"}


def test_moving_there_and_back_changes_nothing() -> None:
    assert move_entries(SECOND, FIRST, move_entries(FIRST, SECOND, ANSWERED)) == ANSWERED


def test_moving_to_the_same_version_changes_nothing() -> None:
    assert move_entries(SECOND, SECOND, ANSWERED) == ANSWERED


def test_what_is_said_about_the_plan_and_the_audit_stays() -> None:
    others = (an_entry(subject="plan/p1", field="title"), an_entry(minute=1, subject="audit", field="submission"))
    assert move_entries(FIRST, SECOND, others) == others


def test_the_last_wave_offers_what_is_comparable_and_says_what_is_old() -> None:
    offered = carry_forward((FIRST, SECOND), standings(ANSWERED), date(2026, 12, 1))
    assert {name: (one.item, one.stale) for name, one in offered.items()} == {
        "kept": ("kept", False),
        "renamed": ("moved", False),
    }
    assert all(one.stale for one in carry_forward((FIRST, SECOND), standings(ANSWERED), date(2028, 1, 1)).values())


LATER = (FIRST, SECOND, THIRD)
CONDITIONAL = tuple(
    a_questionnaire(
        *(an_item(item.id, **({"visible_if": "${kept} >= 3"} if item.id != "kept" else {})) for item in version.items),
        version=version.version,
        changes={name: change.model_dump(exclude_none=True) for name, change in version.changes.items()},
    )
    for version in LATER
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 6), st.sampled_from(["1", "2", "3", "4", "not_applicable", "-"])),
        st.tuples(st.just("move"), st.sampled_from([-1, 1]), st.just("")),
    ),
    max_size=25,
)


@settings(max_examples=examples(150), deadline=None)
@given(steps)
def test_any_answers_skips_and_moves_keep_every_answer_given(steps: list[tuple[str, int, str]]) -> None:
    at = 0
    entries: tuple[Entry, ...] = ()
    given_so_far: Counter[tuple[str, str]] = Counter()
    for minute, (step, number, code) in enumerate(steps):
        if step == "move":
            target = min(max(at + number, 0), len(CONDITIONAL) - 1)
            entries = move_entries(CONDITIONAL[at], CONDITIONAL[target], entries)
            at = target
        else:
            entries = (*entries, _said(CONDITIONAL[at], entries, number, code, minute))
            given_so_far[entries[-1].stamp, str(entries[-1].value)] += 1
        stands = standings(entries)
        hidden = hidden_items(CONDITIONAL[at], answers_of(stands))
        counts = without_hidden(CONDITIONAL[at], stands)
        assert Counter((entry.stamp, str(entry.value)) for entry in entries) == given_so_far
        assert set(stands) <= set(CONDITIONAL[at].items_by_id)
        assert set(counts) == set(stands) - hidden


@settings(max_examples=examples(60), deadline=None)
@given(st.dictionaries(st.sampled_from([item.id for item in FIRST.items]), st.integers(1, 4)), st.integers(1, 4))
def test_any_number_of_moves_there_and_back_change_nothing(given_answers: dict[str, int], times: int) -> None:
    entries = start = answers(given_answers)
    for _ in range(times):
        for old, new in ((FIRST, SECOND), (SECOND, THIRD), (THIRD, SECOND), (SECOND, FIRST)):
            entries = move_entries(old, new, entries)
    assert entries == start


def _said(questionnaire: Questionnaire, entries: tuple[Entry, ...], number: int, code: str, minute: int) -> Entry:
    """An answer, or one taken back, that replaces what stands for the item."""
    items = [item.id for item in questionnaire.items]
    subject = item_subject(items[number % len(items)])
    value = None if code == "-" else {"reason": code} if code == "not_applicable" else {"option": code}
    stands = tuple(entry.stamp for entry in entries if entry.subject == subject)
    return an_entry(value, minute=minute, subject=subject, field="answer", replaces=stands)  # type: ignore[arg-type]
