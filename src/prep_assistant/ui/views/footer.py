"""The foot of the window: what can be done with the order, what came of the last act, and the one primary button."""

from itertools import islice

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from prep_assistant.language import NAMES, tr
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.rows import break_rows

_NARROW = 1000
_LEFT, _RIGHT, _GAP, _BETWEEN_LINES = 16, 12, 6, 4
BUTTONS = (
    ("open_order", "&Open order", "Ctrl+O"),
    ("undo", "&Undo", "Ctrl+Z"),
    ("explain", "E&xplain", "F1"),
    ("print", "Print", "Ctrl+P"),
    ("help", "Help", "Shift+F1"),
)
ACTIONS = (
    ("redo", "R&edo", "Ctrl+Y"),
    ("save_order", "&Save order", "Ctrl+S"),
    ("new_order", "&New order", "Ctrl+N"),
    ("print_ruler", "Print &ruler page", ""),
    ("theme_light", "&Light", ""),
    ("theme_dark", "&Dark", ""),
    ("theme_contrast", "&High contrast", ""),
    ("language", "Lan&guage", ""),
    ("keys", "&Keys", ""),
    ("about", "&About", ""),
)
_LAST_OF_ITS_KIND = ("print_ruler", "theme_contrast", "language")
MORE = "Mor&e"
PRIMARY = "&Save label"


class Footer(QWidget):
    """Quiet buttons at the left, the message, the primary button at the right; in a narrow window the message above.

    Where the buttons have no room beside the primary one, they stand on more lines than one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.buttons: dict[str, QPushButton] = {}
        self.actions_by_name: dict[str, QAction] = {}
        self._shown: tuple[object, ...] = ()
        self._message = QLabel()
        self._message.setObjectName("message")
        self._message.setProperty("kind", "caption")
        self._message.setWordWrap(True)
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for name, words, keys in BUTTONS:
            self.buttons[name] = _make_button(name, words, keys)
        self._quiet = (*self.buttons.values(), self._make_menu())
        self.primary = _make_button("save_label", PRIMARY, "")
        self.primary.setProperty("kind", "primary")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(_BETWEEN_LINES)
        self._counts: list[int] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_LEFT, 7, _RIGHT, 7)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(3)
        self._grid.addLayout(self._lines, 1, 0)
        # Before the primary button: what comes into the window first, Tab goes to first.
        self._break_lines([len(self._quiet)])
        self._message_row = 1
        self._grid.addWidget(self._message, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.primary, 1, 2)

    def present(self, state: PrepareState) -> None:
        """Shows what can be done now, and what came of the last act."""
        shown = (state.can_undo, state.can_redo, state.save_refused, state.message)
        if shown == self._shown:
            return
        self._shown = shown
        self.buttons["undo"].setEnabled(state.can_undo)
        self.actions_by_name["redo"].setEnabled(state.can_redo)
        self.primary.setEnabled(not state.save_refused)
        self.primary.setAccessibleDescription(state.save_refused)
        text = state.message.text or state.save_refused
        self._message.setText(text)
        self._message.setVisible(bool(text))
        kind = "error" if state.message.failed else "caption"
        if self._message.property("kind") != kind:
            self._message.setProperty("kind", kind)
            self._message.style().polish(self._message)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest button beside the primary one; its height is that of the lines there are."""
        wide = max(button.sizeHint().width() for button in self._quiet) + self.primary.sizeHint().width()
        return QSize(wide + 2 * _GAP + _LEFT + _RIGHT, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the line of buttons, and puts the message above them, where there is no room."""
        super().resizeEvent(event)
        room = self.width() - _LEFT - _RIGHT - 2 * _GAP - self.primary.sizeHint().width()
        self._break_lines(break_rows((button.sizeHint().width() for button in self._quiet), room, _GAP))
        row = 0 if self.width() < _NARROW or len(self._counts) > 1 else 1
        if row != self._message_row:
            self._message_row = row
            self._grid.removeWidget(self._message)
            if row:
                self._grid.addWidget(self._message, row, 1)
            else:
                self._grid.addWidget(self._message, row, 0, 1, self._grid.columnCount())

    def _break_lines(self, counts: list[int]) -> None:
        """Puts so many buttons on each line."""
        if counts == self._counts:
            return
        self._counts = counts
        while line := self._lines.takeAt(0):
            if layout := line.layout():
                layout.deleteLater()
        buttons = iter(self._quiet)
        for count in counts:
            beside = QHBoxLayout()
            beside.setSpacing(_GAP)
            self._lines.addLayout(beside)
            for button in islice(buttons, count):
                beside.addWidget(button)
            beside.addStretch(1)

    def _make_menu(self) -> QPushButton:
        button = _make_button("more", MORE, "")
        button.setAccessibleName(tr("More acts, themes, keys, about"))
        menu = QMenu(button)
        menu.setObjectName("more_menu")
        for name, words, keys in ACTIONS:
            action = menu.addAction(f"{tr(words)}\t{keys}" if keys else tr(words))
            action.setObjectName(name)
            self.actions_by_name[name] = action
            if name == "language":
                action.setMenu(self._make_languages(menu))
            if name in _LAST_OF_ITS_KIND:
                menu.addSeparator()
        button.setMenu(menu)
        return button

    def _make_languages(self, menu: QMenu) -> QMenu:
        languages = QMenu(menu)
        languages.setObjectName("language_menu")
        for language, name in NAMES.items():
            action = self.actions_by_name[f"language_{language}"] = languages.addAction(name)
            action.setObjectName(f"language_{language}")
        return languages


def _make_button(name: str, words: str, keys: str) -> QPushButton:
    button = make_button(name, tr(words))
    if keys:
        button.setToolTip(f"{button.accessibleName()} ({keys})")
    return button
