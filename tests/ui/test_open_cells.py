"""A cell of the prior doses that stands open: read with every key, taken back like any entry, never another order's."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from prep_assistant.ui.viewmodels.typed import Typed
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.theme import THEMES
from tests.orders import plain_order
from tests.ui.cut import SIZES, find_cut, resize
from tests.ui.page import Page, settle

CONTROL = Qt.KeyboardModifier.ControlModifier
LEVEL, WEIGHT, REACTION = 1, 2, 4


def open_cell(page: Page, row: int, column: int) -> None:
    index = page.table().model().index(row, column)
    page.table().setFocus()
    page.table().setCurrentIndex(index)
    page.table().edit(index)


def type_into(page: Page, text: str) -> None:
    QTest.keyClicks(page.cell_editor(), text)
    settle()


def is_open(page: Page) -> bool:
    return page.table().state() is page.table().State.EditingState


def order_of(order_id: str, kg: str) -> dict[str, Any]:
    order = plain_order() | {"order_id": order_id}
    order["prior_doses"][0]["weight_kg"] = kg
    return order


def open_next(page: Page) -> None:
    page.open(order_of("RX-B", "71"), "b.json")


def begin_new(page: Page) -> None:
    page.press(Qt.Key.Key_N, CONTROL)


def take_up(page: Page) -> None:
    open_next(page)
    kept = page.window.model.typed
    page.window.model.undo()
    open_cell(page, 0, WEIGHT)
    type_into(page, "67")
    assert isinstance(kept, Typed)
    page.window.model.take_up(kept)


@pytest.mark.parametrize("replace", [open_next, begin_new, take_up])
def test_what_was_typed_into_an_open_cell_never_reaches_the_next_order(page: Page, replace: Any) -> None:
    page.open(order_of("RX-A", "70"))
    open_cell(page, 0, WEIGHT)
    type_into(page, "66")
    replace(page)
    assert not is_open(page)
    before = page.state.rows
    page.press(Qt.Key.Key_Tab)
    assert page.state.rows == before
    assert [row.row.cells[WEIGHT] for row in before] == ([] if replace is begin_new else ["71"])


def test_an_open_cell_is_closed_by_the_next_order_even_when_its_doses_are_the_same(page: Page) -> None:
    page.open(order_of("RX-A", "70"))
    open_cell(page, 0, WEIGHT)
    page.open(order_of("RX-B", "70"), "b.json")
    assert not is_open(page)
    assert not page.table().currentIndex().isValid()


def test_what_was_typed_into_an_open_cell_comes_back_with_the_order_it_was_typed_for(page: Page) -> None:
    page.open(order_of("RX-A", "70"))
    open_cell(page, 0, WEIGHT)
    type_into(page, "66")
    open_next(page)
    page.click("undo")
    assert (page.entry("order_id"), page.cell(0, WEIGHT)) == ("RX-A", "66")


def test_undo_of_an_opened_order_closes_the_cell_that_is_open(page: Page) -> None:
    page.open(order_of("RX-A", "70"))
    open_next(page)
    open_cell(page, 0, WEIGHT)
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.entry("order_id") == "RX-A"
    assert not is_open(page)


def test_the_plan_reads_an_open_cell_with_every_key(page: Page) -> None:
    page.open(plain_order())
    assert page.headline() == "Ready"
    open_cell(page, 0, LEVEL)
    type_into(page, "3")
    assert is_open(page)
    assert "dose.re_escalation" in [card.code for card in page.state.findings]
    assert page.headline() != "Ready"


def test_the_plan_reads_a_reaction_as_it_is_chosen(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, REACTION)
    QTest.keyClicks(page.find(ChoiceBox, "prior_dose_reaction"), "l")
    assert is_open(page)
    assert page.state.rows[0].row.cells[REACTION] == "life-threatening"
    assert page.headline() == "Stopped"


@pytest.mark.parametrize(
    ("column", "typed", "wrong"), [(LEVEL, "3.", "3.."), (0, "2026-1", "2026-1x"), (LEVEL, "0", "00")]
)
def test_nothing_is_said_of_a_number_that_is_not_finished(page: Page, column: int, typed: str, wrong: str) -> None:
    page.open(plain_order())
    open_cell(page, 0, column)
    for letter in typed:
        type_into(page, letter)
        assert page.state.rows[0].errors[column] == ""
    assert page.state.standing.value == "incomplete"
    assert "row 1 of the doses" in page.sentence()
    type_into(page, wrong[len(typed) :])
    assert page.state.rows[0].errors[column]


def test_what_is_unfinished_is_wrong_as_soon_as_the_cell_is_left(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, LEVEL)
    type_into(page, "3.")
    page.press(Qt.Key.Key_Tab)
    assert "no digit behind" in page.state.rows[0].errors[LEVEL]


def test_undo_takes_back_what_was_typed_into_the_open_cell_and_nothing_else(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, WEIGHT)
    type_into(page, "104.35")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.entry("order_id") == "RX-2026-00017"
    assert (page.cell(0, WEIGHT), page.cell_editor().text(), is_open(page)) == ("70", "70", True)
    page.press(Qt.Key.Key_Y, CONTROL)
    assert page.cell(0, WEIGHT) == "104.35"


def test_undo_and_escape_take_back_a_reaction_as_well(page: Page) -> None:
    page.open(plain_order())
    for key, modifier in ((Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)):
        open_cell(page, 0, REACTION)
        page.press(Qt.Key.Key_L)
        assert page.state.rows[0].row.cells[REACTION] == "life-threatening"
        page.press(key, modifier)
        assert page.cell(0, REACTION) == "none"
        assert page.entry("order_id") == "RX-2026-00017"
        page.press(Qt.Key.Key_Escape)


def test_escape_gives_up_what_was_typed_into_the_cell(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, WEIGHT)
    type_into(page, "104")
    page.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert (page.cell(0, WEIGHT), is_open(page)) == ("70", False)
    open_cell(page, 0, WEIGHT)
    page.press(Qt.Key.Key_Escape)
    assert page.entry("order_id") == "RX-2026-00017"


def test_two_cells_are_two_steps(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, LEVEL)
    type_into(page, "3")
    page.press(Qt.Key.Key_Tab)
    type_into(page, "68")
    page.click("undo")
    assert (page.cell(0, LEVEL), page.cell(0, WEIGHT)) == ("3", "70")
    page.click("undo")
    assert (page.cell(0, LEVEL), page.cell(0, WEIGHT)) == ("3.6", "70")


def test_a_message_leaves_the_open_cell_open(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, WEIGHT)
    page.window.model.say("Printed.")
    assert is_open(page)


# In this typeface 0 is the widest digit, and 8 is wider than most.
WIDEST = {0: ("2026-09-30", "2028-08-08"), LEVEL: ("3.5874", "3.0000"), WEIGHT: ("104.35", "200.00"), 3: ("888", "300")}
# Of a line: what Qt keeps free on both sides, and the cursor.
MARGIN, CURSOR = 2, 1


def room_of(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    return line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width() - 2 * MARGIN


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_a_number_is_whole_in_its_cell_and_while_it_is_typed(page: Page, size: tuple[int, int], theme: str) -> None:
    page.open(plain_order())
    page.window.use_theme(theme)
    resize(page, size)
    page.window.body.show_part("Entry")
    for column, texts in WIDEST.items():
        for text in texts:
            open_cell(page, 0, column)
            type_into(page, text)
            line = page.cell_editor()
            assert line.hasFocus()
            assert line.fontMetrics().horizontalAdvance(text) + CURSOR <= room_of(line), text
            page.table().setCurrentIndex(page.table().model().index(0, REACTION))
            assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_reactions_is_whole_within_the_table(page: Page, size: tuple[int, int]) -> None:
    page.open(plain_order())
    resize(page, size)
    page.window.body.show_part("Entry")
    open_cell(page, 0, REACTION)
    box = page.find(ChoiceBox, "prior_dose_reaction")
    QTest.keyClicks(box, "l")
    settle()
    assert page.table().viewport().rect().contains(box.geometry())
    assert [cut for cut in find_cut(page) if "reaction" in cut] == []


def place(page: Page) -> tuple[int, int]:
    return page.table().currentIndex().row(), page.table().currentIndex().column()


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_to_the_next_cell(page: Page, enter: Qt.Key) -> None:
    page.enter_new_patient(cycle="2")
    page.click("history_listed")
    page.click("add_dose")
    for text in ("2026-11-01", "3.6", "70", "90"):
        type_into(page, text)
        page.press(enter)
        settle()
    assert place(page) == (0, REACTION)
    QTest.keyClicks(page.find(ChoiceBox, "prior_dose_reaction"), "n")
    assert page.state.rows[0].row.cells == ("2026-11-01", "3.6", "70", "90", "none")


def test_enter_behind_the_last_cell_leaves_the_table_and_presses_nothing(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, REACTION)
    before = page.state
    for _ in range(3):
        page.press(Qt.Key.Key_Return)
        settle()
    assert page.find(QWidget, "add_dose").hasFocus()
    assert page.state.rows == before.rows


def test_delete_empties_the_cell_that_is_chosen_and_undo_brings_it_back(page: Page) -> None:
    page.open(plain_order())
    page.table().setFocus()
    page.table().setCurrentIndex(page.table().model().index(0, LEVEL))
    page.press(Qt.Key.Key_Delete)
    assert not is_open(page)
    assert (page.cell(0, LEVEL), place(page)) == ("", (0, LEVEL))
    assert "Dose level is wanting" in page.state.rows[0].errors[LEVEL]
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.cell(0, LEVEL) == "3.6"


def test_delete_within_an_open_cell_takes_one_character(page: Page) -> None:
    page.open(plain_order())
    open_cell(page, 0, LEVEL)
    page.press(Qt.Key.Key_Home)
    page.press(Qt.Key.Key_Delete)
    assert page.cell(0, LEVEL) == ".6"


def test_a_click_into_another_row_goes_there_and_no_farther(page: Page) -> None:
    page.open(plain_order())
    page.click("add_dose")
    table = page.table()
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 1)).center()
    )
    settle()
    assert (place(page), is_open(page)) == ((0, LEVEL), False)
