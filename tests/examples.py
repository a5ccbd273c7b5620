"""How many examples Hypothesis tries: all of them in a build (`.ci/run`), a quarter between two thoughts.

AUDIT_APP_EVERY_EXAMPLE=1 uv run pytest
"""

import os

EVERY_EXAMPLE = os.environ.get("AUDIT_APP_EVERY_EXAMPLE") == "1"
FEW = 5


def examples(number: int) -> int:
    """Each run draws others, so what a quarter does not find today it finds another day, and a build finds it first."""
    return number if EVERY_EXAMPLE else min(number, max(number // 4, FEW))
