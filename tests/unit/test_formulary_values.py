"""From what a formulary file says to a value: exact, of its kind, and refused in words otherwise."""

from decimal import Decimal, localcontext
from typing import Any

import pytest

from prep_assistant.calculation import Indication
from prep_assistant.formulary import values
from prep_assistant.quantities import Concentration, Mass, Refused, Weight


@pytest.mark.parametrize("number", [Decimal("3.6"), Decimal("0.0001"), 20, 1])
def test_a_number_is_kept_digit_for_digit(number: Any) -> None:
    assert str(values.decimal(number)) == str(number)


@pytest.mark.parametrize(
    "number", [3.6, "3.6", True, None, 0, -1, Decimal(0), Decimal(-1), Decimal("nan"), Decimal("inf")]
)
def test_a_float_a_text_and_what_is_not_above_0_are_no_numbers(number: Any) -> None:
    with pytest.raises(ValueError, match="must be a number above 0"):
        values.decimal(number)


@pytest.mark.parametrize("number", ["1", "2", "5", "10", "16", "20", "25", "1000"])
def test_a_concentration_whose_only_primes_are_2_and_5_divides_every_dose(number: str) -> None:
    assert values.concentration(Decimal(number)) == Concentration(Decimal(number))


@pytest.mark.parametrize("number", ["3", "6", "7", "15", "20.1", "1001"])
def test_a_concentration_with_another_prime_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="must divide a dose exactly"):
        values.concentration(Decimal(number))


def test_a_concentration_is_judged_alike_when_the_thread_calculates_with_two_digits() -> None:
    with localcontext() as context:
        context.prec = 2
        with pytest.raises(ValueError, match="must divide a dose exactly"):
            values.concentration(Decimal(1025))


def test_lists_tables_and_ranges_are_made_of_their_values() -> None:
    assert values.word_list(["a", "b"]) == ("a", "b")
    assert values.word_table({"dextrose": "x"}) == {"dextrose": "x"}
    assert values.mass(Decimal(100)) == Mass(Decimal(100))
    assert (values.weights([20, 300]).least, values.weights([20, 300]).most) == (
        Weight(Decimal(20)),
        Weight(Decimal(300)),
    )
    assert values.course_limits({"EBC": 14, "MBC": 99}) == {Indication.EBC: 14, Indication.MBC: 99}


def test_a_number_that_a_table_holds_as_text_is_read_as_strictly_as_an_order_is() -> None:
    assert values.decimal_text("3.2") == Decimal("3.2")
    with pytest.raises(Refused):
        values.decimal_text("3,2")
