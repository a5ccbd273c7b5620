"""What papers of plans and of a partnership have in common: who made them and when, and lists under headings."""

from collections.abc import Iterator, Sequence
from datetime import date

from audit_app.language import _
from audit_app.reports.dates import date_in_words
from audit_app.reports.document import Block, Bullets, Heading, Paragraph


def made_line(day: date, prepared_by: str, before: str = "") -> Paragraph:
    """“Autumn 2026 · 2 November 2026 · Prepared by Miriam Okafor”; what is blank is left out."""
    by = _("Prepared by {prepared_by}").format(prepared_by=prepared_by) if prepared_by.strip() else ""
    return Paragraph(" · ".join(filter(None, (before, date_in_words(day), by))), tone="quiet")


def changed(changes: Sequence[str], since: str) -> Iterator[Block]:
    """What has changed since a day, in words; nothing where there is nothing to tell."""
    if any(change.strip() for change in changes):
        yield Heading(2, _("What has changed"))
        yield Paragraph(_("Since {since}").format(since=since) if since else "", tone="quiet")
        yield Bullets(tuple(changes))


def listed(heading: str, items: Sequence[str]) -> Iterator[Block]:
    """Under its heading; nothing where every item is blank."""
    if any(item.strip() for item in items):
        yield Heading(2, heading)
        yield Bullets(tuple(items))
