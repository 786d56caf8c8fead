"""A list to choose one word from: nothing preselected, no wheel; a word from a file is shown too."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox

from prep_assistant.ui.views.theme import Look


class ChoiceBox(QComboBox):
    """The choices of one entry.

    Args:
        look: the theme.
        name: the objectName.
        words: what is chosen.
        choices: what there is to choose from.
        blank: how the choice to enter nothing is called, "" when there is no such choice.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, name: str, words: str, choices: Iterable[str], blank: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._blank = blank
        self.offer(choices)
        self.setPlaceholderText("Choose")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setAcceptDrops(False)
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[str]) -> None:
        """Offers these choices from now on; what was chosen is shown when it is shown next."""
        self.clear()
        self.addItems([self._blank, *choices] if self._blank else [*choices])
        self._own = self.count()
        self.setCurrentIndex(-1)

    def show_text(self, text: str) -> None:
        """Shows a choice, adding it when it came from elsewhere; "" is no choice."""
        text = text or self._blank
        if text == self.currentText():
            return
        while self.count() > self._own:
            self.removeItem(self._own)
        if text and self.findText(text) < 0:
            self.addItem(text)
        self.setCurrentIndex(self.findText(text) if text else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes an entry."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that nobody chooses here any more."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the list's arrow in the theme's colour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("muted"), 2))
        x, y = self.width() - 15, self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 3), QPointF(x + 4, y - 2)]))
        painter.end()

    def _tell(self) -> None:
        self.chosen.emit("" if self.currentText() == self._blank else self.currentText())
