"""Qt's own print dialog, in a process of its own: the first look at the print system is remembered by the process."""

import subprocess
import sys
from pathlib import Path

ASK = """
from datetime import datetime
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication
from prep_assistant import bootstrap
from prep_assistant.ui.viewmodels.printing import ChosenPrinter
from prep_assistant.workflow.still_clock import StillClock

application = QApplication([])
window = bootstrap.make_window(StillClock(datetime.fromisoformat("2026-11-22T08:00:00+01:00")))
chosen = []
bootstrap._ask_for_printer(window, chosen.append)
dialog = window.findChild(QPrintDialog, "print_dialog")
assert dialog is not None and dialog.isVisible()
dialog.accepted.emit(dialog.printer())
assert [type(choice) for choice in chosen] == [ChosenPrinter], chosen
dialog.done(0)
window.close()
print("asked")
"""


def test_the_print_dialog_stands_over_the_window_and_hands_on_what_was_chosen(tmp_path: Path) -> None:
    child = subprocess.run([sys.executable, "-c", ASK], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout) == (0, "asked\n"), child.stderr
