"""Suggestions for a joint plan: what a third of the schools or more report, with who reports it and who could help."""

from collections.abc import Iterator, Sequence

from audit_app.language import _, ngettext
from audit_app.plans.suggestions import ACTIONS_IN_ONE, ITEMS_IN_ONE, MOST, SuggestedStep, Suggestion
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.regional import listed
from audit_app.results.common_issues import low_below
from audit_app.results.figures import one_decimal
from audit_app.results.partnership_model import CommonIssue, ComparedSection, Comparison

LONGEST_TITLE = 200


def joint_suggestions(questionnaire: Questionnaire, found: Comparison) -> tuple[Suggestion, ...]:
    """At most five, what most schools share first; none where no third of them reports the same."""
    sections = {one.id: one for one in found.sections}
    return tuple(_suggestion(questionnaire, one, sections.get(one.id)) for one in found.common_issues[:MOST])


def _suggestion(questionnaire: Questionnaire, issue: CommonIssue, section: ComparedSection | None) -> Suggestion:
    asked = [questionnaire.items_by_id[one.id] for one in issue.items[:ITEMS_IN_ONE]]
    statements = " ".join(f"“{item.text}”" for item in asked) or f"“{issue.title}”"
    reported = _("Reported by {count} of {of} schools: {names}.").format(
        count=len(issue.schools), of=issue.of, names=listed(issue.schools)
    )
    median = (
        _("The median is {score}.").format(score=one_decimal(section.median))
        if section and section.median is not None
        else ""
    )
    return Suggestion(
        section=f"{questionnaire.id}/{issue.id}",
        items=tuple(item.id for item in asked),
        title=_title(issue, asked),
        why=" ".join(
            [
                issue.sentence,
                _("They are {names}.").format(names=listed(issue.schools)),
                *_who_could_lead(issue, section),
            ]
        ),
        objective=_("This is to be true of every school that takes part: {statements}").format(statements=statements),
        baseline=" ".join(filter(None, (reported, median))),
        target=_("In the next round fewer than a third of the schools report it."),
        actions=tuple(_steps(asked))[:ACTIONS_IN_ONE],
        criteria=tuple(words for item in asked if (words := _looks_like(questionnaire, item))),
    )


def _title(issue: CommonIssue, asked: Sequence[Item]) -> str:
    if not asked:
        return issue.title[:LONGEST_TITLE]
    text = asked[0].text.rstrip(". ")
    first = text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == "’" else text
    return f"{issue.title}: {first}"[:LONGEST_TITLE]


def _who_could_lead(issue: CommonIssue, section: ComparedSection | None) -> Iterator[str]:
    """Whoever offers help is in the issue's own sentence; else the school that stands highest, if it stands apart."""
    if issue.offers or section is None:
        return
    others = [one for one in section.schools if one.score is not None and one.school not in issue.schools]
    if others:
        best = max(one.score or 0.0 for one in others)
        highest = sorted(one.school for one in others if one.score == best)
        yield ngettext(
            "{schools} stands highest ({score}) and could say what works there.",
            "{schools} stand highest ({score}) and could say what works there.",
            len(highest),
        ).format(schools=listed(highest), score=one_decimal(best))


def _steps(asked: Sequence[Item]) -> Iterator[SuggestedStep]:
    """The first action of each item before the second of any."""
    for turn in range(max((len(item.actions) for item in asked), default=0)):
        for item in asked:
            if turn < len(item.actions):
                one = item.actions[turn]
                yield SuggestedStep(
                    item=item.id,
                    action=one.id,
                    text=one.text,
                    first_step=one.first_step,
                    leave=one.leave,
                    weeks=one.weeks,
                )


def _looks_like(questionnaire: Questionnaire, item: Item) -> str:
    """What the first level above the middle looks like; blank for an item without levels."""
    middle = float(low_below(questionnaire, item))
    options = [
        (score, option)
        for option in questionnaire.options_of(item)
        if (score := questionnaire.score_of(item, option.code)) is not None and score >= middle
    ]
    if not options:
        return ""
    _, option = min(options, key=lambda pair: pair[0])
    return item.descriptors.get(option.code, option.label)
