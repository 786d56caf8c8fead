"""The composition root: puts formulary, view-model and window together. Only here is the clock read."""

import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from prep_assistant.diagnostics import CrashWatch, Log
    from prep_assistant.printing.follow import PrintFollower
    from prep_assistant.ui.viewmodels.printing import ChosenPrinter
    from prep_assistant.ui.views.window import PrepareWindow
    from prep_assistant.workflow.ports import Clock

_FIRST_SIZE = (1366, 768)


class SystemClock:
    """The port ``Clock``: what the system says."""

    def now(self) -> datetime:
        """The time with the offset that holds here."""
        return datetime.now().astimezone()

    def elapsed(self) -> timedelta:
        """Since the start of the system; it counts the time of sleep too where the system can tell."""
        boot = getattr(time, "CLOCK_BOOTTIME", None)
        return timedelta(seconds=time.monotonic() if boot is None else time.clock_gettime(boot))

    def offsets_at(self, wall: datetime) -> tuple[str, ...]:
        """By the system's time zone; the present offset where its rules do not reach."""
        try:
            both = [wall.replace(fold=fold).astimezone() for fold in (0, 1)]
        except (OSError, OverflowError, ValueError):
            return (self.now().isoformat(timespec="seconds")[19:],)
        # A time that no clock shows comes back as another one.
        shown = [one.isoformat(timespec="seconds")[19:] for one in both if one.replace(tzinfo=None, fold=0) == wall]
        return tuple(dict.fromkeys(shown))


def make_window(clock: "Clock") -> "PrepareWindow":
    """The window with an empty order in it; a ``QApplication`` must be there.

    Args:
        clock: the workstation's.

    Raises:
        FormularyError: the installed figures are damaged; nothing can be prepared with them.
    """
    from prep_assistant.formulary import load_formulary
    from prep_assistant.ui.viewmodels.clock_watch import ClockWatch
    from prep_assistant.ui.viewmodels.paper_desk import PaperDesk
    from prep_assistant.ui.viewmodels.papers import PapersViewModel
    from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
    from prep_assistant.ui.viewmodels.printing import PrintingViewModel
    from prep_assistant.ui.viewmodels.reasons import load_reasons
    from prep_assistant.ui.views.theme import Look
    from prep_assistant.ui.views.window import PrepareWindow

    formulary = load_formulary()
    watch = ClockWatch(clock)
    papers = PapersViewModel(PaperDesk(formulary.monograph, formulary.policy), watch.find_objection)
    printing = PrintingViewModel(papers, _start_follower, _ask_for_printer)
    window = PrepareWindow(PrepareViewModel(formulary, load_reasons(), clock), papers, printing, watch, Look())
    window.resize(*_FIRST_SIZE)
    return window


def _start_follower() -> "PrintFollower":
    """Prints through CUPS where there is one; else the system gets rendered pages."""
    from prep_assistant.printing.follow import PrintFollower

    if os.name == "posix":
        from prep_assistant.printing.cups import CupsPrinter

        return PrintFollower(CupsPrinter())
    from prep_assistant.printing.rendered import RenderedPrinter

    return PrintFollower(RenderedPrinter())


def _ask_for_printer(window: "QObject", then: "Callable[[ChosenPrinter], None]") -> None:
    """Shows Qt's print dialog over the window; what is chosen there is handed on."""
    from PySide6.QtCore import Qt
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

    from prep_assistant.printing.chosen import read_chosen
    from prep_assistant.ui.viewmodels.printing import ChosenPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window if isinstance(window, QWidget) else None)
    dialog.setObjectName("print_dialog")

    def accept() -> None:
        chosen = read_chosen(printer)
        then(ChosenPrinter(chosen.queue, chosen.copies, chosen.options))

    dialog.accepted.connect(accept)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _keep_log(window: "PrepareWindow", clock: "Clock") -> "Log":
    """From now on what is done in the window is logged, until its application ends."""
    from PySide6.QtCore import QCoreApplication

    from prep_assistant.diagnostics import Log
    from prep_assistant.diagnostics.folders import log_folder
    from prep_assistant.ui.viewmodels.act_log import ActLog

    log = Log(log_folder(), clock.now, is_late=True)
    acts = ActLog(log, window.model, window.papers, window.printing, window.clock)
    if application := QCoreApplication.instance():
        application.aboutToQuit.connect(acts.close)
    return log


def _watch_for_defects(window: "PrepareWindow", clock: "Clock", log: "Log") -> "CrashWatch":
    """Every defect from now on ends in a report without values, one dialog, and no more paper."""
    from PySide6 import QtCore

    from prep_assistant.diagnostics import install
    from prep_assistant.diagnostics.folders import report_folder
    from prep_assistant.diagnostics.qt_messages import install_message_handler
    from prep_assistant.ui.views.crash_dialog import BLOCKED, EARLIER, tell_of_crash

    watch = install(report_folder(), window.crashed.emit, clock=clock.now, log=log)
    install_message_handler(QtCore, watch, log)
    # Whoever tells of a defect may fail at it, or come late: the paper asks for itself.
    window.papers.ask_also(lambda: BLOCKED if watch.blocked else "")
    if watch.left_behind is not None:
        tell_of_crash(window, watch.left_behind, EARLIER)
    return watch


def open_window(order_file: str | None = None) -> int:
    """Opens the window and stays until it is closed.

    Args:
        order_file: an order to open at once.

    Returns:
        The program's exit code.
    """
    # Before Qt: PySide reads the source of every module that is imported after it.
    import prep_assistant.formulary  # noqa: F401  # isort: skip
    from PySide6.QtWidgets import QApplication

    from prep_assistant.ui.views.theme import prepare_application

    application = QApplication(sys.argv[:1])
    prepare_application(application)
    clock = SystemClock()
    window = make_window(clock)
    application.aboutToQuit.connect(window.end_work)
    _watch_for_defects(window, clock, _keep_log(window, clock))
    if order_file is not None:
        window.model.open_order(Path(order_file))
    window.show()
    return application.exec()
