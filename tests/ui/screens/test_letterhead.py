"""The school's logo and colour among the settings: chosen, shown, refused with a reason, taken off."""

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import letterhead as text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.reports.pictures import a_picture
from tests.ui.harness import headless, window_of

NAME = "Foxglove Lane Primary"


def with_a_school(workspace: Workspace) -> Workspace:
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(NAME)}))
    return workspace


@headless
async def test_a_logo_is_chosen_shown_and_taken_off(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_a_school(a_workspace)), places.SETTINGS) as shown:
        shown.to_pick = [("logo.png", a_picture())]
        await shown.press(text.CHOOSE)
        await shown.until(lambda: a_workspace.logo() != b"")
        await shown.settle()
        assert shown.get("image", text.logo_of(NAME))
        await shown.press(text.REMOVE)
        assert a_workspace.logo() == b""
        assert not shown.find("image", text.logo_of(NAME))


@headless
async def test_a_picture_that_is_none_is_refused_with_the_reason(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_a_school(a_workspace)), places.SETTINGS) as shown:
        shown.to_pick = [("logo.png", b"%PDF-1.7")]
        await shown.press(text.CHOOSE)
        await shown.until(lambda: shown.says("no PNG or JPEG file"))
        assert a_workspace.logo() == b""


@headless
async def test_a_colour_too_light_for_text_is_kept_and_said_to_be(a_workspace: Workspace) -> None:
    async with window_of(make_main(with_a_school(a_workspace)), places.SETTINGS) as shown:
        await shown.write(text.COLOUR, "#FFD500")
        await shown.settle()
        assert shown.says(text.too_light("1.4"))
        await shown.write(text.COLOUR, "7a1f5c")
        await shown.settle()
        assert shown.says(text.contrast("9.6"))
        await shown.write(text.COLOUR, "plum")
        await shown.settle()
        field = shown.get("textbox", text.COLOUR).control
        assert "is not a colour" in field.error
        assert field.value == "plum"
        assert a_workspace.settings().colour == "7A1F5C"


@headless
async def test_without_a_school_there_is_nothing_to_dress(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        assert shown.says(text.SCHOOL_FIRST)
        assert not shown.find("button", text.CHOOSE)
