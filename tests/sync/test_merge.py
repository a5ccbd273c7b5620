"""What importing would do: a value that depends on what is in the files, never on their order or number."""

import json
from itertools import permutations

import pytest
from pydantic import JsonValue

from audit_app.questionnaires.library import Library
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry, School
from audit_app.responses.standing import standings
from audit_app.responses.union import united
from audit_app.sync.bundle import Bundle, Share
from audit_app.sync.merge import ImportPlan, ImportRefusedError, contents_to_keep, plan_import
from tests.sync.builders import (
    ITEMS,
    LIBRARY,
    MINUTES,
    a_bundle,
    a_stamp,
    an_audit,
    everything,
    here,
    level,
    said,
)


def an_audit_with(*entries: Entry, audit_id: str = "oakfield-1", wave: str = "Autumn 2026") -> AuditContent:
    return AuditContent(audit=an_audit(audit_id, wave=wave), entries=entries)


def after(ours: AuditContent, plan: ImportPlan) -> AuditContent:
    """Ours once the plan is carried out."""
    (content,) = contents_to_keep(plan) or (ours.model_copy(update={"entries": ()}),)
    return ours.model_copy(update={"entries": united([*ours.entries, *content.entries])})


def verbs(plan: ImportPlan) -> dict[str, list[str]]:
    lists = json.loads(plan.model_dump_json())
    return {verb: [one["audit"] for one in found] for verb, found in lists.items() if found}


def test_an_audit_that_is_not_here_is_added() -> None:
    plan = plan_import([a_bundle()], here(), LIBRARY)
    assert verbs(plan) == {"add": ["oakfield-1"]}
    assert contents_to_keep(plan) == (everything(),)


def test_an_audit_without_entries_is_added_too() -> None:
    plan = plan_import([a_bundle(an_audit_with())], here(), LIBRARY)
    assert [one.audit.id for one in contents_to_keep(plan)] == ["oakfield-1"]


def test_the_plan_is_six_lists_with_what_a_person_wants_to_know_and_who_sent_it() -> None:
    document = json.loads(plan_import([a_bundle()], here(), LIBRARY).model_dump_json())
    assert list(document) == ["add", "merge", "conflict", "same", "erased", "refused", "senders"]
    assert document["add"] == [
        {
            "audit": "oakfield-1",
            "school": "Oakfield Primary",
            "questionnaire": "partnership-health",
            "version": 1,
            "wave": "Autumn 2026",
            "new_entries": 22,
            "new_responses": 0,
            "conflicts": [ITEMS[1]],
            "plan_changes": [],
            "erases": 0,
        }
    ]


@pytest.mark.parametrize("share", ["scores", "comments", "full"])
def test_importing_twice_changes_nothing(share: Share) -> None:
    bundle = a_bundle(share=share)
    first = plan_import([bundle], here(), LIBRARY)
    kept = contents_to_keep(first)[0]
    again = plan_import([bundle], here(kept), LIBRARY)
    assert verbs(again) == {"same": ["oakfield-1"]}
    assert all(not content.entries for content in contents_to_keep(again))
    assert verbs(plan_import([bundle, bundle], here(kept), LIBRARY)) == {"same": ["oakfield-1"]}


def test_scores_after_the_whole_change_nothing() -> None:
    plan = plan_import([a_bundle(share="scores"), a_bundle(share="comments")], here(everything()), LIBRARY)
    assert verbs(plan) == {"same": ["oakfield-1"]}
    assert contents_to_keep(plan) == ()


def test_the_whole_after_the_scores_makes_the_whole() -> None:
    scores = a_bundle(share="scores").audits[0].as_content()
    plan = plan_import([a_bundle()], here(scores), LIBRARY)
    assert verbs(plan) == {"merge": ["oakfield-1"]}
    assert after(scores, plan).entries == everything().entries


def test_an_evidence_file_that_went_missing_comes_back_with_any_copy() -> None:
    plan = plan_import([a_bundle()], here(everything().model_copy(update={"files": ()})), LIBRARY)
    assert verbs(plan) == {"same": ["oakfield-1"]}
    assert contents_to_keep(plan)[0].files == (MINUTES,)


def test_more_of_an_audit_is_merged_and_only_what_is_new_is_kept() -> None:
    ours = an_audit_with(level(1, "1"))
    newer = level(2, "3", replaces=[a_stamp(1)], device="tablet")
    plan = plan_import([a_bundle(an_audit_with(level(1, "1"), newer))], here(ours), LIBRARY)
    assert verbs(plan) == {"merge": ["oakfield-1"]}
    assert plan.merge[0].new_entries == 1
    assert contents_to_keep(plan)[0].entries == (newer,)


def test_different_answers_given_without_knowledge_of_each_other_are_both_kept() -> None:
    ours = an_audit_with(level(1, "1"), level(2, "2"))
    theirs = an_audit_with(level(1, "1"), level(3, "4", device="tablet"))
    plan = plan_import([a_bundle(theirs)], here(ours), LIBRARY)
    assert verbs(plan) == {"conflict": ["oakfield-1"]}
    assert plan.conflict[0].conflicts == (ITEMS[0],)
    standing = standings(after(ours, plan).entries)[ITEMS[0]]
    assert standing.answer is None
    assert {json.dumps(entry.value) for entry in standing.rivals} >= {'{"option": "2"}', '{"option": "4"}'}


def test_the_same_answer_given_twice_is_no_conflict() -> None:
    plan = plan_import(
        [a_bundle(an_audit_with(level(2, "3", device="tablet")))], here(an_audit_with(level(1, "3"))), LIBRARY
    )
    assert verbs(plan) == {"merge": ["oakfield-1"]}


def test_a_conflict_that_was_here_before_is_not_a_new_one() -> None:
    plan = plan_import(
        [a_bundle(everything().model_copy(update={"entries": (*everything().entries, level(90, "1", ITEMS[6]))}))],
        here(everything()),
        LIBRARY,
    )
    assert verbs(plan) == {"merge": ["oakfield-1"]}


def test_the_choice_of_a_person_settles_a_conflict_on_the_other_device() -> None:
    rivals = (level(1, "1"), level(2, "4", device="tablet"))
    chosen = level(3, "4", replaces=[a_stamp(1), a_stamp(2, "tablet")])
    ours = an_audit_with(*rivals)
    plan = plan_import([a_bundle(an_audit_with(*rivals, chosen))], here(ours), LIBRARY)
    assert verbs(plan) == {"merge": ["oakfield-1"]}
    answer = standings(after(ours, plan).entries)[ITEMS[0]].answer
    assert answer is not None
    assert answer.option == "4"


def test_a_wrong_clock_decides_nothing() -> None:
    ours = an_audit_with(level(50, "1"))
    corrected = level(-900_000_000, "3", replaces=[a_stamp(50)], device="tablet")
    plan = plan_import([a_bundle(an_audit_with(level(50, "1"), corrected))], here(ours), LIBRARY)
    answer = standings(after(ours, plan).entries)[ITEMS[0]].answer
    assert answer is not None
    assert answer.option == "3"


def test_the_order_of_the_files_makes_no_difference() -> None:
    ours = an_audit_with(level(1, "1"))
    bundles: list[Bundle] = [
        a_bundle(an_audit_with(level(1, "1"), level(2, "2", device="tablet"))),
        a_bundle(an_audit_with(level(1, "1"), level(3, "3", ITEMS[1])), share="scores"),
        a_bundle(an_audit_with(level(9, "1"), audit_id="later", wave="Spring 2027"), everything(), share="comments"),
        a_bundle(an_audit_with(audit_id="another")),
    ]
    plans = [plan_import(order, here(ours), LIBRARY) for order in permutations(bundles)]
    assert all(plan == plans[0] for plan in plans)
    assert all(plan.model_dump_json() == plans[0].model_dump_json() for plan in plans)


# Refused, and then nothing is kept


def refused(theirs: AuditContent, *ours: AuditContent, library: Library = LIBRARY) -> str:
    sound = an_audit_with(level(1, "1"), audit_id="sound")
    bundles = [a_bundle(sound), a_bundle(theirs)]
    plan = plan_import(bundles, here(*ours), library)
    assert plan == plan_import(bundles[::-1], here(*ours), library)
    assert verbs(plan) == {"add": ["sound"], "refused": [theirs.audit.id]}
    with pytest.raises(ImportRefusedError, match="Nothing was imported") as caught:
        contents_to_keep(plan)
    assert plan.refused[0].reason in str(caught.value)
    return plan.refused[0].reason


@pytest.mark.parametrize("change", [{"version": 99}, {"id": "not-here"}])
def test_an_unknown_questionnaire_or_version_asks_for_an_update(change: dict[str, JsonValue]) -> None:
    questionnaire = an_audit().questionnaire.model_copy(update=change)
    audit = an_audit().model_copy(update={"questionnaire": questionnaire})
    assert refused(AuditContent(audit=audit, entries=())).endswith("update the app.")


def test_a_questionnaire_that_is_not_the_released_one_is_refused() -> None:
    questionnaire = an_audit().questionnaire.model_copy(update={"fingerprint": "f" * 64})
    audit = an_audit().model_copy(update={"questionnaire": questionnaire})
    assert "fingerprint differs" in refused(AuditContent(audit=audit, entries=()))


def test_one_id_for_two_schools_is_refused() -> None:
    other = AuditContent(audit=an_audit(school=School(name="Elm Park")), entries=())
    assert "already known" in refused(other, everything())


def test_one_id_for_two_schools_in_two_files_is_refused_in_any_order() -> None:
    audits = [an_audit(school=School(name=name)) for name in ("Elm Park", "Ash Hill")]
    bundles = [a_bundle(AuditContent(audit=audit, entries=())) for audit in audits]
    plans = [plan_import(order, here(), LIBRARY) for order in permutations(bundles)]
    assert plans[0] == plans[1]
    assert len(plans[0].refused) == 1


def test_two_copies_that_disagree_are_refused() -> None:
    assert "disagree" in refused(an_audit_with(level(1, "4")), an_audit_with(level(1, "1")))


def test_scores_that_disagree_with_the_whole_are_refused() -> None:
    forged = a_bundle(an_audit_with(level(1, "4")), share="scores").audits[0].as_content()
    assert "disagree" in refused(forged, an_audit_with(level(1, "1")))


def test_an_option_that_the_questionnaire_does_not_offer_is_refused() -> None:
    assert "offers" in refused(an_audit_with(level(1, "9")))


def test_answers_that_replace_one_another_in_a_circle_are_refused() -> None:
    circle = an_audit_with(level(1, "1", replaces=[a_stamp(2)]), level(2, "2", replaces=[a_stamp(1)]))
    assert "circle" in refused(circle)


def test_an_answer_to_an_item_of_the_schools_own_is_kept() -> None:
    own = an_audit_with(said(1, "answer", {"option": "yes"}, item="own_item"))
    assert contents_to_keep(plan_import([a_bundle(own)], here(), LIBRARY))[0].entries == own.entries
