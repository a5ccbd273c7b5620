"""Sharing: what of an audit travels, chosen at export; everything else stays where it is.

What does travel in `scores` and `comments` is what stands, or stood when it was submitted, without authors; of an
answer in words, `scores` says only that there is one. Two things
keep later merges right: each copy still names all that it replaced (stamps only), so a second export takes the place of
the first at the receiver; and what was taken back travels as taken back, because not sent is not deleted.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import JsonValue, ValidationError

from audit_app.files import sha256
from audit_app.language import _, ngettext
from audit_app.questionnaires.own import OwnItemsError
from audit_app.responses.asking import own_items_of
from audit_app.responses.content import AuditContent
from audit_app.responses.evidence import files_named as files_named
from audit_app.responses.model import Answer, Entry, Evidence, item_subject
from audit_app.responses.standing import heads, tips
from audit_app.responses.submission import ReopeningValue, SubmissionValue, counted
from audit_app.responses.survey import in_order
from audit_app.responses.union import MOST_REPLACED

Share = Literal["scores", "comments", "full"]

NOTHING_SHARED: JsonValue = {}
"""Stands where something was that this version can't read: it says nothing, and still replaces what it replaced."""


def shared(content: AuditContent, share: Share) -> AuditContent:
    """The copy of an audit that travels: entries in the order of their stamps, files in that of their SHA-256."""
    entries = tuple(sorted(content.entries, key=lambda entry: entry.stamp))
    if share == "full":
        named = files_named(entries)
        kept = {name: one for one in content.files if (name := sha256(one)) in named}
        return AuditContent(
            audit=content.audit,
            entries=entries,
            files=tuple(kept[name] for name in sorted(kept)),
            responses=in_order(content.responses),
        )
    return AuditContent(audit=content.audit, entries=tuple(redacted(entries, share)))


def what_travels(entries: Iterable[Entry], share: Share) -> tuple[str, ...]:
    """What a bundle of this audit holds, and what not, in words and counts."""
    made = tuple(entries)
    standing = [entry for (subject, _), group in heads(made).items() if subject.startswith("item/") for entry in group]
    fields = Counter(entry.field for entry in standing)
    answers = _answers(fields["answer"])
    comments = ngettext("{count} comment", "{count} comments", fields["comment"]).format(count=fields["comment"])
    evidence = ngettext("{count} piece of evidence", "{count} pieces of evidence", fields["evidence"]).format(
        count=fields["evidence"]
    )
    match share:
        case "scores":
            left_out = _("No comments, no names of people, no files, no plan, no history")
            if any(map(_in_words, standing)):
                left_out = _("No comments, no answers in words, no names of people, no files, no plan, no history")
            return (
                _("{answers}; for each, how much evidence there is, but not what it says").format(answers=answers),
                left_out,
            )
        case "comments":
            return (
                _("{answers}, {comments}, {evidence} in words").format(
                    answers=answers, comments=comments, evidence=evidence
                ),
                _("No names of people beyond those in the words, no files, no plan, no history"),
            )
        case "full":
            count = len(files_named(standing))
            files = ngettext("{count} file", "{count} files", count).format(count=count)
            return (
                f"{answers}, {comments}, {evidence}, {files}",
                _("The plan and the whole history: {count}, with the names of {people}").format(
                    count=_changes(made), people=_people(made)
                ),
            )


def what_joint_plan_travels(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The same of a joint plan, which always travels whole: it is written to be shared."""
    made = tuple(entries)
    return (
        _("The joint plan, whole: every school’s part, with the people who are named in it"),
        _("Its history: {count}, with the names of {people}. No audit, and no survey").format(
            count=_changes(made), people=_people(made)
        ),
    )


def what_survey_travels(responses: int, share: Share, *, closed: bool) -> tuple[str, ...]:
    """The same of a survey: results by group leave it, answers of one colleague only to the school's own devices."""
    answers = ngettext("{count} anonymous response", "{count} anonymous responses", responses).format(count=responses)
    results = (
        _("The results by group, those of small groups withheld")
        if closed
        else _("No results: the survey is still open")
    )
    match share:
        case "scores":
            return (results, _("No responses, no comments, no notice, no names of people"))
        case "comments":
            return (
                _("{results}; comments without the group, where enough colleagues commented").format(results=results),
                _("No responses, no names of people beyond those in the comments"),
            )
        case "full":
            return (
                _("{answers}, one by one, with group and day: only for another device of your own school").format(
                    answers=answers
                ),
                _("The notice, and who opened and closed the survey"),
            )


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _changes(made: tuple[Entry, ...]) -> str:
    return ngettext("{count} change", "{count} changes", len(made)).format(count=len(made))


def _people(made: tuple[Entry, ...]) -> str:
    count = len({entry.by for entry in made if entry.by})
    return ngettext("{count} person", "{count} people", count).format(count=count)


def redacted(entries: tuple[Entry, ...], share: Share) -> Iterator[Entry]:
    """The copies that travel, in the order given."""
    by_stamp = {entry.stamp: entry for entry in entries}
    standing = _tips(entries) | _tips(counted(entries))
    own = _own_subjects(entries)
    for entry in entries:
        if entry.subject in own:
            continue
        match entry.subject.partition("/")[0], entry.field:
            case "item", "answer" if entry.stamp in standing:
                value = _answer(entry.value, share)
            case "item", "evidence" if entry.stamp in standing:
                value = _evidence(entry.value, share)
            case "item", "comment" if entry.stamp in standing and share == "comments":
                value = entry.value if isinstance(entry.value, str) else NOTHING_SHARED
            case "survey", "results":
                value = _survey_results(entry.value, share)
            case "audit", "submission":
                value = entry.value if _reads(SubmissionValue, entry.value) else NOTHING_SHARED
            case "audit", "reopening":
                value = _reopening(entry.value)
            case _:
                continue
        said = None if entry.value is None else value
        replaces = entry.replaces if entry.subject == "audit" else _all_replaced(entry, by_stamp)
        if entry.redacted and (entry.by, entry.value, entry.replaces) == ("", said, replaces):
            yield entry
        else:
            yield entry.model_copy(update={"by": "", "value": said, "replaces": replaces, "redacted": True})


def _own_subjects(entries: Iterable[Entry]) -> frozenset[str]:
    """Of the school's own items: what is said about them is nobody else's, whatever is shared of the rest."""
    try:
        own = own_items_of(entries)
    except OwnItemsError:
        return frozenset()
    return frozenset(item_subject(item.id) for item in own.items) if own else frozenset()


def _tips(entries: Iterable[Entry]) -> frozenset[str]:
    """Stamps of what nothing replaces, what takes something back included."""
    return frozenset(entry.stamp for group in tips(entries).values() for entry in group)


def _all_replaced(entry: Entry, by_stamp: Mapping[str, Entry]) -> tuple[str, ...]:
    """What it replaced, directly or not, the nearest first: a receiver may hold any of it."""
    found = dict.fromkeys(entry.replaces)
    left = deque(found)
    while left and len(found) < MOST_REPLACED:
        stamp = left.popleft()
        before = by_stamp.get(stamp)
        if before is None or (before.subject, before.field) != (entry.subject, entry.field):
            continue
        further = before.replaces
        left.extend(one for one in further if one not in found)
        found.update(dict.fromkeys(further))
    return tuple(sorted([*found][:MOST_REPLACED]))


def _answer(value: JsonValue, share: Share) -> JsonValue:
    if not _reads(Answer, value):
        return NOTHING_SHARED
    return {"value": ""} if share == "scores" and Answer.model_validate(value).in_words else value


def _in_words(entry: Entry) -> bool:
    return entry.field == "answer" and _reads(Answer, entry.value) and Answer.model_validate(entry.value).in_words


def _evidence(value: JsonValue, share: Share) -> JsonValue:
    if not isinstance(value, dict) or not _reads(Evidence, value):
        return NOTHING_SHARED
    return {name: value[name] for name in (("kind",) if share == "scores" else ("kind", "text")) if name in value}


def _survey_results(value: JsonValue, share: Share) -> JsonValue:
    """What was worked out at the closing, under disclosure control already; comments only where comments are shared."""
    if not isinstance(value, dict):
        return NOTHING_SHARED
    return value if share == "comments" else {key: said for key, said in value.items() if key != "comments"}


def _reopening(value: JsonValue) -> JsonValue:
    return {**value, "reason": ""} if isinstance(value, dict) and _reads(ReopeningValue, value) else NOTHING_SHARED


def _reads(model: type[Answer | Evidence | SubmissionValue | ReopeningValue], value: JsonValue) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True
