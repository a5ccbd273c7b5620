"""Balance of a survey: the same forces, thresholds and names, and whether other colleagues would have named another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import number
from audit_app.results.balance import balance_result, name_of
from audit_app.results.balance_words import FORCES, ScoredSection, advice_between, sentence_between
from audit_app.results.model import BalanceName, BalanceResult

SAMPLES = 1_000
RARE = 0.05
"""A name that fewer than one sample in twenty gives is left to chance."""
CANONICAL: tuple[BalanceName, ...] = ("fatalism", "balanced", "committee", "deal", "friendship")

HOW = _(
    "Because other colleagues might have answered, the name was also worked out for {samples} samples drawn from these "
    "responses (Efron 1979): a name that one sample in twenty changes is too close to call."
).format(samples=number(f"{SAMPLES:,}"))


def survey_balance(
    questionnaire: Questionnaire,
    sections: Sequence[ScoredSection],
    people: Sequence[Sequence[float | None]],
    columns: Sequence[str],
    seed: int,
) -> BalanceResult | None:
    """Like `balance_result`; too close to call also when resampling the colleagues would change the name.

    `people` are each colleague's section scores, `columns` the sections they belong to.
    Source: Efron (1979), Annals of Statistics 7, 1–26, for the bootstrap.
    """
    found = balance_result(questionnaire, sections)
    if found is None or found.name is None or questionnaire.balance is None:
        return found
    forces = {force: [columns.index(section) for section in getattr(questionnaire.balance, force)] for force in FORCES}
    likely = _likely_names(people, forces, seed)
    between = tuple(name for name in CANONICAL if name in likely | {found.name, *found.between})
    if len(between) < 2:
        return found.model_copy(update={"how": f"{found.how} {HOW}"})
    scores = {force: getattr(found, force) for force in FORCES}
    return found.model_copy(
        update={
            "name": "too close to call",
            "between": between,
            "sentence": sentence_between(between, scores),
            "advice": advice_between(between),
            "how": f"{found.how} {HOW}",
        }
    )


def _likely_names(
    people: Sequence[Sequence[float | None]], forces: Mapping[str, Sequence[int]], seed: int
) -> frozenset[BalanceName]:
    """Names that at least one sample in twenty has, or lies between."""
    draw = Random(seed)  # noqa: S311 - the samples are to be repeatable
    places = range(len(people))
    columns = {place for found in forces.values() for place in found}
    values = {column: [row[column] or 0.0 for row in people] for column in columns}
    counts = {column: [row[column] is not None for row in people] for column in columns}
    full = {column for column in columns if all(counts[column])}
    named: Counter[BalanceName] = Counter()
    for _sample in range(SAMPLES):
        sample = draw.choices(places, k=len(people))
        means = {}
        for column in columns:
            n = len(sample) if column in full else sum(map(counts[column].__getitem__, sample))
            means[column] = sum(map(values[column].__getitem__, sample)) / n if n else None
        parts = {force: [means[column] for column in found] for force, found in forces.items()}
        known = {force: [mean for mean in found if mean is not None] for force, found in parts.items()}
        if any(len(known[force]) < len(parts[force]) for force in forces):
            continue
        call = name_of({force: sum(found) / len(found) for force, found in known.items()})
        named.update(call.between or (call.name,))
    return frozenset(name for name, times in named.items() if times >= RARE * SAMPLES)
