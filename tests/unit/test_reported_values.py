"""From a laboratory's report to what the label counts in: exact, or kept on its side of every bound of the label."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.calculation import Toxicity
from prep_assistant.calculation.reported import (
    PlateletUnit,
    count_platelets,
    divide_by_limit,
    find_likelier_unit,
    find_plain_unit,
)
from prep_assistant.quantities import Refused, divide_rounded_up, parse_reported
from tests.unit.typed_orders import MONOGRAPH

PER_MM3, BILLION = PlateletUnit.PER_MM3, PlateletUnit.BILLION_PER_LITRE
# Every bound of the table for multiples of the upper limit, and those of a first dose.
BOUNDS = ["1", "1.5", "2", "2.5", "3", "5", "10", "20"]
reported = st.decimals("0", "99999.9999", places=4)
limits = st.decimals("0.0001", "99999.9999", places=4)


@pytest.mark.parametrize(
    ("count", "unit", "per_mm3"),
    [
        ("150", BILLION, 150_000),
        ("24.999", BILLION, 24_999),
        ("25", BILLION, 25_000),
        ("0.9", BILLION, 900),
        ("0", BILLION, 0),
        ("150000", PER_MM3, 150_000),
        ("9999999", PER_MM3, 9_999_999),
        ("9999.999", BILLION, 9_999_999),
    ],
)
def test_platelets_are_converted_exactly(count: str, unit: PlateletUnit, per_mm3: int) -> None:
    assert count_platelets(Decimal(count), unit) == per_mm3


@pytest.mark.parametrize(("count", "unit"), [("24.9999", BILLION), ("25000.5", PER_MM3)])
def test_a_part_of_a_platelet_is_refused(count: str, unit: PlateletUnit) -> None:
    with pytest.raises(Refused, match="whole platelets"):
        count_platelets(Decimal(count), unit)


@pytest.mark.parametrize(("count", "unit"), [("10000", BILLION), ("9999999.5", BILLION)])
def test_more_platelets_than_an_order_can_carry_are_refused(count: str, unit: PlateletUnit) -> None:
    with pytest.raises(Refused, match="at most 9999999"):
        count_platelets(Decimal(count), unit)


@pytest.mark.parametrize(
    ("count", "unit", "likelier"),
    [
        ("999", PER_MM3, BILLION),
        ("1000", PER_MM3, None),
        ("0", PER_MM3, BILLION),
        ("999.999", BILLION, None),
        ("1000", BILLION, PER_MM3),
        ("150000", BILLION, PER_MM3),
    ],
)
def test_a_count_that_is_ordinary_in_the_other_unit_only_is_asked_about(
    count: str, unit: PlateletUnit, likelier: PlateletUnit | None
) -> None:
    assert find_likelier_unit(Decimal(count), unit) is likelier


@pytest.mark.parametrize(("per_mm3", "unit"), [(0, BILLION), (999, BILLION), (1000, PER_MM3), (9_999_999, PER_MM3)])
def test_a_count_is_shown_as_the_order_has_it_unless_that_would_be_asked_about(
    per_mm3: int, unit: PlateletUnit
) -> None:
    assert find_plain_unit(per_mm3) is unit


@given(st.integers(0, 9_999_999))
def test_every_count_of_an_order_can_be_typed_without_a_question_and_comes_back_the_same(per_mm3: int) -> None:
    unit = find_plain_unit(per_mm3)
    count = Decimal(per_mm3) / (1000 if unit is BILLION else 1)
    assert find_likelier_unit(count, unit) is None
    assert count_platelets(count, unit) == per_mm3


@pytest.mark.parametrize(
    ("value", "limit", "multiple"),
    [
        ("100", "40", "2.5"),
        ("0.8", "1", "0.8"),
        ("0", "40", "0"),
        ("100", "35", "2.8572"),
        ("1", "3", "0.3334"),
        ("120", "40", "3"),
        ("120.0001", "40", "3.0001"),
        ("99999.9999", "1", "99999.9999"),
    ],
)
def test_the_program_divides_by_the_upper_limit(value: str, limit: str, multiple: str) -> None:
    assert divide_by_limit(Decimal(value), Decimal(limit)) == Decimal(multiple)


def test_a_multiple_that_no_order_can_carry_is_refused() -> None:
    with pytest.raises(Refused, match=r"at most 99999\.9999 times"):
        divide_by_limit(Decimal(100000), Decimal(1))


@given(reported, limits.filter(lambda limit: limit >= 1), st.sampled_from(BOUNDS))
def test_no_division_moves_a_value_across_a_bound(value: Decimal, limit: Decimal, bound: str) -> None:
    truly = Fraction(value) / Fraction(limit)
    assert (divide_by_limit(value, limit) > Decimal(bound)) is (truly > Fraction(bound))


@given(limits.filter(lambda limit: limit < 4000), st.sampled_from(BOUNDS), st.sampled_from(["-0.0001", "0", "0.0001"]))
def test_no_division_moves_a_value_beside_a_bound_across_it(limit: Decimal, bound: str, hair: str) -> None:
    value = max(limit * Decimal(bound) + Decimal(hair), Decimal(0))
    truly = Fraction(value) / Fraction(limit)
    assert (divide_by_limit(value, limit) > Decimal(bound)) is (truly > Fraction(bound))


def test_the_bounds_of_the_installed_rows_are_those_that_rounding_up_cannot_pass() -> None:
    """A multiple passes a bound only from above, and no bound has more than four decimals."""
    reactions = {Toxicity.ALT, Toxicity.AST, Toxicity.BILIRUBIN}
    rows = [row for kind, rows in MONOGRAPH.laboratory_rules.rows.items() if kind[1] in reactions for row in rows]
    assert rows
    for row in rows:
        assert not row.range.with_lower
        assert row.range.with_upper or row.range.upper is None
        bounds = [bound for bound in (row.range.lower, row.range.upper) if bound is not None]
        assert all(bound == round(bound, 4) for bound in bounds)


@given(reported, limits)
def test_a_quotient_rounded_up_is_the_next_step_that_is_not_below_it(value: Decimal, limit: Decimal) -> None:
    rounded, truly = Fraction(divide_rounded_up(value, limit, 4)), Fraction(value) / Fraction(limit)
    assert truly <= rounded < truly + Fraction(1, 10_000)


@pytest.mark.parametrize("text", ["", "1,5", "150 000", "1e5", "-1", "00", "12345678", "1.23456", "1.", ".5", "١"])
def test_a_report_that_can_be_doubted_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="as the laboratory reports it"):
        parse_reported(text)


@pytest.mark.parametrize("text", ["0", "150000", "9999999", "35.5", "0.0001"])
def test_a_report_is_read_as_it_stands(text: str) -> None:
    assert parse_reported(text) == Decimal(text)
