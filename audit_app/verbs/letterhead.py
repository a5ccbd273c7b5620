"""The letterhead: the user's own school's logo and colour, kept with the settings and put on that school's papers."""

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, NamedTuple

from audit_app.responses.model import School
from audit_app.storage.protocol import Settings
from audit_app.verbs.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from audit_app.reports.document import Document, Letterhead


class ColourContrast(NamedTuple):
    """How a colour stands out on white."""

    ratio: float
    """From 1 to 21."""
    said: str
    """With one decimal, rounded down."""
    readable: bool
    """Whether headings are set in it: from 4.5 on."""


class LetterheadVerbs(OpenedFolder):
    """Verbs about it."""

    def logo(self) -> bytes:
        """A PNG; empty without one."""
        try:
            return b64decode(self.settings().logo, validate=True)
        except ValueError:
            return b""

    def keep_logo(self, picture: bytes) -> Settings:
        """Of a PNG or JPEG file’s content. Raises UnusableLogoError."""
        from audit_app.reports.letterhead import logo_from

        return self._change(logo=b64encode(logo_from(picture)).decode())

    def remove_logo(self) -> Settings:
        return self._change(logo="")

    def keep_colour(self, text: str) -> Settings:
        """Blank goes back to the app's own. Raises UnusableColourError."""
        from audit_app.reports.letterhead import colour_from

        return self._change(colour=colour_from(text) if text.strip() else "")

    def colour_contrast(self) -> ColourContrast | None:
        """Of the kept colour; None without one."""
        from audit_app.reports.letterhead import contrast_on_white, contrast_words, is_readable

        colour = self.settings().colour
        if not colour:
            return None
        ratio = contrast_on_white(colour)
        return ColourContrast(ratio, contrast_words(ratio), is_readable(colour))

    def _change(self, **changes: str) -> Settings:
        return self.change_settings(lambda _settings: changes)

    def _headed(self, document: "Document", school: School | None) -> "Document":
        """With the letterhead where it is the user's own school's paper: that of another one is not ours to dress."""
        from dataclasses import replace

        return replace(document, letterhead=self._letterhead(school))

    def _letterhead(self, school: School | None) -> "Letterhead":
        from audit_app.reports.document import Letterhead

        settings = self.settings()
        own = settings.school
        if own is None or school is None or not _is_same(own, school):
            return Letterhead()
        return Letterhead(name=own.name, logo=self.logo(), colour=settings.colour)


def _is_same(one: School, other: School) -> bool:
    """By number where both give theirs, else by name."""
    return one.urn == other.urn if one.urn and other.urn else one.name == other.name
