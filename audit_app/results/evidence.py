"""Evidence: how much of a self-audit's score rests on answers that something shows, and which have gone stale."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Frozen
from audit_app.responses.moving import STALE_AFTER
from audit_app.responses.standing import NOTHING, Standing
from audit_app.results.figures import whole_per_cent
from audit_app.results.model import AuditResults, ItemResult
from audit_app.results.scores import to_two_decimals


class SectionEvidence(Frozen):
    id: str
    title: str
    share: float | None
    """Of the weight that its score rests on, the part with evidence, from 0 to 1; None without a score."""
    evidenced_score: float | None
    """The mean of the answers with evidence alone; None without any."""


class AuditEvidence(Frozen):
    """What the scores of one self-audit rest on."""

    share: float | None
    """Over all answers that count."""
    sections: tuple[SectionEvidence, ...]
    unshown: tuple[str, ...]
    """Items in the upper half of their scale that nothing shows: an offer to others needs evidence first."""
    stale: tuple[str, ...]
    """Items whose answer nobody has looked at for more than a year."""
    sentence: str


def evidence_of(
    questionnaire: Questionnaire,
    results: AuditResults,
    stands: Mapping[str, Standing],
    today: date,
    stale_after: int = STALE_AFTER,
) -> AuditEvidence:
    """`stands` are the standings that the results were worked out from; `stale_after` is in days.

    The share weighs items as the score does. Source: this app's own measure, after 360 degree safe's “evidence for
    each level” (field notes, “Tools that schools know”).
    """
    counting = [item for item in results.items if item.score is not None]
    sections = tuple(
        _of_section(questionnaire, section.id, section.title, section.score, counting) for section in results.sections
    )
    stale = tuple(item.id for item in counting if _age(stands.get(item.id, NOTHING), today) > stale_after)
    share = _share(questionnaire, counting)
    return AuditEvidence(
        share=share,
        sections=sections,
        unshown=tuple(item.id for item in counting if not item.evidence and _is_high(questionnaire, item)),
        stale=stale,
        sentence=_sentence(share, len(stale)),
    )


def _of_section(
    questionnaire: Questionnaire, section: str, title: str, score: float | None, counting: list[ItemResult]
) -> SectionEvidence:
    items = [item for item in counting if item.section == section]
    shown = [item for item in items if item.evidence and questionnaire.items_by_id[item.id].weight]
    weight = _weight(questionnaire, shown)
    levels = sum(
        (Fraction(item.score or 0) * Fraction(questionnaire.items_by_id[item.id].weight) for item in shown), Fraction()
    )
    return SectionEvidence(
        id=section,
        title=title,
        share=_share(questionnaire, items) if score is not None else None,
        evidenced_score=to_two_decimals(levels / weight) if weight else None,
    )


def _share(questionnaire: Questionnaire, items: list[ItemResult]) -> float | None:
    whole = _weight(questionnaire, items)
    shown = _weight(questionnaire, [item for item in items if item.evidence])
    return to_two_decimals(shown / whole) if whole else None


def _weight(questionnaire: Questionnaire, items: list[ItemResult]) -> Fraction:
    return sum((Fraction(questionnaire.items_by_id[item.id].weight) for item in items), Fraction())


def _is_high(questionnaire: Questionnaire, item: ItemResult) -> bool:
    options = questionnaire.options_of(questionnaire.items_by_id[item.id])
    scores = [option.score for option in options if option.score is not None]
    return item.score is not None and item.score > (min(scores) + max(scores)) / 2


def _age(standing: Standing, today: date) -> int:
    """Days since somebody last answered it, commented on it or showed something for it."""
    return (today - date.fromisoformat(standing.changed[:10])).days if standing.changed else 0


def _sentence(share: float | None, stale: int) -> str:
    if share is None:
        return _("There is no answer that counts yet.")
    rests = _("{percent}% of what the scores rest on has evidence.").format(percent=whole_per_cent(share))
    if not stale:
        return rests
    old = ngettext(
        "{count} answer is more than a year old.", "{count} answers are more than a year old.", stale
    ).format(count=stale)
    return f"{rests} {old}"
