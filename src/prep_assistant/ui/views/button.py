"""A push button as the window has them: found by its name, read out by its words, never pressed by Enter elsewhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def make_button(name: str, words: str, act: Callable[[], None] | None = None) -> QPushButton:
    """A button.

    Args:
        name: the objectName.
        words: in the language of the screen, with their mnemonic.
        act: what is done when it is clicked, where its maker binds nothing else to it.
    """
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(words.replace("&", ""))
    button.setAutoDefault(False)
    if act is not None:
        button.clicked.connect(act)
    return button
