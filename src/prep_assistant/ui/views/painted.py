"""A band of one colour across the window."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from prep_assistant.ui.views.theme import Look


class PaintedBand(QWidget):
    """A plain ground in the colour of a role."""

    def __init__(self, look: Look, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._role = role
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills what is exposed."""
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self.look.colour(self._role))


def fill_box(painter: QPainter, box: QRect | QRectF, filling: QColor | QBrush) -> None:
    """Fills a box; afterwards the pen is none, and the brush what filled it.

    ``fillRect`` does the same, but knows every gradient by name too, and all of these are made when it is called.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(filling)
    painter.drawRect(box)
