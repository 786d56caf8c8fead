"""Processes that show a window, ours or the twin's, and answer what they are asked."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from time import perf_counter_ns

ROOT = Path(__file__).resolve().parents[1]
OURS, TWIN = "bench.window_ours", "bench.twins.window"

_PATIENCE_S = 300
# Both start from bytecode, as whatever has run before does, also where the surroundings forbid to write it.
_BYTECODE = ROOT / "out" / "cache" / "bench"
_OF_THE_PLATFORM = "This plugin does not support"


class Child:
    """A window in a process of its own, started when this is made, and painted when it has been.

    Args:
        module: what runs, ``OURS`` or ``TWIN``.
        arguments: what is told it at its start.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        command = [sys.executable, "-m", module, *arguments]
        pipe, environment = subprocess.PIPE, _make_environment()
        # A pipe that nobody reads fills up, and what writes into it waits.
        self._errors = TemporaryFile()  # noqa: SIM115 - closed with the process
        start = perf_counter_ns()
        self._process = subprocess.Popen(  # noqa: S603 - ours
            command, bufsize=0, stdin=pipe, stdout=pipe, stderr=self._errors, cwd=ROOT, env=environment
        )
        self._timer = Timer(_PATIENCE_S, self._process.kill)
        self._timer.daemon = True
        self._timer.start()
        told = self._process.stdout.read(1) if self._process.stdout else b""
        self.start_ns = perf_counter_ns() - start
        if told != b".":
            self.close()
            raise SystemExit(f"bench: {module} showed no window")

    def ask(self, question: str) -> int:
        """What it answers."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise SystemExit("bench: the window has no pipes")
        process.stdin.write(f"{question}\n".encode())
        answer = process.stdout.readline()
        if not answer:
            self.close()
            raise SystemExit(f"bench: no answer to {question}")
        return int(answer)

    def close(self) -> None:
        """Lets it end.

        Raises:
            SystemExit: it failed.
        """
        self._process.communicate()
        self._timer.cancel()
        with self._errors as errors:
            errors.seek(0)
            said = errors.read().decode().splitlines()
        for line in said:
            if not line.startswith(_OF_THE_PLATFORM):
                print(line, file=sys.stderr)
        if self._process.returncode:
            raise SystemExit(f"bench: a window ended with {self._process.returncode}")


def _make_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # The log of acts and the reports of this user are not the bench's to write.
    places = {f"XDG_{name}_HOME": str(_BYTECODE / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return kept | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(_BYTECODE)}


@contextmanager
def windows(ours: tuple[str, ...], twins: tuple[str, ...], *, ours_first: bool = True) -> Iterator[tuple[Child, Child]]:
    """Our window and the twin's, started one behind the other with these arguments."""
    starts = [(OURS, ours), (TWIN, twins)]
    children = [Child(module, *arguments) for module, arguments in (starts if ours_first else starts[::-1])]
    our_window, twin = children if ours_first else children[::-1]
    yield our_window, twin
    for child in children:
        child.close()
