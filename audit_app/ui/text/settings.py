"""Words of the settings."""

TITLE = "Settings"
YOU = "Your school and you"
LOOK = "How it looks"
SHARED_FOLDER = "Shared folder"
SHARED_FOLDER_LINK = "Share audits with your other devices and colleagues"
TEXT_SIZE = "Text size"
COLOURS = "Colours"
COLOUR_CHOICES = (  # code (not shown) and label
    ("system", "As this device is set"),
    ("light", "Light"),
    ("dark", "Dark"),
)
LANGUAGE = "Language of the questionnaires"
LANGUAGE_HINT = (
    "Statements, levels and hints are shown in it wherever a questionnaire has them, and in English where not. "
    "Answers and results stay the same."
)
ONLY_ENGLISH = (
    "Every questionnaire here is in English. When one with texts in another language is imported, you can choose here."
)
DEMO = "A look around"
KEPT = "Changes are kept at once, on this device only."


def text_size(percent: int) -> str:
    """One size of text to choose; 100 is the usual one."""
    return "Usual" if percent == 100 else f"{percent}% of the usual size"
