"""The preview follows the order: the very bytes that are saved and printed, veiled while they are of an older state."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from prep_assistant.paper import draw_label
from prep_assistant.ui.viewmodels.paper_desk import Document
from prep_assistant.ui.viewmodels.paper_state import CHOICES, Choice
from prep_assistant.ui.views.choice_box import ChoiceBox
from tests.orders import plain_order, stopped_order
from tests.ui.page import Page

WORKSHEET = next(choice for choice in CHOICES if choice.document is Document.WORKSHEET)
SMALL_LABEL = next(choice for choice in CHOICES if choice.size == "102x76")


def wait_for_pages(page: Page) -> None:
    page.qtbot.waitUntil(lambda: bool(page.window.papers.state.pages) and not page.window.papers.state.is_veiled)


def choose(page: Page, choice: Choice) -> None:
    box = page.find(ChoiceBox, "paper_choice")
    box.setCurrentText(choice.words)
    box.activated.emit(box.currentIndex())
    wait_for_pages(page)


def test_a_planned_order_is_shown_as_its_label_prints(page: Page) -> None:
    shown: list[str] = []
    page.window.papers.state_changed.connect(lambda state: shown.append("" if state.pages else state.words))
    page.open(plain_order())
    wait_for_pages(page)
    assert (shown[0], shown[-1]) == ("The preview is being drawn.", "")
    assert not page.find(QLabel, "paper_words").isVisible()
    (image,) = page.window.papers.state.pages
    assert image.height / image.width == pytest.approx(1.5, rel=0.01)
    assert page.find(QWidget, "paper_pages").grab().toImage().pixelColor(12, 12) != QColor()


def test_what_is_saved_from_the_preview_is_the_document_that_was_chosen(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    choose(page, SMALL_LABEL)
    assert len(page.window.papers.state.pages) == 2
    path = page.folder / "small.pdf"
    page.window.papers.save(path)
    page.qtbot.waitUntil(path.exists)
    wanted = page.state.preview_wanted
    assert wanted is not None
    assert path.read_bytes() == draw_label(wanted.order, wanted.plan, size="102x76")


def test_the_worksheet_is_shown_page_by_page(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    choose(page, WORKSHEET)
    assert len(page.window.papers.state.pages) >= 2


def test_a_key_veils_the_preview_at_once_and_a_quiet_moment_renews_it(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    before = page.window.papers.state.pages
    page.type("weight_kg", "71")
    assert page.window.papers.state.is_veiled
    wait_for_pages(page)
    assert page.window.papers.state.pages != before


def test_a_stopped_order_shows_no_paper(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    page.open(stopped_order())
    assert page.window.papers.state.pages == ()
    assert "nothing is printed" in page.find(QLabel, "paper_words").text()


def test_a_letter_that_no_face_has_is_said_in_the_previews_place(page: Page) -> None:
    order = plain_order()
    order["patient"]["family_name"] = "例"
    page.open(order)
    page.qtbot.waitUntil(lambda: not page.window.papers.state.is_veiled)
    assert page.window.papers.state.pages == ()
    assert page.find(QLabel, "paper_words").text()


def test_the_zoom_makes_the_pages_larger_and_at_last_fits_them_again(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    pages = page.find(QWidget, "paper_pages")
    fitting = pages.minimumSize()
    for _ in range(6):
        page.find(QPushButton, "zoom_in").click()
    QApplication.processEvents()
    assert page.window.papers.state.zoom == 300
    assert pages.minimumWidth() > fitting.width()
    for _ in range(7):
        page.find(QPushButton, "zoom_out").click()
    assert page.window.papers.state.zoom == 0
    assert pages.minimumWidth() == 0


def test_the_name_offered_for_a_file_is_the_order_number_and_never_the_patient(page: Page) -> None:
    page.open(plain_order() | {"order_id": "RX/2026 \\ 17"})
    assert page.window.papers.file_name == "label-RX-2026-17"


def test_an_order_whose_label_cannot_be_drawn_is_not_ready(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    page.type("family_name", "王小明")
    page.qtbot.waitUntil(lambda: page.headline() == "Cannot be printed")
    assert page.sentence().startswith("Patient name: U+738B CJK UNIFIED IDEOGRAPH-738B cannot be printed")
    assert not page.find(QWidget, "save_label").isEnabled()
    page.type("family_name", "Wang")
    page.qtbot.waitUntil(lambda: page.headline() == "Ready")
    assert page.find(QWidget, "save_label").isEnabled()


def test_what_has_no_room_on_one_size_can_be_printed_on_another(page: Page) -> None:
    page.open(plain_order())
    wait_for_pages(page)
    choose(page, SMALL_LABEL)
    names = {"family_name": "Ǆ" * 60, "given_name": "Ǆ" * 60}
    page.open(plain_order() | {"dose_mg": "250", "patient": plain_order()["patient"] | names})
    page.qtbot.waitUntil(lambda: page.headline() == "Cannot be printed")
    assert "choose a larger size" in page.sentence()
    choose(page, CHOICES[0])
    assert page.headline() == "Ready"


def test_nothing_can_be_printed_from_an_empty_page_and_the_reason_is_said(page: Page) -> None:
    page.window.printing.ask_for_printer(page.window)
    assert page.message() == "The label was not printed. A label needs an order."


def test_the_first_order_says_that_it_has_no_label_when_it_is_stopped(page: Page) -> None:
    page.open(stopped_order())
    assert page.find(QLabel, "paper_words").text().startswith("No label: nothing is printed")
