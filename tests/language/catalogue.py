"""The template that translators begin with: every sentence of the app, with what the code says about it.

    uv run python -m tests.language.catalogue

writes `audit_app/locale/school-audit.pot`. Babel finds the sentences; the notes are ours: the comment at the end of
the line, the docstring of the function that says the sentence, and comments that begin with “Translators:”. There are no
line numbers and no time in it, so that it changes only when a sentence does.
"""

import ast
import io
import tokenize
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import write_po

from audit_app.language import DOMAIN, FOLDER

KEYWORDS: Any = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
HEADER = """\
# Every sentence of School Audit, for translators. docs/translating.md says how.
#"""
NO_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
TAG = "Translators:"


def template() -> Catalog:
    """From the sources as they are now."""
    found = Catalog(
        project="School Audit", domain=DOMAIN, header_comment=HEADER, creation_date=NO_MOMENT, fuzzy=False, version="1"
    )
    method_map = [("language.py", "ignore"), ("**.py", with_notes)]
    sentences = extract_from_dir(FOLDER.parent, method_map, None, KEYWORDS, (TAG,), strip_comment_tags=True)  # type: ignore[arg-type]
    for name, line, words, notes, context in sorted(sentences, key=lambda one: (one[0], one[1])):
        found.add(
            words, locations=[(f"audit_app/{name}", line)], auto_comments=list(dict.fromkeys(notes)), context=context
        )
    return found


def as_file(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True)
    return b"".join(line for line in file.getvalue().splitlines(keepends=True) if b"Generated-By:" not in line)


def with_notes(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Any
) -> Iterator[tuple[int, str | None, Any, list[str]]]:
    """What Babel finds in a module, with what the code says about it."""
    source = file.read()
    notes = _at_the_end_of_lines(source)
    docstrings = _docstrings(source)
    for line, function, words, comments in extract_python(io.BytesIO(source), keywords, tags, options):
        beside = [notes[line]] if line in notes else []
        yield line, function, words, [*comments, *beside, *([docstrings[line]] if line in docstrings else [])]


def _at_the_end_of_lines(source: bytes) -> dict[int, str]:
    """`MENU = _("Menu")  # the button that opens the navigation`."""
    return {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.tokenize(io.BytesIO(source).readline)
        if token.type == tokenize.COMMENT and token.line[: token.start[1]].strip() and "noqa" not in token.string
    }


def _docstrings(source: bytes) -> dict[int, str]:
    """By line, what the innermost function around it says of itself, in one paragraph."""
    found = {}
    for node in ast.walk(ast.parse(source)):  # from the outside in
        if isinstance(node, ast.FunctionDef) and (words := ast.get_docstring(node)) and node.name != "__init__":
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                found[line] = " ".join(words.split("\n\n")[0].split())
    return found


if __name__ == "__main__":
    content = as_file(template())
    TEMPLATE.write_bytes(content)
    print(f"{TEMPLATE.name}: {sum(1 for one in template() if one.id)} sentences, {len(content) // 1024} KB")
