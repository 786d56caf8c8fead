"""What the window does when the program is started a second time."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from prep_assistant.language import tr
from prep_assistant.ui.views.window import PrepareWindow


def come_forward(window: PrepareWindow, order_file: Path | None) -> None:
    """Raises the window and opens the order; undo brings back what stood there.

    While a dialog is open no order is opened: it would save or print another patient's than it was opened for.
    """
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if order_file is None:
        return
    if QApplication.activeModalWidget() is not None:
        words = tr(
            "{file} was not opened: a dialog is open. Close it, then open the order again.", file=order_file.name
        )
        window.model.say(words, failed=True)
    else:
        window.model.open_order(order_file)
