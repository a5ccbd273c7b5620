"""Filling a data folder with the demo partnership, and making its first school the user's own."""

from audit_app.demo.partnership import demo_contents, demo_settings
from audit_app.workspace import Workspace


def fill(workspace: Workspace, schools: int = 8) -> None:
    """Adds the demo's audits in one step. Settings that were made already stay."""
    questionnaire = workspace.questionnaire("partnership-health")
    workspace.take_in(demo_contents(questionnaire, schools, today=workspace.today()))
    if workspace.settings().school is None:
        workspace.keep_settings(demo_settings())
