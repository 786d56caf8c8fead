"""Tries mutants in a session of pytest that has collected the tests: each in a fork, the likeliest tests first."""

import gc
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pytest
from tqdm import tqdm

from tools.mutants.mutation import ROOT, Mutant, Name
from tools.mutants.observing import Observation
from tools.mutants.swapping import Program
from tools.mutants.trial import Teller, Trial, fork, run_fresh

Kills = Mapping[Name, str | None]
Save = Callable[[Kills], None]

# What asks another process, a type checker or a package index sees no mutant; the sweep is too long.
_BLIND = {
    "test_build", "test_wheels_for_all", "test_nonsense_is_a_type_error", "test_core_alone", "test_mutants",
    "test_sweep",
}  # fmt: skip
FAST, ALL = ("unit", "golden"), ("unit", "golden", "laws")
_FEW = 4


def list_tests(folders: Iterable[str]) -> list[str]:
    """The files of tests that are run."""
    found = [path for folder in folders for path in sorted((ROOT / "tests" / folder).glob("test_*.py"))]
    return [path.relative_to(ROOT).as_posix() for path in found if path.stem not in _BLIND]


@dataclass(frozen=True)
class _Attempt:
    """A mutant and what is left to do to it, when nothing has killed it so far."""

    mutant: Mutant
    works: tuple[Callable[[int], int], ...]


class Hunt:
    """A plugin of pytest that tries mutants in the place of running the tests.

    Attributes:
        killers: the test that killed each mutant, ``None`` for a survivor.
        failed: a test that fails without any mutant.
    """

    def __init__(self, mutants: Iterable[Mutant], at_once: int, *, quick: bool, hints: Kills, save: Save) -> None:
        self.killers: dict[Name, str | None] = {}
        self.failed: str | None = None
        self._mutants = list(mutants)
        self._at_once = at_once
        self._quick = quick
        self._save = save
        self._kills: dict[str, Counter[str]] = defaultdict(Counter)
        for name, killer in hints.items():
            self._score(name, killer)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called by pytest after each part of a test."""
        if report.failed:
            self.failed = report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Called by pytest when the tests are collected."""
        self._program = Program()
        self._seen = Observation(self._program, session.items, _run)
        gc.freeze()
        if not self.failed and not self._fails_afresh():
            self._try_all()
        return True

    def _fails_afresh(self) -> bool:
        """Whether a fresh import alone makes a test fail: then it would be taken for a kill."""
        trial = fork(partial(run_fresh, None, list_tests(FAST)))
        self.failed = trial.verdict(os.waitpid(trial.pid, 0)[1])
        return self.failed is not None

    def _try_all(self) -> None:
        waiting = [self._plan(mutant) for mutant in reversed(self._mutants)]
        running: dict[int, tuple[Trial, _Attempt]] = {}
        with tqdm(total=len(waiting), unit="mutant", mininterval=10) as progress:
            while waiting or running:
                while waiting and len(running) < self._at_once:
                    attempt = waiting.pop()
                    trial = fork(attempt.works[0])
                    running[trial.pid] = trial, attempt
                pid, status = os.wait()
                trial, attempt = running.pop(pid)
                killer = trial.verdict(status)
                if killer is None and attempt.works[1:]:
                    waiting.append(_Attempt(attempt.mutant, attempt.works[1:]))
                    continue
                self._note(attempt.mutant.name, killer)
                progress.update()

    def _note(self, name: Name, killer: str | None) -> None:
        self.killers[name] = killer
        if len(self.killers) % 100 == 0:
            self._save(self.killers)
        self._score(name, killer)

    def _score(self, name: Name, killer: str | None) -> None:
        if killer:
            for place in (name.file, f"{name.file} {name.function}"):
                self._kills[place][killer] += 1
                self._kills[place][killer.partition("::")[0]] += 1

    def _plan(self, mutant: Mutant) -> _Attempt:
        changed = self._program.find_changed(mutant.name.file, mutant.source)
        files = list_tests(FAST)
        if changed is None:
            return _Attempt(mutant, (partial(self._fresh, mutant, files),))

        def swapped(said: int) -> int:
            self._program.swap(changed)
            callers = {item for key, _ in changed for item in self._seen.callers[key]}
            return self._run_until_one_fails(self._ranked(mutant.name, callers), said)

        return _Attempt(mutant, (swapped,) if self._quick else (swapped, partial(self._fresh, mutant, files)))

    def _fresh(self, mutant: Mutant, files: list[str], said: int) -> int:
        score = self._kills[mutant.name.file]
        ranked = sorted(files, key=lambda file: -score[file])
        return run_fresh(mutant, ranked[:_FEW], said) or run_fresh(mutant, ranked[_FEW:], said)

    def _ranked(self, name: Name, items: set[pytest.Item]) -> list[pytest.Item]:
        """The deadliest tests first, of equally deadly ones the fastest."""
        within, beside = self._kills[f"{name.file} {name.function}"], self._kills[name.file]
        return sorted(items, key=lambda it: (-within[it.nodeid], -beside[it.nodeid], self._seen.seconds[it]))

    def _run_until_one_fails(self, items: list[pytest.Item], said: int) -> int:
        teller = Teller(said)
        for item in items:
            item.config.pluginmanager.register(teller) if item is items[0] else None
            _run(item)
            if teller.has_failed:
                return 1
        return 0


def _run(item: pytest.Item) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
