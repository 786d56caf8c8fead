"""A check to tick: its name, and below it what it means; the whole of it can be pressed."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from prep_assistant.ui.viewmodels.first_dose_state import CheckState
from prep_assistant.ui.views.figure_cell import draw_focus_ring
from prep_assistant.ui.views.theme import BODY_PX, CAPTION_PX, Look, make_font

_SQUARE, _LEFT, _PAD = 18, 30, 4
_WRAPPED = Qt.TextFlag.TextWordWrap
_VERY_HIGH, _USUAL_WIDTH = 10_000, 340
_TICK = ((0.2, 0.55), (0.42, 0.78), (0.82, 0.24))


class TickBox(QCheckBox):
    """Paints itself, so that its words are broken between words and never cut."""

    def __init__(self, look: Look, check: CheckState) -> None:
        super().__init__()
        self.setObjectName(f"first_dose_{check.code}")
        self.setAccessibleName(f"{check.title}. {check.text}")
        self._look, self._title, self._words = look, check.title, check.text
        self.setChecked(check.ticked)
        self._bold, self._plain = make_font(BODY_PX, bold=True), make_font(CAPTION_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def hitButton(self, pos: QPoint) -> bool:
        """Everywhere: a glove is no fine point."""
        return self.rect().contains(pos)

    def heightForWidth(self, width: int) -> int:
        """The height of both texts at a width."""
        title, words = self._places(width)
        return max(words.bottom() + 1, title.bottom() + 1, _SQUARE) + _PAD

    def sizeHint(self) -> QSize:
        """A line or two of words."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Half of that; it grows higher."""
        return QSize(_USUAL_WIDTH // 2, _SQUARE + 2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws square, tick, texts and the focus ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            title, words = self._places(self.width())
            self._draw_square(painter)
            painter.setPen(self._look.colour("ink"))
            painter.setFont(self._bold)
            painter.drawText(title, _WRAPPED, self._title)
            painter.setPen(self._look.colour("muted"))
            painter.setFont(self._plain)
            painter.drawText(words, _WRAPPED, self._words)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), self._look)

    def _draw_square(self, painter: QPainter) -> None:
        box = QRectF(_PAD + 1, _PAD + 1, _SQUARE, _SQUARE)
        painter.setPen(QPen(self._look.colour("ink"), 1.5))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(self._look.colour("ink"), 2.5))
            points = [QPointF(box.x() + x * _SQUARE, box.y() + y * _SQUARE) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(points))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(_LEFT, _PAD, max(width - _LEFT - _PAD, 1), _VERY_HIGH)
        title = QFontMetrics(self._bold).boundingRect(room, _WRAPPED, self._title)
        below = room.translated(0, title.height() + 1)
        words = QFontMetrics(self._plain).boundingRect(below, _WRAPPED, self._words)
        return QRect(room.topLeft(), QSize(room.width(), title.height())), QRect(
            below.topLeft(), QSize(room.width(), words.height())
        )
