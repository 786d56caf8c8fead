"""Without a command, and ``open``: the window."""

from argparse import Namespace

from prep_assistant.bootstrap import open_window as open_the_window
from prep_assistant.cli.ending import Refusal
from prep_assistant.settings import SettingsError


def open_window(options: Namespace) -> int:
    """Opens the window and stays until it is closed, or has a window that is open already come forward."""
    try:
        return open_the_window(getattr(options, "file", None), options.set)
    except SettingsError as error:
        raise Refusal(str(error)) from error
