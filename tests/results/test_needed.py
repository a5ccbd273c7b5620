"""What a comparison reads of many rounds: comparing it says the same as comparing all of them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Audit, School
from audit_app.responses.progress import Summary
from audit_app.results.audit_results import results_of
from audit_app.results.comparable import NothingToCompareError
from audit_app.results.contributions import EARLIER, Contribution, SchoolNotThereError, answered
from audit_app.results.model import AuditResults, QuestionnaireAsked
from audit_app.results.needed import Needed, needed
from audit_app.results.partnership import compare
from audit_app.results.partnership_model import Comparison
from audit_app.results.survey_model import SurveyItem, SurveyResults, SurveySection
from tests.builders import MORNING, a_questionnaire, a_section, an_audit, stands, whole_section
from tests.examples import examples

ASKED = a_questionnaire(a_section("purpose", 2))
NEWER = ASKED.model_copy(update={"version": 2, "fingerprint": "e" * 64})
OTHER = a_questionnaire(a_section("trust", 2), id="other-audit")
SURVEYED = a_questionnaire(a_section("purpose", 2), id="small-survey", mode="survey")
VERSIONS = {ASKED.id: (ASKED, NEWER), OTHER.id: (OTHER,), SURVEYED.id: (SURVEYED,)}
SCHOOLS = (
    School(name="Alder"),
    School(name="ALDER"),
    School(name="Birch", urn="123456"),
    School(name="Birch Hill", urn="123456"),
    School(name="Birch"),
)
"""One in two spellings, one under two names, and a namesake."""
WITHHELD = "Too few answered."
LEVELS = {
    (asked.fingerprint, asked.id, level): results_of(
        an_audit(asked), asked, stands(whole_section(asked.sections[0].id, (level, level))), "submitted"
    )
    for asked in (ASKED, NEWER, OTHER)
    for level in (1, 2, 3, 4)
}
"""What a self-audit says whose answers are all alike."""


class Round(NamedTuple):
    """One audit or survey, as far as it matters which is read."""

    school: School = SCHOOLS[0]
    asked: Questionnaire = ASKED
    wave: str = "Autumn 2026"
    day: int = 0
    finished: bool = True
    withheld: bool = False


ROUNDS = st.builds(
    Round,
    st.sampled_from(SCHOOLS),
    st.sampled_from((ASKED, NEWER, OTHER, SURVEYED)),
    st.sampled_from(("Autumn 2026", "Spring 2026")),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
)


class Folder:
    """Rounds that are kept, and what was read of them."""

    def __init__(self, rounds: Sequence[Round]) -> None:
        self._rounds = {f"audit-{number}": one for number, one in enumerate(rounds)}
        self.read: list[str] = []
        self.needed: Needed = needed([_line(name, one) for name, one in self._rounds.items()], self._reading)

    @property
    def everything(self) -> tuple[Contribution, ...]:
        return tuple(found for name in self._rounds if (found := self._contribution(name)) is not None)

    def _reading(self, name: str) -> Contribution | None:
        self.read.append(name)
        return self._contribution(name)

    def _contribution(self, name: str) -> Contribution | None:
        one = self._rounds[name]
        audit = _audit(name, one)
        if one.asked is SURVEYED:
            return Contribution(audit, SURVEYED, _surveyed(audit, one), audit.created) if one.finished else None
        return Contribution(audit, one.asked, _audited(audit, one), audit.created)


@given(st.lists(ROUNDS, max_size=14), st.sampled_from((None, ASKED.id, SURVEYED.id)), st.data())
@settings(max_examples=examples(150))
def test_comparing_what_is_read_says_the_same_as_comparing_everything(
    rounds: list[Round], wanted: str | None, data: st.DataObject
) -> None:
    folder = Folder(rounds)
    names = st.lists(st.sampled_from(("alder", "Birch", "birch hill", "123456")), min_size=1)
    schools = data.draw(st.none() | names)
    whole = _compared(folder.everything, Needed((), ()), wanted, schools)
    assert _compared(folder.needed.contributions, folder.needed, wanted, schools) == whole
    assert answered(folder.needed.contributions) == answered(folder.everything)


@given(st.lists(ROUNDS, max_size=14))
def test_whatever_is_not_compared_is_named_once(rounds: list[Round]) -> None:
    folder = Folder(rounds)
    whole, here = _found(folder.everything, ()), _found(folder.needed.contributions, folder.needed.excluded)
    if whole is not None and here is not None:
        assert sorted(one.audit or "" for one in here.excluded) == sorted(one.audit or "" for one in whole.excluded)


def test_of_a_hundred_rounds_the_last_finished_one_is_read() -> None:
    folder = Folder([*(Round(day=day, finished=day % 2 == 0) for day in range(100)), Round(SCHOOLS[2])])
    assert sorted(folder.read) == ["audit-100", "audit-98"]
    newest = folder.needed.excluded[[one.audit for one in folder.needed.excluded].index("audit-99")]
    assert newest.reason == "It is not finished. The school’s last finished round is that of Autumn 2026."
    assert sum(one.reason.startswith(EARLIER) for one in folder.needed.excluded) == 98


def test_a_survey_whose_results_are_withheld_gives_way_to_the_one_before() -> None:
    surveys = [Round(asked=SURVEYED, day=day, withheld=day > 2) for day in range(5)]
    assert Folder(surveys).read == ["audit-4", "audit-3", "audit-2"]


def test_leaders_are_read_beside_colleagues_of_the_same_round() -> None:
    surveys = [Round(asked=SURVEYED, wave=wave, day=day) for day, wave in enumerate(("Spring 2026", "Autumn 2026"))]
    folder = Folder([Round(wave="Spring 2026"), *surveys, Round(SCHOOLS[2])])
    assert sorted(folder.read) == ["audit-0", "audit-1", "audit-2", "audit-3"]
    (view,) = compare(folder.needed.contributions, VERSIONS, ASKED.id).views
    assert (view.self_audit_wave, view.survey_wave) == ("Spring 2026", "Spring 2026")


def test_of_a_school_that_is_left_out_on_purpose_no_other_round_is_named() -> None:
    folder = Folder([*(Round(day=day) for day in range(3)), Round(SCHOOLS[2])])
    found = compare(folder.needed.contributions, VERSIONS, None, folder.needed.excluded, schools=["Birch"])
    assert [(one.audit, one.reason) for one in found.excluded] == [
        ("audit-2", "The school was left out of this comparison on purpose.")
    ]


def test_an_open_survey_is_neither_read_nor_named() -> None:
    folder = Folder([Round(asked=SURVEYED, finished=False)])
    assert (folder.read, folder.needed) == ([], ((), ()))


def _compared(
    contributions: Sequence[Contribution], found: Needed, wanted: str | None, schools: Sequence[str] | None
) -> Comparison | str:
    """But for what is left out; or why there is nothing."""
    try:
        made = compare(contributions, VERSIONS, wanted, found.excluded, schools=schools)
    except (NothingToCompareError, SchoolNotThereError) as problem:
        return str(problem)
    return made.model_copy(update={"excluded": ()})


def _found(contributions: Sequence[Contribution], unread: Sequence[object]) -> Comparison | None:
    try:
        return compare(contributions, VERSIONS, None, unread)  # type: ignore[arg-type]
    except NothingToCompareError:
        return None


def _audit(name: str, one: Round) -> Audit:
    return an_audit(one.asked, id=name, school=one.school, wave=one.wave, created=MORNING + timedelta(days=one.day))


def _line(name: str, one: Round) -> Summary:
    audit = _audit(name, one)
    return Summary(
        id=name,
        questionnaire=one.asked.id,
        version=one.asked.version,
        title=one.asked.title,
        mode=one.asked.mode,
        school=one.school,
        wave=one.wave,
        status="submitted" if one.finished else "draft",
        answered=2,
        items=2,
        changed=audit.created.isoformat(timespec="seconds"),
        created=audit.created,
    )


def _audited(audit: Audit, one: Round) -> AuditResults:
    """Other answers in every round."""
    results = LEVELS[one.asked.fingerprint, one.asked.id, 1 + one.day % 4]
    return results.model_copy(
        update={"audit": audit.id, "school": one.school.name, "wave": one.wave}
        | ({} if one.finished else {"status": "draft"})
    )


def _surveyed(audit: Audit, one: Round) -> SurveyResults:
    score = None if one.withheld else 1.0 + one.day % 4
    return SurveyResults(
        audit=audit.id,
        questionnaire=QuestionnaireAsked(**audit.questionnaire.model_dump(), title=SURVEYED.title),
        school=one.school.name,
        wave=one.wave,
        status="closed",
        minimum=5,
        n=9,
        invited=12,
        response_rate=(),
        sections=(SurveySection(id="purpose", title="Purpose", items=2, score=score),),
        items=tuple(SurveyItem(id=item.id, section="purpose", text=item.text, score=score) for item in SURVEYED.items),
        reason=WITHHELD if one.withheld else None,
    )
