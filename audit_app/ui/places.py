"""Places: the address of every screen, for links. `routes.py` says what is shown there."""

from urllib.parse import quote

HOME = "/"
WELCOME = "/welcome"
AUDITS = "/audits"
START = "/start"
IMPORT = "/import"
RESULTS = "/results"
"""Of the only audit, or which one."""
PLAN = "/plan"
"""Likewise."""
HELP = "/help"
GLOSSARY = "/help/words"
SURVEYS = "/surveys"
START_SURVEY = "/surveys/start"
ANSWER_SURVEY = "/surveys/answer"
RESPONSES = "/surveys/responses"
LIBRARY = "/library"
IMPORT_QUESTIONNAIRE = "/library/import/file"
SETTINGS = "/settings"
KEYS = "/settings/keys"
DATA = "/data"
SYNC = "/sync"
PARTNERSHIP = "/partnership"
MOMENTUM = "/partnership/momentum"
MATCHES = "/partnership/matches"
JOINT_PLANS = "/partnership/plans"


def erase(audit_id: str) -> str:
    """What can be erased of an audit."""
    return f"{audit(audit_id)}/erase"


def erase_words(audit_id: str, item_id: str) -> str:
    """What can be erased of what was said about one item."""
    return f"{item(audit_id, item_id)}/erase"


def audit(audit_id: str) -> str:
    return f"/audits/{quote(audit_id, safe='')}"


def item(audit_id: str, item_id: str) -> str:
    return f"{audit(audit_id)}/items/{quote(item_id, safe='')}"


def history(audit_id: str) -> str:
    """Of the whole audit."""
    return f"{audit(audit_id)}/history"


def item_history(audit_id: str, item_id: str) -> str:
    return f"{item(audit_id, item_id)}/history"


def versions(audit_id: str, version: int | None = None) -> str:
    """What moving to the newest version, or to this one, changes."""
    return f"{audit(audit_id)}/versions{'' if version is None else f'/{version}'}"


def check(audit_id: str) -> str:
    return f"{audit(audit_id)}/check"


def results(audit_id: str) -> str:
    return f"{audit(audit_id)}/results"


def papers(audit_id: str) -> str:
    """All that can be handed out."""
    return f"{audit(audit_id)}/papers"


def plan(audit_id: str) -> str:
    return f"{audit(audit_id)}/plan"


def priority(audit_id: str, priority_id: str) -> str:
    return f"{plan(audit_id)}/{quote(priority_id, safe='')}"


def share(audit_id: str) -> str:
    return f"{audit(audit_id)}/share"


def questionnaire(questionnaire_id: str) -> str:
    return f"{LIBRARY}/{quote(questionnaire_id, safe='')}"


def questionnaire_part(questionnaire_id: str, number: int) -> str:
    return f"{questionnaire(questionnaire_id)}/parts/{number}"


def own_items(questionnaire_id: str) -> str:
    """The school's own questions beside it."""
    return f"{questionnaire(questionnaire_id)}/own"


def own_item(questionnaire_id: str, item_id: str) -> str:
    """Writing one of them; “new” for another."""
    return f"{own_items(questionnaire_id)}/{quote(item_id, safe='')}"


def start(questionnaire_id: str) -> str:
    """Start, with this one chosen."""
    return f"{START}/{quote(questionnaire_id, safe='')}"


def start_survey(questionnaire_id: str) -> str:
    """Start a survey, with this questionnaire chosen."""
    return f"{START_SURVEY}/{quote(questionnaire_id, safe='')}"


def survey(audit_id: str) -> str:
    """The page of a wave."""
    return f"{SURVEYS}/of/{quote(audit_id, safe='')}"


def survey_terms(audit_id: str) -> str:
    return f"{survey(audit_id)}/terms"


def hand_over(audit_id: str) -> str:
    return f"{survey(audit_id)}/hand-over"
