"""Erasing through the workspace: an audit that went on with other versions holds its words in each of them."""

import pytest

from audit_app.storage.protocol import AuditNotFoundError
from audit_app.workspace import Workspace
from tests.test_moving_audits import an_installation, answered, sent


def everything(workspace: Workspace, *audits: str) -> str:
    return "".join(one.model_dump_json() for audit in audits for one in workspace.audit(audit).entries)


def a_line(workspace: Workspace) -> tuple[str, str]:
    """An audit of the first version with a comment, and the one that goes on with it."""
    old = answered(workspace)
    workspace.comment(old, "kept", "Tom was late.")
    workspace.comment(old, "moved", "Tom was late here too.")
    return old, workspace.move_to_version(old, 2).audit.id


def test_words_are_erased_on_every_version() -> None:
    workspace = an_installation()
    old, new = a_line(workspace)
    workspace.erase_item(new, "kept")
    assert "Tom was late." not in everything(workspace, old, new)
    workspace.erase_item(new, "renamed")
    assert "late" not in everything(workspace, old, new)


def test_a_name_is_erased_on_every_version() -> None:
    workspace = an_installation()
    workspace.keep_settings(workspace.settings().model_copy(update={"person": "Ann"}))
    old, new = a_line(workspace)
    workspace.erase_person(new, "Ann")
    assert '"by":"Ann"' not in everything(workspace, old, new)
    assert workspace.people(old) == {}


def test_a_whole_audit_is_erased_on_every_version() -> None:
    workspace = an_installation()
    old, new = a_line(workspace)
    workspace.erase_audit(new)
    for audit in (old, new):
        with pytest.raises(AuditNotFoundError):
            workspace.audit(audit)


def test_a_device_with_an_old_copy_forgets_too_and_never_brings_it_back() -> None:
    here, there = an_installation(), an_installation("tablet")
    audit = answered(here, 3)
    here.comment(audit, "kept", "Tom was late.")
    sent(here, there, audit)
    here.erase_item(audit, "kept")
    sent(there, here, audit)
    assert "late" not in everything(here, audit)
    sent(here, there, audit)
    assert "late" not in everything(there, audit)
    assert here.audit(audit).entries == there.audit(audit).entries
