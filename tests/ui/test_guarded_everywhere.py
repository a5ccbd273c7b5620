"""Nobody goes round the runtime: components, memo, effects and handlers are the guarded ones, in every file of ui."""

import ast
from collections.abc import Iterator, Set
from pathlib import Path

import pytest

import audit_app.ui

UI = Path(audit_app.ui.__file__).parent
FILES = sorted(path for path in UI.rglob("*.py") if "serving" not in path.parts and path.name != "runtime.py")
FORBIDDEN = {"component", "memo", "use_effect", "on_mounted", "on_unmounted", "on_updated", "observable"}
ALREADY_GUARDED = {"failure.py": {"again", "go"}}
"""A handler that comes as a guarded argument, because its file stands below the runtime."""


def faults(source: str, guarded: Set[str] = frozenset()) -> Iterator[str]:
    tree = ast.parse(source)
    guarded = guarded | {  # names for what was guarded at the top of the file
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and _is_guarded(node.value, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="ft"), attr=name) if name in FORBIDDEN:
                yield f"line {node.lineno}: ft.{name} is not guarded; take it from audit_app.ui.runtime"
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == "flet":
                yield f"line {node.lineno}: write “import flet as ft”, so that this test can read it"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="ft"), attr=name)) if name != "ColorScheme":
                for given in node.keywords:
                    if given.arg and given.arg.startswith("on_") and not _is_guarded(given.value, guarded):
                        yield f"line {given.value.lineno}: {given.arg}= needs handler(…)"
            case ast.Assign(targets=[ast.Attribute(attr=name)]) if name.startswith("on_"):
                if not _is_guarded(node.value, guarded):
                    yield f"line {node.lineno}: {name} needs handler(…)"


def _is_guarded(value: ast.expr, guarded: Set[str]) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="handler")) | ast.Constant(value=None):
            return True
        case ast.IfExp():
            return _is_guarded(value.body, guarded) and _is_guarded(value.orelse, guarded)
        case ast.Name(id=name):
            return name in guarded
    return False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(UI).as_posix())
def test_a_file_of_ui_uses_only_what_is_guarded(path: Path) -> None:
    assert not list(faults(path.read_text(encoding="utf-8"), ALREADY_GUARDED.get(path.name, set())))


@pytest.mark.parametrize(
    "source",
    [
        "@ft.component\ndef x(): ...",
        "ft.use_effect(f, [])",
        "ft.memo(x)",
        "from flet import component",
        "ft.TextButton('x', on_click=lambda: 1)",
        "ft.TextButton('x', on_click=save)",
        "ft.TextButton('x', on_click=handler(save) if ready else save)",
        "page.on_resize = resized",
    ],
)
def test_the_check_sees_what_is_not_guarded(source: str) -> None:
    assert list(faults(source))


@pytest.mark.parametrize(
    "source",
    [
        "@component\ndef x(): ...",
        "ft.TextButton('x', on_click=handler(save))",
        "ft.TextButton('x', on_click=None if busy else handler(save))",
        "button('x', save)",
        "page.on_resize = handler(resized)",
    ],
)
def test_the_check_lets_pass_what_is_guarded(source: str) -> None:
    assert not list(faults(source))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(UI).as_posix())
def test_a_component_is_short_enough_to_read(path: Path) -> None:
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 80
    ]
    assert not long
