"""Who sees what, in the partnership report: issues that schools share, and what they or their colleagues see apart."""

from collections.abc import Iterator

from audit_app.language import _
from audit_app.reports.document import Block, Heading, Paragraph, Table
from audit_app.reports.partnership_names import schools_named
from audit_app.results.partnership_model import CommonIssue, Comparison

MOST_ITEMS = 3
"""Statements told of a common issue: those that most schools share."""


def common_blocks(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("Common issues"))
    if not found.common_issues:
        yield Paragraph(_("No issue is shared by a third of the schools or more."))
        return
    yield Paragraph(_("What a third of the schools or more report, whatever else is said of them."), keeps=True)
    rows = tuple((one.title, "\n".join(_said_of(one, found))) for one in found.common_issues)
    yield Table(head=(_("Issue"), _("Which schools, and what is low in most of them")), rows=rows, widths=(20, 80))


def _said_of(one: CommonIssue, found: Comparison) -> Iterator[str]:
    """Which schools, the statements, and who could help where anybody offers anything."""
    names = schools_named(one.schools, _ids(found))
    yield _("{count} of {of}: {names}").format(count=len(one.schools), of=one.of, names=names)
    for item in one.items[:MOST_ITEMS]:
        yield _("{count} schools: {text}").format(count=len(item.schools), text=item.text)
    if any(other.offers for other in found.common_issues):
        yield _("Could help: {names}").format(names=schools_named(one.offers, _ids(found)) or _("nobody yet"))


def _ids(found: Comparison) -> tuple[str, ...]:
    return tuple(one.id for one in found.schools)


def different_blocks(found: Comparison) -> Iterator[Block]:
    if not found.perception_gaps:
        return
    titles = {one.id: one.title for one in found.sections}
    yield Heading(2, _("Seen very differently"))
    yield Paragraph(_("Statements on which schools of this partnership are two levels apart or more."), keeps=True)
    rows = tuple(
        (
            one.text,
            titles.get(one.section, one.section),
            _("Highest: {high}\nLowest: {low}").format(
                high=schools_named(one.higher, _ids(found)), low=schools_named(one.lower, _ids(found))
            ),
        )
        for one in found.perception_gaps
    )
    yield Table(head=(_("Statement"), _("Section"), _("Who sees it so")), rows=rows, widths=(30, 16, 54))


def view_blocks(found: Comparison) -> Iterator[Block]:
    """What is seen differently inside a school: only that, school by school."""
    rows = tuple(
        (one.school, f"{one.self_audit_wave}, {one.survey_wave}", "\n".join(said))
        for one in found.views
        if (said := [f"{view.title}: {view.sentence}" for view in one.sections if view.sentence])
    )
    if rows:
        yield Heading(2, _("Leaders beside colleagues"))
        yield Paragraph(_("Schools that have both: what leaders agreed, beside what colleagues said."), keeps=True)
        yield Table(head=(_("School"), _("Rounds"), _("What is seen")), rows=rows, widths=(26, 20, 54))
