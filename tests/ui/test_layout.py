"""Nothing clinical is cut at any of the sizes it is used at, and what must stay in sight stays."""

import pytest
from PySide6.QtCore import QPoint, QRect
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
    QWidget,
)

from prep_assistant.ui.views.body import Arrangement
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.painted_text import PaintedText
from prep_assistant.ui.views.wrapped_text import WrappedText
from tests.orders import confirm_order, eu_order, plain_order, stopped_order
from tests.ui.page import Page, settle

# Logical pixels: two common screens at 100 %, then 1366 x 768 at 125, 150 and 200 %.
SIZES = [(1366, 768), (1280, 720), (1093, 614), (911, 512), (683, 384)]
ALWAYS = ("patient_banner", "identity_strip", "headline", "save_label")


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
    order["prior_doses"][0]["weight_kg"] = "299.9"
    order["patient"]["height_cm"] = None
    return order


def refused() -> dict[str, str]:
    """What is typed over a routine order so that an entry of every row is refused at once."""
    return {"birth_date": "14.02.1961", "height_cm": "1,65", "cycle": "two", "weight_kg": "7..0", "prepare_time": "9h"}


ORDERS = {
    "routine": plain_order(),
    "confirm": confirm_order(),
    "stopped": stopped_order(),
    "long": long_names(),
    "eu": eu_order() | {"bag_fluid": "0.45 % sodium chloride"},
}


def in_window(page: Page, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page.window, QPoint()), widget.size())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_banner_strip_headline_and_button_are_always_wholly_in_sight(
    page: Page, size: tuple[int, int], order: dict[str, object]
) -> None:
    page.open(order)
    resize(page, size)
    for name in ALWAYS:
        widget = page.find(QWidget, name)
        assert widget.isVisible()
        assert page.window.rect().contains(in_window(page, widget)), name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_no_text_is_cut(page: Page, size: tuple[int, int], order: dict[str, object]) -> None:
    page.open(order)
    resize(page, size)
    tabs = page.find(QTabBar, "page_tabs")
    for tab in range(max(1, tabs.count())):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert _cut(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_error_is_cut(page: Page, size: tuple[int, int]) -> None:
    page.open(plain_order())
    resize(page, size)
    for name, text in refused().items():
        page.type(name, text)
    page.leave()
    settle()
    shown = [field.error_line for field in page.window.form.fields.values() if field.error_line.isVisible()]
    assert len(shown) == len(refused())
    assert _cut(page) == []


def _is_whole(editor: QWidget) -> bool:
    parent = editor.parentWidget()
    within = parent is None or parent.rect().contains(editor.geometry())
    return within and editor.height() >= editor.sizeHint().height()


def _cut(page: Page) -> list[str]:
    cut = []
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
            if widget.width() < needed.width() or widget.height() < needed.height():
                cut.append(f"{widget.objectName()}: {widget.size()} for {needed}")
    return cut


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_nothing_has_to_be_scrolled_sideways(page: Page, size: tuple[int, int], order: dict[str, object]) -> None:
    page.open(order)
    resize(page, size)
    tabs = page.find(QTabBar, "page_tabs")
    for tab in range(max(1, tabs.count())):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        for area in page.window.findChildren(QScrollArea):
            if area.isVisible():
                assert area.horizontalScrollBar().maximum() == 0, area.objectName()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", [plain_order(), eu_order()], ids=["US", "EU"])
def test_the_chosen_product_is_read_whole(page: Page, size: tuple[int, int], order: dict[str, object]) -> None:
    page.open(order)
    resize(page, size)
    page.window.body.show_part("Entry")
    box = page.find(QComboBox, "product")
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, _option(box), QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert box.currentText() == order["product"]
    assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width()


def _option(box: QComboBox) -> QStyleOptionComboBox:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    return option


@pytest.mark.parametrize("size", SIZES)
def test_the_banner_takes_two_lines_at_most(page: Page, size: tuple[int, int]) -> None:
    page.open(plain_order())
    resize(page, size)
    line = page.find(QLabel, "patient_line")
    assert line.height() <= 2 * 26


def test_the_preview_becomes_a_tab_when_the_window_is_small(page: Page) -> None:
    wanted = [Arrangement.THREE, Arrangement.THREE, Arrangement.TWO, Arrangement.TWO, Arrangement.ONE]
    for size, arrangement in zip(SIZES, wanted, strict=True):
        resize(page, size)
        assert page.window.body.arrangement is arrangement
        assert page.find(QWidget, "label_preview").isVisible() is (arrangement is Arrangement.THREE)


def test_every_part_can_be_reached_when_the_window_is_small(page: Page) -> None:
    resize(page, SIZES[-1])
    for words, name in (("Plan", "plan_area"), ("Label", "label_preview"), ("Entry", "form_area")):
        page.window.body.show_part(words)
        assert page.find(QWidget, name).isVisible()


@pytest.mark.parametrize("order", [stopped_order(), eu_order() | {"product": "T-DM1"}], ids=["US", "EU"])
def test_the_names_of_the_medicine_stand_on_one_line(page: Page, order: dict[str, object]) -> None:
    page.open(order)
    resize(page, SIZES[-1])
    name = page.window.model.setting.formulary.monograph.display_name
    for label in page.window.findChildren(QLabel):
        plain = label.text().replace("\u2060", "")
        if label.wordWrap() and "<" not in plain:
            assert name not in plain, f"{label.objectName()} may break it"


def test_the_strip_names_the_medicine_and_what_it_is_not(page: Page) -> None:
    spoken = page.find(QLabel, "identity_line").accessibleName()
    assert spoken == (
        "ado-trastuzumab emtansine (KADCYLA). NOT trastuzumab (Herceptin and biosimilars), NOT Enhertu (dextrose bag!)"
    )
    assert "ado&#8209;trastuzumab&nbsp;EMTANSINE&nbsp;(KADCYLA)" in page.find(QLabel, "identity_line").text()


def test_the_banner_says_who_it_is_with_the_family_name_in_capitals(page: Page) -> None:
    line = page.find(QLabel, "patient_line")
    assert line.accessibleName().startswith("Patient Not known, Born Not known, MRN Not known")
    page.open(plain_order())
    assert line.accessibleName().startswith("Patient EXAMPLE, Ana, Born 14-Feb-1961 (65\u00a0y), MRN 00417")


@pytest.mark.usefixtures("dressed")
def test_the_program_has_its_own_typeface() -> None:
    assert QApplication.font().family() == "Atkinson Hyperlegible"
    assert QApplication.font().exactMatch()
