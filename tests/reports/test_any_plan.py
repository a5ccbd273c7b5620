"""Whatever people write, the plan is printed, said in full, and valid."""

from hypothesis import HealthCheck, example, given, settings

from audit_app.reports.action_plan import ActionPlan, action_plan_document
from audit_app.reports.pdf import render
from tests.examples import examples
from tests.reports.making import plans
from tests.reports.plans import a_plan_full_of
from tests.reports.soundness import assert_sound

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@example(a_plan_full_of("00" + "Ǳ\u0363000" * 12, actions=1)).via("a mark that no font has, at a line's end")
@settings(max_examples=examples(8), deadline=None, suppress_health_check=SLOW_IS_FINE)
@given(plans(longest=400, most_actions=6))
def test_any_plan_is_sound(plan: ActionPlan) -> None:
    document = action_plan_document(plan)
    assert_sound(render(document), document.blocks)
