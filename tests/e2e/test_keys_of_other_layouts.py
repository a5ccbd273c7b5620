"""What other layouts of keys make with a digit's key (`keys.js`), on a page that stands for Flutter's: no app runs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit_app.ui.serving import client

SCRIPT = Path(client.__file__).parent / "web" / "keys.js"
HEARD = """([at, key, held]) => {
    let heard = false;
    addEventListener("keydown", () => { heard = true; }, { capture: true, once: true });
    const event = new KeyboardEvent("keydown", { key, code: "Digit4", bubbles: true, ...held });
    document.querySelector(at).dispatchEvent(event);
    return heard;
}"""
ALTGR = {"modifierAltGraph": True}
SHIFT = {"shiftKey": True}


@pytest.mark.browser
def test_flutter_hears_of_a_digits_key_what_is_no_other_character(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content("<button>4</button><input>")
    page.add_script_tag(path=SCRIPT)

    def is_heard(key: str, held: dict[str, bool], at: str = "button") -> bool:
        return bool(page.evaluate(HEARD, [at, key, held]))

    heard = [
        is_heard("4", {}),
        is_heard("'", {}),  # France's key for it without Shift
        is_heard("4", SHIFT),  # and with
        is_heard("?", SHIFT),
        is_heard("/", SHIFT),
        is_heard("€", ALTGR, at="input"),
    ]
    silent = [is_heard("€", ALTGR), is_heard("$", SHIFT)]
    page.close()
    assert (heard, silent) == ([True] * 6, [False] * 2)
