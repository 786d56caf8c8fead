"""Which vials to open: the label's two strengths, by hand."""

from decimal import Decimal

import pytest

from prep_assistant.calculation.vials import find_vials
from prep_assistant.quantities import Mass
from tests.unit.typed_orders import MONOGRAPH


@pytest.mark.parametrize(
    ("need", "of_100", "of_160"),
    [
        ("0.2", 1, 0),
        ("100", 1, 0),
        ("100.2", 0, 1),
        ("160", 0, 1),
        ("160.2", 2, 0),
        ("200", 2, 0),
        ("200.2", 1, 1),
        ("252", 1, 1),
        ("260", 1, 1),
        ("260.2", 3, 0),
        ("300.2", 0, 2),
        ("320.2", 2, 1),
        ("360.2", 4, 0),
        ("400.2", 1, 2),
        ("480.2", 5, 0),
        ("800", 0, 5),
        ("1080", 6, 3),
    ],
)
def test_least_is_unused_and_then_fewest_vials_are_opened(need: str, of_100: int, of_160: int) -> None:
    assert find_vials(Mass(Decimal(need)), MONOGRAPH.vials, None) == (of_100, of_160)


@pytest.mark.parametrize(
    ("need", "stock", "expected"),
    [
        ("252", {100: 9, 160: 0}, (3, 0)),
        ("252", {100: 0, 160: 9}, (0, 2)),
        ("252", {160: 9}, (0, 2)),
        ("252", {100: 2, 160: 0}, None),
        ("252", {}, None),
        ("200", {100: 1, 160: 9}, (1, 1)),
        ("800", {100: 8, 160: 4}, (8, 0)),
        ("800", {100: 9, 160: 5}, (0, 5)),
        ("1600", {100: 999, 160: 999}, (0, 10)),
        ("1600", {100: 16, 160: 1}, (16, 0)),
    ],
)
def test_the_shelf_limits_the_choice(need: str, stock: dict[int, int], expected: tuple[int, int] | None) -> None:
    assert find_vials(Mass(Decimal(need)), MONOGRAPH.vials, stock) == expected


def test_one_strength_alone_is_counted_up() -> None:
    assert find_vials(Mass(Decimal("160.2")), MONOGRAPH.vials[1:], None) == (2,)
    assert find_vials(Mass(Decimal("160.2")), MONOGRAPH.vials[1:], {160: 1, 100: 9}) is None
