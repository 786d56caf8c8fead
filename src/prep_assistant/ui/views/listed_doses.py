"""The doses listed: their table, what is wrong in it, and what can be done with its rows."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.row_words import say_row_error
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.prior_dose_table import PriorDoseTable
from prep_assistant.ui.views.rows import lay_in_rows
from prep_assistant.ui.views.theme import Look

BUTTONS = (
    ("add_dose", phrase("&Add dose")),
    ("remove_dose", phrase("Remo&ve dose")),
    ("paste_doses", phrase("Paste &rows")),
)
# What is left for a line of the form in the narrowest window that shows all three parts.
_ROOM, _GAP = 380, 6


class ListedDoses(QWidget):
    """The table with its buttons."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._table = PriorDoseTable(model, look)
        self._error = QLabel()
        self._error.setObjectName("prior_doses_error")
        self._error.setProperty("kind", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._table.selectionModel().currentChanged.connect(self._say_error)
        acts = (self._add, self._remove, self._table.paste_rows)
        self._buttons = tuple(
            make_button(name, tr(words), act) for (name, words), act in zip(BUTTONS, acts, strict=True)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._table)
        layout.addWidget(self._error)
        layout.addLayout(lay_in_rows(self._buttons, _ROOM, _GAP))

    def present(self, state: PrepareState) -> None:
        """Shows the doses, and what is wrong with them."""
        if self._table.present(state.rows):
            self._say_error()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return (self._table, *self._buttons)

    def _add(self) -> None:
        self._model.add_row()
        self._table.edit_last_row()

    def _remove(self) -> None:
        place = self._table.find_chosen()
        if place is None:
            self._model.say(tr("No dose is chosen. Choose the one to remove in the table."), failed=True)
        else:
            self._model.remove_row(place)

    def _say_error(self, *_: object) -> None:
        """That of the cell one is in, so that every reason can be read without a mouse; else the first."""
        chosen = self._table.currentIndex()
        error = say_row_error(self._model.state.rows, (chosen.row(), chosen.column()))
        if error != self._error.text():
            self._error.setText(error)
            self._error.setVisible(bool(error))
