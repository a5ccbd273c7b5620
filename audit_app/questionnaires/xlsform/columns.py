"""Columns of the survey that have no place here: said at the cell where ODK would act on it, else at the heading."""

import re
from collections.abc import Iterator, Mapping

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.xlsform.lines import DESCRIPTOR, Line, understood
from audit_app.questionnaires.xlsform.workbook import Sheet

_NOTHING_TO_DO = "Nothing to do, unless the form needs it."

_READ = frozenset(
    {
        *("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"),
        *("choice_filter", "disabled", "kind", "why", "idea", "evidence_prompt", "reverse", "weight"),
        *("not_applicable", "prefer_not_to_say", "follow_up", "follow_up_for", "intro"),
    }
)
_UNREAD: Mapping[str, str] = {
    "appearance": "How a question looks can’t be chosen here.",
    "calculation": "Nothing is calculated here while the questions are answered.",
    "default": "No answer is filled in beforehand here.",
    "read_only": "Every question that is shown can be answered here.",
    "repeat_count": "A group is asked once here.",
    "trigger": "Nothing is calculated here while the questions are answered.",
    "parameters": "Parameters have no place here.",
    "guidance_hint": "Only the hint is shown here.",
    "required_message": "A required item has its own sentence here.",
    "requiredmsg": "A required item has its own sentence here.",
    "no_app_error_string": "No other app is opened here.",
    "noapperrorstring": "No other app is opened here.",
    "count": "A group is asked once here.",
    "save_to": "Answers are kept in the audit only.",
    "image": "Pictures, sound and films can’t be shown.",
    "audio": "Pictures, sound and films can’t be shown.",
    "video": "Pictures, sound and films can’t be shown.",
    "big-image": "Pictures, sound and films can’t be shown.",
}
_UNREAD_KIND = re.compile(r"(media|bind|body|instance|control|sms)[:_].*")


def unread_columns(sheet: Sheet, lines: tuple[Line, ...]) -> Iterator[Finding]:
    """A finding for each cell, or heading, that is not read."""
    for heading in sheet.headings:
        base = understood(heading).base
        known = base in _READ or base in _UNREAD or _UNREAD_KIND.fullmatch(base)
        if not known and not base.startswith((DESCRIPTOR, "exactly")):
            what = "This column has no place here and is not read."
            yield sheet.finding("warning", None, heading, what, _NOTHING_TO_DO)
    for line in lines:
        for one in line.cells:
            if one.base in _UNREAD:
                yield line.finding("warning", one.base, _UNREAD[one.base], _NOTHING_TO_DO)
            elif _UNREAD_KIND.fullmatch(one.base):
                what = "This setting of ODK’s has no place here and is not read."
                yield line.finding("warning", one.base, what, _NOTHING_TO_DO)
