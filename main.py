"""The entry that `flet build` looks for."""

from audit_app.app import main

main()
