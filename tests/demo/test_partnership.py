"""The demo partnership: plainly invented, like real life, and the same for the same day."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from audit_app.demo.partnership import MOST_SCHOOLS, demo_contents, demo_settings
from audit_app.demo.stories import STORIES
from audit_app.demo.words import WORDS
from audit_app.plans.model import Plan, plan_of
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status, submissions
from audit_app.results.audit_results import results_of
from audit_app.results.model import AuditResults

TODAY = date(2026, 11, 22)


@cache
def questionnaire() -> Questionnaire:
    return shipped().get("partnership-health", 1)


@cache
def contents(schools: int = 8, today: date = TODAY) -> tuple[AuditContent, ...]:
    return demo_contents(questionnaire(), schools, today=today)


def audits_of(school: str) -> tuple[AuditContent, ...]:
    """Oldest first."""
    return tuple(one for one in contents() if one.audit.school.name.startswith(school))


def results(content: AuditContent) -> AuditResults:
    stands = standings(counted(content.entries))
    return results_of(content.audit, questionnaire(), stands, status(content.entries))


def scores(content: AuditContent) -> Mapping[str, float | None]:
    return {section.id: section.score for section in results(content).sections}


def name_of(content: AuditContent) -> str | None:
    balance = results(content).balance
    return balance.name if balance else None


def plans() -> list[Plan]:
    return [plan_of(one.entries) for one in contents()]


def test_there_are_eight_schools_in_three_waves() -> None:
    waves = Counter(one.audit.wave for one in contents())
    assert list(waves) == ["Spring 2026", "Summer 2026", "Autumn 2026"]
    assert list(waves.values()) == [7, 7, 8]  # the college joined this term
    assert len({one.audit.school.name for one in contents()}) == 8


def test_nobody_can_take_a_school_for_a_real_one() -> None:
    for content in contents(40):
        assert content.audit.school.name.endswith(" (demo)")
        assert "invented" in str(content.audit.school.local_authority)
        assert content.audit.school.urn is None


def test_the_schools_differ_in_phase_type_and_size() -> None:
    schools = {one.audit.school for one in contents()}
    assert len({school.phase for school in schools}) >= 6
    assert len({school.type for school in schools}) >= 5
    assert min(school.pupils or 0 for school in schools) < 100 < 1000 < max(school.pupils or 0 for school in schools)


def test_the_same_day_and_seed_give_the_same_and_another_seed_another() -> None:
    assert demo_contents(questionnaire(), 8, today=TODAY) == contents()
    assert demo_contents(questionnaire(), 8, seed=2, today=TODAY) != contents()


def test_a_bigger_partnership_holds_the_same_eight_first() -> None:
    first_eight = contents(40)[: len(contents())]
    assert [one.audit.id for one in first_eight] == [one.audit.id for one in contents()]
    assert first_eight == contents()


@pytest.mark.parametrize("schools", [1, 9, MOST_SCHOOLS])
def test_any_number_of_schools_has_names_and_ids_of_its_own(schools: int) -> None:
    made = contents(schools)
    assert len({one.audit.school.name for one in made}) == schools
    assert len({one.audit.id for one in made}) == len(made)
    stamps = Counter(entry.stamp for one in made for entry in one.entries)
    assert max(stamps.values()) == 1


@pytest.mark.parametrize(
    ("school", "balance"),
    [
        ("Copperbeech", "deal"),
        ("Little Dragonfly", "friendship"),
        ("Tanyard", "committee"),
        ("St Wenlow", "fatalism"),
        ("Wenlow Bank", "balanced"),
        ("Harrowmere", "too close to call"),
        ("Ravensbeck", None),
    ],
)
def test_each_school_has_come_to_the_balance_of_its_story(school: str, balance: str | None) -> None:
    assert name_of(audits_of(school)[-1]) == balance


def test_the_users_school_is_strong_on_trust_and_has_no_gardener() -> None:
    spring, summer, _ = audits_of("Foxglove")
    assert name_of(summer) == "friendship"
    assert scores(summer)["trust"] == 3.29  # 3 4 3 3 4 3 3: 23 / 7
    gardener = next(item for item in results(summer).items if item.id == "management_gardener")
    assert gardener.option == "1"
    assert results(summer).lowest[0].id == "management_gardener"
    assert all(
        (before or 0) <= (after or 0)
        for before, after in zip(scores(spring).values(), scores(summer).values(), strict=True)
    )


def test_the_school_that_lost_its_key_person_tails_off() -> None:
    management = [scores(one)["management"] for one in audits_of("St Wenlow")]
    assert management == [2.86, 1.71, 1.29]


def test_the_strong_school_rises_and_shows_evidence() -> None:
    first, _, last = audits_of("Wenlow Bank")
    assert all((scores(last)[name] or 0) > (score or 0) for name, score in scores(first).items())
    shown = sum(section.evidenced for section in results(last).sections)
    assert shown > 25


def test_earlier_waves_are_submitted_and_the_latest_is_in_every_state() -> None:
    latest = {one.audit.school.name: one for one in contents()}
    earlier = [one for one in contents() if latest[one.audit.school.name] is not one]
    assert {status(one.entries) for one in earlier} == {"submitted"}
    states = Counter(status(one.entries) for one in latest.values())
    assert states["submitted"] == 4
    reopened = submissions(latest["Harrowmere Academy (demo)"].entries)
    assert [bool(one.reopened) for one in reopened] == [True]
    assert 10 < results(latest["Foxglove Lane Primary School (demo)"]).n < 25
    assert results(latest["Little Dragonfly Nursery School (demo)"]).contested == 2
    assert results(latest["Ravensbeck Sixth Form College (demo)"]).n < 10


def test_some_items_do_not_apply_and_some_are_not_said() -> None:
    sections = [section for one in contents() for section in results(one).sections]
    assert sum(section.not_applicable for section in sections) >= 4
    assert sum(section.prefer_not_to_say for section in sections) >= 2
    assert sum(section.missing for section in sections) >= 20


def test_comments_and_evidence_are_many_and_varied() -> None:
    said: Counter[str] = Counter()
    for one in contents():
        for standing in standings(one.entries).values():
            said.update(str(comment.value) for comment in standing.comments)
            said.update(evidence.text for _, evidence in standing.evidence)
    assert len(said) >= 120
    assert max(said.values()) <= 12


def test_people_changed_their_minds_and_the_history_shows_it() -> None:
    replaced = [entry for one in contents() for entry in one.entries if entry.field == "answer" and entry.replaces]
    assert len(replaced) > 30


def test_every_item_has_words_of_its_own() -> None:
    assert set(WORDS) == set(questionnaire().items_by_id)
    texts = [text for words in WORDS.values() for text in (words.low, words.high, *words.evidence)]
    assert len(texts) == len(set(texts))


def test_what_is_told_of_a_school_is_about_an_item_that_it_answered() -> None:
    for story in STORIES:
        for said in story.said:
            section = questionnaire().section_of[said.item]
            place = [item.id for item in section.items].index(said.item)
            assert story.levels[section.id][said.wave][place] != "."


def test_plans_are_at_every_stage() -> None:
    assert sum(not plan.priorities for plan in plans()) >= 5
    made = [priority for plan in plans() for priority in plan.priorities]
    assert {priority.rag for priority in made} == {None, "red", "amber", "green"}
    states = {criterion.state for priority in made for criterion in priority.criteria}
    assert states == {"not started", "in progress", "not met", "partially met", "met"}
    assert {action.state for priority in made for action in priority.actions} == {"not started", "in progress", "done"}
    assert {priority.suggested for priority in made} == {True, False}
    assert all(len(plan.priorities) in (0, 3, 4) for plan in plans())


def test_the_users_plan_is_under_way_and_some_of_it_is_late() -> None:
    plan = plan_of(audits_of("Foxglove")[1].entries)
    late = [
        action
        for priority in plan.priorities
        for action in priority.actions
        if action.state != "done" and action.due < TODAY.isoformat()
    ]
    assert len(late) >= 3
    assert any(action.state == "done" for priority in plan.priorities for action in priority.actions)
    assert all(priority.owner and priority.link_governor and priority.cost for priority in plan.priorities)
    assert (len(plan.questions), len(plan.decisions)) == (3, 3)


@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2026, 4, 3), date(2026, 8, 5), date(2028, 2, 29)])
def test_nothing_is_told_of_days_to_come(today: date) -> None:
    for one in contents(3, today):
        assert one.audit.created.date() < today
        assert max(entry.at for entry in one.entries).date() < today
        assert min(entry.at for entry in one.entries) >= one.audit.created


def test_people_work_on_school_days() -> None:
    days = {entry.at.weekday() for one in contents() for entry in one.entries}
    assert days <= {0, 1, 2, 3, 4}


def test_the_user_is_the_head_of_the_first_school() -> None:
    settings = demo_settings()
    assert settings.school == contents()[0].audit.school
    assert settings.person == "Nadia Whitlock"
