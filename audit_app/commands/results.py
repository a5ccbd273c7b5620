"""`audit-app results` and `trend`: what the answers to a self-audit or a survey mean, alone and beside others."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show, write
from audit_app.commands.tables import Csv, Xlsx, tables_written
from audit_app.console import columns, number
from audit_app.results.figures import whole_per_cent
from audit_app.results.survey_model import SurveyResults, SurveySection
from audit_app.results.trend import Trend
from audit_app.results.views import Views
from audit_app.sync.sharing import Share
from audit_app.workspace import Workspace

MOST_COMMENTS = 200
"""Printed; all of them are in the JSON."""
NOTHING_BESIDE = "There is no other round and no other view of the same statements to lay beside it yet."


def results(
    context: typer.Context,
    audit_id: AuditId,
    xlsx: Xlsx = None,
    csv: Csv = None,
    share: Annotated[
        Share,
        typer.Option(help="How much the tables hold. Everything unless told; “scores” has no words, names or plan."),
    ] = "full",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """What the answers mean: scores, distribution, agreement, gaps, balance; for people also the trend.

    The document rests on this audit alone, so that it is the same wherever a copy of the audit is.
    """
    with open_data(context, data) as workspace:
        found = workspace.any_results(audit_id)
        told = [] if as_json else _around(workspace, audit_id)
        if xlsx is not None:
            write(xlsx, workspace.spreadsheet(audit_id, share))
        if csv is not None:
            write(csv, workspace.csv_files(audit_id, share))
    told += tables_written(xlsx, csv)
    said = survey_text(found) if isinstance(found, SurveyResults) else console.results(found)
    show(found.model_dump(mode="json"), "\n".join([said, *told]), as_json)


def trend(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """What changed since the school's first round, leaders' view beside colleagues', and what the scores rest on."""
    with open_data(context, data) as workspace:
        over_time, views, evidence = workspace.trend(audit_id), workspace.views(audit_id), workspace.evidence(audit_id)
        told = _around(workspace, audit_id) if not as_json else []
    parts = {"trend": over_time, "views": views, "evidence": evidence}
    document = {name: part.model_dump(mode="json") if part else None for name, part in parts.items()}
    show({"audit": audit_id, **document}, "\n".join(told) or NOTHING_BESIDE, as_json)


def _around(workspace: Workspace, audit_id: str) -> list[str]:
    evidence = workspace.evidence(audit_id)
    said = [evidence.sentence] if evidence else []
    return [*said, *_trend_lines(workspace.trend(audit_id)), *_view_lines(workspace.views(audit_id))]


def survey_text(found: SurveyResults) -> str:
    lines = [f"{found.school}, {found.wave} (survey, {found.status})", ""]
    rates = [(one.title, one.responses, one.invited, f"{whole_per_cent(one.rate)}%") for one in found.response_rate]
    lines += [columns([("Group", "Answered", "Invited", "Rate"), *rates]), ""]
    if found.reason:
        return "\n".join([*lines, found.reason])
    head = ("Section", "Score", "±", "Colleagues", "At each level", *(one.title for one in found.response_rate))
    lines += [columns([head, *(_row(one) for one in found.sections)]), ""]
    lines += [f"{one.title}: {one.agreement.words}" for one in found.sections if one.agreement]
    lines += [gap.sentence for gap in found.gaps if gap.worth_talking_about]
    if found.balance:
        lines += ["", found.balance.sentence, found.balance.how]
    lines += ["", *_withheld(found)]
    lines += [f"“{one.text}”" for one in found.comments[:MOST_COMMENTS]]
    return "\n".join([*lines, *([found.comments_reason] if found.comments_reason else [])]).rstrip()


def _row(one: SurveySection) -> Sequence[object]:
    spread = " ".join(map(str, one.distribution.values())) if one.distribution else "–"
    return (
        one.title,
        number(one.score),
        number(one.margin),
        "–" if one.n is None else one.n,
        spread,
        *(number(g.score) for g in one.groups),
    )


def _withheld(found: SurveyResults) -> list[str]:
    """What a dash stands for, each reason once, with where it holds."""
    places: dict[str, list[str]] = {}
    for section in found.sections:
        if section.reason:
            places.setdefault(section.reason, []).append(section.title)
        for group in section.groups if section.reason is None else ():
            if group.reason:
                places.setdefault(group.reason, []).append(f"{group.title} on {section.title}")
    items = sum(one.score is None for one in found.items)
    told = [f"{items} of {len(found.items)} statements are not shown on their own."] if items else []
    return [*(f"{', '.join(where)}: {reason}" for reason, where in places.items()), *told]


def _trend_lines(trend: Trend | None) -> Iterator[str]:
    if trend:
        yield ""
        yield from (one.sentence or f"{one.title}: {one.reason}" for one in trend.sections)
        yield trend.how


def _view_lines(views: Views | None) -> Iterator[str]:
    if views:
        yield ""
        yield from (f"{one.title}: {one.sentence or one.reason}" for one in views.sections)
        yield views.how
