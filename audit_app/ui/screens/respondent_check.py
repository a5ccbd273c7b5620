"""Before handing in: what is missing, what to mend, everything at a glance, and the button that keeps it."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import flet as ft

from audit_app.questionnaires.model import Item
from audit_app.ui import theme
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.progress import waiting
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.doing import use_doing
from audit_app.ui.runtime import Action, component
from audit_app.ui.screens.audit_shown import answer_words
from audit_app.ui.screens.respondent_sitting import Asking, Paper
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import respondent as text

FEW = 6
"""So many links are shown at once; longer lists are folded."""
Go = Callable[[str], object]


@component
def check_step(
    asking: Asking,
    paper: Paper,
    said: str,
    go: Go,
    hand_in: Callable[[], Awaitable[object]],
    leave: Action,
    key: str = "",
) -> ft.Control:
    """`said` is why handing in failed."""
    handing_in = use_doing(hand_in)
    busy = handing_in.busy
    answers, _ = paper.to_hand_in
    wrong = paper.to_mend
    blocked = text.HAND_IN_BLOCKED if wrong else "" if answers else text.NOTHING_GIVEN
    means = text.HAND_IN_FILE_MEANS if asking.on_file else text.HAND_IN_MEANS
    failed = [notice("error", f"{said} {text.STAYS}", title=text.NOT_KEPT, key=f"failed {said}")] if said else []
    return page_frame(
        text.CHECK,
        small(f"{asking.questionnaire.title} · {_group(asking, paper)}"),
        paragraph(text.answered(paper.answered, len(paper.questions))),
        *_mend(paper, go),
        *_left_out(paper, go),
        panel(
            heading(text.HAND_IN_TITLE),
            paragraph(blocked or means),
            *failed,
            button_row(
                button(text.HAND_IN, handing_in.run, kind="primary", disabled=bool(blocked), key="hand-in"),
                button(text.BACK_TO_ANSWERS, lambda: go(paper.items[-1].id), disabled=busy, key="back"),
                button(text.STOP, leave, kind="quiet", disabled=busy, key="leave"),
            ),
            *([waiting(text.HANDING_IN)] if busy else []),
            key="hand-in",
        ),
        heading(text.YOUR_ANSWERS),
        *(
            disclosure(
                text.section(section.title, sum(item not in paper.left for item in items), len(items)),
                partial(_list, paper, items, go),
                key=f"{key} {section.id}",
            )
            for section, items in paper.sections
        ),
        tab=text.TAB,
    )


def _group(asking: Asking, paper: Paper) -> str:
    group = asking.terms.group(paper.group) if paper.group else None
    return group.title if group else ""


def _mend(paper: Paper, go: Go) -> list[ft.Control]:
    """What keeps it from being handed in, then what is worth another look."""
    doubtful = {one.item: one.message for one in paper.remarks if one.grade == "warning"}
    return [
        panel(
            heading(title, 2, looks=3),
            *(
                stack(_link(paper.questionnaire.items_by_id[item], go), paragraph(sentence), space=0, key=item)
                for item, sentence in found.items()
            ),
            key=title,
        )
        for title, found in ((text.TO_MEND, paper.to_mend), (text.UNLIKELY, doubtful))
        if found
    ]


def _left_out(paper: Paper, go: Go) -> list[ft.Control]:
    missing = [item for item in paper.left if item.id not in paper.to_mend]
    if not missing:
        return []

    def links() -> ft.Control:
        return stack(*(_link(item, go) for item in missing), space=0)

    folded = disclosure(text.show(len(missing)), links, opened=len(missing) <= FEW, key="left-out")
    return [panel(heading(text.LEFT_OUT, 2, looks=3), paragraph(text.left_out(len(missing))), folded, key="left-out")]


def _list(paper: Paper, items: Sequence[Item], go: Go) -> ft.Control:
    return stack(*(stack(_link(item, go), _given(paper, item), space=0) for item in items), space=theme.S)


def _given(paper: Paper, item: Item) -> ft.Control:
    given = paper.answers.get(item.id)
    words = answer_words(item, paper.questionnaire.options_of(item), given)[0] if given else audit_text.NO_ANSWER
    return paragraph(text.with_comment(words) if item.id in paper.comments else words, muted=True)


def _link(item: Item, go: Go) -> ft.Control:
    return ft.Row([ft.Container(link(item.text, lambda: go(item.id), key=item.id), expand=True)])
