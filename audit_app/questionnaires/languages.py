"""Languages: what they are called, and a questionnaire read in one of them, in English where it lacks a text."""

from collections.abc import Mapping
from types import MappingProxyType

from audit_app.questionnaires.library import UnreadableQuestionnaireError, questionnaire_of
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire

PRIVATE = "qaa-"
"""How the code begins that a spreadsheet's language gets when its heading has only a name (xlsform/lines.py)."""

NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "en": ("English", ""),
        "cy": ("Cymraeg", "Welsh"),
        "ga": ("Gaeilge", "Irish"),
        "gd": ("Gàidhlig", "Scottish Gaelic"),
        "ar": ("العربية", "Arabic"),
        "bg": ("Български", "Bulgarian"),
        "cs": ("Čeština", "Czech"),
        "de": ("Deutsch", "German"),
        "es": ("Español", "Spanish"),
        "fa": ("فارسی", "Persian"),
        "fr": ("Français", "French"),
        "hu": ("Magyar", "Hungarian"),
        "it": ("Italiano", "Italian"),
        "lt": ("Lietuvių", "Lithuanian"),
        "lv": ("Latviešu", "Latvian"),
        "nl": ("Nederlands", "Dutch"),
        "pl": ("Polski", "Polish"),
        "pt": ("Português", "Portuguese"),
        "ro": ("Română", "Romanian"),
        "ru": ("Русский", "Russian"),
        "sk": ("Slovenčina", "Slovak"),
        "so": ("Soomaali", "Somali"),
        "sq": ("Shqip", "Albanian"),
        "tr": ("Türkçe", "Turkish"),
        "uk": ("Українська", "Ukrainian"),
        "ur": ("اردو", "Urdu"),
    }
)
"""As its speakers call it, and in English; only what the app's own fonts can write."""


def language_name(code: str) -> str:
    """“Cymraeg (Welsh)”; of a language that is not listed its code, or the name that its author gave it."""
    if code.startswith(PRIVATE):
        return code.removeprefix(PRIVATE).capitalize()
    base, _, region = code.partition("-")
    if base not in NAMES:
        return code
    own, english = NAMES[base]
    said = ", ".join(part for part in (english, code if region else "") if part)
    return f"{own} ({said})" if said else own


def in_language(one: Questionnaire, document: Mapping[str, object], language: str) -> Questionnaire:
    """The same questionnaire, read again from its document; as it is where that language can't be read."""
    if language == FALLBACK_LANGUAGE or language not in one.languages:
        return one
    try:
        return questionnaire_of(document, one.id, language)
    except UnreadableQuestionnaireError:
        return one
