"""What the readers of a plan are asked: questions, and decisions."""

import flet as ft

from audit_app.plans.model import Plan
from audit_app.ui.components.panel import panel
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading
from audit_app.ui.context import AppContext
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.text import plan as text


def asked_panel(app: AppContext, audit: str, plan: Plan, keeping: PlanKeeping, title: str) -> ft.Control:
    workspace = app.workspace

    def keep_questions(audit: str, lines: str) -> None:
        workspace.ask_governors(audit, lines.splitlines(), workspace.plan(audit).decisions)

    def keep_decisions(audit: str, lines: str) -> None:
        workspace.ask_governors(audit, workspace.plan(audit).questions, lines.splitlines())

    return panel(
        heading(title),
        text_field(
            text.QUESTIONS,
            keeping.value("questions", "\n".join(plan.questions)),
            lambda lines: keeping.keep("questions", lines, keep_questions, lines),
            hint=text.QUESTIONS_HINT,
            error=keeping.error("questions"),
            lines=3,
            key=f"questions {audit}",
        ),
        text_field(
            text.DECISIONS,
            keeping.value("decisions", "\n".join(plan.decisions)),
            lambda lines: keeping.keep("decisions", lines, keep_decisions, lines),
            hint=text.DECISIONS_HINT,
            error=keeping.error("decisions"),
            lines=3,
            key=f"decisions {audit}",
        ),
    )
