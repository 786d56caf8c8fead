"""The explanation on F1 is of the order on the page and of no other; the focus goes back to something that is there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabBar, QTextBrowser, QWidget

from tests.orders import plain_order, stopped_order
from tests.ui.page import Page, settle


def explained(page: Page) -> str:
    return page.find(QTextBrowser, "explanation_text").toPlainText()


def test_the_explanation_follows_what_is_typed(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    assert "70 kg × 3.6 mg/kg" in explained(page)
    page.type("weight_kg", "72")
    page.type("dose_mg", "259.2")
    assert "70 kg" not in explained(page)
    # 72 kg × 3.6 mg/kg = 259.2 mg
    assert "72 kg × 3.6 mg/kg = 259.2 mg" in explained(page)


def test_no_number_of_a_stopped_order_is_explained(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    page.open(stopped_order())
    assert page.headline() == "Stopped"
    assert not any(letter.isdigit() for letter in explained(page).replace("F1", ""))


def test_the_explanation_is_of_the_patient_that_was_opened(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    other = plain_order() | {"weight": {"kg": "50", "measured_on": "2026-11-20"}, "dose_mg": "180"}
    other["prior_doses"] = [other["prior_doses"][0] | {"weight_kg": "50"}]
    page.open(other)
    # 50 kg × 3.6 mg/kg = 180 mg
    assert "50 kg × 3.6 mg/kg = 180 mg" in explained(page)
    assert "252 mg" not in explained(page)


def test_a_reader_stays_where_they_read(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    bar = page.find(QTextBrowser, "explanation_text").verticalScrollBar()
    bar.setValue(120)
    page.type("weight_kg", "70.5")
    assert bar.value() == 120


def test_asked_for_in_a_cell_it_gives_the_focus_back_to_the_table(page: Page) -> None:
    page.open(plain_order())
    page.table().setCurrentIndex(page.table().model().index(0, 2))
    page.table().setFocus()
    page.press(Qt.Key.Key_F2)
    page.press(Qt.Key.Key_F1)
    settle()
    page.press(Qt.Key.Key_Escape)
    assert page.find(QWidget, "explanation").isHidden()
    assert page.window.focusWidget() is page.table()


def test_asked_for_at_a_finding_that_is_gone_it_gives_the_focus_to_the_first_entry(page: Page) -> None:
    page.open(plain_order() | {"cycle": 4})
    (card,) = page.cards()
    reason = card.findChild(QComboBox)
    assert reason is not None
    reason.setFocus()
    page.press(Qt.Key.Key_F1)
    page.type("cycle", "2")
    settle()
    page.click("close_explanation")
    assert page.window.focusWidget() is page.find(QWidget, "order_id")


def test_whoever_turns_to_another_part_sees_it(page: Page) -> None:
    page.window.resize(700, 500)
    page.open(plain_order())
    settle()
    page.press(Qt.Key.Key_F1)
    assert page.find(QWidget, "explanation").isVisible()
    page.find(QTabBar, "page_tabs").setCurrentIndex(1)
    assert page.find(QWidget, "explanation").isHidden()
