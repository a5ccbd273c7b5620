"""Results: what stands beside them, where there is any: earlier rounds of the school, and the other point of view."""

import flet as ft

from audit_app.ui.components.panel import stack
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.results_trend import trend_panel
from audit_app.ui.screens.results_views import views_panel


@component
def beside_results(
    app: AppContext,
    audit: str,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """A part of its own: an older round that can't be read must not take the results with it."""
    views = ft.use_memo(lambda: app.workspace.views(audit), [audit, app.revision])
    trend = ft.use_memo(lambda: app.workspace.trend(audit), [audit, app.revision])
    return stack(
        *([views_panel(app, audit, views)] if views else []),
        *([trend_panel(app, trend)] if trend else []),
    )
