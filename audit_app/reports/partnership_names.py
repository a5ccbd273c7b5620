"""Names of schools in the partnership report: as few as tell who is meant, since long ones fill pages."""

from collections.abc import Sequence

from audit_app.language import _
from audit_app.regional import listed

FEWEST = 4
"""Of fewer schools all are named: “all but” would be no shorter."""


def schools_named(some: Sequence[str], among: Sequence[str]) -> str:
    """“Ash, Elm”; “all but Oak” where most of those compared are meant; “all 8”."""
    others = [name for name in among if name not in some]
    if len(among) < FEWEST or not set(some) <= set(among) or len(others) * 3 > len(some):
        return ", ".join(some)
    if not others:
        return _("all {count}").format(count=len(among))
    return _("all but {names}").format(names=listed(others))
