"""Without a command: the window."""

from argparse import Namespace

from prep_assistant.bootstrap import open_window as open_the_window


def open_window(_options: Namespace) -> int:
    """Opens the window and stays until it is closed."""
    return open_the_window()
