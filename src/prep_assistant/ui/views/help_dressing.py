"""The theme on a page of Help: Markdown would take the system's colours for links and for the frames of tables."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)

from prep_assistant.ui.views.theme import Look

_LINE_HEIGHT = 125
_MARGIN, _BELOW, _ABOVE_HEADING = 12, 8, 12
_CELL_PADDING = 4


def dress(document: QTextDocument, look: Look) -> None:
    """Gives a page its colours and its air."""
    link = QTextCharFormat()
    link.setForeground(look.colour("accent"))
    document.setDocumentMargin(_MARGIN)
    cursor = QTextCursor(document)
    for block in _blocks_of(document):
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(_spacing_of(block, is_in_table=cursor.currentTable() is not None))
        for start, end in _links_in(block):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(link)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def _dress_table(table: QTextTable, look: Look) -> None:
    form = table.format().toTableFormat()
    form.setBorderBrush(look.colour("border"))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(_CELL_PADDING)
    table.setFormat(form)


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
