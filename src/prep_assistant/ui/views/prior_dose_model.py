"""The prior doses as Qt's tables want them: the cells of the state, edits forwarded to the view-model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.entries import REACTIONS, ROW_ENTRIES
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.row_words import name_column
from prep_assistant.ui.viewmodels.state import RowState

ERROR_ROLE = Qt.ItemDataRole.UserRole
_REACTION = len(ROW_ENTRIES) - 1
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class PriorDoseModel(QAbstractTableModel):
    """Rows as typed, with the error of each cell."""

    def __init__(self, model: PrepareViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._rows: tuple[RowState, ...] = ()

    def present(self, rows: tuple[RowState, ...]) -> bool:
        """Takes these rows, and says whether they are others; an editor stays open unless there are more or fewer."""
        if rows == self._rows:
            return False
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return True
        self._rows = rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(ROW_ENTRIES) - 1))
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of doses."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The cells of a dose."""
        return 0 if parent.isValid() else len(ROW_ENTRIES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own type
        """What stands in a cell, and what is wrong with it."""
        row = self._rows[index.row()]
        cell = row.row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole and index.column() == _REACTION:
            return tr(cell) if cell in REACTIONS else cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return cell
        error = row.errors[index.column()]
        if role in {ERROR_ROLE, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return error or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_name(index.column())}: {cell or tr('empty')}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Forwards what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.row() < len(self._rows):
            return False
        if str(value) != self._rows[index.row()].row.cells[index.column()]:
            self._model.edit_row(index.row(), index.column(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell is edited in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Columns by name and unit, rows by number."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return _name(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return name_column(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)


def _name(column: int) -> str:
    return f"{tr(ROW_ENTRIES[column].words)} {ROW_ENTRIES[column].unit}".strip()
