"""Tab goes through the page as it is read, also through what is made later than its neighbours.

Qt passes over a widget that takes no focus: both ends must be stops themselves.
"""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_in_tab_order(before: QWidget, *made: QWidget) -> None:
    """Puts widgets that were just made behind the one they stand behind, in their order."""
    for one, next_one in pairwise((before, *made)):
        QWidget.setTabOrder(one, next_one)


def put_before_in_tab_order(after: QWidget, *made: QWidget) -> None:
    """Puts widgets before the one they stand before, in their order; whatever Tab went to before it, it still does."""
    put_in_tab_order(after, *made, after)
