"""A clock for workspaces in tests: a second goes by at each look."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from tests.builders import MORNING


def ticking(start: datetime = MORNING) -> Callable[[], datetime]:
    seconds = count()
    return lambda: start + timedelta(seconds=next(seconds))
