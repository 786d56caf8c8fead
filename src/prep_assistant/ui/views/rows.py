"""Widgets beside one another, on as many lines as the words of the language in use need."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def break_rows(widths: Iterable[int], room: int, gap: int) -> list[int]:
    """How many stand on each line.

    Args:
        widths: the least width of each, px.
        room: the width of a line, px; what is wider stands alone.
        gap: between two, px.

    >>> break_rows([100, 100, 100], 220, 10)
    [2, 1]
    """
    counts, taken = [0], -gap
    for width in widths:
        if counts[-1] and taken + gap + width > room:
            counts.append(0)
            taken = -gap
        counts[-1] += 1
        taken += gap + width
    return counts


def lay_in_rows(widgets: Iterable[QWidget], room: int, gap: int) -> QVBoxLayout:
    """The widgets from the left, each as wide as its words."""
    waiting = list(widgets)
    below = QVBoxLayout()
    below.setSpacing(gap // 2)
    for count in break_rows((widget.minimumSizeHint().width() for widget in waiting), room, gap):
        beside = QHBoxLayout()
        beside.setSpacing(gap)
        for widget in waiting[:count]:
            beside.addWidget(widget)
        beside.addStretch(1)
        below.addLayout(beside)
        waiting = waiting[count:]
    return below
