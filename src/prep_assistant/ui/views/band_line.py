"""Where a value stands in the label: a shape for how grave that is, and the words of the row."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prep_assistant.calculation import Severity
from prep_assistant.ui.viewmodels.laboratory_state import BandState
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.wrapped_text import WrappedText

_MARK_PX = 16
_SHAPES = {
    None: Shape.READY,
    Severity.NOTE: Shape.NOTE,
    Severity.CONFIRM: Shape.CONFIRM,
    Severity.STOP: Shape.STOP,
}


class BandLine(QWidget):
    """Absent while the value is not known."""

    def __init__(self, look: Look, reaction: str) -> None:
        super().__init__()
        self.setObjectName(f"band_{reaction}_line")
        self._words = WrappedText(look, f"band_{reaction}")
        self._mark = ShapeMark(look, Shape.NOTE, _MARK_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 1, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def present(self, band: BandState | None) -> None:
        """Shows a band, or nothing."""
        if band is not None:
            self._words.show_text(band.text)
            self._mark.show_shape(_SHAPES[band.severity])
        if self.isHidden() is (band is not None):
            self.setVisible(band is not None)

    def text(self) -> str:
        """What is shown, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()
