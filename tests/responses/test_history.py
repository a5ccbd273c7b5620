"""History: every answer ever given is in it, and putting one back makes it stand again and takes nothing away."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.model import Section
from audit_app.responses import changes
from audit_app.responses.clock import Clock
from audit_app.responses.history import Change, SomebodyElsesCommentError, before_now, history, put_back
from audit_app.responses.model import Answer, Entry, Evidence
from audit_app.responses.refusals import GoneError, ReceivedError, SubmittedError
from audit_app.responses.standing import NOTHING, Standing, standings
from audit_app.responses.union import united
from tests.builders import MORNING, a_clock, a_questionnaire, a_stamp, an_entry, an_item, level

QUESTIONNAIRE = a_questionnaire(Section(id="purpose", title="Purpose", items=(an_item("goals"), an_item("named"))))
MINUTES = Evidence(kind="text", text="Minutes of May")


class Said:
    """What people said on some devices, each with its own entries until they share."""

    def __init__(self) -> None:
        self.devices: dict[str, tuple[Entry, ...]] = {"laptop": (), "tablet": ()}
        self.clocks = {name: a_clock(name, MORNING) for name in self.devices}

    def do(self, device: str, make: object, *given: object, by: str = "") -> "Said":
        author = by or {"laptop": "Ann", "tablet": "Tom"}[device]
        entries = self.devices[device]
        made = make(QUESTIONNAIRE, entries, *given, self.clocks[device], author)  # type: ignore[operator]
        self.devices[device] = (*entries, *made)
        return self

    def share(self) -> "Said":
        everything = united([entry for entries in self.devices.values() for entry in entries])
        self.devices = dict.fromkeys(self.devices, everything)
        return self

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.devices["laptop"]


def standing(entries: Sequence[Entry], item: str = "goals") -> Standing:
    return standings(entries).get(item, NOTHING)


def told(found: Sequence[Change]) -> list[tuple[str, str, object]]:
    return [(one.kind, one.deed, one.entry.value) for one in found]


def test_the_history_of_an_item_is_told_from_the_newest_back() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2)).do("laptop", changes.answer, "goals", level(3))
    said.do("laptop", changes.comment, "goals", "Seen in May.").do("laptop", changes.answer, "named", level(1))
    said.do("laptop", changes.add_evidence, "goals", MINUTES)
    found = history(said.entries, "laptop", "goals")
    assert told(found) == [
        ("evidence", "gave", {"kind": "text", "text": "Minutes of May"}),
        ("comment", "gave", "Seen in May."),
        ("answer", "changed", {"option": "3"}),
        ("answer", "gave", {"option": "2"}),
    ]
    assert [one.value for one in found[2].before] == [{"option": "2"}]
    assert [one.stands for one in found] == [True, True, True, False]
    assert all(one.entry.by == "Ann" and one.here for one in found)


def test_taking_back_is_told_with_what_stood_before() -> None:
    said = Said().do("laptop", changes.add_evidence, "goals", MINUTES)
    said.do("laptop", changes.remove_evidence, "goals", said.entries[0].stamp)
    newest = history(said.entries, "laptop", "goals")[0]
    assert (newest.kind, newest.deed, newest.before, newest.stands) == (
        "evidence",
        "took_back",
        said.entries[:1],
        False,
    )


def test_a_choice_between_rivals_is_told_as_one() -> None:
    said = (
        Said().do("laptop", changes.answer, "goals", level(2)).do("tablet", changes.answer, "goals", level(4)).share()
    )
    assert len(standing(said.entries).rivals) == 2
    theirs = next(one for one in said.entries if one.by == "Tom")
    newest = history(said.do("laptop", changes.choose, "goals", theirs.stamp).entries, "laptop", "goals")[0]
    assert (newest.deed, newest.entry.value, len(newest.before)) == ("chose", {"option": "4"}, 2)


def test_what_another_device_said_is_told_apart() -> None:
    said = Said().do("tablet", changes.answer, "goals", level(2)).share()
    assert not history(said.entries, "laptop")[0].here
    assert history(said.entries, "tablet")[0].here


def test_what_was_left_in_an_earlier_version_is_told_with_its_version() -> None:
    kept = an_entry({"option": "2"}, subject="before/3/goals", field="answer")
    (found,) = history([kept], "laptop", "goals")
    assert (found.item, found.version, found.can_be_put_back) == ("goals", 3, False)


def test_the_plan_and_what_this_version_does_not_know_is_not_told() -> None:
    others = [
        an_entry("x", subject="plan/p1", field="title"),
        an_entry("x", minute=2, field="mood"),
        an_entry("x", minute=3, subject="audit", field="weather"),
    ]
    assert history(others, "laptop") == ()


def test_an_answer_that_is_put_back_stands_instead_and_nothing_is_gone() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2)).do("laptop", changes.answer, "goals", level(3))
    before = said.entries
    said.share().do("tablet", put_back, before[0].stamp)
    entries = said.share().entries
    assert standing(entries).answer == level(2)
    assert entries[:-1] == before
    assert entries[-1].by == "Tom"


def test_no_answer_can_be_put_back_too() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2)).do("laptop", changes.answer, "goals", None)
    said.do("laptop", changes.answer, "goals", level(4)).do("laptop", put_back, said.entries[1].stamp)
    assert standing(said.entries).answer is None


def test_evidence_that_was_removed_comes_back() -> None:
    said = Said().do("laptop", changes.add_evidence, "goals", MINUTES)
    said.do("laptop", changes.remove_evidence, "goals", said.entries[0].stamp)
    said.do("laptop", put_back, said.entries[0].stamp)
    assert [piece for _, piece in standing(said.entries).evidence] == [MINUTES]


def test_a_comment_comes_back_to_its_author_alone() -> None:
    said = Said().do("laptop", changes.comment, "goals", "First.").do("laptop", changes.comment, "goals", "Second.")
    with pytest.raises(SomebodyElsesCommentError, match="by Ann"):
        said.share().do("tablet", put_back, said.entries[0].stamp)
    said.do("laptop", put_back, said.entries[0].stamp)
    assert [one.value for one in standing(said.entries).comments] == ["First."]


def test_what_stands_is_not_said_again() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2))
    assert put_back(QUESTIONNAIRE, said.entries, said.entries[0].stamp, said.clocks["laptop"], "Ann") == ()


@pytest.mark.parametrize("stamp", [a_stamp(77), ""])
def test_what_is_not_there_can_not_be_put_back(stamp: str) -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2))
    with pytest.raises(GoneError):
        said.do("laptop", put_back, stamp)


def test_a_submitted_audit_stays_as_it_is() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2)).do("laptop", changes.answer, "goals", level(3))
    first, clock = said.entries[0].stamp, said.clocks["laptop"]
    entries = (*said.entries, *changes.submit(QUESTIONNAIRE, said.entries, MORNING.date(), clock, "Ann"))
    with pytest.raises(SubmittedError):
        put_back(QUESTIONNAIRE, entries, first, clock, "Ann")


def test_a_copy_to_compare_with_stays_as_it_is() -> None:
    poor = an_entry({"option": "2"}, field="answer", subject="item/goals", redacted=True, by="")
    with pytest.raises((GoneError, ReceivedError)):
        put_back(QUESTIONNAIRE, [poor], poor.stamp, a_clock(), "Ann")
    assert not history([poor], "laptop")[0].can_be_put_back


def test_undo_means_the_answer_before_this_one() -> None:
    said = Said().do("laptop", changes.answer, "goals", level(2))
    assert before_now(said.entries, "goals") is None
    said.do("laptop", changes.answer, "goals", level(3))
    undo = before_now(said.entries, "goals")
    assert undo is not None
    assert undo.value == {"option": "2"}
    said.do("laptop", put_back, undo.stamp)
    again = before_now(said.entries, "goals")
    assert again is not None
    assert again.value == {"option": "3"}


# Any story

deeds = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(["laptop", "tablet"]), st.sampled_from([None, "1", "2", "3"])),
    st.tuples(st.just("comment"), st.sampled_from(["laptop", "tablet"]), st.sampled_from(["", "A.", "B."])),
    st.tuples(st.just("evidence"), st.sampled_from(["laptop", "tablet"]), st.sampled_from(["M", "N"])),
    st.tuples(st.just("share"), st.just(""), st.just("")),
)


def lived(story: Sequence[tuple[str, str, str | None]]) -> Said:
    said = Said()
    for deed, device, what in story:
        match deed:
            case "answer":
                said.do(device, changes.answer, "goals", None if what is None else Answer(option=what))
            case "comment":
                said.do(device, changes.comment, "goals", what)
            case "evidence":
                said.do(device, changes.add_evidence, "goals", Evidence(kind="text", text=what or "M"))
            case _:
                said.share()
    return said.share()


@given(st.lists(deeds, max_size=14))
@settings(deadline=None)
def test_every_answer_ever_given_is_told_once(story: list[tuple[str, str, str | None]]) -> None:
    entries = lived(story).entries
    told_stamps = [one.entry.stamp for one in history(entries, "laptop", "goals")]
    assert told_stamps == sorted((entry.stamp for entry in entries), reverse=True)


@given(st.lists(deeds, min_size=1, max_size=14), st.data())
@settings(deadline=None)
def test_putting_back_any_answer_restores_exactly_it(
    story: list[tuple[str, str, str | None]], data: st.DataObject
) -> None:
    entries = lived(story).entries
    given_once = [entry for entry in entries if entry.field == "answer"]
    if not given_once:
        return
    chosen = data.draw(st.sampled_from(given_once))
    before = standing(entries)
    made = put_back(QUESTIONNAIRE, entries, chosen.stamp, Clock("phone", lambda: MORNING), "Eve")
    after = (*entries, *made)
    now = standing(after)
    assert now.answer == (None if chosen.value is None else Answer.model_validate(chosen.value))
    assert now.rivals == ()
    assert (now.comments, now.evidence) == (before.comments, before.evidence)
    assert {entry.stamp for entry in entries} <= {one.entry.stamp for one in history(after, "phone", "goals")}
