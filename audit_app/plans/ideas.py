"""Ideas for actions: what the questionnaire suggests for a priority's items, then formats that fit any priority."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from audit_app.plans.action_library import FORMATS, Effort, Idea, Leave
from audit_app.plans.model import Priority
from audit_app.questionnaires.model import Questionnaire

REACH: Mapping[Leave, int] = MappingProxyType({leave: at for at, leave in enumerate(get_args(Leave))})
SIZE: Mapping[Effort, int] = MappingProxyType({effort: at for at, effort in enumerate(get_args(Effort))})


def ideas_for(
    priority: Priority, questionnaire: Questionnaire, leave: Leave = "board", effort: Effort = "large"
) -> tuple[Idea, ...]:
    """Those that need no further leave than this and no greater effort; the questionnaire's own first."""
    own = [
        Idea(
            id=f"{item.id}/{action.id}",
            title="",
            text=action.text,
            first_step=action.first_step,
            leave=action.leave,
            effort=action.effort,
            weeks=action.weeks,
        )
        for name in priority.items
        if (item := questionnaire.items_by_id.get(name)) is not None
        for action in item.actions
    ]
    return within([*own, *FORMATS], leave, effort)


def within(ideas: Sequence[Idea], leave: Leave, effort: Effort) -> tuple[Idea, ...]:
    return tuple(one for one in ideas if REACH[one.leave] <= REACH[leave] and SIZE[one.effort] <= SIZE[effort])


def taken_up(priority: Priority, idea: Idea) -> str:
    """The id of the action that it became, or blank; an action whose text was changed is somebody's own."""
    return next((one.id for one in priority.actions if one.text.strip() == idea.text.strip()), "")
