"""Results of one survey wave: everything that disclosure.py lets out, put together."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isfinite

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses.model import Audit
from audit_app.responses.survey import Response, Terms
from audit_app.results.agreement import agreement_of
from audit_app.results.comparing import exact_mean, margin_of, mean_of
from audit_app.results.disclosure import UNSAFE, Disclosed, GroupSeen, SectionSeen, disclosed
from audit_app.results.gaps import HOW, role_gaps
from audit_app.results.highlights import MOST_SHOWN
from audit_app.results.model import QuestionnaireAsked
from audit_app.results.reliability import reliability_of
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_balance import survey_balance
from audit_app.results.survey_model import (
    GroupRate,
    GroupSection,
    Interval,
    SurveyItem,
    SurveyResults,
    SurveySection,
    SurveyStatus,
)
from audit_app.results.survey_table import Blank, Cell, levels_of, scored_items

UNSCORED = _("Nothing in it is placed on a scale.")

Levels = Mapping[str, Mapping[Cell, Fraction]]


class NotASurveyResultError(AuditError):
    def __init__(self, title: str) -> None:
        super().__init__(
            _("“{title}” is a self-audit: its results rest on one agreed response, not on many.").format(title=title)
        )


def survey_results_of(
    audit: Audit,
    questionnaire: Questionnaire,
    terms: Terms,
    responses: Sequence[Response],
    seed: int,
    status: SurveyStatus = "closed",
    absent: int = 0,
) -> SurveyResults:
    """What a wave says; `responses` are those that count (responses/survey.py), `absent` how many of them are not here.

    Unless it is closed and all of them are here, only how many answered is in it. The same responses and the same
    `seed` always give the same, in whatever order they come. Raises NotASurveyResultError.
    """
    if audit.mode != "survey":
        raise NotASurveyResultError(questionnaire.title)
    seen = disclosed(questionnaire, terms, responses, seed, status, absent)
    return results_from(
        audit, questionnaire, terms, seen, seed, "incomplete" if status == "closed" and absent else status
    )


def results_from(
    audit: Audit, questionnaire: Questionnaire, terms: Terms, seen: Disclosed, seed: int, status: SurveyStatus
) -> SurveyResults:
    """The results, from what may be known and nothing else."""
    levels, asked = levels_of(questionnaire), scored_items(questionnaire)
    sections = tuple(
        _section(questionnaire, section, asked[section.id], seen, levels, terms) for section in questionnaire.sections
    )
    items = tuple(
        _item(questionnaire, item, section.id, seen.sections.get(section.id), levels, seen.reason)
        for section in questionnaire.sections
        for item in asked[section.id]
    )
    lowest = _lowest(items, levels)
    return SurveyResults(
        audit=audit.id,
        questionnaire=QuestionnaireAsked(**audit.questionnaire.model_dump(), title=questionnaire.title),
        school=audit.school.name,
        wave=audit.wave,
        status=status,
        minimum=terms.minimum,
        n=sum(seen.responses.values()),
        invited=terms.invited,
        response_rate=_rates(terms, seen),
        sections=sections,
        items=items,
        strengths=_strongest(items, levels, lowest),
        lowest=lowest,
        balance=survey_balance(questionnaire, sections, seen.together, tuple(seen.sections), seed),
        gaps=role_gaps(
            {
                section: {group: one.scores for group, one in found.groups.items()}
                for section, found in seen.sections.items()
            },
            {section.id: section.title for section in questionnaire.sections},
            {group.id: group.title for group in terms.groups},
            _length(levels),
            seed,
        ),
        gaps_explained=HOW if any(len(found.groups) > 1 for found in seen.sections.values()) else "",
        comments=seen.comments,
        comments_reason=seen.comments_reason,
        reason=seen.reason,
    )


def _rates(terms: Terms, seen: Disclosed) -> tuple[GroupRate, ...]:
    return tuple(
        GroupRate(
            id=group.id,
            title=group.title,
            invited=group.invited,
            responses=seen.responses[group.id],
            rate=to_two_decimals(Fraction(seen.responses[group.id], group.invited)),
        )
        for group in terms.groups
    )


def _section(
    questionnaire: Questionnaire,
    section: Section,
    items: Sequence[Item],
    seen: Disclosed,
    levels: Levels,
    terms: Terms,
) -> SurveySection:
    found = seen.sections.get(section.id)
    reason = seen.reason or (UNSAFE if items else UNSCORED)
    groups = tuple(_group(group.id, group.title, items, seen, found, levels, reason) for group in terms.groups)
    if found is None:
        return SurveySection(id=section.id, title=section.title, items=len(items), groups=groups, reason=reason)
    mean = mean_of(found.scores)
    margin = margin_of(mean)
    scale = [level for item in items for level in levels[item.id].values()]
    every_item_shown = len(found.items) == len(items)
    return SurveySection(
        id=section.id,
        title=section.title,
        items=len(items),
        score=_mean(found.scores),
        margin=_rounded(margin),
        interval=Interval(
            low=_rounded(max(mean.value - margin, float(min(scale)))),
            high=_rounded(min(mean.value + margin, float(max(scale)))),
        ),
        n=len(found.scores),
        **_blanks(found.cells),
        unscored=found.unscored,
        distribution=_distribution(questionnaire, items, found.cells),
        agreement=agreement_of(
            [_levels(found.items[item.id], levels[item.id]) for item in items],
            [[*levels[item.id].values()] for item in items],
        )
        if every_item_shown
        else None,
        reliability=reliability_of(found.rows) if found.rows is not None else None,
        groups=groups,
    )


def _group(
    group: str,
    title: str,
    items: Sequence[Item],
    seen: Disclosed,
    section: SectionSeen | None,
    levels: Levels,
    reason: str,
) -> GroupSection:
    n = seen.responses[group]
    found: GroupSeen | None = section.groups.get(group) if section else None
    if found is None:
        why = seen.reason or seen.why_not.get(group) or (UNSAFE if section else reason)
        return GroupSection(id=group, title=title, n=n, reason=why)
    mean = mean_of(found.scores)
    scales = [[*levels[item.id].values()] for item in items]
    return GroupSection(
        id=group,
        title=title,
        n=n,
        score=_mean(found.scores),
        margin=_rounded(margin_of(mean)),
        agreement=agreement_of(found.levels, scales) if found.levels is not None else None,
    )


def _item(
    questionnaire: Questionnaire,
    item: Item,
    section: str,
    seen: SectionSeen | None,
    levels: Levels,
    reason: str | None,
) -> SurveyItem:
    cells = seen.items.get(item.id) if seen else None
    if cells is None:
        return SurveyItem(id=item.id, section=section, text=item.text, reason=reason or UNSAFE)
    found = _levels(cells, levels[item.id])
    values = [level for level, count in found.items() for _ in range(count)]
    return SurveyItem(
        id=item.id,
        section=section,
        text=item.text,
        score=_mean(values),
        margin=_rounded(margin_of(mean_of(values))),
        n=len(values),
        **_blanks(cells),
        unscored=sum(count for cell, count in cells.items() if isinstance(cell, str) and cell not in levels[item.id]),
        distribution=_distribution(questionnaire, [item], cells),
        agreement=agreement_of([found], [[*levels[item.id].values()]]),
    )


def _lowest(items: Sequence[SurveyItem], levels: Levels) -> tuple[SurveyItem, ...]:
    """The lowest first; never one that everybody would place at the top."""
    low = [item for item in items if item.score is not None and item.score < float(max(levels[item.id].values()))]
    return tuple(sorted(low, key=lambda item: item.score or 0.0)[:MOST_SHOWN])


def _strongest(items: Sequence[SurveyItem], levels: Levels, lowest: Sequence[SurveyItem]) -> tuple[SurveyItem, ...]:
    """Those in the upper half of the scale, the highest first; never one of the lowest."""
    shown = {item.id for item in lowest}
    high = [
        item for item in items if item.score is not None and item.id not in shown and item.score > _middle(levels, item)
    ]
    return tuple(sorted(high, key=lambda item: -(item.score or 0.0))[:MOST_SHOWN])


def _middle(levels: Levels, item: SurveyItem) -> float:
    scale = levels[item.id].values()
    return float(min(scale) + max(scale)) / 2


def _levels(cells: Mapping[Cell, int], levels: Mapping[Cell, Fraction]) -> dict[Fraction, int]:
    """How many gave each level; two options that count the same are one level."""
    found: dict[Fraction, int] = {}
    for cell, count in cells.items():
        if cell in levels:
            found[levels[cell]] = found.get(levels[cell], 0) + count
    return found


def _blanks(cells: Mapping[Cell, int]) -> dict[str, int]:
    kinds = (Blank.MISSING, Blank.NOT_APPLICABLE, Blank.PREFER_NOT_TO_SAY)
    return {kind.value: cells.get(kind, 0) for kind in kinds}


def _distribution(questionnaire: Questionnaire, items: Sequence[Item], cells: Mapping[Cell, int]) -> dict[str, int]:
    codes = dict.fromkeys(option.code for item in items for option in questionnaire.options_of(item))
    return {code: cells.get(code, 0) for code in codes}


def _length(levels: Levels) -> float:
    """Of the longest scale."""
    return max((float(max(found.values()) - min(found.values())) for found in levels.values() if found), default=0.0)


def _mean(values: Sequence[Fraction]) -> float:
    return to_two_decimals(exact_mean(values))


def _rounded(value: float) -> float:
    return to_two_decimals(Fraction(value)) if isfinite(value) else value
