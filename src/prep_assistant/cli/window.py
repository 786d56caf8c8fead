"""Without a command, and ``open``: the window."""

from typing import TYPE_CHECKING

from prep_assistant.cli.ending import Refusal
from prep_assistant.settings import SettingsError
from prep_assistant.start import open_window as open_the_window

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(options: "Namespace") -> int:
    """Opens the window and stays until it is closed, or has a window that is open already come forward."""
    try:
        return open_the_window(getattr(options, "file", None), options.set)
    except SettingsError as error:
        raise Refusal(str(error)) from error
