"""What our window answers the bench: where its first field is, which figure must be painted, when the preview is."""

from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bench.window_told import Watch, answer_questions, read_peak_memory, settle, tell_painted, wait_for

Kind = TypeVar("Kind", bound=QWidget)

_FIRST_FIELD = "order_id"
_WEIGHT = "weight_kg"
# Changes with every digit of the weight.
_FIGURE = "plan_calculated"
# Hidden until there is a page.
_PAGES = "paper_pages"


def take_event_loop(window: QWidget, *, has_order: bool) -> None:
    """Lets the window answer, and close, where the application would run."""

    def run(_application: QApplication) -> int:
        answer = _answer_with_plan if has_order else _answer_at_first_field
        answer(window)
        window.close()
        settle()
        return 0

    QApplication.exec = run  # type: ignore[method-assign,assignment]


def _answer_at_first_field(window: QWidget) -> None:
    line = _get(window, QLineEdit, _FIRST_FIELD)
    watch = Watch(line)
    settle()
    tell_painted(line, watch)
    answer_questions(line, watch, {})


def _answer_with_plan(window: QWidget) -> None:
    weight, figure = _get(window, QLineEdit, _WEIGHT), _get(window, QWidget, _FIGURE)
    watch = Watch(figure)
    settle()
    if not figure.accessibleName().endswith("mg"):
        raise SystemExit("bench: the order has no plan")
    tell_painted(_get(window, QLineEdit, _FIRST_FIELD), watch)
    weight.setFocus()
    weight.end(False)  # noqa: FBT003 - Qt takes no name here
    answer_questions(weight, watch, {"memory": read_peak_memory, "preview": partial(_show_preview, window)})


def _show_preview(window: QWidget) -> int:
    """Waits until the window's own preview has painted its pages; says how wide they are."""

    def list_pages() -> list[QWidget]:
        return [pages for pages in window.findChildren(QWidget, _PAGES) if pages.isVisible()]

    wait_for(lambda: bool(list_pages()))
    return list_pages()[0].width()


def _get(window: QWidget, kind: type[Kind], name: str) -> Kind:
    widget = window.findChild(kind, name)
    if widget is None:
        raise SystemExit(f"bench: the window has no {name}")
    return widget
