"""A prescriber's documented decision on a laboratory finding: who decided, and why."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.laboratory_state import DecisionState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import EntryState
from prep_assistant.ui.views.entry_field import EntryField, EntryLine


class DecisionFields(QWidget):
    """Two lines below the value that asks for a decision."""

    def __init__(self, model: PrepareViewModel, finding: str) -> None:
        super().__init__()
        self._model, self._finding = model, finding
        name = f"decision_{finding.replace('.', '_')}"
        self.setObjectName(name)
        self._title = QLabel()
        self._title.setProperty("kind", "caption")
        self._title.setWordWrap(True)
        self._by, self._by_line = self._make_field(f"{name}_by", tr("Decided by"))
        self._reason, self._reason_line = self._make_field(f"{name}_reason", tr("Reason, as documented"))
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 0, 0, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 7)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._by, 1, 0)
        grid.addWidget(self._reason, 1, 1)
        for row, field in enumerate((self._by, self._reason), start=2):
            field.place_error = partial(_place_error, grid, row)

    def present(self, state: DecisionState) -> None:
        """Shows the decision as far as it was typed."""
        self._title.setText(state.title)
        self._by.present(EntryState(state.decided_by, error=state.wrong_name))
        self._reason.present(EntryState(state.reason, error=state.wrong_reason))

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return (self._by_line, self._reason_line)

    def _make_field(self, name: str, words: str) -> tuple[EntryField, EntryLine]:
        line = EntryLine(name, words)
        line.textEdited.connect(self._tell)
        line.left.connect(lambda: self._model.leave_entry(self._finding))
        return EntryField(name, words, line), line

    def _tell(self) -> None:
        self._model.set_decision(self._finding, self._by_line.text(), self._reason_line.text())


def _place_error(grid: QGridLayout, row: int, line: QLabel) -> None:
    grid.addWidget(line, row, 0, 1, 2)
