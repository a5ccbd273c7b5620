"""The long profile: many plans with any text of up to 5,000 characters, checked by veraPDF and by reading them back.

uv run python -m tests.reports.torture --documents 500
"""

import argparse
import random
import sys
import time
from collections import Counter
from statistics import median

from hypothesis import HealthCheck, Phase, given, seed, settings

from audit_app.reports.action_plan import ActionPlan, action_plan_document
from audit_app.reports.pdf import render
from tests.reports import verapdf
from tests.reports.making import plans
from tests.reports.plans import a_plan_full_of
from tests.reports.soundness import assert_sound

LONGEST, MOST_ACTIONS = 5000, 60
WORST = ("x" * LONGEST, "xш✓日" * (LONGEST // 4), "a " * (LONGEST // 2), "\n" * LONGEST, "ŵ\n" * (LONGEST // 20))


class Tally:
    """The figures of a run."""

    def __init__(self) -> None:
        self.documents = self.pages = self.checks = 0
        self.seconds: list[float] = []
        self.failures: Counter[str] = Counter()

    def try_out(self, plan: ActionPlan) -> None:
        """Render one plan and check it in both ways; what fails is counted and told, and the run goes on."""
        self.documents += 1
        try:
            document = action_plan_document(plan)
            start = time.perf_counter()
            content = render(document)
            self.seconds.append(time.perf_counter() - start)
            self.pages += assert_sound(content, document.blocks).pages
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
    parser = argparse.ArgumentParser(description="Render many hostile plans and check each with veraPDF.")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    arguments = parser.parse_args()
    if not verapdf.is_available():
        print("veraPDF needs a Java runtime (Debian: default-jre-headless).", file=sys.stderr)
        return 1
    print(f"seed {arguments.seed}")
    tally = Tally()
    for text in WORST[: arguments.documents]:
        tally.try_out(a_plan_full_of(text, actions=1))
    rest = arguments.documents - tally.documents
    if rest > 0:
        _random_plans(tally, rest, arguments.seed)
    tally.tell()
    return 1 if tally.failures else 0


def _random_plans(tally: Tally, documents: int, start: int) -> None:
    @seed(start)
    @settings(
        max_examples=documents,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(plans(LONGEST, MOST_ACTIONS))
    def check(plan: ActionPlan) -> None:
        tally.try_out(plan)

    check()


if __name__ == "__main__":
    raise SystemExit(main())
