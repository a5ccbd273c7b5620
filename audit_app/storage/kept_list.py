"""A list that belongs to this installation, in a JSON file of its own that is replaced as a whole."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from audit_app.errors import AuditError
from audit_app.files import write_safely
from audit_app.storage.errors import NewerFormatError

One = TypeVar("One", bound=BaseModel)


@dataclass(frozen=True)
class KeptList(Generic[One]):
    """How such a file is called, what stands in it, and the error for a damaged one."""

    name: str
    format: str
    version: int
    key: str
    """Under which the list stands in the document."""
    called: str
    """As it is called in a sentence: “The file of known keys”."""
    adapter: TypeAdapter[tuple[One, ...]]
    damaged: type[AuditError]
    """Made with the file's name."""

    def read(self, folder: Path) -> tuple[One, ...]:
        """Raises the error for a damaged one, and NewerFormatError."""
        try:
            content = (folder / self.name).read_bytes()
        except FileNotFoundError:
            return ()
        return self.opened(content)

    def opened(self, content: bytes) -> tuple[One, ...]:
        """What such a file says. Raises as `read`."""
        try:
            document: dict[str, Any] = json.loads(content)
            version = document["format_version"]
            if isinstance(version, int) and version > self.version:
                raise NewerFormatError(self.called, version, self.version)
            return self.adapter.validate_python(document[self.key])
        except (ValueError, KeyError, TypeError, ValidationError, RecursionError):
            raise self.damaged(self.name) from None

    def keep(self, folder: Path, found: Sequence[One]) -> None:
        self.read(folder)  # damaged or newer ones are not written over
        write_safely(folder / self.name, self.sealed(found), private=True)

    def sealed(self, found: Sequence[One]) -> bytes:
        """The file that says this."""
        written = [one.model_dump(mode="json") for one in found]
        document = {"format": self.format, "format_version": self.version, self.key: written}
        return json.dumps(document, ensure_ascii=True, indent=1).encode()

    def set_aside(self, folder: Path, name: str) -> bool:
        """Put a damaged file out of the way under another name; True when it was."""
        try:
            self.read(folder)
        except self.damaged:
            (folder / self.name).replace(folder / name)
            return True
        except NewerFormatError:
            return False
        return False
