"""Words of the library of questionnaires."""

TITLE = "Library"
INTRO = "The questionnaires that you can answer. Open one to read every statement before you start."
READ = "Read it through"
START = "Start an audit"
SELF_AUDIT = "Self-audit: one agreed answer for the school"
SURVEY = "Survey: many anonymous answers"
WHY = "Why it matters"
EVIDENCE = "What could show it"
IDEA = "Where it comes from"
MORE = "Why it matters, evidence and source"
BACK = "Back to the library"


def about(items: int, minutes: int, version: int) -> str:
    return f"{items} statements, about {minutes} minutes. Version {version}."


def fingerprint(short: str) -> str:
    return f"Fingerprint {short}: it stays the same as long as the questionnaire does."
