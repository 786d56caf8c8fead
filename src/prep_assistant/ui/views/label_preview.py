"""The place of the label's preview. Whoever draws it puts a widget in; until then the place says what will be there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_WAITING = "The label will stand here as it prints."


class LabelPreview(QFrame):
    """An empty sheet, or the widget that was put in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("label_preview")
        self.setProperty("kind", "card")
        self.setAccessibleName("Label preview")
        self._waiting = QLabel(_WAITING)
        self._waiting.setObjectName("label_preview_waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 6, 6, 6)
        self._layout.addWidget(self._waiting)

    def put_in(self, preview: QWidget) -> None:
        """Shows this widget from now on; the frame becomes its owner."""
        self._waiting.hide()
        self._layout.addWidget(preview)
