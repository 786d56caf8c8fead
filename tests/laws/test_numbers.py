"""Numbers as text and back, and what rounding promises for every number of the contract."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.quantities import (
    Mass,
    Refused,
    Volume,
    differs_by_at_least,
    differs_by_more_than,
    display,
    divide_rounded,
    is_within,
    parse_decimal,
    parse_whole_text,
    plain,
    round_to_places,
)

tens_of_thousandths = st.integers(1, 999_999_999)
numbers = tens_of_thousandths.map(lambda count: Decimal(count).scaleb(-4))
steps = st.sampled_from([Decimal(text) for text in ("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2.5")])
percents = st.integers(1, 50).map(Decimal)
texts = st.one_of(st.text(max_size=12), st.text("0123456789.,+-eE ٣７", max_size=12))


def as_contract_text(count: int, decimals: int) -> str:
    """Return so many units of the last of these decimals as the contract writes them, trailing zeros and all."""
    whole, rest = divmod(count, 10**decimals)
    return f"{whole}.{rest:0{decimals}}" if decimals else str(whole)


@given(count=st.integers(1, 99_999), decimals=st.integers(0, 4))
def test_a_text_of_the_contract_is_read_as_the_number_it_writes(count: int, decimals: int) -> None:
    number = parse_decimal(as_contract_text(count, decimals))
    assert Fraction(number) == Fraction(count, 10**decimals)


@given(number=numbers)
def test_plain_and_parse_are_inverse(number: Decimal) -> None:
    assert parse_decimal(plain(number)) == number
    assert plain(parse_decimal(plain(number))) == plain(number)


@given(number=numbers)
def test_what_a_person_reads_is_the_number_again_without_its_commas(number: Decimal) -> None:
    shown = display(number, "mg")
    text, _, unit = shown.partition("\u00a0")
    assert unit == "mg"
    assert parse_decimal(text.replace(",", "")) == number
    assert ("," in text) is (number >= 1000)


@given(number=numbers)
def test_a_shown_number_has_a_leading_zero_and_no_trailing_one(number: Decimal) -> None:
    text = display(number)
    whole, _, decimals = text.partition(".")
    assert whole
    assert whole[0] != "0" or whole == "0"
    assert not decimals.endswith("0")
    assert all(len(group) == 3 for group in whole.split(",")[1:])
    assert display(-number) == "−" + text


@given(text=texts)
def test_whatever_is_read_is_written_back_digit_for_digit(text: str) -> None:
    try:
        number = parse_decimal(text, zero_allowed=True)
    except Refused:
        return
    assert str(number) == text
    assert text.isascii()
    assert 0 <= number < 100_000


@given(text=texts)
def test_a_refusal_never_repeats_what_came(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_decimal(f"~{text}")
    assert f"~{text}" not in str(refusal.value)


@given(text=texts, least=st.integers(0, 9), most=st.integers(0, 9999))
def test_a_typed_whole_number_is_within_its_limits_or_refused(text: str, least: int, most: int) -> None:
    try:
        number = parse_whole_text(text, least, most)
    except Refused:
        assert not (text.isascii() and text.isdigit() and str(int(text)) == text and least <= int(text) <= most)
        return
    assert str(number) == text
    assert least <= number <= most


@given(number=numbers, step=steps)
def test_rounding_down_is_never_above_and_never_a_graduation_below(number: Decimal, step: Decimal) -> None:
    exact, graduation = Fraction(number), Fraction(step)
    rounded = Fraction(Volume(number).rounded_down_to(Volume(step)).value)
    assert rounded <= exact < rounded + graduation
    assert rounded % graduation == 0


@given(number=numbers, step=steps)
def test_rounding_down_twice_changes_nothing_more(number: Decimal, step: Decimal) -> None:
    once = Volume(number).rounded_down_to(Volume(step))
    assert once.rounded_down_to(Volume(step)) == once


@given(one=numbers, other=numbers, step=steps)
def test_rounding_down_keeps_the_order(one: Decimal, other: Decimal, step: Decimal) -> None:
    smaller, larger = sorted((Volume(one), Volume(other)))
    assert smaller.rounded_down_to(Volume(step)) <= larger.rounded_down_to(Volume(step))


@given(numerator=numbers, denominator=numbers, places=st.integers(0, 4), sign=st.sampled_from([1, -1]))
def test_a_rounded_quotient_lies_within_half_a_place_and_halves_go_away_from_zero(
    numerator: Decimal, denominator: Decimal, places: int, sign: int
) -> None:
    rounded = Fraction(divide_rounded(sign * numerator, denominator, places))
    exact, place = sign * Fraction(numerator) / Fraction(denominator), Fraction(1, 10**places)
    assert rounded % place == 0
    assert abs(rounded - exact) <= place / 2
    if abs(rounded - exact) == place / 2:
        assert abs(rounded) > abs(exact)


@given(number=numbers, places=st.integers(0, 4))
def test_rounding_to_places_is_dividing_by_one(number: Decimal, places: int) -> None:
    assert round_to_places(number, places) == divide_rounded(number, Decimal(1), places)


@given(value=numbers, reference=numbers, percent=percents)
def test_a_percentage_is_compared_exactly_ends_included(value: Decimal, reference: Decimal, percent: Decimal) -> None:
    distance = abs(Fraction(value) - Fraction(reference))
    limit = Fraction(reference) * Fraction(percent) / 100
    assert is_within(value, reference, percent) is (distance <= limit)
    assert differs_by_more_than(value, reference, percent) is (distance > limit)
    assert differs_by_at_least(value, reference, percent) is (distance >= limit)


@given(one=numbers, other=numbers)
def test_sums_and_differences_are_exact_whatever_the_threads_context(one: Decimal, other: Decimal) -> None:
    with localcontext() as context:
        context.prec = 2
        total, difference = Mass(one) + Mass(other), Mass(one) - Mass(other)
    assert Fraction(total.value) == Fraction(one) + Fraction(other)
    assert Fraction(difference.value) == Fraction(one) - Fraction(other)
