"""A note beside the figure that it speaks of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look


class NoteLine(QWidget):
    """Absent while there is nothing to note."""

    def __init__(self, look: Look, name: str, shape: Shape = Shape.NOTE) -> None:
        super().__init__()
        self.setObjectName(f"note_{name}_line")
        self._label = QLabel()
        self._label.setObjectName(f"note_{name}")
        self._label.setWordWrap(True)
        self._mark = ShapeMark(look, shape, 14)
        for part in (self._label, self._mark):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self._veiled = False
        self.hide()

    def present(self, text: str | None) -> None:
        """Shows the note, or nothing; ``None`` veils it for the moment and leaves its place as it is."""
        if text is None:
            self._veil(veiled=True)
            return
        self._veil(veiled=False)
        if text != self._label.text():
            self._label.setText(text)
            self._label.setAccessibleName(f"Note: {text}")
            self.setVisible(bool(text))

    def text(self) -> str:
        """The note that is shown, "" when there is none."""
        return "" if self._veiled or self.isHidden() else self._label.text()

    def _veil(self, *, veiled: bool) -> None:
        if veiled is not self._veiled:
            self._veiled = veiled
            self._label.setVisible(not veiled)
            self._mark.setVisible(not veiled)
