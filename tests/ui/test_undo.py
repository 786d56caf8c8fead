"""Every entry can be taken back and made again."""

from PySide6.QtCore import Qt

from prep_assistant.ui.viewmodels.draft import History
from tests.orders import confirm_order, plain_order
from tests.ui.page import Page

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_one_step_takes_back_all_that_was_typed_into_one_entry(page: Page) -> None:
    page.open(plain_order())
    page.type("weight_kg", "75.5")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.entry("weight_kg") == "70"
    page.press(Qt.Key.Key_Y, CONTROL)
    assert page.entry("weight_kg") == "75.5"


def test_entries_are_taken_back_one_by_one_in_reverse(page: Page) -> None:
    page.type("order_id", "RX-1")
    page.type("mrn", "417")
    page.choose("product", "trastuzumab")
    page.click("history_unknown")
    seen = []
    while page.state.can_undo:
        page.click("undo")
        seen.append((page.entry("order_id"), page.entry("mrn"), page.state.history_known))
    assert seen[0] == ("RX-1", "417", History.NOT_SAID)
    assert seen[-1] == ("", "", History.NOT_SAID)


def test_a_new_order_and_an_opened_one_can_be_taken_back(page: Page) -> None:
    page.type("order_id", "RX-9")
    page.open(plain_order())
    page.press(Qt.Key.Key_N, CONTROL)
    assert page.entry("order_id") == ""
    page.click("undo")
    assert page.entry("order_id") == "RX-2026-00017"
    page.click("undo")
    assert page.entry("order_id") == "RX-9"


def test_what_is_typed_after_going_back_leaves_nothing_to_make_again(page: Page) -> None:
    page.type("order_id", "A")
    page.click("undo")
    assert page.state.can_redo
    page.type("order_id", "B")
    assert not page.state.can_redo


def test_an_entry_typed_into_twice_is_two_steps(page: Page) -> None:
    page.type("mrn", "1")
    page.leave()
    page.type("mrn", "2")
    page.click("undo")
    assert page.entry("mrn") == "1"


def test_a_reason_is_taken_back_before_the_order_is(page: Page) -> None:
    page.open(confirm_order())
    page.choose("reason_weight_stale", "Asked: the weight still holds")
    assert page.headline() == "Ready"
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.headline() == "Needs an answer"
    assert page.entry("order_id") == confirm_order()["order_id"]
    page.press(Qt.Key.Key_Y, CONTROL)
    assert page.headline() == "Ready"


def test_a_reason_in_own_words_is_one_step_with_its_choice(page: Page) -> None:
    page.open(confirm_order())
    page.choose("reason_weight_stale", "Another reason (write it)")
    page.type("sentence_weight_stale", "Weighed by the ward")
    assert page.headline() == "Ready"
    page.click("undo")
    assert page.state.findings[0].chosen == ""
    assert page.entry("order_id") == confirm_order()["order_id"]


def test_a_page_that_undo_has_emptied_says_so(page: Page) -> None:
    page.open(plain_order())
    page.click("undo")
    assert page.headline() == "New order"
    assert page.message().startswith("Undone: the page is empty.")
    page.window.model.redo()
    assert page.headline() == "Ready"
