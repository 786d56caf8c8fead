"""Takes the pictures of docs/screenshots/: the page in its states, themes and sizes, for a person to look at.

The pictures of Help in resources/help/ are parts of the same page.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from prep_assistant.ui.viewmodels.order_file import write_order
from prep_assistant.ui.views.window import PrepareWindow
from tools.window import happens, make_application, open_window

OUT = Path("docs/screenshots")
HELP = Path("resources/help")
EXAMPLES = Path(__file__).parents[1] / "examples"
_FULL, _SMALLER, _HIGHER = (1366, 768), (1280, 720), (1440, 900)
# 1366 x 768 at 150 and 200 % in logical pixels.
_LOWER = (1366, 700)
_AT_150, _AT_200 = (911, 512), (683, 384)
_WIDEST_IN_HELP = 640
_COLOURS_IN_HELP = 128
_SETTLED = 5
# How far below the form's upper edge the heading of what was unfolded stands, in pixels.
_UNDER_THE_STRIP = 6

Order = dict[str, Any]
Act = Callable[[PrepareWindow], None]


@dataclass(frozen=True)
class Picture:
    """One picture: what is on the page, how large it is, in which theme, and what was done before."""

    name: str
    order: Order | None
    size: tuple[int, int] = _FULL
    theme: str = "light"
    acts: tuple[Act, ...] = ()
    part: Callable[[PrepareWindow], QWidget] | None = None


def _read(name: str) -> Order:
    order: Order = json.loads((EXAMPLES / f"order-{name}.json").read_text(encoding="utf-8"))
    return order


def _long_course() -> Order:
    given = (
        ("2026-06-20", "3.6", "74", 90),
        ("2026-07-11", "3.6", "73.5", 30),
        ("2026-08-01", "3.6", "72", 30),
        ("2026-08-29", "3", "71", 30),
        ("2026-09-19", "3", "70.6", 30),
        ("2026-10-31", "3", "69.8", 30),
    )
    keys = ("given_on", "dose_mg_per_kg", "weight_kg", "infusion_minutes")
    doses = [dict(zip(keys, dose, strict=True)) | {"infusion_reaction": "none"} for dose in given]
    return _read("routine") | {"cycle": 7, "dose_mg_per_kg": "3", "dose_mg": "210", "prior_doses": doses}


def _type(name: str, text: str) -> Act:
    def act(window: PrepareWindow) -> None:
        window.model.set_entry(name, text)
        window.model.leave_entry(name)

    return act


def _explain(window: PrepareWindow) -> None:
    window.body.explain(*window.plan.figures())


def _show(part: str) -> Act:
    return lambda window: window.body.show_part(part)


def _choose(name: str) -> Act:
    """Chooses from the menu at the foot."""

    def act(window: PrepareWindow) -> None:
        action = window.findChild(QAction, name)
        if action is not None:
            action.trigger()

    return act


def _laboratory() -> Order:
    """Early breast cancer with bilirubin between one and two times the upper limit: hold, then one level lower."""
    labs = {
        "collected_on": "2026-11-21",
        "platelets_per_mm3": 118_000,
        "lvef_percent": "60",
        "lvef_measured_on": "2026-10-20",
        "baseline_lvef_percent": "62",
        "symptomatic_heart_failure": False,
        "neuropathy_grade": 1,
        "ild_or_pneumonitis": False,
        "nodular_regenerative_hyperplasia": False,
    }
    return _read("routine") | {"labs": labs}


def _type_enzymes(window: PrepareWindow) -> None:
    typed = {
        "alt": "82",
        "alt_limit": "40",
        "ast": "49",
        "ast_limit": "35",
        "bilirubin": "1.44",
        "bilirubin_limit": "1.2",
    }
    for name, text in typed.items():
        _type(name, text)(window)


def _first_dose() -> Order:
    return _read("routine") | {"cycle": 1, "prior_doses": []}


def _unfold(name: str) -> Act:
    def act(window: PrepareWindow) -> None:
        button = window.findChild(QPushButton, name)
        if button is None:
            raise LookupError(name)
        button.setChecked(True)
        QApplication.processEvents()
        window.form.ensureWidgetVisible(button, 0, 0)
        bar = window.form.verticalScrollBar()
        bar.setValue(bar.value() + button.mapTo(window.form, button.rect().topLeft()).y() - _UNDER_THE_STRIP)

    return act


def _click(name: str) -> Act:
    return lambda window: _find(window, name).click()


def _find(window: PrepareWindow, name: str) -> QPushButton:
    return window.findChildren(QPushButton, name)[0]


def _part(kind: type[QWidget], name: str) -> Callable[[PrepareWindow], QWidget]:
    return lambda window: window.findChildren(kind, name)[0]


_HELP_WINDOW = _part(QDialog, "help_window")


def _parts() -> tuple[Picture, ...]:
    """The pictures in Help."""
    return (
        Picture("page", _read("routine")),
        Picture("history", _read("routine"), part=_part(QWidget, "history_entry")),
        Picture("stopped", _read("stopped"), part=_part(QWidget, "findings")),
        Picture("to-answer", _read("to-confirm"), part=_part(QWidget, "findings")),
        Picture("label", _read("routine"), size=_LOWER, part=_part(QWidget, "label_preview")),
    )


def _tick(*codes: str) -> Act:
    def act(window: PrepareWindow) -> None:
        for code in codes:
            window.model.tick(code)

    return act


def _pictures() -> tuple[Picture, ...]:
    routine, asking, stopped = _read("routine"), _read("to-confirm"), _read("stopped")
    values, unfolded = _laboratory(), (_type_enzymes, _unfold("laboratory"))
    ticked = (_tick("her2", "eligibility", "cyp3a4"), _unfold("first_dose"))
    wrong = (_type("weight_kg", "7..0"), _type("birth_date", "14.02.1961"), _type("cycle", "two"))
    return (
        Picture("prepare-empty", None),
        Picture("prepare-routine", routine),
        Picture("prepare-eu", _read("eu")),
        Picture("prepare-routine-dark", routine, theme="dark"),
        Picture("prepare-routine-contrast", routine, theme="contrast"),
        Picture("prepare-to-confirm", asking),
        Picture("prepare-to-confirm-dark", asking, size=_SMALLER, theme="dark"),
        Picture("prepare-stopped", stopped),
        Picture("prepare-stopped-contrast", stopped, size=_SMALLER, theme="contrast"),
        Picture("prepare-entry-refused", routine, acts=wrong),
        Picture("prepare-course", _long_course(), size=_HIGHER),
        Picture("prepare-laboratory", values, acts=unfolded),
        Picture("prepare-laboratory-contrast", values, _SMALLER, "contrast", unfolded),
        Picture("prepare-laboratory-at-150-percent", values, _AT_150, acts=unfolded),
        Picture("prepare-first-dose", _first_dose(), acts=ticked),
        Picture("prepare-explained", routine, acts=(_explain,)),
        Picture("prepare-at-150-percent", asking, size=_AT_150),
        Picture("prepare-at-200-percent", routine, size=_AT_200, acts=(_show("Plan"),)),
        Picture("help", routine, acts=(_click("help"),), part=_HELP_WINDOW),
        Picture("help-about-dark", None, theme="dark", acts=(_choose("about"),), part=_HELP_WINDOW),
    )


def take(picture: Picture, folder: Path) -> Path:
    """Saves what the page shows, or what it has opened beside it."""
    window = set_up(picture)
    target = folder / f"{picture.name}.png"
    find = picture.part or (lambda window: window)
    find(window).grab().save(str(target))
    window.close()
    return target


def take_part(picture: Picture, folder: Path) -> Path:
    """Saves a part of the page, small enough to come with the program: few colours, no transparency."""
    window = set_up(picture)
    target = folder / f"{picture.name}.png"
    find = picture.part or (lambda window: window)
    image = find(window).grab().toImage()
    if image.width() > _WIDEST_IN_HELP:
        image = image.scaledToWidth(_WIDEST_IN_HELP, Qt.TransformationMode.SmoothTransformation)
    image.save(str(target))
    with Image.open(target) as opened:
        few = opened.convert("RGB").quantize(_COLOURS_IN_HELP, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    window.close()
    return target


def set_up(picture: Picture) -> PrepareWindow:
    """The page as the picture wants it, when it has settled."""
    window = open_window()
    window.resize(*picture.size)
    window.use_theme(picture.theme)
    window.show()
    if picture.order is not None:
        from prep_assistant.documents import read_order  # noqa: PLC0415  # as the window does: when an order comes

        with TemporaryDirectory() as folder:
            path = Path(folder) / "order.json"
            path.write_text(write_order(read_order(json.dumps(picture.order).encode())), encoding="utf-8")
            window.model.open_order(path)
    for act in picture.acts:
        act(window)
    happens(lambda: not window.papers.state.is_veiled)
    for _ in range(_SETTLED):
        QApplication.processEvents()
    return window


def main() -> int:
    """Takes every picture and says where it is."""
    for folder in (OUT, HELP):
        folder.mkdir(parents=True, exist_ok=True)
    _application = make_application()  # held while its windows are open
    for picture in _pictures():
        print(take(picture, OUT))
    for picture in _parts():
        print(take_part(picture, HELP))
    return 0


if __name__ == "__main__":
    sys.exit(main())
