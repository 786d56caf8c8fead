"""The style sheet, made of a theme's colours. Widgets are addressed by class or by their ``kind``."""

from collections.abc import Callable

_SHEET = """
QMainWindow, QWidget#body, QWidget#footer, QWidget#form, QWidget#plan_page { background: @window; }
QLabel { color: @ink; background: transparent; }
QLabel[kind="caption"], QLabel[kind="unit"], QLabel[kind="source"] { color: @muted; font-size: 12px; }
QLabel[kind="echo"] { color: @muted; font-size: 12px; }
QLabel[kind="error"] { color: @stop; font-size: 12px; }
QLabel[kind="section"] { color: @ink; font-size: 13px; font-weight: bold; }
QLabel[kind="title"] { font-size: 15px; font-weight: bold; }

QScrollArea { border: none; background: @window; }
QScrollArea#paper_area { border: 2px solid @surface; border-radius: 5px; background: @surface; }
QScrollArea#paper_area:focus { border: 2px solid @accent; }
QFrame[kind="card"] { background: @surface; border: 1px solid @hairline; border-radius: 8px; }
QFrame[kind="stop"] { background: @stop_ground; border: 2px solid @stop; border-radius: 8px; }
QFrame[kind="confirm"] { background: @confirm_ground; border: 2px solid @confirm; border-radius: 8px; }
QFrame[kind="answered"] { background: @surface; border: 1px solid @border; border-radius: 8px; }

QLineEdit, QComboBox {
    background: @surface; color: @ink; border: 1px solid @border; border-radius: 5px; padding: 3px 7px;
    min-height: 20px; selection-background-color: @selection; selection-color: @ink;
}
QLineEdit { placeholder-text-color: @muted; }
QLineEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 2px 6px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @stop; padding: 2px 6px; }
QLineEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {
    background: @stop_ground; border: 3px solid @accent; padding: 1px 5px;
}
QLineEdit:disabled { color: @muted; }
QComboBox::drop-down { width: 24px; border: none; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: @surface; color: @ink; border: 1px solid @border; selection-background-color: @selection;
    selection-color: @ink; outline: none;
}
QComboBox QAbstractItemView::item { min-height: 28px; }

QPushButton {
    background: @surface; color: @ink; border: 1px solid @border; border-radius: 5px; padding: 4px 12px;
    min-height: 20px;
}
QPushButton:hover { background: @selection; }
QPushButton:focus { border: 2px solid @accent; padding: 3px 11px; }
QPushButton:disabled { color: @muted; border: 1px dashed @border; }
QPushButton[kind="primary"] {
    background: @accent; color: @on_accent; border: 2px solid @accent; font-size: 16px; font-weight: bold;
    padding: 6px 28px; min-height: 26px;
}
QPushButton[kind="primary"]:focus { border: 2px solid @ink; }
QPushButton[kind="primary"]:disabled { background: @surface; color: @muted; border: 2px dashed @border; }
QPushButton[kind="fold"] {
    background: transparent; border: none; text-align: left; font-weight: bold; padding: 4px 2px;
}
QPushButton[kind="fold"]:focus { border: 2px solid @accent; padding: 2px 0px; }

QRadioButton {
    color: @ink; spacing: 6px; min-height: 24px; padding: 0 3px; border: 2px solid transparent; border-radius: 5px;
}
QRadioButton:focus { border: 2px solid @accent; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid @border; border-radius: 8px; background: @surface;
}
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; }

QTableView {
    background: @surface; color: @ink; border: 1px solid @border; border-radius: 5px; gridline-color: @hairline;
    selection-background-color: @selection; selection-color: @ink; outline: none;
}
QTableView:focus { border: 2px solid @accent; }
QTableView QLineEdit, QTableView QLineEdit:focus { border-radius: 0; padding: 0; min-height: 0; }
QTableView QComboBox, QTableView QComboBox:focus { border-radius: 0; padding: 0 3px; min-height: 0; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section {
    background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 2px 5px; font-size: 12px;
}
QTableCornerButton::section { background: @surface; border: none; }

QTabBar::tab {
    background: @window; color: @ink; border: 1px solid @border; padding: 5px 16px; min-height: 20px;
    border-top-left-radius: 6px; border-top-right-radius: 6px; margin-right: 3px;
}
QTabBar::tab:selected { background: @surface; font-weight: bold; border-bottom: 3px solid @accent; }
QTabBar::tab:selected:focus { border: 2px solid @accent; padding: 4px 15px; }

QScrollBar:vertical { background: @window; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @border; border-radius: 3px; min-height: 32px; margin: 1px 2px; }
QScrollBar:horizontal { background: @window; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @border; border-radius: 3px; min-width: 32px; margin: 2px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @surface; color: @ink; border: 1px solid @border; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: @selection; }
QToolTip { background: @surface; color: @ink; border: 1px solid @border; padding: 6px; }
QTextBrowser { background: @surface; color: @ink; border: 2px solid @surface; border-radius: 5px; }
QTextBrowser:focus { border: 2px solid @accent; }
QDialog { background: @window; color: @ink; }
QTextBrowser#help_page { border: 1px solid @hairline; border-radius: 5px; font-size: 15px; }
QTextBrowser#help_page:focus { border: 2px solid @accent; }
QListWidget#help_contents {
    background: @surface; color: @ink; border: 1px solid @border; border-radius: 5px; outline: none; padding: 3px;
}
QListWidget#help_contents:focus { border: 2px solid @accent; padding: 2px; }
QListWidget#help_contents::item { padding: 6px 0; border: 1px solid transparent; }
QListWidget#help_contents::item:selected {
    background: @selection; color: @ink; border: 1px solid @accent; border-radius: 4px;
}
"""


def make_sheet(colour: Callable[[str], str]) -> str:
    """The style sheet with every ``@role`` replaced by its colour, longest names first."""
    sheet = _SHEET
    for role in sorted(_ROLES, key=len, reverse=True):
        sheet = sheet.replace(f"@{role}", colour(role))
    return sheet


_ROLES = [
    "window",
    "surface",
    "ink",
    "muted",
    "border",
    "hairline",
    "accent",
    "on_accent",
    "stop",
    "stop_ground",
    "confirm",
    "confirm_ground",
    "selection",
]
