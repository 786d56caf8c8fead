"""What holds when nothing is said: defaults, and the ends of what is exact."""

from dataclasses import MISSING, fields
from decimal import Clamped, Decimal, Inexact, Overflow

import pytest

from prep_assistant.calculation import (
    Figure,
    Finding,
    Order,
    Patient,
    PriorDose,
    Range,
    Severity,
    Source,
    Status,
    normal_name,
)
from prep_assistant.calculation.monograph import Meaning
from prep_assistant.calculation.names import read_product_name
from prep_assistant.language import phrase
from prep_assistant.quantities import EXACT, plain
from tests.unit.damaged_formulary import NAMES
from tests.unit.test_formulary_as_written import read_table
from tests.unit.typed_orders import DRUG, MONOGRAPH, a_first_order, message

SOURCE = Source("US PI", "2013", "2.1", Status.READ)


@pytest.mark.parametrize("part", [Order, Patient, PriorDose])
def test_what_an_order_leaves_out_is_none(part: type) -> None:
    left_out = {it.name: it.default for it in fields(part) if it.default is not MISSING}
    assert left_out
    assert all(default is None or (name, default) == ("decisions", ()) for name, default in left_out.items())


def test_a_finding_without_figures_has_no_values_and_a_figure_without_unit_no_unit() -> None:
    assert Finding("a.b", Severity.NOTE, "It is so.", "US PI 2.1").values == {}
    assert Finding("a.b", Severity.NOTE, "It is so.", "US PI 2.1").message == "It is so."
    figure = Figure(1, phrase("as labelled"), {}, SOURCE)
    assert (figure.unit, figure.rounding, figure.rounded_by) == ("", "", None)
    assert SOURCE.note == ""


def test_a_bound_belongs_to_a_range_only_when_that_is_said() -> None:
    open_range = Range(Decimal(1), Decimal(2))
    assert (open_range.with_lower, open_range.with_upper) == (False, False)
    assert [value in open_range for value in map(Decimal, ("1", "1.5", "2"))] == [False, True, False]


def test_an_accepted_name_names_no_other_product() -> None:
    recognised = read_product_name(DRUG, MONOGRAPH.names)
    assert recognised.products == ()
    assert recognised.mixed is False


def test_the_meanings_of_names_are_the_words_of_the_table() -> None:
    assert {meaning.value for meaning in Meaning} == {row["meaning"] for row in read_table(NAMES)}


def test_only_hyphens_become_hyphens() -> None:
    assert normal_name("Xeloda\u2010X \u2212 x") == "xeloda-x - x"


def test_a_first_dose_has_no_old_weight_to_speak_of() -> None:
    # 13 of 252 are 5.1587 per cent.
    assert message(a_first_order(written="265"), "dose.mg_disagrees") == (
        "The written 265 mg differs from weight × level by 5.16 %. Confirm which of the two is meant."
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1E+2", "100"),
        ("100", "100"),
        ("12.60", "12.6"),
        ("10.0", "10"),
        ("-0.00", "0"),
        ("-0", "0"),
        ("-0.10", "-0.1"),
    ],
)
def test_a_number_for_another_program_has_neither_exponent_nor_trailing_zero_nor_minus_zero(
    number: str, text: str
) -> None:
    assert plain(Decimal(number)) == text


def test_sixty_digits_are_exact_and_one_more_is_refused() -> None:
    assert EXACT.plus(Decimal("1" * 60)) == Decimal("1" * 60)
    with pytest.raises(Inexact):
        EXACT.plus(Decimal("1" * 61))


def test_a_number_too_large_or_too_small_to_be_written_is_refused() -> None:
    with pytest.raises(Overflow):
        EXACT.multiply(Decimal("1E+999999"), Decimal(10))
    with pytest.raises(Clamped):
        EXACT.plus(Decimal("0E-1999999"))
