"""Results of a survey: the scale that its answers lie on, and the words for each answer."""

from collections.abc import Mapping

from audit_app.questionnaires.model import Questionnaire


def scale_of(asked: Questionnaire) -> tuple[float, float]:
    """The lowest and the highest score that an answer can have; 1 and 4 where nothing has one."""
    scores = [option.score for item in asked.items for option in asked.options_of(item) if option.score is not None]
    return (min(scores), max(scores)) if scores else (1.0, 4.0)


def words_of(asked: Questionnaire, section: str) -> Mapping[str, tuple[str, bool]]:
    """Option code to its label, and whether it is a level; the first item of the section that has the code says it."""
    items = next(one.items for one in asked.sections if one.id == section)
    return {
        option.code: (option.label, option.score is not None)
        for item in reversed(items)
        for option in asked.options_of(item)
    }
