"""Text becomes a number only when it can be read in one way; everything else is refused and never repaired."""

from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.quantities import (
    DecimalMark,
    Refused,
    name_kind,
    parse_decimal,
    parse_typed_decimal,
    parse_whole,
    parse_whole_text,
)

NO_DECIMALS: list[Any] = [
    "", " ", "7..0", "7.", ".7", "1e2", "1E2", "1,5", "1,000", "1 000", "+1", "-1", "−1", "00", "01", "007.5", "0x10",
    "1_0", "70 ", " 70", "70\n", "\t70", "70kg", "７０", "٧٠", "७०", "¹", "²", "½", "Ⅶ", "nan", "NaN", "inf",
    "Infinity", "sNaN1", "1.00000", "70.12345", "100000", "100000.5", "123456", "1.2.3", "--1", "0.-1", "7\u200b0",
    "7\x000", "seventy", None, True, False, 70, 70.4, Decimal("70.4"), b"70", ["70"], {"kg": "70"},
]  # fmt: skip


@pytest.mark.parametrize("text", ["0.0001", "0.5", "1", "9", "10", "70", "70.0", "70.40", "99999", "99999.9999", "1.0"])
def test_a_decimal_of_the_contract_is_read_digit_for_digit(text: str) -> None:
    assert str(parse_decimal(text)) == text


@pytest.mark.parametrize("text", NO_DECIMALS, ids=ascii)
def test_what_is_no_decimal_of_the_contract_is_refused(text: Any) -> None:
    with pytest.raises(Refused):
        parse_decimal(text)
    with pytest.raises(Refused):
        parse_decimal(text, zero_allowed=True)


@pytest.mark.parametrize("text", ["0", "0.0", "0.0000"])
def test_zero_is_refused_unless_it_is_allowed(text: str) -> None:
    with pytest.raises(Refused, match="above 0"):
        parse_decimal(text)
    assert parse_decimal(text, zero_allowed=True) == 0


def test_a_refusal_says_what_was_expected_and_never_what_came() -> None:
    with pytest.raises(Refused) as refusal:
        parse_decimal("MRN 00417")
    assert str(refusal.value) == f"expected {refusal.value.expected}"
    assert "decimal number above 0" in refusal.value.expected
    assert "417" not in str(refusal.value)
    with pytest.raises(Refused, match="decimal number 0 or more"):
        parse_decimal("-1", zero_allowed=True)


@pytest.mark.parametrize(("number", "accepted"), [(0, False), (1, True), (2, True), (999, True), (1000, False)])
def test_a_whole_number_lies_within_its_limits_ends_included(number: int, accepted: bool) -> None:  # noqa: FBT001 - a table of truths
    if accepted:
        assert parse_whole(number, 1, 999) == number
        assert parse_whole_text(str(number), 1, 999) == number
        return
    with pytest.raises(Refused, match="a whole number from 1 to 999"):
        parse_whole(number, 1, 999)
    with pytest.raises(Refused, match="a whole number from 1 to 999"):
        parse_whole_text(str(number), 1, 999)


@pytest.mark.parametrize("number", [True, False, 2.0, "2", Decimal(2), None, [2]])
def test_what_json_gives_for_another_kind_is_no_whole_number(number: Any) -> None:
    with pytest.raises(Refused):
        parse_whole(number, 0, 999)


@pytest.mark.parametrize("text", ["", "02", "+2", "-2", "2.0", "2 ", " 2", "２", "2e1", "1_0", "2\n", "x", "٢"])
def test_what_was_typed_is_a_whole_number_only_in_plain_ascii_digits(text: str) -> None:
    with pytest.raises(Refused):
        parse_whole_text(text, 0, 999)


def test_a_typed_number_of_ten_digits_is_refused_whatever_the_limit() -> None:
    assert parse_whole_text("999999999", 0, 10**12) == 999999999
    with pytest.raises(Refused):
        parse_whole_text("1000000000", 0, 10**12)


def test_a_typed_zero_is_read_where_zero_is_within_the_limits() -> None:
    assert parse_whole_text("0", 0, 999) == 0


@pytest.mark.parametrize(("typed", "mark"), [("70.4", DecimalMark.POINT), ("70,4", DecimalMark.COMMA)])
def test_a_typed_decimal_has_the_mark_of_its_site(typed: str, mark: DecimalMark) -> None:
    assert parse_typed_decimal(typed, mark) == Decimal("70.4")


@pytest.mark.parametrize("mark", DecimalMark)
def test_a_typed_whole_needs_no_mark(mark: DecimalMark) -> None:
    assert parse_typed_decimal("70", mark) == Decimal(70)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("70,4", DecimalMark.POINT),
        ("70.4", DecimalMark.COMMA),
        ("1.250", DecimalMark.COMMA),
        ("1.250,5", DecimalMark.COMMA),
        ("1,250,5", DecimalMark.COMMA),
        ("70,", DecimalMark.COMMA),
        (",4", DecimalMark.COMMA),
        ("0,0", DecimalMark.COMMA),
        ("70,12345", DecimalMark.COMMA),
        ("７0,4", DecimalMark.COMMA),
    ],
)
def test_a_typed_decimal_with_another_mark_or_two_is_refused(typed: str, mark: DecimalMark) -> None:
    with pytest.raises(Refused):
        parse_typed_decimal(typed, mark)


@pytest.mark.parametrize(
    ("came", "name"),
    [
        ("x", "text"),
        (1, "a number"),
        (1.5, "a number with a point"),
        (Decimal("1.5"), "a number with a point"),
        (True, "true or false"),
        ([], "a list"),
        ({}, "a table"),
        (None, "a value of another kind"),
    ],
)
def test_a_value_is_named_by_its_kind(came: object, name: str) -> None:
    assert name_kind(came) == name
