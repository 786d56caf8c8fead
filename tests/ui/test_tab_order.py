"""Tab goes through all that is on the screen as it is read, whenever it was made. Source: WCAG 2.2, 2.4.3."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget

from prep_assistant.bootstrap import make_window
from prep_assistant.ui.viewmodels.draft import History
from prep_assistant.workflow.still_clock import StillClock
from tests.orders import confirm_order, plain_order
from tests.ui.conftest import NOW
from tests.ui.cut import SIZES, resize
from tests.ui.page import Page, settle
from tests.ui.test_keyboard import chain
from tests.ui.test_preview import wait_for_pages

# From left to right; the borders come last: who comes by Tab is on the way to the entries, not to them.
AREAS = ("form", "findings", "plan_sheet", "paper_preview", "footer")
OTHER = "Another reason (write it)"


def areas_of(page: Page, passed: list[QWidget]) -> list[str]:
    """The area of each that was passed, as often as it is entered."""
    boxes = {name: page.find(QWidget, name) for name in AREAS}
    found = [next((name for name, box in boxes.items() if box.isAncestorOf(widget)), "") for widget in passed]
    return [name for place, name in enumerate(found) if name and (not place or found[place - 1] != name)]


def lines_of(page: Page, area: str, passed: list[QWidget]) -> list[tuple[int, int]]:
    """Where those of an area stand: line by line, from the left."""
    box = page.find(QWidget, area)
    places = [widget.mapTo(box, QPoint()) for widget in passed if box.isAncestorOf(widget)]
    return [(place.y() // 24, place.x()) for place in places]


def two_to_confirm() -> dict[str, Any]:
    """An old weight, and a dose long after the last one: two cards that ask for a reason."""
    order = confirm_order()
    order["prior_doses"][0]["given_on"] = "2026-09-01"
    return order


def test_tab_goes_from_the_entries_over_the_reasons_to_plan_preview_and_foot(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    page.open(two_to_confirm(), "second.json")
    page.choose("reason_weight_stale", OTHER)
    wait_for_pages(page)
    passed = chain(page)
    assert areas_of(page, passed) == list(AREAS)
    reasons = [widget.objectName() for widget in passed if widget.objectName().startswith(("reason_", "sentence_"))]
    assert len(reasons) == 3
    for area in ("findings", "paper_preview", "footer"):
        assert lines_of(page, area, passed) == sorted(lines_of(page, area, passed))


def test_the_tabs_of_a_small_window_stand_between_the_entries_and_what_they_bring_forward(page: Page) -> None:
    resize(page, (911, 512))
    page.open(confirm_order())
    names = [widget.objectName() for widget in chain(page)]
    at = names.index("page_tabs")
    assert names[at - 1] == "stock_160"
    assert names[at + 1] == "reason_weight_stale"


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", SIZES)
def test_the_first_entry_has_the_focus_in_a_window_that_opens_small(size: tuple[int, int]) -> None:
    window = make_window(StillClock(NOW))
    window.resize(*size)
    window.show()
    settle()
    assert window.focusWidget() is window.findChild(QLineEdit, "order_id")
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("known", History)
def test_tab_comes_to_the_choice_that_is_made(page: Page, known: History) -> None:
    page.window.model.set_history(known)
    page.find(QLineEdit, "weight_again").setFocus()
    page.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.find(QRadioButton, f"history_{known or History.NONE}")


def test_the_space_bar_on_the_way_through_an_order_changes_no_history(page: Page) -> None:
    page.open(plain_order())
    page.find(QLineEdit, "weight_again").setFocus()
    page.press(Qt.Key.Key_Tab)
    page.press(Qt.Key.Key_Space)
    assert page.state.history_known is History.LISTED
