"""The log: who looks into it learns what was done and when, and nothing about anybody it was done for.

``Log.act`` takes members of lists, never text: there is no argument through which a name could come. A log that cannot
be written ends no act; it says so (``is_failing``), for the window to show. A window's log is written on a thread of
its own, so that a slow folder holds up no key.
"""

import os
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import Enum, StrEnum
from pathlib import Path
from queue import SimpleQueue

from prep_assistant.diagnostics.codes import listed
from prep_assistant.diagnostics.folders import make_folder
from prep_assistant.diagnostics.reference import Reference

MOST_BYTES = 1_000_000
MOST_FILES = 5
_NAME = "prep-assistant.log"
_OWNER_ONLY = 0o600
_PATIENCE_S = 2.0


class Level(StrEnum):
    """How much is logged."""

    ACTS = "acts"
    PROBLEMS = "problems"


class Act(Enum):
    """What can be logged. A problem is logged at every level."""

    PROGRAM_STARTED = ("program.started", False)
    PROGRAM_ENDED = ("program.ended", False)
    SECOND_START = ("program.second_start", False)
    START_REFUSED = ("start.refused", True)
    SETTINGS_REFUSED = ("settings.refused", True)
    ORDER_OPENED = ("order.opened", False)
    ORDER_REFUSED = ("order.refused", True)
    ORDER_SAVED = ("order.saved", False)
    ORDER_CLEARED = ("order.cleared", False)
    DRAFT_FOUND = ("draft.found", False)
    DRAFT_FAILED = ("draft.failed", True)
    PLAN_READY = ("plan.ready", False)
    PLAN_TO_CONFIRM = ("plan.confirm", False)
    PLAN_STOPPED = ("plan.stopped", False)
    FINDING_ANSWERED = ("finding.answered", False)
    LABEL_SAVED = ("label.saved", False)
    LABEL_PRINTED = ("label.printed", False)
    WORKSHEET_SAVED = ("worksheet.saved", False)
    WORKSHEET_PRINTED = ("worksheet.printed", False)
    RULER_PRINTED = ("ruler.printed", False)
    PAPER_DRAWN = ("paper.drawn", False)
    PAPER_REFUSED = ("paper.refused", True)
    PRINT_FAILED = ("print.failed", True)
    CLOCK_WENT_BACK = ("clock.went_back", True)
    CLOCK_ACCEPTED = ("clock.accepted", False)
    CRASHED = ("crash.reported", True)
    CRASH_FOUND = ("crash.found", True)
    QT_WARNED = ("qt.warning", True)

    def __init__(self, code: str, is_problem: bool) -> None:  # noqa: FBT001 - the second column of the list above
        self.code = code
        self.is_problem = is_problem


class Log:
    """Acts and codes with the time, one a line, in at most five files of 1 MB each.

    Args:
        folder: where the files lie; made when the first act comes.
        clock: gives the time, with its offset.
        level: how much is logged.
        most_bytes: how large a file grows before the next is begun.
        is_late: whether acts are written on a thread of their own; ``close`` ends it.
        patience_s: how long a folder that does not answer is waited for.
    """

    def __init__(  # noqa: PLR0913 - each has its usual value
        self,
        folder: Path,
        clock: Callable[[], datetime],
        *,
        level: Level = Level.ACTS,
        most_bytes: int = MOST_BYTES,
        is_late: bool = False,
        patience_s: float = _PATIENCE_S,
    ) -> None:
        self._path = folder / _NAME
        self._clock = clock
        self._level = level
        self._most_bytes = most_bytes
        self._patience_s = patience_s
        self._turn = threading.Lock()
        self._waiting: SimpleQueue[bytes] = SimpleQueue()
        self._woken: SimpleQueue[str] | None = SimpleQueue() if is_late else None
        self._writer: threading.Thread | None = None
        self.is_failing = False

    @property
    def path(self) -> Path:
        """The file that is written to now; the older ones end in ".1" to ".4", the oldest last."""
        return self._path

    def act(self, act: Act, finding_codes: Iterable[str] = (), *, reference: Reference | None = None) -> None:
        """Writes down one act.

        Args:
            act: what was done.
            finding_codes: the codes of the findings it was about; one that no rule has is written as "unlisted".
            reference: the crash report it was about.

        Raises:
            TypeError: something else than an act or a reference was given, a text above all.
        """
        if type(act) is not Act or type(reference) not in {Reference, type(None)} or isinstance(finding_codes, str):
            raise TypeError("the log takes acts, finding codes and references, and no text")
        if self._level is Level.PROBLEMS and not act.is_problem:
            return
        parts = [self._clock().isoformat(timespec="seconds"), act.code, *listed(finding_codes)]
        self._waiting.put(" ".join([*parts, str(reference)] if reference else parts).encode("ascii") + b"\n")
        # After a crash the process may end before a thread gets its turn.
        if self._woken is None or reference:
            self.flush()
        else:
            self._wake(self._woken)

    def close(self) -> None:
        """Writes what waits, as far as the folder takes it in time, and ends the thread."""
        if self._woken is None or self._writer is None:
            self.flush()
            return
        # Not on the caller's thread: a folder that never answers would keep the program from ending.
        self._woken.put("")
        self._writer.join(self._patience_s)
        self.is_failing |= self._writer.is_alive()

    def flush(self) -> None:
        """Writes what waits now, unless another thread is writing and does not end in time."""
        if not self._turn.acquire(timeout=self._patience_s):
            self.is_failing = True
            return
        try:
            while not self._waiting.empty():
                self._write(self._waiting.get())
        except OSError:
            self.is_failing = True
        else:
            self.is_failing = False
        finally:
            self._turn.release()

    def _wake(self, woken: "SimpleQueue[str]") -> None:
        if self._writer is None:
            # A daemon: a folder that never answers must not keep the program from ending.
            self._writer = threading.Thread(target=self._write_on, args=(woken,), name="log", daemon=True)
            self._writer.start()
        woken.put("write")

    def _write_on(self, woken: "SimpleQueue[str]") -> None:
        while woken.get():
            self.flush()
        # Another thread may have waited for this one in vain.
        if not self._waiting.empty():
            self.flush()

    def _write(self, line: bytes) -> None:
        make_folder(self._path.parent)
        if self._path.exists() and self._path.stat().st_size + len(line) > self._most_bytes:
            self._begin_next()
        # Opened anew for each line: another process may have begun the next file.
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _OWNER_ONLY)
        try:
            os.write(file, line)
        finally:
            os.close(file)

    def _begin_next(self) -> None:
        names = [self._path, *(self._path.with_name(f"{_NAME}.{number}") for number in range(1, MOST_FILES))]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            if newer.exists():
                newer.replace(older)
