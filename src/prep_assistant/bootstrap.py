"""The composition root: puts formulary, view-model and window together. Only here is the clock read."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from prep_assistant.diagnostics import CrashWatch
    from prep_assistant.printing.follow import PrintFollower
    from prep_assistant.ui.viewmodels.printing import ChosenPrinter
    from prep_assistant.ui.views.window import PrepareWindow

_FIRST_SIZE = (1366, 768)


def read_clock() -> datetime:
    """The present, with the offset of this machine."""
    return datetime.now().astimezone()


def make_window(now: datetime) -> "PrepareWindow":
    """The window with an empty order in it; a ``QApplication`` must be there.

    Args:
        now: an instant with its offset: the day and the offset that a new order begins with.

    Raises:
        FormularyError: the installed figures are damaged; nothing can be prepared with them.
    """
    from prep_assistant.formulary import load_formulary
    from prep_assistant.ui.viewmodels.paper_desk import PaperDesk
    from prep_assistant.ui.viewmodels.papers import PapersViewModel
    from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
    from prep_assistant.ui.viewmodels.printing import PrintingViewModel
    from prep_assistant.ui.viewmodels.reasons import load_reasons
    from prep_assistant.ui.views.theme import Look
    from prep_assistant.ui.views.window import PrepareWindow

    formulary = load_formulary()
    papers = PapersViewModel(PaperDesk(formulary.monograph, formulary.policy))
    printing = PrintingViewModel(papers, _start_follower, _ask_for_printer)
    window = PrepareWindow(PrepareViewModel(formulary, load_reasons(), now), papers, printing, Look())
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


def _watch_for_defects(window: "PrepareWindow") -> "CrashWatch":
    """Every defect from now on ends in a report without values, one dialog, and no more paper."""
    from PySide6 import QtCore

    from prep_assistant.diagnostics import install
    from prep_assistant.diagnostics.folders import report_folder
    from prep_assistant.diagnostics.qt_messages import install_message_handler
    from prep_assistant.ui.views.crash_dialog import EARLIER, tell_of_crash

    watch = install(report_folder(), window.crashed.emit, clock=lambda: datetime.now().astimezone())
    install_message_handler(QtCore, watch)
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
    window = make_window(read_clock())
    application.aboutToQuit.connect(window.end_work)
    _watch_for_defects(window)
    if order_file is not None:
        window.model.open_order(Path(order_file))
    window.show()
    return application.exec()
