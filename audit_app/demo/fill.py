"""Filling a data folder with the demo partnership, and making its first school the user's own."""

from audit_app.demo.partnership import demo_contents, demo_settings
from audit_app.workspace import Workspace


def fill(workspace: Workspace, schools: int = 8) -> None:
    """Adds the demo's audits in one step; those that are there from an earlier day, and settings, stay as they are."""
    questionnaire = workspace.questionnaire("partnership-health")
    there = {line.id for line in workspace.audits()}
    made = demo_contents(questionnaire, schools, today=workspace.today())
    workspace.take_in([one for one in made if one.audit.id not in there])
    if workspace.settings().school is None:
        workspace.keep_settings(demo_settings())
