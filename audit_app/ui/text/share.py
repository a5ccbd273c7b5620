"""Words of the screen that exports an audit."""

TITLE = "Export"
INTRO = "Export writes a file. You decide who gets it: nothing is sent from here."
HOW_MUCH = "What the file contains"
CHOICES = (  # code (not shown), label, explanation
    ("scores", "Scores", "For partner schools: the levels, and how much evidence there is. No words and no names."),
    (
        "comments",
        "Scores and comments",
        "Also comments and evidence in words, without the names of those who wrote them.",
    ),
    ("full", "Everything", "For a colleague who works on the same audit: names, files, history and the plan too."),
)
THIS_FILE = "This file holds"
EXPORT = "Export"
WORKING = "The file is being written…"
BACK = "Back to results"
HOW_READ = "The other school opens the app, chooses “Import a file” on its home screen, and picks this file."


def done(name: str) -> str:
    return f"“{name}” is in your downloads. Send it as you send other files that are not for everyone."
