"""Every word that a person reads came through the catalogue: tried in a language that nobody speaks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.language.catalogue import template
from tests.language.pseudo import pseudo, put


@pytest.mark.slow
def test_no_screen_and_no_paper_says_a_word_that_is_not_in_the_catalogue(tmp_path: Path) -> None:
    """Words there? Write them as `_("…")`, whole sentences, and never within an f-string's own words."""
    put(pseudo(template()), tmp_path)
    walked = subprocess.run(
        [sys.executable, "-m", "tests.language.walk", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert walked.returncode == 0, walked.stderr
    found = json.loads(walked.stdout)
    assert found["english"] == {}
    assert found["places"] > 150
    assert found["papers"] > 3
