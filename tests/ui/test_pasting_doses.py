"""Prior doses pasted by key, every reason for a refusal within reach, and a dose that is taken out named."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from prep_assistant.language import use_catalogue, use_language
from tests.orders import plain_order
from tests.ui.page import Page, settle

CONTROL = Qt.KeyboardModifier.ControlModifier
GOOD = "2026-10-11\t3.6\t70\t90\tnone\r\n"
LEVEL, WEIGHT, REACTION = 1, 2, 4


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def go_to(page: Page, row: int, column: int, *, is_opened: bool = False) -> None:
    table = page.table()
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    if is_opened:
        table.edit(table.currentIndex())


def place(page: Page) -> tuple[int, int]:
    return page.table().currentIndex().row(), page.table().currentIndex().column()


def error(page: Page) -> str:
    return page.find(QLabel, "prior_doses_error").text()


@pytest.fixture(params=["de", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_catalogue(None)


@pytest.mark.parametrize("is_opened", [False, True])
@pytest.mark.parametrize("column", [WEIGHT, REACTION])
def test_rows_are_pasted_by_key_wherever_one_is_in_the_table(page: Page, column: int, *, is_opened: bool) -> None:
    page.open(plain_order())
    copy(GOOD)
    go_to(page, 0, column, is_opened=is_opened)
    page.press(Qt.Key.Key_V, CONTROL)
    assert [row.row.cells[0] for row in page.state.rows] == ["2026-10-30", "2026-10-11"]
    assert page.cell(0, WEIGHT) == "70"
    assert page.message() == "1 row pasted and checked."


@pytest.mark.parametrize("is_opened", [False, True])
def test_a_clipboard_without_rows_is_said(page: Page, *, is_opened: bool) -> None:
    page.open(plain_order())
    before = page.state.rows
    copy("")
    go_to(page, 0, WEIGHT, is_opened=is_opened)
    page.press(Qt.Key.Key_V, CONTROL)
    assert "no rows" in page.message()
    assert page.state.rows == before


@pytest.mark.parametrize("is_opened", [False, True])
def test_one_copied_cell_goes_into_the_cell_one_is_in(page: Page, *, is_opened: bool) -> None:
    page.open(plain_order())
    copy("66.5\r\n")
    go_to(page, 0, WEIGHT, is_opened=is_opened)
    page.press(Qt.Key.Key_V, CONTROL)
    assert [row.row.cells[WEIGHT] for row in page.state.rows] == ["66.5"]
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.cell(0, WEIGHT) == "70"


def test_several_cells_pasted_by_mouse_into_one_are_refused(page: Page) -> None:
    page.open(plain_order())
    copy("66\t70\n67\t71")
    go_to(page, 0, WEIGHT, is_opened=True)
    page.cell_editor().paste()
    settle()
    assert (page.cell(0, WEIGHT), page.cell_editor().text()) == ("70", "70")
    assert page.message() == "Several cells were not taken into one. Ctrl+V adds them as doses."


def test_the_error_of_the_cell_one_is_in_is_said(page: Page) -> None:
    page.enter_new_patient(cycle="4")
    page.click("history_listed")
    copy(GOOD + "2026-10-12\t3,6\t70\t90\tnone\n2026-10-13\t3.6\t7O\t90\tnone")
    page.click("paste_doses")
    assert place(page) == (1, LEVEL)
    assert error(page).startswith("Row 2, mg/kg: “3,6” has a comma")
    page.table().setFocus()
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Right)
    assert place(page) == (2, WEIGHT)
    assert error(page).startswith("Row 3, kg: “7O” has letters")
    page.press(Qt.Key.Key_Up)
    assert error(page).startswith("Row 2, mg/kg:")


def test_what_is_wanting_is_said_by_its_name(page: Page) -> None:
    page.open(plain_order())
    page.click("add_dose")
    assert error(page) == "Row 2: Given on is wanting."
    go_to(page, 1, LEVEL)
    assert error(page) == "Row 2: Dose level is wanting."


def test_the_first_wrong_one_of_many_rows_is_brought_into_sight(page: Page) -> None:
    page.enter_new_patient(cycle="4")
    page.click("history_listed")
    copy(GOOD * 20 + "2026-10-12\t3.6\tx\t90\tnone")
    page.click("paste_doses")
    table = page.table()
    assert place(page) == (20, WEIGHT)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


@pytest.mark.parametrize("word", ["None", "NONE", "none"])
def test_a_reaction_is_taken_in_capitals_too(page: Page, word: str) -> None:
    page.enter_new_patient(cycle="2")
    page.click("history_listed")
    copy(GOOD.replace("none", word))
    page.click("paste_doses")
    assert page.state.rows[0].row.cells[REACTION] == "none"
    assert page.headline() == "Ready"


def test_the_reactions_are_pasted_as_the_screen_calls_them(language: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue("page")
    words = {"de": ("keine", "Nicht vertragen", "not tolerated"), "fr": ("aucune", "Non tolérée", "not tolerated")}
    page.click("history_listed")
    copy("".join(GOOD.replace("none", word) for word in words[language]))
    page.click("paste_doses")
    cells = [row.row.cells[REACTION] for row in page.state.rows]
    assert cells == ["none", "not tolerated", "not tolerated"]


def test_which_dose_is_removed_is_chosen_and_not_guessed(page: Page) -> None:
    page.open(plain_order())
    copy(GOOD + GOOD.replace("2026-10-11", "2026-10-12"))
    page.click("paste_doses")
    page.click("remove_dose")
    assert len(page.state.rows) == 3
    assert page.message() == "No dose is chosen. Choose the one to remove in the table."
    go_to(page, 1, WEIGHT)
    page.click("remove_dose")
    assert [row.row.cells[0] for row in page.state.rows] == ["2026-10-30", "2026-10-12"]
    assert page.message() == "Removed: dose of 11-Oct-2026. Undo brings it back."
    page.click("undo")
    assert len(page.state.rows) == 3


def test_a_row_without_a_day_is_removed_by_its_number(page: Page) -> None:
    page.open(plain_order())
    page.click("add_dose")
    page.click("remove_dose")
    assert len(page.state.rows) == 1
    assert page.message() == "Removed: row 2. Undo brings it back."


def test_a_dose_chosen_in_one_order_is_not_chosen_in_the_next(page: Page) -> None:
    order = plain_order()
    order["prior_doses"] *= 2
    order["prior_doses"][0] = order["prior_doses"][0] | {"given_on": "2026-10-09"}
    page.open(order | {"cycle": 3})
    go_to(page, 1, WEIGHT)
    page.open(order | {"cycle": 3, "order_id": "RX-B"}, "b.json")
    page.click("remove_dose")
    assert len(page.state.rows) == 2


def test_a_cell_takes_letters_while_it_holds_the_focus(page: Page) -> None:
    page.open(plain_order())
    go_to(page, 0, WEIGHT)
    QTest.keyClick(page.table(), Qt.Key.Key_7)
    assert page.find(QLineEdit, "prior_dose_cell").hasFocus()
    assert page.cell(0, WEIGHT) == "7"
