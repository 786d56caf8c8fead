"""The composition root: puts formulary, view-model and window together. Only here is the clock read."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep_assistant.ui.views.window import PrepareWindow

_FIRST_SIZE = (1366, 768)


def make_window(now: datetime) -> "PrepareWindow":
    """The window with an empty order in it; a ``QApplication`` must be there.

    Args:
        now: an instant with its offset: the day and the offset that a new order begins with.

    Raises:
        FormularyError: the installed figures are damaged; nothing can be prepared with them.
    """
    from prep_assistant.formulary import load_formulary
    from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
    from prep_assistant.ui.viewmodels.reasons import load_reasons
    from prep_assistant.ui.views.theme import Look
    from prep_assistant.ui.views.window import PrepareWindow

    model = PrepareViewModel(load_formulary(), load_reasons(), now)
    window = PrepareWindow(model, Look())
    window.resize(*_FIRST_SIZE)
    return window


def open_window(order_file: str | None = None) -> int:
    """Opens the window and stays until it is closed.

    Args:
        order_file: an order to open at once.

    Returns:
        The program's exit code.
    """
    from PySide6.QtWidgets import QApplication

    from prep_assistant.ui.views.theme import prepare_application

    application = QApplication(sys.argv[:1])
    prepare_application(application)
    window = make_window(datetime.now().astimezone())
    if order_file is not None:
        window.model.open_order(Path(order_file))
    window.show()
    return application.exec()
