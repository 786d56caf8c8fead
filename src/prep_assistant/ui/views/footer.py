"""The foot of the window: what can be done with the order, what came of the last act, and the one primary button."""

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.state import PrepareState

_NARROW = 1000
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
    ("keys", "&Keys", ""),
    ("about", "&About", ""),
)
_LAST_OF_ITS_KIND = ("print_ruler", "theme_contrast")
MORE = "Mor&e"
PRIMARY = "&Save label"


class Footer(QWidget):
    """Quiet buttons at the left, the message, the primary button at the right; in a narrow window the message above."""

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
        self.primary = _make_button("save_label", PRIMARY, "")
        self.primary.setProperty("kind", "primary")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 7, 12, 7)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(3)
        for column, (name, words, keys) in enumerate(BUTTONS):
            self.buttons[name] = _make_button(name, words, keys)
            self._grid.addWidget(self.buttons[name], 1, column)
        self._grid.addWidget(self._make_menu(), 1, len(BUTTONS))
        self._message_column, self._message_row = len(BUTTONS) + 1, 1
        self._grid.addWidget(self._message, 1, self._message_column)
        self._grid.setColumnStretch(self._message_column, 1)
        self._grid.addWidget(self.primary, 1, self._message_column + 1)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the message above the buttons where there is no room between them."""
        super().resizeEvent(event)
        row = 0 if self.width() < _NARROW else 1
        if row != self._message_row:
            self._message_row = row
            columns = self._grid.columnCount()
            self._grid.removeWidget(self._message)
            if row:
                self._grid.addWidget(self._message, row, self._message_column)
            else:
                self._grid.addWidget(self._message, row, 0, 1, columns)

    def _make_menu(self) -> QPushButton:
        button = _make_button("more", MORE, "")
        button.setAccessibleName(tr("More acts, themes, keys, about"))
        menu = QMenu(button)
        menu.setObjectName("more_menu")
        for name, words, keys in ACTIONS:
            action = menu.addAction(f"{tr(words)}\t{keys}" if keys else tr(words))
            action.setObjectName(name)
            self.actions_by_name[name] = action
            if name in _LAST_OF_ITS_KIND:
                menu.addSeparator()
        button.setMenu(menu)
        return button


def _make_button(name: str, words: str, keys: str) -> QPushButton:
    words = tr(words)
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(words.replace("&", ""))
    button.setAutoDefault(False)
    if keys:
        button.setToolTip(f"{words.replace('&', '')} ({keys})")
    return button
