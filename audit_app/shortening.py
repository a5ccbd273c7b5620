"""Shortening: somebody's words where there is room for a line, and the whole stands elsewhere."""

LONGEST_TITLE = 90
"""Of a questionnaire or a section, where its title names it in a line; on its own screen it stands whole."""


def on_one_line(text: str, most: int) -> str:
    """At most so many characters and “…”, cut between two words unless half of it would go with a long one."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    start = words[:most].rpartition(" ")[0]
    return f"{(start if len(start) > most // 2 else words[:most]).rstrip(' ,;:')}…"


def titled(title: str) -> str:
    """A title where there is room for a line or two: an author may write a whole page."""
    return on_one_line(title, LONGEST_TITLE)
