"""Each finding that asks is answered where it stands; the answer holds while the facts do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from prep_assistant.ui.viewmodels.reasons import OTHER, load_reasons
from prep_assistant.ui.viewmodels.state import Standing
from prep_assistant.ui.views.choice_box import ChoiceBox
from tests.orders import confirm_order
from tests.shared_cases import CASES
from tests.ui.page import Page

STALE = "weight_stale"


def find_codes(*severities: str) -> list[str]:
    found = {
        finding["code"]
        for case in CASES
        for finding in case["expected"]["findings"]
        if finding["severity"] in severities
    }
    return sorted(found)


def answer(page: Page, text: str = "Asked: the weight still holds") -> None:
    page.choose(f"reason_{STALE}", text)


def test_without_a_reason_there_is_no_label_and_with_one_there_is(page: Page) -> None:
    page.open(confirm_order())
    assert page.stands() == Standing.CONFIRM
    assert not page.find(QWidget, "save_label").isEnabled()
    assert page.find(ChoiceBox, f"reason_{STALE}").currentIndex() == -1
    answer(page)
    assert page.stands() == Standing.READY
    assert page.find(QWidget, "save_label").isEnabled()
    assert page.state.preview_wanted is not None
    assert page.state.preview_wanted.reasons == {"weight.stale": "Asked: the weight still holds"}


def test_figures_are_shown_while_a_reason_is_wanted(page: Page) -> None:
    page.open(confirm_order())
    assert page.figure("dose") == "252\u00a0mg"


@pytest.mark.parametrize(("sentence", "enough"), [("", False), ("too short", False), ("long enough", True)])
def test_another_reason_takes_a_sentence_of_ten_characters(page: Page, sentence: str, *, enough: bool) -> None:
    page.open(confirm_order())
    answer(page, "Another reason (write it)")
    line = page.find(QLineEdit, f"sentence_{STALE}")
    assert line.isVisible()
    QTest.keyClicks(line, sentence)
    assert (page.stands() == Standing.READY) is enough
    reasons = page.state.preview_wanted.reasons if page.state.preview_wanted else {}
    assert reasons == ({"weight.stale": sentence} if enough else {})


def test_a_reason_is_kept_while_the_facts_stay(page: Page) -> None:
    page.open(confirm_order())
    answer(page)
    page.type("released_by", "Dr Example")
    page.type("released_by", "Dr Example, 22-Nov-2026")
    page.type("order_id", "RX-5")
    assert page.stands() == Standing.READY


@pytest.mark.parametrize(
    ("name", "text"),
    [("weight_kg", "71"), ("weight_measured_on", "2026-11-11"), ("mrn", "00418"), ("prepare_on", "2026-11-23")],
)
def test_a_reason_is_asked_again_when_the_facts_change_and_is_back_with_them(page: Page, name: str, text: str) -> None:
    page.open(confirm_order() | {"dose_mg": None})
    answer(page)
    before = page.entry(name)
    page.type(name, text)
    assert page.stands() == Standing.CONFIRM
    assert page.find(ChoiceBox, f"reason_{STALE}").currentText() == ""
    page.type(name, before)
    assert page.stands() == Standing.READY


def test_an_answered_finding_does_not_ask_again_while_nothing_changes(page: Page) -> None:
    """Neither undo, another theme, a saved order nor the same order opened once more is a new fact."""
    page.open(confirm_order())
    answer(page)
    page.type("released_by", "Dr Other")
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.window.use_theme("dark")
    page.window.model.save_order(page.folder / "saved.json")
    page.window.resize(683, 384)
    assert page.stands() == Standing.READY
    page.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.cards() == ()
    page.open(confirm_order())
    assert page.stands() == Standing.READY
    assert [card.accessibleName().partition(":")[0] for card in page.cards()] == ["ANSWERED"]


def test_no_finding_opens_a_dialog(page: Page) -> None:
    page.open(confirm_order())
    answer(page)
    assert [widget for widget in page.window.findChildren(QDialog) if widget.isVisible()] == []


def test_every_finding_of_the_shared_cases_has_a_title_of_its_own() -> None:
    reasons = load_reasons()
    assert not [code for code in find_codes("stop", "confirm") if code not in reasons.findings]


@pytest.mark.parametrize("code", find_codes("confirm"))
def test_every_finding_that_asks_has_a_coded_reason_of_its_own_and_room_for_another(code: str) -> None:
    choices = load_reasons().choices(code)
    assert len(choices) > 1
    assert choices[-1].code == OTHER
    assert all(len(choice.text) >= 10 for choice in choices)


def test_the_kinds_of_a_toxicity_share_its_title() -> None:
    reasons = load_reasons()
    assert reasons.title("toxicity.bilirubin.hold") == reasons.title("toxicity")
    assert reasons.title("never.heard.of") == "Something about this order needs attention"
