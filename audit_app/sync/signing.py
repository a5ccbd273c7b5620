"""Signing: whose key a bundle was signed with, and that nothing in it was changed since.

An Ed25519 signature (RFC 8032) over the ASCII text `audit-app/bundle:sha256:` and the 64 digits of the bundle's own
`sha256`; so it covers the canonical JSON of everything but `sha256` and `signature`. The same key and content always
give the same signature. `cryptography` is a compiled library: without it nothing is signed, and nothing checked.
"""

from collections.abc import Callable
from hashlib import sha256 as hash_of
from typing import Annotated, Literal

from pydantic import Field

from audit_app.responses.known_keys import PublicKey
from audit_app.responses.model import Frozen

SIGNED_TEXT = "audit-app/bundle:sha256:"
"""No other text that this key ever signs begins so, and none is taken for another."""

GROUPS, DIGITS = 6, 5
"""Of a fingerprint: a hundred bits, which two people can compare over the telephone."""


class Signature(Frozen):
    """That the owner of a key made this bundle."""

    algorithm: Literal["ed25519"]
    key: PublicKey
    value: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]
    """The signature's 64 bytes, in hexadecimal."""


Sign = Callable[[str], Signature]
"""From a bundle's `sha256` to its signature."""


def can_sign() -> bool:
    """Whether the library is there."""
    try:
        import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401
    except ImportError:
        return False
    return True


def public_key(secret: bytes) -> str:
    """Of the installation's 32 secret bytes; hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


def signer(secret: bytes) -> Sign:
    """What signs with this secret; only where `can_sign`."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(secret)
    key = private.public_key().public_bytes_raw().hex()

    def sign(sha256: str) -> Signature:
        return Signature(algorithm="ed25519", key=key, value=private.sign(_text(sha256)).hex())

    return sign


def is_genuine(signature: Signature, sha256: str) -> bool:
    """The signature is that key's, of this content; only where `can_sign`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.value), _text(sha256))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: str) -> str:
    """A public key, short enough to be read out: six groups of five digits.

    The first 16 bytes of the SHA-256 of the key's 32 bytes, as one number (big-endian), its last 30 decimal digits.
    """
    number = int.from_bytes(hash_of(bytes.fromhex(key)).digest()[:16], "big") % 10 ** (GROUPS * DIGITS)
    digits = f"{number:0{GROUPS * DIGITS}}"
    return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def digits_of(typed: str) -> str:
    """Of a fingerprint, however somebody spaced it."""
    return "".join(letter for letter in typed if letter.isdecimal() and letter.isascii())


def _text(sha256: str) -> bytes:
    return (SIGNED_TEXT + sha256).encode("ascii")
