"""`audit-app export` and `import`: what travels, whose key signed it, and the passphrase of what is sealed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, DryRun, NoSuchFileError, open_data, show, write
from audit_app.commands.plan_changes import plan_changes
from audit_app.errors import AuditError
from audit_app.sync.merge import ImportPlan, ImportRefusedError
from audit_app.sync.reading import UnreadFile
from audit_app.sync.sealing import LONGEST
from audit_app.sync.sharing import Share
from audit_app.sync.trust import UNSIGNED, Sender

PassphraseFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A text file whose first line is the passphrase to seal with.")
]
PassphraseFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="A text file whose first line is a passphrase to open with; again for each, where several are needed.",
    ),
]
AcceptKey = Annotated[
    list[str] | None,
    typer.Option(metavar="FINGERPRINT", help="Accept this key for the school that signs with it from now on."),
]
AcceptUnsigned = Annotated[
    bool, typer.Option("--accept-unsigned", help="Accept, this once, files that a school should have signed.")
]

WORDS = {
    "own": "signed by this installation",
    "known": "known",
    "new": "new: known from now on",
    "accepted": "new, accepted by you",
    "unsigned": "not signed",
    "unchecked": "signed, but this installation can’t check signatures",
    "another_key": "another key than is known",
    "no_signature": "no signature that can be checked, though the school has signed before",
}
"""By `Sender.trust`."""


class UnusablePassphraseFileError(AuditError):
    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file} doesn't hold a passphrase: its first line must be one, of {LONGEST} letters at most, in UTF-8."
        )


class NotImportedError(AuditError):
    """Several refused audits have a line each."""

    def __init__(self, problem: ImportRefusedError, planned: ImportPlan) -> None:
        how = how_to_accept(planned)
        if len(planned.refused) == 1:
            super().__init__(" ".join([str(problem), *how]))
            return
        lines = [f"{one.school}, {one.wave}: {one.reason}" for one in planned.refused]
        super().__init__("\n".join([f"Nothing was imported: {len(lines)} audits were refused.", *lines, *how]))


def add_to(app: typer.Typer) -> None:
    app.command()(export)
    app.command("import")(import_files)


def export(
    context: typer.Context,
    audit_id: AuditId,
    to: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the bundle.")],
    share: Annotated[Share, typer.Option(help="How much it contains.")] = "scores",
    passphrase_file: PassphraseFile = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A bundle for a partner school or another device."""
    passphrase = passphrase_in(passphrase_file)
    with open_data(context, data) as workspace:
        content = workspace.export(audit_id, share, passphrase)
        words, share = workspace.what_travels(audit_id, share), workspace.shared_as(audit_id, share)
    write(to, content)
    sealed = passphrase is not None
    document = {
        "audit": audit_id,
        "file": str(to),
        "share": share,
        "bytes": len(content),
        "contains": words,
        "sealed": sealed,
    }
    lines = [*words, *(["Sealed: only the passphrase opens it"] if sealed else [])]
    show(document, f"{to} holds:\n" + "\n".join(f"  {line}" for line in lines), as_json)


def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Bundles.")],
    dry_run: DryRun = False,
    passphrase_files: PassphraseFiles = None,
    accept_key: AcceptKey = None,
    accept_unsigned: AcceptUnsigned = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Read bundles: the plan first, then all of it or nothing."""
    passphrases = passphrases_in(passphrase_files)
    accepted = accepted_by(accept_key, accept_unsigned)
    with open_data(context, data, writes=not dry_run) as workspace:
        found = workspace.read_files(files, passphrases)
        if found.problem is not None:
            _show_refused(ImportPlan(), found.unread, as_json)
            raise found.problem
        planned = workspace.plan_bundles(found.bundles, accepted)
        if not dry_run:
            try:
                workspace.apply_import(planned)
            except ImportRefusedError as problem:
                _show_refused(planned, (), as_json)
                raise NotImportedError(problem, planned) from None
    plan = console.import_plan(planned, dry_run)
    said = "\n".join([*senders(planned.senders), plan, *plan_changes(planned), *how_to_accept(planned)])
    show(console.import_document(planned), said, as_json)
    if planned.refused:
        raise typer.Exit(1)


def _show_refused(planned: ImportPlan, unread: Sequence[UnreadFile], as_json: bool) -> None:
    """The document; the sentences go to standard error."""
    if as_json:
        typer.echo(console.json_text(console.import_document(planned, unread)))


def passphrases_in(files: Iterable[Path] | None) -> tuple[str, ...]:
    """Each file's first line. Raises as passphrase_in."""
    return tuple(filter(None, map(passphrase_in, files or ())))


def passphrase_in(file: Path | None) -> str | None:
    """The file's first line. Raises NoSuchFileError, UnusablePassphraseFileError."""
    if file is None:
        return None
    try:
        with file.open("rb") as opened:
            content = opened.read(5 * LONGEST)
    except OSError as problem:
        raise NoSuchFileError(file, problem.strerror or str(problem)) from None
    line = content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].removesuffix(b"\r")
    try:
        passphrase = line.decode()
    except UnicodeDecodeError:
        raise UnusablePassphraseFileError(file) from None
    if not passphrase or len(passphrase) > LONGEST:
        raise UnusablePassphraseFileError(file)
    return passphrase


def senders(found: Iterable[Sender]) -> list[str]:
    """A line about each file: whose key signed it, and whether it is known."""
    return [
        f"{one.file}: {one.school}, {f'signed by {one.fingerprint} ' if one.fingerprint else ''}({trust(one)})"
        for one in found
    ]


def trust(one: Sender) -> str:
    more = "; another school of this name is known here, with another number" if one.namesake else ""
    return WORDS[one.trust] + more


def accepted_by(keys: Iterable[str] | None, unsigned: bool) -> list[str]:
    """What the user accepts, as `plan_import` takes it."""
    return [*(keys or ()), *([UNSIGNED] if unsigned else [])]


def how_to_accept(planned: ImportPlan, verb: str = "import") -> list[str]:
    keys = sorted({one.fingerprint for one in planned.senders if one.trust == "another_key" and one.fingerprint})
    lines = [f"To accept this key: {verb} again with --accept-key {one.replace(' ', '-')}." for one in keys]
    if any(one.trust == "no_signature" for one in planned.senders):
        lines.append(f"To accept the file as it is, this once: {verb} again with --accept-unsigned.")
    return lines
