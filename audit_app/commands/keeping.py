"""`audit-app backup`, `restore`, `audits removed`, `audits bring-back`, `audits erase`: kept safe, or gone for good."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit_app.commands.frame import AsJson, AuditId, Data, DryRun, Yes, make_sure, open_data, show
from audit_app.console import counted
from audit_app.storage.archive import Manifest
from audit_app.storage.restoring import RestoredAudit, RestorePlan, RestoreRefusedError
from audit_app.verbs.keeping import Erased


def backup(
    context: typer.Context,
    to: Annotated[Path, typer.Option(metavar="FILE.zip", help="Where to write it: a file, or a folder.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Everything in the data folder as one file, read back and checked."""
    with open_data(context, data) as workspace:
        file, manifest = workspace.back_up_to(to)
    document = {
        "file": str(file),
        "bytes": file.stat().st_size,
        "made": manifest.made.isoformat(),
        "audits": manifest.audits,
        "evidence": manifest.evidence,
        "left_out": list(manifest.left_out),
    }
    show(document, backup_text(file, manifest), as_json)
    if manifest.left_out:
        raise typer.Exit(1)


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="What “backup” wrote.")],
    dry_run: DryRun = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Bring a backup back: united with what is here, all of it or nothing."""
    with open_data(context, data, writes=not dry_run) as workspace:
        planned = workspace.plan_restore(file)
        if not dry_run and not planned.refused:
            workspace.apply_restore(planned)
    show(planned.model_dump(mode="json"), restore_text(planned, dry_run), as_json)
    if planned.refused:
        raise RestoreRefusedError([one.reason for one in planned.refused])


def move_data(
    context: typer.Context,
    to: Annotated[Path, typer.Option(metavar="DIR", help="An empty folder, or one that isn't there yet.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Move the data folder: copied, checked, and used from then on; the old one is closed."""
    with open_data(context, data, writes=True) as workspace:
        old = workspace.where()
        workspace.move_data(to)
    new = to.expanduser().absolute()
    said = (
        f"Your data is now in {new}, and is used from there by itself. {old} is not used any more; you may delete it."
    )
    show({"from": str(old), "to": str(new)}, said, as_json)


def removed(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """Audits that were taken out of the list and can be brought back."""
    with open_data(context, data) as workspace:
        found = workspace.removed_audits()
    lines = [f"{one.audit.id}  {one.audit.school.name}, {one.audit.wave}" for one in found]
    document = [
        {"id": one.audit.id, "school": one.audit.school.name, "wave": one.audit.wave, "removed": one.at.isoformat()}
        for one in found
    ]
    show(document, "\n".join(lines) or "Nothing was taken out of the list.", as_json)


def bring_back(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Put an audit that was taken out back into the list."""
    with open_data(context, data, writes=True) as workspace:
        workspace.bring_back(audit_id)
    show({"audit": audit_id}, f"The audit “{audit_id}” is in the list again.", as_json)


def people(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Who said something in an audit, and how much: the names that “erase --person” takes."""
    with open_data(context, data) as workspace:
        found = workspace.people(audit_id)
    lines = [
        f"{name or 'somebody without a name'}: {counted(count, 'entry', 'entries')}" for name, count in found.items()
    ]
    show(dict(found), "\n".join(lines) or "Nobody has said anything yet.", as_json)


def erase(
    context: typer.Context,
    audit_id: AuditId,
    item: Annotated[str | None, typer.Option(metavar="ITEM", help="Every word that was said about this item.")] = None,
    entry: Annotated[
        str | None, typer.Option(metavar="STAMP", help="One comment or piece of evidence, as “history” shows it.")
    ] = None,
    person: Annotated[str | None, typer.Option(metavar="NAME", help="A name; what the person said stays.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole audit.")] = False,
    yes: Yes = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Erase for good, from history and backups too; and say what that does not reach."""
    if sum((item is not None, entry is not None, person is not None, everything)) != 1:
        raise typer.BadParameter("Say what to erase: one of --item, --entry, --person or --all.")
    make_sure("What is erased can't be had back. Erase it?", yes, as_json)
    with open_data(context, data, writes=True) as workspace:
        if item is not None:
            done = workspace.erase_item(audit_id, item)
        elif entry is not None:
            done = workspace.erase_words(audit_id, entry)
        elif person is not None:
            done = workspace.erase_person(audit_id, person)
        else:
            done = workspace.erase_audit(audit_id)
    document = {
        "audit": audit_id,
        "erased": done.entries,
        "still_named": done.still_named,
        "out_of_reach": list(done.out_of_reach),
    }
    show(document, erased_text(done), as_json)


def add_to(app: typer.Typer, audits: typer.Typer) -> None:
    app.command()(backup)
    app.command()(restore)
    app.command("move-data")(move_data)
    audits.command("removed")(removed)
    audits.command("bring-back")(bring_back)
    audits.command("people")(people)
    audits.command("erase")(erase)


def backup_text(file: Path, manifest: Manifest) -> str:
    audits, pieces = counted(manifest.audits, "audit"), counted(manifest.evidence, "evidence file")
    said = f"{file} holds {audits} and {pieces}; it was read back and is sound."
    return "\n".join([said, *(f"Not in it: {one}" for one in manifest.left_out)])


def restore_text(planned: RestorePlan, dry_run: bool) -> str:
    def lines(found: Sequence[RestoredAudit], said: str) -> list[str]:
        return [f"{one.school}, {one.wave}: {said}{_counts(one)}" for one in found]

    done = [
        *lines(planned.add, "would be added" if dry_run else "added"),
        *lines(planned.replace, "damaged here, would be replaced" if dry_run else "was damaged, and is replaced"),
        *lines(planned.merge, "would be joined with what is here" if dry_run else "joined with what was here"),
        *lines(planned.same, "all of it is here"),
        *lines(planned.erased, "erased here for good, so left out"),
        *[f"{one.school}, {one.wave}: refused. {one.reason}" for one in planned.refused],
        *[f"The questionnaire “{one}” {'would come' if dry_run else 'came'} along." for one in planned.questionnaires],
        *([f"{_lists(planned)} {'would come' if dry_run else 'came'} along."] if planned.lists else []),
        *([f"School and person {'would be' if dry_run else 'are'} those of the backup."] if planned.settings else []),
        *[f"Not in the backup: {one}" for one in planned.left_out],
    ]
    return "\n".join(done) or "There was nothing in it."


def _lists(planned: RestorePlan) -> str:
    parts = [counted(planned.meetings, "meeting")] if planned.meetings else []
    parts += [f"{counted(planned.decisions, 'decision')} about matches"] if planned.decisions else []
    return " and ".join(parts)


def _counts(one: RestoredAudit) -> str:
    found = ((one.entries, "change"), (one.responses, "response"), (one.files, "file"))
    parts = [counted(count, what) for count, what in found if count]
    return f" ({', '.join(parts)})" if parts else ""


def erased_text(done: Erased) -> str:
    still = f"The name still stands among other words in {counted(done.still_named, 'text')}: see “history”."
    return "\n".join(
        [
            f"Erased for good, from history and backups too: {counted(done.entries, 'entry', 'entries')}.",
            *([still] if done.still_named else []),
            "Not reached:",
            *(f"  {one}" for one in done.out_of_reach),
        ]
    )
