"""The doses given in this course: none, listed in a table, or not known; nobody has said which until somebody does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.draft import History
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.rows import lay_in_rows
from prep_assistant.ui.views.tab_order import put_in_tab_order
from prep_assistant.ui.views.theme import Look

if TYPE_CHECKING:
    from prep_assistant.ui.views.listed_doses import ListedDoses

CHOICES = (
    (History.NONE, "history_none", phrase("None &yet")),
    (History.LISTED, "history_listed", phrase("Liste&d below")),
    (History.UNKNOWN, "history_unknown", phrase("Not &known")),
)


# What is left for a line of the form in the narrowest window that shows all three parts.
_ROOM, _GAP = 380, 10


class HistoryEntry(QWidget):
    """Three choices, and below them the doses when they are listed."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("history_entry")
        self._model = model
        self._group = QButtonGroup(self)
        self._choices = {known: self._make_choice(known, name, words) for known, name, words in CHOICES}
        self._look = look
        self._listed: ListedDoses | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel(tr("Doses of this medicine given in this course"))
        title.setProperty("kind", "section")
        title.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(3)
        self._layout.addWidget(title)
        self._layout.addLayout(lay_in_rows(self._choices.values(), _ROOM, _GAP))

    def present(self, state: PrepareState) -> None:
        """Shows what is known, and the table when doses are listed."""
        if self._group.checkedButton() is not self._choices.get(state.history_known):
            self._check(state.history_known)
        is_listed = state.history_known is History.LISTED
        if is_listed and self._listed is None:
            from prep_assistant.ui.views.listed_doses import ListedDoses  # noqa: PLC0415  # made when first shown

            self._listed = ListedDoses(self._model, self._look)
            self._layout.addWidget(self._listed)
            put_in_tab_order(self._choices[History.UNKNOWN], *self._listed.stops())
        if self._listed is not None:
            self._listed.present(state)
            if self._listed.isHidden() is is_listed:
                self._listed.setVisible(is_listed)

    def _check(self, known: History) -> None:
        """A group lets no button be unchecked while it is exclusive, and while it is not, leaves Tab where it was.

        Tab on another choice than the one made would let the space bar make that one, which nobody meant.
        """
        self._group.setExclusive(False)
        stop = self._choices.get(known, self._choices[History.NONE])
        for each, choice in self._choices.items():
            choice.setChecked(each is known)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice is stop else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def _make_choice(self, known: History, name: str, words: str) -> QRadioButton:
        choice = QRadioButton(tr(words))
        choice.setObjectName(name)
        choice.setAccessibleName(tr("Doses given in this course: {choice}", choice=tr(words).replace("&", "")))
        choice.clicked.connect(lambda: self._model.set_history(known))
        self._group.addButton(choice)
        return choice
