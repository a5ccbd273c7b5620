"""The whole path through one door: whatever people type, the paper is sound and the bundle means the same."""

from collections.abc import Callable

import pytest
from pydantic import JsonValue

from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer, School
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING
from tests.reports import verapdf
from tests.reports.hostile import HOSTILE
from tests.reports.reading import read

STORABLE = {name: text for name, text in HOSTILE.items() if name != "half characters"}
"""Half a character is no text: the store refuses it in a sentence, and no keyboard can type it."""


def an_installation(device: str = "laptop") -> Workspace:
    questionnaires = shipped()
    store = MemoryStore(summariser(questionnaires), lambda: device)
    return Workspace(store, questionnaires, lambda: MORNING, lambda: MORNING, lambda: "audit1")


def an_audit_full_of(workspace: Workspace, text: str) -> str:
    """Every free field says this, cut to what the field can keep."""

    def within(most: int) -> str:
        return text[:most] if text.strip() else "x"

    workspace.keep_settings(workspace.settings().model_copy(update={"person": text[:200]}))
    school = School(name=within(200), local_authority=text[:200])
    audit = workspace.start_audit("partnership-health", within(80), school)
    for number, item in enumerate(workspace.audit(audit).questionnaire.items):
        workspace.answer(audit, item.id, Answer(option=str(1 + number % 4)))
        workspace.comment(audit, item.id, text)
        workspace.add_words(audit, item.id, within(4000))
    for suggestion in workspace.suggestions(audit):
        workspace.adopt(audit, suggestion)
    workspace.add_priority(audit, within(200), text[:5000])
    long = ("why", "objective", "baseline", "target", "monitoring", "rag_reason", "impact", "risks")
    short = ("owner", "supporter", "link_governor", "cost")
    said = dict.fromkeys(long, text[:5000]) | dict.fromkeys(short, text[:200])
    for priority in workspace.plan(audit).priorities:
        criteria: JsonValue = [{"text": text[:5000], "state": "not met"}]
        workspace.set_priority(audit, priority.id, {**said, "criteria": criteria, "rag": "amber"})
        workspace.add_action(audit, priority.id, within(5000))
    workspace.ask_governors(audit, [within(200)], [within(200)])
    return audit


@pytest.mark.parametrize("text", STORABLE.values(), ids=STORABLE.keys())
def test_whatever_people_type_gives_a_paper(text: str) -> None:
    workspace = an_installation()
    paper = workspace.report(an_audit_full_of(workspace, text))
    reading = read(paper)
    assert reading.untagged == []
    assert workspace.report("audit1") == paper


@pytest.mark.verapdf
def test_a_paper_full_of_hostile_text_passes_every_rule() -> None:
    if not verapdf.is_available():
        if verapdf.is_required():
            pytest.fail("veraPDF is required here, and there is no Java runtime to run it")
        pytest.skip("no Java runtime")
    workspace = an_installation()
    text = " ".join(text[:25] for text in STORABLE.values())
    assert verapdf.verdict_on(workspace.report(an_audit_full_of(workspace, text))).failures == ()


@pytest.mark.parametrize("share", ["scores", "comments", "full"])
def test_an_exported_audit_means_the_same_where_it_is_imported(share: str) -> None:
    here, there = an_installation(), an_installation("tablet")
    audit = an_audit_full_of(here, "R&D <b>x")
    here.submit(audit)
    bundle = ("bundle.json", here.export(audit, share))  # type: ignore[arg-type] # one of the three
    there.apply_import(there.plan_import([bundle]))
    assert there.results(audit).model_dump_json() == here.results(audit).model_dump_json()
    assert there.plan_import([bundle]).same
    before = there.audit(audit)
    there.apply_import(there.plan_import([bundle]))
    assert there.audit(audit) == before


def test_two_devices_that_answer_without_knowing_of_each_other_keep_both_answers() -> None:
    here, there = an_installation(), an_installation("tablet")
    audit = an_audit_full_of(here, "x")
    there.apply_import(there.plan_import([("first.json", here.export(audit, "full"))]))
    here.answer(audit, "purpose_clear_goals", Answer(option="4"))
    there.answer(audit, "purpose_clear_goals", Answer(option="2"))
    planned = here.plan_import([("second.json", there.export(audit, "full"))])
    assert planned.conflict[0].conflicts == ("purpose_clear_goals",)
    here.apply_import(planned)
    standing = here.audit(audit).standing("purpose_clear_goals")
    assert standing.answer is None
    assert {rival.value["option"] for rival in standing.rivals if isinstance(rival.value, dict)} == {"2", "4"}
    chosen = here.choose(audit, "purpose_clear_goals", standing.rivals[0].stamp)
    assert chosen.standing("purpose_clear_goals").answer is not None


def test_leaving_and_coming_back_lands_on_the_same_item() -> None:
    workspace = an_installation()
    audit = an_audit_full_of(workspace, "x")
    assert workspace.audit(audit).resume_at() == "purpose_clear_goals"
    workspace.stop_at(audit, "trust_candour")
    assert workspace.audit(audit).resume_at() == "trust_candour"


@pytest.mark.parametrize("make", [Workspace.submit, Workspace.results, Workspace.report, Workspace.plan])
def test_an_audit_without_an_answer_breaks_nothing(make: Callable[[Workspace, str], object]) -> None:
    workspace = an_installation()
    audit = workspace.start_audit("partnership-health", "Autumn 2026", School(name="Ash Tree"))
    if make is Workspace.submit:
        workspace.answer(audit, "trust_candour", Answer(reason="prefer_not_to_say"))
    make(workspace, audit)
