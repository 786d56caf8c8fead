"""The whole route without a mouse: what each key does, what no key does, and how many are needed."""

import json
from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from prep_assistant.ui.viewmodels.entries import LABORATORY
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.fold import Fold
from tests.orders import plain_order
from tests.ui.cut import SIZES, resize
from tests.ui.laboratory import unfold
from tests.ui.page import NEW_PATIENT, PRODUCT, Page, settle

REPEAT_PATIENT_KEYS, NEW_PATIENT_KEYS = 25, 45
CONTROL = Qt.KeyboardModifier.ControlModifier


def mnemonic(text: str) -> str:
    place = text.replace("&&", "").find("&")
    return text[place + 1].upper() if place >= 0 else ""


def chain(page: Page) -> list[QWidget]:
    """What Tab goes through from the first entry, until it comes round."""
    first = page.find(QLineEdit, "order_id")
    first.setFocus()
    passed: list[QWidget] = []
    for _ in range(300):
        focused = QApplication.focusWidget()
        if focused is None or focused in passed:
            break
        passed.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return passed


def test_every_mnemonic_on_the_page_is_there_once(page: Page) -> None:
    page.open(plain_order())
    texts = [label.text() for label in page.window.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in page.window.findChildren(QAbstractButton)]
    found = Counter(letter for letter in map(mnemonic, texts) if letter)
    assert found
    assert [letter for letter, times in found.items() if times > 1] == []


def test_every_mnemonic_of_the_menu_is_there_once(page: Page) -> None:
    letters = [mnemonic(action.text()) for action in page.find(QMenu, "more_menu").actions() if action.text()]
    assert len(set(letters)) == len(letters)


def test_a_mnemonic_goes_to_its_entry(page: Page) -> None:
    page.press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.find(QLineEdit, "weight_kg")


def test_the_first_entry_has_the_focus_from_the_start(page: Page) -> None:
    assert page.window.focusWidget() is page.find(QLineEdit, "order_id")


def test_tab_goes_through_the_entries_in_reading_order(page: Page) -> None:
    page.open(plain_order())
    passed = [widget for widget in chain(page) if page.window.form.isAncestorOf(widget)]
    page.window.form.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    content = page.find(QWidget, "form")
    places = [widget.mapTo(content, widget.rect().topLeft()) for widget in passed]
    rows = [(place.y() // 24, place.x()) for place in places]
    assert rows == sorted(rows)
    assert len(passed) > 25


def test_tab_goes_through_all_that_is_unfolded_in_reading_order(page: Page) -> None:
    page.open(plain_order() | {"cycle": 1, "prior_doses": []})
    for fold in ("more_entries", "first_dose", "laboratory"):
        unfold(page, fold)
    page.type("platelets", "60000")
    page.choose("platelets_unit", "per mm³")
    names = [widget.objectName() for widget in chain(page) if page.window.form.isAncestorOf(widget)]
    laboratory = names[names.index("laboratory") + 1 : names.index("first_dose")]
    decided = ["decision_toxicity_platelets_hold_by", "decision_toxicity_platelets_hold_reason"]
    assert laboratory == [*LABORATORY[:3], *decided, *LABORATORY[3:]]
    checks = names[names.index("first_dose") + 1 : names.index("more_entries")]
    assert len(checks) == 10
    assert all(name.startswith("first_dose_") for name in checks)


def test_a_fold_opens_by_the_keyboard(page: Page) -> None:
    page.find(QAbstractButton, "laboratory").setFocus()
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.find(QLineEdit, "collected_on")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["laboratory", "first_dose", "more_entries"])
def test_what_is_opened_comes_into_sight_from_its_heading_down(page: Page, name: str, size: tuple[int, int]) -> None:
    resize(page, size)
    page.open(plain_order() | {"cycle": 1, "prior_doses": [], "stock": None})
    page.find(QAbstractButton, name).setFocus()
    page.press(Qt.Key.Key_Space)
    settle()
    fold, area = page.find(QAbstractButton, name).parentWidget(), page.window.form
    assert isinstance(fold, Fold)
    assert fold.button.isChecked()
    top = fold.mapTo(area, QPoint()).y()
    assert top >= 0
    assert top + fold.height() <= area.height() or top == 0


def test_the_next_order_is_begun_where_it_is_seen(page: Page) -> None:
    resize(page, SIZES[-1])
    page.open(plain_order())
    page.window.body.show_part("Plan")
    page.press(Qt.Key.Key_N, CONTROL)
    line = page.find(QLineEdit, "order_id")
    assert line.isVisible()
    assert QApplication.focusWidget() is line


@pytest.mark.parametrize("part", ["Entry", "Plan", "Label"])
def test_a_mnemonic_goes_to_its_entry_from_behind_every_tab(page: Page, part: str) -> None:
    resize(page, SIZES[-1])
    page.open(plain_order())
    page.window.body.show_part(part)
    page.find(QWidget, "open_order").setFocus()
    page.press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    line = page.find(QLineEdit, "weight_kg")
    assert line.isVisible()
    assert QApplication.focusWidget() is line
    assert line.text() == "70"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier])
def test_a_key_that_is_no_mnemonic_brings_no_other_part_forward(page: Page, modifier: Qt.KeyboardModifier) -> None:
    resize(page, SIZES[-1])
    page.window.body.show_part("Plan")
    page.find(QWidget, "open_order").setFocus()
    page.press(Qt.Key.Key_9, modifier)
    page.press(Qt.Key.Key_H)
    assert page.find(QWidget, "plan_area").isVisible()


def test_tab_reaches_every_control_and_comes_round(page: Page) -> None:
    page.open(plain_order())
    passed = {widget.objectName() for widget in chain(page)}
    wanted = {"order_id", "product", "weight_kg", "prior_doses", "add_dose", "plan_dose", "open_order", "save_label"}
    assert wanted <= passed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_saves_nothing_wherever_the_focus_is(page: Page, key: Qt.Key) -> None:
    page.open(plain_order())
    for widget in chain(page):
        if isinstance(widget, QAbstractButton) and widget.objectName() != "save_label":
            continue
        widget.setFocus()
        QTest.keyClick(widget, key)
    assert page.window.findChild(QFileDialog) is None
    assert [path.name for path in page.folder.iterdir()] == ["order.json"]


def test_esc_loses_nothing_wherever_the_focus_is(page: Page) -> None:
    page.open(plain_order())
    before = page.state
    for widget in chain(page):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert page.state.entries == before.entries
    assert page.state.rows == before.rows


def test_a_repeat_patient_takes_few_keys_from_the_empty_page_to_the_plan(page: Page) -> None:
    """Ctrl+O, the path (pasted, as a scanner or a file list gives it), Return."""
    path = page.folder / "repeat.json"
    path.write_text(json.dumps(plain_order()), encoding="utf-8")
    keys = 0
    page.press(Qt.Key.Key_O, CONTROL)
    keys += 2
    dialog = page.find(QFileDialog, "open_order_dialog")
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert line is not None
    assert box is not None
    QApplication.clipboard().setText(str(path))
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    keys += 2
    box.button(QDialogButtonBox.StandardButton.Open).click()
    keys += 1
    QApplication.processEvents()
    assert page.figure("dose") == "252\u00a0mg"
    assert keys <= REPEAT_PATIENT_KEYS


def choose_by_typing(box: ChoiceBox, text: str) -> int:
    """Types the first letters of a choice until it is chosen; returns how many keys that took."""
    for number, letter in enumerate(text, start=1):
        QTest.keyClicks(box, letter)
        if box.currentText() == text:
            return number
    raise AssertionError(text)


def test_a_new_patient_takes_few_keys_beside_names_and_numbers(page: Page) -> None:
    """Every Tab, every letter of a choice and every arrow counts; what is typed into the lines does not."""
    steps: dict[str, Any] = NEW_PATIENT | {"product": PRODUCT, "indication": "early breast cancer (EBC)"}
    page.find(QLineEdit, "order_id").setFocus()
    keys, left = 0, dict(steps)
    while left or page.headline() != "Ready":
        focused = QApplication.focusWidget()
        assert focused is not None
        name = focused.objectName()
        if name in left:
            text = left.pop(name)
            if isinstance(focused, ChoiceBox):
                keys += choose_by_typing(focused, text)
            else:
                QTest.keyClicks(focused, text)
        elif name == "history_none":
            QTest.keyClick(focused, Qt.Key.Key_Space)
            keys += 1
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        keys += 1
        assert keys <= NEW_PATIENT_KEYS, f"at {name} with {list(left)}"
    assert page.figure("dose") == "252\u00a0mg"


def test_a_click_on_enter_in_the_table_of_doses_only_ends_the_cell(page: Page) -> None:
    page.open(plain_order())
    table = page.table()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.window.findChild(QFileDialog) is None
