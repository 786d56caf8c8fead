"""The picture of the course: what it must say of every course, and that no word is written over another."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from prep_assistant.ui.views.apart import choose_apart, order_by_worth
from tests.orders import Order, plain_order
from tests.ui.page import Page

TODAY = date.fromisoformat("2026-11-22")
# Pixels right of the label's levels.
STRIP = range(68, 74)


def course(weights: list[str], level: str = "3.6") -> Order:
    days = [TODAY - timedelta(days=21 * back) for back in range(len(weights), 0, -1)]
    dose = plain_order()["prior_doses"][0] | {"dose_mg_per_kg": level}
    doses = [dose | {"given_on": str(day), "weight_kg": kg} for day, kg in zip(days, weights, strict=True)]
    return plain_order() | {"cycle": len(doses) + 1, "indication": "MBC", "prior_doses": doses}


def heading(page: Page) -> str:
    assert page.state.history is not None
    return page.state.history.heading.replace("\u00a0", " ")


def test_lowest_and_highest_weight_are_written_however_many_doses_there_are(page: Page) -> None:
    page.open(course([str(70 + place % 5) for place in range(30)]))
    assert heading(page) == "Course: 21 d since the last dose; earlier weights 70 kg to 74 kg"


def test_one_weight_has_no_range(page: Page) -> None:
    page.open(course(["70", "70"]))
    assert heading(page) == "Course: 21 d since the last dose"


def test_every_date_has_its_year(page: Page) -> None:
    page.open(course(["70"] * 30))
    assert page.state.history is not None
    dates = [point.date_short for point in page.state.history.points]
    assert (dates[0], dates[-2], dates[-1]) == ("02-Mar-2025", "01-Nov-2026", "this dose")


@pytest.mark.parametrize("level", ["3.6", "3.58", "2.41"])
def test_a_level_of_its_own_leaves_those_of_the_label_alone(page: Page, level: str) -> None:
    """Between them and what is written in the course a strip is empty but for the lines."""
    page.open(course(["70"], level))
    picture = page.find(QWidget, "history_picture")
    image = picture.grab().toImage()
    assert [dark_rows(page, image, column) for column in STRIP] == [0] * len(STRIP)
    assert any(dark_rows(page, image, column) for column in range(STRIP.stop, image.width()))


def dark_rows(page: Page, image: QImage, column: int) -> int:
    """How many pixels of a column are words or marks; the lines of the levels are paler."""
    ink = QColor(page.window.look.colours.muted).lightness()
    rows = range(24, image.height() - 40)
    return sum(image.pixelColor(column, row).lightness() <= ink for row in rows)


@given(st.lists(st.none() | st.decimals(20, 200, places=1), min_size=1, max_size=40))
def test_first_highest_and_lowest_come_before_the_others(weights: list[object]) -> None:
    order = order_by_worth(weights)  # type: ignore[arg-type]
    known = [place for place, weight in enumerate(weights[:-1]) if weight is not None]
    assert sorted(order) == sorted([*known, len(weights) - 1])
    if known:
        first = {weights[place] for place in order[1:4]}
        assert order[0] == len(weights) - 1
        assert {max(weights[place] for place in known), min(weights[place] for place in known)} <= first  # type: ignore[type-var]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 80)), min_size=1, max_size=40))
def test_no_two_words_lie_over_one_another(words: list[tuple[float, float]]) -> None:
    places, wide = [place for place, _ in words], [width for _, width in words]
    chosen = choose_apart(range(len(words)), places, wide)
    assert chosen[0] == 0
    ends = sorted((places[one] - wide[one] / 2, places[one] + wide[one] / 2) for one in chosen)
    assert all(end < begin for (_, end), (begin, _) in pairwise(ends))
