"""One page of Help: Markdown in the program's colours, pictures no wider than the page, plain text when copied."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData, QRegularExpression, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from prep_assistant.ui.viewmodels.help_pages import read_picture
from prep_assistant.ui.views.theme import Look

_BASE = "help:/"
_LINE_HEIGHT = 125
_MARGIN, _BELOW, _ABOVE_HEADING = 12, 8, 12
_CELL_PADDING = 4
_JOINER, _NO_BREAK = "\u2060", "\u00a0"


class HelpPage(QTextBrowser):
    """Shows the pages that ``read`` gives by their names; links lead to pages of Help and nowhere else."""

    def __init__(self, read: Callable[[str], str], look: Look) -> None:
        super().__init__()
        self.setObjectName("help_page")
        self.setAccessibleName("Help text")
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
        copied.setText(text.replace(_JOINER, "").replace(_NO_BREAK, " ").replace("\ufffc", ""))
        return copied

    def _fit(self, picture: QImage) -> QImage:
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _dress(self) -> None:
        """Markdown takes the system's colours for links and the frames of tables; here they get the theme's."""
        link = QTextCharFormat()
        link.setForeground(self._look.colour("accent"))
        cursor = QTextCursor(self.document())
        self.document().setDocumentMargin(_MARGIN)
        for block in _blocks_of(self.document()):
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(_spacing_of(block, is_in_table=cursor.currentTable() is not None))
            for start, end in _links_in(block):
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(link)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format().toTableFormat()
        form.setBorderBrush(self._look.colour("border"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setCellPadding(_CELL_PADDING)
        table.setFormat(form)


def page_name(source: QUrl) -> str:
    """Which page an address of Help means."""
    return source.fileName().removesuffix(".md")


def _blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _spacing_of(block: QTextBlock, *, is_in_table: bool) -> QTextBlockFormat:
    """Air between lines and paragraphs; a picture has none within it, and a table has its own."""
    spacing = QTextBlockFormat()
    is_picture = any(fragment.charFormat().isImageFormat() for fragment in _fragments_of(block))
    if not is_picture:
        spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if not is_in_table:
        spacing.setBottomMargin(_BELOW if block.textList() is None else _BELOW / 2)
    if block.blockFormat().headingLevel() > 1:
        spacing.setTopMargin(_ABOVE_HEADING)
    return spacing


def _links_in(block: QTextBlock) -> list[tuple[int, int]]:
    return [
        (fragment.position(), fragment.position() + fragment.length())
        for fragment in _fragments_of(block)
        if fragment.charFormat().isAnchor()
    ]


def _fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _pattern(words: str) -> QRegularExpression:
    """The words in small letters or capitals, with what keeps names on one line between them or not."""
    escaped = QRegularExpression.escape(words).replace("\\-", f"{_JOINER}?\\-{_JOINER}?").replace("\\ ", r"\s+")
    return QRegularExpression(escaped, QRegularExpression.PatternOption.CaseInsensitiveOption)
