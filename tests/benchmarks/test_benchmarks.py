"""What a benchmark measures is the same job on both sides; how fast it is, the benchmarks themselves say."""

import pickle
import shutil
import subprocess
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from tests.benchmarks import merging, papers
from tests.benchmarks.paper_peers import MAKERS


def test_both_merge_all_answers_of_both_devices(capsys: pytest.CaptureFixture[str]) -> None:
    """One round of a few audits; four times the peer's time is a fault at any size and load."""
    assert merging.measure(answers=2_000, rounds=3) < 4
    assert "answers of" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (of poppler-utils)")
def test_every_maker_of_papers_says_the_same_words(tmp_path: Path) -> None:
    """Those that are installed. Letters are counted: each sets lines, and breaks words at hyphens, in its own way."""
    (tmp_path / papers.DOCUMENT).write_bytes(pickle.dumps(papers.a_document(2)))
    said = {}
    for name in MAKERS:
        with suppress(FileNotFoundError):
            papers.a_run(name, tmp_path)
            text = subprocess.run(["pdftotext", tmp_path / f"{name}.pdf", "-"], check=True, capture_output=True).stdout
            said[name] = Counter(filter(str.isalpha, text.decode()))
    assert said["ours"].total() > 2000
    assert all(letters == said["ours"] for letters in said.values()), {name: one.total() for name, one in said.items()}
