"""No file costs more than 300 MB, whatever it was made to do; and no mutant gives a traceback."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_app.sync.limits import BundleTooDeepError, BundleTooLargeError
from audit_app.sync.reading import read_bundle
from tests.examples import examples
from tests.sync.costly import HUGE, costs, nested_entry
from tests.sync.fuzz import what_becomes_of
from tests.sync.mutation import mutated


def test_a_file_of_200_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(HUGE)
    with pytest.raises(BundleTooLargeError, match=r"“huge\.json” is larger"):
        read_bundle(path)


def test_ten_thousand_brackets_deep_is_refused() -> None:
    with pytest.raises(BundleTooDeepError, match="nested too deeply"):
        read_bundle(("deep.json", nested_entry()))


@settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_no_mutant_gives_anything_but_a_sentence(random: Random) -> None:
    what_becomes_of(mutated(random))


def test_a_thousand_mutants_give_nothing_but_sentences() -> None:
    for seed in range(1000):
        what_becomes_of(mutated(Random(seed)))


@pytest.mark.slow
def test_the_costliest_files_take_less_than_300_mb() -> None:
    for cost in costs("39,000 objects of one key", "30 MB of evidence"):
        assert cost.megabytes < 300, cost
