"""Drives the window through an example order, as a person would, and leaves what came of it in out/demo/.

The same window as ever, found widget by widget by name; it waits for what happens, never for a time to pass.
"""

import sys
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from prep_assistant.documents import write_plan
from prep_assistant.saving import save
from prep_assistant.ui.views.window import PrepareWindow
from tools.window import happens, make_application, open_window

Kind = TypeVar("Kind", bound=QWidget)
OUT = Path("out/demo")
_TYPED = {
    "order_id": "RX-2026-00017",
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
    "released_by": "Dr Example, 22-Nov-2026",
}
_CHOSEN = {"product": "ado-trastuzumab emtansine (KADCYLA)", "indication": "early breast cancer (EBC)"}


def find(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """The widget of that name."""
    widget = parent.findChild(kind, name)
    if widget is None:
        message = f"the window has no {name}"
        raise LookupError(message)
    return widget


def type_into(widget: QWidget, text: str) -> None:
    """Sends the key events of a text to a widget."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, key: Qt.Key) -> None:
    """Presses and lets go of one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def click(button: QWidget) -> None:
    """Presses and lets go of the mouse on a button."""
    place = QPointF(button.rect().center() if not isinstance(button, QRadioButton) else QPoint(10, 12))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, button.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)


def choose(box: QComboBox, text: str) -> None:
    """Goes down a list, key by key, until the choice is there."""
    box.setFocus()
    for _ in range(box.count()):
        press(box, Qt.Key.Key_Down)
        if box.currentText() == text:
            return
    message = f"the list {box.objectName()} has no such choice"
    raise LookupError(message)


def enter_order(window: PrepareWindow) -> None:
    """Types the example order."""
    for name, text in _TYPED.items():
        type_into(find(window, QLineEdit, name), text)
    for name, text in _CHOSEN.items():
        choose(find(window, QComboBox, name), text)
    click(find(window, QRadioButton, "history_none"))


def save_label(window: PrepareWindow, path: Path) -> None:
    """Saves the label through the button and its dialog; the path comes in at once, as by paste."""
    click(find(window, QPushButton, "save_label"))
    dialog = find(window, QFileDialog, "save_label_dialog")
    find(dialog, QLineEdit, "fileNameEdit").setText(str(path.resolve()))
    click(find(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Save))


def main() -> int:
    """Types, shows, saves, and says what it wrote."""
    OUT.mkdir(parents=True, exist_ok=True)
    label = OUT / "label.pdf"
    label.unlink(missing_ok=True)
    application = make_application()
    window = open_window()
    window.show()
    application.processEvents()
    enter_order(window)
    wanted = window.model.state.preview_wanted
    if wanted is None:
        print(f"The example order has no plan: {window.model.state.headline.sentence}", file=sys.stderr)
        return 1
    save(OUT / "plan.json", write_plan(wanted.plan, indent=2).encode() + b"\n")
    save_label(window, label)
    if not happens(label.exists) or not happens(lambda: bool(window.papers.state.pages)):
        print(f"The label was not saved or not shown: {window.model.state.message.text}", file=sys.stderr)
        return 1
    window.grab().save(str(OUT / "screenshot-prepare.png"))
    window.close()
    print("\n".join(str(OUT / name) for name in ("plan.json", "label.pdf", "screenshot-prepare.png")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
