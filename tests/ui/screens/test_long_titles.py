"""A title as long as a page: it stands whole on its own screen, and elsewhere in a line or two."""

import pytest

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.questionnaires.making import a_document, an_item, as_file
from tests.ui.harness import headless, window_of

TITLE = ("What our partner schools agreed about reviewing provision together. " * 20).strip()
FORM = a_document(
    an_item("kept"), title=TITLE, sections=[{"id": "all-of-it", "title": TITLE, "items": [an_item("kept")]}]
)


@headless
@pytest.mark.parametrize("width", [1280, 820])
@pytest.mark.parametrize("place", [places.audit, places.check, places.results, places.plan, places.papers])
async def test_a_title_is_cut_where_it_only_names(a_workspace: Workspace, place: object, width: int) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    a_workspace.import_questionnaire("form.json", as_file(FORM))
    audit = a_workspace.start_audit("a-form", "Autumn 2026", a_school())
    assert callable(place)
    async with window_of(make_main(a_workspace), place(audit), width) as shown:
        said = [node.name for node in shown.nodes() if TITLE[:40] in node.name]
    assert said
    assert [words for words in said if TITLE in words] == []
