"""A survey from its opening to its erasure, through the one door and on the command line."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit_app.cli import app
from audit_app.commands.surveys import groups_of
from audit_app.errors import AuditError
from audit_app.files import canonical_json, sha256
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer
from audit_app.responses.survey import a_year_after
from audit_app.responses.surveying import (
    AnonymousSurveyError,
    SurveyClosedError,
    SurveyErasedError,
    UnopenedSurveyError,
)
from audit_app.storage.memory import MemoryStore
from audit_app.sync.bundle import digest
from audit_app.sync.refusals import ImpossibleResponseError, UnknownPartError
from audit_app.sync.sharing import Share
from audit_app.verbs.responding import ResponsesRefusedError
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_school, some_terms
from tests.questionnaires.making import a_document, an_item
from tests.ticking import ticking

PULSE = "partnership-pulse"
ITEMS = [item.id for item in shipped().get(PULSE).items]
ANSWERS = {item: Answer(option="3") for item in ITEMS}


def an_installation(device: str = "laptop", start: datetime = MORNING) -> Workspace:
    library = shipped()
    ids = iter(f"{device}{number}" for number in range(100))
    store = MemoryStore(summariser(library), lambda: device)
    return Workspace(store, library, ticking(start), ticking(start), lambda: next(ids))


@pytest.fixture
def laptop() -> Workspace:
    return an_installation()


@pytest.fixture
def wave(laptop: Workspace) -> str:
    return laptop.open_survey(PULSE, "Autumn 2026", a_school(), some_terms())


# On the shared laptop


def test_colleagues_hand_in_one_after_another(laptop: Workspace, wave: str) -> None:
    laptop.hand_in(wave, "teachers", ANSWERS, {})
    opened = laptop.hand_in(wave, "leaders", ANSWERS, {ITEMS[0]: "It went well."})
    assert [one.responses for one in opened.groups] == [1, 1]
    assert not opened.closed


def test_a_closed_survey_takes_no_more(laptop: Workspace, wave: str) -> None:
    laptop.hand_in(wave, "teachers", ANSWERS, {})
    assert laptop.close_survey(wave).closed
    with pytest.raises(SurveyClosedError):
        laptop.hand_in(wave, "teachers", ANSWERS, {})
    with pytest.raises(SurveyClosedError):
        laptop.change_terms(wave, some_terms(closes=MORNING.date() + timedelta(days=60)))


def test_an_erased_survey_is_empty_for_good(laptop: Workspace, wave: str) -> None:
    laptop.hand_in(wave, "teachers", ANSWERS, {})
    opened = laptop.erase_survey(wave)
    assert (opened.responses, opened.erased, opened.to_erase) == (0, True, False)
    with pytest.raises(SurveyErasedError):
        laptop.hand_in(wave, "teachers", ANSWERS, {})


def test_a_survey_asks_to_be_erased_when_its_time_is_up() -> None:
    late = an_installation(start=MORNING + timedelta(days=400))
    wave = late.open_survey(
        PULSE, "Old", a_school(), some_terms(closes=MORNING.date() + timedelta(days=500), erase_after="2028-06-01")
    )
    late.hand_in(wave, "teachers", ANSWERS, {})
    assert not late.survey(wave).to_erase


@pytest.mark.parametrize(
    "forbidden",
    [
        lambda shop, wave: shop.answer(wave, ITEMS[0], Answer(option="1")),
        lambda shop, wave: shop.comment(wave, ITEMS[0], "I am Ann."),
        lambda shop, wave: shop.add_words(wave, ITEMS[0], "Words."),
        lambda shop, wave: shop.submit(wave),
        lambda shop, wave: shop.reopen(wave, "More."),
    ],
    ids=["answer", "comment", "evidence", "submit", "reopen"],
)
def test_nobody_answers_a_survey_with_a_name(
    laptop: Workspace, wave: str, forbidden: Callable[[Workspace, str], object]
) -> None:
    with pytest.raises(AnonymousSurveyError):
        forbidden(laptop, wave)


def test_a_survey_is_not_started_as_an_audit(laptop: Workspace) -> None:
    with pytest.raises(UnopenedSurveyError, match="Partnership pulse"):
        laptop.start_audit(PULSE, "Autumn 2026", a_school())


# On another device


def a_response_from(tablet: Workspace, invitation: bytes, group: str = "teachers", level: str = "3") -> bytes:
    opened = tablet.read_invitation("invitation.json", invitation)
    answers = {item.id: Answer(option=level) for item in opened.questionnaire.items}
    return tablet.respond(opened, group, answers, {})


def test_a_response_comes_back_by_file(laptop: Workspace, wave: str) -> None:
    tablet = an_installation("tablet")
    response = a_response_from(tablet, laptop.invite(wave))
    assert laptop.plan_responses([("a.json", response)]).add == 1
    assert laptop.survey(wave).responses == 0
    laptop.take_in_responses([("a.json", response)])
    assert laptop.survey(wave).responses == 1
    assert tablet.audits() == ()


def test_a_response_file_says_nothing_about_its_writer(laptop: Workspace, wave: str) -> None:
    tablet = an_installation("tablet")
    tablet.keep_settings(tablet.settings().model_copy(update={"person": "Rhiannon", "school": a_school("Elsewhere")}))
    response = a_response_from(tablet, laptop.invite(wave))
    for trace in (b"Rhiannon", b"Elsewhere", b"tablet"):
        assert trace not in response
    said = json.loads(response)
    assert set(said) == {"format", "format_version", "wave", "questionnaire", "response", "sha256"}
    assert set(said["response"]) == {"id", "group", "given", "answers"}


def test_an_invitation_of_a_newer_app_asks_for_an_update(laptop: Workspace, wave: str) -> None:
    document = json.loads(laptop.invite(wave))
    document["wave"]["school"]["motto"] = "Sapere aude"
    document["sha256"] = sha256(canonical_json({key: value for key, value in document.items() if key != "sha256"}))
    with pytest.raises(UnknownPartError, match=r"at wave\.school\.motto: a newer one may have made it"):
        an_installation("tablet").read_invitation("invitation.json", json.dumps(document).encode())


def test_a_file_that_is_taken_in_twice_counts_once(laptop: Workspace, wave: str) -> None:
    response = a_response_from(an_installation("tablet"), laptop.invite(wave))
    laptop.take_in_responses([("a.json", response), ("a (1).json", response)])
    assert laptop.take_in_responses([("a.json", response)]).same == 1
    assert laptop.survey(wave).responses == 1


def test_all_files_are_taken_in_or_none(laptop: Workspace, wave: str) -> None:
    response = a_response_from(an_installation("tablet"), laptop.invite(wave))
    altered = response.replace(b'"3"', b'"4"', 1)
    other = an_installation("stranger")
    elsewhere = other.invite(other.open_survey(PULSE, "Autumn 2026", a_school("Other"), some_terms()))
    stray = a_response_from(an_installation("tablet"), elsewhere)
    for wrong in (altered, stray, b"", b"{}", laptop.invite(wave), b"\xff\xfe"):
        with pytest.raises(ResponsesRefusedError, match=r"wrong\.json"):
            laptop.take_in_responses([("right.json", response), ("wrong.json", wrong)])
        assert laptop.survey(wave).responses == 0


def test_a_response_that_comes_after_the_closing_is_refused(laptop: Workspace, wave: str) -> None:
    early, late = (a_response_from(an_installation("tablet"), laptop.invite(wave)) for _ in range(2))
    laptop.take_in_responses([("early.json", early)])
    laptop.close_survey(wave)
    (refused,) = laptop.plan_responses([("late.json", late)]).refused
    assert "closed" in refused.reason
    assert laptop.plan_responses([("early.json", early)]).same == 1


def test_an_invitation_brings_its_questionnaire_along(laptop: Workspace) -> None:
    document = a_document(an_item("one"), an_item("two"), mode="survey")
    laptop.import_questionnaire("own.json", json.dumps(document).encode())
    wave = laptop.open_survey("a-form", "Autumn 2026", a_school(), some_terms())
    tablet = an_installation("tablet")
    opened = tablet.read_invitation("invitation.json", laptop.invite(wave))
    assert [item.id for item in opened.questionnaire.items] == ["one", "two"]


def test_an_altered_invitation_is_noticed(laptop: Workspace, wave: str) -> None:
    invitation = laptop.invite(wave)
    for place in range(0, len(invitation) - 1, 97):
        altered = bytearray(invitation)
        altered[place] = ord("7") if altered[place] != ord("7") else ord("8")
        try:
            found = laptop.read_invitation("invitation.json", bytes(altered))
        except AuditError:
            continue
        assert found == laptop.read_invitation("invitation.json", invitation)


# What it says


def a_closed_survey(laptop: Workspace, wave: str, teachers: int = 6) -> None:
    for number in range(teachers):
        answers = {item: Answer(option=str(1 + (number + place) % 4)) for place, item in enumerate(ITEMS)}
        laptop.hand_in(wave, "teachers", answers, {ITEMS[0]: f"Comment number {number}."})
    laptop.close_survey(wave)


def test_while_it_runs_nothing_is_known_but_how_many_answered(laptop: Workspace, wave: str) -> None:
    for _ in range(6):
        laptop.hand_in(wave, "teachers", ANSWERS, {})
    results = laptop.survey_results(wave)
    assert (results.status, results.n) == ("open", 6)
    assert all(section.score is None for section in results.sections)


def test_a_closed_survey_says_the_same_on_every_device_and_after_its_responses_were_erased(
    laptop: Workspace, wave: str
) -> None:
    a_closed_survey(laptop, wave)
    seen = laptop.survey_results(wave)
    assert any(section.score is not None for section in seen.sections)
    partner = an_installation("partner")
    partner.apply_import(partner.plan_import([("b.json", laptop.export(wave, "comments"))]))
    assert partner.survey_results(wave) == seen
    laptop.erase_survey(wave)
    assert laptop.survey_results(wave) == seen


def test_comments_travel_only_where_comments_are_shared(laptop: Workspace, wave: str) -> None:
    a_closed_survey(laptop, wave)
    partner = an_installation("partner")
    partner.apply_import(partner.plan_import([("b.json", laptop.export(wave, "scores"))]))
    theirs = partner.survey_results(wave)
    assert (theirs.comments, theirs.comments_reason) == ((), "Comments were not shared.")
    assert theirs.sections == laptop.survey_results(wave).sections
    partner.apply_import(partner.plan_import([("more.json", laptop.export(wave, "comments"))]))
    assert partner.survey_results(wave) == laptop.survey_results(wave)


def test_a_survey_stands_beside_those_of_other_schools(laptop: Workspace, wave: str) -> None:
    a_closed_survey(laptop, wave)
    other = an_installation("other")
    theirs = other.open_survey(PULSE, "Autumn 2026", a_school("Other School"), some_terms())
    a_closed_survey(other, theirs)
    files = [("a.json", laptop.export(wave, "scores")), ("b.json", other.export(theirs, "scores"))]
    found = an_installation("gardener").compare_files(files)
    assert [(one.id, one.source, one.n) for one in found.schools] == [
        ("Foxglove Lane Primary", "survey", 6),
        ("Other School", "survey", 6),
    ]


# Between the school's own devices


def test_two_devices_of_a_school_gather_the_same_responses(laptop: Workspace, wave: str) -> None:
    desktop = an_installation("desktop", start=MORNING + timedelta(hours=1))
    desktop.apply_import(desktop.plan_import([("wave.json", laptop.export(wave, "full"))]))
    laptop.hand_in(wave, "teachers", ANSWERS, {})
    desktop.hand_in(wave, "leaders", ANSWERS, {ITEMS[0]: "Said."})
    back = laptop.plan_import([("back.json", desktop.export(wave, "full"))])
    keys = [one.fingerprint for one in back.senders if one.fingerprint]
    laptop.apply_import(laptop.plan_import([("back.json", desktop.export(wave, "full"))], accepted=keys))
    desktop.apply_import(desktop.plan_import([("on.json", laptop.export(wave, "full"))]))
    assert laptop.survey(wave).groups == desktop.survey(wave).groups
    assert laptop.survey(wave).responses == 2
    assert laptop.plan_import([("on.json", desktop.export(wave, "full"))]).same


@pytest.mark.parametrize("how_much", ["scores", "comments"])
def test_one_colleagues_answers_never_leave_the_school(laptop: Workspace, wave: str, how_much: Share) -> None:
    laptop.hand_in(wave, "teachers", ANSWERS, {ITEMS[0]: "Said by one."})
    laptop.close_survey(wave)
    bundle = json.loads(laptop.export(wave, how_much))
    assert "responses" not in bundle["audits"][0]
    assert "Said by one." not in json.dumps(bundle)


@pytest.mark.parametrize(
    "change",
    [{"group": "parents"}, {"given": "2026-13-01"}, {"answers": [{"item": ITEMS[0]}]}],
    ids=["group", "day", "no answer"],
)
def test_a_forged_bundle_brings_no_impossible_responses(
    laptop: Workspace, wave: str, change: dict[str, object]
) -> None:
    laptop.hand_in(wave, "teachers", ANSWERS, {})
    forged = json.loads(laptop.export(wave, "full"))
    forged["audits"][0]["responses"][0] |= change
    forged |= {"sha256": digest(forged), "signature": None}
    with pytest.raises(ImpossibleResponseError):
        laptop.plan_import([("forged.json", json.dumps(forged).encode())], accepted=["unsigned"])


# On the command line


def run(folder: Path, *words: str) -> str:
    found = CliRunner().invoke(app, ["--data", str(folder), "surveys", *words])
    assert found.exit_code == 0, found.output
    return found.stdout


@pytest.fixture
def survey(tmp_path: Path) -> str:
    said = run(
        tmp_path / "data",
        *("open", PULSE, "--wave", "Autumn 2026", "--school", "Foxglove Lane", "--closes", "2099-01-31"),
        *("--group", "Teachers:24", "--group", "Support staff:8", "--controller", "The head, office@foxglove.example"),
        "--json",
    )
    return str(json.loads(said)["id"])


def test_the_command_line_runs_a_survey(tmp_path: Path, survey: str) -> None:
    data = tmp_path / "data"
    run(data, "invite", survey, "--to", str(tmp_path / "invitation.json"))
    answers = [word for item in ITEMS for word in ("--answer", f"{item}=3")]
    run(data, "answer", survey, "--group", "Support staff", *answers)
    response = tmp_path / "response.json"
    invitation = str(tmp_path / "invitation.json")
    run(tmp_path / "elsewhere", "answer", invitation, "--group", "teachers", *answers, "--to", str(response))
    assert "1 would be taken in" in run(data, "take-in", str(response), "--dry-run")
    run(data, "take-in", str(response))
    shown = json.loads(run(data, "show", survey, "--json"))
    assert (shown["responses"], shown["invited"], shown["status"]) == (2, 32, "open")
    assert [one["responses"] for one in shown["groups"]] == [1, 1]
    assert "2 of 32" in run(data, "list")
    run(data, "change", survey, "--group", "Teachers:25")
    assert json.loads(run(data, "close", survey, "--yes", "--json"))["status"] == "closed"
    assert json.loads(run(data, "erase", survey, "--yes", "--json"))["responses"] == 0


@pytest.mark.parametrize("command", ["close", "erase"])
def test_what_ends_a_survey_asks_first(tmp_path: Path, survey: str, command: str) -> None:
    words = ["surveys", command, survey, "--data", str(tmp_path / "data")]
    answers = [(words, "n\n", 1), (words, "", 1), ([*words, "--json"], "", 2)]
    assert [CliRunner().invoke(app, asked, input=said).exit_code for asked, said, _ in answers] == [1, 1, 2]
    before = run(tmp_path / "data", "show", survey, "--json")
    assert (json.loads(before)["status"], json.loads(before)["erased"]) == ("open", False)
    CliRunner().invoke(app, words, input="y\n")
    assert run(tmp_path / "data", "show", survey, "--json") != before


def test_a_group_is_known_by_its_name_in_any_alphabet() -> None:
    made = groups_of(["Élèves:3", "Учителя:12", "5th form:2", "Учителя 2:1"])
    assert [one.id for one in made] == ["eleves", "group", "g-5th-form", "g-2"]
    (changed,) = groups_of(["élèves:4"], made)
    assert (changed.id, changed.invited) == ("eleves", 4)


@pytest.mark.parametrize(
    ("closes", "until"),
    [("2027-01-31", "2028-01-31"), ("2028-02-29", "2029-02-28"), ("9999-12-31", "9999-12-31")],
)
def test_responses_are_kept_for_a_year_unless_told(closes: str, until: str) -> None:
    assert a_year_after(date.fromisoformat(closes)).isoformat() == until


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--group", "Teachers:5", "--school", " "], "between 1 and 200"),
        (["--group", "Teachers:5", "--wave", " "], "The round needs a name"),
        (["--group", "Teachers"], "no respondent group"),
        (["--group", "Teachers:0"], "no respondent group"),
        (["--group", "Teachers:5", "--minimum", "2"], "minimum"),
        (["--group", "Teachers:5", "--group", "teachers:6"], "same"),
    ],
)
def test_a_survey_that_keeps_no_promise_is_not_opened(tmp_path: Path, words: list[str], said: str) -> None:
    common = ["--wave", "A", "--school", "S", "--closes", "2099-01-31", "--controller", "The head"]
    found = CliRunner().invoke(app, ["--data", str(tmp_path), "surveys", "open", PULSE, *common, *words])
    assert isinstance(found.exception, AuditError)
    assert said in str(found.exception)
