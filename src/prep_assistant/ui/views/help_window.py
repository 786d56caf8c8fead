"""Help in a window of its own beside the page: contents at the left, search, back. Made when it is first opened."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.help_pages import LICENCES, WRITTEN, read_page, title_of
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.help_page import HelpPage, page_name
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.unbroken import keep_whole

ABOUT, KEYS = "about", "keys"
_SIZE = (940, 680)
_CONTENTS_SHARE, _CONTENTS_MOST = 3, 230
_NOT_FOUND = phrase("Not on this page.")
_SHORTCUTS = (
    ("Ctrl+F", "search"),
    ("F3", "next"),
    ("Shift+F3", "previous"),
    ("Alt+Left", "back"),
)


class HelpWindow(QDialog):
    """Every page of Help. It blocks nothing: the page behind it goes on.

    Args:
        parent: the window it belongs to, and whose style it has.
        look: the theme.
        made: what writes the pages ``keys`` and ``about``.
        medicine: the whole name, which no line may break.
    """

    def __init__(self, parent: QWidget, look: Look, made: Mapping[str, Callable[[], str]], medicine: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help_window")
        self.setWindowTitle(tr("Help"))
        self._look, self._made, self._medicine = look, made, medicine
        self.page = HelpPage(self._read, look)
        self._contents, self._names = self._make_contents()
        self._back = make_button("help_back", tr("&Back"), self.page.backward)
        self._words = QLineEdit()
        self._next = make_button("help_next", tr("&Next"), self._find_next)
        self._found = QLabel()
        self._lay_out()
        self._bind()
        self._dress()
        self.resize(*_SIZE)

    def show_page(self, name: str = "") -> None:
        """Comes to the front with a page; without a name with the one that was read last, or the first.

        Args:
            name: of the page.
        """
        if name or not self.page.name:
            self.page.show_page(name or self._names[0])
        self.show()
        self.raise_()
        self.activateWindow()

    def _make_contents(self) -> tuple[QListWidget, tuple[str, ...]]:
        contents = QListWidget()
        contents.setObjectName("help_contents")
        contents.setAccessibleName(tr("Contents"))
        contents.setWordWrap(True)
        contents.setTextElideMode(Qt.TextElideMode.ElideNone)
        contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = {name: title_of(read_page(name)) for name in WRITTEN}
        titles |= {KEYS: tr("Keys"), ABOUT: tr("About"), LICENCES: tr("Third-party packages")}
        contents.addItems(list(titles.values()))
        contents.setMaximumWidth(_CONTENTS_MOST)
        return contents, tuple(titles)

    def _lay_out(self) -> None:
        self._words.setObjectName("help_search")
        self._words.setAccessibleName(tr("Search in this page"))
        self._words.setMaximumWidth(_CONTENTS_MOST)
        label = QLabel(tr("&Search in this page"))
        label.setBuddy(self._words)
        self._found.setObjectName("help_found")
        self._found.setProperty("kind", "error")
        head = QHBoxLayout()
        for widget in (self._back, label, self._words, self._next, self._found):
            head.addWidget(widget)
        head.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self._contents, 1)
        below.addWidget(self.page, _CONTENTS_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addLayout(below, 1)
        self._contents.setFocus()

    def _bind(self) -> None:
        acts = {"search": self._begin_search, "next": self._find_next, "previous": self._find_previous}
        for keys, name in _SHORTCUTS:
            QShortcut(QKeySequence(keys), self, acts.get(name, self.page.backward))
        self._contents.currentRowChanged.connect(self._choose)
        self._words.textEdited.connect(lambda _text: self._found.clear())
        self._words.returnPressed.connect(self._find_next)
        self.page.sourceChanged.connect(self._follow)
        self.page.backwardAvailable.connect(self._back.setEnabled)
        self._back.setEnabled(False)
        self._look.changed.connect(self._dress)

    def _read(self, name: str) -> str:
        text = self._made[name]() if name in self._made else read_page(name)
        return keep_whole(text, self._medicine)

    def _choose(self, row: int) -> None:
        self.page.show_page(self._names[row])

    def _follow(self, source: QUrl) -> None:
        """A link or the way back leads to another page: the contents go with it. The page knows its name later."""
        self._found.clear()
        with QSignalBlocker(self._contents):
            self._contents.setCurrentRow(self._names.index(page_name(source)))

    def _begin_search(self) -> None:
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def _find_next(self) -> None:
        self._find()

    def _find_previous(self) -> None:
        self._find(backward=True)

    def _find(self, *, backward: bool = False) -> None:
        found = self.page.find_next(self._words.text(), backward=backward)
        self._found.setText("" if found or not self._words.text() else tr(_NOT_FOUND))

    def _dress(self) -> None:
        self.setPalette(self._look.palette())
        if self.page.name:
            self.page.show_anew()
