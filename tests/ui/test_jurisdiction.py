"""Whose label holds: one choice on the page, part of the order, and never switched in silence."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from prep_assistant.documents import read_order
from prep_assistant.formulary import Formularies
from prep_assistant.paper import draw_label
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.reasons import load_reasons
from prep_assistant.ui.viewmodels.state import Standing
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.form import OrderForm
from prep_assistant.ui.views.theme import Look
from prep_assistant.workflow.still_clock import StillClock
from tests.orders import confirm_order, eu_order, plain_order
from tests.ui.conftest import NOW
from tests.ui.page import Page, settle
from tests.unit.damaged_formulary import EU_MONOGRAPH, damage

US_NAME, EU_NAME = "ado-trastuzumab emtansine (KADCYLA)", "trastuzumab emtansine (Kadcyla)"
HALF = "0.45 % sodium chloride"
CONTROL = Qt.KeyboardModifier.ControlModifier


def choices(page: Page, name: str) -> list[str]:
    box = page.find(ChoiceBox, name)
    return [box.itemText(place) for place in range(box.count())]


def assert_identity(page: Page, jurisdiction: str, name: str) -> None:
    """Assert that choice, strip, title and lists are all those of one label."""
    other = US_NAME if name == EU_NAME else EU_NAME
    assert page.find(ChoiceBox, "jurisdiction").currentText() == jurisdiction
    assert page.window.windowTitle() == f"Preparation assistant: {name}"
    strip = page.find(QLabel, "identity_line")
    bag = "dextrose" if name == US_NAME else "glucose"
    assert strip.accessibleName() == (f"{name}. NOT trastuzumab (Herceptin and biosimilars), NOT Enhertu ({bag} bag!)")
    assert ("ado&#8209;" in strip.text()) is (name == US_NAME)
    assert "trastuzumab&nbsp;EMTANSINE" in strip.text()
    product = page.find(ChoiceBox, "product").currentText()
    assert name in choices(page, "product")
    assert other not in choices(page, "product") or product == other
    assert (HALF in choices(page, "bag_fluid")) is (name == EU_NAME)


def test_an_order_begins_under_the_us_label(page: Page) -> None:
    assert_identity(page, "US", US_NAME)


def test_strip_title_products_and_fluids_change_together_with_the_label(page: Page) -> None:
    page.choose("jurisdiction", "EU")
    assert_identity(page, "EU", EU_NAME)
    assert "trastuzumab (Ogivri)" in choices(page, "product")
    assert [product for product in choices(page, "product") if "-nxki" in product or "mab-" in product] == []
    page.choose("jurisdiction", "US")
    assert_identity(page, "US", US_NAME)


def test_the_choice_is_taken_back_and_made_again_like_any_entry(page: Page) -> None:
    page.type("order_id", "RX-1")
    page.choose("jurisdiction", "EU")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert_identity(page, "US", US_NAME)
    assert page.entry("order_id") == "RX-1"
    page.press(Qt.Key.Key_Y, CONTROL)
    assert_identity(page, "EU", EU_NAME)


def test_what_was_entered_stays_and_is_judged_by_the_label_that_holds(page: Page) -> None:
    page.open(plain_order() | {"product": "trastuzumab emtansine"})
    assert page.stands() == Standing.STOPPED
    page.choose("jurisdiction", "EU")
    assert page.find(ChoiceBox, "product").currentText() == "trastuzumab emtansine"
    assert page.stands() == Standing.READY
    page.choose("bag_fluid", HALF)
    assert (page.figure("bag_fluid"), page.figure("filter")) == (HALF, "not required")
    page.choose("jurisdiction", "US")
    assert page.stands() == Standing.STOPPED
    assert {card.objectName() for card in page.cards()} == {
        "finding_bag_wrong_fluid",
        "finding_identity_incomplete_name",
    }


def test_an_opened_eu_order_brings_its_label_and_says_so(page: Page) -> None:
    page.open(eu_order() | {"bag_fluid": HALF})
    assert_identity(page, "EU", EU_NAME)
    assert page.stands() == Standing.READY
    assert (
        page.message() == "order.json is open. The EU label holds for it. Compare every entry with the original order."
    )
    page.open(eu_order())
    assert "label holds" not in page.message()
    page.click("undo")
    page.click("undo")
    assert_identity(page, "US", US_NAME)


def test_a_new_order_stays_under_the_label_of_the_one_before(page: Page) -> None:
    page.open(eu_order())
    page.press(Qt.Key.Key_N, CONTROL)
    assert page.stands() == Standing.EMPTY
    assert_identity(page, "EU", EU_NAME)


def test_an_eu_order_saved_is_an_eu_order(page: Page) -> None:
    page.open(plain_order() | {"product": EU_NAME})
    page.choose("jurisdiction", "EU")
    page.window.model.save_order(page.folder / "saved.json")
    saved = read_order((page.folder / "saved.json").read_bytes())
    assert saved == read_order(json.dumps(eu_order()).encode())


def test_an_answer_given_under_one_label_is_asked_again_under_the_other(page: Page) -> None:
    page.open(confirm_order())
    page.choose("reason_weight_stale", "Asked: the weight still holds")
    assert page.stands() == Standing.READY
    page.choose("jurisdiction", "EU")
    assert page.stands() == Standing.CONFIRM


def test_the_label_that_is_saved_is_that_of_the_label_that_holds(page: Page) -> None:
    page.open(plain_order())
    page.choose("jurisdiction", "EU")
    wanted = page.state.preview_wanted
    assert wanted is not None
    assert wanted.plan.monograph.display_name == EU_NAME
    path = page.folder / "label.pdf"
    with page.qtbot.waitSignal(page.window.papers.said):
        page.window.papers.save(path)
    assert path.read_bytes() == draw_label(wanted.order, wanted.plan)


@pytest.fixture
def damaged(tmp_path: Path) -> PrepareViewModel:
    formularies = Formularies(folder=damage(tmp_path, EU_MONOGRAPH, "value = 3.6\n", "value = 4\n"))
    return PrepareViewModel(formularies, load_reasons(), StillClock(NOW))


def test_a_damaged_label_is_named_when_it_is_chosen_and_the_order_stays_as_it_was(damaged: PrepareViewModel) -> None:
    damaged.set_entry("order_id", "RX-1")
    before = damaged.state
    damaged.set_entry("jurisdiction", "EU")
    assert damaged.state.message.failed
    assert damaged.state.message.text == (
        f"The EU label cannot be used. {EU_MONOGRAPH}: dose.maximum: is not the highest of dose.levels. "
        "The order is as it was."
    )
    assert damaged.state.entries == before.entries
    assert damaged.state.identity.name == US_NAME


def test_an_order_of_a_damaged_label_is_not_opened(damaged: PrepareViewModel, tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    path.write_text(json.dumps(eu_order()), "utf-8")
    before = damaged.state
    damaged.open_order(path)
    assert EU_MONOGRAPH in damaged.state.message.text
    assert damaged.state.entries == before.entries
    damaged.undo()
    assert damaged.state.entries == before.entries


def test_the_box_goes_back_to_the_label_that_holds_when_the_chosen_one_is_damaged(
    dressed: QApplication, damaged: PrepareViewModel
) -> None:
    look = Look()
    form = OrderForm(damaged, look)
    damaged.state_changed.connect(form.present)
    form.present(damaged.state)
    form.show()
    dressed.processEvents()
    box = form.findChild(QWidget, "jurisdiction")
    assert isinstance(box, ChoiceBox)
    box.setCurrentText("EU")
    box.activated.emit(box.currentIndex())
    settle()
    assert box.currentText() == "US"
    form.deleteLater()
    look.deleteLater()
