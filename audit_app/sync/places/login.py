"""Who logs in at a place: from the environment or from `.netrc`. Nothing of it is ever kept or shown."""

import os
from dataclasses import dataclass, field
from netrc import NetrcParseError, netrc

from audit_app.language import _
from audit_app.sync.address import Address
from audit_app.sync.place_errors import PlaceUnusableError

USER_VARIABLE, PASSWORD_VARIABLE = "AUDIT_APP_SYNC_USER", "AUDIT_APP_SYNC_PASSWORD"


@dataclass(frozen=True)
class Login:
    """A name and a password; the password is in no text about it."""

    user: str
    password: str = field(repr=False)


def find_login(address: Address) -> Login | None:
    """The environment's, else `.netrc`'s for this host. One for another user than the address names is passed over."""
    user, password = os.environ.get(USER_VARIABLE, address.user), os.environ.get(PASSWORD_VARIABLE)
    if password is not None:
        return Login(user, password)
    try:
        found = netrc(os.environ.get("NETRC")).authenticators(address.host)
    except FileNotFoundError:
        return None
    except (NetrcParseError, OSError, UnicodeDecodeError):
        raise PlaceUnusableError(
            address.text, _("the file .netrc in your home folder has a mistake in it, or others may read it")
        ) from None
    if found is None or not found[2] or (user and found[0] != user):
        return None
    return Login(found[0], found[2])
