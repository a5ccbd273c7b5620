"""The template that translators begin with: every sentence of the app, with what the code says about it.

    uv run python -m tests.language.catalogue

writes `audit_app/locale/school-audit.pot` through Babel. Babel's own reader misses what stands within f-strings, so
the sentences are found here, and with them the notes: the comment at the end of the line, the docstring of the function
that says the sentence, and comments that begin with “Translators:”. There are no line numbers and no time in the file,
so that it changes only when a sentence does.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from audit_app.language import DOMAIN, FOLDER, _fits

TEMPLATE = FOLDER / f"{DOMAIN}.pot"
HEADER = """\
# Every sentence of School Audit, for translators. docs/translating.md says how.
#"""
NO_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
TAG = "Translators:"
SAYING = ("_", "ngettext", "pgettext")


class Sentence(NamedTuple):
    """What a call of `_`, `ngettext` or `pgettext` says."""

    words: str | tuple[str, str]
    """The second form is that of several."""
    context: str | None
    notes: tuple[str, ...]


def template() -> Catalog:
    """From the sources as they are now."""
    found = Catalog(
        project="School Audit", domain=DOMAIN, header_comment=HEADER, creation_date=NO_MOMENT, fuzzy=False, version="1"
    )
    package = FOLDER.parent
    for path in sorted(package.rglob("*.py")):
        if path != package / "language.py":  # it says nothing itself
            place = path.relative_to(package.parent).as_posix()
            for one in sentences(path.read_text("utf-8")):
                found.add(one.words, locations=[(place, 1)], auto_comments=one.notes, context=one.context)
    return found


def as_file(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True)
    return b"".join(line for line in file.getvalue().splitlines(keepends=True) if b"Generated-By:" not in line)


def sentences(source: str) -> Iterator[Sentence]:
    """In the order in which they stand in a module. Raises NotConstantError."""
    tree = ast.parse(source)
    calls = sorted(_calls(tree), key=lambda one: (one.lineno, one.col_offset))
    if not calls:
        return
    comments, docstrings = _comments(source), _docstrings(tree)
    for node in calls:
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        texts = [_text(one) for one in node.args[: 1 if function == "_" else 2]]
        above = tuple(comments[line] for line in _just_above(node.lineno, comments) if comments[line].startswith(TAG))
        beside = comments.get(node.end_lineno or node.lineno, comments.get(node.lineno, ""))
        notes = (*above, "" if beside.startswith(("noqa", "type:", TAG)) else beside, docstrings.get(node.lineno, ""))
        said = tuple(dict.fromkeys(one.removeprefix(TAG).strip() for one in notes if one))
        if function == "ngettext":
            yield Sentence((texts[0], texts[1]), None, said)
        elif function == "pgettext":
            yield Sentence(texts[1], texts[0], said)
        else:
            yield Sentence(texts[0], None, said)


def unsaid(source: str) -> Iterator[str]:
    """Words in a module that no call says: not its docstrings, keys and codes (small letters without a space)."""
    tree = ast.parse(source)
    passed = {id(part) for call in _calls(tree) for part in ast.walk(call)}
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                passed.add(id(node.value))
            case ast.Subscript():
                passed.update(id(part) for part in ast.walk(node.slice))
            case ast.Compare():
                passed.update(id(part) for part in (node.left, *node.comparators))
            case ast.Dict():
                passed.update(id(part) for key in node.keys if key for part in ast.walk(key))
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed)
    for words in (node.value for node in texts if isinstance(node.value, str)):
        if re.search("[A-Za-z]{2}", words) and not re.fullmatch("[a-z_-]+", words):
            yield words


class NotConstantError(ValueError):
    """A sentence that is put together before it is looked up can't be found in any catalogue."""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            yield node


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotConstantError(f"line {node.lineno}: {ast.unparse(node)}")


def _comments(source: str) -> dict[int, str]:
    """By line, without the mark."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {one.start[0]: one.string.lstrip("# ") for one in tokens if one.type == tokenize.COMMENT}


def _just_above(line: int, comments: Mapping[int, str]) -> list[int]:
    first = line
    while first - 1 in comments:
        first -= 1
    return list(range(first, line))


def _docstrings(tree: ast.AST) -> dict[int, str]:
    """By line, what the innermost function around it says of itself, in one paragraph."""
    found = {}
    for node in ast.walk(tree):  # from the outside in
        if isinstance(node, ast.FunctionDef) and (words := ast.get_docstring(node)):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                found[line] = " ".join(words.split("\n\n")[0].split())
    return found


def unfit(translations: Path) -> list[str]:
    """The sentences of a `.po` file that would be said in English, because what they fill in does not fit."""
    with translations.open("rb") as file:
        found = read_po(file)
    faults = []
    for one in found:
        english = (one.id,) if isinstance(one.id, str) else tuple(one.id)
        said = (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        if one.id and not one.fuzzy and not all(_fits(form, *english) for form in said if form):
            faults.append(english[0])
    return faults


def write(path: Path = TEMPLATE) -> int:
    """How many sentences there are."""
    found = template()
    path.write_bytes(as_file(found))
    return len(found)


if __name__ == "__main__":
    print(f"{TEMPLATE.name}: {write()} sentences, {TEMPLATE.stat().st_size // 1024} KB")
