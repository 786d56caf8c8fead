"""Who it is can be told at every size: names and numbers from their first letter, dates whole, on two lines."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.orders import Order, plain_order
from tests.ui.cut import SIZES, long_names, resize
from tests.ui.page import Page

# Long, and not unusual; with a long number each.
NAMES = [
    ("Featherstonehaugh-Smythe", "Alexandrina"),
    ("Müller-Lüdenscheidt-Großenhain", "Anna-Katharina"),
    ("García Rodríguez de la Fuente", "María del Carmen"),
    ("Papadopoulos-Anderson", "Elisabeth Marie"),
]
MOST = 2 * 26


def named(family: str, given: str, mrn: str = "1234567890") -> Order:
    order = plain_order()
    order["patient"] |= {"family_name": family, "given_name": given, "mrn": mrn}
    return order


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("family", "given"), NAMES)
def test_a_long_name_leaves_the_banner_two_lines(page: Page, size: tuple[int, int], family: str, given: str) -> None:
    resize(page, size)
    page.open(named(family, given) | {"order_id": "RX-2026-0000017-A"})
    assert page.find(QLabel, "patient_line").height() <= MOST


def test_no_end_of_a_line_parts_a_date_or_a_number(page: Page) -> None:
    page.open(plain_order())
    text = page.find(QLabel, "patient_line").text()
    assert "14&#8209;Feb&#8209;1961&nbsp;(65&nbsp;y)" in text.replace("\u00a0", "&nbsp;")
    assert "RX&#8209;2026&#8209;00017<" in text


@pytest.mark.parametrize(("family", "shown"), [("Müller", "MÜLLER"), ("Großmann-Weiß", "Großmann-Weiß")])
def test_the_banner_writes_a_family_name_as_the_label_does(page: Page, family: str, shown: str) -> None:
    page.open(named(family, "Ina"))
    assert page.state.banner.name == f"{shown}, Ina"


def first_letter_is_seen(line: QLineEdit) -> bool:
    """A line scrolls to its cursor: at the first letter, nothing is left of it."""
    return line.cursorPosition() == 0


def test_what_a_file_brings_is_shown_from_its_first_letter_on(page: Page) -> None:
    page.find(QLineEdit, "family_name").setFocus()
    page.open(long_names())
    lines = [field.editor for field in page.window.form.fields.values() if isinstance(field.editor, QLineEdit)]
    assert [line.objectName() for line in lines if not first_letter_is_seen(line)] == []


def test_what_was_typed_is_shown_from_its_first_letter_on_when_it_is_left(page: Page) -> None:
    page.type("family_name", "Featherstonehaugh-Smythe")
    line = page.find(QLineEdit, "family_name")
    assert line.cursorPosition() == len(line.text())
    page.press(Qt.Key.Key_Tab)
    assert first_letter_is_seen(line)


@pytest.mark.parametrize("reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason])
def test_who_looks_at_another_window_types_on_where_they_were(page: Page, reason: Qt.FocusReason) -> None:
    page.type("family_name", "Feather")
    line = page.find(QLineEdit, "family_name")
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert line.cursorPosition() == len("Feather")


def test_what_is_taken_back_where_the_focus_is_is_typed_on_at_its_end(page: Page) -> None:
    page.type("weight_kg", "70")
    page.type("weight_kg", "71")
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line = page.find(QLineEdit, "weight_kg")
    assert line.cursorPosition() == len(line.text())


@pytest.mark.parametrize("size", SIZES)
def test_the_number_of_an_order_is_seen_whole(page: Page, size: tuple[int, int]) -> None:
    resize(page, size)
    page.open(plain_order())
    line = page.find(QLineEdit, "order_id")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - 18


def test_a_number_of_ten_digits_is_seen_whole(page: Page) -> None:
    resize(page, (1366, 768))
    page.open(named("Example", "Ana"))
    line = page.find(QLineEdit, "mrn")
    assert line.fontMetrics().horizontalAdvance("1234567890") <= line.width() - 18
