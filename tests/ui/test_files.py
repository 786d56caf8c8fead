"""Orders come in and go out as files, labels go out; what cannot be done says why and changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from prep_assistant.documents import read_order
from prep_assistant.paper import draw_label
from prep_assistant.ui.viewmodels.order_file import write_order
from tests.orders import eu_order, full_order, plain_order, stopped_order
from tests.shared_cases import CASES
from tests.ui.page import Page


def read(order: dict[str, Any]) -> Any:
    return read_order(json.dumps(order).encode())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_order_written_reads_back_as_the_same_order(case: dict[str, Any]) -> None:
    order = read(case["order"])
    assert read_order(write_order(order).encode()) == order


@pytest.mark.parametrize(
    "order", [plain_order(), eu_order(), full_order(), full_order() | {"prior_doses": None, "earlier_doses": None}]
)
def test_an_order_opened_and_saved_is_the_same_order(page: Page, order: dict[str, Any]) -> None:
    page.open(order)
    page.window.model.save_order(page.folder / "saved.json")
    assert read_order((page.folder / "saved.json").read_bytes()) == read(order)
    assert page.message() == "saved.json is saved."


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"{", "came no JSON"),
        (json.dumps(plain_order() | {"weight": {"kg": 70, "measured_on": "2026-11-20"}}).encode(), "weight.kg"),
        (b"\x00\xff" * 10, "no UTF-8"),
    ],
)
def test_a_file_that_is_no_order_says_why_and_leaves_the_entries(page: Page, content: bytes, wanted: str) -> None:
    page.open(plain_order())
    before = page.state.entries
    bad = page.folder / "bad.json"
    bad.write_bytes(content)
    page.window.model.open_order(bad)
    assert "bad.json was not opened" in page.message()
    assert wanted in page.message()
    assert page.state.entries == before


def test_a_file_that_is_not_there_says_so(page: Page) -> None:
    page.window.model.open_order(page.folder / "gone.json")
    assert page.message().startswith("gone.json was not opened: No such file")


def test_an_order_that_is_not_complete_is_not_saved(page: Page) -> None:
    page.type("order_id", "RX-1")
    page.window.model.save_order(page.folder / "half.json")
    assert "not complete" in page.message()
    assert not (page.folder / "half.json").exists()


def drop(page: Page, *paths: Path) -> bool:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    button = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, content, button, none)
    entering.ignore()
    QApplication.sendEvent(page.window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(page.window, QDropEvent(QPointF(9, 9), copy, content, button, none))
    return entering.isAccepted()


def test_an_order_file_dropped_on_the_window_is_opened(page: Page) -> None:
    path = page.folder / "dropped.json"
    path.write_text(json.dumps(plain_order()), encoding="utf-8")
    assert drop(page, path)
    assert page.entry("order_id") == "RX-2026-00017"


def test_two_files_at_once_are_not_taken(page: Page) -> None:
    assert not drop(page, page.folder / "a.json", page.folder / "b.json")


def choose_file(page: Page, dialog_name: str, path: Path, button: QDialogButtonBox.StandardButton) -> None:
    dialog = page.find(QFileDialog, dialog_name)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert line is not None
    assert box is not None
    line.setText(str(path))
    box.button(button).click()
    QApplication.processEvents()


def test_the_label_saved_is_the_label_of_this_order_byte_for_byte(page: Page) -> None:
    page.open(plain_order())
    page.click("save_label")
    path = page.folder / "label.pdf"
    choose_file(page, "save_label_dialog", path, QDialogButtonBox.StandardButton.Save)
    page.qtbot.waitUntil(path.exists)
    wanted = page.state.preview_wanted
    assert wanted is not None
    assert path.read_bytes() == draw_label(wanted.order, wanted.plan)
    assert page.message().startswith("label.pdf is saved")


def test_open_asks_for_a_file_and_fills_the_page_from_it(page: Page) -> None:
    path = page.folder / "asked.json"
    path.write_text(json.dumps(plain_order()), encoding="utf-8")
    page.click("open_order")
    choose_file(page, "open_order_dialog", path, QDialogButtonBox.StandardButton.Open)
    assert page.figure("dose") == "252\u00a0mg"


def test_a_stopped_order_has_no_label(page: Page) -> None:
    page.open(stopped_order())
    page.window.papers.save(page.folder / "label.pdf")
    assert "A stopped order has no label" in page.message()
    assert not (page.folder / "label.pdf").exists()


def test_a_place_that_cannot_be_written_says_so_and_leaves_nothing(page: Page) -> None:
    page.open(plain_order())
    page.window.papers.save(page.folder / "nowhere" / "label.pdf")
    page.qtbot.waitUntil(lambda: page.state.message.failed)
    assert page.message().startswith("label.pdf was not saved: No such file or directory")
    assert [path.name for path in page.folder.iterdir()] == ["order.json"]


def test_a_name_that_no_face_can_print_says_so_and_leaves_no_label(page: Page) -> None:
    order = plain_order()
    order["patient"]["family_name"] = "例"
    page.open(order)
    page.window.papers.save(page.folder / "label.pdf")
    page.qtbot.waitUntil(lambda: page.state.message.failed)
    assert page.message().startswith("The label was not saved")
    assert not (page.folder / "label.pdf").exists()


def test_an_order_that_cannot_be_saved_is_refused_before_a_file_is_asked_for(page: Page) -> None:
    page.open(plain_order())
    page.type("weight_kg", "")
    page.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.message() == "The order was not saved. It is not complete yet; what is missing stands above."
    assert page.window.findChild(QFileDialog, "save_order_dialog") is None
