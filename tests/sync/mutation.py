"""Bundles as a fuzzer leaves them: bytes flipped, cut and doubled, or values swapped and the checksum made right.

Some are signed, and most of those signed again after the change; some are sealed, and damaged as they are.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from audit_app.files import canonical_json, sha256
from audit_app.sync.bundle import UNHASHED, Share
from audit_app.sync.sealing import seal
from audit_app.sync.signing import signer
from tests.sync.builders import a_file, a_secret, a_signed_file, a_stamp

SHARES: tuple[Share, ...] = ("scores", "comments", "full")
WHOLE = {share: (a_file(share=share), a_signed_file(share=share)) for share in SHARES}
WORDS = "gravel onion seldom tiger"
SIGN = signer(a_secret("another"))


def _little_sealed() -> bytes:
    """With hardly any work, so that thousands of them can be tried."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit_app.sync.sealing.WORK", 2)
        return seal(a_signed_file(share="scores"), WORDS, Random(1).randbytes)


SEALED = _little_sealed()
PIECES = (*(bytes([one]) for one in b'"\\{}[],:\0\xff'), b"\xed\xa0\x80", b"\\ud800", b"NaN", b"1e999")
FREE = ("value", "replaces", "option", "reason", "text", "by", "subject", "field", "stamp")
"""Where a wrong value is still of the right shape more often than not."""

VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**53,
    10**400,
    0.5,
    1e-9,
    "",
    "x",
    "x" * 5000,
    "\ud800",
    "../../etc/passwd",
    "<img src='file:///etc/passwd'/>",
    "=cmd|'/c calc'!A1",
    "\u202e\x00",
    "2026-02-30T09:00:00Z",
    "9999-12-31T23:59:59.999Z~ffff~z",
    "scores",
    "full",
    a_stamp(1),
    [],
    {},
    [[[]]],
    {"option": "9"},
    {"option": "3", "reason": "not_applicable"},
    {"kind": "link", "text": "javascript:alert(1)"},
    {"kind": "file", "sha256": "0" * 64},
    {"submission": a_stamp(20), "reason": ""},
    {"entries": [a_stamp(3)]},
)


def mutated(random: Random) -> bytes:
    """One mutant; the same for the same state of `random`."""
    if random.random() < 0.1:
        return _in_bytes(SEALED, random)
    whole = random.choice(WHOLE[random.choice(SHARES)])
    return _in_bytes(whole, random) if random.random() < 0.4 else _in_values(whole, random)


def _in_bytes(whole: bytes, random: Random) -> bytes:
    data = bytearray(whole)
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((0, 1, 1, 8, 100, 2000)))
        match random.randrange(5):
            case 0:
                data[start:end] = random.choice(PIECES)
            case 1:
                del data[start:end]
            case 2:
                data[start:start] = data[start:end] * random.choice((1, 2, 50))
            case 3:
                data[start:end] = random.randbytes(end - start)
            case _:
                del data[start:]
    return bytes(data)


def _in_values(whole: bytes, random: Random) -> bytes:
    document = json.loads(whole)
    for _ in range(random.randint(1, 3)):
        places = [*_places(document)]
        if random.random() < 0.6:
            places = [place for place in places if place[1] in FREE] or places
        holder, key = random.choice(places)
        match random.randrange(6):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[random.choice(("more", "by", "value", "é", "sha256", "x" * 300))] = deepcopy(
                    random.choice(VALUES)
                )
            case 2 if isinstance(holder, list):
                holder.append(deepcopy(holder[key]))
            case 3:
                other, place = random.choice(places)
                holder[key] = deepcopy(other[place])
            case 4:
                holder[key] = [holder[key]]
            case _:
                holder[key] = deepcopy(random.choice(VALUES))
    return _made_right(document, signed_again=random.random() < 0.7)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _made_right(document: dict[str, Any], *, signed_again: bool) -> bytes:
    """With a right checksum wherever one can be made, and a right signature, so that mutants get past them."""
    try:
        covered = canonical_json({name: value for name, value in document.items() if name not in UNHASHED})
        document["sha256"] = sha256(covered)
        if document.get("signature") and signed_again:
            document["signature"] = SIGN(document["sha256"]).model_dump()
    except ValueError:
        pass
    return json.dumps(document).encode()
