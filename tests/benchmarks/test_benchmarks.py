"""What a benchmark measures is the same job on both sides; how fast it is, the benchmarks themselves say."""

import pytest

from tests.benchmarks import merging


def test_both_merge_all_answers_of_both_devices(capsys: pytest.CaptureFixture[str]) -> None:
    """One round of a few audits; four times the peer's time is a fault at any size and load."""
    assert merging.measure(answers=2_000, rounds=3) < 4
    assert "answers of" in capsys.readouterr().out
