"""The cells of the prior doses: what each is typed into or chosen from, and how a wrong one is drawn."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.draft import name_cell
from prep_assistant.ui.viewmodels.entries import REACTIONS, ROW_ENTRIES
from prep_assistant.ui.viewmodels.pasting import holds_several, read_one_cell
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.entry_field import EntryLine
from prep_assistant.ui.views.prior_dose_model import ERROR_ROLE
from prep_assistant.ui.views.theme import Look

_REACTION = len(ROW_ENTRIES) - 1
_CELL = "cell"
# What a line needs besides its cell while it has the focus.
_BESIDE_CELL = 3
_SEVERAL = phrase("Several cells were not taken into one. Ctrl+V adds them as doses.")
_LEFT, _DOWN = QPointF(8, 0), QPointF(0, 8)
Index = QModelIndex | QPersistentModelIndex


class CellLine(EntryLine):
    """Takes what is one cell; more of them, or none, are the table's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pastes one cell."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        cell = read_one_cell(QGuiApplication.clipboard().text())
        if cell is None:
            event.ignore()
        else:
            self.insert(cell)


class CellList(ChoiceBox):
    """Leaves what is pasted to the table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses by keys."""
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Editors of the cells: lines, and a list for the reaction. What is typed is taken key by key."""

    def __init__(self, model: PrepareViewModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor that takes the text as it is typed."""
        row, column = index.row(), index.column()
        words = tr("{entry}, row {row}", entry=tr(ROW_ENTRIES[column].words), row=row + 1)
        editor: CellLine | CellList
        if column == _REACTION:
            editor = CellList(self._look, "prior_dose_reaction", words, REACTIONS)
            editor.chosen.connect(partial(self._model.edit_row, row, column))
        else:
            editor = CellLine("prior_dose_cell", words)
            editor.textEdited.connect(partial(self._take, editor, row, column))
        editor.setParent(parent)
        name = name_cell(row, column)
        editor.setProperty(_CELL, name)
        editor.left.connect(partial(self._model.leave_entry, name))
        return editor

    def _take(self, line: EntryLine, row: int, column: int, text: str) -> None:
        """Takes what was typed; pasted by mouse, it may be more than one cell holds."""
        if holds_several(text):
            line.undo()
            self._model.say(tr(_SEVERAL), failed=True)
        else:
            self._model.edit_row(row, column, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over its cell, and over so much beside it that all is in sight while it is open."""
        cell, table = option.rect, editor.parentWidget()
        wide = max(editor.widest(), cell.width()) if isinstance(editor, ChoiceBox) else cell.width() + _BESIDE_CELL
        left = cell.x() if table is None else min(cell.x(), table.width() - wide)
        editor.setGeometry(left, cell.y(), wide, cell.height())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows what stands in the cell."""
        show_cell(editor, index)

    def setModelData(self, _editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Takes nothing: it was taken as it was typed, and by now the row may be another patient's."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the cell; a wrong one has a frame, and a corner for those who see no red."""
        super().paint(painter, option, index)
        if index.data(ERROR_ROLE):
            box = QRectF(option.rect).adjusted(1, 1, -2, -2)
            painter.save()
            painter.setPen(QPen(self._look.colour("stop"), 2))
            painter.drawRect(box)
            painter.setBrush(self._look.colour("stop"))
            corner = box.topRight()
            painter.drawPolygon(QPolygonF([corner, corner - _LEFT, corner + _DOWN]))
            painter.restore()


def show_cell(editor: QWidget, index: Index) -> None:
    """Shows what stands in a cell; the cursor stays where it is unless the text is another."""
    text = str(index.data(Qt.ItemDataRole.EditRole))
    if isinstance(editor, ChoiceBox):
        editor.show_text(text)
    elif isinstance(editor, EntryLine) and editor.text() != text:
        editor.setText(text)


def name_of(editor: QWidget) -> str:
    """What the cell is called that this editor is open in."""
    return str(editor.property(_CELL))
