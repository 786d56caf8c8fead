"""The table of prior doses: edited in place, each wrong cell marked by a frame and a corner."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.draft import name_cell
from prep_assistant.ui.viewmodels.entries import ROW_ENTRIES
from prep_assistant.ui.viewmodels.pasting import find_word, read_one_cell
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.row_words import find_wrong_cell
from prep_assistant.ui.viewmodels.state import RowState
from prep_assistant.ui.views.prior_dose_cells import CellDelegate, name_of, show_cell
from prep_assistant.ui.views.prior_dose_model import PriorDoseModel
from prep_assistant.ui.views.theme import Look

_REACTION = len(ROW_ENTRIES) - 1
_ROW_PX = 28
_LEAST_ROWS, _MOST_ROWS = 2, 5
# A day, a level of four decimals, a weight of two and minutes are whole in them; tests/ui/test_open_cells.py watches.
_WIDTHS = (85, 55, 55, 34)
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_ENTERED = QAbstractItemDelegate.EndEditHint.SubmitModelCache
_GIVEN_UP = QAbstractItemDelegate.EndEditHint.RevertModelCache
_EMPTY = phrase("Type the day of the first dose here")
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class PriorDoseTable(QTableView):
    """The doses given, newest or oldest first as they were entered."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("prior_doses")
        # Our own: to wrap Qt's, PySide first makes the class of every kind of widget that it could be, for 10 ms.
        viewport = QWidget()
        viewport.setObjectName("prior_doses_viewport")
        self.setViewport(viewport)
        self.setAccessibleName(tr("Doses given in this course"))
        self._model, self._look = model, look
        self._rows = PriorDoseModel(model, self)
        self.setModel(self._rows)
        self.setItemDelegate(CellDelegate(model, look, self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAcceptDrops(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()
        look.changed.connect(viewport.update)
        model.typing_ended.connect(self._discard_editor)
        model.order_opened.connect(self._choose_none)

    def present(self, rows: tuple[RowState, ...]) -> bool:
        """Shows these doses, and says whether they are others."""
        if len(rows) != self._rows.rowCount():
            self._fit(len(rows))
        is_other = self._rows.present(rows)
        editor = self._find_editor()
        if is_other and editor is not None:
            show_cell(editor, self.currentIndex())
        return is_other

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing into the empty table begins its first row: a key that is swallowed in silence is a figure lost."""
        if event.matches(QKeySequence.StandardKey.Delete) and self._find_editor() is None:
            self._fill_cell("")
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        if not self._rows.rowCount() and event.text().strip() and event.text().isprintable():
            self._model.add_row()
            self.setCurrentIndex(self._rows.index(0, 0))
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on as Tab does. Both leave the table behind its last cell, or the next keys replaced the first."""
        here, last = self.currentIndex(), self._rows.index(self._rows.rowCount() - 1, _REACTION)
        name = name_of(editor)
        if hint is _GIVEN_UP:
            self._model.take_back(name)
        # A click into another row says so too, when that is current already.
        is_next = hint is _NEXT or (hint is _ENTERED and name == name_cell(here.row(), here.column()))
        if is_next and here == last:
            super().closeEditor(editor, _NO_HINT)
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        else:
            super().closeEditor(editor, _NEXT if is_next else hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the rows; without any, what can be done."""
        super().paintEvent(event)
        if not self._rows.rowCount():
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._look.colour("muted"))
                painter.drawText(self.viewport().rect(), _IN_THE_MIDDLE, tr(_EMPTY))

    def find_chosen(self) -> int | None:
        """The dose that is chosen: the only one, or the one that is marked."""
        if self._rows.rowCount() == 1:
            return 0
        return next((index.row() for index in self.selectedIndexes()), None)

    def paste_rows(self) -> None:
        """Adds the rows of the clipboard, and goes to the first cell of them that is wrong."""
        came = self._model.paste_rows(QGuiApplication.clipboard().text())
        rows = self._model.state.rows
        wrong = find_wrong_cell(rows, len(rows) - came)
        if wrong is not None:
            self.setCurrentIndex(self._rows.index(*wrong))
            self.scrollTo(self.currentIndex())

    def edit_last_row(self) -> None:
        """Begins to type into the first cell of the last dose."""
        first = self._rows.index(self._rows.rowCount() - 1, 0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(first)
        self.scrollTo(first)
        self.edit(first)

    def _find_editor(self) -> QWidget | None:
        if self.state() is not QAbstractItemView.State.EditingState:
            return None
        return self.indexWidget(self.currentIndex())

    def _paste(self) -> None:
        """One cell goes into the chosen one; rows come behind the others."""
        text, cell = read_one_cell(QGuiApplication.clipboard().text()), self.currentIndex()
        if text is None or not cell.isValid():
            self.paste_rows()
        else:
            self._fill_cell(find_word(cell.column(), text))

    def _fill_cell(self, text: str) -> None:
        cell = self.currentIndex()
        if cell.isValid():
            self._model.edit_row(cell.row(), cell.column(), text)
            self._model.leave_entry(name_cell(cell.row(), cell.column()))

    def _discard_editor(self) -> None:
        """What is open belongs to doses that are about to be others."""
        editor = self._find_editor()
        if editor is not None:
            super().closeEditor(editor, _NO_HINT)

    def _choose_none(self) -> None:
        """Nobody has chosen a dose of this order yet."""
        self.setCurrentIndex(QModelIndex())

    def _fit(self, rows: int) -> None:
        """As high as the doses listed, within reason."""
        shown = min(max(rows, _LEAST_ROWS), _MOST_ROWS)
        self.setFixedHeight(shown * _ROW_PX + 30)

    def _measure(self) -> None:
        head, rows = self.horizontalHeader(), self.verticalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            head.resizeSection(column, width)
        head.setSectionResizeMode(_REACTION, QHeaderView.ResizeMode.Stretch)
        rows.setDefaultSectionSize(_ROW_PX)
        rows.setMinimumSectionSize(_ROW_PX)
        rows.setFixedWidth(24)
        self._fit(0)
