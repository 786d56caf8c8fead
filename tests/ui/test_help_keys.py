"""Help > Keys tells every key that is bound, and no other."""

import re

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from tests.orders import plain_order
from tests.ui.help_reader import open_help, read
from tests.ui.page import Page


def mnemonics(page: Page) -> set[str]:
    """Alt with every letter that is underlined on the page, with all that can be opened on it."""
    page.click("more_entries")
    texts = [label.text() for label in page.window.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in page.window.findChildren(QAbstractButton)]
    return {f"Alt+{letter.upper()}" for text in texts for letter in re.findall(r"&(\w)", text)}


def keys_told(told: str, below: str) -> set[str]:
    """The first column of the table below a heading."""
    lines = told.partition(f"\n{below}\n")[2].split("\n")
    start = lines.index("what it does") + 1
    keys = []
    for key, words in zip(lines[start::2], lines[start + 1 :: 2], strict=False):
        if not re.fullmatch(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:\w|F\d+|[A-Z][a-z]+)", key) or not words:
            break
        keys.append(key)
    return set(keys)


def test_keys_tells_every_shortcut_of_the_window_and_nothing_else(page: Page) -> None:
    bound = {shortcut.key().toString() for shortcut in page.window.findChildren(QShortcut)}
    assert keys_told(read(open_help(page, "keys")), "Acts") == bound


def test_keys_tells_every_letter_that_is_underlined_on_the_page_and_nothing_else(page: Page) -> None:
    page.open(plain_order())
    there = mnemonics(page)
    assert len(there) > 15
    assert keys_told(read(open_help(page, "keys")), "To an entry or a button") == there


def test_keys_tells_every_letter_of_the_menu_and_nothing_else(page: Page) -> None:
    actions = page.find(QMenu, "more_menu").actions()
    there = {letter.upper() for action in actions for letter in re.findall(r"&(\w)", action.text())}
    assert keys_told(read(open_help(page, "keys")), "In the menu “More”") == there


def test_keys_tells_the_keys_that_help_itself_binds(page: Page) -> None:
    window = open_help(page, "keys")
    told = read(window).partition("\nIn Help\n")[2]
    bound = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    assert [key.toString() for key in bound if key.toString(QKeySequence.SequenceFormat.PortableText) not in told] == []


def test_every_key_on_a_button_or_in_the_menu_is_one_that_is_bound(page: Page) -> None:
    bound = {shortcut.key().toString() for shortcut in page.window.findChildren(QShortcut)}
    shown_keys = {
        key
        for button in page.window.findChildren(QAbstractButton)
        for key in re.findall(r"\((.+)\)$", button.toolTip())
    }
    menu = {action.text().partition("\t")[2] for action in page.find(QMenu, "more_menu").actions()} - {""}
    assert shown_keys | menu <= bound
    assert "Shift+F1" in shown_keys
