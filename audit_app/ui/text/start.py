"""Words of the screen that starts an audit."""

TITLE = "Start an audit"
WHICH = "Questionnaire"
WAVE = "Which round is this?"
WAVE_HINT = "Usually the term. Rounds with the same name can be compared."
WAVE_NEEDED = "Name the round, for example Autumn 2026."
START = "Start"
SCHOOL_FIRST = "Your school first"
SCHOOL_FIRST_TEXT = "An audit belongs to a school, so tell the app which one is yours. Only its name is needed."
TO_PROFILE = "Enter your school"


def about(items: int, minutes: int) -> str:
    """Beside a questionnaire's title."""
    return f"{items} statements, about {minutes} minutes."


def already(wave: str) -> str:
    return f"You have an audit for {wave} already. A second one is kept beside it."
