"""The long profile: many papers with any text of up to 5,000 characters, checked by veraPDF and by reading them back.

Half of them are action plans, half of them the other papers.

uv run python -m tests.reports.torture --documents 500
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from statistics import median

from hypothesis import HealthCheck, Phase, given, seed, settings

from audit_app.reports.action_plan import ActionPlan, action_plan_document
from audit_app.reports.document import Document
from audit_app.reports.pdf import render
from tests.reports import verapdf
from tests.reports.making import plans
from tests.reports.making_papers import ON_ONE_PAGE, MadePaper, papers
from tests.reports.plans import a_plan_full_of
from tests.reports.soundness import assert_sound

LONGEST, MOST_ACTIONS, MOST_SCHOOLS = 5000, 60, 40
WORST = ("x" * LONGEST, "xш✓日" * (LONGEST // 4), "a " * (LONGEST // 2), "\n" * LONGEST, "ŵ\n" * (LONGEST // 20))


class Tally:
    """The figures of a run."""

    def __init__(self) -> None:
        self.documents = self.pages = self.checks = 0
        self.seconds: list[float] = []
        self.failures: Counter[str] = Counter()

    def try_out(self, make: Callable[[], Document], most_pages: int | None = None) -> None:
        """Render one paper and check it in both ways; what fails is counted and told, and the run goes on."""
        self.documents += 1
        try:
            document = make()
            start = time.perf_counter()
            content = render(document)
            self.seconds.append(time.perf_counter() - start)
            pages = assert_sound(content, document.blocks).pages
            assert most_pages is None or pages <= most_pages, f"{pages} pages"
            self.pages += pages
            verdict = verapdf.verdict_on(content)
        except Exception as problem:  # noqa: BLE001 # any failure at all is a finding
            self.failures[f"{type(problem).__name__}: {str(problem)[:200]}"] += 1
            return
        self.checks += verdict.checks
        self.failures.update(failure.split(":")[0] for failure in verdict.failures)

    def tell(self) -> None:
        print(f"{self.documents} documents, {self.pages} pages, {self.checks} checks by veraPDF")
        print(f"rendering: median {median(self.seconds):.3f} s, slowest {max(self.seconds):.2f} s")
        print(f"failures: {sum(self.failures.values())}")
        for failure, times in self.failures.most_common(20):
            print(f"  {times} x {failure}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Render many hostile papers and check each with veraPDF.")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    arguments = parser.parse_args()
    if not verapdf.is_available():
        print("veraPDF needs a Java runtime (Debian: default-jre-headless).", file=sys.stderr)
        return 1
    print(f"seed {arguments.seed}")
    tally = Tally()
    for text in WORST[: arguments.documents]:
        tally.try_out(partial(action_plan_document, a_plan_full_of(text, actions=1)))
    rest = max(arguments.documents - tally.documents, 0)
    _random_plans(tally, rest // 2, arguments.seed)
    _random_papers(tally, rest - rest // 2, arguments.seed)
    tally.tell()
    return 1 if tally.failures else 0


def _long_run(documents: int) -> settings:
    return settings(
        max_examples=documents,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def _random_plans(tally: Tally, documents: int, start: int) -> None:
    @seed(start)
    @_long_run(max(documents, 1))
    @given(plans(LONGEST, MOST_ACTIONS))
    def check(plan: ActionPlan) -> None:
        tally.try_out(partial(action_plan_document, plan))

    check()


def _random_papers(tally: Tally, documents: int, start: int) -> None:
    @seed(start)
    @_long_run(max(documents, 1))
    @given(papers(LONGEST, MOST_SCHOOLS, MOST_ACTIONS))
    def check(made: MadePaper) -> None:
        tally.try_out(lambda: made.document, most_pages=1 if made.kind == ON_ONE_PAGE else None)

    check()


if __name__ == "__main__":
    raise SystemExit(main())
