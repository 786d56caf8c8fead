"""A note beside the figure that it speaks of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.wrapped_text import WrappedText

_MARK_PX = 14


class NoteLine(QWidget):
    """Absent while there is nothing to note, and empty until there first is."""

    def __init__(self, look: Look, name: str, shape: Shape = Shape.NOTE) -> None:
        super().__init__()
        self.setObjectName(f"note_{name}_line")
        self._look, self._name, self._shape = look, name, shape
        self._parts: tuple[ShapeMark, WrappedText] | None = None
        self.hide()

    def present(self, text: str | None, shape: Shape | None = None) -> None:
        """Shows the note, or nothing; ``None`` veils it for the moment and leaves its place as it is.

        ``shape`` is another one than before, when the words weigh otherwise now.
        """
        if self._parts is None:
            if not text:
                return
            self._parts = self._make()
        mark, note = self._parts
        if shape is not None:
            mark.show_shape(shape)
        mark.veil(veiled=text is None)
        if text is None:
            note.veil()
            return
        note.show_text(text)
        if self.isHidden() is bool(text):
            self.setVisible(bool(text))

    def text(self) -> str:
        """The note that is shown, "" when there is none."""
        return "" if self._parts is None or self.isHidden() else self._parts[1].text()

    def _make(self) -> tuple[ShapeMark, WrappedText]:
        mark, note = ShapeMark(self._look, self._shape, _MARK_PX), WrappedText(self._look, f"note_{self._name}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 1, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(note, 1)
        return mark, note
