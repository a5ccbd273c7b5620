"""Words of “Results” and “Plan” in the navigation: which audit’s is meant."""

from audit_app.language import _, ngettext

RESULTS_TITLE = _("Results")
RESULTS_INTRO = _("What each audit and each closed survey says. The one that was changed last stands first.")
RESULTS_NONE = _("No results yet")
RESULTS_NONE_TEXT = _(
    "Results stand here as soon as an audit has its first answers, or a survey is closed. You needn’t wait until "
    "everything is answered."
)

PLAN_TITLE = _("Plan")
PLAN_INTRO = _("What is due in your plans, then every plan by itself. The one that was changed last stands first.")
PLAN_NONE = _("No plan yet")
PLAN_NONE_TEXT = _(
    "A plan grows out of results: three to five priorities, who does what by when, and how you will know that it "
    "worked. Start an audit first; its results suggest where to begin."
)
PLANS = _("Plans")
NO_PLANS = _("Without a plan so far")
OPEN_PLAN = _("Open the action plan")
MAKE_PLAN = _("Make the action plan")
SEE_RESULTS = _("See results")
START = _("Start an audit")
SHOW_MORE = _("Show more")
FROM_OTHERS = _("Other schools’ results, side by side, stand under Partnership.")


def priorities(count: int) -> str:
    """How large a plan is."""
    return ngettext("1 priority", "{count} priorities", count).format(count=count)


def newest(count: int) -> str:
    """Above a list that is longer than what is shown."""
    return _("The {count} that were changed last").format(count=count)
