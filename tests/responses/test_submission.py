"""Submissions: what was submitted is what counts, whatever arrives later without knowing of it."""

from audit_app.responses import changes
from audit_app.responses.model import Answer, Entry
from audit_app.responses.standing import standings
from audit_app.responses.submission import arrived_late, counted, is_received, status, submissions
from tests.builders import MORNING, a_clock, a_questionnaire, an_entry, level

QUESTIONNAIRE = a_questionnaire()
HEAD, DEPUTY = a_clock("head"), a_clock("deputy")


def answer(entries: tuple[Entry, ...], item: str, given: Answer | None, device: str = "head") -> tuple[Entry, ...]:
    clock = HEAD if device == "head" else DEPUTY
    return (*entries, *changes.answer(QUESTIONNAIRE, entries, item, given, clock, device))


def submitted() -> tuple[Entry, ...]:
    """Answered, one answer taken back, and submitted by the head."""
    entries = answer((), "purpose_a", level(3))
    entries = answer(answer(entries, "purpose_b", level(2)), "purpose_b", None)
    return (*entries, *changes.submit(QUESTIONNAIRE, entries, MORNING.date(), HEAD, "head"))


def test_an_audit_is_a_draft_until_it_is_submitted() -> None:
    assert status(()) == "draft"
    assert status(submitted()) == "submitted"


def test_everything_counts_in_a_draft() -> None:
    entries = answer((), "purpose_a", level(3))
    assert counted(entries) == entries
    assert arrived_late(entries) == ()


def test_nothing_is_late_in_what_was_just_submitted() -> None:
    entries = submitted()
    assert arrived_late(entries) == ()
    assert counted(entries) == entries


def test_an_answer_that_arrives_after_the_submission_waits() -> None:
    entries = submitted()
    deputys = answer(entries[:1], "purpose_a", level(1), "deputy")[1:]
    deputys += answer((), "purpose_c", level(4), "deputy")
    merged = (*entries, *deputys)
    assert arrived_late(merged) == deputys
    stands = standings(counted(merged))
    assert {item: one.answer for item, one in stands.items()} == {"purpose_a": level(3)}


def test_what_waited_is_taken_in_when_the_audit_is_reopened() -> None:
    entries = (*submitted(), *answer((), "purpose_c", level(4), "deputy"))
    reopened = (*entries, *changes.reopen(entries, "The deputy’s answers came in.", HEAD, "head"))
    assert arrived_late(reopened) == ()
    assert standings(counted(reopened))["purpose_c"].answer == level(4)


def test_plan_and_submissions_themselves_are_never_late() -> None:
    entries = (*submitted(), an_entry("Reading", minute=5000, subject="plan/a", field="title"))
    assert arrived_late(entries) == ()


def test_a_submission_that_can_not_be_read_submits_nothing() -> None:
    strange = an_entry({"all": True}, subject="audit", field="submission")
    assert (submissions([strange]), status([strange])) == ((), "draft")


def test_only_a_copy_without_any_words_is_received() -> None:
    whole, poor = an_entry(), an_entry(minute=1, redacted=True)
    assert (is_received([]), is_received([poor]), is_received([poor, whole])) == (False, True, False)
