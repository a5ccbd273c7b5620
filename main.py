"""The entry that `flet build` looks for."""

from audit_app.start import packaged

packaged()
