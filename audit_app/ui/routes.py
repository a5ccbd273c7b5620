"""Routes: which screen stands at which address. And how to write a screen:

A screen is one component in `screens/<name>.py`, with its words in `text/<name>.py`:

    @component                                          # from ui.runtime, never ft.component
    def results_screen(app: AppContext, audit: str) -> ft.Control:
        show_all, set_show_all = ft.use_state(False)    # 1. hooks first: no condition, no loop
        opened = app.workspace.audit(audit)             # 2. read; an AuditError becomes a panel by itself
        def submit() -> None:                           # 3. actions: write, then refresh; errors become a notice
            app.workspace.submit(audit)
            app.refresh()
        return page_frame(text.TITLE, paragraph(…), left(button(text.SUBMIT, submit, kind="primary")))

- The route's parameters arrive as arguments, by name. Another address starts the screen afresh.
- Components: `words` (heading, paragraph, small, label, bullets), `buttons` (button, icon_button, link, button_row),
  `text_field`, `date_field`, `choice` (choice, Option), `select`, `checkbox`, `notice`, `progress` (progress, waiting),
  `panel` (panel, stack, left, empty_state), `table` (table, Column), `tag` (tag, level_mark), `disclosure`, `confirm`
  (use_confirm), `files` (pick_files, save_file), `page_frame`. They guard what they are given to do. With a control of
  Flet's own write `on_click=handler(action)`. An action takes nothing or the value (`choice`: the code, `text_field`:
  the text), and may be `async`.
- Slow work that changes nothing (a PDF, reading files): `content = await stoppable(app.workspace.report, audit)` in an
  `async` action, and `doing = use_doing(action)`; `starter(TEXT, doing)` is its button, `working(TEXT, doing)` says
  while `doing.busy` how far it is and can stop it. What a screen reads by itself: `use_reading(read, [app.revision])`.
  In between the work comes by `audit_app.steps`. What writes is short, or at least can't be stopped: `off_loop`.
- State is one session's, and immutable; what is on the disk is never copied into it. Nothing at module level. A
  callable given to `use_state` is called: wrap it. `set_state` in the first drawing is lost: derive instead.
- Lists: one component an item, `key=` the record's id, always. Dozens: `memo(item)`, and then every argument is an id,
  a frozen value or a callback from `ft.use_callback`. Hundreds: `ft.ListView`, or pages.
- `text_field` keeps the draft and hands it on after a pause and when it is left. Never bind a field to state.
- Effects: `use_effect` from ui.runtime; asynchronous ones are `async def`.
- Colours and sizes only from `theme`, by role and style name. Things stand below each other rather than beside: people
  tab row by row. `page_frame` makes heading 1; go on with `heading(…, 2)`. An icon alone needs `icon_button`'s name.
- A picture is `ft.Semantics(image=True, label=…, exclude_semantics=True, content=…)`, with a `table` beside it.
"""

from collections.abc import Callable
from urllib.parse import unquote

import flet as ft

from audit_app.ui.runtime import component
from audit_app.ui.screens.answer_invitation import answer_invitation_screen
from audit_app.ui.screens.audit import audit_screen
from audit_app.ui.screens.audits import audits_screen
from audit_app.ui.screens.check import check_screen
from audit_app.ui.screens.data import data_screen
from audit_app.ui.screens.erase import erase_screen
from audit_app.ui.screens.erase_words import erase_words_screen
from audit_app.ui.screens.glossary import glossary_screen
from audit_app.ui.screens.hand_over import hand_over_screen
from audit_app.ui.screens.help import help_screen
from audit_app.ui.screens.history import history_screen
from audit_app.ui.screens.home import home_screen
from audit_app.ui.screens.import_bundle import import_screen
from audit_app.ui.screens.import_questionnaire import import_questionnaire_screen
from audit_app.ui.screens.joint_plans import joint_plans_screen
from audit_app.ui.screens.known_keys import known_keys_screen
from audit_app.ui.screens.library import library_screen
from audit_app.ui.screens.matches import matches_screen
from audit_app.ui.screens.momentum import momentum_screen
from audit_app.ui.screens.not_found import not_found_screen
from audit_app.ui.screens.own_item import own_item_screen
from audit_app.ui.screens.own_items import own_items_screen
from audit_app.ui.screens.papers import papers_screen
from audit_app.ui.screens.partnership import partnership_screen
from audit_app.ui.screens.plan import plan_screen
from audit_app.ui.screens.plan_landing import plan_landing_screen
from audit_app.ui.screens.priority import priority_screen
from audit_app.ui.screens.questionnaire import questionnaire_screen
from audit_app.ui.screens.questionnaire_part import questionnaire_part_screen
from audit_app.ui.screens.results import results_screen
from audit_app.ui.screens.results_landing import results_landing_screen
from audit_app.ui.screens.settings import settings_screen
from audit_app.ui.screens.share import share_screen
from audit_app.ui.screens.start import start_screen
from audit_app.ui.screens.survey import survey_screen
from audit_app.ui.screens.survey_change import change_survey_screen
from audit_app.ui.screens.survey_start import start_survey_screen
from audit_app.ui.screens.surveys import surveys_screen
from audit_app.ui.screens.sync import sync_screen
from audit_app.ui.screens.take_in_responses import take_in_responses_screen
from audit_app.ui.screens.versions import versions_screen
from audit_app.ui.screens.welcome import welcome_screen
from audit_app.ui.session import SESSION, Session
from audit_app.ui.shell import shell


def place(screen: Callable[..., ft.Control], keep_for: str = "") -> Callable[[], ft.Control]:
    """The screen with its session and its address's parameters; keyed, so that another address starts it afresh.

    `keep_for` names a parameter: while it stays the same, so does the screen, and with it the focus.
    """

    @component
    def placed() -> ft.Control:
        session: Session = ft.use_context(SESSION)
        parameters = {name: unquote(value) for name, value in ft.use_route_params().items() if value is not None}
        route = ft.use_route_location()
        return screen(session.app, **parameters, key=parameters.get(keep_for, route))

    return placed


ROUTES = [
    ft.Route(
        component=shell,
        children=[
            ft.Route(index=True, component=place(home_screen)),
            ft.Route(path="welcome", component=place(welcome_screen)),
            ft.Route(path="audits", component=place(audits_screen)),
            ft.Route(path="audits/:audit", component=place(audit_screen)),
            ft.Route(path="audits/:audit/items/:item", component=place(audit_screen, keep_for="audit")),
            ft.Route(path="audits/:audit/items/:item/history", component=place(history_screen)),
            ft.Route(path="audits/:audit/history", component=place(history_screen)),
            ft.Route(path="audits/:audit/erase", component=place(erase_screen)),
            ft.Route(path="audits/:audit/items/:item/erase", component=place(erase_words_screen)),
            ft.Route(path="data", component=place(data_screen)),
            ft.Route(path="audits/:audit/versions", component=place(versions_screen)),
            ft.Route(path="audits/:audit/versions/:version", component=place(versions_screen)),
            ft.Route(path="audits/:audit/check", component=place(check_screen)),
            ft.Route(path="audits/:audit/results", component=place(results_screen)),
            ft.Route(path="audits/:audit/papers", component=place(papers_screen)),
            ft.Route(path="audits/:audit/plan", component=place(plan_screen)),
            ft.Route(path="audits/:audit/plan/:priority", component=place(priority_screen)),
            ft.Route(path="audits/:audit/share", component=place(share_screen)),
            ft.Route(path="results", component=place(results_landing_screen)),
            ft.Route(path="plan", component=place(plan_landing_screen)),
            ft.Route(path="start", component=place(start_screen)),
            ft.Route(path="start/:questionnaire", component=place(start_screen)),
            ft.Route(path="import", component=place(import_screen)),
            ft.Route(path="surveys", component=place(surveys_screen)),
            ft.Route(path="surveys/start", component=place(start_survey_screen)),
            ft.Route(path="surveys/start/:questionnaire", component=place(start_survey_screen)),
            ft.Route(path="surveys/answer", component=place(answer_invitation_screen)),
            ft.Route(path="surveys/responses", component=place(take_in_responses_screen)),
            ft.Route(path="surveys/of/:audit", component=place(survey_screen)),
            ft.Route(path="surveys/of/:audit/terms", component=place(change_survey_screen)),
            ft.Route(path="surveys/of/:audit/hand-over", component=place(hand_over_screen)),
            ft.Route(path="library", component=place(library_screen)),
            ft.Route(path="library/import/file", component=place(import_questionnaire_screen)),
            ft.Route(path="library/:questionnaire", component=place(questionnaire_screen)),
            ft.Route(path="library/:questionnaire/parts/:part", component=place(questionnaire_part_screen)),
            ft.Route(path="library/:questionnaire/own", component=place(own_items_screen)),
            ft.Route(path="library/:questionnaire/own/:item", component=place(own_item_screen)),
            ft.Route(path="partnership", component=place(partnership_screen)),
            ft.Route(path="partnership/matches", component=place(matches_screen)),
            ft.Route(path="partnership/momentum", component=place(momentum_screen)),
            ft.Route(path="partnership/plans", component=place(joint_plans_screen)),
            ft.Route(path="sync", component=place(sync_screen)),
            ft.Route(path="help", component=place(help_screen)),
            ft.Route(path="help/words", component=place(glossary_screen)),
            ft.Route(path="settings", component=place(settings_screen)),
            ft.Route(path="settings/keys", component=place(known_keys_screen)),
            ft.Route(path=":elsewhere*", component=place(not_found_screen)),
        ],
    )
]


@component
def nowhere() -> ft.Control:
    """For what no route matches, though the last one matches all: Flet freezes without an answer."""
    session: Session = ft.use_context(SESSION)
    return not_found_screen(session.app)
