"""What stands: nothing given is lost, the order of copies never matters, and rivals are those who did not know."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pydantic import JsonValue

from audit_app.responses import changes
from audit_app.responses.model import Answer, Entry
from audit_app.responses.standing import NOTHING, Standing, heads, standings
from tests.builders import a_clock, a_questionnaire, a_section, an_entry, level
from tests.examples import examples

QUESTIONNAIRE = a_questionnaire(a_section(items=2))


def answered(code: int, minute: int = 0, device: str = "laptop", replaces: Sequence[Entry] = ()) -> Entry:
    given: JsonValue = {"option": str(code)}
    named = [entry.stamp for entry in replaces]
    return an_entry(given, minute=minute, device=device, field="answer", replaces=named)


def standing(*entries: Entry) -> Standing:
    return standings(entries).get("purpose_a", NOTHING)


def test_an_answer_stands_until_it_is_replaced() -> None:
    first = answered(2)
    assert standing(first).answer == level(2)
    assert standing(first, answered(3, 1, replaces=[first])).answer == level(3)


def test_what_was_taken_back_stands_for_nothing() -> None:
    first = answered(2)
    taken_back = an_entry(None, minute=1, field="answer", replaces=[first.stamp])
    assert standing(first, taken_back) == NOTHING


def test_different_answers_without_knowledge_of_each_other_are_rivals() -> None:
    one, other = answered(2), answered(3, device="tablet")
    found = standing(other, one)
    assert (found.answer, found.rivals) == (None, (one, other))


def test_the_same_answer_given_twice_is_agreement() -> None:
    found = standing(answered(2), answered(2, device="tablet"))
    assert (found.answer, found.rivals) == (level(2), ())


def test_choosing_settles_rivals() -> None:
    one, other = answered(2), answered(3, device="tablet")
    found = standing(one, other, answered(3, 5, replaces=[one, other]))
    assert (found.answer, found.rivals) == (level(3), ())


def test_which_clock_is_later_does_not_decide() -> None:
    years_ahead = answered(2, minute=60 * 24 * 3650, device="tablet")
    assert standing(years_ahead, answered(3, replaces=[years_ahead])).answer == level(3)


def test_an_entry_replaces_only_what_was_said_about_the_same_thing() -> None:
    first = answered(2)
    comment = an_entry("Mine.", minute=1, replaces=[first.stamp])
    plan = an_entry("Mine.", minute=2, subject="plan/a", field="title", replaces=[first.stamp, comment.stamp])
    found = standing(first, comment, plan)
    assert (found.answer, found.comments) == (level(2), (comment,))


def test_an_entry_does_not_replace_itself() -> None:
    first = answered(2)
    assert standing(first.model_copy(update={"replaces": (first.stamp,)})).answer == level(2)


def test_a_value_that_can_not_be_read_stands_for_nothing_beside_one_that_can() -> None:
    strange = an_entry({"stars": 5}, minute=1, device="tablet", field="answer")
    words = an_entry({"not": "words"}, minute=2, device="tablet")
    found = standing(answered(2), strange, words)
    assert (found.answer, found.rivals, found.comments) == (level(2), (), ())


def test_an_item_about_which_nothing_stands_is_not_listed() -> None:
    assert standings([an_entry("Title", subject="plan/a", field="title")]) == {}


def test_comments_of_several_people_stand_side_by_side() -> None:
    ann, bob = an_entry("One.", by="Ann"), an_entry("Two.", minute=1, by="Bob", device="tablet")
    assert standing(bob, ann).comments == (ann, bob)


VALUES: tuple[JsonValue, ...] = (None, {"option": "1"}, {"option": "2"}, {"reason": "not_applicable"})


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Entries about one item, each replacing some of those made before."""
    made: list[Entry] = []
    for minute in range(draw(st.integers(1, 8))):
        replaced = [entry for entry in made if draw(st.booleans())]
        value = draw(st.sampled_from(VALUES))
        device = draw(st.sampled_from(["laptop", "tablet"]))
        named = [entry.stamp for entry in replaced]
        made.append(an_entry(value, minute=minute, device=device, field="answer", replaces=named))
    return made


@given(histories(), st.data())
def test_merging_copies_in_any_order_gives_the_same(history: list[Entry], data: st.DataObject) -> None:
    extra = data.draw(st.lists(st.sampled_from(history), max_size=5))
    mixed = data.draw(st.permutations([*history, *extra]))
    assert standings(mixed) == standings(history)
    assert heads(mixed) == heads(history)


@given(histories())
def test_rivals_are_exactly_the_different_answers_that_nothing_replaced(history: list[Entry]) -> None:
    replaced = {stamp for entry in history for stamp in entry.replaces}
    left = [entry for entry in history if entry.stamp not in replaced and entry.value is not None]
    different = {Answer.model_validate(entry.value) for entry in left}
    found = standing(*history)
    assert found.rivals == (tuple(left) if len(different) > 1 else ())
    assert (found.answer is not None) == (len(different) == 1)


class TwoDevices(RuleBasedStateMachine):
    """Ann and Bob answer one item on two devices that now and then hand each other a copy."""

    def __init__(self) -> None:
        super().__init__()
        self.clocks = {"ann": a_clock("ann"), "bob": a_clock("bob")}
        self.known: dict[str, tuple[Entry, ...]] = {"ann": (), "bob": ()}
        self.given: dict[str, Entry] = {}
        self.last: dict[str, Answer | None] = {}

    @rule(who=st.sampled_from(["ann", "bob"]), given=st.sampled_from([level(1), level(2), level(3), None]))
    def answers(self, who: str, given: Answer | None) -> None:
        made = changes.answer(QUESTIONNAIRE, self.known[who], "purpose_a", given, self.clocks[who], who)
        self.known[who] += made
        self.given |= {entry.stamp: entry for entry in made}
        assert standing(*self.known[who]).answer == given
        assert standing(*self.known[who]).rivals == ()

    @rule(who=st.sampled_from(["ann", "bob"]))
    def hands_a_copy_over(self, who: str) -> None:
        other = "bob" if who == "ann" else "ann"
        merged = {entry.stamp: entry for entry in (*self.known[who], *self.known[other])}
        self.known[other] = tuple(merged[stamp] for stamp in sorted(merged))

    @invariant()
    def nothing_given_is_ever_lost(self) -> None:
        assert {entry.stamp: entry for entry in (*self.known["ann"], *self.known["bob"])} == self.given

    @invariant()
    def whoever_knows_the_same_sees_the_same(self) -> None:
        if sorted(map(_stamp, self.known["ann"])) == sorted(map(_stamp, self.known["bob"])):
            assert standing(*self.known["ann"]) == standing(*self.known["bob"])


def _stamp(entry: Entry) -> str:
    return entry.stamp


TestTwoDevices = TwoDevices.TestCase
TestTwoDevices.settings = settings(max_examples=examples(40), stateful_step_count=20, deadline=None)
