"""The composition root: puts formulary, view-model and window together. Only here is the clock read."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from prep_assistant.diagnostics import CrashWatch
    from prep_assistant.formulary import Formulary, FormularyError, PolicyFile
    from prep_assistant.printing.follow import PrintFollower
    from prep_assistant.ui.viewmodels.printing import ChosenPrinter
    from prep_assistant.ui.views.window import PrepareWindow

_FIRST_SIZE = (1366, 768)


_POLICY_FILE = "policy.toml"
_UNUSABLE = 2


def open_formulary() -> "Formulary":
    """The installed formulary with the policy of this site: machine-wide, then the user's.

    Raises:
        FormularyError: it is damaged.
        PolicyError: a policy file is damaged or moves what it may not.
    """
    from prep_assistant.formulary import apply_policy, load_formulary

    return apply_policy(load_formulary(), read_policy_files())


def read_policy_files() -> "list[PolicyFile]":
    """The policy of this site as it stands in its files: machine-wide, then the user's; nothing where no file is.

    Raises:
        PolicyError: a file cannot be read or is no TOML.
    """
    from prep_assistant.site_files import machine_file, user_file

    places = {"machine": machine_file(_POLICY_FILE), "user": user_file(_POLICY_FILE)}
    return [_read_policy(owner, path) for owner, path in places.items()]


def _read_policy(owner: str, path: Path) -> "PolicyFile":
    from decimal import Decimal

    from prep_assistant.formulary import PolicyError, PolicyFile
    from prep_assistant.site_files import FileDamaged, read_tables

    try:
        return PolicyFile(owner, str(path), read_tables(path, Decimal))
    except FileDamaged as damaged:
        raise PolicyError(str(path), "the file", str(damaged)) from None


def make_window(now: datetime, formulary: "Formulary | None" = None) -> "PrepareWindow":
    """The window with an empty order in it; a ``QApplication`` must be there.

    Args:
        now: an instant with its offset: the day and the offset that a new order begins with.
        formulary: what the page works with; the built-in one, without a site's policy, when not given.

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

    formulary = formulary or load_formulary()
    papers = PapersViewModel(PaperDesk(formulary), formulary.site.label_size)
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
        The program's exit code; that of unusable input where formulary or policy cannot be used, and a window said so.
    """
    # Before Qt: PySide reads the source of every module that is imported after it.
    import prep_assistant.formulary  # noqa: F401  # isort: skip
    from PySide6.QtWidgets import QApplication

    from prep_assistant.formulary import FormularyError
    from prep_assistant.ui.views.theme import prepare_application

    application = QApplication(sys.argv[:1])
    prepare_application(application)
    try:
        formulary = open_formulary()
    except FormularyError as error:
        return _refuse_start(application, error)
    window = make_window(datetime.now().astimezone(), formulary)
    application.aboutToQuit.connect(window.end_work)
    _watch_for_defects(window)
    if order_file is not None:
        window.model.open_order(Path(order_file))
    window.show()
    return application.exec()


def _refuse_start(application: "QApplication", error: "FormularyError") -> int:
    """In place of the page a message: what is damaged, and what to do. The program ends with it."""
    from prep_assistant.ui.views.refused_start import RefusedStart

    message = RefusedStart(error)
    message.show()
    application.exec()
    return _UNUSABLE
