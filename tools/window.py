"""The program's window as the demonstration and the pictures open it: at one time of one day, screen or none."""

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from prep_assistant.bootstrap import make_window
from prep_assistant.ui.views.theme import STYLE, prepare_application
from prep_assistant.ui.views.window import PrepareWindow
from prep_assistant.workflow.still_clock import StillClock

_LONGEST_WAIT_MS = 30_000
_NOW = datetime.fromisoformat("2026-11-22T08:30:00+01:00")


def make_application() -> QApplication:
    """The application, dressed as the program dresses it."""
    qInstallMessageHandler(_pass_on)
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    prepare_application(application)
    return application


def open_window() -> PrepareWindow:
    """The window with an empty page, not yet shown."""
    return make_window(StillClock(_NOW))


def happens(done: Callable[[], bool]) -> bool:
    """Goes on handling events until something is done; whether it was, before the longest wait was over."""
    deadline = QDeadlineTimer(_LONGEST_WAIT_MS)
    while not done() and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, deadline.remainingTime())
    return done()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt says, but for what a platform without a screen cannot do."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)
