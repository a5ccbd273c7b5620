"""`python -m audit_app` is the command `audit-app`."""

from audit_app.start import main

main()
