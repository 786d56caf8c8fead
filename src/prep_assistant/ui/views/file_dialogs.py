"""Asking for a file. The same dialog on every system, so that it looks and is tested as the rest of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from prep_assistant.language import phrase, tr

_ORDERS = phrase("Orders (*.json)")
_LABELS = phrase("Labels (*.pdf)")


class FileDialogs:
    """The window's file dialogs; each begins in the folder that was chosen last.

    Attributes:
        folder: the folder chosen last; ``None`` before the first.
    """

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._open: list[QFileDialog] = []
        self.folder: Path | None = None

    def ask_for_order(self, act: Callable[[Path], None]) -> None:
        """Asks which order to open."""
        dialog = self._make_dialog("open_order_dialog", tr("Open order"), _ORDERS, act)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_where_to_save(self, kind: str, name: str, act: Callable[[Path], None]) -> None:
        """Asks where to save an ``order`` or a ``label``; ``name`` is offered."""
        title, pattern, suffix = tr("Save order"), _ORDERS, "json"
        if kind != "order":
            title, pattern, suffix = tr("Save label"), _LABELS, "pdf"
        dialog = self._make_dialog(f"save_{kind}_dialog", title, pattern, act)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.open()

    def close(self) -> None:
        """Ends what is open, as if nothing had been chosen."""
        for dialog in self._open[:]:
            dialog.reject()

    def _make_dialog(self, name: str, title: str, pattern: str, act: Callable[[Path], None]) -> QFileDialog:
        folder = str(self.folder) if self.folder is not None and self.folder.is_dir() else ""
        dialog = QFileDialog(self._parent, title, folder, tr(pattern))
        dialog.setObjectName(name)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self._take(Path(chosen), act))
        dialog.finished.connect(lambda: self._forget(dialog))
        self._open.append(dialog)
        return dialog

    def _take(self, chosen: Path, act: Callable[[Path], None]) -> None:
        self.folder = chosen.parent.absolute()
        act(chosen)

    def _forget(self, dialog: QFileDialog) -> None:
        """Qt writes the folders of a dialog into a file of its own when it is deleted; a folder may name a patient."""
        self._open.remove(dialog)
        dialog.setDirectory(QDir.rootPath())
        dialog.setHistory([])
