"""Shortening: somebody's words where there is room for a line, and the whole stands elsewhere."""


def on_one_line(text: str, most: int) -> str:
    """At most so many characters and “…”, cut between two words unless half of it would go with a long one."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    start = words[:most].rpartition(" ")[0]
    return f"{(start if len(start) > most // 2 else words[:most]).rstrip(' ,;:')}…"
