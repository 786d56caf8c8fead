"""One entry: its name above, the line to type into with its unit beside it, what was understood, what is wrong."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from prep_assistant.ui.viewmodels.state import EntryState
from prep_assistant.ui.views.choice_box import ChoiceBox

_FREE_TEXT = 400
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
# Border, padding and Qt's own margin on both sides.
_BESIDE_WORDS = 20


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

    def hint(self, words: str, sample: str = "") -> None:
        """Shows what is wanted while the line is empty, and keeps room for it, or for what usually stands in it."""
        self.setPlaceholderText(words)
        if words or sample:
            self.setMinimumWidth(self.fontMetrics().horizontalAdvance(words or sample) + _BESIDE_WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves undo and redo to the window, which takes back whole entries."""
        if is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that nobody types here any more; who only looks at another window goes on where they were."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.setCursorPosition(0)
        self.left.emit()


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys say: take back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the keys say: make again."""
    return event.matches(QKeySequence.StandardKey.Redo)


class EntryField(QWidget):
    """An entry with all that belongs to it; echo and error are made when there is first something to say.

    Args:
        name: the entry's name, which is the editor's objectName.
        words: its label; an ``&`` marks the mnemonic.
        editor: a line or a list.
        unit: what stands behind the editor.
        is_beside: whether the label stands beside the editor and not above it.

    Attributes:
        place_error: puts the line with the error somewhere on the page; it may be long.
    """

    place_error: Callable[[QLabel], object]

    def __init__(
        self, name: str, words: str, editor: EntryLine | ChoiceBox, unit: str = "", *, is_beside: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.editor = editor
        self._state = EntryState()
        self._name, self._words = name, editor.accessibleName()
        self._echo: QLabel | None = None
        self.error_line: QLabel | None = None
        self._label = label = _label("caption", words)
        label.setBuddy(editor)
        # Above: label and echo; below: editor and unit. The middle column belongs to whoever needs the room.
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(label, 0, 0)
        if is_beside:
            self._grid.addWidget(editor, 0, 1, 1, 2)
        else:
            self._grid.addWidget(editor, 1, 0, 1, 2 if unit else 3)
        if unit:
            self._grid.addWidget(_label("unit", unit), 1, 2)

    def present(self, state: EntryState) -> None:
        """Shows what the entry holds; the cursor stays where it is unless the text is another."""
        if not isinstance(self.editor, QLineEdit):
            # Also when nothing changed: the choice may have been refused, or another list offered.
            self.editor.show_text(state.text)
        if state is self._state:
            return
        if isinstance(self.editor, QLineEdit) and self.editor.text() != state.text:
            self.editor.setText(state.text)
            if not self.editor.hasFocus():
                self.show_beginning()
        if state.echo != self._state.echo:
            self._show_echo(state.echo)
        if state.error != self._state.error:
            self._show_error(state.error)
        self._state = state

    def show_beginning(self) -> None:
        """Shows the first letters of what is longer than the line: a name is told by them, and never by its last."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setCursorPosition(0)

    @property
    def letter(self) -> QKeySequence:
        """The keys that go to it; none when its label marks no letter."""
        return QKeySequence.mnemonic(self._label.text())

    def offer(self, choices: Iterable[str]) -> None:
        """Offers other choices; a line has none."""
        if not isinstance(self.editor, QLineEdit):
            self.editor.offer(choices)

    def error(self) -> str:
        """What is said to be wrong."""
        return self._state.error

    def _show_echo(self, echo: str) -> None:
        if self._echo is None:
            self._echo = _label("echo", name=f"{self._name}_echo")
            self._echo.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(self._echo, 0, 1, 1, 2)
        self._echo.setText(echo)

    def _show_error(self, error: str) -> None:
        was_wrong = bool(self._state.error)
        if self.error_line is None:
            self.error_line = _label("error", name=f"{self._name}_error")
            self.error_line.setWordWrap(True)
            self.place_error(self.error_line)
        self.error_line.setText(f"{self._words}: {error}" if error else "")
        self.error_line.setVisible(bool(error))
        self.editor.setAccessibleDescription(error)
        if bool(error) is not was_wrong:
            self.editor.setProperty("wrong", bool(error))
            self.editor.style().polish(self.editor)


def _label(kind: str, text: str = "", name: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("kind", kind)
    return label
