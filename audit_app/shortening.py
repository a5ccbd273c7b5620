"""Shortening: somebody's words where there is room for a line, and the whole stands elsewhere."""


def on_one_line(text: str, most: int) -> str:
    """At most so many characters and “…”, cut between two words where that can be."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    start, space, _ = words[:most].rpartition(" ")
    return f"{(start if space else words[:most]).rstrip(' ,;:')}…"
