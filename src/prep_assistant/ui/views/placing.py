"""Where a remembered window comes back: wholly on a screen that is there, and at least as large as it must be."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

# The frame's upper edge, by which a window is moved, is outside the rectangle that Qt places.
TITLE_BAR = 32


def place_on_screens(wanted: QRect, screens: Sequence[QRect], least: QSize) -> QRect:
    """The place of a window's content, in logical pixels.

    Args:
        wanted: where it was.
        screens: what each screen has for windows, the main one first; at least one.
        least: the smallest size in which nothing is cut.

    Returns:
        ``wanted`` if it fits; else the nearest place within the screen that shows most of it, or within the main one.
    """
    screen = max(screens, key=lambda each: _area(each.intersected(wanted)))
    room = screen.adjusted(0, TITLE_BAR, 0, 0)
    size = wanted.size().boundedTo(room.size()).expandedTo(least)
    return QRect(_moved_into(wanted.topLeft(), size, room), size)


def _moved_into(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    """The upper left corner comes last: where the room is too small, that one stays in sight."""
    left = max(min(corner.x(), room.x() + room.width() - size.width()), room.x())
    top = max(min(corner.y(), room.y() + room.height() - size.height()), room.y())
    return QPoint(left, top)


def _area(rectangle: QRect) -> int:
    return 0 if rectangle.isEmpty() else rectangle.width() * rectangle.height()
