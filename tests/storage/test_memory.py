"""The store in memory."""

from pathlib import Path

from audit_app.storage.protocol import Store
from tests.storage.contract import StoreContract
from tests.storage.stores import a_memory_store


class TestMemoryStore(StoreContract):
    def make(self, folder: Path) -> Store:  # noqa: ARG002
        return a_memory_store()
