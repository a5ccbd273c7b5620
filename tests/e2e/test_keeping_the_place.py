"""Keeping one's place with the keyboard (`focus.js`), and going through a list that is open (`options.js`), on a page
that stands for Flutter's: no app runs.

What Flutter does by itself – it drops the keyboard, or goes back to what had it before – is done here by hand.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from audit_app.ui.serving import client

pytestmark = pytest.mark.browser

SCRIPTS = Path(client.__file__).parent / "web"
SETTLED = 600
"""Milliseconds of the page's clock, which nobody waits for: the script has done whatever it does."""

FRAME = """<flt-semantics-host>
<div role="navigation">{navigation}</div>
<div role="main">{main}</div>
</flt-semantics-host>"""


def a_button(name: str) -> str:
    return f'<p><flt-semantics role="button" tabindex="0" aria-label="{name}">{name}</flt-semantics></p>'


def a_field(name: str) -> str:
    return f'<p><input aria-label="{name}"></p>'


def a_radio(name: str, checked: str) -> str:
    return (
        f'<flt-semantics role="radio" tabindex="0" aria-label="{name}" aria-checked="{checked}">{name}</flt-semantics>'
    )


FLUTTER_BEGINS_AT_THE_TOP = """document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    event.preventDefault();
    document.querySelector("[aria-label=Home]").focus();
})"""

LINES = "".join(a_button(f"Remove {name}") for name in ("Ann", "Ben", "Cleo"))


class Screen:
    """A page that shows something, and somebody at its keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def show(self, main: str) -> None:
        self.page.set_content(FRAME.format(navigation=a_button("Home"), main=f"<h1>Audits</h1>{main}"))
        self.page.add_script_tag(path=SCRIPTS / "focus.js")

    def at(self, name: str) -> Locator:
        return self.page.locator(f"[aria-label='{name}']")

    def press(self, name: str, key: str = "Enter") -> None:
        self.at(name).focus()
        self.page.keyboard.press(key)

    def do(self, name: str, work: str) -> None:
        """`work` on that element, which it calls `it`: what the app does then."""
        self.at(name).evaluate(f"(it) => {{ {work} }}")

    def press_and_lose(self, name: str) -> None:
        """A press that takes away what was pressed."""
        self.press(name)
        self.do(name, "it.remove()")

    def settle(self) -> None:
        self.page.clock.run_for(SETTLED)

    def keyboard_is_at(self, name: str) -> None:
        self.settle()
        expect(self.at(name)).to_be_focused()

    def keyboard_is_not_at(self, name: str) -> None:
        self.settle()
        expect(self.at(name)).not_to_be_focused()

    def keyboard_is_at_the_heading(self) -> None:
        self.settle()
        expect(self.page.locator("h1")).to_be_focused()


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.clock.install()
    yield page
    page.close()


@pytest.fixture
def screen(page: Page) -> Screen:
    page.goto("about:blank")
    return Screen(page)


def test_where_a_line_was_removed_the_next_one_has_the_keyboard(screen: Screen) -> None:
    screen.show(LINES)
    screen.press_and_lose("Remove Ben")
    screen.keyboard_is_at("Remove Cleo")


def test_that_holds_too_when_flutter_went_back_to_what_had_it_before(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    screen.do("Remove Ben", "it.remove(); document.querySelector('[aria-label=Home]').focus()")
    screen.keyboard_is_at("Remove Cleo")


def test_what_nobody_can_press_does_not_get_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.do("Remove Cleo", "it.setAttribute('aria-disabled', 'true')")
    screen.press_and_lose("Remove Ben")
    screen.keyboard_is_at("Remove Ann")


def test_after_the_last_line_it_is_the_one_before(screen: Screen) -> None:
    screen.show(LINES)
    screen.press_and_lose("Remove Cleo")
    screen.keyboard_is_at("Remove Ben")


def test_a_field_to_type_in_is_not_taken_up(screen: Screen) -> None:
    screen.show(LINES + a_field("Comment"))
    screen.press_and_lose("Remove Cleo")
    screen.keyboard_is_at("Remove Ben")


def test_of_radio_buttons_the_chosen_one_has_it(screen: Screen) -> None:
    radios = a_radio("1 Not yet", "false") + a_radio("4 Always", "true")
    screen.show(LINES + f'<div role="radiogroup">{radios}</div>')
    screen.press_and_lose("Remove Cleo")
    screen.keyboard_is_at("4 Always")


def test_who_taps_is_left_alone(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    screen.do("Remove Ben", "it.dispatchEvent(new PointerEvent('pointerdown', {pointerType: 'touch', bubbles: true}))")
    screen.do("Remove Ben", "it.remove()")
    screen.keyboard_is_not_at("Remove Cleo")


def test_what_the_app_gave_the_keyboard_to_keeps_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    screen.do("Remove Ben", "it.outerHTML = '<input aria-label=Name>'")
    screen.at("Name").focus()
    screen.keyboard_is_at("Name")


def test_a_button_that_is_off_while_it_works_has_the_keyboard_again(screen: Screen) -> None:
    screen.show(LINES + a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true'); it.blur()")
    screen.settle()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Check")


def test_flutter_hears_that_it_has_it_again(screen: Screen) -> None:
    screen.show(a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true'); it.onfocus = () => { it.heard = true }")
    screen.settle()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.settle()
    assert screen.at("Check").evaluate("(it) => it.heard")


def test_it_has_it_again_from_where_flutter_put_it_meanwhile(screen: Screen) -> None:
    screen.show(LINES + a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true')")
    screen.at("Remove Ann").focus()
    screen.settle()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Check")


def test_however_late_flutter_put_it_there(screen: Screen) -> None:
    screen.show(LINES + a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true')")
    screen.settle()
    screen.at("Remove Ann").focus()
    screen.settle()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Check")


def test_but_not_from_where_the_user_went_meanwhile(screen: Screen) -> None:
    screen.show(LINES + a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true')")
    screen.at("Remove Ann").focus()
    screen.settle()
    screen.at("Remove Ann").click()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Remove Ann")


def test_nor_from_where_the_user_went_at_once(screen: Screen) -> None:
    screen.show(LINES + a_button("Check"))
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true')")
    screen.at("Remove Ann").click()
    screen.settle()
    screen.do("Check", "it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Remove Ann")


def test_tab_goes_on_from_a_button_that_is_off(screen: Screen) -> None:
    screen.show(a_button("Check") + LINES)
    screen.press("Check")
    screen.do("Check", "it.setAttribute('aria-disabled', 'true'); it.blur()")
    screen.settle()
    screen.page.keyboard.press("Tab")
    screen.keyboard_is_at("Remove Ann")


def test_what_is_made_anew_elsewhere_keeps_it(screen: Screen) -> None:
    screen.show(a_button("Check") + LINES)
    screen.press("Check")
    screen.do(
        "Check", "const made = it.cloneNode(true); it.remove(); document.querySelector('[role=main]').append(made)"
    )
    screen.keyboard_is_at("Check")


def test_what_is_made_anew_and_off_has_it_when_it_is_on(screen: Screen) -> None:
    screen.show(a_button("Check") + LINES)
    screen.press("Check")
    off = a_button("Check").replace('tabindex="0"', 'aria-disabled="true"')
    screen.do("Check", f"it.parentElement.outerHTML = `{off}`")
    screen.settle()
    screen.do("Check", "it.tabIndex = 0; it.removeAttribute('aria-disabled')")
    screen.keyboard_is_at("Check")


def test_another_screen_begins_at_its_heading(screen: Screen) -> None:
    screen.show(a_button("Start"))
    screen.press("Start")
    screen.page.locator("[role=main]").evaluate(f"(it) => {{ it.innerHTML = `<h1>Start</h1>{a_button('Begin')}` }}")
    screen.keyboard_is_at_the_heading()


def test_it_is_awaited_while_there_is_none(screen: Screen) -> None:
    screen.show(a_button("Start"))
    screen.press("Start")
    screen.page.locator("[role=main]").evaluate("(it) => { it.innerHTML = '' }")
    screen.settle()
    screen.page.locator("[role=main]").evaluate("(it) => { it.innerHTML = '<h1>Start</h1>' }")
    screen.keyboard_is_at_the_heading()


def test_where_nothing_to_press_is_left_the_heading_has_it(screen: Screen) -> None:
    screen.show(a_button("Close"))
    screen.press_and_lose("Close")
    screen.keyboard_is_at_the_heading()


def test_even_when_it_has_a_button_of_the_same_name(screen: Screen) -> None:
    screen.show(a_button("Start"))
    screen.press("Start")
    screen.page.locator("[role=main]").evaluate(f"(it) => {{ it.innerHTML = `<h1>Start</h1>{a_button('Start')}` }}")
    screen.keyboard_is_at_the_heading()


def test_tab_goes_on_from_the_heading_and_back_to_what_is_above_it(screen: Screen) -> None:
    screen.show(a_button("Start"))
    screen.press("Start")
    screen.page.locator("[role=main]").evaluate(
        f"(it) => {{ it.innerHTML = `{a_button('Back')}<h1>Start</h1>{a_button('Begin')}` }}"
    )
    screen.keyboard_is_at_the_heading()
    screen.page.evaluate(FLUTTER_BEGINS_AT_THE_TOP)
    screen.page.keyboard.press("Tab")
    screen.keyboard_is_at("Begin")
    screen.page.locator("h1").focus()
    screen.page.keyboard.press("Shift+Tab")
    screen.keyboard_is_at("Back")


def test_tab_goes_from_a_heading_to_the_radio_button_that_is_chosen(screen: Screen) -> None:
    radios = a_radio("1 Not yet", "false") + a_radio("4 Always", "true")
    screen.show(f'<div role="radiogroup">{radios}</div>')
    screen.page.locator("h1").evaluate("(it) => { it.tabIndex = -1; it.focus(); }")
    screen.page.keyboard.press("Tab")
    screen.keyboard_is_at("4 Always")


def test_tab_does_not_wait_for_the_keyboard_to_settle(screen: Screen) -> None:
    screen.show(LINES)
    screen.press_and_lose("Remove Ann")
    screen.page.keyboard.press("Tab")
    screen.keyboard_is_at("Remove Cleo")


def test_what_flutter_makes_anew_in_its_place_has_the_keyboard_again(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben", "ArrowDown")
    screen.do("Remove Ben", "it.blur()")
    screen.keyboard_is_at("Remove Ben")


def test_who_clicks_beside_everything_leaves_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben", "ArrowDown")
    screen.settle()
    screen.page.mouse.click(700, 500)
    screen.keyboard_is_not_at("Remove Ben")


def test_it_is_given_back_once_for_each_key(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben", "ArrowDown")
    screen.do("Remove Ben", "it.blur(); it.times = 0; it.onfocus = () => { it.times += 1; it.blur() }")
    screen.settle()
    screen.settle()
    assert screen.at("Remove Ben").evaluate("(it) => it.times") == 1


DIALOG = '<div aria-modal="true"><flt-semantics role="button" tabindex="0" aria-label="Yes">Yes</flt-semantics></div>'


def a_dialog_on(screen: Screen) -> None:
    screen.page.evaluate(f"document.querySelector('flt-semantics-host').insertAdjacentHTML('beforeend', `{DIALOG}`)")
    screen.at("Yes").focus()
    screen.page.keyboard.press("Enter")


def test_a_dialog_that_closes_gives_the_keyboard_back(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.page.evaluate("document.querySelector('[aria-modal]').remove()")
    screen.keyboard_is_at("Remove Ben")


def test_tab_stays_in_a_dialog_with_one_button(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.page.evaluate(FLUTTER_BEGINS_AT_THE_TOP)
    for key in ("Tab", "Shift+Tab"):
        screen.page.keyboard.press(key)
        screen.keyboard_is_at("Yes")


def test_a_field_has_it_back_from_a_dialog_too(screen: Screen) -> None:
    screen.show(LINES + a_field("Date"))
    screen.press("Date")
    a_dialog_on(screen)
    screen.page.evaluate("document.querySelector('[aria-modal]').remove()")
    screen.keyboard_is_at("Date")


def test_where_a_dialog_removed_the_line_the_next_one_has_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.page.evaluate("document.querySelector('[aria-modal]').remove()")
    screen.do("Remove Ben", "it.remove()")
    screen.keyboard_is_at("Remove Cleo")


ALL_ANEW = """const screen = document.querySelector("flt-semantics-host");
const made = screen.cloneNode(true);
made.querySelector("[aria-modal]").remove();
screen.replaceWith(made);"""


def test_that_holds_too_where_flutter_makes_all_anew_behind_the_dialog(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.page.evaluate(f"{{ {ALL_ANEW} }}")
    screen.do("Remove Ben", "it.remove(); document.querySelector('[aria-label=Home]').focus()")
    screen.keyboard_is_at("Remove Cleo")


def test_made_anew_what_opened_the_dialog_keeps_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.page.evaluate(f"{{ {ALL_ANEW} }}")
    screen.at("Remove Ben").focus()
    screen.keyboard_is_at("Remove Ben")


def test_a_dialog_that_leads_to_another_screen_leads_to_its_heading(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    elsewhere = "made.querySelector('[role=main]').innerHTML = '<h1>Removed</h1>';"
    back = "made.querySelector('[aria-label=Home]').focus()"
    screen.page.evaluate(f"{{ {ALL_ANEW} {elsewhere} {back} }}")
    screen.keyboard_is_at_the_heading()


def test_what_has_the_same_name_on_another_screen_is_something_else(screen: Screen) -> None:
    screen.show(a_button("About this screen") + a_button("Start"))
    screen.press("Start")
    screen.page.locator("[role=main]").evaluate(
        f"(it) => {{ it.innerHTML = `{a_button('About this screen')}<h1>Start</h1>{a_button('Begin')}` }}"
    )
    screen.keyboard_is_at_the_heading()


def test_what_goes_within_a_dialog_leaves_the_keyboard_within_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    a_dialog_on(screen)
    screen.do(
        "Yes", "it.insertAdjacentHTML('beforebegin', '<flt-semantics tabindex=0 aria-label=No>No</flt-semantics>')"
    )
    screen.press_and_lose("Yes")
    screen.keyboard_is_at("No")


def test_enter_in_a_field_leaves_the_keyboard_there(screen: Screen) -> None:
    screen.show(a_field("Folder") + LINES)
    screen.press("Folder")
    screen.do("Folder", "it.blur()")
    screen.keyboard_is_at("Folder")


def test_a_field_that_was_left_otherwise_stays_left(screen: Screen) -> None:
    screen.show(a_field("Folder") + LINES)
    screen.press("Folder", "a")
    screen.do("Folder", "it.blur()")
    screen.keyboard_is_not_at("Folder")


def test_a_field_that_turns_out_wrong_has_the_keyboard(screen: Screen) -> None:
    screen.show(a_field("Name") + a_field("Folder") + a_button("Write"))
    screen.press("Write")
    screen.do("Folder", "it.setAttribute('aria-invalid', 'true')")
    screen.keyboard_is_at("Folder")


def test_a_field_that_was_mended_meanwhile_and_is_wrong_again_has_it_too(screen: Screen) -> None:
    screen.show(a_field("Folder") + a_button("Write"))
    screen.do("Folder", "it.setAttribute('aria-invalid', 'true')")
    screen.press("Write")
    screen.do("Folder", "it.removeAttribute('aria-invalid')")
    screen.settle()
    screen.do("Folder", "it.setAttribute('aria-invalid', 'true')")
    screen.keyboard_is_at("Folder")


def test_a_field_in_which_something_else_is_wrong_has_it_too(screen: Screen) -> None:
    screen.show(a_field("Folder. Type one.") + a_button("Write"))
    screen.do("Folder. Type one.", "it.setAttribute('aria-invalid', 'true')")
    screen.press("Write")
    screen.do("Folder. Type one.", "it.setAttribute('aria-label', 'Folder. It is full.')")
    screen.keyboard_is_at("Folder. It is full.")


def test_it_is_given_to_that_field_once(screen: Screen) -> None:
    screen.show(a_field("Name") + a_field("Folder") + a_button("Write"))
    screen.press("Write")
    screen.do("Folder", "it.setAttribute('aria-invalid', 'true')")
    screen.keyboard_is_at("Folder")
    screen.at("Name").focus()
    screen.keyboard_is_at("Name")


def test_a_field_that_was_wrong_before_does_not_fetch_it(screen: Screen) -> None:
    screen.show(a_field("Folder") + LINES)
    screen.do("Folder", "it.setAttribute('aria-invalid', 'true')")
    screen.press_and_lose("Remove Ben")
    screen.keyboard_is_at("Remove Cleo")


def test_a_field_that_is_found_wrong_when_it_is_left_does_not_hold_the_keyboard(screen: Screen) -> None:
    screen.show(a_field("Date") + LINES)
    screen.press("Date", "Tab")
    screen.do("Date", "it.setAttribute('aria-invalid', 'true')")
    screen.keyboard_is_at("Remove Ann")


TALL = "const tall = document.createElement('p'); tall.style.height = '2000px';"


def test_what_has_the_keyboard_stays_in_sight_when_something_comes_above_it(screen: Screen) -> None:
    screen.show(LINES)
    screen.press("Remove Ben")
    screen.settle()
    screen.do("Remove Ann", f"{TALL} it.before(tall)")
    screen.settle()
    expect(screen.at("Remove Ben")).to_be_in_viewport()


def test_what_is_reached_out_of_sight_is_brought_into_sight(screen: Screen) -> None:
    screen.show(LINES)
    screen.do("Remove Ben", f"{TALL} it.before(tall); scrollTo(0, 0)")
    screen.do("Remove Cleo", "it.focus({ preventScroll: true })")
    screen.settle()
    expect(screen.at("Remove Cleo")).to_be_in_viewport()


def test_who_turns_the_wheel_is_not_fetched_back(screen: Screen) -> None:
    screen.show(LINES)
    screen.do("Remove Cleo", f"{TALL} it.after(tall)")
    screen.press("Remove Ben")
    screen.settle()
    screen.page.mouse.move(400, 300)
    screen.page.mouse.wheel(0, 1200)
    screen.page.wait_for_timeout(100)
    screen.do("Remove Cleo", "it.after(document.createElement('p'))")
    screen.settle()
    expect(screen.at("Remove Ben")).not_to_be_in_viewport()


PHASES = ("Primary", "Middle", "Secondary", "Special", "Post-16")


@pytest.fixture
def phases(screen: Screen) -> Screen:
    """A list of options that is open, the keyboard at its first, between two buttons."""
    lines = "".join(a_button(name) for name in PHASES)
    screen.page.set_content(
        f'{a_button("Before")}<div flt-semantics-identifier="options">{lines}</div>{a_button("After")}'
    )
    screen.page.add_script_tag(path=SCRIPTS / "options.js")
    screen.at("Primary").focus()
    return screen


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("ArrowDown", "Middle"),
        ("ArrowDown ArrowDown ArrowUp", "Middle"),
        ("End", "Post-16"),
        ("End Home", "Primary"),
        ("ArrowUp", "Primary"),
        ("End ArrowDown", "Post-16"),
        ("s", "Secondary"),
        ("s s", "Special"),
        ("s s s", "Secondary"),
        ("S", "Secondary"),
        ("End m", "Middle"),
        ("x", "Primary"),
        ("Tab", "Middle"),
        ("Control+s", "Primary"),
        ("Space", "Primary"),
    ],
)
def test_a_key_goes_through_the_options(phases: Screen, keys: str, there: str) -> None:
    for key in keys.split():
        phases.page.keyboard.press(key)
    expect(phases.at(there)).to_be_focused()


@pytest.mark.parametrize("key", ["ArrowDown", "End", "s"])
def test_flutter_does_not_hear_of_a_key_that_means_something_there(phases: Screen, key: str) -> None:
    assert not heard(phases, key)


@pytest.mark.parametrize("key", ["Enter", " ", "Escape", "Tab", "Control+ArrowDown"])
def test_flutter_hears_of_every_other_key(phases: Screen, key: str) -> None:
    assert heard(phases, key)


def test_outside_the_options_all_keys_are_flutter_s(phases: Screen) -> None:
    phases.at("After").focus()
    assert heard(phases, "ArrowUp")
    expect(phases.at("After")).to_be_focused()


def heard(screen: Screen, key: str) -> bool:
    """Whether Flutter, which listens after the script, gets that key."""
    screen.page.evaluate("window.addEventListener('keydown', () => { window.heard = true }, true)")
    screen.page.keyboard.press(key)
    return bool(screen.page.evaluate("window.heard"))
