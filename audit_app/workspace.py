"""The one door for screens and commands: every use case as a verb, by what it is about in `verbs/`.

A verb decides nothing; it reads, asks the parts, keeps. What it returns is read afresh after the write, so whoever
called shows what is on the disk.
"""

from collections.abc import Callable, Sequence

from audit_app.plans.figures import with_plan
from audit_app.questionnaires.library import Library
from audit_app.responses.asking import asked_by
from audit_app.responses.model import Audit, Entry
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.progress import Summary, summary
from audit_app.verbs.answering import AnsweringVerbs
from audit_app.verbs.history import HistoryVerbs
from audit_app.verbs.joint_plans import JointPlanVerbs
from audit_app.verbs.keeping import KeepingVerbs
from audit_app.verbs.known_keys import KnownKeyVerbs
from audit_app.verbs.library import LibraryVerbs
from audit_app.verbs.papers import Paper as Paper
from audit_app.verbs.papers import PaperVerbs
from audit_app.verbs.profile import ProfileVerbs
from audit_app.verbs.responding import OpenInvitation as OpenInvitation
from audit_app.verbs.responding import RespondingVerbs
from audit_app.verbs.responding import ResponsePlan as ResponsePlan
from audit_app.verbs.spreadsheets import SpreadsheetVerbs
from audit_app.verbs.surveys import OpenSurvey as OpenSurvey
from audit_app.verbs.syncing import SyncingVerbs


class Workspace(
    LibraryVerbs,
    AnsweringVerbs,
    HistoryVerbs,
    KeepingVerbs,
    KnownKeyVerbs,
    JointPlanVerbs,
    PaperVerbs,
    ProfileVerbs,
    RespondingVerbs,
    SpreadsheetVerbs,
    SyncingVerbs,
):
    """A data folder opened for use."""


def summariser(library: Library) -> Callable[[Audit, Sequence[Entry]], Summary]:
    """What a store calls for the line about an audit in its list."""

    def line(audit: Audit, entries: Sequence[Entry]) -> Summary:
        asked = asked_by(library.get(audit.questionnaire.id, audit.questionnaire.version), entries)
        return with_plan(summary(audit, asked, entries), entries)

    return line
