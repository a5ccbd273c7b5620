"""What belongs to this installation: its settings, and the name of its device."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from audit_app.files import write_safely
from audit_app.language import _
from audit_app.storage import migrations
from audit_app.storage.disk import make_private
from audit_app.storage.errors import DamagedSettingsError, NewerFormatError
from audit_app.storage.protocol import Settings

SETTINGS = "settings.json"
DEVICE = "device"


def read_settings(folder: Path) -> Settings:
    """Raises DamagedSettingsError, NewerFormatError."""
    try:
        content = (folder / SETTINGS).read_bytes()
    except FileNotFoundError:
        return Settings()
    return settings_in(content)


def settings_in(content: bytes) -> Settings:
    """What a settings file says. Raises DamagedSettingsError, NewerFormatError."""
    try:
        document: dict[str, Any] = json.loads(content)
        version = document["format_version"]
        if isinstance(version, int) and version > migrations.SETTINGS.version:
            raise NewerFormatError(_("The settings file"), version, migrations.SETTINGS.version)
        if not migrations.SETTINGS.knows(version):
            raise DamagedSettingsError(SETTINGS)
        return Settings.model_validate(migrations.SETTINGS.brought_up(document["settings"], version))
    except (AttributeError, ValueError, KeyError, TypeError, ValidationError, RecursionError):
        raise DamagedSettingsError(SETTINGS) from None


def keep_settings(folder: Path, settings: Settings) -> None:
    read_settings(folder)  # damaged or newer ones are not written over
    write_safely(folder / SETTINGS, settings_file(settings), private=True)


def settings_file(settings: Settings) -> bytes:
    """The file that says this."""
    known = migrations.SETTINGS
    document = {"format": known.name, "format_version": known.version, "settings": settings.model_dump(mode="json")}
    return json.dumps(document, ensure_ascii=False, indent=2).encode(errors="backslashreplace")


def set_aside(folder: Path, name: str) -> bool:
    """Put damaged settings out of the way under another name; True when they were."""
    try:
        read_settings(folder)
    except DamagedSettingsError:
        (folder / SETTINGS).replace(folder / name)
        return True
    except NewerFormatError:
        return False
    return False


def device(folder: Path, new_device: Callable[[], str], *, read_only: bool) -> str:
    """Made once; a damaged one is made anew, because any name does that nobody else has."""
    path = folder / DEVICE
    try:
        found = path.read_text("ascii", errors="replace").strip()
    except FileNotFoundError:
        found = ""
    if re.fullmatch(r"[A-Za-z0-9]{1,40}", found):
        return found
    name = new_device()
    if not read_only:
        make_private(folder)
        write_safely(path, name.encode(), private=True)
    return name
