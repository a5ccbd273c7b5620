"""For every test: how long an example takes is no assertion, because machines are busy at times."""

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.load_profile("here")
