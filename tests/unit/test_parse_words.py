"""Dates, instants, fixed words and free text: one form each, and nothing that hides or turns what a label shows."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from prep_assistant.quantities import Refused, parse_choice, parse_date, parse_instant, parse_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2000-02-29", date(2000, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31)),
    ],
)
def test_a_date_that_exists_is_read(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "20261122", "2026-W47-7",
     "2026-327", "22-11-2026", "2026-1-2", "2026/11/22", "2026-11-22 ", "2026-11-22T00:00", "1732233600", "",
     "２０２６-11-22", "2026‐11‐22", None, 20261122, 1732233600.0, date(2026, 11, 22)],
    ids=ascii,
)  # fmt: skip
def test_another_form_or_a_day_that_does_not_exist_is_no_date(text: Any) -> None:
    with pytest.raises(Refused, match="a date that exists, written YYYY-MM-DD"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22T09:00Z", datetime(2026, 11, 22, 9, tzinfo=UTC)),
        ("2026-11-22T09:00:59Z", datetime(2026, 11, 22, 9, 0, 59, tzinfo=UTC)),
        ("2026-11-22T09:00+01:00", datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-11-22T23:59-05:30", datetime(2026, 11, 22, 23, 59, tzinfo=timezone(-timedelta(hours=5, minutes=30)))),
        ("9998-12-31T23:59:59Z", datetime(9998, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_an_instant_keeps_the_offset_it_was_written_with(text: str, expected: datetime) -> None:
    instant = parse_instant(text)
    assert instant == expected
    assert instant.utcoffset() == expected.utcoffset()
    assert (instant.date(), instant.hour) == (expected.date(), expected.hour)


@pytest.mark.parametrize(
    "text",
    ["2026-11-22T09:00", "2026-11-22", "2026-11-22 09:00Z", "2026-11-22t09:00Z", "2026-11-22T09:00z",
     "2026-11-22T24:00Z", "2026-11-22T09:60Z", "2026-11-22T09:00:60Z", "2026-11-22T9:00Z", "2026-11-22T09Z",
     "2026-11-22T09:00:00.5Z", "2026-11-22T09:00+0100", "2026-11-22T09:00+01", "2026-11-22T09:00+24:00",
     "2026-11-22T09:00+01:60", "2026-11-22T09:00+01:00:30", "2026-02-30T09:00Z", "9999-01-01T00:00Z",
     "2026-11-22T09:00Z ", "", "1732233600", None, 1732233600, datetime(2026, 11, 22, tzinfo=UTC)],
    ids=ascii,
)  # fmt: skip
def test_another_form_or_an_instant_without_offset_is_refused(text: Any) -> None:
    with pytest.raises(Refused, match="an instant with its offset"):
        parse_instant(text)


def test_a_fixed_word_is_read_as_what_it_stands_for() -> None:
    assert parse_choice("EBC", {"MBC": 1, "EBC": 2}) == 2


@pytest.mark.parametrize("word", ["ebc", "EBC ", "", "XYZ", None, 1, ["EBC"]])
def test_any_other_word_is_refused_and_the_choices_are_named(word: Any) -> None:
    with pytest.raises(Refused, match='one of "MBC", "EBC"'):
        parse_choice(word, {"MBC": 1, "EBC": 2})


@pytest.mark.parametrize(
    "text", ["a", "x" * 20, "Łódź", "李", "O’Neil", "a\u200db", "mr\u00a0x", "é" * 20, "e\u0301" * 20]
)
def test_text_is_given_back_as_it_came(text: str) -> None:
    assert parse_text(text, 20) == text


@pytest.mark.parametrize("text", ["", "x" * 21, "é" * 21, None, 7, b"x", ["x"]], ids=ascii)
def test_text_that_is_empty_too_long_or_no_text_is_refused(text: Any) -> None:
    with pytest.raises(Refused, match="text of 1 to 20 characters"):
        parse_text(text, 20)


def test_length_is_counted_in_composed_characters() -> None:
    assert parse_text("e\u0301" * 20, 20) == "e\u0301" * 20
    with pytest.raises(Refused):
        parse_text("e\u0301" * 21, 20)


@pytest.mark.parametrize("text", [" a", "a ", "\u00a0a", "a\u2003", "a\n", " "], ids=ascii)
def test_blank_ends_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="blanks at its ends"):
        parse_text(text, 20)


@pytest.mark.parametrize(
    "character",
    ["\0", "\n", "\t", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
     "\u2066", "\u2067", "\u2068", "\u2069", "\ud800", "\uffff", "\U0010ffff", "\u0378"],
    ids=ascii,
)  # fmt: skip
def test_a_character_that_cannot_be_shown_or_turns_the_line_is_refused_inside(character: str) -> None:
    with pytest.raises(Refused, match="without control, direction-changing or unassigned characters"):
        parse_text(f"a{character}b", 20)
