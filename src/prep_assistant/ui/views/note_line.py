"""A note beside the figure that it speaks of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.wrapped_text import WrappedText

_MARK_PX = 14


class NoteLine(QWidget):
    """Absent while there is nothing to note."""

    def __init__(self, look: Look, name: str, shape: Shape = Shape.NOTE) -> None:
        super().__init__()
        self.setObjectName(f"note_{name}_line")
        self._note = WrappedText(look, f"note_{name}")
        self._mark = ShapeMark(look, shape, _MARK_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 1, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._note, 1)
        self.hide()

    def present(self, text: str | None, shape: Shape | None = None) -> None:
        """Shows the note, or nothing; ``None`` veils it for the moment and leaves its place as it is.

        ``shape`` is another one than before, when the words weigh otherwise now.
        """
        if shape is not None:
            self._mark.show_shape(shape)
        if text is None:
            self._note.veil()
            self._mark.veil(veiled=True)
            return
        self._mark.veil(veiled=False)
        self._note.show_text(text)
        if self.isHidden() is bool(text):
            self.setVisible(bool(text))

    def text(self) -> str:
        """The note that is shown, "" when there is none."""
        return "" if self.isHidden() else self._note.text()
