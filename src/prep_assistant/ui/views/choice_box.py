"""A list to choose one word from: nothing preselected, no wheel; a word from a file is shown too."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from prep_assistant.language import Phrase, tr
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look

# The arrow, and the margins on both sides.
_BESIDE_WORDS = 44
_MOST_WORDS = 280
_VERY_HIGH, _ABOVE_AND_BELOW = 10_000, 10
# Of the ground that words on several lines are painted on: border and padding, and the arrow at the right.
_INSET, _ARROW = 3, 28
_WRAPPED = (
    Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
)


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
        self._typed = ""
        self._high = 0
        self.offer(choices)
        self.setPlaceholderText(tr("Choose"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setAcceptDrops(False)
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[str]) -> None:
        """Offers these choices from now on; what was chosen is shown when it is shown next."""
        self.clear()
        for choice in (self._blank, *choices) if self._blank else choices:
            self.addItem(tr(choice) if isinstance(choice, Phrase) else choice, choice)
        self._own = self.count()
        self.setCurrentIndex(-1)

    def widest(self) -> int:
        """The width in which every choice can be read, px."""
        words = max(self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        return words + _BESIDE_WORDS

    def show_text(self, text: str) -> None:
        """Shows a choice, adding it when it came from elsewhere; "" is no choice."""
        text = text or self._blank
        if text == self.text():
            if self._high:
                self._make_high()
            return
        while self.count() > self._own:
            self.removeItem(self._own)
        if text and self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text) if text else -1)
        self._make_room()

    def text(self) -> str:
        """What is chosen, as it is kept in the order and not as it is called on the screen; "" for nothing."""
        return str(self.currentData() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses by what is typed, however slowly: the whole name too, whose space would open the list."""
        letter = event.text()
        if letter and letter.isprintable() and (self._typed or letter != " "):
            before, self._typed = self._typed, self._typed + letter.casefold()
            # One key after the other, as for yes and no: the second is not meant as the second letter of a name.
            if not self._choose_typed() and len(before) == 1 and self._find(before) is not None:
                self._typed = letter.casefold()
                self._choose_typed()
        else:
            self._typed = ""
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was typed at an earlier visit is no part of what is typed now."""
        self._typed = ""
        super().focusInEvent(event)

    def _choose_typed(self) -> bool:
        place = self._find(self._typed)
        if place is not None and place != self.currentIndex():
            self.setCurrentIndex(place)
            self._tell()
        return place is not None

    def _find(self, beginning: str) -> int | None:
        places = range(self.count())
        return next((place for place in places if self.itemText(place).casefold().startswith(beginning)), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes an entry."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that nobody chooses here any more."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks what is chosen anew where it takes several lines."""
        super().resizeEvent(event)
        if self._high or self.count() > self._own:
            self._make_high()

    def sizeHint(self) -> QSize:
        """As high as the lines of what is chosen."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(0, self._high)) if self._high else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the list's arrow in the theme's colour, and over the one line what takes several."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            if self._high:
                self._draw_lines(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("muted"), 2))
            x, y = self.width() - 15, self.height() / 2
            painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 3), QPointF(x + 4, y - 2)]))

    def _draw_lines(self, painter: QPainter) -> None:
        box = self.rect().adjusted(_INSET, _INSET, -_ARROW, -_INSET)
        fill_box(painter, box, self._look.colour("surface"))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(box.adjusted(_INSET + 2, 0, 0, 0), _WRAPPED, self.currentText())

    def _make_high(self) -> None:
        """What a file brought is shown whole: cut behind the right name, it would read as the right medicine."""
        room = QRect(0, 0, self.width() - 2 * _INSET - 2 - _ARROW, _VERY_HIGH)
        high = self.fontMetrics().boundingRect(room, _WRAPPED, self.currentText()).height()
        high = high + _ABOVE_AND_BELOW if high > self.fontMetrics().height() else 0
        if high != self._high:
            self._high = high
            self.updateGeometry()
            self.update()

    def _make_room(self) -> None:
        """As wide as the widest that it has shown, within reason: a file may bring a long one."""
        words = self.fontMetrics().horizontalAdvance(self.currentText() or self.placeholderText())
        wide = min(words, _MOST_WORDS) + _BESIDE_WORDS
        if wide > self.minimumWidth():
            self.setMinimumWidth(wide)
        if self._high or self.count() > self._own:
            self._make_high()

    def _tell(self) -> None:
        self.chosen.emit("" if self.text() == self._blank else self.text())
