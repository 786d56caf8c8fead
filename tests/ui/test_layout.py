"""Nothing clinical is cut at any of the sizes it is used at, and what must stay in sight stays."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from prep_assistant.ui.views.body import Arrangement
from tests.orders import eu_order, plain_order, stopped_order
from tests.ui.cut import ORDERS, SIZES, find_cut, refused, resize, turn_tabs
from tests.ui.page import Page, settle

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
ALWAYS = ("patient_banner", "identity_strip", "headline", "save_label")


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
    for _ in turn_tabs(page):
        assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_error_is_cut(page: Page, size: tuple[int, int]) -> None:
    page.open(plain_order())
    resize(page, size)
    page.type_all(refused())
    shown = [line for it in page.window.form.fields.values() if (line := it.error_line) and line.isVisible()]
    assert len(shown) == len(refused())
    assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_error_of_a_laboratory_value_is_cut(page: Page, size: tuple[int, int]) -> None:
    page.open(ORDERS["laboratory"])
    resize(page, size)
    page.window.body.show_part("Entry")
    wrong = {"collected_on": "21.11.2026", "platelets": "150", "alt": "4,0", "bilirubin_limit": "0", "lvef": "60 %"}
    page.type_all(wrong)
    shown = [line for it in page.window.form.fields.values() if (line := it.error_line) and line.isVisible()]
    assert len(shown) == len(wrong)
    assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_nothing_has_to_be_scrolled_sideways(page: Page, size: tuple[int, int], order: dict[str, object]) -> None:
    page.open(order)
    resize(page, size)
    for _ in turn_tabs(page):
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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "product",
    [
        "ado-trastuzumab emtansine (KADCYLA), no: trastuzumab deruxtecan (ENHERTU) 100 mg vial, for infusion",
        "ado-trastuzumab " + "x" * 100,
    ],
)
def test_a_long_product_of_a_file_is_shown_whole_on_several_lines(
    page: Page, size: tuple[int, int], product: str
) -> None:
    page.open(plain_order() | {"product": product})
    resize(page, size)
    page.window.body.show_part("Entry")
    settle()
    box = page.find(QComboBox, "product")
    lines = box.fontMetrics().boundingRect(QRect(0, 0, box.width() - 44, 9999), WRAPPED, product).height()
    assert box.height() >= lines >= 2 * box.fontMetrics().height()
    page.choose("product", str(plain_order()["product"]))
    settle()
    assert box.height() == page.find(QComboBox, "jurisdiction").height()


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
