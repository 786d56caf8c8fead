"""The ruler page is as large as its paper, and each stroke lies at its millimetre."""

from decimal import Decimal

import pytest
from pypdfium2 import PdfDocument

from prep_assistant.paper.ruler import draw_ruler

_MM = 25.4 / 72
_SIZES = [("100", "150"), ("102", "76"), ("210", "297"), ("215.9", "279.4")]
# In mm; a coordinate in a PDF has some thousandths of a point.
_NEAR = 0.01
_PATH = 2

Stroke = tuple[float, float, float, float]


def _read(width: str, height: str) -> tuple[list[float], list[Stroke], str]:
    """Return the page's size, each stroke as left, top, width, height, and its text; all in mm."""
    with PdfDocument(draw_ruler(Decimal(width), Decimal(height))) as document:
        page = document[0]
        size = [length * _MM for length in page.get_size()]
        edges = [it.get_bounds() for it in page.get_objects(filter=[_PATH])]
        text = page.get_textpage().get_text_range()
        assert len(document) == 1
    boxes = [[edge * _MM for edge in bounds] for bounds in edges]
    return size, [(left, size[1] - top, right - left, top - bottom) for left, bottom, right, top in boxes], text


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_the_page_has_the_papers_size_and_a_stroke_at_every_millimetre(width: str, height: str) -> None:
    size, strokes, _ = _read(width, height)
    assert size == pytest.approx([float(width), float(height)], abs=_NEAR)
    across = sorted(left + wide / 2 for left, _, wide, high in strokes if high > wide and high < float(height) - 1)
    down = sorted(top + high / 2 for _, top, wide, high in strokes if wide > high and wide < float(width) - 1)
    assert across == pytest.approx(list(range(int(float(width)) + 1)), abs=_NEAR)
    assert down == pytest.approx(list(range(int(float(height)) + 1)), abs=_NEAR)


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_two_lines_run_along_the_whole_width_and_the_whole_height(width: str, height: str) -> None:
    _, strokes, _ = _read(width, height)
    assert [wide for _, _, wide, _ in strokes if wide > float(width) - 1] == pytest.approx([float(width)], abs=_NEAR)
    assert [high for *_, high in strokes if high > float(height) - 1] == pytest.approx([float(height)], abs=_NEAR)


def test_tens_are_longer_than_fives_and_fives_than_the_others() -> None:
    _, strokes, _ = _read("100", "150")
    lengths = {round(left + wide / 2): round(high, 1) for left, _, wide, high in strokes if wide < high < 140}
    assert (lengths[40], lengths[45], lengths[46]) == (5.0, 3.5, 2.0)


def test_the_words_say_what_to_measure_and_what_to_do() -> None:
    words = " ".join(_read("100", "150")[2].replace("\xa0", " ").split())
    assert "Ruler page, 100 × 150 mm" in words
    assert "Across, from 20 to 90 must be 70 mm; down, from 20 to 140 must be 120 mm." in words
    assert "100 % (“actual size”)" in words


def test_the_same_page_has_the_same_bytes() -> None:
    assert draw_ruler(Decimal(100), Decimal(150)) == draw_ruler(Decimal(100), Decimal(150))
