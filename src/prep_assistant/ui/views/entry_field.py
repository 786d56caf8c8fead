"""One entry: its name above, the line to type into with its unit beside it, what was understood, what is wrong."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from prep_assistant.ui.viewmodels.state import EntryState
from prep_assistant.ui.views.choice_box import ChoiceBox

_FREE_TEXT = 400


class EntryLine(QLineEdit):
    """A line that takes what is typed or pasted and nothing else: no drag, no wheel, and undo is the window's."""

    left = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setMaxLength(_FREE_TEXT)
        self.setMinimumWidth(40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves undo and redo to the window, which takes back whole entries."""
        if is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that nobody types here any more."""
        super().focusOutEvent(event)
        self.left.emit()


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys say: take back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the keys say: make again."""
    return event.matches(QKeySequence.StandardKey.Redo)


class EntryField(QWidget):
    """An entry with all that belongs to it. ``error_line`` is placed by whoever places the field: it may be long.

    Args:
        name: the entry's name, which is the editor's objectName.
        words: its label; an ``&`` marks the mnemonic.
        editor: a line or a list.
        unit: what stands behind the editor.
        is_beside: whether the label stands beside the editor and not above it.
    """

    def __init__(
        self, name: str, words: str, editor: EntryLine | ChoiceBox, unit: str = "", *, is_beside: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.editor = editor
        self._state = EntryState()
        self._words = editor.accessibleName()
        self._label = QLabel(words)
        self._label.setProperty("kind", "caption")
        self._label.setBuddy(editor)
        self._echo = QLabel()
        self._echo.setObjectName(f"{name}_echo")
        self._echo.setProperty("kind", "echo")
        self._echo.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.error_line = QLabel()
        self.error_line.setObjectName(f"{name}_error")
        self.error_line.setProperty("kind", "error")
        self.error_line.setWordWrap(True)
        self.error_line.hide()
        layout = QHBoxLayout(self) if is_beside else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8 if is_beside else 1)
        layout.addLayout(_row(self._label, self._echo, stretch=1))
        layout.addLayout(_row(editor, _unit_label(unit)))

    def present(self, state: EntryState) -> None:
        """Shows what the entry holds; the cursor stays where it is unless the text is another."""
        if not isinstance(self.editor, QLineEdit):
            # Also when nothing changed: the choice may have been refused, or another list offered.
            self.editor.show_text(state.text)
        if state is self._state:
            return
        if isinstance(self.editor, QLineEdit) and self.editor.text() != state.text:
            self.editor.setText(state.text)
        if state.echo != self._state.echo:
            self._echo.setText(state.echo)
        if state.error != self._state.error:
            self._show_error(state.error)
        self._state = state

    def offer(self, choices: Iterable[str]) -> None:
        """Offers other choices; a line has none."""
        if not isinstance(self.editor, QLineEdit):
            self.editor.offer(choices)

    def error(self) -> str:
        """What is said to be wrong."""
        return self._state.error

    def _show_error(self, error: str) -> None:
        was_wrong = bool(self._state.error)
        self.error_line.setText(f"{self._words}: {error}" if error else "")
        self.error_line.setVisible(bool(error))
        self.editor.setAccessibleDescription(error)
        if bool(error) is not was_wrong:
            self.editor.setProperty("wrong", bool(error))
            self.editor.style().polish(self.editor)


def _row(first: QWidget, second: QWidget | None, stretch: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    row.addWidget(first, 0 if stretch else 1)
    if second is not None:
        row.addWidget(second, stretch)
    return row


def _unit_label(unit: str) -> QLabel | None:
    if not unit:
        return None
    label = QLabel(unit)
    label.setProperty("kind", "unit")
    return label
