"""Evidence files: which are copied in, under which name, and what is said of the others."""

import pytest

from audit_app.responses.evidence import EmptyEvidenceError, EvidenceContentError, EvidenceTypeError, check_file

PDF = b"%PDF-1.7 minutes"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("../../etc/minutes.pdf", "minutes.pdf"),
        ("C:\\Users\\Ann\\minutes.PDF", "minutes.PDF"),
        ("the\nminutes\tof  May.pdf", "the minutes of May.pdf"),
        ("minutes\u202efdp.exe.pdf", "minutesfdp.exe.pdf"),
        ("محضر.pdf", "محضر.pdf"),
        ("m" * 300 + ".pdf", "m" * 116 + ".pdf"),
    ],
)
def test_a_file_keeps_the_last_part_of_its_name_as_it_is_read(name: str, kept: str) -> None:
    assert check_file(name, PDF) == kept


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("minutes.pdf", b"", EmptyEvidenceError),
        ("tool.exe", PDF, EvidenceTypeError),
        ("pdf", PDF, EvidenceTypeError),
        ("minutes.pdf", b"PK\x03\x04", EvidenceContentError),
        ("photo.png", PDF, EvidenceContentError),
    ],
)
def test_what_is_not_copied_in_is_said_for_what_it_is(name: str, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_file(name, content)
