"""One line of text that changes with every key: painted, so that no layout is made anew for it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look, make_font, measure_font

_PAD = 4


class PaintedText(QWidget):
    """A line of the theme's ink on its surface."""

    def __init__(self, look: Look, name: str, px: int, *, bold: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._font = make_font(px, bold=bold)
        self._metrics = measure_font(px, bold=bold)
        self._text = ""
        self._room = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows another text."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        wide = self._metrics.horizontalAdvance(text)
        if wide > self._room:
            self._room = wide
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The widest text so far, on one line."""
        return QSize(self._room + _PAD + 2, self._metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """As the hint: nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        with QPainter(self) as painter:
            fill_box(painter, self.rect(), self._look.colour("surface"))
            painter.setFont(self._font)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(QPointF(_PAD, 1 + self._metrics.ascent()), self._text)
