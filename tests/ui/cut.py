"""Sizes and orders under which nothing may be cut, and what is cut."""

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.painted_text import PaintedText
from prep_assistant.ui.views.wrapped_text import WrappedText
from tests.orders import confirm_order, eu_order, plain_order, stopped_order
from tests.ui.laboratory import ordered
from tests.ui.page import Page, settle

# Logical pixels: two common screens at 100 %, then 1366 x 768 at 125, 150 and 200 %.
SIZES = [(1366, 768), (1280, 720), (1093, 614), (911, 512), (683, 384)]

# Of a cell: Qt's own margin on both sides, and the line between it and the next.
_BESIDE_CELL = 7
# Of a line: border, padding and Qt's own margin on both sides.
_BESIDE_HINT = 18


def resize(page: Page, size: tuple[int, int]) -> None:
    page.window.resize(*size)
    settle()
    assert (page.window.width(), page.window.height()) == size


def long_names() -> dict[str, object]:
    order = plain_order() | {"order_id": "RX-2026-0001700000-ABCDEFGHIJKLM", "dose_mg": None}
    order["patient"] |= {
        "family_name": "Wolfeschlegelsteinhausenbergerdorff-Montmorency-Laval-Bourbo",
        "given_name": "Maximiliana Theodora Alexandrina Wilhelmine Friederike Luis",
        "mrn": "12345678901234567890",
    }
    order["weight"]["kg"] = "299.9"
    order["prior_doses"][0] |= {"weight_kg": "299.95", "dose_mg_per_kg": "3.5874", "infusion_minutes": 999}
    order["patient"]["height_cm"] = None
    return order


def refused() -> dict[str, str]:
    """What is typed over a routine order so that an entry of every row is refused at once."""
    return {"birth_date": "14.02.1961", "height_cm": "1,65", "cycle": "two", "weight_kg": "7..0", "prepare_time": "9h"}


def turn_tabs(page: Page) -> Iterator[None]:
    """Each part of the page in its turn, where it has tabs."""
    tabs = page.find(QTabBar, "page_tabs")
    for tab in range(max(1, tabs.count())):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        yield


ORDERS = {
    "routine": plain_order(),
    "confirm": confirm_order(),
    "stopped": stopped_order(),
    "long": long_names(),
    "eu": eu_order() | {"bag_fluid": "0.45 % sodium chloride"},
    "laboratory": ordered(bilirubin_x_uln="2.1", alt_x_uln="3.1", platelets_per_mm3=60_000, lvef_percent="47"),
}


def _is_whole(editor: QWidget) -> bool:
    parent = editor.parentWidget()
    within = parent is None or parent.rect().contains(editor.geometry())
    return within and editor.height() >= editor.sizeHint().height()


def _find_short(window: QWidget) -> list[str]:
    """Lists and lines whose words are wider than they are, and areas that would have to be scrolled sideways."""
    short = []
    for box in window.findChildren(QComboBox):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()
        if box.isVisible() and box.fontMetrics().horizontalAdvance(box.currentText() or box.placeholderText()) > room:
            short.append(f"{box.objectName()}: {box.currentText()} in {room}")
    for line in window.findChildren(QLineEdit):
        room = line.width() - _BESIDE_HINT
        if line.isVisible() and line.fontMetrics().horizontalAdvance(line.placeholderText()) > room:
            short.append(f"{line.objectName()}: {line.placeholderText()} in {room}")
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content and content.width() > area.viewport().width():
            short.append(f"{area.objectName()}: {content.width()} in {area.viewport().width()}")
    return short


def _find_short_cells(window: QWidget) -> list[str]:
    """Cells whose words are wider than their column; an ellipsis in a number is a number that nobody can read."""
    short = []
    for table in (table for table in window.findChildren(QTableView) if table.isVisible()):
        rows = table.model()
        for index in (
            rows.index(row, column) for row in range(rows.rowCount()) for column in range(rows.columnCount())
        ):
            room = table.columnWidth(index.column()) - _BESIDE_CELL
            if table.fontMetrics().horizontalAdvance(str(index.data())) > room:
                short.append(f"{table.objectName()}: {index.data()} in {room}")
    return short


def find_cut(page: Page) -> list[str]:
    """Each text that has less room than it needs, by the name of its widget."""
    cut = _find_short(page.window) + _find_short_cells(page.window)
    for label in page.window.findChildren(QLabel):
        if label.isVisible() and label.text():
            high = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            wide = 0 if label.wordWrap() else label.sizeHint().width()
            if label.height() < high or label.width() < wide:
                cut.append(f"{label.objectName()}: {label.text()}")
    editors = page.window.form.findChildren(QWidget)
    shown = [widget for widget in editors if isinstance(widget, (QLineEdit, QComboBox)) and widget.isVisible()]
    cut.extend(f"{editor.objectName()}: {editor.geometry()}" for editor in shown if not _is_whole(editor))
    paragraphs = [paragraph for paragraph in page.window.findChildren(WrappedText) if paragraph.isVisible()]
    cut.extend(
        paragraph.text() for paragraph in paragraphs if paragraph.height() < paragraph.heightForWidth(paragraph.width())
    )
    for widget in page.window.findChildren(QWidget):
        if isinstance(widget, (FigureCell, PaintedText, QAbstractButton)) and widget.isVisible():
            needed = widget.minimumSizeHint() if not isinstance(widget, QAbstractButton) else widget.sizeHint()
            if widget.hasHeightForWidth():
                needed = QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
            if widget.width() < needed.width() or widget.height() < needed.height():
                cut.append(f"{widget.objectName()}: {widget.size()} for {needed}")
    return cut
