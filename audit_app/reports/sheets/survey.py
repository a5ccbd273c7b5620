"""The sheets of a survey: what its results show, and never one colleague's answers. What is withheld says so."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.sheets.model import Field, Sheet, Value, field, sheet_of
from audit_app.reports.sheets.results import (
    ITEMS,
    SECTIONS,
    Given,
    balance_sheet,
    distribution_sheet,
    labels_in,
)
from audit_app.results.survey_model import (
    Agreement,
    GroupRate,
    GroupSection,
    Interval,
    RoleGap,
    SharedComment,
    SurveyItem,
    SurveyResults,
    SurveySection,
)

GROUPS, BY_GROUP, GAPS, COMMENTS = "Groups", "Sections by group", "Gaps", "Comments"
ONLY_WITH_ALL_ITEMS = "not given: it is given only where every item of the section is shown"
ONLY_WITH_ENOUGH = "not given: it is given only where answers differ enough to every item of the section"


class OfGroup(NamedTuple):
    """A section, as one group sees it."""

    section: SurveySection
    group: GroupSection


def survey_sheets(questionnaire: Questionnaire, found: SurveyResults, *, comments: bool) -> Iterator[Sheet]:
    titles = {one.id: one.title for one in found.sections}
    groups = {one.id: one.title for one in found.response_rate}
    yield sheet_of(GROUPS, "One respondent group, and how many of it answered.", GROUP_FIELDS, found.response_rate)
    yield sheet_of(SECTIONS, "One section, as everyone together sees it.", SECTION_FIELDS, found.sections)
    by_group = (OfGroup(section, group) for section in found.sections for group in section.groups)
    yield sheet_of(BY_GROUP, "One section, as one group sees it.", BY_GROUP_FIELDS, by_group)
    yield sheet_of(ITEMS, "One item, as everyone together sees it.", _item_fields(titles), found.items)
    yield distribution_sheet(_given(questionnaire, found))
    yield sheet_of(GAPS, "Two groups’ scores of one section beside one another.", _gap_fields(groups), found.gaps)
    if found.balance is not None:
        yield balance_sheet(found.balance)
    if comments:
        written = [*found.comments] or [SharedComment(text=withheld(found.comments_reason))] * bool(
            found.comments_reason
        )
        said = "One comment: never with a group, and with its section or item only where enough colleagues commented."
        yield sheet_of(COMMENTS, said, COMMENT_FIELDS, written)


def withheld(reason: str | None) -> str:
    """“withheld: ” with the reason, which may begin with that word itself."""
    words = (reason or "").strip()
    if words.lower().startswith("withheld"):
        words = words[len("withheld") :].lstrip(" ,:")
    return f"withheld: {words}" if words else "withheld"


def _or_why(value: Value, reason: str | None) -> Value:
    return withheld(reason) if value is None and reason else value


def _given(questionnaire: Questionnaire, found: SurveyResults) -> Iterator[Given]:
    titles = {one.id: one.title for one in found.sections}
    labels = {one.id: labels_in(questionnaire, one.id) for one in found.sections}
    of_items = {
        item.id: {option.code: option.label for option in questionnaire.options_of(item)}
        for item in questionnaire.items
    }
    for section in found.sections:
        yield from _spread(section, section.id, section.title, "", labels[section.id])
    for item in found.items:
        yield from _spread(item, item.section, titles.get(item.section, ""), item.id, of_items.get(item.id, {}))


def _spread(
    one: SurveySection | SurveyItem, section: str, title: str, item: str, labels: Mapping[str, str]
) -> Iterator[Given]:
    if one.distribution is None:
        if one.reason:
            yield Given(section, title, item, "", "", withheld(one.reason))
        return
    for code, times in one.distribution.items():
        yield Given(section, title, item, code, labels.get(code, ""), times)


def _agreed(found: Agreement | None, name: str, reason: str) -> Value:
    if found is None:
        return reason
    value: Value = getattr(found, name)
    return value


def _end(found: Interval | None, reason: str | None, *, low: bool) -> Value:
    return _or_why(None if found is None else found.low if low else found.high, reason)


def _why_no_agreement(one: SurveySection) -> str:
    return withheld(one.reason) if one.reason else ONLY_WITH_ALL_ITEMS


def _why_no_group_agreement(one: OfGroup) -> str:
    return withheld(one.group.reason) if one.group.reason else ONLY_WITH_ENOUGH


def _why_no_item_agreement(one: SurveyItem) -> str:
    return withheld(one.reason) if one.reason else "not given: too few answers"


def _alpha(one: SurveySection) -> Value:
    if one.reason:
        return withheld(one.reason)
    if one.reliability is None:
        return ONLY_WITH_ALL_ITEMS
    return one.reliability.alpha if one.reliability.alpha is not None else f"not given: {one.reliability.reason}"


GROUP_FIELDS: tuple[Field[GroupRate], ...] = (
    field("Group id", "The group’s id.", lambda one: one.id, "code"),
    field("Group", "The group’s name.", lambda one: one.title),
    field("Invited", "Colleagues invited.", lambda one: one.invited, "count"),
    field("Responses", "Colleagues who answered; that is never withheld.", lambda one: one.responses, "count"),
    field("Rate", "Responses for each colleague invited, from 0 to 1.", lambda one: one.rate, "score"),
)

SECTION_FIELDS: tuple[Field[SurveySection], ...] = (
    field("Section id", "The section’s id.", lambda one: one.id, "code"),
    field("Section", "The section’s title.", lambda one: one.title),
    field(
        "Score",
        "Mean of the colleagues’ section scores, to two decimals. A cell that begins with “withheld:” says why nothing "
        "is shown; that holds for every figure of a survey.",
        lambda one: _or_why(one.score, one.reason),
        "score",
    ),
    field("Margin", "Half of the 95% interval of the score.", lambda one: _or_why(one.margin, one.reason), "score"),
    field("Low", "Lower end of that interval.", lambda one: _end(one.interval, one.reason, low=True), "score"),
    field("High", "Upper end of that interval.", lambda one: _end(one.interval, one.reason, low=False), "score"),
    field("n", "Colleagues whose section score counts.", lambda one: _or_why(one.n, one.reason), "count"),
    field("Items", "Items that are scored.", lambda one: one.items, "count"),
    field("Missing", "Answers that are not there.", lambda one: _or_why(one.missing, one.reason), "count"),
    field("Not applicable", "Answers of that kind.", lambda one: _or_why(one.not_applicable, one.reason), "count"),
    field(
        "Prefer not to say", "Answers of that kind.", lambda one: _or_why(one.prefer_not_to_say, one.reason), "count"
    ),
    field("Unscored", "Answers without a score.", lambda one: _or_why(one.unscored, one.reason), "count"),
    field(
        "r_wg(j)", "Agreement, 1 at most.", lambda one: _agreed(one.agreement, "r_wg", _why_no_agreement(one)), "score"
    ),
    field(
        "AD",
        "Average deviation in levels; the smaller, the more alike.",
        lambda one: _agreed(one.agreement, "average_deviation", _why_no_agreement(one)),
        "score",
    ),
    field(
        "Agreement", "The same in words.", lambda one: _agreed(one.agreement, "words", _why_no_agreement(one)), "words"
    ),
    field("Alpha", "Cronbach’s alpha of the items.", _alpha, "score"),
)

BY_GROUP_FIELDS: tuple[Field[OfGroup], ...] = (
    field("Section id", "The section’s id.", lambda one: one.section.id, "code"),
    field("Section", "The section’s title.", lambda one: one.section.title),
    field("Group id", "The group’s id.", lambda one: one.group.id, "code"),
    field("Group", "The group’s name.", lambda one: one.group.title),
    field("Responses", "Colleagues of the group who answered the survey.", lambda one: one.group.n, "count"),
    field("Score", "Mean of their section scores.", lambda one: _or_why(one.group.score, one.group.reason), "score"),
    field("Margin", "Half of the 95% interval.", lambda one: _or_why(one.group.margin, one.group.reason), "score"),
    field(
        "r_wg(j)",
        "Agreement, 1 at most.",
        lambda one: _agreed(one.group.agreement, "r_wg", _why_no_group_agreement(one)),
        "score",
    ),
    field(
        "Agreement",
        "The same in words.",
        lambda one: _agreed(one.group.agreement, "words", _why_no_group_agreement(one)),
        "words",
    ),
)

COMMENT_FIELDS: tuple[Field[SharedComment], ...] = (
    field("Comment", "What a colleague wrote, as it was written.", lambda one: one.text, "words"),
    field("Section id", "The section that it is about, where that may be told.", lambda one: one.section, "code"),
    field("Item id", "The item that it is about, where that may be told.", lambda one: one.item),
)


def _item_fields(titles: Mapping[str, str]) -> tuple[Field[SurveyItem], ...]:
    return (
        field("Section id", "The section’s id.", lambda one: one.section, "code"),
        field("Section", "The section’s title.", lambda one: titles.get(one.section)),
        field("Item id", "The item’s id.", lambda one: one.id),
        field("Item", "The statement or question.", lambda one: one.text, "words"),
        field("Score", "Mean level, to two decimals.", lambda one: _or_why(one.score, one.reason), "score"),
        field("Margin", "Half of the 95% interval.", lambda one: _or_why(one.margin, one.reason), "score"),
        field("n", "Colleagues who gave a level.", lambda one: _or_why(one.n, one.reason), "count"),
        field("Missing", "No answer.", lambda one: _or_why(one.missing, one.reason), "count"),
        field("Not applicable", "Answers of that kind.", lambda one: _or_why(one.not_applicable, one.reason), "count"),
        field(
            "Prefer not to say",
            "Answers of that kind.",
            lambda one: _or_why(one.prefer_not_to_say, one.reason),
            "count",
        ),
        field("Unscored", "Answers without a score.", lambda one: _or_why(one.unscored, one.reason), "count"),
        field(
            "r_wg",
            "Agreement, 1 at most.",
            lambda one: _agreed(one.agreement, "r_wg", _why_no_item_agreement(one)),
            "score",
        ),
        field(
            "Agreement",
            "The same in words.",
            lambda one: _agreed(one.agreement, "words", _why_no_item_agreement(one)),
            "words",
        ),
    )


def _gap_fields(groups: Mapping[str, str]) -> tuple[Field[RoleGap], ...]:
    return (
        field("Section id", "The section’s id.", lambda one: one.section, "code"),
        field("Section", "The section’s title.", lambda one: one.title),
        field("Higher", "The group with the higher score.", lambda one: groups.get(one.higher, one.higher)),
        field("Lower", "The group with the lower score.", lambda one: groups.get(one.lower, one.lower)),
        field("Difference", "In levels.", lambda one: one.difference, "score"),
        field("Low", "Lower end of its 95% interval.", lambda one: one.interval.low, "score"),
        field("High", "Upper end of its 95% interval.", lambda one: one.interval.high, "score"),
        field("p", "How likely so large a gap is if the group made no difference.", lambda one: one.p, "number"),
        field(
            "Worth talking about",
            "Whether it is large enough.",
            lambda one: "yes" if one.worth_talking_about else "no",
            "code",
            (("yes", "It is."), ("no", "It may be chance, or is small.")),
        ),
        field("In words", "The same in words.", lambda one: one.sentence, "words"),
    )
