"""How the command line says things: JSON documents with stable keys, and plain text in columns for people."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from audit_app.plans.model import Plan
from audit_app.questionnaires.check import Finding
from audit_app.questionnaires.model import Condition, Item, Questionnaire
from audit_app.regional import plain
from audit_app.responses.model import Answer
from audit_app.responses.progress import Summary
from audit_app.results.figures import one_decimal
from audit_app.results.model import AuditResults
from audit_app.storage.doctor import Health, Repair
from audit_app.sync.merge import ImportPlan
from audit_app.sync.reading import UnreadFile
from audit_app.workspace import OpenAudit

Row = dict[str, object]


def json_text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def columns(rows: Iterable[Sequence[object]]) -> str:
    """Rows under one another, each column as wide as its widest cell."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def counted(count: int, one: str, many: str = "") -> str:
    """“1 audit”, “2 audits”; `many` is what no s is put to."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def number(value: float | None) -> str:
    return one_decimal(value)


# Questionnaires


def questionnaire_rows(found: Iterable[Questionnaire], is_shipped: Callable[[str], bool]) -> list[Row]:
    return [
        {
            "id": one.id,
            "version": one.version,
            "title": one.title,
            "mode": one.mode,
            "languages": list(one.languages),
            "items": len(one.items_by_id),
            "minutes": one.minutes,
            "fingerprint": one.fingerprint,
            "own": not is_shipped(one.id),
        }
        for one in found
    ]


def questionnaire_list(rows: list[Row]) -> str:
    head = ("ID", "Version", "Items", "Minutes", "From", "Title")
    keys = ("id", "version", "items", "minutes")
    lines = [
        (*(row[key] for key in keys), "this data folder" if row["own"] else "School Audit", row["title"])
        for row in rows
    ]
    return columns([head, *lines])


def questionnaire(one: Questionnaire) -> str:
    lines = [f"{one.title} (version {one.version}, {counted(one.minutes, 'minute')})", one.summary]
    for section in one.sections:
        lines += ["", section.title.upper(), *_shown_when(section.visible_if, one)]
        for item in section.items:
            lines += ["", item.id, *(f"  {line}" for line in _asked(one, item))]
    return "\n".join(lines)


def _asked(one: Questionnaire, item: Item) -> Iterator[str]:
    yield item.text
    if item.hint:
        yield item.hint
    yield from _shown_when(item.visible_if, one)
    for option in one.options_of(item):
        descriptor = f": {item.descriptors[option.code]}" if option.code in item.descriptors else ""
        yield f"  {option.code}  {option.label}{descriptor}"
    if item.kind in _ANSWERED:
        yield f"  {_ANSWERED[item.kind]}"


def _shown_when(condition: Condition | None, one: Questionnaire) -> list[str]:
    if condition is None:
        return []
    from audit_app.questionnaires.condition_words import in_words  # elementpath only where a condition is met

    return [f"Shown when {in_words(condition, one)}."]


_ANSWERED = {"number": "A number.", "text": "Words.", "date": "A day.", "multiple": "As many of these as apply."}


def findings(name: str, found: Sequence[Finding]) -> str:
    if not found:
        return f"{name}: nothing to mend."
    lines = [f"{one.grade}: {one.place}: {one.what} {one.remedy}" for one in found]
    errors = sum(one.grade == "error" for one in found)
    return "\n".join([*lines, f"{name}: {errors} to mend, {len(found) - errors} to look at."])


def imported(name: str, kept: Questionnaire | None, found: Sequence[Finding]) -> str:
    said = f"“{kept.title}”, version {kept.version}, is in the library as “{kept.id}”." if kept else ""
    return "\n".join(part for part in (findings(name, found), said) if part)


# Audits


def audit_rows(found: Iterable[Summary]) -> list[Row]:
    return [{**one.model_dump(mode="json"), "school": one.school.name} for one in found]


def audit_list(found: Sequence[Summary]) -> str:
    if not found:
        return "No audits yet. “audit-app” opens the app to start one; “audit-app demo” shows an invented partnership."
    rows = (
        (one.id, one.school.name, one.wave, one.status, f"{one.answered} of {one.items}", one.changed) for one in found
    )
    return columns([("ID", "School", "Wave", "Status", "Answered", "Changed"), *rows])


def audit_document(opened: OpenAudit) -> Row:
    return {
        **opened.audit.model_dump(mode="json"),
        "status": opened.status,
        "place": opened.resume_at(),
        "items": [item_document(opened, item.id) for item in opened.questionnaire.items],
        "submissions": [one.model_dump(mode="json") for one in opened.submissions],
    }


def item_document(opened: OpenAudit, item_id: str) -> Row:
    standing = opened.standing(item_id)
    item = opened.questionnaire.items_by_id[item_id]
    return {
        "id": item_id,
        "section": opened.questionnaire.section_of[item_id].id,
        "text": item.text,
        "answer": standing.answer.model_dump() if standing.answer else None,
        "rivals": [
            {"by": entry.by, "at": entry.at.isoformat(), "value": entry.value, "stamp": entry.stamp}
            for entry in standing.rivals
        ],
        "comments": [{"by": entry.by, "text": entry.value, "stamp": entry.stamp} for entry in standing.comments],
        "evidence": [
            {**found.model_dump(exclude_none=True), "stamp": entry.stamp} for entry, found in standing.evidence
        ],
    }


def item(opened: OpenAudit, item_id: str, *, hidden: bool = False) -> str:
    unasked = " (not asked: other answers hide it)" if hidden else ""
    text = f"{item_id}: {_answer_words(opened, item_id)}{unasked}"
    stands = opened.standing(item_id)
    rivals = [(one.by or "somebody", Answer.model_validate(one.value)) for one in stands.rivals]
    lines = [f"  {by}: {answer_words(opened.questionnaire, item_id, given)}" for by, given in rivals]
    lines += [f"  {entry.value}" for entry in stands.comments]
    lines += [f"  Evidence: {found.text}  [{entry.stamp}]" for entry, found in stands.evidence]
    return "\n".join([text, *lines])


def audit(opened: OpenAudit, hidden: Collection[str] = ()) -> str:
    """`hidden` are ids of items that other answers hide."""
    found = opened.audit
    lines = [f"{opened.questionnaire.title}, {found.school.name}, {found.wave} ({opened.status})"]
    for section in opened.questionnaire.sections:
        lines += ["", section.title.upper(), *(item(opened, one.id, hidden=one.id in hidden) for one in section.items)]
    return "\n".join(lines)


def _answer_words(opened: OpenAudit, item_id: str) -> str:
    standing = opened.standing(item_id)
    if standing.rivals:
        return "different answers; choose one"
    return answer_words(opened.questionnaire, item_id, standing.answer) if standing.answer else "no answer yet"


def answer_words(questionnaire: Questionnaire, item_id: str, answer: Answer) -> str:
    """An answer with what its codes mean."""
    labels = {option.code: option.label for option in questionnaire.options_of(questionnaire.items_by_id[item_id])}
    match answer:
        case Answer(option=str(code)):
            return _code_words(labels, code)
        case Answer(reason=str(reason)):
            return reason.replace("_", " ")
        case Answer(value=tuple(codes)):
            return ", ".join(_code_words(labels, code) for code in codes)
        case Answer(value=float(amount)):
            return plain(amount)
        case Answer(value=words):
            return str(words) or "answered in words, which were not shared"


def _code_words(labels: Mapping[str, str], code: str) -> str:
    return f"{code} {labels[code]}" if code in labels else code


# Results and plans


def results(found: AuditResults) -> str:
    rows = [
        (
            one.title,
            number(one.score),
            one.n,
            one.missing,
            one.not_applicable,
            " ".join(map(str, one.distribution.values())),
        )
        for one in found.sections
    ]
    head = ("Section", "Score", "Answers", "Missing", "Not applicable", "At each level")
    lines = [f"{found.school}, {found.wave} ({found.status})", "", columns([head, *rows]), ""]
    if found.balance:
        lines += [found.balance.sentence, found.balance.how]
    return "\n".join(lines)


def plan(found: Plan) -> str:
    if not found.priorities:
        return "No priorities are chosen yet. “audit-app priorities suggest” has three to five; “add” takes your own."
    lines: list[str] = []
    for at, priority in enumerate(found.priorities, 1):
        leads, due = priority.owner or "not agreed", priority.due or "not agreed"
        lines.append(f"{at}. {priority.title} ({priority.rag or 'not rated'}; leads: {leads}; due {due})")
        lines += [
            f"   - {one.text} ({', '.join(filter(None, (one.school, one.owner or 'nobody yet')))}, "
            f"{one.due or 'no date'}, {one.state})"
            for one in priority.actions
        ]
    return "\n".join(lines)


# What travels, and what is sound


def import_document(planned: ImportPlan, unread: Iterable[UnreadFile] = ()) -> Row:
    return {**planned.model_dump(mode="json"), "unread": [{"file": one.file, "reason": one.reason} for one in unread]}


def import_plan(planned: ImportPlan, dry_run: bool) -> str:
    parts = (
        ("would be added" if dry_run else "added", planned.add),
        ("would be joined with what is here" if dry_run else "joined with what was here", planned.merge),
        ("joined, with answers that differ: “audits show” has them, “answer” settles one", planned.conflict),
        ("the same as what is here", planned.same),
        ("erased here for good, so left out", planned.erased),
    )
    lines = [f"{one.school}, {one.wave}: {said}" for said, found in parts for one in found]
    lines += [
        f"{one.school}, {one.wave}: {one.erases} comments, pieces of evidence or names that are here "
        f"{'would be' if dry_run else 'were'} erased for good, as they were where this comes from"
        for one in (*planned.merge, *planned.conflict)
        if one.erases
    ]
    lines += [f"{one.school}, {one.wave}: refused. {one.reason}" for one in planned.refused]
    return "\n".join(lines) or "There was nothing in it."


def health(found: Health, repaired: Sequence[Repair]) -> str:
    done = [f"{one.audit}: {one.what}" for one in repaired]
    left = [f"{one.audit}: {one.what}" for one in found.damaged]
    return "\n".join([*done, *left, found.sentence])


def demo(made: Sequence[Summary]) -> str:
    schools = len({one.school.name for one in made})
    told = f"{counted(schools, 'school')}, {counted(len(made), 'audit')}"
    return f"An invented partnership: {told}. “audit-app audits list” shows them."
