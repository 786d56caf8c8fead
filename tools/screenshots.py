"""Takes the pictures of docs/screenshots/: the page in its states, themes and sizes, for a person to look at."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from prep_assistant.bootstrap import make_window
from prep_assistant.ui.viewmodels.order_file import write_order
from prep_assistant.ui.views.theme import prepare_application
from prep_assistant.ui.views.window import PrepareWindow
from prep_assistant.workflow.still_clock import StillClock

OUT = Path("docs/screenshots")
EXAMPLES = Path(__file__).parents[1] / "examples"
_NOW = datetime.fromisoformat("2026-11-22T08:30:00+01:00")
_FULL, _SMALLER, _HIGHER = (1366, 768), (1280, 720), (1440, 900)
# 1366 x 768 at 150 and 200 % in logical pixels.
_AT_150, _AT_200 = (911, 512), (683, 384)
_SETTLED = 5
_LONGEST_WAIT_MS = 30_000

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


def _pictures() -> tuple[Picture, ...]:
    routine, asking, stopped = _read("routine"), _read("to-confirm"), _read("stopped")
    wrong = (_type("weight_kg", "7..0"), _type("birth_date", "14.02.1961"), _type("cycle", "two"))
    return (
        Picture("empty", None),
        Picture("routine", routine),
        Picture("routine-dark", routine, theme="dark"),
        Picture("routine-contrast", routine, theme="contrast"),
        Picture("to-confirm", asking),
        Picture("to-confirm-dark", asking, size=_SMALLER, theme="dark"),
        Picture("stopped", stopped),
        Picture("stopped-contrast", stopped, size=_SMALLER, theme="contrast"),
        Picture("entry-refused", routine, acts=wrong),
        Picture("course", _long_course(), size=_HIGHER),
        Picture("explained", routine, acts=(_explain,)),
        Picture("at-150-percent", asking, size=_AT_150),
        Picture("at-200-percent", routine, size=_AT_200, acts=(_show("Plan"),)),
    )


def take(picture: Picture, application: QApplication, folder: Path) -> Path:
    """Sets the page up, lets it settle, and saves what it shows."""
    window = make_window(StillClock(_NOW))
    window.resize(*picture.size)
    window.use_theme(picture.theme)
    window.show()
    if picture.order is not None:
        from prep_assistant.documents import read_order  # noqa: PLC0415  # as the window does: when an order comes

        path = folder / "order.json"
        path.write_text(write_order(read_order(json.dumps(picture.order).encode())), encoding="utf-8")
        window.model.open_order(path)
        path.unlink()
    for act in picture.acts:
        act(window)
    _wait_for_preview(window)
    for _ in range(_SETTLED):
        application.processEvents()
    target = folder / f"prepare-{picture.name}.png"
    window.grab().save(str(target))
    window.close()
    return target


def _wait_for_preview(window: PrepareWindow) -> None:
    """Until the paper on the screen is that of the order on the screen."""
    deadline = QDeadlineTimer(_LONGEST_WAIT_MS)
    while window.papers.state.is_veiled and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, deadline.remainingTime())


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def main() -> int:
    """Takes every picture and says where it is."""
    OUT.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_pass_on)
    application = QApplication(sys.argv[:1])
    prepare_application(application)
    for picture in _pictures():
        print(take(picture, application, OUT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
