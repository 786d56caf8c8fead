"""Exact arithmetic: rounding by a named rule, limits with their ends, and no digit lost unnoticed."""

from decimal import Decimal, Inexact, InvalidOperation, localcontext

import pytest

from prep_assistant.quantities import (
    EXACT,
    ROUND_DOWN_TO_GRADUATION,
    ROUND_HALF_AWAY,
    differs_by_at_least,
    differs_by_more_than,
    divide_rounded,
    is_within,
    percent_of,
    round_down_to,
    round_to_places,
)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        ("12.6", "0.1", "12.6"),
        ("12.6999", "0.1", "12.6"),
        ("12.60001", "0.1", "12.6"),
        ("0.0999", "0.1", "0"),
        ("0", "0.1", "0"),
        ("0.1", "0.1", "0.1"),
        ("14.83", "0.2", "14.8"),
        ("14.83", "0.05", "14.8"),
        ("14.88", "0.05", "14.85"),
        ("7.9", "2", "6"),
    ],
)
def test_rounding_down_gives_the_graduation_below(value: str, step: str, expected: str) -> None:
    assert round_down_to(Decimal(value), Decimal(step)) == Decimal(expected)


@pytest.mark.parametrize(
    ("numerator", "denominator", "places", "expected"),
    [
        ("1", "3", 2, "0.33"),
        ("2", "3", 2, "0.67"),
        ("1", "8", 2, "0.13"),
        ("-1", "8", 2, "-0.13"),
        ("1", "-8", 2, "-0.13"),
        ("-1", "-8", 2, "0.13"),
        ("1249", "10000", 2, "0.12"),
        ("1", "2", 0, "1"),
        ("3", "2", 0, "2"),
        ("5", "2", 0, "3"),
        ("-5", "2", 0, "-3"),
        ("0", "7", 2, "0"),
    ],
)
def test_a_quotient_is_rounded_once_and_halves_go_away_from_zero(
    numerator: str, denominator: str, places: int, expected: str
) -> None:
    assert divide_rounded(Decimal(numerator), Decimal(denominator), places) == Decimal(expected)


def test_a_quotient_just_below_a_half_is_not_rounded_twice() -> None:
    assert divide_rounded(Decimal("0.0049999999999999999999999999999999999999999"), Decimal(1), 2) == 0


def test_dividing_by_zero_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        divide_rounded(Decimal(1), Decimal(0), 2)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("12.9276", 2, "12.93"),
        ("12.925", 2, "12.93"),
        ("12.9249", 2, "12.92"),
        ("12.915", 2, "12.92"),
        ("-12.925", 2, "-12.93"),
        ("12.5", 0, "13"),
        ("13.5", 0, "14"),
    ],
)
def test_rounding_to_places_takes_halves_away_from_zero(value: str, places: int, expected: str) -> None:
    assert round_to_places(Decimal(value), places) == Decimal(expected)


def test_rounding_to_places_does_not_ask_the_threads_context() -> None:
    with localcontext() as context:
        context.prec = 2
        context.traps[Inexact] = True
        assert round_to_places(Decimal("12.9276"), 2) == Decimal("12.93")


@pytest.mark.parametrize(
    ("value", "within", "at_least"),
    [
        ("3.8", True, True),
        ("3.7999", False, True),
        ("3.8001", True, False),
        ("4", True, False),
        ("4.1999", True, False),
        ("4.2", True, True),
        ("4.2001", False, True),
    ],
)
def test_both_ends_of_a_percentage_belong_to_within_and_to_at_least(value: str, within: bool, at_least: bool) -> None:  # noqa: FBT001 - a table of truths
    number, reference, percent = Decimal(value), Decimal(4), Decimal(5)
    assert is_within(number, reference, percent) is within
    assert differs_by_more_than(number, reference, percent) is not within
    assert differs_by_at_least(number, reference, percent) is at_least


def test_a_percentage_is_of_the_reference_and_not_of_the_value() -> None:
    assert is_within(Decimal("4.2"), Decimal(4), Decimal(5))
    assert not is_within(Decimal(4), Decimal("4.2105264"), Decimal(5))
    assert percent_of(Decimal("3.6"), Decimal(2)) == Decimal("0.072")


def test_the_exact_context_refuses_to_lose_a_digit() -> None:
    with pytest.raises(Inexact):
        EXACT.divide(Decimal(1), Decimal(3))
    with pytest.raises(InvalidOperation):
        EXACT.divide_int(Decimal("1E+70"), Decimal(1))


def test_the_rules_of_rounding_say_what_they_do() -> None:
    assert ROUND_DOWN_TO_GRADUATION.words == "rounded down to the graduation"
    assert ROUND_HALF_AWAY.words.format(to="2 decimals") == "rounded to 2 decimals, halves away from zero"
