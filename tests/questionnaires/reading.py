"""How hard a text is to read, measured; and where the questionnaires that ship are."""

import re
from collections.abc import Iterable
from pathlib import Path

import audit_app.questionnaires
from audit_app.questionnaires.model import Item, Questionnaire

HARDEST_GRADE = 9.5
"""About the reading age of 14 that the questionnaires are written for."""

JUDGEMENTS = re.compile(
    r"\b(good|excellent|outstanding|fairly|highly|adequate\w*|effective\w*|robust\w*|appropriate\w*|successful\w*)\b",
    re.IGNORECASE,
)
"""Words that grade instead of saying what can be seen."""


def shipped_file(questionnaire_id: str) -> Path:
    return Path(audit_app.questionnaires.__file__).parent / "data" / f"{questionnaire_id}.json"


def shipped_questionnaire(questionnaire_id: str) -> Questionnaire:
    return Questionnaire.model_validate_json(shipped_file(questionnaire_id).read_text(encoding="utf-8"))


def words_read(item: Item) -> tuple[str, ...]:
    """What stands before a respondent: the statement and what each level looks like."""
    return (item.text, *item.descriptors.values())


def reading_grade(texts: Iterable[str]) -> float:
    """Flesch–Kincaid grade (Kincaid et al., 1975); add five for the reading age in years."""
    written = tuple(texts)
    sentences = sum(max(1, len(re.findall(r"[.!?](?=\W|$)", text))) for text in written)
    words = [word for text in written for word in re.findall(r"[A-Za-z’'-]+", text)]
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, less a silent ending: right for most English words, and no kinder to ours."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", letters))
    silent_e = letters.endswith("e") and not letters.endswith("le")
    silent_ed = re.search(r"[^td]ed$", letters) is not None
    return max(1, groups - 1 if silent_e or silent_ed else groups)
