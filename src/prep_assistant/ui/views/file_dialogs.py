"""Asking for a file. The same dialog on every system, so that it looks and is tested as the rest of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_ORDERS = "Orders (*.json)"
_LABELS = "Labels (*.pdf)"
# Where Qt's own dialogs keep what they remember.
_QT_SETTINGS = "QtProject"


def ask_for_order(parent: QWidget, act: Callable[[Path], None]) -> QFileDialog:
    """Asks which order to open."""
    dialog = _make_dialog(parent, "open_order_dialog", "Open order", _ORDERS, act)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_where_to_save(parent: QWidget, kind: str, name: str, act: Callable[[Path], None]) -> QFileDialog:
    """Asks where to save an ``order`` or a ``label``; ``name`` is offered."""
    title, pattern, suffix = ("Save order", _ORDERS, "json") if kind == "order" else ("Save label", _LABELS, "pdf")
    dialog = _make_dialog(parent, f"save_{kind}_dialog", title, pattern, act)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{name}.{suffix}")
    dialog.open()
    return dialog


def _make_dialog(parent: QWidget, name: str, title: str, pattern: str, act: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, "", pattern)
    dialog.setObjectName(name)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.destroyed.connect(_forget_folders)
    return dialog


def _forget_folders() -> None:
    """Qt's dialog keeps the folders it was in, in settings of its own; one of them may be named after a patient."""
    QSettings(QSettings.Scope.UserScope, _QT_SETTINGS).remove("FileDialog")
