"""Changes to an audit: what a person does is what stands afterwards; what can't be done is refused in a sentence."""

from collections.abc import Callable

import pytest

from audit_app.errors import AuditError
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.responses import changes
from audit_app.responses.model import Answer, Entry, Evidence
from audit_app.responses.refusals import (
    CommentTooLongError,
    EmptyEvidenceTextError,
    GoneError,
    MisfitError,
    NoReasonError,
    NothingToSubmitError,
    NotSubmittedError,
    ReasonNotAllowedError,
    ReceivedError,
    SubmittedError,
    UnknownItemError,
    UnknownOptionError,
    UnreadyError,
    UnsettledError,
)
from audit_app.responses.standing import NOTHING, Standing, standings
from audit_app.responses.submission import status, submissions
from tests.builders import MORNING, NOT_APPLICABLE, a_clock, a_questionnaire, an_entry, an_item, level
from tests.questionnaires.making import a_choice
from tests.questionnaires.making import a_questionnaire as a_form
from tests.questionnaires.making import an_item as an_asked

ITEMS = (an_item("shared_goals"), an_item("named_person", allow_not_applicable=False))
QUESTIONNAIRE = a_questionnaire(Section(id="purpose", title="Purpose", items=ITEMS))
WORDS = Evidence(kind="text", text="Minutes of May")


class Audited:
    """An audit on one device."""

    def __init__(self, device: str = "laptop", entries: tuple[Entry, ...] = (), by: str = "Ann") -> None:
        self.clock = a_clock(device)
        self.entries = entries
        self.by = by

    def item(self, make: Callable[..., tuple[Entry, ...]], *given: object, item: str = "shared_goals") -> "Audited":
        self.entries += make(QUESTIONNAIRE, self.entries, item, *given, self.clock, self.by)
        return self

    def answer(self, code: int, item: str = "shared_goals") -> "Audited":
        return self.item(changes.answer, level(code), item=item)

    def submit(self) -> "Audited":
        self.entries += changes.submit(QUESTIONNAIRE, self.entries, MORNING.date(), self.clock, self.by)
        return self

    def reopen(self, reason: str = "A slip.") -> "Audited":
        self.entries += changes.reopen(self.entries, reason, self.clock, self.by)
        return self

    @property
    def stands(self) -> Standing:
        return standings(self.entries).get("shared_goals", NOTHING)


def merged(*copies: Audited) -> tuple[Entry, ...]:
    found = {entry.stamp: entry for copy in copies for entry in copy.entries}
    return tuple(found[stamp] for stamp in sorted(found))


def rivals() -> Audited:
    return Audited(entries=merged(Audited("annslaptop").answer(2), Audited("bobstablet", by="Bob").answer(3)))


def test_an_answer_stands_with_its_author() -> None:
    audited = Audited().answer(3)
    assert audited.stands.answer == level(3)
    assert [(entry.by, entry.subject, entry.value) for entry in audited.entries] == [
        ("Ann", "item/shared_goals", {"option": "3"})
    ]


def test_a_later_answer_replaces_the_one_that_stood() -> None:
    audited = Audited().answer(3).answer(2)
    assert audited.stands.answer == level(2)
    assert audited.entries[1].replaces == (audited.entries[0].stamp,)


def test_the_same_answer_again_makes_no_entry() -> None:
    assert len(Audited().answer(3).answer(3).entries) == 1


def test_an_answer_can_be_taken_back_and_given_again() -> None:
    audited = Audited().answer(3).item(changes.answer, None)
    assert audited.stands == NOTHING
    assert audited.item(changes.answer, None).answer(4).stands.answer == level(4)


def test_the_reason_for_no_level_is_an_answer() -> None:
    assert Audited().item(changes.answer, NOT_APPLICABLE).stands.answer == NOT_APPLICABLE


def test_a_change_sorts_after_everything_that_was_seen() -> None:
    ahead = Audited("tablet", entries=(an_entry(minute=600, subject="item/shared_goals"),)).answer(2)
    assert ahead.entries[1].stamp > ahead.entries[0].stamp


def test_answering_settles_rivals() -> None:
    assert len(rivals().stands.rivals) == 2
    settled = rivals().answer(2).stands
    assert (settled.answer, settled.rivals) == (level(2), ())


def test_a_rival_is_chosen_by_its_stamp() -> None:
    audited = rivals()
    bobs = audited.stands.rivals[1]
    assert audited.item(changes.choose, bobs.stamp).stands.answer == level(3)
    with pytest.raises(GoneError):
        audited.item(changes.choose, bobs.stamp)


def test_a_person_has_one_comment_on_an_item_and_others_keep_theirs() -> None:
    audited = Audited().item(changes.comment, "Mine.")
    audited.by = "Bob"
    audited.item(changes.comment, "His.")
    audited.by = "Ann"
    audited.item(changes.comment, " Mine, changed. ")
    assert [(entry.by, entry.value) for entry in audited.stands.comments] == [
        ("Bob", "His."),
        ("Ann", "Mine, changed."),
    ]
    assert audited.item(changes.comment, "  ").stands.comments[0].by == "Bob"
    assert len(audited.entries) == len(audited.item(changes.comment, "").entries)


def test_any_comment_can_be_taken_back_once() -> None:
    audited = Audited().item(changes.comment, "Mine.")
    stamp = audited.stands.comments[0].stamp
    assert audited.item(changes.remove_comment, stamp).stands.comments == ()
    with pytest.raises(GoneError):
        audited.item(changes.remove_comment, stamp)


def test_evidence_is_added_once_and_can_be_removed() -> None:
    audited = Audited().item(changes.add_evidence, WORDS).item(changes.add_evidence, WORDS)
    ((entry, evidence),) = audited.stands.evidence
    assert evidence == WORDS
    assert audited.item(changes.remove_evidence, entry.stamp).stands.evidence == ()


def test_two_pieces_of_evidence_stand_side_by_side() -> None:
    link = Evidence(kind="link", text="https://minutes.example/may")
    audited = Audited().item(changes.add_evidence, WORDS).item(changes.add_evidence, link)
    assert [evidence for _, evidence in audited.stands.evidence] == [WORDS, link]


@pytest.mark.parametrize(
    ("given", "item", "error", "sentence"),
    [
        (level(3), "shared_goal", UnknownItemError, "has no item “shared_goal”. Did you mean shared_goals?"),
        (level(3), "zzz", UnknownItemError, "“audit-app questionnaires show” lists its items."),
        (level(5), "shared_goals", UnknownOptionError, "“5” is not one of the answers that can be given."),
        (level(5), "shared_goals", UnknownOptionError, "1 (Not yet), 2 (Started), 3 (In place), 4 (How we work)."),
        (NOT_APPLICABLE, "named_person", ReasonNotAllowedError, "can't be answered with “not applicable”"),
    ],
)
def test_what_can_not_be_answered_is_refused(given: Answer, item: str, error: type[AuditError], sentence: str) -> None:
    with pytest.raises(error) as refused:
        Audited().item(changes.answer, given, item=item)
    assert sentence in str(refused.value)


def test_empty_evidence_and_endless_comments_are_refused() -> None:
    with pytest.raises(EmptyEvidenceTextError):
        Audited().item(changes.add_evidence, Evidence(kind="text", text=" "))
    with pytest.raises(CommentTooLongError, match="20,001 characters; 20,000 can be kept"):
        Audited().item(changes.comment, "x" * 20_001)


def test_a_submission_names_what_stood_and_who_made_it() -> None:
    audited = Audited().answer(2).answer(3).item(changes.add_evidence, WORDS).submit()
    (one,) = submissions(audited.entries)
    assert one.by == "Ann"
    assert one.entries == (audited.entries[1].stamp, audited.entries[2].stamp)
    assert status(audited.entries) == "submitted"


@pytest.mark.parametrize(
    ("make", "given"),
    [
        (changes.answer, (level(4),)),
        (changes.comment, ("New.",)),
        (changes.add_evidence, (WORDS,)),
        (changes.choose, ("x",)),
        (changes.remove_comment, ("x",)),
        (changes.remove_evidence, ("x",)),
    ],
)
def test_a_submitted_audit_is_fixed_until_it_is_reopened(
    make: Callable[..., tuple[Entry, ...]], given: tuple[object, ...]
) -> None:
    with pytest.raises(SubmittedError, match="Reopen it first"):
        Audited().answer(3).submit().item(make, *given)


def test_reopening_keeps_the_first_response_and_its_reason() -> None:
    audited = Audited().answer(3).submit().reopen(" A slip. ").answer(4).submit()
    first, second = submissions(audited.entries)
    assert (first.reopened, second.reopened) == ("A slip.", None)
    assert first.entries != second.entries


def test_submitting_twice_is_submitting_once() -> None:
    assert len(submissions(Audited().answer(3).submit().submit().entries)) == 1


def test_two_submissions_made_apart_are_reopened_together() -> None:
    shared = Audited().answer(3)
    ann, bob = Audited("ann", shared.entries).submit(), Audited("bob", shared.entries).submit()
    both = Audited(entries=merged(ann, bob))
    assert len(submissions(both.entries)) == 2
    assert status(both.reopen().entries) == "draft"


def test_what_can_not_be_submitted_or_reopened_says_why() -> None:
    with pytest.raises(NothingToSubmitError):
        Audited().submit()
    with pytest.raises(NothingToSubmitError):
        Audited().item(changes.comment, "Only words.").submit()
    with pytest.raises(UnsettledError, match=r"different answers to 1 item \(shared_goals\)"):
        rivals().submit()
    with pytest.raises(NotSubmittedError):
        Audited().answer(3).reopen()
    with pytest.raises(NoReasonError):
        Audited().answer(3).submit().reopen("  ")


def test_another_schools_audit_can_not_be_changed() -> None:
    received = Audited(entries=(an_entry({"option": "3"}, field="answer", redacted=True),))
    with pytest.raises(ReceivedError):
        received.answer(4)
    with pytest.raises(ReceivedError):
        received.submit()
    with pytest.raises(ReceivedError):
        received.reopen()


def test_ones_own_audit_stays_ones_own_when_a_poorer_copy_of_it_brings_more() -> None:
    own = Audited().answer(3)
    brought = an_entry({"option": "2"}, minute=5, device="tablet", subject="item/named_person", field="answer")
    own.entries += (brought.model_copy(update={"redacted": True, "by": ""}),)
    assert own.answer(4).stands.answer == level(4)


EVERY_KIND = a_form(
    a_choice("several", "a", "b", kind="multiple"),
    a_choice("one", "a", "b"),
    an_asked("amount", kind="number", checks=[{"condition": ". <= 7", "message": "A week has seven days."}]),
    an_asked("whole", kind="number", whole=True),
    an_asked("day", kind="date"),
    an_asked("words", kind="text"),
    an_asked("note", kind="note"),
    an_asked("needed", kind="text", required=True, visible_if="${one} = 'a'"),
)


@pytest.mark.parametrize(
    ("item", "given", "sentence"),
    [
        ("several", Answer(value=("a", "z")), "Choose among these: The one called a, The one called b."),
        ("several", Answer(option="a"), "is not one of the answers|Choose among these"),
        ("one", Answer(value="a"), "Choose one of these: The one called a, The one called b."),
        ("amount", Answer(value="seven"), "Give a number."),
        ("amount", Answer(value=1e16), "Give a smaller number."),
        ("whole", Answer(value=1.5), "Give a whole number."),
        ("day", Answer(value="1 September"), "Give a day, for example 2026-09-01."),
        ("day", Answer(value="2026-02-30"), "Give a day, for example 2026-09-01."),
        ("words", Answer(value="   "), "Answer in words."),
        ("words", Answer(value=3.0), "Answer in words."),
        ("note", Answer(value="x"), "This is a note and takes no answer."),
        ("note", NOT_APPLICABLE, "This is a note and takes no answer."),
    ],
)
def test_what_does_not_fit_its_kind_is_refused_with_what_would(item: str, given: Answer, sentence: str) -> None:
    with pytest.raises(MisfitError, match=sentence):
        _answered(EVERY_KIND, (), item, given)


@pytest.mark.parametrize(
    ("item", "given"),
    [
        ("several", Answer(value=("b", "a"))),
        ("amount", Answer(value=-2.5)),
        ("whole", Answer(value=12.0)),
        ("day", Answer(value="2026-09-01")),
        ("words", Answer(value="We met.")),
    ],
)
def test_a_value_that_fits_stands(item: str, given: Answer) -> None:
    assert standings(_answered(EVERY_KIND, (), item, given))[item].answer == given


def test_a_submission_waits_for_errors_and_for_what_is_required_while_it_is_shown() -> None:
    entries = _answered(EVERY_KIND, (), "amount", Answer(value=8.0))
    entries = _answered(EVERY_KIND, entries, "one", Answer(option="a"))
    with pytest.raises(UnreadyError, match="2 items have to be put right") as refused:
        changes.submit(EVERY_KIND, entries, MORNING.date(), a_clock(), "Ann")
    assert refused.value.items == ("amount", "needed")
    assert "A week has seven days." in str(refused.value)
    entries = _answered(EVERY_KIND, entries, "amount", Answer(value=7.0))
    entries = _answered(EVERY_KIND, entries, "one", Answer(option="b"))
    assert changes.submit(EVERY_KIND, entries, MORNING.date(), a_clock(), "Ann")


def test_a_warning_does_not_stand_in_the_way() -> None:
    check = {"condition": ". != 0", "message": "Nobody at all?", "grade": "warning"}
    form = a_form(an_asked("amount", kind="number", checks=[check]))
    entries = _answered(form, (), "amount", Answer(value=0.0))
    assert changes.submit(form, entries, MORNING.date(), a_clock(), "Ann")


def test_what_is_hidden_is_not_waited_for() -> None:
    form = a_form(a_choice("one", "a", "b"), an_asked("more", kind="text", visible_if="${one} = 'a'"))
    apart = tuple(
        an_entry({"value": words}, minute=at, device=f"d{at}", subject="item/more", field="answer")
        for at, words in enumerate(("This", "That"))
    )
    entries = _answered(form, apart, "one", Answer(option="a"))
    with pytest.raises(UnsettledError):
        changes.submit(form, entries, MORNING.date(), a_clock(), "Ann")
    entries = _answered(form, entries, "one", Answer(option="b"))
    assert changes.submit(form, entries, MORNING.date(), a_clock(), "Ann")


def _answered(form: Questionnaire, entries: tuple[Entry, ...], item: str, given: Answer) -> tuple[Entry, ...]:
    return (*entries, *changes.answer(form, entries, item, given, a_clock(), "Ann"))
