"""How a number, a date and a time are read by a person (clinical.md 6.2, the ISMP list) and by a program."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, localcontext

import pytest

from prep_assistant.quantities import (
    Concentration,
    DoseLevel,
    Mass,
    Quantity,
    Volume,
    Weight,
    display,
    display_date,
    display_instant,
    display_time,
    plain,
    visible,
)


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Mass(Decimal("252.0")), "252\u00a0mg"),
        (Volume(Decimal("9.00")), "9\u00a0mL"),
        (DoseLevel(Decimal("3.0")), "3\u00a0mg/kg"),
        (Weight(Decimal("70.40")), "70.4\u00a0kg"),
        (Concentration(Decimal("0.960")), "0.96\u00a0mg/mL"),
        (Mass(Decimal(1000)), "1,000\u00a0mg"),
        (Mass(Decimal("999.9")), "999.9\u00a0mg"),
    ],
)
def test_a_quantity_is_shown_with_its_unit_behind_a_no_break_space(quantity: Quantity, shown: str) -> None:
    assert display(quantity) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0.5", "0.5"),
        (".5", "0.5"),
        ("5.0", "5"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1E-4", "0.0001"),
        ("999.9999", "999.9999"),
        ("1000", "1,000"),
        ("1234.5670", "1,234.567"),
        ("99999.9999", "99,999.9999"),
        ("1000000", "1,000,000"),
        ("-0.79", "−0.79"),
        ("-1234", "−1,234"),
        ("-0.00", "0"),
        ("0.000", "0"),
    ],
)
def test_a_number_has_a_leading_zero_no_trailing_zero_and_commas_from_1000(number: str, shown: str) -> None:
    assert display(Decimal(number)) == shown
    assert display(Decimal(number), "mg") == f"{shown}\u00a0mg"


def test_whole_numbers_and_words_are_shown_alike() -> None:
    assert display(0) == "0"
    assert display(90, "min") == "90\u00a0min"
    assert display(150000) == "150,000"
    assert display("as labelled") == "as labelled"
    assert display("0.9 % sodium chloride", "mL") == "0.9 % sodium chloride\u00a0mL"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("252.0", "252"),
        ("12.60", "12.6"),
        ("1E+2", "100"),
        ("1000.0", "1000"),
        ("-0.0", "0"),
        ("-0.790", "-0.79"),
        ("0.0001", "0.0001"),
        ("-0", "0"),
        ("70", "70"),
    ],
)
def test_a_program_reads_plain_digits_without_trailing_zeros(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written


def test_neither_form_loses_a_digit_when_the_thread_calculates_with_two() -> None:
    with localcontext() as context:
        context.prec = 2
        assert plain(Decimal("12345.6789")) == "12345.6789"
        assert display(Decimal("-12345.6789")) == "−12,345.6789"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_is_two_digits_three_letters_four_digits(month: int) -> None:
    letters = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * month - 3 : 3 * month]
    assert display_date(date(2026, month, 5)) == f"05-{letters}-2026"
    assert display(date(2026, month, 25)) == f"25-{letters}-2026"


def test_a_year_has_four_digits_always() -> None:
    assert display_date(date(26, 1, 2)) == "02-Jan-0026"


@pytest.mark.parametrize(
    ("hour", "minute", "second", "shown"),
    [(0, 0, 0, "00:00"), (9, 5, 0, "09:05"), (12, 0, 0, "12:00"), (14, 30, 7, "14:30:07"), (23, 59, 59, "23:59:59")],
)
def test_a_time_is_of_24_hours_with_seconds_only_when_there_are_any(
    hour: int, minute: int, second: int, shown: str
) -> None:
    instant = datetime(2026, 11, 25, hour, minute, second, tzinfo=UTC)
    assert display_time(instant) == shown
    assert display_instant(instant) == f"25-Nov-2026 {shown}"


def test_an_instant_is_shown_at_its_own_offset() -> None:
    far_west = timezone(timedelta(hours=-11))
    assert display(datetime(2026, 11, 25, 23, 30, tzinfo=far_west)) == "25-Nov-2026 23:30"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("1234567890", "1234567890"),
        ("12345678901", "1234567890…"),
        ("a\nb\x00", "a\\u000ab\\u0000"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("é × 3", "é × 3"),
        ("", ""),
    ],
    ids=ascii,
)
def test_a_text_is_made_visible_and_cut_for_a_message(text: str, shown: str) -> None:
    assert visible(text, 10) == shown
