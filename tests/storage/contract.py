"""What every store does: the suite that runs on memory and on the disk alike."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from audit_app.files import sha256
from audit_app.questionnaires.library import UnknownVersionError, UnreadableQuestionnaireError, fingerprint
from audit_app.responses.erasing import without_words
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Entry
from audit_app.responses.survey import IrreconcilableResponseError
from audit_app.responses.union import IrreconcilableEntryError
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.storage.erasing import AuditErasedError
from audit_app.storage.protocol import (
    AttachmentNotFoundError,
    AuditContent,
    AuditExistsError,
    AuditNotFoundError,
    QuestionnaireExistsError,
    Settings,
    Store,
)
from tests.builders import MORNING, a_response, a_school, a_stamp, an_audit, an_entry, the_terms
from tests.questionnaires.making import Document, a_document
from tests.questionnaires.making import an_item as a_written_item
from tests.storage.stores import a_content, an_answer, stamps


def a_form(**fields: object) -> Document:
    return a_document(a_written_item("one"), a_written_item("two"), **fields)


class StoreContract:
    def make(self, folder: Path) -> Store:
        raise NotImplementedError

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        store = self.make(tmp_path / "data")
        yield store
        store.close()

    # The installation

    def test_settings_are_empty_at_first(self, store: Store) -> None:
        assert store.settings() == Settings()

    def test_settings_are_as_they_were_kept(self, store: Store) -> None:
        kept = Settings(school=a_school("Ysgol y Garreg – “Tŵr”"), person="Ann", theme="dark", text_size=120)
        store.keep_settings(kept)
        assert store.settings() == kept

    def test_a_device_keeps_its_name(self, store: Store) -> None:
        assert store.device() == store.device() == "laptop"

    def test_a_secret_is_made_once(self, store: Store) -> None:
        made = iter((b"1" * 32, b"2" * 32))
        assert store.secret(lambda: next(made)) == store.secret(lambda: next(made)) == b"1" * 32

    def test_known_keys_are_as_they_were_kept(self, store: Store) -> None:
        assert store.known_keys() == ()
        known = tuple(KnownKey.of(a_school("Ysgol y Tŵr"), key * 64, date(2026, 11, 22)) for key in "ab")
        store.keep_known_keys(known)
        assert store.known_keys() == known

    # What was decided about matches

    def test_decisions_are_as_they_were_kept(self, store: Store) -> None:
        assert store.decisions() == ()
        said = tuple(
            Decision(
                helper="ysgol y tŵr", helped="100101", area="reading", verdict=verdict, reason="“Na”", when=MORNING
            )
            for verdict in ("reject", "undo", "accept")
        )
        store.keep_decisions(said)
        assert store.decisions() == said

    # When schools met

    def test_meetings_are_as_they_were_kept(self, store: Store) -> None:
        assert store.meetings() == ()
        said = (
            Meeting(id="b", day=date(2026, 10, 9), schools=("Ysgol y Tŵr",), note="“Darllen” – 🙂"),
            Meeting(id="a", day=date(2027, 1, 15)),
        )
        store.keep_meetings(said)
        assert store.meetings() == said
        store.keep_meetings(said[:1])
        assert store.meetings() == said[:1]

    # Responses to a survey

    def test_responses_are_as_they_were_handed_in_by_their_random_ids(self, store: Store) -> None:
        store.create(an_audit())
        given = [a_response(one, comment="Iawn – “da” 🙂") for one in "cab"]
        for one in given:
            store.keep_responses("audit-1", [one])
        assert store.responses("audit-1") == tuple(sorted(given, key=lambda one: one.id))

    def test_the_same_response_twice_is_kept_once(self, store: Store) -> None:
        store.create(an_audit())
        store.keep_responses("audit-1", [a_response("a")])
        store.keep_responses("audit-1", [a_response("b"), a_response("a"), a_response("b")])
        assert store.responses("audit-1") == (a_response("a"), a_response("b"))

    def test_a_response_never_changes(self, store: Store) -> None:
        store.create(an_audit())
        store.keep_responses("audit-1", [a_response("a")])
        with pytest.raises(IrreconcilableResponseError):
            store.keep_responses("audit-1", [a_response("b"), a_response("a", group="leaders")])
        assert store.responses("audit-1") == (a_response("a"),)

    def test_responses_are_merged_with_the_audit_that_they_belong_to(self, store: Store) -> None:
        store.merge([AuditContent(audit=an_audit(), entries=(), responses=(a_response("b"),))])
        store.merge([AuditContent(audit=an_audit(), entries=(an_entry(),), responses=(a_response("a"),))])
        assert store.responses("audit-1") == (a_response("a"), a_response("b"))
        assert store.entries("audit-1") == (an_entry(),)

    def test_erased_responses_are_gone_and_none_is_merged_again(self, store: Store) -> None:
        store.create(an_audit())
        store.keep_responses("audit-1", [a_response("a")])
        said = an_entry({"day": "2027-07-01"}, subject="survey", field="erased")
        store.erase_responses("audit-1", [said])
        store.merge([AuditContent(audit=an_audit(), entries=(), responses=(a_response("b"),))])
        assert store.responses("audit-1") == ()
        assert store.entries("audit-1") == (said,)

    def test_the_line_about_a_survey_counts_its_responses(self, store: Store) -> None:
        survey = an_audit(mode="survey")
        store.merge([AuditContent(audit=survey, entries=(the_terms(),))])
        store.keep_responses(survey.id, [a_response("a"), a_response("b")])
        (line,) = store.summaries()
        assert (line.responses, line.invited, line.answered) == (2, 12, 1)

    # Questionnaires of its own

    def test_a_new_store_has_no_questionnaires_of_its_own(self, store: Store) -> None:
        assert store.questionnaires() == ()
        assert store.unreadable_questionnaires() == ()

    def test_a_questionnaire_is_as_it_was_kept_in_every_language(self, store: Store) -> None:
        document = a_form(title={"en": "A form", "cy": "Ffurflen – “Tŵr” 🙂"}, languages=["en", "cy"])
        kept = store.keep_questionnaire(document)
        assert (kept.id, kept.version, kept.title, kept.fingerprint) == ("a-form", 1, "A form", fingerprint(document))
        assert store.questionnaires() == (kept,)
        assert store.questionnaire_document("a-form", 1) == document

    def test_keeping_the_same_questionnaire_again_changes_nothing(self, store: Store) -> None:
        kept = store.keep_questionnaire(a_form())
        stale = {**dict(reversed(a_form().items())), "fingerprint": "what some file said"}
        assert store.keep_questionnaire(stale) == kept
        assert store.questionnaires() == (kept,)
        assert store.questionnaire_document("a-form", 1) == a_form()

    def test_a_version_never_changes(self, store: Store) -> None:
        kept = store.keep_questionnaire(a_form())
        with pytest.raises(QuestionnaireExistsError, match="“a-form” version 1 is already here"):
            store.keep_questionnaire(a_form(title="Another"))
        assert store.questionnaires() == (kept,)

    def test_versions_stand_beside_each_other(self, store: Store) -> None:
        for version in (10, 2, 1):
            store.keep_questionnaire(a_form(version=version))
        store.keep_questionnaire(a_form(id="a-form-1"))
        kept = [(one.id, one.version) for one in store.questionnaires()]
        assert kept == [("a-form", 1), ("a-form", 2), ("a-form", 10), ("a-form-1", 1)]

    @pytest.mark.parametrize(
        "wrong", [{"id": "../up"}, {"sections": []}, {"minutes": float("nan")}, {"title": "\ud800"}]
    )
    def test_what_is_no_questionnaire_is_refused(self, store: Store, wrong: Document) -> None:
        with pytest.raises(UnreadableQuestionnaireError):
            store.keep_questionnaire(a_form(**wrong))
        assert store.questionnaires() == ()

    def test_a_questionnaire_that_is_not_there_is_said_to_be_missing(self, store: Store) -> None:
        store.keep_questionnaire(a_form())
        for name, version in (("a-form", 2), ("b-form", 1), ("../a-form", 1)):
            with pytest.raises(UnknownVersionError):
                store.questionnaire_document(name, version)

    # Audits

    def test_a_new_store_lists_nothing(self, store: Store) -> None:
        assert store.summaries() == ()
        assert store.damaged() == ()

    def test_an_audit_is_as_it_was_created(self, store: Store) -> None:
        audit = an_audit(id="autumn")
        store.create(audit)
        assert store.audit("autumn") == audit
        assert store.entries("autumn") == ()
        assert store.place("autumn") is None

    def test_an_audit_is_created_once(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        with pytest.raises(AuditExistsError):
            store.create(an_audit(id="autumn"))

    @pytest.mark.parametrize(
        "audit_id", ["never-made", "", "..", "../autumn", "a/b", "a\\b", "autumn\n", "x" * 65, "."]
    )
    def test_an_audit_that_is_not_there_is_said_to_be_missing(self, store: Store, audit_id: str) -> None:
        store.create(an_audit(id="autumn"))
        for use in (store.audit, store.entries, store.place, store.remove):
            with pytest.raises(AuditNotFoundError):
                use(audit_id)
        with pytest.raises(AuditNotFoundError):
            store.keep(audit_id, [an_entry()])
        with pytest.raises(AuditNotFoundError):
            store.attach(audit_id, b"x")

    def test_a_removed_audit_is_gone_from_the_list_and_can_be_made_again(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [an_entry()])
        store.remove("autumn")
        assert store.summaries() == ()
        with pytest.raises(AuditNotFoundError):
            store.audit("autumn")
        store.create(an_audit(id="autumn"))
        assert store.entries("autumn") == ()

    # Entries

    def test_entries_come_in_the_order_of_their_stamps(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        first, second, third = (an_entry(f"{minute}", minute=minute) for minute in (1, 2, 3))
        store.keep("autumn", [third])
        store.keep("autumn", [first, second])
        assert store.entries("autumn") == (first, second, third)

    def test_an_entry_comes_back_with_everything_it_says(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        full = Entry(
            stamp=a_stamp(3, counter=255),
            by="Siân O’Neill",
            subject="plan/p1",
            field="criteria",
            value=[{"text": "a\n\u2028\0\x85🙂", "state": None, "n": [1, 2.5, -1e300, True, ""]}, {}],
            replaces=(a_stamp(1), a_stamp(2, "tablet")),
            redacted=True,
        )
        store.keep("autumn", [full])
        assert store.entries("autumn") == (full,)

    def test_an_entry_is_kept_once(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [an_answer(1)])
        store.keep("autumn", [an_answer(1), an_answer(2)])
        assert store.entries("autumn") == (an_answer(1), an_answer(2))

    def test_two_different_entries_of_one_stamp_are_refused_with_all_that_came_along(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [an_answer(1, "3")])
        with pytest.raises(IrreconcilableEntryError):
            store.keep("autumn", [an_answer(2), an_answer(1, "4")])
        assert store.entries("autumn") == (an_answer(1, "3"),)

    def test_a_full_copy_takes_the_place_of_a_redacted_one_and_never_the_other_way_round(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        full = an_answer(1, by="Ann")
        poorer = full.model_copy(update={"by": "", "redacted": True})
        store.keep("autumn", [poorer])
        assert store.entries("autumn") == (poorer,)
        store.keep("autumn", [full])
        store.keep("autumn", [poorer])
        assert store.entries("autumn") == (full,)

    def test_changing_a_value_that_was_given_or_returned_changes_nothing_kept(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        value = {"option": "3"}
        store.keep("autumn", [an_entry(dict(value), field="answer")])
        given = an_entry(value, minute=2, field="answer")  # type: ignore[arg-type]
        store.keep("autumn", [given])
        given.value["option"] = "1"  # type: ignore[index,call-overload]
        assert [entry.value for entry in store.entries("autumn")] == [{"option": "3"}, {"option": "3"}]

    def test_keeping_nothing_changes_nothing(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.keep("autumn", [])
        assert store.entries("autumn") == ()

    def test_audits_do_not_see_each_others_entries(self, store: Store) -> None:
        for audit_id in ("one", "two"):
            store.create(an_audit(id=audit_id))
        store.keep("one", [an_answer(1)])
        assert store.entries("two") == ()

    def test_the_place_is_the_last_one_kept(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.keep_place("autumn", "purpose_a")
        store.keep_place("autumn", "purpose_b")
        store.keep_place("autumn", "purpose_b")
        assert store.place("autumn") == "purpose_b"

    # The list

    def test_the_list_shows_the_most_recently_changed_first(self, store: Store) -> None:
        for audit_id in ("one", "two", "three"):
            store.create(an_audit(id=audit_id))
        store.keep("two", [an_answer(5)])
        assert next(line.id for line in store.summaries()) == "two"
        store.keep("one", [an_answer(9), an_answer(10, item="purpose_b")])
        assert [(line.id, line.answered) for line in store.summaries()] == [("one", 2), ("two", 1), ("three", 0)]
        assert [line.id for line in store.summaries(2)] == ["one", "two"]
        assert store.summaries(0) == ()

    def test_the_list_gives_the_first_of_those_that_are_wanted(self, store: Store) -> None:
        for audit_id in ("one", "two", "three"):
            store.create(an_audit(id=audit_id))
        assert [line.id for line in store.summaries(1, lambda line: line.id != "two")] == ["three"]
        store.keep("one", [an_answer(9)])
        assert [line.id for line in store.summaries(None, lambda line: line.id != "two")] == ["one", "three"]
        assert [line.id for line in store.summaries(1, lambda line: line.answered == 0)] == ["two"]

    def test_the_whole_list_asked_for_again_has_what_was_said_between(self, store: Store) -> None:
        for audit_id in ("one", "two"):
            store.create(an_audit(id=audit_id))
        assert [line.answered for line in store.summaries()] == [0, 0]
        store.keep("one", [an_answer(5)])
        store.create(an_audit(id="three"))
        store.remove("two")
        assert {line.id: line.answered for line in store.summaries()} == {"one": 1, "three": 0}

    # Evidence files

    def test_an_evidence_file_is_kept_under_its_hash(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        name = store.attach("autumn", b"a photo")
        assert name == store.attach("autumn", b"a photo") == sha256(b"a photo")
        assert store.attachment("autumn", name) == b"a photo"

    @pytest.mark.parametrize("name", ["0" * 64, "../journal.jsonl", "", "journal.jsonl"])
    def test_an_evidence_file_that_is_not_there_is_said_to_be_missing(self, store: Store, name: str) -> None:
        store.create(an_audit(id="autumn"))
        with pytest.raises(AttachmentNotFoundError):
            store.attachment("autumn", name)

    # Merging

    def test_a_merge_makes_new_audits_and_unites_known_ones(self, store: Store) -> None:
        store.create(an_audit(id="ours"))
        store.keep("ours", [an_answer(1)])
        store.merge(
            [a_content("ours", an_answer(1), an_answer(2)), a_content("theirs", an_answer(3), files=[b"a photo"])]
        )
        assert stamps(store.entries("ours")) == [a_stamp(1), a_stamp(2)]
        assert store.entries("theirs") == (an_answer(3),)
        assert store.attachment("theirs", sha256(b"a photo")) == b"a photo"
        assert {line.id for line in store.summaries()} == {"ours", "theirs"}

    def test_merging_twice_changes_nothing(self, store: Store) -> None:
        contents = [a_content("one", an_answer(1), files=[b"x"]), a_content("two", an_answer(2))]
        store.merge(contents)
        before = store.summaries(), store.entries("one"), store.entries("two")
        store.merge(contents)
        assert (store.summaries(), store.entries("one"), store.entries("two")) == before

    def test_several_contents_of_one_audit_are_united(self, store: Store) -> None:
        store.merge([a_content("one", an_answer(1)), a_content("one", an_answer(2), files=[b"x"])])
        assert stamps(store.entries("one")) == [a_stamp(1), a_stamp(2)]
        assert store.attachment("one", sha256(b"x")) == b"x"

    def test_files_come_to_an_audit_that_is_there(self, store: Store) -> None:
        store.create(an_audit(id="ours"))
        store.merge([a_content("ours", files=[b"a photo"])])
        assert store.attachment("ours", sha256(b"a photo")) == b"a photo"

    @pytest.mark.parametrize(
        ("refused", "why"),
        [
            (a_content("ours", school="Another school"), AuditExistsError),
            (a_content("ours", an_answer(1, "4")), IrreconcilableEntryError),
        ],
    )
    def test_a_merge_that_is_refused_in_part_changes_nothing(
        self, store: Store, refused: AuditContent, why: type[Exception]
    ) -> None:
        store.create(an_audit(id="ours"))
        store.keep("ours", [an_answer(1, "3")])
        before = store.summaries()
        with pytest.raises(why):
            store.merge([a_content("new", an_answer(1)), a_content("ours", an_answer(2)), refused])
        assert store.summaries() == before
        assert store.entries("ours") == (an_answer(1, "3"),)

    def test_merging_nothing_changes_nothing(self, store: Store) -> None:
        store.merge([])
        assert store.summaries() == ()

    # Taken out, and brought back

    def test_a_removed_audit_is_brought_back_with_everything(self, store: Store) -> None:
        store.merge([a_content("autumn", an_answer(1), an_answer(2), files=[b"a photo"])])
        store.keep_place("autumn", "purpose_b")
        store.remove("autumn")
        assert [one.audit.id for one in store.removed()] == ["autumn"]
        store.restore("autumn")
        assert store.removed() == ()
        assert store.entries("autumn") == (an_answer(1), an_answer(2))
        assert store.attachment("autumn", sha256(b"a photo")) == b"a photo"
        assert store.place("autumn") == "purpose_b"
        assert [line.id for line in store.summaries()] == ["autumn"]

    def test_what_was_made_again_is_not_offered_to_be_brought_back(self, store: Store) -> None:
        store.create(an_audit(id="autumn"))
        store.remove("autumn")
        store.create(an_audit(id="autumn"))
        assert store.removed() == ()
        with pytest.raises(AuditExistsError):
            store.restore("autumn")
        with pytest.raises(AuditNotFoundError):
            store.restore("never-removed")

    def test_a_sound_store_says_so(self, store: Store) -> None:
        store.merge([a_content("one", an_answer(1)), a_content("two")])
        health = store.health()
        assert health.sound
        assert {one.audit: one.entries for one in health.audits} == {"one": 1, "two": 0}
        assert health.state == "All 2 audits are sound."
        assert store.plan_repair() == store.repair() == ()

    # Erased for good

    def test_what_was_erased_is_gone_and_no_old_copy_brings_it_back(self, store: Store) -> None:
        comment = an_entry("Tom was late.", minute=1)
        photo = an_entry({"kind": "file", "text": "tom.jpg", "sha256": sha256(b"a photo")}, minute=2, field="evidence")
        old = a_content("autumn", comment, photo, an_answer(3), files=[b"a photo"])
        store.merge([old])
        store.keep("autumn", [without_words(comment), without_words(photo)])
        for _ in range(2):
            assert [one.value for one in store.entries("autumn")] == [None, None, {"option": "3"}]
            store.keep("autumn", [comment])
            store.merge([a_content("autumn", comment, photo, files=[b"a photo"])])
        with pytest.raises(AttachmentNotFoundError):
            store.attachment("autumn", sha256(b"a photo"))

    def test_an_erasure_that_arrives_erases_here_too(self, store: Store) -> None:
        comment = an_entry("Tom was late.", minute=1)
        store.merge([a_content("autumn", comment)])
        store.merge([a_content("autumn", without_words(comment), an_answer(3))])
        assert [one.value for one in store.entries("autumn")] == [None, {"option": "3"}]

    def test_an_erased_audit_is_gone_for_good(self, store: Store) -> None:
        old = a_content("autumn", an_answer(1), files=[b"a photo"])
        store.merge([old, a_content("spring")])
        store.remove("autumn")
        store.restore("autumn")
        store.erase("autumn", MORNING.date())
        assert [line.id for line in store.summaries()] == ["spring"]
        assert store.removed() == ()
        assert [(one.audit, one.day) for one in store.erased()] == [("autumn", MORNING.date())]
        with pytest.raises(AuditErasedError, match="erased here for good on 22 November 2026"):
            store.merge([a_content("summer"), old])
        assert [line.id for line in store.summaries()] == ["spring"]
        with pytest.raises(AuditNotFoundError):
            store.restore("autumn")

    def test_a_removed_audit_is_erased_too(self, store: Store) -> None:
        store.merge([a_content("autumn", an_answer(1))])
        store.remove("autumn")
        store.erase("autumn", MORNING.date())
        assert store.removed() == ()
        with pytest.raises(AuditNotFoundError):
            store.erase("never-made", MORNING.date())
