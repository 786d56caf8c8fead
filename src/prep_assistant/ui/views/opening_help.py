"""Puts Help together: its window, and the two pages that are made of what is in use."""

from PySide6.QtWidgets import QWidget

from prep_assistant.calculation import Monograph
from prep_assistant.ui.viewmodels.about import write_about
from prep_assistant.ui.views.help_keys import Bound, write_keys
from prep_assistant.ui.views.help_window import ABOUT, KEYS, HelpWindow
from prep_assistant.ui.views.theme import Look


def make_help(parent: QWidget, look: Look, monograph: Monograph, shortcuts: Bound) -> HelpWindow:
    """Help for this window.

    Args:
        parent: the window.
        look: the theme.
        monograph: the one in use.
        shortcuts: the keys that the window binds, each with the name of its act.
    """
    made = {KEYS: lambda: write_keys(shortcuts, monograph), ABOUT: lambda: write_about(monograph)}
    return HelpWindow(parent, look, made, monograph.display_name)
