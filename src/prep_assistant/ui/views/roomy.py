"""What lies in a scrolling area that is never scrolled sideways: it asks for the room that its words need."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class RoomyPage(QWidget):
    """``wants_room`` carries the width of the area in which nothing is cut, when it has less.

    Args:
        area: whose widget the page is going to be.
    """

    wants_room = Signal(int)

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The area gives a page that needs more than there is all that it needs, and shows a part of it."""
        super().resizeEvent(event)
        # Asked by ``viewport()``, PySide first makes the class of every kind of widget that it could be, for 10 ms.
        least, view = self.minimumSizeHint().width(), self.parent()
        if isinstance(view, QWidget) and least > view.width():
            self.wants_room.emit(least + self._area.verticalScrollBar().sizeHint().width())
