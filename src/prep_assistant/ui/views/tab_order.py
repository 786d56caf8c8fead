"""Tab goes through the page as it is read, also through what is made later than its neighbours."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_in_tab_order(before: QWidget, *made: QWidget) -> None:
    """Puts widgets that were just made behind the one they stand behind, in their order."""
    for one, next_one in pairwise((before, *made)):
        QWidget.setTabOrder(one, next_one)
