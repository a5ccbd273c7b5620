"""Sealing: what is sealed here the `age` program opens, and the other way round; nothing hostile costs much."""

import base64
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.errors import AuditError
from audit_app.sync import sealing
from audit_app.sync.limits import LARGEST_BUNDLE, BundleTooLargeError, BundleTooLargeToWriteError
from audit_app.sync.reading import read_bundle, read_bundles
from audit_app.sync.refusals import UnusableFilesError
from audit_app.sync.sealing import (
    CHUNK,
    DamagedSealError,
    NotEnoughMemoryError,
    PassphraseNeededError,
    PassphraseTooLongError,
    PassphraseTooShortError,
    SealedToKeyError,
    SealingMissingError,
    TooMuchWorkError,
    WrongPassphraseError,
    is_sealed,
    opened,
    seal,
)
from tests.sync.age_program import age, needs_age
from tests.sync.builders import a_file, a_signed_file

WORDS = "gravel onion seldom tŷ"
NAME = "theirs.json.age"
REAL_WORK = sealing.WORK
Spoil = Callable[[bytes], bytes]


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousandth of the real cost; `age` itself opens it too."""
    monkeypatch.setattr(sealing, "WORK", 8)


def sealed(content: bytes = b"a secret", words: str = WORDS, seed: int = 1) -> bytes:
    return seal(content, words, Random(seed).randbytes)


def _small() -> bytes:
    """Sealed with little work when this module is read, because a property has no fixtures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "WORK", 4)
        return sealed(a_file(share="scores"))


SEALED = _small()


def lines_of(data: bytes) -> list[bytes]:
    """The header's three lines after the first, without the payload."""
    return data.split(b"\n", 4)[:4]


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])
def test_what_was_sealed_comes_out_whole(size: int) -> None:
    content = Random(size).randbytes(size)
    assert opened(NAME, sealed(content), WORDS) == content


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1])
def test_another_implementation_opens_it(size: int) -> None:
    content = Random(size).randbytes(size)
    assert pyrage.passphrase.decrypt(sealed(content), WORDS) == content


@pytest.mark.slow
def test_what_another_implementation_sealed_is_opened() -> None:
    made = pyrage.passphrase.encrypt(b"theirs", WORDS)
    try:
        assert opened(NAME, made, WORDS) == b"theirs"
    except TooMuchWorkError:
        assert int(lines_of(made)[1].split()[-1]) > sealing.MOST_WORK  # a fast machine makes it dearer
    with pytest.raises(PassphraseNeededError):
        opened(NAME, pyrage.passphrase.encrypt(b"theirs", WORDS, armored=True), None)


def test_the_work_is_that_of_the_age_program() -> None:
    assert REAL_WORK == 18
    assert lines_of(sealed())[1].startswith(b"-> scrypt ")


@needs_age
def test_the_age_program_opens_what_is_sealed_here(tmp_path: Path) -> None:
    (tmp_path / "sealed").write_bytes(sealed(b"ours"))
    age("-d", "-o", str(tmp_path / "opened"), str(tmp_path / "sealed"), answers=f"{WORDS}\n")
    assert (tmp_path / "opened").read_bytes() == b"ours"


def test_a_seal_that_was_written_as_text_is_opened_too() -> None:
    text = base64.encodebytes(sealed(b"x" * 1000)).replace(b"\n", b"\r\n")
    assert opened(NAME, b"\n%s\n%s%s\n" % (sealing.ARMOUR, text, sealing.ARMOUR_END), WORDS) == b"x" * 1000


@needs_age
@pytest.mark.slow
@pytest.mark.parametrize("armour", [[], ["-a"]])
def test_what_the_age_program_sealed_is_opened_here(tmp_path: Path, armour: list[str]) -> None:
    plain, made = tmp_path / "plain.json", tmp_path / "sealed.age"
    plain.write_bytes(a_signed_file())
    age("-p", *armour, "-o", str(made), str(plain), answers=f"{WORDS}\n{WORDS}\n")
    assert read_bundle(made, WORDS) == read_bundle(plain)


def test_a_sealed_bundle_reads_as_the_bundle_in_it() -> None:
    assert read_bundle((NAME, sealed(a_signed_file())), WORDS) == read_bundle((NAME, a_signed_file()))
    assert read_bundle((NAME, a_file()), WORDS) == read_bundle((NAME, a_file()))


def test_two_files_of_one_content_have_nothing_in_common() -> None:
    assert lines_of(sealed(seed=1))[1:] != lines_of(sealed(seed=2))[1:]
    assert b"secret" not in sealed()


# What can be wrong


def test_without_a_passphrase_the_file_is_said_to_need_one() -> None:
    with pytest.raises(PassphraseNeededError, match=r"“theirs\.json\.age” is sealed"):
        read_bundle((NAME, sealed()))


@pytest.mark.parametrize("words", ["", WORDS.upper(), f"{WORDS} ", "x" * 5000, "\ud800"])
def test_a_wrong_passphrase_is_said_to_be_wrong(words: str) -> None:
    with pytest.raises(WrongPassphraseError, match="Check its capitals"):
        opened(NAME, sealed(), words)


def test_where_only_a_passphrase_is_missing_it_is_asked_for_all_that_need_it() -> None:
    files = [("one.age", sealed(a_file())), (NAME, a_file()), ("two.age", sealed(a_file(), seed=2))]
    with pytest.raises(PassphraseNeededError, match=r"“one\.age” and “two\.age” are sealed") as needed:
        read_bundles(files)
    assert (needed.value.name, needed.value.names) == ("one.age", ("one.age", "two.age"))
    with pytest.raises(WrongPassphraseError, match=r"doesn't open “one\.age” and “two\.age”"):
        read_bundles(files, "another one")
    assert len(read_bundles(files, WORDS)) == 3
    with pytest.raises(UnusableFilesError, match=r"(?s)2 of 4.*“one\.age” is sealed.*“photo\.json”"):
        read_bundles([*files[:2], ("photo.json", b"\x89PNG"), (NAME, a_file())])


@pytest.mark.parametrize("words", ["", "       ", "seven77"])
def test_a_passphrase_that_is_soon_guessed_seals_nothing(words: str) -> None:
    with pytest.raises(PassphraseTooShortError):
        sealed(words=words)
    with pytest.raises(PassphraseTooLongError):
        sealed(words="x" * 1001)


def test_what_is_sealed_to_a_key_is_said_to_be() -> None:
    somebody = pyrage.x25519.Identity.generate().to_public()
    for armored in (False, True):
        with pytest.raises(SealedToKeyError, match="somebody's key"):
            opened(NAME, pyrage.encrypt(b"x", [somebody], armored=armored), WORDS)


@pytest.mark.parametrize("work", [sealing.MOST_WORK + 1, 22, 63, 99])
def test_what_would_cost_too_much_is_refused_before_anything_is_spent(work: int) -> None:
    dear = sealed().replace(b" 8\n", f" {work}\n".encode(), 1)
    began = time.process_time()
    with pytest.raises(TooMuchWorkError, match="more memory"):
        opened(NAME, dear, WORDS)
    assert time.process_time() - began < 0.1


def test_where_memory_is_short_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    def no_memory(*_: object, **__: object) -> Scrypt:
        raise MemoryError

    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.scrypt.Scrypt", no_memory)
    with pytest.raises(NotEnoughMemoryError, match="256 MB"):
        sealed()


def test_without_the_library_nothing_is_sealed_or_opened_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    made = sealed()
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.kdf.scrypt", None)
    with pytest.raises(SealingMissingError, match="“cryptography” is missing"):
        sealed()
    with pytest.raises(SealingMissingError):
        opened(NAME, made, WORDS)


SPOILT: dict[str, Spoil] = {
    "its last byte is missing": lambda made: made[:-1],
    "its last piece is missing": lambda made: made[:-17],
    "its header is cut": lambda made: made[: made.index(b"---")],
    "no payload": lambda made: made[: made.index(b"---") + 47],
    "nothing after the nonce": lambda made: made[: made.index(b"---") + 47 + 16],
    "something after the end": lambda made: made + b"x",
    "two recipients": lambda made: made.replace(b"\n---", b"\n-> scrypt x 1\n\n---", 1),
    "another version": lambda made: made.replace(b"/v1\n", b"/v2\n", 1),
    "other line ends": lambda made: made.replace(b"\n", b"\r\n"),
    "work with a zero before it": lambda made: made.replace(b" 8\n", b" 08\n", 1),
    "two spaces": lambda made: made.replace(b"-> scrypt", b"->  scrypt", 1),
    "nothing but the first line": lambda _: b"age-encryption.org/v1",
    "armour around nothing armoured": lambda made: sealing.ARMOUR + b"\n" + made,
    "armour around something else": lambda _: sealing.ARMOUR + b"\n" + b"QUJD\n" * 9 + sealing.ARMOUR_END,
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_damaged_or_not_complete_is_refused_in_a_sentence(how: str) -> None:
    with pytest.raises(DamagedSealError, match=r"“theirs\.json\.age” is damaged"):
        opened(NAME, SPOILT[how](sealed(b"x" * 100)), WORDS)


def test_pieces_can_not_change_places_or_be_left_out() -> None:
    made = sealed(Random(1).randbytes(3 * CHUNK))
    start, piece = made.index(b"---") + 48 + 16, CHUNK + 16
    first, second, third = (made[start + at * piece : start + (at + 1) * piece] for at in range(3))
    for payload in (second + first + third, first + third, first + second, first + second + third + third):
        with pytest.raises(DamagedSealError):
            opened(NAME, made[:start] + payload, WORDS)


@given(st.data())
def test_any_byte_changed_is_refused(data: st.DataObject) -> None:
    made = SEALED
    at, change = data.draw(st.integers(0, len(made) - 1)), data.draw(st.integers(1, 255))
    mutant = made[:at] + bytes([made[at] ^ change]) + made[at + 1 :]
    with pytest.raises(AuditError) as refused:
        read_bundle((NAME, mutant), WORDS)
    assert str(refused.value).isprintable()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.age").open("wb") as file:
        file.write(sealing.VERSION)
        file.truncate(LARGEST_BUNDLE + 1)
    with pytest.raises(BundleTooLargeError):
        read_bundle(tmp_path / "large.age", WORDS)
    with pytest.raises(BundleTooLargeToWriteError):
        sealed(bytes(LARGEST_BUNDLE))


def test_what_is_within_is_as_hostile_as_what_is_not_sealed() -> None:
    with pytest.raises(AuditError, match="not a file that School Audit exported"):
        read_bundle((NAME, sealed(b"not json")), WORDS)
    with pytest.raises(AuditError, match="not a file that School Audit exported"):
        read_bundle((NAME, sealed(sealed(a_file()))), WORDS)  # nothing is unwrapped twice


def test_only_what_begins_as_a_sealed_file_is_taken_for_one() -> None:
    assert is_sealed(sealed())
    assert is_sealed(b"\n" + sealing.ARMOUR)
    assert not is_sealed(a_file())
    assert not is_sealed(b"")


def test_a_passphrase_is_in_no_error_and_no_trace() -> None:
    for problem in (WrongPassphraseError(NAME), PassphraseNeededError(NAME)):
        assert WORDS not in repr(problem) + str(problem)
