"""What hurt the first who prepared the example order by README and Help alone (docs/newcomer.md), and does no more."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from prep_assistant.documents import read_order
from prep_assistant.ui.views.choice_box import ChoiceBox
from tests.ui.page import Page, settle

EXAMPLE = Path(__file__).parents[2] / "examples" / "order-routine.json"
# The printed order from top to bottom, as the page "Prepare a repeat patient" says to type it; "" is left as it is.
FIRST_ENTRIES = ("RX-2026-00017", "00417", "1961-02-14", "Example", "Ana", "165")
ORDERED = ("", "ado-trastuzumab emtansine", "early", "2", "3.6", "252", "70", "2026-11-20", "")
GIVEN = ("2026-11-01", "3.6", "70", "90", "none")
PREPARED = ("", "09:00", "", "Dr Example, 22-Nov-2026", "", "")
STOCK = ("", "", "", "", "", "", "12", "4")


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def type_on(text: str) -> None:
    """Every letter goes to whatever has the focus by then."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
        QApplication.processEvents()


def fill(texts: tuple[str, ...]) -> None:
    for text in texts:
        type_on(text)
        press(Qt.Key.Key_Tab)


def test_the_example_order_is_typed_from_paper_with_keys_alone(page: Page) -> None:
    fill((*FIRST_ENTRIES, *ORDERED))
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    fill(GIVEN)
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    fill(PREPARED)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    fill(STOCK[:-1])
    type_on(STOCK[-1])
    assert page.headline() == "Ready"
    saved = page.folder / "typed.json"
    page.window.model.save_order(saved)
    assert read_order(saved.read_bytes()) == read_order(EXAMPLE.read_bytes())


def test_a_name_with_a_space_is_typed_to_its_end(page: Page) -> None:
    box = page.find(ChoiceBox, "product")
    box.setFocus()
    QTest.keyClicks(box, "Trastuzumab Duocarmazine")
    assert box.currentText() == "trastuzumab duocarmazine"
    assert not box.view().isVisible()


def test_what_is_not_in_the_list_chooses_nothing(page: Page) -> None:
    box = page.find(ChoiceBox, "product")
    box.setFocus()
    QTest.keyClicks(box, "Kadcyla")
    assert box.currentText() == page.state.entries["product"].text == ""


def test_what_was_typed_before_is_forgotten_when_the_list_is_left(page: Page) -> None:
    box = page.find(ChoiceBox, "product")
    box.setFocus()
    QTest.keyClicks(box, "xyz")
    page.leave()
    box.setFocus()
    QTest.keyClicks(box, "ado")
    assert box.currentText().startswith("ado-")


def test_what_is_unfolded_is_seen(page: Page) -> None:
    page.window.resize(1366, 700)
    settle()
    button = page.find(QWidget, "more_entries")
    button.setFocus()
    press(Qt.Key.Key_Space)
    last = page.find(QWidget, "bag_fluid")
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_new_order_begins_at_its_first_entry(page: Page) -> None:
    page.find(QWidget, "released_by").setFocus()
    page.window.model.start_new()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "order_id"
