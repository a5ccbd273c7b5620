"""Every screen, in one list: for the pictures, and for what axe looks at. A test says which route is not in it.

A screen has an address and what is done there before it is looked at. Those without an address go on where the one
before ended: what a colleague sees to whom the device was handed over has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import expect

from audit_app.ui import places
from tests.e2e.browser import Window
from tests.e2e.fixed_day import ANSWERED, ASKED, BEGUN, CONTESTED, JOINT, OFFERS, OPEN, PLANNED

Folder = Literal["demo", "school", "first start"]
"""The demo partnership; a school with a questionnaire in two versions and a question of its own; an empty folder."""

EVIDENT = "purpose_shared_audit"
"""A statement with everything: a level, a comment and evidence."""
CODE = "4711"


@dataclass(frozen=True)
class Screen:
    """One place, and what is done there before the picture is taken."""

    name: str
    place: str | None
    """None: where the one before ended."""
    prepare: Callable[[Window], None] = lambda _: None
    after: Callable[[Window], None] = lambda _: None
    folder: Folder = "demo"


@dataclass(frozen=True)
class Made:
    """What the folders hold that has no name of its own beforehand, and the files that are chosen on screens."""

    priority: str
    """Of the plan under way."""
    moving: str
    """An audit whose questionnaire has a newer version."""
    own_question: str
    files: Path

    @property
    def bundle(self) -> Path:
        """Of a school that the demo partnership does not know."""
        return self.files / "from another school.json"

    @property
    def invitation(self) -> Path:
        return self.files / "invitation.json"

    @property
    def response(self) -> Path:
        return self.files / "response.json"

    @property
    def questionnaire(self) -> Path:
        """With something to mend."""
        return self.files / "questionnaire.json"


def press(name: str, role: str = "button") -> Callable[[Window], None]:
    return lambda window: window.press(name, role)


def pick(name: str, file: Path, then: str) -> Callable[[Window], None]:
    """Choose that file with the button, and wait for the words."""

    def picked(window: Window) -> None:
        window.pick(name, file)
        window.wait_for(then)

    return picked


def every_screen(made: Made) -> tuple[Screen, ...]:
    """In an order in which none leaves something behind for the next."""
    return (
        *_audits(made),
        *_of_the_school(),
        *_surveys(made),
        *_partnership(),
        *_beside(made),
        *_in_a_colleagues_hands(),
    )


def _audits(made: Made) -> tuple[Screen, ...]:
    whole = _show_whole_sections
    return (
        Screen("home", places.HOME),
        Screen("results-choose", places.RESULTS),
        Screen("plan-choose", places.PLAN),
        Screen("start", places.START),
        Screen("start-chosen", places.start("provision-audit")),
        Screen("audits", places.AUDITS),
        Screen("audit-item", places.item(BEGUN, EVIDENT)),
        Screen("audit-item-unanswered", places.item(BEGUN, "management_governors")),
        Screen("audit-item-submitted", places.item(PLANNED, EVIDENT)),
        Screen("audit-item-contested", places.audit(CONTESTED)),
        Screen("audit-item-offer", places.audit(OFFERS)),
        Screen("audit-section", places.item(BEGUN, "purpose_clear_goals"), whole, whole),
        Screen("history", places.history(BEGUN)),
        Screen("history-item", places.item_history(BEGUN, EVIDENT)),
        Screen("erase", places.erase(BEGUN)),
        Screen("erase-words", places.erase_words(BEGUN, EVIDENT)),
        Screen("check", places.check(BEGUN)),
        Screen("check-submitted", places.check(PLANNED)),
        Screen("results", places.results(PLANNED)),
        Screen("results-draft", places.results(BEGUN)),
        Screen("results-provision", places.results(OFFERS)),
        Screen("papers", places.papers(PLANNED)),
        Screen("plan", places.plan(PLANNED)),
        Screen("plan-empty", places.plan(BEGUN)),
        Screen("priority", places.priority(PLANNED, made.priority)),
        Screen("share", places.share(PLANNED)),
    )


def _show_whole_sections(window: Window) -> None:
    """Or no longer. It is folded away where there is no room for it beside the statement."""
    name, folded = "Show a whole section at a time", "All sections"
    box = window.page.get_by_role("checkbox", name=name, exact=True)
    opens = window.page.get_by_role("button", name=folded, exact=True)
    expect(box.or_(opens).first).to_be_attached()
    if not box.count():
        window.press(folded)
    title = window.page.get_by_role("heading", level=1)
    before = title.inner_text()
    window.press(name, "checkbox")
    expect(title).not_to_have_text(before)


def _of_the_school() -> tuple[Screen, ...]:
    return (
        Screen("library", places.LIBRARY),
        Screen("questionnaire", places.questionnaire("partnership-health")),
        Screen("questionnaire-part", places.questionnaire_part("provision-audit", 1)),
        Screen("own-items-empty", places.own_items("partnership-health")),
        Screen("own-item-new", places.own_item("partnership-health", "new")),
        Screen("settings", places.SETTINGS),
        Screen("keys", places.KEYS),
        Screen("help", places.HELP, press("About this screen")),
        Screen("glossary", places.GLOSSARY),
        Screen("data", places.DATA, lambda window: window.wait_for("Everything is sound")),
        Screen("not-found", "/nowhere"),
    )


def _surveys(made: Made) -> tuple[Screen, ...]:
    return (
        Screen("surveys", places.SURVEYS),
        Screen("survey-start", places.START_SURVEY),
        Screen("survey-start-wrong", places.start_survey("partnership-pulse"), _open_without_numbers),
        Screen("survey-open", places.survey(OPEN)),
        Screen("survey-close", places.survey(OPEN), press("Close the survey"), press("Cancel")),
        Screen("survey-terms", places.survey_terms(OPEN)),
        Screen("survey-closed", places.survey(ASKED)),
        Screen("survey-results", places.results(ASKED)),
        Screen("survey-results-pulse", places.results(ANSWERED)),
        Screen("survey-hand-over", places.hand_over(OPEN)),
        Screen("survey-answer", places.ANSWER_SURVEY, pick("Choose the invitation", made.invitation, "Begin")),
        Screen("survey-responses", places.RESPONSES, pick("Choose files", made.response, "Take them in")),
    )


def _open_without_numbers(window: Window) -> None:
    window.fill("How many are asked: Teachers", "")
    window.press("Open the survey")
    window.wait_for("Give a whole number from 1 to 5,000.")


def _partnership() -> tuple[Screen, ...]:
    return (
        Screen("partnership", places.PARTNERSHIP, lambda window: window.wait_for("Section by section")),
        Screen("partnership-names-off", None, press("Show the schools’ names", "checkbox")),
        Screen("partnership-matches", places.MATCHES, lambda window: window.wait_for("Choose what counts")),
        Screen("partnership-momentum", places.MOMENTUM, lambda window: window.wait_for("The signs")),
        Screen("joint-plans", places.JOINT_PLANS),
        Screen("joint-plan", places.plan(JOINT)),
        Screen("joint-plan-own-action", None, press("Say how far it is: Priority 3, Action 1")),
        Screen("joint-plan-send", places.share(JOINT)),
    )


def _beside(made: Made) -> tuple[Screen, ...]:
    """What needs another folder, or files."""
    found = pick("Choose a file", made.questionnaire, "Nothing was added.")
    return (
        Screen("import", places.IMPORT),
        Screen("import-planned", places.IMPORT, pick("Choose files", made.bundle, "What importing does")),
        Screen("import-questionnaire", places.IMPORT_QUESTIONNAIRE, found),
        Screen("sync-in-the-demo", places.SYNC),
        Screen("welcome", places.HOME, folder="first start"),
        Screen("demo-tour", None, _look_around),
        Screen("demo", None, press("End the tour"), press("Leave the demo")),
        Screen("welcome-again", places.WELCOME, folder="school"),
        Screen("versions", places.versions(made.moving), folder="school"),
        Screen("versions-chosen", places.versions(made.moving, 2), folder="school"),
        Screen("audit-item-versions", places.audit(made.moving), folder="school"),
        Screen("own-items", places.own_items("partnership-health"), folder="school"),
        Screen("own-item", places.own_item("partnership-health", made.own_question), folder="school"),
        Screen("surveys-none", places.SURVEYS, folder="school"),
        Screen("partnership-none", places.PARTNERSHIP, folder="school"),
        Screen("partnership-matches-none", places.MATCHES, folder="school"),
        Screen("partnership-momentum-none", places.MOMENTUM, folder="school"),
        Screen("sync", places.SYNC, _see_what_syncing_does(made.files), folder="school"),
    )


def _look_around(window: Window) -> None:
    window.press("Look around with a demo partnership")
    window.shows("Home")


def _see_what_syncing_does(folder: Path) -> Callable[[Window], None]:
    def see(window: Window) -> None:
        window.fill("Folder or address", str(folder))
        window.press("See what would happen")
        window.wait_for("Goes there")

    return see


def _in_a_colleagues_hands() -> tuple[Screen, ...]:
    """One after the other, as a colleague meets them; the last gives the device back."""

    def hand_over(window: Window) -> None:
        window.fill("Four digits to take it back with", CODE)
        window.press("Hand it over")
        window.wait_for("Before you begin")

    def choose_a_group(window: Window) -> None:
        window.choose("Teachers")
        window.press("Go on")
        window.wait_for("Add a comment")

    def answer(window: Window) -> None:
        window.choose("3 ")
        window.press("Check your answers")
        window.shows("Check your answers")

    def hand_in(window: Window) -> None:
        window.press("Hand in")
        window.shows("Thank you")

    def want_it_back(window: Window) -> None:
        window.press("Next colleague")
        window.press("Take the device back")
        window.wait_for("Your four digits")

    def take_it_back(window: Window) -> None:
        window.fill("Your four digits", CODE)
        window.press("Take the device back")
        window.wait_for("Hand over to a colleague")

    return (
        Screen("respondent-notice", places.hand_over(OPEN), hand_over),
        Screen("respondent-group", None, press("Begin")),
        Screen("respondent-item", None, choose_a_group),
        Screen("respondent-check", None, answer),
        Screen("respondent-thanks", None, hand_in),
        Screen("respondent-take-back", None, want_it_back, take_it_back),
    )
