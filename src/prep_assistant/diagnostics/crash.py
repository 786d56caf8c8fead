"""Every way in which a defect comes to light ends here: a report without values, one call, and printing blocked.

A defect may have left any figure half made; so whoever prints or signs asks ``CrashWatch.blocked`` first. It stays set
until the program is started anew.
"""

import contextlib
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from prep_assistant.diagnostics.fault import FaultFile
from prep_assistant.diagnostics.log import Act, Log
from prep_assistant.diagnostics.reference import Reference
from prep_assistant.diagnostics.report import CrashReport, WayIn, write_report
from prep_assistant.diagnostics.stack import describe_exception

_MOST_REPORTS = 20


def _describe_program() -> Iterable[str]:
    from prep_assistant.diagnostics.version import read_version  # noqa: PLC0415 - loaded with the first report

    return read_version().lines()


class CrashWatch:
    """Catches defects. Made by ``install``.

    Attributes:
        blocked: whether a defect came to light: nothing is printed or signed until the program is started anew.
        left_behind: the report on an earlier run that a fault ended, to be shown at the start.
    """

    def __init__(
        self,
        folder: Path,
        on_crash: Callable[[CrashReport], object],
        clock: Callable[[], datetime],
        describe: Callable[[], Iterable[str]],
        log: Log | None,
    ) -> None:
        self._folder, self._on_crash, self._clock, self._describe, self._log = folder, on_crash, clock, describe, log
        self._turn = threading.RLock()
        self._reports = 0
        self._is_telling = False
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._faults = self._open_faults()
        self.blocked = False
        self.left_behind = self._report_left_behind()

    def crash(self, way_in: WayIn, lines: Iterable[str]) -> CrashReport | None:
        """Blocks printing and signing, writes a report and tells of it.

        Args:
            way_in: how the defect came to light.
            lines: the kind and the stack, as ``stack`` makes them.

        Returns:
            The report; ``None`` after the twentieth, so that a defect that repeats does not fill the disk.
        """
        self.blocked = True
        with self._turn:
            if self._reports >= _MOST_REPORTS:
                return None
            self._reports += 1
            report = self._write(way_in, lines)
        self._tell(report)
        return report

    def note_end(self, report: CrashReport | None) -> None:
        """The process is about to be ended: the next start shows this report, since this one cannot."""
        if report and self._faults:
            with contextlib.suppress(OSError):
                self._faults.note(report.reference)

    def uninstall(self) -> None:
        """Puts the interpreter's own hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._faults:
            self._faults.close()

    def hook(self) -> None:
        """Puts this watch in the place of the interpreter's hooks."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._main, self._thread, self._unraisable
        if self._faults:
            self._faults.enable()

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.crash(WayIn.MAIN, describe_exception(error.with_traceback(trace)))

    def _thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            self.crash(WayIn.THREAD, describe_exception(failed.exc_value))

    def _unraisable(self, failed: "sys.UnraisableHookArgs") -> None:
        if failed.exc_value is not None:
            self.crash(WayIn.UNRAISABLE, describe_exception(failed.exc_value))

    def _write(self, way_in: WayIn, lines: Iterable[str]) -> CrashReport:
        now = self._clock()
        reference = Reference.new(now)
        head = (f"reference: {reference}", f"time: {now.isoformat(timespec='seconds')}", f"way in: {way_in}")
        path = write_report(self._folder, reference, (*head, *lines, "", *self._facts()))
        return CrashReport(reference, path, way_in)

    def _facts(self) -> Iterable[str]:
        try:
            return tuple(self._describe())
        except Exception:  # noqa: BLE001 - whatever is broken, the report has to be written
            return ("versions: could not be read",)

    def _tell(self, report: CrashReport) -> None:
        if self._log:
            self._log.act(Act.CRASHED, reference=report.reference)
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(f"prep-assistant: {report.in_words()}\n")
        if self._is_telling:
            return  # The dialog about the first is on the screen.
        self._is_telling = True
        try:
            self._on_crash(report)
        except Exception:  # noqa: BLE001 - a defect in telling of a defect: the report is written, the block is set
            self._reports = _MOST_REPORTS
        finally:
            self._is_telling = False

    def _open_faults(self) -> FaultFile | None:
        try:
            return FaultFile(self._folder)
        except OSError:
            return None

    def _report_left_behind(self) -> CrashReport | None:
        try:
            fault = self._faults and self._faults.take_left_behind()
        except OSError:
            return None
        if not fault:
            return None
        report = self._write(WayIn.FAULT, [*(f"see also: {one}" for one in fault.references), *fault.lines])
        if self._log:
            self._log.act(Act.CRASH_FOUND, reference=report.reference)
        return report


def install(
    report_folder: Path,
    on_crash: Callable[[CrashReport], object],
    *,
    clock: Callable[[], datetime],
    describe: Callable[[], Iterable[str]] = _describe_program,
    log: Log | None = None,
) -> CrashWatch:
    """Watches for defects in this process from now on.

    Args:
        report_folder: where reports are written; made when missing.
        on_crash: shows a report. Called in the thread that failed, one call at a time: show it from the window's.
        clock: gives the time, with its offset.
        describe: the lines on what runs here; called when a report is written.
        log: where the reference is noted.
    """
    watch = CrashWatch(report_folder, on_crash, clock, describe, log)
    watch.hook()
    return watch
