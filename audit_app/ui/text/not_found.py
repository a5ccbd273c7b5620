"""Words of the screen at an address that leads nowhere."""

from audit_app.language import _

TITLE = _("There is nothing at this address")
WHAT_TO_DO = _(
    "The link may be incomplete, or what it led to may have been removed. Everything you saved is still here."
)
GO_HOME = _("Go to Home")

# Where what the address names is not there: the list in which one looks for it.
GO_TO_AUDITS = _("Go to Audits")
GO_TO_SURVEYS = _("Go to Surveys")
GO_TO_LIBRARY = _("Go to Library")
