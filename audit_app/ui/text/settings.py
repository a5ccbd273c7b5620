"""Words of the settings."""

from audit_app.language import _

TITLE = _("Settings")
YOU = _("Your school and you")
LOOK = _("How it looks")
SHARED_FOLDER = _("Shared folder")  # a link
TEXT_SIZE = _("Text size")
COLOURS = _("Colours")
COLOUR_CHOICES = (  # code (not shown) and label
    ("system", _("As this device is set")),
    ("light", _("Light")),
    ("dark", _("Dark")),
    ("contrast", _("High contrast: black on white or white on black, as this device has it")),
)
LANGUAGE = _("Language")
LANGUAGE_HINT = _(
    "Statements, levels and hints are shown in it wherever a questionnaire has them, and in English where not. "
    "Answers and results stay the same."
)
FROM_THE_NEXT_START = _("The app’s own words follow when you close it and start it again, where they are translated.")
ONLY_ENGLISH = _(
    "Everything here is in English. When a questionnaire with texts in another language is imported, you can choose "
    "here."
)
DEMO = _("A look around")
HELP = _("Help and keys")  # a link
KEPT = _("Changes are kept at once, on this device only.")


def text_size(percent: int) -> str:
    """One size of text to choose; 100 is the usual one."""
    return _("Usual") if percent == 100 else _("{percent}% of the usual size").format(percent=percent)
