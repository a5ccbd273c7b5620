"""Import: what a plan that is here will say otherwise, field by field."""

import flet as ft

from audit_app.plans import reviews
from audit_app.plans.coming import PlanChange
from audit_app.shortening import on_one_line
from audit_app.sync.merge import ImportPlan, PlannedAudit
from audit_app.ui.components.long_list import long_list
from audit_app.ui.components.panel import panel
from audit_app.ui.components.words import heading
from audit_app.ui.context import AppContext
from audit_app.ui.screens.plan_differences import in_words
from audit_app.ui.text import import_bundle as import_text
from audit_app.ui.text import joint_plan as plan_words
from audit_app.ui.text import plan_coming as text

LONGEST = 120
"""Characters of what somebody wrote."""


def changes_part(app: AppContext, planned: ImportPlan) -> list[ft.Control]:
    """Nothing where no plan changes."""
    return [_changes(app, one) for one in (*planned.merge, *planned.conflict) if one.plan_changes]


def _changes(app: AppContext, one: PlannedAudit) -> ft.Control:
    asked = app.workspace.questionnaire(one.questionnaire, one.version)
    return panel(
        heading(text.title(import_text.audit(one.school, asked.title, one.wave)), 3),
        *long_list([line(change) for change in one.plan_changes]),
        key=f"plan of {one.audit}",
    )


def line(change: PlanChange) -> str:
    """What becomes of one part, or of one field of it."""
    where = text.where(_short(change.priority), _short(change.action)) if change.priority or change.action else ""
    match change.deed:
        case "new":
            return text.new(where or text.UNTITLED)
        case "gone":
            return text.gone(where or text.UNTITLED)
        case "back":
            return text.back(where or text.UNTITLED)
    before, after = (_short(in_words(value, change.field)) for value in (change.before, change.after))
    if change.field == reviews.FIELD:
        return text.REVIEW.format(day=after)
    field = plan_words.FIELDS.get(change.field, change.field.replace("_", " "))
    place = f"{where}, {field}" if where else field
    return (text.differs if change.deed == "differs" else text.changed)(place, before, after)


def _short(words: str) -> str:
    return on_one_line(words, LONGEST)
