"""A mutant put into a program that runs already: the code of its functions in the place of theirs.

What a module does when it is imported cannot be changed so; such a mutant needs a fresh import.
"""

import functools
import gc
import inspect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tools.mutants.mutation import SOURCES

Key = tuple[str, str]


class Program:
    """The functions of the modules that are mutated, as they live in this process."""

    def __init__(self) -> None:
        found = gc.get_objects()
        self.functions: dict[Key, list[FunctionType]] = defaultdict(list)
        for it in found:
            if isinstance(it, FunctionType) and it.__code__.co_filename.startswith(str(SOURCES)):
                self.functions[_key(it.__code__)].append(it)
        self.caches = [it for it in found if isinstance(it, functools._lru_cache_wrapper)]  # noqa: SLF001 - its only name

    def find_changed(self, file: str, source: str) -> list[tuple[Key, CodeType]] | None:
        """The functions that a mutant changes, with their new code; ``None`` when more than functions changed."""
        path = SOURCES / file
        before, after = (compile(text, str(path), "exec", dont_inherit=True) for text in (_read(path), source))
        if list(map(_signature, _bodies(before))) != list(map(_signature, _bodies(after))):
            return None
        pairs = zip(_functions(before), _functions(after), strict=True)
        changed = [(_key(new), new) for old, new in pairs if _signature(old, deep=True) != _signature(new, deep=True)]
        can_be_swapped = all(
            live.__code__.co_freevars == new.co_freevars for key, new in changed for live in self.functions[key]
        )
        return changed if can_be_swapped and all(self.functions[key] for key, _ in changed) else None

    def swap(self, changed: Sequence[tuple[Key, CodeType]]) -> None:
        """Gives the functions their new code, and forgets what the old one answered."""
        for key, code in changed:
            for live in self.functions[key]:
                live.__code__ = code
        self.forget()

    def forget(self) -> None:
        """Empties what the program's functions remember of their answers."""
        for cache in self.caches:
            if str(getattr(cache, "__module__", "")).startswith("prep_assistant."):
                cache.cache_clear()


@functools.cache
def _read(path: Path) -> str:
    return path.read_text("utf-8")


def _key(code: CodeType) -> Key:
    return Path(code.co_filename).relative_to(SOURCES).as_posix(), code.co_qualname


def _is_function(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_NEWLOCALS)


def _bodies(code: CodeType) -> Iterator[CodeType]:
    """What runs at import: the module and its classes."""
    yield code
    for inner in _within(code):
        if not _is_function(inner):
            yield from _bodies(inner)


def _functions(code: CodeType) -> Iterator[CodeType]:
    for body in _bodies(code):
        yield from filter(_is_function, _within(body))


def _within(code: CodeType) -> Iterator[CodeType]:
    return (it for it in code.co_consts if isinstance(it, CodeType))


def _signature(code: CodeType, *, deep: bool = False) -> tuple[Any, ...]:
    """All of a code that matters but for its lines; of functions within it only when ``deep``."""
    constants = tuple(
        (_signature(it, deep=True) if deep else it.co_name) if isinstance(it, CodeType) else (type(it), repr(it))
        for it in code.co_consts
    )
    return code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, constants
