"""The types of the model's fields, taken apart."""

import types
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin


@dataclass(frozen=True, slots=True)
class Hint:
    """A field's type, taken apart: ``str | None`` is an optional ``str``."""

    kind: Any
    optional: bool
    many: bool


def taken_apart(hint: Any) -> Hint:
    """Return a type taken apart: ``tuple[str, ...]`` is many ``str``, a ``Literal`` is ``str``."""
    if get_origin(hint) is tuple:
        inner = taken_apart(get_args(hint)[0])
        return Hint(inner.kind, optional=False, many=True)
    if get_origin(hint) in {Union, types.UnionType}:
        (kind,) = (part for part in get_args(hint) if part is not type(None))
        inner = taken_apart(kind)
        return Hint(inner.kind, optional=True, many=inner.many)
    if get_origin(hint) is Literal:
        return Hint(str, optional=False, many=False)
    return Hint(hint, optional=False, many=False)
