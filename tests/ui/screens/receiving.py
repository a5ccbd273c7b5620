"""A second school's workspace that received an audit to compare with."""

from audit_app.questionnaires.library import shipped
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING


def received(sender: Workspace, audit: str) -> Workspace:
    """A workspace with a copy without its words, under the same id."""
    library = shipped()
    store = MemoryStore(summariser(library), lambda: "tablet")
    workspace = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: "other")
    workspace.apply_import(workspace.plan_import([("scores.json", sender.export(audit, "scores"))]))
    return workspace
