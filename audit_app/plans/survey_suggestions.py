"""Suggestions from a survey: the statements that colleagues place lowest, section by section; the user decides.

The same rule as for a self-audit (suggestions.py), with means in the place of levels. What disclosure withholds is not
suggested, and a section that is withheld isn't either.
"""

from audit_app.language import _, ngettext
from audit_app.plans.raising import looks_like, middle, nearest_level, next_level
from audit_app.plans.suggestions import FEWEST, ITEMS_IN_ONE, MOST, SuggestedStep, Suggestion
from audit_app.questionnaires.model import Questionnaire
from audit_app.results.figures import one_decimal
from audit_app.results.survey_model import SurveyItem, SurveyResults, SurveySection

LONGEST_TITLE = 200


def survey_suggestions(questionnaire: Questionnaire, results: SurveyResults) -> tuple[Suggestion, ...]:
    """One for each section whose score is in the lower half of the scale, three to five, the lowest first."""
    found = [
        (section, items)
        for section in results.sections
        if section.score is not None and (items := _lowest(questionnaire, results, section))
    ]
    found.sort(key=lambda pair: pair[0].score or 0.0)
    low = sum((section.score or 0.0) < middle(questionnaire, items[0]) for section, items in found)
    return tuple(
        _suggestion(questionnaire, results, section, items) for section, items in found[: min(max(low, FEWEST), MOST)]
    )


def _lowest(questionnaire: Questionnaire, results: SurveyResults, section: SurveySection) -> tuple[SurveyItem, ...]:
    """Those in the lower half of the scale, else the lowest below the top."""
    shown = [item for item in results.items if item.section == section.id and item.score is not None]
    shown.sort(key=lambda item: item.score or 0.0)
    below = [item for item in shown if next_level(questionnaire, item)]
    low = [item for item in below if (item.score or 0.0) < middle(questionnaire, item)]
    return tuple(low or below)[:ITEMS_IN_ONE]


def _suggestion(
    questionnaire: Questionnaire, results: SurveyResults, section: SurveySection, items: tuple[SurveyItem, ...]
) -> Suggestion:
    gaps = [gap.sentence for gap in results.gaps if gap.section == section.id and gap.worth_talking_about]
    agreed = [section.agreement.words] if section.agreement else []
    scored = _("{section} scored {score}, the mean of {count} colleagues.").format(
        section=section.title, score=one_decimal(section.score), count=section.n
    )
    stands = ", ".join(one_decimal(item.score) for item in items)
    return Suggestion(
        section=section.id,
        items=tuple(item.id for item in items),
        title=f"{section.title}: {items[0].text.rstrip('. ')}"[:LONGEST_TITLE],
        why=" ".join([scored, *agreed, *gaps]),
        objective=_("Colleagues are to be able to say of our school: {statements}").format(
            statements=" ".join(f"“{item.text}”" for item in items)
        ),
        baseline=ngettext(
            "{section}: {score}. This statement stands at {scores}.",
            "{section}: {score}. These statements stand at {scores}.",
            len(items),
        ).format(section=section.title, score=one_decimal(section.score), scores=stands),
        target=_("In the next round colleagues place this higher, by more than the uncertainty of both rounds."),
        actions=_steps(questionnaire, items),
        criteria=tuple(
            looks_like(questionnaire, item, option) for item in items if (option := next_level(questionnaire, item))
        ),
    )


def _steps(questionnaire: Questionnaire, items: tuple[SurveyItem, ...]) -> tuple[SuggestedStep, ...]:
    """What the questionnaire suggests for the level at which most would place it, else to ask what is missing."""
    found = []
    for item in items:
        level = nearest_level(questionnaire, item)
        actions = questionnaire.actions_for(item.id, level.code) if level else ()
        found += [
            SuggestedStep(
                item=item.id,
                action=one.id,
                text=one.text,
                first_step=one.first_step,
                leave=one.leave,
                weeks=one.weeks,
            )
            for one in actions[:1]
        ] or [
            SuggestedStep(
                item=item.id,
                action="",
                text=_("Ask colleagues what is missing for this: “{text}”").format(text=item.text),
            )
        ]
    return tuple(found)
