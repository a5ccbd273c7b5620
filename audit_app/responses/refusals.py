"""Refusals: why a change to an audit can't be made, each as the sentence that its maker reads."""

from collections.abc import Sequence
from difflib import get_close_matches

from audit_app.errors import AuditError, NothingThereError
from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption
from audit_app.regional import number
from audit_app.responses.fitting import Remark

LONGEST_COMMENT = 20_000
"""Characters: ten pages. More belongs into a file of evidence."""

MOST_LISTED = 3
"""So many can be read in one sentence; a screen shows them all."""


class UnknownItemError(NothingThereError):
    def __init__(self, item_id: str, questionnaire: Questionnaire) -> None:
        near = get_close_matches(item_id, questionnaire.items_by_id, n=3, cutoff=0.7)
        hint = (
            _("Did you mean {names}?").format(names=" or ".join(near))
            if near
            else _("“audit-app questionnaires show” lists its items.")
        )
        super().__init__(
            _("“{title}” has no item “{item_id}”. {hint}").format(
                title=questionnaire.title, item_id=item_id[:80], hint=hint
            )
        )


class UnknownOptionError(AuditError):
    def __init__(self, option: str, offered: Sequence[ResponseOption]) -> None:
        codes = ", ".join(f"{one.code} ({one.label})" for one in offered)
        super().__init__(
            _("“{option}” is not one of the answers that can be given. Choose one of these: {codes}.").format(
                option=option[:40], codes=codes
            )
        )


class ReasonNotAllowedError(AuditError):
    def __init__(self, item: Item, reason: str) -> None:
        words = reason.replace("_", " ")
        super().__init__(
            _("“{text}” can't be answered with “{words}”. Choose a level, or leave it unanswered.").format(
                text=item.text, words=words
            )
        )


class MisfitError(AuditError):
    def __init__(self, item: Item, why: str) -> None:
        super().__init__(_("“{text}” can't be answered like that. {why}").format(text=item.text, why=why))


class SubmittedError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("This audit has been submitted, so its answers are fixed. Reopen it first, and say why."))


class ReceivedError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This is another school's audit, received to compare with. It can be read here but not changed; "
                "ask that school to change its own."
            )
        )


class NothingToSubmitError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("No item has an answer yet, so there is nothing to submit. Answer some first."))


class UnsettledError(AuditError):
    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(
            ngettext(
                "Colleagues gave different answers to {count} item ({items}). Choose one answer for each, then submit.",
                "Colleagues gave different answers to {count} items ({items}). Choose one answer for each, then "
                "submit.",
                len(items),
            ).format(count=len(items), items=", ".join(items))
        )


class UnreadyError(AuditError):
    """Required items without an answer, and answers that a check calls wrong."""

    def __init__(self, questionnaire: Questionnaire, errors: Sequence[Remark]) -> None:
        self.errors = tuple(errors)
        """In the order asked; an item may stand in it more than once."""
        self.items = tuple(dict.fromkeys(one.item for one in errors))
        said = [f"“{questionnaire.items_by_id[one.item].text}” {one.message}" for one in errors[:MOST_LISTED]]
        if len(errors) > MOST_LISTED:
            said.append(_("And {count} more.").format(count=len(errors) - MOST_LISTED))
        count = ngettext(
            "1 item has to be put right before this can be submitted.",
            "{count} items have to be put right before this can be submitted.",
            len(self.items),
        ).format(count=len(self.items))
        super().__init__(" ".join([count, *said]))


class NotSubmittedError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("This audit has not been submitted, so it needs no reopening: its answers can be changed."))


class NoReasonError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("Say in a few words why the audit is reopened; the reason is kept with it."))


class CommentTooLongError(AuditError):
    def __init__(self, length: int) -> None:
        super().__init__(
            _("The comment has {length} characters; {most} can be kept. Shorten it, or add it as a file.").format(
                length=number(f"{length:,}"), most=number(f"{LONGEST_COMMENT:,}")
            )
        )


class EmptyEvidenceTextError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("The evidence is empty. Say what shows it, give a link, or add a file."))


class GoneError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _("That is no longer there: it was changed or removed in the meantime. Look at the item again.")
        )
