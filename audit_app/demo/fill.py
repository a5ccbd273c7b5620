"""Filling a data folder with the demo partnership, and making its first school the user's own."""

from audit_app.demo.further import further_contents
from audit_app.demo.joint import joint_plan
from audit_app.demo.meetings import demo_meetings
from audit_app.demo.partnership import DEMO, demo_contents, demo_settings
from audit_app.errors import AuditError
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.workspace import Workspace


class OwnAuditsError(AuditError):
    def __init__(self, count: int) -> None:
        audits = "an audit" if count == 1 else f"{count} audits"
        super().__init__(
            f"This data folder holds {audits} of your own, and the demo would mix with them. Name another with --data."
        )


def fill(workspace: Workspace, schools: int = 8) -> None:
    """Adds the demo's audits in one step; those that are there from an earlier day, and settings, stay as they are.

    Raises OwnAuditsError.
    """
    questionnaire = workspace.questionnaire("partnership-health")
    there = {line.id for line in (*workspace.audits(), *workspace.joint_plans())}
    if own := [name for name in there if not name.startswith(DEMO)]:
        raise OwnAuditsError(len(own))
    today = workspace.today()
    audits = demo_contents(questionnaire, schools, today=today)
    made = (
        *audits,
        *further_contents(workspace.questionnaire, schools, today),
        *joint_plan(workspace.questionnaire(JOINT_PLAN), questionnaire, audits, schools, today),
    )
    workspace.take_in([one for one in made if one.audit.id not in there])
    for meeting in demo_meetings(schools, today):
        workspace.put_meeting_back(meeting)
    if workspace.settings().school is None:
        workspace.keep_settings(demo_settings())
