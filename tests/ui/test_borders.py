"""The borders between entry, plan and preview: dragged or moved by keys, and never so far that anything is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from prep_assistant.ui.views.body import Arrangement
from prep_assistant.ui.views.shares import FORM_LEAST, PLAN_LEAST, PREVIEW_LEAST, Shares
from tests.orders import confirm_order, plain_order
from tests.ui.page import Page, settle

ENTRY, PREVIEW = "border_of_entry", "border_of_preview"
LEAST = FORM_LEAST + PLAN_LEAST + PREVIEW_LEAST


def widths(page: Page) -> tuple[int, int, int]:
    form, plan, preview = (page.find(QWidget, name).width() for name in ("form_area", "plan_area", "label_preview"))
    return form, plan, preview


def drag(page: Page, name: str, pixels: int) -> None:
    border = page.find(QWidget, name)
    held = QPoint(4, 40)
    QTest.mousePress(border, Qt.MouseButton.LeftButton, pos=held)
    QTest.mouseMove(border, held + QPoint(pixels, 0))
    settle()
    QTest.mouseRelease(border, Qt.MouseButton.LeftButton, pos=held)
    settle()


def scrolled_sideways(page: Page) -> list[str]:
    areas = [area for area in page.window.findChildren(QScrollArea) if area.isVisible()]
    return [area.objectName() for area in areas if area.horizontalScrollBar().maximum()]


@pytest.mark.parametrize("pixels", [40, -40])
def test_a_border_follows_the_pointer_and_only_its_two_parts_change(page: Page, pixels: int) -> None:
    page.window.resize(1600, 900)
    settle()
    form, plan, preview = widths(page)
    drag(page, ENTRY, pixels)
    assert widths(page) == (form + pixels, plan - pixels, preview)
    drag(page, PREVIEW, pixels)
    assert widths(page) == (form + pixels, plan, preview - pixels)


def test_the_arrow_keys_move_it_and_home_puts_it_back(page: Page) -> None:
    page.window.resize(1600, 900)
    settle()
    before = widths(page)
    page.find(QWidget, ENTRY).setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Right)
    assert widths(page) == (before[0] + 32, before[1] - 32, before[2])
    page.press(Qt.Key.Key_Left)
    assert widths(page)[0] == before[0] + 16
    page.press(Qt.Key.Key_Home)
    assert (widths(page), page.window.body.shares) == (before, ())


def test_tab_reaches_the_borders_behind_everything_else(page: Page) -> None:
    page.open(plain_order())
    page.find(QWidget, "save_label").setFocus()
    reached = []
    for _ in range(2):
        page.press(Qt.Key.Key_Tab)
        reached.append(page.window.focusWidget().objectName())
    assert reached == [ENTRY, PREVIEW]


@pytest.mark.parametrize("wide", [1920, 1366, 1280, 1200, 1150, 1100, 1000, 911, 900, 850, 800, 700, 560])
@pytest.mark.parametrize("pixels", [-2_000, 2_000])
@pytest.mark.parametrize("order", [plain_order(), confirm_order()], ids=["routine", "confirm"])
def test_nothing_has_to_be_scrolled_sideways_however_far_a_border_is_dragged(
    page: Page, wide: int, pixels: int, order: dict[str, object]
) -> None:
    page.open(order)
    page.window.resize(wide, 720)
    settle()
    for name in (ENTRY, PREVIEW):
        if page.find(QWidget, name).isVisible():
            drag(page, name, pixels)
        assert scrolled_sideways(page) == []


def test_with_two_parts_there_is_one_border_and_with_one_there_is_none(page: Page) -> None:
    for wide, arrangement, shown in (
        (1366, Arrangement.THREE, 2),
        (911, Arrangement.TWO, 1),
        (683, Arrangement.ONE, 0),
    ):
        page.window.resize(wide, 700)
        settle()
        assert page.window.body.arrangement is arrangement
        assert sum(page.find(QWidget, name).isVisible() for name in (ENTRY, PREVIEW)) == shown


def test_a_border_dragged_too_far_is_remembered_where_it_stands(page: Page) -> None:
    page.window.resize(1366, 768)
    settle()
    drag(page, ENTRY, 2_000)
    form = widths(page)[0]
    page.window.body.share_out(page.window.body.shares)
    settle()
    assert widths(page)[0] == form
    page.window.resize(1920, 1080)
    settle()
    assert widths(page)[0] < form * (1920 - 24) / (1366 - 24) + 2


@given(st.integers(LEAST, 5_000), st.integers(0, 10_000), st.integers(0, 10_000))
def test_every_part_has_what_it_needs_whatever_is_remembered(wide: int, form: int, preview: int) -> None:
    entry, label = Shares.of((form, preview)).three(wide)
    assert entry >= FORM_LEAST
    assert label >= PREVIEW_LEAST
    assert wide - entry - label >= PLAN_LEAST


@given(st.integers(LEAST, 5_000), st.integers(FORM_LEAST, 5_000))
def test_what_is_remembered_of_a_width_is_that_width_again(wide: int, pixels: int) -> None:
    pixels = min(pixels, wide - PLAN_LEAST - PREVIEW_LEAST)
    stored = Shares().with_form(pixels, wide).stored
    assert Shares.of(stored).three(wide)[0] == pixels
