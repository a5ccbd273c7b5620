"""Elsewhere: where to go on from a screen that can't be shown."""

from audit_app.ui import places
from audit_app.ui.text import not_found as text

LISTS = (
    (places.AUDITS, text.GO_TO_AUDITS),
    (places.SURVEYS, text.GO_TO_SURVEYS),
    (places.LIBRARY, text.GO_TO_LIBRARY),
    (places.HOME, text.GO_HOME),
)


def way_on(address: str) -> tuple[str, str] | None:
    """The words of a button and its place: the list that the address belongs to, else Home. None where one is there."""
    place, words = next((place, words) for place, words in LISTS if address.startswith(place))
    return None if address.rstrip("/") == place.rstrip("/") else (words, place)
