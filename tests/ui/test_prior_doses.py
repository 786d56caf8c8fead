"""The table of prior doses: added, edited where they stand, removed, pasted, each row checked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from prep_assistant.ui.viewmodels.draft import History
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.prior_dose_model import ERROR_ROLE
from tests.orders import plain_order
from tests.ui.page import Page


def paste(page: Page, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.click("history_listed")
    page.click("paste_doses")


def test_a_dose_is_typed_cell_by_cell_with_tab_between(page: Page) -> None:
    page.enter_new_patient(cycle="2")
    page.click("history_listed")
    page.click("add_dose")
    for text in ("2026-11-01", "3.6", "70", "90"):
        editor = page.cell_editor()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    page.window.model.edit_row(0, 4, "none")
    assert [page.cell(0, column) for column in range(5)] == ["2026-11-01", "3.6", "70", "90", "none"]
    assert page.headline() == "Ready"


def test_a_cell_is_edited_in_place(page: Page) -> None:
    page.open(plain_order())
    table = page.table()
    table.setCurrentIndex(table.model().index(0, 1))
    table.edit(table.model().index(0, 1))
    editor = page.cell_editor()
    editor.selectAll()
    QTest.keyClicks(editor, "3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.cell(0, 1) == "3"
    assert "dose.re_escalation" in [card.code for card in page.state.findings]


def test_a_wrong_cell_is_marked_and_said_below_the_table(page: Page) -> None:
    page.open(plain_order())
    page.window.model.edit_row(0, 1, "3,6")
    assert "comma" in str(page.table().model().index(0, 1).data(ERROR_ROLE))
    assert page.find(QLabel, "prior_doses_error").text().startswith("Row 1, mg/kg: “3,6” has a comma")
    assert not page.figures_are_shown()


def test_a_dose_is_removed(page: Page) -> None:
    page.open(plain_order())
    page.click("remove_dose")
    assert page.state.rows == ()
    assert "Doses given in this course" in page.state.headline.sentence


def test_rows_of_a_spreadsheet_are_pasted_as_they_stand(page: Page) -> None:
    page.enter_new_patient(cycle="3")
    paste(page, "2026-10-11\t3.6\t70\t90\tnone\r\n2026-11-01\t3.6\t70.4\t30\tnone\r\n")
    assert [row.row.cells[0] for row in page.state.rows] == ["2026-10-11", "2026-11-01"]
    assert page.message() == "2 rows pasted and checked."
    assert page.headline() == "Ready"


def test_each_pasted_row_is_checked(page: Page) -> None:
    page.enter_new_patient(cycle="3")
    paste(page, "11.10.2026\t3.6\t70\t90\tnone\n2026-11-01\t3,6\t70\t30\tgood")
    first, second = page.state.rows
    assert "Write the year first" in first.errors[0]
    assert "comma" in second.errors[1]
    assert "Choose none or not tolerated or life-threatening" in second.errors[4]
    assert page.message() == "2 rows pasted and checked. 2 to correct: see the marked cells."


def test_what_is_no_rows_at_all_is_refused_whole(page: Page) -> None:
    page.open(plain_order())
    before = page.state.rows
    paste(page, "")
    assert "no rows" in page.message()
    paste(page, "a\tb\tc\td\te\tf")
    assert "Row 1 has 6 cells" in page.message()
    paste(page, "\n".join(["2026-11-01\t3.6"] * 201))
    assert "200 prior doses at most" in page.message()
    assert page.state.rows == before


def test_none_and_not_known_are_said_apart(page: Page) -> None:
    page.enter_new_patient()
    page.click("history_unknown")
    assert page.headline() == "Stopped"
    assert [finding.code for finding in page.state.findings] == ["history.unknown"]
    page.click("history_none")
    assert page.headline() == "Ready"


def test_nobody_has_said_anything_of_earlier_doses_until_somebody_does(page: Page) -> None:
    assert page.state.history_known is History.NOT_SAID


def test_earlier_doses_need_number_and_lowest_level(page: Page) -> None:
    page.open(plain_order() | {"cycle": 10})
    page.type("earlier_count", "8")
    assert "go together" in page.error("earlier_lowest")
    page.type("earlier_lowest", "3.6")
    assert page.headline() == "Ready"


def test_typing_into_the_empty_table_begins_its_first_row(page: Page) -> None:
    page.click("history_listed")
    table = page.table()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_2)
    assert len(page.state.rows) == 1
    assert page.cell_editor().text() == "2"


def test_a_key_that_types_nothing_adds_no_row(page: Page) -> None:
    page.click("history_listed")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(page.table(), key)
    assert page.state.rows == ()


def test_tab_behind_the_last_cell_leaves_the_table_and_the_doses_as_they_are(page: Page) -> None:
    page.open(plain_order())
    before = page.state.rows
    table = page.table()
    last = table.model().index(0, 4)
    table.setCurrentIndex(last)
    table.edit(last)
    QTest.keyClick(page.find(ChoiceBox, "prior_dose_reaction"), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.find(QWidget, "add_dose")
    assert page.state.rows == before


def test_tab_from_the_last_cell_of_a_row_goes_to_the_next_row(page: Page) -> None:
    page.open(plain_order())
    page.click("add_dose")
    table = page.table()
    last = table.model().index(0, 4)
    table.setCurrentIndex(last)
    table.edit(last)
    QTest.keyClick(page.find(ChoiceBox, "prior_dose_reaction"), Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
