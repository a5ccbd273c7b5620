"""`audit-app questionnaires …`: what can be asked, and authors' files in and out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, Data, bytes_of, open_data, show, write
from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.incoming import UnsoundQuestionnaireError
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.questionnaires.own import MOST_OWN, OwnItemsError

questionnaires = typer.Typer(help="The library: what ships, and what is the data folder's own.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="A questionnaire's id, as “questionnaires list” shows it.")]
Version = Annotated[int | None, typer.Option(min=1, help="This version; the newest unless told.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire as a spreadsheet (XLSForm) or in JSON.")]


@questionnaires.command("list")
def list_questionnaires(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """What can be asked: the newest version of each."""
    with open_data(context, data) as workspace:
        rows = console.questionnaire_rows(workspace.questionnaires(), workspace.is_shipped)
        unreadable = workspace.unreadable_questionnaires()
    for _, said in unreadable:
        typer.echo(said, err=True)
    show(rows, console.questionnaire_list(rows), as_json)


@questionnaires.command("show")
def show_questionnaire(
    context: typer.Context, questionnaire_id: Id, version: Version = None, data: Data = None, as_json: AsJson = False
) -> None:
    """Every item with what can be answered, and when it is asked."""
    with open_data(context, data) as workspace:
        found = workspace.questionnaire(questionnaire_id, version)
    show(found.model_dump(mode="json"), console.questionnaire(found), as_json)


@questionnaires.command("check")
def check_questionnaire(file: File, data: Data = None, as_json: AsJson = False) -> None:  # noqa: ARG001 # as every command
    """Every mistake of the author at once, each with its place and what to do."""
    from audit_app.questionnaires.check import check

    findings = check(bytes_of(file))
    show([finding.model_dump() for finding in findings], console.findings(file.name, findings), as_json)
    if any(finding.grade == "error" for finding in findings):
        raise typer.Exit(1)


@questionnaires.command("import")
def import_questionnaire(context: typer.Context, file: File, data: Data = None, as_json: AsJson = False) -> None:
    """Add a questionnaire to the data folder's own, unless something in it must be mended first."""
    content = bytes_of(file)
    with open_data(context, data, writes=True) as workspace:
        found = workspace.read_questionnaire(file.name, content)
        kept = workspace.import_questionnaire(file.name, content) if not found.errors else None
    imported = console.questionnaire_rows([kept], workspace.is_shipped)[0] if kept else None
    document = {"imported": imported, "findings": [finding.model_dump() for finding in found.findings]}
    show(document, console.imported(file.name, kept, found.findings), as_json)
    if found.errors:
        raise UnsoundQuestionnaireError(file.name, len(found.errors), found.errors[0])


@questionnaires.command("export")
def export_questionnaire(
    context: typer.Context,
    questionnaire_id: Id,
    xlsx: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it as a spreadsheet (XLSForm).")
    ] = None,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it in JSON.")] = None,
    pdf: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it to be printed, for a meeting.")
    ] = None,
    version: Version = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A questionnaire as a file that “import” reads again, or on paper, to be filled in by hand."""
    if xlsx is None and to is None and pdf is None:
        raise typer.BadParameter("Say where to write it: --xlsx FILE, --to FILE for JSON, or --pdf FILE to print it.")
    with open_data(context, data) as workspace:
        found = workspace.questionnaire(questionnaire_id, version)
        files = [(xlsx, workspace.export_questionnaire)] if xlsx else []
        files += [(to, workspace.questionnaire_file)] if to else []
        files += [(pdf, workspace.blank_paper)] if pdf else []
        written = [(file, make(found.id, found.version)) for file, make in files]
    for file, content in written:
        write(file, content)
    document = {
        "id": found.id,
        "version": found.version,
        "fingerprint": found.fingerprint,
        "files": [{"file": str(file), "bytes": len(content)} for file, content in written],
    }
    said = " and ".join(str(file) for file, _ in written)
    show(document, f"“{found.title}”, version {found.version}, is in {said}.", as_json)


@questionnaires.command("own")
def own_items(
    context: typer.Context,
    questionnaire_id: Id,
    file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Ask these instead: a list of items in JSON, as --json prints it."),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Up to ten items of the school's own, asked after the shared ones in the audits that it starts from now on."""
    content = bytes_of(file) if file is not None else b""
    with open_data(context, data, writes=file is not None) as workspace:
        one = workspace.questionnaire(questionnaire_id)
        findings: tuple[Finding, ...] = ()
        if file is not None:
            items, findings = workspace.read_own_items(one.id, content)
            if not any(finding.grade == "error" for finding in findings):
                workspace.keep_own_items(one.id, items)
        asked = workspace.own_items(one.id)
    document = {
        "questionnaire": one.id,
        "items": [item.model_dump(mode="json", exclude_defaults=True) for item in asked],
        "findings": [finding.model_dump() for finding in findings],
    }
    said = [console.findings(file.name, findings)] if file is not None else []
    show(document, "\n".join([*said, _own_items(one, asked)]), as_json)
    if wrong := [finding for finding in findings if finding.grade == "error"]:
        raise OwnItemsError(f"{wrong[0].place}: {wrong[0].what} {wrong[0].remedy}")


def _own_items(one: Questionnaire, asked: Sequence[Item]) -> str:
    if not asked:
        return f"No items of your own are asked beside “{one.title}”. Up to {MOST_OWN} can be."
    head = (
        f"{len(asked)} of up to {MOST_OWN} items of your own, asked beside “{one.title}” in audits started from now on:"
    )
    return "\n".join([head, console.columns((item.id, item.kind, item.text) for item in asked)])
