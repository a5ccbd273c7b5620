"""Sealing: a file that only a passphrase opens, in the age format (age-encryption.org/v1, its scrypt recipient).

The `age` program opens what is sealed here, and the other way round. The format is put together here from the parts
that `cryptography` has (scrypt, HKDF, HMAC, ChaCha20-Poly1305) and not left to `pyrage`: that one measures the machine
and lets a passphrase cost a gigabyte of memory and up to five seconds, with no way to ask for less, and opens files
that ask for sixteen times as much. Here the cost is read, and refused when it is too high, before anything is done.
"""

import base64
import binascii
import re
from collections.abc import Callable, Sequence

from audit_app.errors import AuditError
from audit_app.language import _, ngettext
from audit_app.regional import listed
from audit_app.sync.limits import LARGEST_BUNDLE, BundleTooLargeToWriteError
from audit_app.sync.refusals import ASK, printable

WORK = 18
"""Of what is sealed here: 2^18 blocks of scrypt, as `age` has it; 256 MB of memory and about a second."""

MOST_WORK = 20
"""Of what is opened here: a gigabyte for a moment, and some seconds."""

SHORTEST, LONGEST = 8, 1000
"""Letters of a passphrase."""

VERSION = b"age-encryption.org/v1\n"
ARMOUR, ARMOUR_END = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----"
LABEL = b"age-encryption.org/v1/scrypt"
CHUNK, TAG = 64 * 1024, 16
HEADER = re.compile(rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n([A-Za-z0-9+/]{43})\n--- ([A-Za-z0-9+/]{43})\n")
TO_A_KEY = re.compile(rb"-> (?!scrypt )[!-~]{1,99} [!-~]")


Passphrases = str | tuple[str, ...] | None
"""One, several of which each is tried on each file, or none."""


class PassphraseNeededError(AuditError):
    def __init__(self, *names: str) -> None:
        self.names = names
        self.name = names[0]
        super().__init__(
            ngettext(
                "{names} is sealed with a passphrase. Ask its sender for it, then import the file with it.",
                "{names} are sealed with a passphrase. Ask whoever sent them for it, then import the files with it.",
                len(names),
            ).format(names=_quoted(names))
        )


class WrongPassphraseError(AuditError):
    def __init__(self, *names: str, tried: int = 1) -> None:
        """`tried` is how many passphrases were."""
        self.names = names
        self.name = names[0]
        self.tried = tried
        super().__init__(
            _(
                "None of the passphrases opens {names}. Check their capitals and spaces and try again, or ask whoever "
                "sent it for its own."
            ).format(names=_quoted(names))
            if tried > 1
            else ngettext(
                "The passphrase doesn't open {names}. Check its capitals and spaces and try again; "
                "if it is right, the file was damaged on its way.",
                "The passphrase doesn't open {names}. Check its capitals and spaces and try again; "
                "if it is right, the files were sealed with another one, or damaged on their way.",
                len(names),
            ).format(names=_quoted(names))
        )


def _quoted(names: Sequence[str]) -> str:
    return listed([f"“{one}”" for one in names])


class DamagedSealError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("The sealed file “{name}” is damaged or not complete, so nothing was taken from it. {ask}").format(
                name=name, ask=ASK
            )
        )


class SealedToKeyError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” is sealed to somebody's key instead of a passphrase, and School Audit has no such key. "
                "Ask its sender to seal it with a passphrase."
            ).format(name=name)
        )


class TooMuchWorkError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "Opening the seal of “{name}” would take more memory than School Audit gives it, so it was not tried. "
                "Ask its sender to seal it with School Audit."
            ).format(name=name)
        )


class SealingMissingError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This installation can't seal or open sealed files: the library “cryptography” is missing. "
                "Use the app as it is installed from its own page, or send the file without a seal."
            )
        )


class PassphraseTooShortError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _("A passphrase has {shortest} letters or more; four or five words are good. Choose a longer one.").format(
                shortest=SHORTEST
            )
        )


class PassphraseTooLongError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("A passphrase has {longest} letters at most. Choose a shorter one.").format(longest=LONGEST))


class NotEnoughMemoryError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "There is not enough memory free for a passphrase: it takes 256 MB for a second. "
                "Close other programs, then try again."
            )
        )


def is_sealed(data: bytes) -> bool:
    """Whatever is in it, and whether or not it is sound."""
    return data.startswith((VERSION[:-3], ARMOUR)) or data[:200].lstrip().startswith(ARMOUR)


def check_passphrase(passphrase: str) -> None:
    """Before sealing. Raises PassphraseTooShortError, PassphraseTooLongError."""
    if len(passphrase.strip()) < SHORTEST:
        raise PassphraseTooShortError
    if len(passphrase) > LONGEST:
        raise PassphraseTooLongError


def seal(content: bytes, passphrase: str, random: Callable[[int], bytes]) -> bytes:
    """An age file. `random` gives so many unguessable bytes.

    Raises PassphraseTooShortError, PassphraseTooLongError, SealingMissingError, NotEnoughMemoryError,
    BundleTooLargeToWriteError.
    """
    check_passphrase(passphrase)
    crypto = _Crypto()
    file_key, salt, nonce = random(16), random(16), random(16)
    wrapped = crypto.cipher(crypto.scrypt(passphrase, salt, WORK)).encrypt(bytes(12), file_key, None)
    head = VERSION + b"-> scrypt %s %d\n%s\n---" % (_base64(salt), WORK, _base64(wrapped))
    mac = crypto.mac(file_key, head)
    cipher = crypto.cipher(crypto.derived(file_key, nonce, b"payload"))
    starts = range(0, max(len(content), 1), CHUNK)
    chunks = [
        cipher.encrypt(_chunk_nonce(at, last=start + CHUNK >= len(content)), content[start : start + CHUNK], None)
        for at, start in enumerate(starts)
    ]
    sealed = b"".join((head, b" ", _base64(mac), b"\n", nonce, *chunks))
    if len(sealed) > LARGEST_BUNDLE:
        raise BundleTooLargeToWriteError
    return sealed


def opened(name: str, data: bytes, passphrases: Passphrases) -> bytes:
    """What was sealed, with the first passphrase that opens it. `name` is the file's, for sentences.

    Raises an error of this module: what can be refused without the passphrase is refused before it is asked for.
    """
    name = printable(name)
    if not data.startswith(VERSION[:-3]):
        data = _without_armour(name, data)
    head, salt, work, wrapped, mac, payload = _parts(name, data)
    if work > MOST_WORK:
        raise TooMuchWorkError(name)
    tried = (passphrases,) if isinstance(passphrases, str) else passphrases
    if not tried:
        raise PassphraseNeededError(name)
    crypto = _Crypto()
    keys = (
        crypto.decrypted(crypto.scrypt(one, salt, work), bytes(12), wrapped) for one in tried if len(one) <= LONGEST
    )
    file_key = next((key for key in keys if key is not None), None)
    if file_key is None:
        raise WrongPassphraseError(name, tried=len(tried))
    nonce, sealed = payload[:16], memoryview(payload)[16:]
    if crypto.mac(file_key, head) != mac or len(sealed) < TAG:
        raise DamagedSealError(name)
    return _content(name, crypto, crypto.derived(file_key, nonce, b"payload"), sealed)


def _content(name: str, crypto: "_Crypto", key: bytes, sealed: memoryview) -> bytes:
    found = []
    for at, start in enumerate(range(0, len(sealed), CHUNK + TAG)):
        chunk = sealed[start : start + CHUNK + TAG]
        last = start + CHUNK + TAG >= len(sealed)
        content = crypto.decrypted(key, _chunk_nonce(at, last=last), bytes(chunk))
        if content is None or (at and not content):
            raise DamagedSealError(name)
        found.append(content)
    return b"".join(found)


def _parts(name: str, data: bytes) -> tuple[bytes, bytes, int, bytes, bytes, bytes]:
    """The header up to its checksum, salt, work, the wrapped key, the checksum, the payload."""
    if not data.startswith(VERSION):
        raise DamagedSealError(name)
    found = HEADER.match(data, len(VERSION))
    if found is None:
        if TO_A_KEY.match(data, len(VERSION)):
            raise SealedToKeyError(name)
        raise DamagedSealError(name)
    try:
        salt, wrapped, mac = (_from_base64(found[group]) for group in (1, 3, 4))
    except binascii.Error:
        raise DamagedSealError(name) from None
    head = data[: found.start(4) - 1]
    return head, salt, int(found[2]), wrapped, mac, data[found.end() :]


def _without_armour(name: str, data: bytes) -> bytes:
    lines = data.replace(b"\r\n", b"\n").strip()
    if not lines.startswith(ARMOUR + b"\n") or not lines.endswith(b"\n" + ARMOUR_END):
        raise DamagedSealError(name)
    inner = lines[len(ARMOUR) : -len(ARMOUR_END)]
    try:
        return base64.b64decode(inner.replace(b"\n", b""), validate=True)
    except binascii.Error:
        raise DamagedSealError(name) from None


def _chunk_nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if last else b"\0")


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")


def _from_base64(text: bytes) -> bytes:
    """Raises binascii.Error, for a second spelling of the same bytes too."""
    content = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if _base64(content) != text:
        raise binascii.Error
    return content


class _Crypto:
    """The parts of `cryptography` that the format is made of. Raises SealingMissingError."""

    def __init__(self) -> None:
        try:
            from cryptography.exceptions import InvalidTag
            from cryptography.hazmat.primitives import hashes, hmac
            from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
            from cryptography.hazmat.primitives.kdf.hkdf import HKDF
            from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
        except ImportError:
            raise SealingMissingError from None
        self.cipher = ChaCha20Poly1305
        self._invalid = InvalidTag
        self._hashes, self._hmac, self._hkdf, self._scrypt = hashes, hmac, HKDF, Scrypt

    def scrypt(self, passphrase: str, salt: bytes, work: int) -> bytes:
        try:
            function = self._scrypt(salt=LABEL + salt, length=32, n=1 << work, r=8, p=1)
            return function.derive(passphrase.encode("utf-8", "surrogatepass"))
        except MemoryError:
            raise NotEnoughMemoryError from None

    def derived(self, key: bytes, salt: bytes, use: bytes) -> bytes:
        return self._hkdf(algorithm=self._hashes.SHA256(), length=32, salt=salt, info=use).derive(key)

    def mac(self, file_key: bytes, head: bytes) -> bytes:
        made = self._hmac.HMAC(self.derived(file_key, b"", b"header"), self._hashes.SHA256())
        made.update(head)
        return made.finalize()

    def decrypted(self, key: bytes, nonce: bytes, sealed: bytes) -> bytes | None:
        """None when it is not what was encrypted with this key."""
        try:
            return self.cipher(key).decrypt(nonce, sealed, None)
        except self._invalid:
            return None
