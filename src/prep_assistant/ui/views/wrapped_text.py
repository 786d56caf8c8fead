"""A paragraph that may change with every key: it asks for a new layout only when it needs another height."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prep_assistant.ui.views.theme import BODY_PX, Look, make_font, measure_font

_WRAPPED = Qt.TextFlag.TextWordWrap
_VERY_HIGH = 10_000
_USUAL_WIDTH = 240


class WrappedText(QWidget):
    """Text of the theme's ink, broken between words."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._font = make_font(BODY_PX)
        self._metrics = measure_font(BODY_PX)
        self._text = ""
        self._is_veiled = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def text(self) -> str:
        """The paragraph, "" while it is veiled."""
        return "" if self._is_veiled else self._text

    def show_text(self, text: str) -> None:
        """Shows another paragraph."""
        self._veil(veiled=False)
        if text == self._text:
            return
        high = self.heightForWidth(self.width())
        self._text = text
        self.setAccessibleName(text)
        if self.heightForWidth(self.width()) != high:
            self.updateGeometry()
        self.update()

    def veil(self) -> None:
        """Shows nothing for the moment, in the same room."""
        self._veil(veiled=True)

    def heightForWidth(self, width: int) -> int:
        """The height of the paragraph at a width."""
        box = QRect(0, 0, max(width, 1), _VERY_HIGH)
        return self._metrics.boundingRect(box, _WRAPPED, self._text).height() if self._text else 0

    def sizeHint(self) -> QSize:
        """A few words on each line."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """At least a word's width, and one line."""
        return QSize(_USUAL_WIDTH // 2, self._metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the paragraph."""
        if self._is_veiled or not self._text:
            return
        with QPainter(self) as painter:
            painter.setFont(self._font)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(self.rect(), _WRAPPED, self._text)

    def _veil(self, *, veiled: bool) -> None:
        if veiled is not self._is_veiled:
            self._is_veiled = veiled
            self.update()
