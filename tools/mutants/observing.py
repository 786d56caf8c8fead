"""Runs every test once without any mutant: which functions it calls, and how long it takes."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import CodeType, FrameType

import hypothesis
import pytest

from tools.mutants.swapping import Key, Program

# Laws try so many examples against each mutant, the same every time.
_EXAMPLES = 40


class Observation:
    """What the tests do with the program."""

    def __init__(self, program: Program, items: Sequence[pytest.Item], run: Callable[[pytest.Item], None]) -> None:
        self._code_keys = {it.__code__: key for key, live in program.functions.items() for it in live}
        self.seconds: dict[pytest.Item, float] = {}
        self.callers: dict[Key, list[pytest.Item]] = defaultdict(list)
        for item in items:
            _try_few(item)
            # A test that is answered from a cache would not be seen to call what the cache keeps.
            program.forget()
            before, called = time.process_time(), set[CodeType]()
            with _watching(called):
                run(item)
            self.seconds[item] = time.process_time() - before
            for code in called & self._code_keys.keys():
                self.callers[self._code_keys[code]].append(item)


def _try_few(item: pytest.Item) -> None:
    law = getattr(item, "obj", None)
    if not getattr(law, "is_hypothesis_test", False):
        return
    usual = getattr(law, "_hypothesis_internal_use_settings", None) or hypothesis.settings()
    few = min(usual.max_examples, _EXAMPLES)
    settings = hypothesis.settings(usual, max_examples=few, derandomize=True, database=None, deadline=None)
    law._hypothesis_internal_use_settings = settings  # type: ignore[union-attr]  # noqa: SLF001 - has no public name


@contextmanager
def _watching(called: set[CodeType]) -> Iterator[None]:
    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)
