"""Whatever a test makes the app speak, the next begins in English."""

from collections.abc import Iterator

import pytest

from audit_app.language import ENGLISH, speak


@pytest.fixture(autouse=True)
def in_english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)
