"""Whatever people write, every paper is printed, said in full, and valid; the case stays on its page."""

from hypothesis import HealthCheck, given, settings

from audit_app.reports.pdf import render
from tests.examples import examples
from tests.reports.making_papers import ON_ONE_PAGE, MadePaper, papers
from tests.reports.soundness import assert_sound

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@settings(max_examples=examples(12), deadline=None, suppress_health_check=SLOW_IS_FINE)
@given(papers(longest=120, most_schools=6, most_actions=8))
def test_any_paper_is_sound(made: MadePaper) -> None:
    reading = assert_sound(render(made.document), made.document.blocks)
    assert made.kind != ON_ONE_PAGE or reading.pages == 1
