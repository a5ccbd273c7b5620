"""What the tests of surveys share: a survey opened, a time that only moves when told, and what a colleague does."""

import asyncio
from datetime import date, timedelta

from audit_app.responses.survey import Group, Terms
from audit_app.ui.handing import Timing
from audit_app.ui.text import respondent
from audit_app.workspace import Workspace
from tests.builders import MORNING, a_school
from tests.ui.harness import Window

PULSE = "partnership-pulse"
FIRST = "We worked on the partnership’s aim this term."
SECOND = "The work meets a need that our school has now."
CODE = "4711"
TODAY = MORNING.date()


def some_terms(*groups: tuple[str, int], closes: date = TODAY + timedelta(days=14), minimum: int = 5) -> Terms:
    asked = groups or (("Teachers", 12), ("Support staff", 8))
    return Terms(
        groups=tuple(Group(id=name.lower().replace(" ", "-"), title=name, invited=invited) for name, invited in asked),
        purpose="To see how our partnership is doing.",
        controller="Foxglove Lane Primary. Ask Ms Whitlock.",
        readers="The leadership team reads summaries.",
        closes=closes,
        erase_after=closes + timedelta(days=365),
        minimum=minimum,
    )


def begun_survey(workspace: Workspace, terms: Terms | None = None, questionnaire: str = PULSE) -> str:
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    return workspace.open_survey(questionnaire, "Autumn 2026", a_school(), terms or some_terms())


class StandingTime:
    """Stands until `pass_by`."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self._waiting: list[tuple[float, asyncio.Future[None]]] = []
        self.timing = Timing(lambda: self.seconds, self._pause)

    async def _pause(self, seconds: float) -> None:
        until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self.seconds + seconds, until))
        await until

    async def pass_by(self, shown: Window, seconds: float) -> None:
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds = min(self.seconds + 5, end)
            due = [one for one in self._waiting if one[0] <= self.seconds]
            self._waiting = [one for one in self._waiting if one not in due]
            for _, until in due:
                if not until.done():
                    until.set_result(None)
            await asyncio.sleep(0)
        await shown.settle()


async def begins(shown: Window, group: str = "Teachers") -> None:
    """From the notice to the first statement."""
    await shown.press(respondent.BEGIN)
    await shown.choose(respondent.GROUP, group)
    await shown.press(respondent.GO_ON)


async def answers(shown: Window, statement: str, level: str, comment: str = "") -> None:
    """The statement on the screen."""
    await shown.choose(statement, level)
    if comment:
        await shown.press(respondent.ADD_COMMENT)
        await shown.write(respondent.COMMENT, comment)


async def hands_in(shown: Window) -> None:
    await shown.press(respondent.TO_CHECK)
    await shown.press(respondent.HAND_IN)
    await shown.until(lambda: bool(shown.find("heading", respondent.THANKS)) or shown.says(respondent.NOT_KEPT))
