"""The composition root: puts formulary, view-models, printer and window together."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from prep_assistant.formulary import Formularies
    from prep_assistant.printing.follow import PrintFollower
    from prep_assistant.ui.viewmodels.printing import ChosenPrinter
    from prep_assistant.ui.views.window import PrepareWindow
    from prep_assistant.workflow.ports import Clock

_FIRST_SIZE = (1366, 768)
_FIRST_JURISDICTION = "US"


def make_window(
    clock: "Clock", formularies: "Formularies | None" = None, jurisdiction: str = _FIRST_JURISDICTION
) -> "PrepareWindow":
    """The window with an empty order in it; a ``QApplication`` must be there.

    Args:
        clock: the workstation's.
        formularies: what the page works with; the built-in ones, without a site's policy, when not given.
        jurisdiction: whose label holds until another is chosen.

    Raises:
        FormularyError: the installed figures are damaged; nothing can be prepared with them.
        PolicyError: the site's policy moves what it may not.
    """
    from prep_assistant.calculation import Jurisdiction
    from prep_assistant.formulary import Formularies
    from prep_assistant.ui.viewmodels.clock_watch import ClockWatch
    from prep_assistant.ui.viewmodels.paper_desk import PaperDesk
    from prep_assistant.ui.viewmodels.papers import PapersViewModel
    from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
    from prep_assistant.ui.viewmodels.printing import PrintingViewModel
    from prep_assistant.ui.viewmodels.reasons import load_reasons
    from prep_assistant.ui.views.theme import Look
    from prep_assistant.ui.views.window import PrepareWindow

    formularies, first = formularies or Formularies(), Jurisdiction(jurisdiction)
    site, watch = formularies.get(first).site, ClockWatch(clock)
    papers = PapersViewModel(PaperDesk(site), watch.find_objection, site.label_size)
    printing = PrintingViewModel(papers, _start_follower, _ask_for_printer)
    model = PrepareViewModel(formularies, load_reasons(), clock, first)
    window = PrepareWindow(model, papers, printing, watch, Look())
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
