"""Where the keyboard is can be seen in every theme, and not by colour alone. Source: WCAG 2.2, 2.4.7 and 2.4.13."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from prep_assistant.ui.views.theme import THEMES
from tests.orders import plain_order
from tests.ui.cut import resize
from tests.ui.page import Page, settle
from tests.ui.test_access import SHAPES, contrast
from tests.ui.test_preview import wait_for_pages

LEAST_RING, RING_OF_REFUSED = 2, 3


def across_the_edge(page: Page, widget: QWidget, box: QRect | None = None) -> list[str]:
    """The colours from just outside the middle of an edge at the left, going in."""
    box = box or widget.rect()
    image = page.window.grab().toImage()
    start = widget.mapTo(page.window, QPoint(box.left(), box.center().y()))
    return [image.pixelColor(start.x() + step, start.y()).name() for step in range(-1, 6)]


def ring(page: Page, colours: list[str]) -> int:
    """How many of them are the ring's."""
    return colours.count(page.window.look.colours.accent)


def focus(page: Page, name: str) -> QWidget:
    widget = page.find(QWidget, name)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert QApplication.focusWidget() is widget
    return widget


@pytest.mark.parametrize("theme", THEMES)
def test_a_refused_entry_has_another_ring_and_ground_while_it_has_the_focus(page: Page, theme: str) -> None:
    page.window.use_theme(theme)
    page.open(plain_order())
    page.type("weight_kg", "7..0")
    held = across_the_edge(page, focus(page, "weight_kg"))
    page.leave()
    settle()
    left = across_the_edge(page, page.find(QWidget, "weight_kg"))
    assert ring(page, held) == RING_OF_REFUSED
    assert ring(page, left) == 0
    assert left.count(page.window.look.colours.stop) == LEAST_RING
    assert min(contrast(page.window.look.colours.accent, ground) for ground in (held[0], held[-1])) >= SHAPES


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["weight_kg", "paper_area", "explanation_text"])
def test_what_has_the_focus_has_a_ring(page: Page, theme: str, name: str) -> None:
    page.window.use_theme(theme)
    page.open(plain_order())
    wait_for_pages(page)
    if name == "explanation_text":
        page.press(Qt.Key.Key_F1)
    held = across_the_edge(page, focus(page, name))
    page.find(QWidget, "cycle").setFocus()
    settle()
    assert ring(page, held) == LEAST_RING
    assert contrast(page.window.look.colours.accent, held[0]) >= SHAPES
    assert ring(page, across_the_edge(page, page.find(QWidget, name))) == 0


@pytest.mark.parametrize("theme", THEMES)
def test_the_chosen_tab_has_a_ring_of_its_own(page: Page, theme: str) -> None:
    page.window.use_theme(theme)
    resize(page, (683, 384))
    bar = page.find(QTabBar, "page_tabs")
    focus(page, "page_tabs")
    bar.setCurrentIndex(1)
    settle()
    assert ring(page, across_the_edge(page, bar, bar.tabRect(1))) == LEAST_RING
    focus(page, "open_order")
    assert ring(page, across_the_edge(page, bar, bar.tabRect(1))) == 0
