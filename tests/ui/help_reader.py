"""What a person does in Help: opens it by its key, goes down the contents, reads."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QTextBrowser

from prep_assistant.ui.viewmodels.help_pages import LICENCES, WRITTEN
from tests.ui.page import Page, settle

EVERY_PAGE = (*WRITTEN, "keys", "about", LICENCES)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def open_help(page: Page, name: str = "") -> QDialog:
    """Opens Help by its key, and goes down the contents to a page."""
    page.press(Qt.Key.Key_F1, SHIFT)
    window = page.find(QDialog, "help_window")
    if name:
        contents = find_contents(window)
        contents.setFocus()
        QTest.keyClick(contents, Qt.Key.Key_Home)
        for _ in range(EVERY_PAGE.index(name)):
            QTest.keyClick(contents, Qt.Key.Key_Down)
    settle()
    return window


def find_contents(window: QDialog) -> QListWidget:
    return window.findChildren(QListWidget, "help_contents")[0]


def find_text(window: QDialog) -> QTextBrowser:
    return window.findChildren(QTextBrowser, "help_page")[0]


def find_search(window: QDialog) -> QLineEdit:
    return window.findChildren(QLineEdit, "help_search")[0]


def read(window: QDialog) -> str:
    """What is shown, without what keeps names on one line."""
    return find_text(window).toPlainText().replace("\u2060", "").replace("\u00a0", " ")


def shown(window: QDialog) -> str:
    return find_text(window).source().fileName().removesuffix(".md")
