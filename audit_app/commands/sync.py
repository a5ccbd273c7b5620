"""`audit-app sync PLACE`: what a shared place would bring and get, then all of it."""

from collections.abc import Iterator
from contextlib import closing
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.bundles import AcceptKey, AcceptUnsigned, accepted_by, how_to_accept
from audit_app.commands.frame import AsJson, Data, DryRun, open_data, show
from audit_app.commands.plan_changes import plan_changes
from audit_app.regional import file_size
from audit_app.sync.sharing import Share
from audit_app.sync.syncing import SyncPlan

SHARED: dict[Share, str] = {
    "scores": "scores only",
    "comments": "scores and comments",
    "full": "everything, for people who work on the same audits",
}


def sync(
    context: typer.Context,
    place: Annotated[
        str,
        typer.Argument(
            metavar="PLACE", help="A folder, or an address that begins with s3://, webdavs://, https:// or sftp://."
        ),
    ],
    dry_run: DryRun = False,
    share: Annotated[
        Share | None,
        typer.Option(
            help="How much of your audits goes there: full for people who work on the same audits. "
            "Remembered for the place; scores the first time unless told."
        ),
    ] = None,
    accept_empty: Annotated[
        bool, typer.Option("--accept-empty", help="Go on though files of other devices are no longer there.")
    ] = False,
    accept_key: AcceptKey = None,
    accept_unsigned: AcceptUnsigned = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Share audits through a folder: reads what others put there, and writes yours."""
    accepted = accepted_by(accept_key, accept_unsigned)
    with open_data(context, data, writes=not dry_run) as workspace, closing(workspace.open_place(place)) as opened:
        done = workspace.plan_sync(opened, share, accepted, accept_fewer=accept_empty)
        if not dry_run:
            done = workspace.apply_sync(opened, done)
    show(sync_document(done, dry_run=dry_run), "\n".join(sync_lines(done, dry_run=dry_run)), as_json)


def sync_document(done: SyncPlan, *, dry_run: bool) -> console.Row:
    """What was done, or would be: `refused` are files of the place that were passed over."""
    plan = done.model_dump(mode="json")
    return {
        "place": done.place,
        "share": done.share,
        "dry_run": dry_run,
        **{key: value for key, value in plan["incoming"].items() if key != "refused"},
        **{key: plan[key] for key in ("refused", "sent", "unsent")},
    }


def sync_lines(done: SyncPlan, *, dry_run: bool) -> Iterator[str]:
    yield f"{done.place} (shared there: {SHARED[done.share]})"
    if done.incoming.add or done.incoming.merge or done.incoming.conflict or done.incoming.same:
        yield console.import_plan(done.incoming, dry_run)
        yield from plan_changes(done.incoming)
    for refused in done.refused:
        yield f"{refused.file or refused.audit}: passed over. {refused.reason}"
    for sent in done.sent:
        verb = "would be written" if dry_run else "written"
        yield f"{sent.school}, {sent.wave}: {verb} there ({'new' if sent.new else 'changed'}, {file_size(sent.size)})"
    for unsent in done.unsent:
        yield f"{unsent.school}, {unsent.wave}: can’t be written there. {unsent.reason}"
    if done.changes_nothing:
        yield "Nothing new to take in, and nothing new of yours to write."
    yield from how_to_accept(done.incoming, "sync")
