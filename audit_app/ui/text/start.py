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


def about(items: int, minutes: int, *, statements: bool, always: bool) -> str:
    """Beside a questionnaire's title. Not all of it is `always` asked where answers decide about it."""
    return (
        f"{'' if always else 'Up to '}{items} {'statements' if statements else 'questions'}, about {minutes} minutes."
    )


def already(wave: str) -> str:
    return f"You have an audit for {wave} already. A second one is kept beside it."
