"""`audit-app surveys …`: anonymous surveys opened, answered, taken in from other devices, closed and erased."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from audit_app import console
from audit_app.commands.beginning import school_named, wave_named
from audit_app.commands.frame import AsJson, Data, DryRun, Yes, bytes_of, make_sure, open_data, show, write
from audit_app.commands.given import answer_given
from audit_app.commands.survey_words import responses_text, survey_document, survey_text
from audit_app.errors import AuditError
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.xlsform.names import as_slug
from audit_app.responses.model import Answer
from audit_app.responses.survey import USUAL_MINIMUM, Group, Terms, a_year_after

surveys = typer.Typer(help="Anonymous surveys: one round of answers by respondent group.", no_args_is_help=True)

SurveyId = Annotated[str, typer.Argument(metavar="SURVEY", help="A survey's id, as “surveys list” shows it.")]
Groups = Annotated[
    list[str], typer.Option("--group", metavar="NAME:INVITED", help="A respondent group, for example Teachers:24.")
]
Day = typer.Option(metavar="DAY", formats=["%Y-%m-%d"])

PURPOSE = (
    "To see how our partnership with other schools looks from where each of us works, and to decide what to improve."
)
READERS = (
    "Results are shown by group, never one person’s answers, and never for a group with fewer answers than the "
    "smallest group named here. Comments are shown without the group."
)


class NoGroupError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(f"“{given[:60]}” is no respondent group. Write its name and how many are invited: Teachers:24")


class UnusableTermsError(AuditError):
    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"The survey can’t be opened with this {where}: {why}.")


class NoItemGivenError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(f"“{given[:60]}” is not an answer. Write an item’s id and a level: purpose_clear_goals=3")


@surveys.command("list")
def list_surveys(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """Every survey, most recently changed first."""
    with open_data(context, data) as workspace:
        found = [one for one in workspace.audits() if one.mode == "survey"]
    rows = [
        ("ID", "ROUND", "SCHOOL", "ANSWERED", "STATUS"),
        *(
            (
                one.id,
                one.wave,
                one.school.name,
                "elsewhere" if one.received else f"{one.responses} of {one.invited}",
                "open" if one.status == "draft" else "closed",
            )
            for one in found
        ),
    ]
    words = console.columns(rows) if found else "No surveys yet. “audit-app surveys open” begins one."
    show(console.audit_rows(found), words, as_json)


@surveys.command("open")
def open_survey(
    context: typer.Context,
    questionnaire: Annotated[
        str, typer.Argument(metavar="QUESTIONNAIRE", help="Its id, as “questionnaires list” shows it.")
    ],
    wave: Annotated[str, typer.Option(metavar="ROUND", help="For example “Autumn 2026”.")],
    group: Groups,
    closes: Annotated[datetime, Day],
    controller: Annotated[str, typer.Option(metavar="TEXT", help="Who is responsible, and how to reach them.")],
    purpose: Annotated[str, typer.Option(metavar="TEXT", help="What the answers are for.")] = PURPOSE,
    readers: Annotated[str, typer.Option(metavar="TEXT", help="Who sees what.")] = READERS,
    erase_after: Annotated[datetime | None, Day] = None,
    minimum: Annotated[
        int, typer.Option(help="The smallest group whose results are shown; three or more.")
    ] = USUAL_MINIMUM,
    school: Annotated[str | None, typer.Option(metavar="NAME", help="Unless it is named in the app.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Begin a round. Responses may be kept for a year after it closes, unless told."""
    last = closes.date()
    until = erase_after.date() if erase_after else a_year_after(last)
    terms = _terms(
        groups=groups_of(group),
        purpose=purpose,
        readers=readers,
        controller=controller,
        closes=last,
        erase_after=until,
        minimum=minimum,
    )
    with open_data(context, data, writes=True) as workspace:
        made = workspace.open_survey(questionnaire, wave_named(wave), school_named(workspace, school), terms)
        opened = workspace.survey(made)
    show(survey_document(opened), survey_text(opened), as_json)


@surveys.command("show")
def show_survey(context: typer.Context, survey: SurveyId, data: Data = None, as_json: AsJson = False) -> None:
    """How many of each group have answered; never what."""
    with open_data(context, data) as workspace:
        opened = workspace.survey(survey)
    show(survey_document(opened), survey_text(opened), as_json)


@surveys.command("change")
def change_survey(
    context: typer.Context,
    survey: SurveyId,
    closes: Annotated[datetime | None, Day] = None,
    group: Groups = [],  # noqa: B006 # Typer copies it
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Put the last day right, or how many of a group were invited; or add a group."""
    with open_data(context, data, writes=True) as workspace:
        terms = workspace.survey(survey).terms
        named = {one.id: one for one in groups_of(group, terms.groups)}
        groups = (*(named.pop(one.id, one) for one in terms.groups), *named.values())
        changed = terms.model_dump() | {"groups": groups, "closes": closes.date() if closes else terms.closes}
        opened = workspace.change_terms(survey, _terms(**changed))
    show(survey_document(opened), survey_text(opened), as_json)


@surveys.command("invite")
def invite(
    context: typer.Context,
    survey: SurveyId,
    to: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the invitation.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A small file by which colleagues answer on another device."""
    with open_data(context, data) as workspace:
        content = workspace.invite(survey)
    write(to, content)
    words = f"{to} is the invitation. A response file comes back; “audit-app surveys take-in” reads it."
    show({"survey": survey, "file": str(to), "bytes": len(content)}, words, as_json)


@surveys.command("answer")
def answer(
    context: typer.Context,
    survey: Annotated[str, typer.Argument(metavar="SURVEY|FILE", help="A survey's id here, or an invitation file.")],
    group: Annotated[str, typer.Option(metavar="NAME", help="The group of whoever answers.")],
    given: Annotated[list[str], typer.Option("--answer", metavar="ITEM=LEVEL", help="One answer; repeat it.")],
    comment: Annotated[list[str], typer.Option(metavar="ITEM=TEXT", help="A comment on an item.")] = [],  # noqa: B006 # Typer copies it
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the response to an invitation.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Hand in one response, without a name: here, or as a file for whoever sent the invitation."""
    invitation = Path(survey)
    if not invitation.is_file():
        with open_data(context, data, writes=True) as workspace:
            opened = workspace.survey(survey)
            said = answers_given(opened.questionnaire, given), pairs(comment)
            opened = workspace.hand_in(survey, group_named(opened.terms, group), *said)
        show(survey_document(opened), "Handed in. An anonymous answer can’t be changed or taken back.", as_json)
        return
    if to is None:
        raise typer.BadParameter("Say with --to where to write the response.")
    with open_data(context, data) as workspace:
        invited = workspace.read_invitation(invitation.name, bytes_of(invitation))
        said = answers_given(invited.questionnaire, given), pairs(comment)
        content = workspace.respond(invited, group_named(invited.invitation.terms, group), *said)
    write(to, content)
    words = f"{to} is the response. Hand it to whoever sent the invitation; nothing of it is kept here."
    show({"file": str(to), "bytes": len(content)}, words, as_json)


@surveys.command("take-in")
def take_in(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Response files.")],
    dry_run: DryRun = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Take response files in: all of them, or none."""
    with open_data(context, data, writes=not dry_run) as workspace:
        planned = workspace.plan_responses(files)
        if not dry_run and not planned.refused:
            workspace.take_in_responses(files)
    show(planned.model_dump(mode="json"), responses_text(planned, dry_run), as_json)
    if planned.refused:
        raise typer.Exit(1)


@surveys.command("close")
def close(
    context: typer.Context, survey: SurveyId, yes: Yes = False, data: Data = None, as_json: AsJson = False
) -> None:
    """Take no more responses, for good; from then on there are results."""
    make_sure("A closed survey takes no more responses and can't be opened again. Close it?", yes, as_json)
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.close_survey(survey)
    show(survey_document(opened), survey_text(opened), as_json)


@surveys.command("erase")
def erase(
    context: typer.Context, survey: SurveyId, yes: Yes = False, data: Data = None, as_json: AsJson = False
) -> None:
    """Remove every response for good, here and in the backups of this data folder."""
    make_sure("Responses that are erased can't be had back. Erase all of them?", yes, as_json)
    with open_data(context, data, writes=True) as workspace:
        opened = workspace.erase_survey(survey)
    words = (
        "The responses are erased here. Copies on other devices, and files that were sent, can’t be reached from here."
    )
    show(survey_document(opened), words, as_json)


def groups_of(given: Sequence[str], known: Sequence[Group] = ()) -> tuple[Group, ...]:
    """From “Teachers:24”; a group that is known already, by its name, stays that one. Raises NoGroupError."""
    ids = {one.title.strip().casefold(): one.id for one in known}
    found: list[Group] = []
    for one in given:
        title, _, invited = one.rpartition(":")
        taken = {*ids.values(), *(other.id for other in found)}
        group_id = ids.get(title.strip().casefold()) or as_slug(title, "group", taken)
        try:
            found.append(Group(id=group_id, title=title.strip(), invited=int(invited)))
        except ValueError:
            raise NoGroupError(one) from None
    return tuple(found)


def group_named(terms: Terms, name: str) -> str:
    """The id of a group by its id or its title; what is none of them is refused where it is handed in."""
    wanted = name.strip().casefold()
    return next((one.id for one in terms.groups if wanted in (one.id, one.title.casefold())), name)


def pairs(given: Sequence[str]) -> dict[str, str]:
    """From “item=text”. Raises NoItemGivenError."""
    found = {}
    for one in given:
        item, equals, text = one.partition("=")
        if not equals:
            raise NoItemGivenError(one)
        found[item.strip()] = text
    return found


def answers_given(questionnaire: Questionnaire, given: Sequence[str]) -> dict[str, Answer]:
    """Raises NoItemGivenError, UnknownItemError."""
    read = {item: answer_given(questionnaire, item, level.strip()) for item, level in pairs(given).items()}
    return {item: answer for item, answer in read.items() if answer is not None}


def _terms(**fields: object) -> Terms:
    try:
        return Terms.model_validate(fields)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        where = str(first["loc"][0]).replace("_", " ") if first["loc"] else "set of groups and days"
        raise UnusableTermsError(where, first["msg"].removeprefix("Value error, ").lower()) from None
