"""Records that never change: what ``dataclass(frozen=True, slots=True)`` makes, made in an eighth of the time.

A dataclass compiles each of its methods, which takes half a millisecond, and a window that opens makes some seventy.
Here one function is compiled, ``__init__``, once for all records of a shape; the others are closures over the names of
the fields.
"""

from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

    # The type checker knows these two by name, and checks what they are told.
    from dataclasses import field, replace

__all__ = ["field", "frozen", "replace"]

Record = TypeVar("Record")

_NOTHING: Any = object()


class _Field:
    """What stands in a field that is not named, and whether a ``repr`` shows it."""

    def __init__(self, default: object = _NOTHING, default_factory: object = _NOTHING, *, repr: bool = True) -> None:  # noqa: A002
        self.default = default
        self.default_factory = default_factory
        self.repr = repr

    def options(self) -> dict[str, Any]:
        """The same for ``dataclasses.field``."""
        return {name: value for name, value in vars(self).items() if value is not _NOTHING}


if not TYPE_CHECKING:

    def field(*, default=_NOTHING, default_factory=_NOTHING, repr=True):  # noqa: A002, ANN001, ANN201
        """A field with a default, with one that is made anew for each record, or one that no ``repr`` shows."""
        return _Field(default, default_factory, repr=repr)

    def replace(record, /, **changes):  # noqa: ANN001, ANN003, ANN201
        """A record like this one but for some fields.

        Raises:
            TypeError: there is no field of that name.
        """
        return type(record)(**{name: getattr(record, name) for name in record.__match_args__} | changes)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Record]) -> type[Record]:
    """Makes a record of a class with annotated fields; a method that the class defines itself stands.

    Two records are equal when their classes and all their fields are. The class is made a second time, with its slots:
    its methods may not say ``super()`` without arguments.
    """
    kinds = {
        name: kind for name, kind in cls.__annotations__.items() if getattr(kind, "__origin__", None) is not ClassVar
    }
    content = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    defaults = {name: content.pop(name, _NOTHING) for name in kinds}
    fields = {name: it if isinstance(it, _Field) else _Field(it) for name, it in defaults.items()}
    make_class: Any = type(cls)
    made = make_class(cls.__name__, cls.__bases__, _make_methods(fields) | content | {"__slots__": tuple(fields)})
    made.__qualname__ = cls.__qualname__
    made.__init__ = _make_init(made, fields)
    made.__dataclass_fields__ = _DataclassFields(kinds, fields)
    return made  # type: ignore[no-any-return]


def _make_init(made: type, fields: dict[str, _Field]) -> FunctionType:
    """Fills each slot, past the refusal to change one."""
    given = [_NOTHING if it.default_factory is not _NOTHING else it.default for it in fields.values()]
    may_be_left_out = [it.default is not _NOTHING or it.default_factory is not _NOTHING for it in fields.values()]
    if may_be_left_out != sorted(may_be_left_out):
        raise TypeError(f"{made.__name__}: a field without a default stands behind one that has a default")
    scope: dict[str, Any] = {"NOTHING": _NOTHING}
    for place, (name, of_field) in enumerate(fields.items()):
        scope |= {f"set_{place}": getattr(made, name).__set__, f"make_{place}": of_field.default_factory}
    is_made = tuple(it.default_factory is not _NOTHING for it in fields.values())
    shape = _compile_init(is_made, is_checked=hasattr(made, "__post_init__"))
    code = shape.replace(co_varnames=("self", *fields), co_qualname=f"{made.__qualname__}.__init__")
    return FunctionType(code, scope, argdefs=tuple(given[may_be_left_out.count(False) :]))


@cache
def _compile_init(is_made: tuple[bool, ...], *, is_checked: bool) -> CodeType:
    """The code for all records of one shape: so many fields, some of them made anew. It has yet to get their names."""
    values = [f"make_{at}() if f{at} is NOTHING else f{at}" if made else f"f{at}" for at, made in enumerate(is_made)]
    lines = [f"set_{place}(self, {value})" for place, value in enumerate(values)]
    lines += ["self.__post_init__()"] if is_checked else []
    parameters = ", ".join(["self", *(f"f{place}" for place in range(len(is_made)))])
    scope: dict[str, Any] = {}
    exec(f"def __init__({parameters}): {'; '.join(lines) or 'pass'}", scope)  # noqa: S102 - made of numbers
    code: CodeType = scope["__init__"].__code__
    return code


def _make_methods(fields: dict[str, _Field]) -> dict[str, Any]:
    values: Callable[[object], object] = attrgetter(*fields) if fields else lambda _: ()
    shown = [name for name, of_field in fields.items() if of_field.repr]

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    def __repr__(self: object) -> str:  # noqa: N807
        texts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({texts})"

    return {
        "__match_args__": tuple(fields),
        "__eq__": __eq__,
        "__hash__": __hash__,
        "__repr__": __repr__,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
        "__replace__": replace,
        "__reduce__": _reduce,
    }


def _refuse_change(self: object, name: str, *_value: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}.{name}: a record never changes; replace() makes another")


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:  # noqa: ANN401 - any record
    """A copy, one through a pickle too, is made as every record is."""
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


class _DataclassFields:
    """The fields as ``dataclasses`` knows them, made when its ``fields``, ``replace`` or ``asdict`` asks for them."""

    def __init__(self, kinds: dict[str, Any], fields: dict[str, _Field]) -> None:
        self._kinds, self._fields = kinds, fields
        self._made: dict[str, Any] = {}

    def __get__(self, _record: object, _kind: type) -> dict[str, Any]:
        if not self._made:
            import dataclasses  # noqa: PLC0415 - a module that takes its time, for whoever asks

            made = [(it, self._kinds[it], dataclasses.field(**self._fields[it].options())) for it in self._fields]
            self._made = {it.name: it for it in dataclasses.fields(dataclasses.make_dataclass("Record", made))}
        return self._made
