"""Where the program was when it failed: file, line and function. Never a message, an argument or a local variable.

A message carries what it complains of, and that may be a patient's name.
"""

import errno
import os
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from types import FrameType, TracebackType

_MOST_AT_EACH_END = 40
_MOST_CAUSES = 10
_NAME = re.compile(r"[\w.<>]{1,120}")
_UNKNOWN = "?"


def describe_exception(error: BaseException) -> list[str]:
    """The kind of an exception and its stack, then the same of those that led to it."""
    lines: list[str] = []
    told: list[BaseException] = []
    next_error: BaseException | None = error
    while next_error is not None and not any(next_error is one for one in told) and len(told) < _MOST_CAUSES:
        lines += [f"{'after' if told else 'exception'}: {name_kind(next_error)}", *_stack(next_error.__traceback__)]
        told.append(next_error)
        next_error = next_error.__cause__ or next_error.__context__
    return lines


def name_kind(error: BaseException) -> str:
    """An exception's class, and the system's code where it has one."""
    kind = f"{name(type(error).__module__)}.{name(type(error).__qualname__)}"
    code = errno.errorcode.get(error.errno) if isinstance(error, OSError) and error.errno is not None else None
    inside = f" of {len(error.exceptions)}" if isinstance(error, BaseExceptionGroup) else ""
    return f"{kind} {code}" if code else f"{kind}{inside}"


def describe_frames(frame: FrameType | None) -> list[str]:
    """The stack that leads to a running frame."""
    frames = [(it.f_code.co_filename, line, it.f_code.co_qualname) for it, line in traceback.walk_stack(frame)]
    return describe_places(reversed(frames))


def _stack(trace: TracebackType | None) -> list[str]:
    frames = traceback.walk_tb(trace)
    return describe_places((it.f_code.co_filename, line, it.f_code.co_qualname) for it, line in frames)


def describe_places(places: Iterable[tuple[str, int | None, str]]) -> list[str]:
    """A line for each place, the outermost first; the middle of a long stack is left out."""
    lines = [f"  {shorten(file)}:{line or _UNKNOWN}:{name(function)}" for file, line, function in places]
    left_out = len(lines) - 2 * _MOST_AT_EACH_END
    if left_out > 0:
        lines[_MOST_AT_EACH_END:-_MOST_AT_EACH_END] = [f"  ({left_out} more)"]
    return lines


def name(text: str) -> str:
    """A name of the source code; anything that is none becomes "?"."""
    return text if _NAME.fullmatch(text) else _UNKNOWN


def shorten(file: str) -> str:
    """A file of source code without the folders above it: those of a home carry its owner's name."""
    if file.startswith("<"):
        return _UNKNOWN
    if not os.path.isabs(file) and ".." not in file:  # noqa: PTH117 - no file is touched
        return file
    for root in _roots():
        if file.startswith(root):
            return file.removeprefix(root).replace("\\", "/")
    return PurePath(file).name


def _roots() -> Iterator[str]:
    """Where modules come from, the deepest first."""
    roots = {os.path.join(os.path.abspath(path), "") for path in sys.path if path}  # noqa: PTH100, PTH118 - as text
    return iter(sorted(roots, key=len, reverse=True))
