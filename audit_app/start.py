"""Start: chooses the language, then loads the app. Nothing else may be imported here: words become fixed with their
module, in the language that is chosen by then.

The language is what AUDIT_APP_LANGUAGE says, else what was chosen in the settings of the data folder, else what the
device speaks, else English.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from audit_app.language import speak

LANGUAGE_VARIABLE = "AUDIT_APP_LANGUAGE"
DEVICE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""As gettext has them; the first that is set counts."""
MOST_MOVES = 20


def main() -> None:
    """The command `audit-app`."""
    speak(*languages(sys.argv[1:], os.environ))
    from audit_app.cli import main as command

    command()


def packaged() -> None:
    """The entry of a packaged app, which has no command line."""
    speak(*languages((), os.environ))
    from audit_app.app import main as window

    window()


def languages(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    """What the app may speak, the most wanted first."""
    if chosen := environment.get(LANGUAGE_VARIABLE):
        yield chosen
    if kept := kept_language(_data_folder(arguments, environment)):
        yield kept
    for variable in DEVICE_VARIABLES:
        if said := environment.get(variable):
            yield from said.split(":")
            return
    if sys.platform == "win32":
        yield from _of_windows()


def kept_language(folder: Path) -> str:
    """What the settings of a data folder say. Empty when they can't be read: whoever opens the folder says so."""
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        for _hop in range(MOST_MOVES):
            if not (moved := folder / "moved.json").exists():
                break
            folder = Path(str(json.loads(moved.read_bytes())["to"]))
        return str(json.loads((folder / "settings.json").read_bytes())["settings"].get("language", ""))
    return ""


def _data_folder(arguments: Sequence[str], environment: Mapping[str, str]) -> Path:
    """As `app.data_folder` finds it, from the command line as it was typed."""
    for at, one in enumerate(arguments):
        if one == "--data" and at + 1 < len(arguments):
            return Path(arguments[at + 1]).expanduser()
        if one.startswith("--data="):
            return Path(one.removeprefix("--data=")).expanduser()
    if named := environment.get("AUDIT_APP_DATA"):
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("school-audit", appauthor=False, roaming=False))


def _of_windows() -> Iterator[str]:
    import ctypes
    import locale

    with suppress(AttributeError, OSError):
        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore] # Windows alone has it
        yield locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")


if __name__ == "__main__":
    main()
