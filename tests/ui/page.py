"""What a person does at the page: types, chooses, clicks; everything is found by its name."""

import json
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.entry_field import EntryField
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.finding_card import FindingCard
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.window import PrepareWindow

Kind = TypeVar("Kind", bound=QWidget)
PRODUCT = "ado-trastuzumab emtansine (KADCYLA)"
NEW_PATIENT = {
    "order_id": "RX-1",
    "mrn": "00417",
    "birth_date": "1961-02-14",
    "family_name": "Example",
    "given_name": "Ana",
    "height_cm": "165",
    "cycle": "1",
    "dose_mg_per_kg": "3.6",
    "dose_mg": "252",
    "weight_kg": "70",
    "weight_measured_on": "2026-11-20",
    "prepare_time": "09:00",
    "released_by": "Dr Example",
}


def settle() -> None:
    """Lets everything be laid out and painted; one layout may ask for the next."""
    for _ in range(4):
        QApplication.processEvents()


class Page:
    """The window, with what a person can do and see in it."""

    def __init__(self, window: PrepareWindow, qtbot: QtBot, folder: Path) -> None:
        self.window, self.qtbot, self.folder = window, qtbot, folder

    @property
    def state(self) -> PrepareState:
        return self.window.model.state

    def find(self, kind: type[Kind], name: str) -> Kind:
        widget = self.window.findChild(kind, name)
        assert widget is not None, f"the window has no {name}"
        return widget

    def type(self, name: str, text: str) -> None:
        """Replaces what stands in an entry, key by key."""
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        if not text:
            QTest.keyClick(line, Qt.Key.Key_Delete)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        settle()

    def leave(self) -> None:
        """Goes on to where nothing is typed."""
        self.find(QWidget, "open_order").setFocus()

    def type_all(self, texts: dict[str, str]) -> None:
        """Replaces what stands in these entries, and goes on."""
        for name, text in texts.items():
            self.type(name, text)
        self.leave()
        settle()

    def choose(self, name: str, text: str) -> None:
        """Goes down a list until the choice is there."""
        box = self.find(ChoiceBox, name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == text:
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == text

    def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        place = QPoint(12, button.height() // 2) if isinstance(button, QRadioButton) else QPoint()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        focused = QApplication.focusWidget()
        QTest.keyClick(self.window if focused is None else focused, key, modifier)
        QApplication.processEvents()

    def open(self, order: dict[str, Any], name: str = "order.json") -> None:
        """Opens an order as a file."""
        path = self.folder / name
        path.write_text(json.dumps(order), encoding="utf-8")
        self.window.model.open_order(path)
        settle()
        assert not self.state.message.failed, self.state.message.text

    def enter_new_patient(self, **changed: str) -> None:
        for name, text in (NEW_PATIENT | changed).items():
            self.type(name, text)
        self.choose("product", PRODUCT)
        self.choose("indication", "early breast cancer (EBC)")
        self.click("history_none")

    def entry(self, name: str) -> str:
        return self.find(QLineEdit, name).text()

    def error(self, name: str) -> str:
        return self.find(EntryField, f"{name}_field").error()

    def figure(self, name: str) -> str:
        return self.find(FigureCell, f"plan_{name}").text()

    def figures_are_shown(self) -> bool:
        sheet = self.window.plan.sheet
        return not sheet.isHidden() and any(cell.text() for cell in sheet.cells())

    def note(self, name: str) -> str:
        return self.find(NoteLine, f"note_{name}_line").text()

    def stands(self) -> str:
        """Where the order stands, in a word."""
        return self.state.standing.value

    def headline(self) -> str:
        return self.find(QLabel, "headline_word").text()

    def sentence(self) -> str:
        return self.find(QLabel, "headline_sentence").text()

    def message(self) -> str:
        return self.find(QLabel, "message").text()

    def cards(self) -> tuple[FindingCard, ...]:
        return self.window.plan.findings.cards()

    def table(self) -> QTableView:
        return self.find(QTableView, "prior_doses")

    def cell_editor(self) -> QLineEdit:
        """The line that is open in the table; those that are closed are gone first."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        return self.find(QLineEdit, "prior_dose_cell")

    def cell(self, row: int, column: int) -> str:
        return str(self.table().model().index(row, column).data())
