"""`audit-app comment` and `audit-app evidence`: what is said about an item beside its level, and what shows it."""

from pathlib import Path, PureWindowsPath
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, bytes_of, open_data, show, write
from audit_app.console import Row
from audit_app.errors import AuditError
from audit_app.regional import file_size
from audit_app.responses.evidence import LARGEST_FILE, EvidenceTooLargeError
from audit_app.responses.model import Evidence
from audit_app.responses.refusals import UnknownItemError
from audit_app.workspace import OpenAudit

ItemId = Annotated[str, typer.Argument(metavar="ITEM", help="An item's id.")]
Stamp = Annotated[str, typer.Argument(metavar="STAMP", help="Of a piece, as “evidence list” shows it.")]

evidence = typer.Typer(help="What shows that an answer is so: words, links and files.", no_args_is_help=True)


class NoSuchPieceError(AuditError):
    def __init__(self, stamp: str, audit_id: str) -> None:
        super().__init__(
            f"“{audit_id}” has no piece of evidence “{stamp[:60]}”. “audit-app evidence list {audit_id}” shows them."
        )


class NotAFileError(AuditError):
    def __init__(self, stamp: str) -> None:
        super().__init__(f"“{stamp[:60]}” is no file but words or a link: “evidence list” shows all of it.")


def add_to(app: typer.Typer) -> None:
    app.command(context_settings={"ignore_unknown_options": True})(comment)  # words may begin with “-”
    app.add_typer(evidence, name="evidence")


def comment(
    context: typer.Context,
    audit_id: AuditId,
    item: ItemId,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Empty text takes your comment back.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Keep your comment on an item, in place of the one that you made before; others' comments stay."""
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.comment(audit_id, item, words)
    show(console.item_document(opened, item), console.item(opened, item), as_json)


@evidence.command("list")
def list_pieces(
    context: typer.Context,
    audit_id: AuditId,
    item: Annotated[str | None, typer.Argument(metavar="[ITEM]", help="One item only.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Every piece with its stamp, in the order of the items."""
    with open_data(context, data) as workspace:
        opened = workspace.audit(audit_id)
    if item is not None and item not in opened.questionnaire.items_by_id:
        raise UnknownItemError(item, opened.questionnaire)
    found = [row for row in _rows(opened) if item in (None, row["item"])]
    lines = [f"{row['item']}: {_words(row)}  [{row['stamp']}]" for row in found]
    show(found, "\n".join(lines) or "No evidence is given yet.", as_json)


@evidence.command("add")
def add(
    context: typer.Context,
    audit_id: AuditId,
    item: ItemId,
    words: Annotated[str | None, typer.Option(metavar="TEXT", help="What shows it, in words.")] = None,
    link: Annotated[str | None, typer.Option(metavar="ADDRESS", help="A web address.")] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A document or a picture; a copy of it is kept.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Add one piece to an item: words, a link or a file."""
    if sum(one is not None for one in (words, link, file)) != 1:
        raise typer.BadParameter("Say what to add: one of --words, --link or --file.")
    content = _content(file) if file is not None else b""
    with open_data(context, data, writes=True) as workspace:
        if file is not None:
            opened = workspace.add_file(audit_id, item, file.name, content)
        elif link is not None:
            opened = workspace.add_link(audit_id, item, link)
        else:
            opened = workspace.add_words(audit_id, item, words or "")
    show(console.item_document(opened, item), console.item(opened, item), as_json)


@evidence.command("remove")
def remove(context: typer.Context, audit_id: AuditId, stamp: Stamp, data: Data = None, as_json: AsJson = False) -> None:
    """Take one piece back; “audits put-back” says it again, “audits erase” is for good."""
    with open_data(context, data, writes=True) as workspace:
        item, _ = _piece(workspace.audit(audit_id), stamp)
        opened = workspace.remove_evidence(audit_id, item, stamp)
    show(console.item_document(opened, item), console.item(opened, item), as_json)


@evidence.command("save")
def save(
    context: typer.Context,
    audit_id: AuditId,
    stamp: Stamp,
    to: Annotated[Path, typer.Option(metavar="FILE", help="Where to write it: a file, or a folder.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Write a file that was added as evidence to the disk."""
    with open_data(context, data) as workspace:
        _, piece = _piece(workspace.audit(audit_id), stamp)
        if piece.sha256 is None:
            raise NotAFileError(stamp)
        content = workspace.evidence_file(audit_id, piece.sha256)
    place = to / file_name(piece) if to.is_dir() else to
    write(place, content)
    document = {"audit": audit_id, "name": piece.text, "file": str(place), "bytes": len(content)}
    show(document, f"“{piece.text}” is in {place}.", as_json)


def file_name(piece: Evidence) -> str:
    """It may come from elsewhere: no folder, and nothing that a disk or a terminal stumbles over."""
    name = "".join(one for one in PureWindowsPath(piece.text).name if one.isprintable() and one not in '<>:"|?*')
    return name.strip(". ") or "evidence"


def _content(file: Path) -> bytes:
    """Not read when it is too large to be kept. Raises NoSuchFileError, EvidenceTooLargeError."""
    if file.is_file() and (size := file.stat().st_size) > LARGEST_FILE:
        raise EvidenceTooLargeError(file.name, size)
    return bytes_of(file)


def _rows(opened: OpenAudit) -> list[Row]:
    return [
        {"item": item.id, **piece.model_dump(exclude_none=True), "by": entry.by, "stamp": entry.stamp}
        for item in opened.questionnaire.items
        for entry, piece in opened.standing(item.id).evidence
    ]


def _words(row: Row) -> str:
    size = row.get("size")
    return f"{row['text']} ({file_size(size)})" if isinstance(size, int) else str(row["text"])


def _piece(opened: OpenAudit, stamp: str) -> tuple[str, Evidence]:
    """The item that it belongs to, and what it is. Raises NoSuchPieceError."""
    for item in opened.questionnaire.items:
        for entry, piece in opened.standing(item.id).evidence:
            if entry.stamp == stamp:
                return item.id, piece
    raise NoSuchPieceError(stamp, opened.audit.id)
