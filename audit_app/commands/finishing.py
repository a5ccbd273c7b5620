"""`audit-app audits submit`, `reopen`, `stay` and `take-out`: what is done with an audit as a whole."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.console import Row, counted
from audit_app.errors import AuditError
from audit_app.regional import day_and_time
from audit_app.responses.fitting import Remark
from audit_app.responses.progress import summary
from audit_app.responses.refusals import UnreadyError, UnsettledError
from audit_app.responses.submission import Submission
from audit_app.workspace import OpenAudit


class NotReadyError(AuditError):
    """All of what is in the way, a line for each."""

    def __init__(self, opened: OpenAudit, found: Sequence[Remark]) -> None:
        items = counted(len({one.item for one in found}), "item has", "items have")
        said = f"“{opened.audit.id}” was not submitted: {items} to be put right first."
        super().__init__("\n".join([said, *remark_lines(opened, found)]))


def add_to(audits: typer.Typer) -> None:
    """As `audit-app audits …`."""
    audits.command("submit")(submit)
    audits.command("reopen")(reopen)
    audits.command("stay")(stay)
    audits.command("take-out")(take_out)


def submit(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Fix the answers as the school's; every item that stands in the way is named. “reopen” opens them again."""
    stops: tuple[Remark, ...] = ()
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.audit(audit_id)
        before = opened.status
        try:
            opened = workspace.submit(audit_id)
        except (UnsettledError, UnreadyError):
            stops = workspace.in_the_way(audit_id)
        remarks = () if stops else workspace.remarks(audit_id)
    document = {
        **_row(opened),
        "submitted": _document(_standing(opened)),
        "in_the_way": remark_rows(opened, stops),
        "remarks": remark_rows(opened, remarks),
    }
    if stops:
        if as_json:
            show(document, "", as_json)
        raise NotReadyError(opened, stops)
    show(document, _submitted(opened, remarks, again=before == "submitted"), as_json)


def reopen(
    context: typer.Context,
    audit_id: AuditId,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why; it is kept beside the submission.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Let the answers of a submitted audit be changed; what was submitted stays until the next submission."""
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.reopen(audit_id, reason)
    said = f"Reopened: {_named(opened)}. Its answers can be changed again; “audits submit {audit_id}” submits them."
    show({**_row(opened), "reopened": _document(opened.submissions[-1])}, said, as_json)


def stay(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Decide against moving to the newest version of its questionnaire; “move” still does it at any time."""
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.audit(audit_id)
        newer = workspace.newer_version_than(opened)
        if newer is not None and opened.stays_despite < newer:
            opened = workspace.stay_on_version(audit_id)
    version = opened.audit.questionnaire.version
    said = (
        f"{_named(opened)} stays with version {version}; version {newer} is only mentioned from now on."
        if newer is not None
        else f"{_named(opened)} has version {version}, and there is none to move to."
    )
    document = {"audit": audit_id, "version": version, "newest": newer, "stays_despite": opened.stays_despite or None}
    show(document, said, as_json)


def take_out(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Take an audit, a survey or a joint plan out of the list; “bring-back” puts it back, “erase --all” is for good."""
    with open_data(context, data, writes=True) as workspace:
        workspace.remove_audit(audit_id)
    said = (
        f"“{audit_id}” is out of the list and stays out when you sync; nothing of it is lost. "
        f"“audits bring-back {audit_id}” puts it back."
    )
    show({"audit": audit_id}, said, as_json)


def remark_rows(opened: OpenAudit, found: Sequence[Remark]) -> list[Row]:
    texts = opened.questionnaire.items_by_id
    return [{**one.model_dump(mode="json"), "text": texts[one.item].text} for one in found]


def remark_lines(opened: OpenAudit, found: Sequence[Remark]) -> list[str]:
    """By item, in the order of what was found."""
    texts = opened.questionnaire.items_by_id
    by_item: dict[str, list[str]] = {}
    for one in found:
        by_item.setdefault(one.item, []).append(one.message)
    return [f"  {item} (“{texts[item].text}”): {' '.join(said)}" for item, said in by_item.items()]


def _submitted(opened: OpenAudit, remarks: Sequence[Remark], *, again: bool) -> str:
    line, standing = summary(opened.audit, opened.questionnaire, opened.entries), _standing(opened)
    at = day_and_time(standing.at.astimezone()) if standing else ""
    lines = [f"{_named(opened)} was submitted already, on {at}." if again else f"Submitted: {_named(opened)}."]
    if line.answered < line.items:
        lines.append(
            f"{line.items - line.answered} of {line.items} items stayed without an answer, and counted for "
            "nothing. A section with fewer than half its items answered has no score."
        )
    if look := [one for one in remarks if one.grade == "warning"]:
        lines += ["These answers are unusual. If they are right, leave them:", *remark_lines(opened, look)]
    return "\n".join(lines)


def _standing(opened: OpenAudit) -> Submission | None:
    return next((one for one in reversed(opened.submissions) if one.reopened is None), None)


def _document(one: Submission | None) -> Mapping[str, object] | None:
    return one.model_dump(mode="json") if one else None


def _row(opened: OpenAudit) -> Row:
    return console.audit_rows([summary(opened.audit, opened.questionnaire, opened.entries)])[0]


def _named(opened: OpenAudit) -> str:
    return f"{opened.questionnaire.title}, {opened.audit.school.name}, {opened.audit.wave}"
