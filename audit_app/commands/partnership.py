"""`audit-app compare`: a partnership side by side, from bundles alone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.bundles import PassphraseFiles, passphrases_in
from audit_app.commands.frame import AsJson, Data, open_data, show, write
from audit_app.commands.tables import Csv, Xlsx, tables_written
from audit_app.console import counted
from audit_app.results.contributions import EARLIER, OTHER
from audit_app.results.partnership_model import Comparison

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE…]", help="Bundles of the schools; without any, what the data folder holds."),
]


def add_to(app: typer.Typer) -> None:
    app.command()(compare)


def compare(
    context: typer.Context,
    files: Files = None,
    questionnaire: Annotated[
        str | None, typer.Option(metavar="ID", help="Compare this one; the one that most schools answered unless told.")
    ] = None,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write the partnership report.")] = None,
    xlsx: Xlsx = None,
    csv: Csv = None,
    school: Annotated[
        list[str] | None,
        typer.Option("--school", metavar="NAME", help="Compare only this one and others named so; a name or a URN."),
    ] = None,
    pseudonyms: Annotated[bool, typer.Option("--pseudonyms", help="“School C” instead of the names.")] = False,
    passphrase_files: PassphraseFiles = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A partnership side by side: sections by schools, what they share, who sees it differently."""
    passphrases = passphrases_in(passphrase_files)
    with open_data(context, data) as workspace:
        if pdf is not None:
            found, content = workspace.partnership_in(
                files, questionnaire, pseudonyms=pseudonyms, schools=school or None, passphrases=passphrases
            )
            write(pdf, content)
        elif files:
            found = workspace.compare_files(
                files, questionnaire, pseudonyms=pseudonyms, schools=school or None, passphrases=passphrases
            )
        else:
            found = workspace.compare_here(questionnaire, pseudonyms=pseudonyms, schools=school or None)
        if xlsx is not None:
            write(xlsx, workspace.comparison_spreadsheet(found))
        if csv is not None:
            write(csv, workspace.comparison_csv(found))
    told = "\n".join([comparison_text(found), *tables_written(xlsx, csv)])
    show(found.model_dump(mode="json"), told, as_json)


def comparison_text(found: Comparison) -> str:
    return "\n".join(_lines(found))


def _lines(found: Comparison) -> Iterator[str]:
    schools = [one.id for one in found.schools]
    together, items = counted(len(schools), "school"), counted(found.items_compared, "item")
    yield f"{found.questionnaire.title}, {together}, {items} compared."
    letters = {name: f"[{number}]" for number, name in enumerate(schools, 1)}
    yield "  ".join(f"{letters[one.id]} {one.id} ({one.wave})" for one in found.schools)
    yield console.columns(
        [
            ("SECTION", "MEDIAN", "QUARTILES", *letters.values()),
            *(
                (
                    section.title,
                    console.number(section.median),
                    _quartiles(section.lower_quartile, section.upper_quartile),
                    *(console.number(one.score) for one in section.schools),
                )
                for section in found.sections
            ),
        ]
    )
    for one in found.schools:
        for said in (one.sentence, *one.notes):
            if said:
                yield f"{one.id}: {said}"
    for heading, lines in (
        ("Common issues", [f"{one.title}: {one.sentence}" for one in found.common_issues]),
        ("Seen very differently", [f"{one.text} {one.sentence}" for one in found.perception_gaps]),
        (
            "On offer",
            [f"{one.title}: {one.school}" + ("" if one.wanted_by else " (nobody asks for it)") for one in found.offers],
        ),
        (
            "Wished for, and offered by nobody",
            [f"{one.title}: {', '.join(one.schools)}" for one in found.wishes if not one.offered_by],
        ),
        (
            "Leaders beside colleagues",
            [
                f"{one.school}, {view.title}: {view.sentence or view.reason}"
                for one in found.views
                for view in one.sections
            ],
        ),
        ("Left out", [*_left_out(found)]),
    ):
        if lines:
            yield f"\n{heading}"
            yield from (f"  {line}" for line in lines)


def _left_out(found: Comparison) -> Iterator[str]:
    """Earlier rounds of schools that are compared, and other questionnaires, are only counted."""
    earlier = sum(one.reason.startswith(EARLIER) for one in found.excluded)
    others = Counter(one.questionnaire for one in found.excluded if one.reason == OTHER)
    for one in found.excluded:
        if one.reason != OTHER and not one.reason.startswith(EARLIER):
            yield f"{one.school}, {one.wave} ({one.questionnaire}): {one.reason}"
    for name, count in sorted(others.items()):
        yield f"{count} with another questionnaire: --questionnaire {name} compares them; --json lists them."
    if earlier:
        yield f"{earlier} of earlier rounds; --json lists them."
    if found.items_left_out:
        statements = counted(len(found.items_left_out), "statement")
        yield f"{statements}, not the same in every version that was answered."


def _quartiles(lower: float | None, upper: float | None) -> str:
    return "–" if lower is None or upper is None else f"{console.number(lower)} to {console.number(upper)}"
