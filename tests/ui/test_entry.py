"""What is typed becomes a plan, or is refused beside its entry; nothing is repaired and nothing stands there before."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from prep_assistant.ui.viewmodels.state import Standing
from prep_assistant.ui.views.choice_box import ChoiceBox
from tests.orders import plain_order
from tests.ui.page import PRODUCT, Page

REFUSED_NUMBERS = [
    "7..0",
    "7,00,0",
    "70,5",
    "1e2",
    "７０",
    "٧٠",
    "070",
    "-70",
    "70 ",
    "70kg",
    "0",
    "70.12345",
    "123456",
]


def test_a_typed_order_shows_its_plan_at_once(page: Page) -> None:
    page.enter_new_patient()
    assert page.headline() == "Ready"
    assert (page.figure("dose"), page.figure("volume_drawn")) == ("252\u00a0mg", "12.6\u00a0mL")


def test_a_new_order_holds_no_patient_no_weight_no_level_and_no_product(page: Page) -> None:
    filled = {name for name, entry in page.state.entries.items() if entry.text}
    assert filled == {"jurisdiction", "prepare_on", "prepare_offset"}
    assert page.find(ChoiceBox, "product").currentIndex() == -1
    assert page.state.standing is Standing.EMPTY


@pytest.mark.parametrize("typed", REFUSED_NUMBERS)
def test_a_number_that_can_be_doubted_is_refused_and_stays_as_it_was_typed(page: Page, typed: str) -> None:
    page.open(plain_order())
    page.type("weight_kg", typed)
    page.leave()
    assert page.entry("weight_kg") == typed
    assert f"“{typed}”" in page.error("weight_kg")
    assert "such as 70.4" in page.error("weight_kg")
    assert not page.figures_are_shown()


@pytest.mark.parametrize(
    ("name", "typed", "wanted"),
    [
        ("birth_date", "14.02.1961", "Write the year first"),
        ("birth_date", "1961-02-30", "no day of the calendar"),
        ("prepare_time", "9 Uhr", "24-hour clock"),
        ("prepare_time", "24:00", "24-hour clock"),
        ("prepare_offset", "CET", "no offset from UTC"),
        ("cycle", "0", "outside 1 to 999"),
        ("cycle", "two", "no whole number"),
        ("family_name", " Example", "blank"),
        ("stock_100", "", "Enter 0"),
    ],
)
def test_every_kind_of_entry_says_what_is_wrong_and_what_to_do(page: Page, name: str, typed: str, wanted: str) -> None:
    page.open(plain_order())
    page.type(name, typed)
    page.leave()
    assert wanted in page.error(name)
    assert page.headline() == "Not complete"


def test_nothing_is_called_wrong_that_may_yet_become_right(page: Page) -> None:
    page.open(plain_order())
    page.type("weight_measured_on", "2026-11")
    assert page.error("weight_measured_on") == ""
    assert page.sentence() == "Still to enter: Weight measured on."
    page.leave()
    assert "Write the year first" in page.error("weight_measured_on")
    assert page.sentence() == "To correct: Weight measured on."


def test_the_headline_names_what_is_wrong_as_it_may_be_scrolled_out_of_sight(page: Page) -> None:
    page.open(plain_order())
    page.type_all({"weight_kg": "7..0", "mrn": "", "cycle": "two"})
    assert page.sentence() == "To correct: Cycle; Weight. Still to enter: MRN."
    page.type_all({"birth_date": "14.02.1961", "height_cm": "1,65"})
    assert page.sentence() == "To correct: Born; Height; Cycle and 1 more. Still to enter: MRN."


def test_the_headline_calls_each_entry_by_a_name_of_its_own(page: Page) -> None:
    page.open(plain_order())
    page.type_all({"weight_again": "x", "prepare_offset": "CET"})
    assert page.sentence() == "To correct: Weight, typed again; UTC offset."
    page.open(plain_order())
    page.type_all({"administer_offset": "CET"})
    assert page.sentence() == "To correct: Give at, UTC offset. Still to enter: Give at."


@pytest.mark.parametrize(
    ("name", "typed", "wanted"),
    [
        ("earlier_count", "2", "Lowest level of the earlier doses"),
        ("stock_160", "5", "Stock 100 mg"),
    ],
)
def test_what_goes_with_an_entry_is_still_to_enter_and_not_wrong(
    page: Page, name: str, typed: str, wanted: str
) -> None:
    page.open(plain_order())
    page.type_all({"stock_100": "", "stock_160": ""} | {name: typed})
    assert page.sentence() == f"Still to enter: {wanted}."


def test_the_headline_names_the_row_of_a_dose(page: Page) -> None:
    page.open(plain_order())
    page.window.model.edit_row(0, 1, "3,6")
    assert page.sentence() == "To correct: row 1 of the doses."
    page.window.model.edit_row(0, 1, "3.6")
    page.window.model.add_row()
    assert page.sentence() == "Still to enter: row 2 of the doses."


def test_a_date_is_said_back_with_its_month_in_letters(page: Page) -> None:
    page.open(plain_order())
    assert page.find(QLabel, "weight_measured_on_echo").text() == "20-Nov-2026"


def test_the_wheel_changes_no_entry(page: Page) -> None:
    page.open(plain_order())
    before = page.state.entries
    for name in ("weight_kg", "cycle", "product", "indication", "bag_fluid"):
        widget = page.find(QWidget, name)
        widget.setFocus()
        for turn in (120, -120):
            place = QPointF(widget.rect().center())
            event = QWheelEvent(
                place,
                widget.mapToGlobal(place),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(widget, event)
    assert page.state.entries == before


def test_no_line_takes_what_is_dragged_onto_it(page: Page) -> None:
    lines = page.window.form.findChildren(QLineEdit)
    assert lines
    assert not [line.objectName() for line in lines if line.acceptDrops() or line.dragEnabled()]


def test_pasted_text_is_judged_like_typed_text(page: Page) -> None:
    page.open(plain_order())
    QApplication.clipboard().setText("7..0")
    line = page.find(QLineEdit, "weight_kg")
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "more than one decimal point" in page.error("weight_kg")


def test_the_list_of_products_holds_the_look_alikes(page: Page) -> None:
    box = page.find(ChoiceBox, "product")
    products = [box.itemText(place) for place in range(box.count())]
    assert PRODUCT in products
    assert {"trastuzumab", "trastuzumab deruxtecan (Enhertu)", "trastuzumab (Herceptin)"} < set(products)


def test_a_look_alike_chosen_from_the_list_stops_the_order(page: Page) -> None:
    page.enter_new_patient()
    page.choose("product", "trastuzumab deruxtecan (Enhertu)")
    assert page.headline() == "Stopped"
    assert not page.figures_are_shown()


def test_a_product_from_a_file_that_is_not_on_the_list_is_shown_as_it_came(page: Page) -> None:
    page.open(plain_order() | {"product": "Kadcyla"})
    assert page.find(ChoiceBox, "product").currentText() == "Kadcyla"
    assert page.headline() == "Stopped"


def test_two_weights_that_differ_withhold_the_plan(page: Page) -> None:
    page.enter_new_patient()
    page.type("weight_again", "71")
    assert "differ" in page.error("weight_again")
    assert not page.figures_are_shown()


@pytest.mark.parametrize("given", ["dose_mg height_cm", "dose_mg weight_again", "height_cm weight_again"])
def test_any_two_of_three_vouch_for_a_weight_without_an_earlier_one(page: Page, given: str) -> None:
    typed = {"dose_mg": "252", "height_cm": "165", "weight_again": "70"}
    wanted = {name: text if name in given.split() else "" for name, text in typed.items()}
    page.enter_new_patient(**wanted)
    assert page.state.weight_check == ""
    assert page.headline() == "Ready"


@pytest.mark.parametrize("given", ["dose_mg", "height_cm", "weight_again"])
def test_one_of_three_is_not_enough_and_there_is_no_label(page: Page, given: str) -> None:
    typed = {"dose_mg": "252", "height_cm": "165", "weight_again": "70"}
    page.enter_new_patient(**{name: text if name == given else "" for name, text in typed.items()})
    assert "Two of these three" in page.note("weight_check")
    assert not page.find(QWidget, "save_label").isEnabled()


def test_an_earlier_weight_asks_for_no_second_one(page: Page) -> None:
    order = plain_order() | {"dose_mg": None}
    order["patient"]["height_cm"] = None
    page.open(order)
    assert page.state.weight_check == ""
    assert page.find(QLabel, "weight_kg_echo").text() == "last 70\u00a0kg"
