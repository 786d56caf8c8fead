"""One key, sent to a window: loaded when one is typed, since what names the keys takes its time to load."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bench.window_told import settle

_KEYS = {"backspace": Qt.Key.Key_Backspace}


def press(line: QWidget, key: str) -> None:
    """Sends a key to the window, which gives it to whatever has the focus, until all that follows is painted.

    Args:
        line: a widget in the window.
        key: one character, or a key by name.
    """
    code, text = (_KEYS[key], "") if key in _KEYS else (Qt.Key(ord(key)), key)
    window = line.window().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))
    settle()
