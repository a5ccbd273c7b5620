"""`audit-app audits …`: what is in the data folder; starting an audit, and moving one to another version."""

from collections.abc import Mapping
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands import finishing, history
from audit_app.commands.beginning import school_named, wave_named
from audit_app.commands.frame import AsJson, AuditId, Data, DryRun, open_data, show
from audit_app.commands.showing import shown_document, shown_text
from audit_app.console import Row
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Audit
from audit_app.responses.moving import Moves
from audit_app.responses.progress import summary
from audit_app.responses.visibility import answers_of, hidden_items
from audit_app.workspace import OpenAudit

audits = typer.Typer(help="The audits in the data folder.", no_args_is_help=True)
history.add_to(audits)
finishing.add_to(audits)


@audits.command("list")
def list_audits(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """What is in the data folder, most recently changed first."""
    with open_data(context, data) as workspace:
        found = workspace.audits()
    show(console.audit_rows(found), console.audit_list(found), as_json)


@audits.command("show")
def show_audit(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Every item with what stands for it: answer, comments, evidence, what waits from before, what a check refuses."""
    with open_data(context, data) as workspace:
        opened = workspace.audit(audit_id)
        newer = workspace.newer_version_than(opened)
        answers_are_here = opened.audit.mode == "self_audit" and not opened.received
        remarks = workspace.remarks(audit_id) if answers_are_here else ()
    hidden = hidden_items(opened.questionnaire, answers_of(opened.stands)) if answers_are_here else frozenset()
    show(shown_document(opened, newer, hidden, remarks), shown_text(opened, newer, hidden, remarks), as_json)


@audits.command("start")
def start_audit(
    context: typer.Context,
    questionnaire: Annotated[
        str, typer.Argument(metavar="QUESTIONNAIRE", help="Its id; “questionnaires list” has it.")
    ],
    wave: Annotated[str, typer.Option(metavar="W", help="Which round it is, usually the term: “Autumn 2026”.")],
    carry_from: Annotated[
        str | None,
        typer.Option("--carry-from", metavar="AUDIT", help="Offer the answers of this earlier audit; each is asked."),
    ] = None,
    school: Annotated[
        str | None, typer.Option(metavar="NAME", help="The school's name, where the settings have none.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Begin a self-audit of the newest version."""
    with open_data(context, data, writes=True) as workspace:
        audit_id = workspace.start_audit(questionnaire, wave_named(wave), school_named(workspace, school), carry_from)
        opened = workspace.audit(audit_id)
    offered = sum(one.carried is not None for one in opened.stands.values())
    row = console.audit_rows([summary(opened.audit, opened.questionnaire, opened.entries)])[0]
    said = f"Begun: {opened.questionnaire.title}, {opened.audit.school.name}, {opened.audit.wave}, as “{audit_id}”."
    if carry_from is not None:
        said += f" To be confirmed: {console.counted(offered, 'answer')} of “{carry_from}”."
    show({**row, "carried_from": carry_from, "offered": offered}, said, as_json)


@audits.command("move")
def move_audit(
    context: typer.Context,
    audit_id: AuditId,
    to: Annotated[
        int | None, typer.Option(metavar="VERSION", min=1, help="This version; the newest unless told.")
    ] = None,
    dry_run: DryRun = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Go on with another version of its questionnaire: what carries over, what asks again, what is kept beside."""
    with open_data(context, data, writes=not dry_run) as workspace:
        before = workspace.audit(audit_id)
        target = workspace.questionnaire(before.audit.questionnaire.id, to)
        moves = workspace.what_moves(audit_id, target.version)
        after = None if dry_run else workspace.move_to_version(audit_id, target.version).audit
    show(moved_document(before, target, moves, after), moved_text(before, target, moves, after), as_json)


def moved_document(before: OpenAudit, target: Questionnaire, moves: Moves, after: Audit | None) -> Row:
    return {
        "audit": before.audit.id,
        "from": before.audit.questionnaire.version,
        "to": target.version,
        "dry_run": after is None,
        "continues_as": after.id if after else None,
        **moves.model_dump(mode="json"),
    }


def moved_text(before: OpenAudit, target: Questionnaire, moves: Moves, after: Audit | None) -> str:
    current = before.audit.questionnaire.version
    if target.version == current:
        return f"The audit has version {current} already."
    here, there = before.questionnaire.items_by_id, {**before.questionnaire.items_by_id, **target.items_by_id}
    again = {name: f"{there[name].text} (was: {here[item].text})" for name, item in moves.asked_again.items()}
    groups: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("Carries over", {name: there[name].text for name in moves.carried}),
        ("Comes back", {name: there[name].text for name in moves.returns}),
        ("Asks again, with what was said before beside it", again),
        ("Kept beside, where it counts for nothing", {item: here[item].text for item in moves.beside}),
        ("New" if target.version > current else "Asked there only", {name: there[name].text for name in moves.new}),
    )
    lines = [f"From version {current} to version {target.version}:"]
    for title, items in groups:
        lines += (
            ["", f"{title} ({len(items)})", *(f"  {name}: {words}" for name, words in items.items())] if items else []
        )
    done = f"The audit goes on as “{after.id}”." if after else "Nothing was changed: this was a dry run."
    return "\n".join([*lines, "", done])
