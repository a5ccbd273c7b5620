"""Taking in: how Flet gets the controls of a new screen ready to be shown, one after another, each with its parent.

Flet looks into every field that a control could have, of which there are forty to eighty, and most are left as they
are. Here it looks where something was given. It is Flet's own function but for that, of the version that is pinned;
a test says when Flet's has changed.
"""

import dataclasses
import functools
import weakref
from collections.abc import Iterator
from typing import Any, NamedTuple

import flet.controls.object_patch as flet_patch

FLET: Any = flet_patch
FLETS_OWN = FLET.DiffBuilder._configure_dataclass

PLAIN = frozenset({type(None), bool, int, float, str})
"""What most fields hold. No control is in there."""


class _Fields(NamedTuple):
    """Of a class, in their order."""

    names: tuple[str, ...]
    held: frozenset[str]
    """Those that stand in the object itself, and those that hold something even where nothing was given."""


def take_in_what_was_given() -> None:
    """In this process, from now on."""
    FLET.DiffBuilder._configure_dataclass = taken_in


def taken_in(
    builder: flet_patch.DiffBuilder, item: Any, parent: Any, frozen: bool, configure_setattr_only: bool = False
) -> Iterator[Any]:
    """Stands for `DiffBuilder._configure_dataclass`: the controls in what was added, parents first."""
    found: list[Any] = []
    _take_in(builder.control_cls, item, parent, frozen, configure_setattr_only, found)
    return iter(found)


def _take_in(controls: Any, item: Any, parent: Any, frozen: bool, only_itself: bool, found: list[Any]) -> None:
    if item.__class__ in PLAIN:
        return
    if isinstance(item, (dict, list)):
        for inner in item.values() if isinstance(item, dict) else item:
            _take_in(controls, inner, parent, frozen, False, found)
    elif dataclasses.is_dataclass(item):
        _take_in_one(controls, item, parent, frozen, only_itself, found)


def _take_in_one(controls: Any, one: Any, parent: Any, frozen: bool, only_itself: bool, found: list[Any]) -> None:
    if parent is None:
        known = getattr(one, "_parent", None)
        parent = known() if known else None
    if parent:
        if parent is one:
            raise FLET.ObjectPatchException(f"Parent is the same as item: {one}")
        one._parent = weakref.ref(parent)
    if hasattr(one, "_frozen"):
        frozen = one._frozen
    elif frozen:
        one._frozen = frozen
    kind = one.__class__
    if getattr(kind, "__flet_control_cls__", None) is None:
        kind.__flet_control_cls__ = controls

    is_control = isinstance(one, controls)
    if is_control:
        if not only_itself:
            one.build()
            one._before_update_safe()
            object.__setattr__(one, "_initialized", True)
        found.append(one)
    if not only_itself:
        for inner in _held_by(one, kind):
            _take_in(controls, inner, one if is_control else parent, frozen, False, found)
    if not frozen:
        _watch(one)


def _held_by(one: Any, kind: type) -> Iterator[Any]:
    fields, given = _fields(kind), getattr(one, "_values", {})
    for name in fields.names:
        if name in given or name in fields.held:
            yield getattr(one, name)


def _watch(one: Any) -> None:
    """From here on, what changes is noticed."""
    dirty = getattr(one, "_dirty", None)
    if dirty is not None:
        dirty.clear()
        return
    kind: Any = type(one)
    if kind.__setattr__ is not FLET._control_setattr:
        kind.__setattr__ = FLET._control_setattr
    object.__setattr__(one, "__changes", {})


@functools.cache
def _fields(kind: type[Any]) -> _Fields:
    names = tuple(field.name for field in dataclasses.fields(kind) if not field.metadata.get("skip", False))
    defaults = getattr(kind, "_prop_defaults", {})
    return _Fields(names, frozenset(name for name in names if name not in defaults or _can_hold(defaults[name])))


def _can_hold(value: object) -> bool:
    return dataclasses.is_dataclass(value) or isinstance(value, (dict, list))
