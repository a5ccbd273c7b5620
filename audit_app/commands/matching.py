"""`audit-app match` and `decide`: who could help whom with what, and why; what the broker says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from audit_app.commands.bundles import PassphraseFiles, passphrases_in
from audit_app.commands.frame import AsJson, Data, open_data, show
from audit_app.console import counted
from audit_app.results.contributions import EARLIER
from audit_app.results.matching.model import Match, Matching, Verdict
from audit_app.results.matching.weights import Chosen, Limits, weights_from


def add_to(app: typer.Typer) -> None:
    app.command()(match)
    app.command()(decide)


def match(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="Bundles of the schools; without any, what the data folder holds."),
    ] = None,
    weights: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            help="How much each criterion counts, 0 to 3: “phase=3,size=0”; the others as chosen on the screen, or as "
            "usual.",
        ),
    ] = "",
    gives: Annotated[
        int | None, typer.Option(min=1, max=50, help="How often one school may help, over all areas; 3 unless chosen.")
    ] = None,
    gets: Annotated[
        int | None, typer.Option(min=1, max=50, help="How often one school may be helped; 3 unless chosen.")
    ] = None,
    near: Annotated[
        bool | None, typer.Option("--near/--anywhere", help="Only within the same local authority, or not.")
    ] = None,
    usual: Annotated[
        bool, typer.Option("--usual", help="As if nothing had been chosen on the screen “Who could help whom”.")
    ] = False,
    afresh: Annotated[bool, typer.Option("--afresh", help="As if nothing had been decided yet.")] = False,
    passphrase_files: PassphraseFiles = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Who could help whom with what, and why, from provision audits. A person decides: see “decide”."""
    given = {
        name: value for name, value in (("gives", gives), ("gets", gets), ("only_near", near)) if value is not None
    }
    passphrases = passphrases_in(passphrase_files)
    with open_data(context, data) as workspace:
        kept = Chosen() if usual else workspace.chosen_for_matching()
        chosen = weights_from(weights, kept.weights)
        limits = Limits.model_validate({**kept.limits.model_dump(), **given})
        found = (
            workspace.match_files(files, chosen, limits, passphrases=passphrases, solve_afresh=afresh)
            if files
            else workspace.match_here(chosen, limits, solve_afresh=afresh)
        )
    said = f"As chosen in this data folder: {kept.unusual} (“--usual” leaves that out).\n" if kept.unusual else ""
    document = {**found.model_dump(mode="json"), "chosen_here": kept.unusual or None}
    show(document, said + "\n".join(_lines(found)), as_json)


def decide(
    context: typer.Context,
    helper: Annotated[str, typer.Argument(help="The school that would help, by name or URN.")],
    helped: Annotated[str, typer.Argument(help="The school that would be helped.")],
    area: Annotated[str, typer.Argument(help="The area’s id, as “match --json” prints it.")],
    verdict: Annotated[
        Verdict,
        typer.Argument(help="accept, reject, fix (it stays whatever the schools say), or undo what was decided."),
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Kept with it.")] = "",
    file: Annotated[
        list[Path] | None, typer.Option("--file", metavar="FILE", help="A bundle of a school that is not here yet.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Decide about one match; the next “match” works around it."""
    with open_data(context, data, writes=True) as workspace:
        made = workspace.decide(helper, helped, area, verdict, reason, file or ())
    said = f"Kept: {verdict}, {made.helper} helps {made.helped} with {area}."
    show(made.model_dump(mode="json"), said, as_json)


def _lines(found: Matching) -> Iterator[str]:
    matches, schools = counted(len(found.matches), "match", "matches"), counted(len(found.schools), "school")
    yield f"{found.questionnaire.title}, {schools}: {matches}, of {found.considered} possible."
    for heading, kind in (
        ("Each gives and gets", "reciprocal"),
        ("One helps another", "directed"),
        ("Three together", "trio"),
    ):
        several = [one for one in found.matches if one.kind == kind]
        if several:
            yield f"\n{heading}"
        for one in several:
            yield f"  {one.helper} → {one.helped}: {one.title} ({one.area}){_verdict(one)}"
            yield f"    {one.why}"
            if one.otherwise:
                yield f"    {one.otherwise}"
    if found.unmatched:
        yield "\nNo match yet"
    for left in found.unmatched:
        yield f"  {left.school}: {left.title}. {left.sentence} {left.change}"
    gone = [one for one in found.decisions if not one.in_force]
    if gone:
        yield "\nDecided, and no longer possible"
    yield from (f"  {one.helper} → {one.helped}: {one.title}" for one in gone)
    if found.notes or found.excluded:
        yield "\nTo keep in mind"
    yield from (f"  {note}" for note in found.notes)
    said = [one for one in found.excluded if not one.reason.startswith(EARLIER)]
    yield from (f"  {one.school}, {one.wave} ({one.questionnaire}): {one.reason}" for one in said)
    if earlier := len(found.excluded) - len(said):
        yield f"  {earlier} of earlier rounds; --json lists them."


def _verdict(one: Match) -> str:
    word = {"accept": "accepted", "fix": "fixed"}.get(one.verdict or "", "")
    return f" – {word}{': ' + one.reason if one.reason else ''}" if word else ""
