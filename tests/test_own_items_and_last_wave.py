"""What an audit starts with: the last wave's answers, offered; and the school's own items beside the shared ones."""

from pathlib import Path

import pytest

from audit_app.errors import AuditError
from audit_app.questionnaires.library import Library
from audit_app.questionnaires.own import OwnItemsError, UnfitOwnItemsError
from audit_app.responses.carrying import CantCarryError
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, QuestionnaireRef
from audit_app.responses.progress import unanswered
from audit_app.storage.folder import FolderStore
from audit_app.sync.bundle import write_bundle
from audit_app.sync.sharing import Share
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school, level
from tests.questionnaires.making import LEVELS, Document, a_choice, a_document, a_questionnaire, an_item, as_file
from tests.questionnaires.test_versions import FIRST, SECOND, THIRD
from tests.test_moving_audits import FORM, answered, installed, sent
from tests.ticking import ticking

OTHER = a_questionnaire(an_item("else"), id="other-form")
LIBRARY = {(one.id, one.version): one for one in (FIRST, SECOND, THIRD, OTHER)}
SHARES: tuple[Share, ...] = ("scores", "comments", "full")
OWN: list[Document] = [
    an_item("own_breakfast"),
    an_item("own_words", kind="text", required=True, visible_if="${own_breakfast} >= 3"),
]


def an_installation(device: str = "laptop") -> Workspace:
    return installed(Library(LIBRARY), device)


# The last wave


def last_wave_carried(workspace: Workspace) -> str:
    earlier = answered(workspace, 3)
    return workspace.start_audit(FORM, "Spring 2027", a_school(), carry_from=earlier)


def test_the_last_waves_answers_are_offered_and_count_for_nothing() -> None:
    workspace = an_installation()
    opened = workspace.audit(last_wave_carried(workspace))
    offer = opened.standing("kept").carried
    assert offer is not None
    assert (offer.answer, offer.wave, offer.given, offer.stale) == (level(1), "Autumn 2026", MORNING.date(), False)
    assert len(unanswered(opened.questionnaire, opened.stands)) == len(opened.questionnaire.items_by_id)
    assert workspace.audits()[0].answered == 0
    assert workspace.results(opened.audit.id).n == 0
    with pytest.raises(AuditError, match="No item has an answer yet"):
        workspace.submit(opened.audit.id)


def test_giving_what_is_offered_is_answering() -> None:
    workspace = an_installation()
    audit = last_wave_carried(workspace)
    offer = workspace.audit(audit).standing("kept").carried
    assert offer is not None
    workspace.answer(audit, "kept", offer.answer)
    assert workspace.results(audit).n == 1
    assert workspace.audits()[0].answered == 1


def test_only_what_stayed_comparable_is_offered_across_versions() -> None:
    workspace = an_installation()
    earlier = answered(workspace, 1)
    opened = workspace.audit(workspace.start_audit(FORM, "Spring 2027", a_school(), carry_from=earlier))
    assert {item for item, one in opened.stands.items() if one.carried} == {"kept", "renamed"}


def test_an_answer_of_more_than_a_year_ago_is_offered_as_old() -> None:
    store = installed(Library(LIBRARY))
    earlier = answered(store, 3)
    later = installed(Library(LIBRARY), "tablet", start=MORNING.replace(year=2028))
    sent(store, later, earlier)
    opened = later.audit(later.start_audit(FORM, "Spring 2028", a_school(), carry_from=earlier))
    assert all(one.carried is not None and one.carried.stale for one in opened.stands.values())


@pytest.mark.parametrize("share", ["scores", "comments"])
def test_offers_stay_at_home(share: Share) -> None:
    workspace = an_installation()
    audit = last_wave_carried(workspace)
    workspace.answer(audit, "kept", level(3))
    assert "carried" not in workspace.export(audit, share).decode()


def test_offers_go_along_to_another_version() -> None:
    workspace = an_installation()
    moved = workspace.move_to_version(last_wave_carried(workspace), 1)
    assert moved.standing("moved").carried is not None
    assert workspace.what_moves(moved.audit.id).carried == {}


def test_answers_to_another_questionnaire_or_of_another_school_are_not_offered() -> None:
    here, there = an_installation(), an_installation("tablet")
    earlier = answered(here, 3)
    with pytest.raises(CantCarryError, match="another questionnaire"):
        here.start_audit("other-form", "Spring 2027", a_school(), carry_from=earlier)
    there.apply_import(there.plan_import([("b.json", here.export(earlier, "scores"))]))
    with pytest.raises(CantCarryError, match="another school"):
        there.start_audit(FORM, "Spring 2027", a_school(), carry_from=earlier)
    assert there.earlier_audits(FORM, a_school()) == ()
    assert [one.id for one in here.earlier_audits(FORM, a_school())] == [earlier]


# The school's own items


def with_own_items(workspace: Workspace) -> str:
    workspace.keep_own_items(FORM, OWN)
    return workspace.start_audit(FORM, "Autumn 2026", a_school())


def test_own_items_are_asked_after_the_shared_ones_and_the_fingerprint_stays() -> None:
    workspace = an_installation()
    opened = workspace.audit(with_own_items(workspace))
    assert [item.id for item in opened.questionnaire.items][-2:] == ["own_breakfast", "own_words"]
    assert opened.audit.questionnaire == QuestionnaireRef.to(THIRD)
    assert workspace.audits()[0].items == len(THIRD.items_by_id) + 1


def test_own_items_are_answered_like_others() -> None:
    workspace = an_installation()
    audit = with_own_items(workspace)
    workspace.answer(audit, "own_breakfast", level(3))
    with pytest.raises(AuditError, match="own_words"):
        workspace.submit(audit)
    workspace.answer(audit, "own_words", Answer(value="Toast."))
    assert workspace.submit(audit).standing("own_words").answer == Answer(value="Toast.")


def test_an_audit_that_began_keeps_its_items_when_the_school_writes_others() -> None:
    workspace = an_installation()
    audit = with_own_items(workspace)
    workspace.keep_own_items(FORM, [])
    assert "own_words" in workspace.audit(audit).questionnaire.items_by_id
    assert workspace.own_items(FORM) == ()


@pytest.mark.parametrize("share", SHARES)
def test_own_items_enter_no_results_and_travel_only_with_everything(share: Share) -> None:
    here, there = an_installation(), an_installation("tablet")
    audit = with_own_items(here)
    here.answer(audit, "kept", level(2))
    here.answer(audit, "own_breakfast", level(4))
    here.answer(audit, "own_words", Answer(value="Toast."))
    bundle = here.export(audit, share)
    there.apply_import(there.plan_import([("b.json", bundle)]))
    assert there.results(audit).model_dump_json() == here.results(audit).model_dump_json()
    assert "own_breakfast" not in here.results(audit).model_dump_json()
    assert (b"own_" in bundle, b"Toast" in bundle) == (share == "full", share == "full")
    if share == "full":
        assert there.audit(audit).stands == here.audit(audit).stands


def test_own_items_go_along_to_another_version_and_are_offered_in_the_next_wave() -> None:
    workspace = an_installation()
    audit = with_own_items(workspace)
    workspace.answer(audit, "own_breakfast", level(4))
    moved = workspace.move_to_version(audit, 1)
    assert moved.standing("own_breakfast").answer == level(4)
    back = workspace.move_to_version(moved.audit.id)
    again = workspace.audit(workspace.start_audit(FORM, "Spring 2027", a_school(), carry_from=back.audit.id))
    assert again.standing("own_breakfast").carried is not None
    workspace.keep_own_items(FORM, [an_item("own_breakfast", text="Breakfast is another thing now.")])
    other = workspace.audit(workspace.start_audit(FORM, "Spring 2027", a_school(), carry_from=back.audit.id))
    assert other.standing("own_breakfast").carried is None


def test_an_own_item_that_would_not_fit_is_refused_with_its_remedy() -> None:
    workspace = an_installation()
    with pytest.raises(OwnItemsError, match="begins with “own_”"):
        workspace.keep_own_items(FORM, [an_item("breakfast")])
    with pytest.raises(OwnItemsError, match="10 may be added"):
        workspace.keep_own_items(FORM, [an_item(f"own_{number}") for number in range(11)])
    assert workspace.own_items(FORM) == ()


def test_items_that_no_longer_fit_are_mended_one_at_a_time_before_an_audit_starts() -> None:
    workspace = an_installation()
    workspace.import_questionnaire("one.json", as_file(a_document(an_item("one"), id="short-form")))
    workspace.keep_own_items("short-form", [an_item("own_a"), an_item("own_b")])
    short = {"descriptors": {"1": "Not at all.", "2": "Somewhat.", "3": "Fully."}}
    three: Document = {"scale": LEVELS[:3], "changes": {"one": {"became": "changed"}}}
    workspace.import_questionnaire(
        "two.json", as_file(a_document(an_item("one", **short), version=2, id="short-form", **three))
    )
    with pytest.raises(UnfitOwnItemsError, match="put them right"):
        workspace.start_audit("short-form", "Autumn 2026", a_school())
    assert workspace.audits() == ()
    workspace.keep_own_items("short-form", [an_item("own_b"), an_item("own_a", **short)])
    with pytest.raises(OwnItemsError, match="describes a level"):
        workspace.keep_own_items("short-form", [an_item("own_b"), an_item("own_a"), an_item("own_c")])
    workspace.keep_own_items("short-form", [an_item("own_a", **short)])
    audit = workspace.start_audit("short-form", "Autumn 2026", a_school())
    assert list(workspace.audit(audit).questionnaire.items_by_id) == ["one", "own_a"]


def test_an_answer_that_an_own_item_does_not_offer_is_refused_from_a_bundle() -> None:
    here, there = an_installation(), an_installation("tablet")
    here.keep_own_items(FORM, [a_choice("own_choice", "yes", "no")])
    audit = here.start_audit(FORM, "Autumn 2026", a_school())
    here.answer(audit, "own_choice", Answer(option="yes"))
    opened = here.audit(audit)
    changed = opened.entries[-1].model_copy(update={"value": {"option": "maybe"}})
    content = AuditContent(audit=opened.audit, entries=(*opened.entries[:-1], changed))
    planned = there.plan_import([("b.json", write_bundle([content], a_school(), "full", MORNING))])
    assert "own_choice" in planned.refused[0].reason


def test_own_items_are_kept_in_the_data_folder(tmp_path: Path) -> None:
    library = Library(LIBRARY)

    def opened() -> Workspace:
        store = FolderStore(tmp_path, summariser(library), lambda: "laptop", ticking())
        return Workspace(store, library, ticking(), ticking(), lambda: "audit1")

    workspace = opened()
    audit = with_own_items(workspace)
    workspace.close()
    again = opened()
    assert [item.id for item in again.own_items(FORM)] == ["own_breakfast", "own_words"]
    assert "own_words" in again.audit(audit).questionnaire.items_by_id
    again.close()
