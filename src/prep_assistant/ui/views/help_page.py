"""One page of Help: Markdown in the program's colours, pictures no wider than the page, plain text when copied."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRegularExpression, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.help_pages import read_picture
from prep_assistant.ui.views.help_dressing import dress
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.unbroken import JOINER, let_break

_BASE = "help:/"
_PICTURE = "\ufffc"  # what stands for a picture in plain text


class HelpPage(QTextBrowser):
    """Shows the pages that ``read`` gives by their names; links lead to pages of Help and nowhere else."""

    def __init__(self, read: Callable[[str], str], look: Look) -> None:
        super().__init__()
        self.setObjectName("help_page")
        self.setAccessibleName(tr("Help text"))
        self._read, self._look = read, look
        self.setOpenExternalLinks(False)
        # A bar that came with a long text would change the width while the text is being set.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Text and pictures fit; a table as wide as the page is one pixel wider by its frame.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sourceChanged.connect(self._dress)

    @property
    def name(self) -> str:
        """Which page is shown, "" before the first."""
        return page_name(self.source())

    def show_page(self, name: str) -> None:
        """Shows a page from its beginning."""
        self.setSource(QUrl(f"{_BASE}{name}.md"))

    def show_anew(self) -> None:
        """Shows the same page in the same place: for another width, or in other colours."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.reload()
        self._dress()
        bar.setValue(round(share * bar.maximum()))

    def find_next(self, words: str, *, backward: bool = False) -> bool:
        """Selects the next place where these words stand, beginning again at the end; whether there is one."""
        if not words:
            return False
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        document, pattern = self.document(), _pattern(words)
        found = document.find(pattern, self.textCursor(), flags)
        if found.isNull():
            edge = QTextCursor(document)
            edge.movePosition(QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start)
            found = document.find(pattern, edge, flags)
        if not found.isNull():
            self.setTextCursor(found)
            self.ensureCursorVisible()
        return not found.isNull()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Reads a page or a picture out of the program; nothing comes from a disk or a network."""
        file = QUrl(name).fileName()
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fit(QImage.fromData(read_picture(file)))
        return self._read(page_name(QUrl(name)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the whole page when nothing is selected."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.selectAll()
            self.copy()
            self.moveCursor(QTextCursor.MoveOperation.Start)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the pictures to another width."""
        super().resizeEvent(event)
        if self.name and event.size().width() != event.oldSize().width():
            self.show_anew()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: text without marks of layout."""
        copied = QMimeData()
        text = self.textCursor().selection().toPlainText()
        copied.setText(let_break(text).replace(_PICTURE, ""))
        return copied

    def _fit(self, picture: QImage) -> QImage:
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _dress(self) -> None:
        dress(self.document(), self._look)


def page_name(source: QUrl) -> str:
    """Which page an address of Help means."""
    return source.fileName().removesuffix(".md")


def _pattern(words: str) -> QRegularExpression:
    """The words in small letters or capitals, with what keeps names on one line between them or not."""
    escaped = QRegularExpression.escape(words).replace("\\-", f"{JOINER}?\\-{JOINER}?").replace("\\ ", r"\s+")
    return QRegularExpression(escaped, QRegularExpression.PatternOption.CaseInsensitiveOption)
