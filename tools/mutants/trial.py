"""Runs tests against a mutant in a fork, so that nothing of it is left behind."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from tools.mutants.mutation import ROOT, SOURCES, Mutant

# Seconds of processor time, not of a clock: a busy machine kills no mutant. All tests together take about ten.
_MOST_SECONDS = 120
CONFIG = Path(__file__).with_name("pytest.ini")


@dataclass(frozen=True)
class Trial:
    """A running trial: the fork, and where it writes the test that failed."""

    pid: int
    answer: int

    def verdict(self, status: int) -> str | None:
        """The test that failed, once the fork has ended so; ``None`` when every test passed."""
        with os.fdopen(self.answer) as said:
            failed = said.read()
        if os.WIFSIGNALED(status):
            return "without end"
        return (failed or "not to be imported") if os.waitstatus_to_exitcode(status) else None


def fork(work: Callable[[int], int]) -> Trial:
    """Starts ``work``, which is given where to write the test that failed, and returns the fork's exit code."""
    answer, said = os.pipe()
    pid = os.fork()
    if pid:
        os.close(said)
        return Trial(pid, answer)
    os.close(answer)
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        signal.setitimer(signal.ITIMER_PROF, _MOST_SECONDS)
        code = work(said)
    except BaseException:  # noqa: BLE001 - whatever a mutant throws, even at the test runner, gives it away
        code = 1
    os._exit(code)


def run_fresh(mutant: Mutant | None, files: Sequence[str], said: int) -> int:
    """Imports program and tests anew, the mutant in the place of its module, and runs files of tests."""
    for name in list(sys.modules):
        # Whatever holds a part of the old program would answer with it.
        if name.partition(".")[0] in {"prep_assistant", "tests", "tools"} and not name.startswith("tools.mutants"):
            del sys.modules[name]
    if mutant is not None:
        sys.meta_path.insert(0, _Mutated(mutant))
    arguments = ["-c", str(CONFIG), "--rootdir", str(ROOT), "--exitfirst", "--quiet", "--tb=no", "--no-header", *files]
    return int(pytest.main(arguments, plugins=[Teller(said)]))


class Teller:
    """Writes down the first test that fails."""

    def __init__(self, said: int) -> None:
        self._said = said
        self.has_failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called by pytest after each part of a test."""
        if report.failed and not self.has_failed:
            self.has_failed = True
            os.write(self._said, report.nodeid.encode())


class _Mutated(MetaPathFinder, Loader):
    """Gives the mutant to whoever imports its module."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._path = SOURCES / mutant.name.file
        self._is_package = self._path.stem == "__init__"
        name = mutant.name.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._module = f"prep_assistant.{name}"

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        """Called by every import."""
        if fullname != self._module:
            return None
        spec = spec_from_loader(fullname, self, origin=str(self._path), is_package=self._is_package)
        if spec and self._is_package:
            spec.submodule_search_locations = [str(self._path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Called when the module is made."""
        exec(compile(self._mutant.source, str(self._path), "exec", dont_inherit=True), module.__dict__)  # noqa: S102
