"""Without a command: the window."""

from typing import TYPE_CHECKING

from prep_assistant.bootstrap import open_window as open_the_window

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(_options: "Namespace") -> int:
    """Opens the window and stays until it is closed."""
    return open_the_window()
