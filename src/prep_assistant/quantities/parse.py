"""From text to a value. What is ambiguous is refused with a reason and never repaired.

Source: contract.md, "Numbers that matter are strings of exact decimals", and the paragraph that follows.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from prep_assistant.language import phrase

Choice = TypeVar("Choice")

_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,4})?")
_REPORTED = re.compile(r"(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,4})?")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_INSTANT = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}(?::[0-5][0-9])?(?:Z|[+-]{_CLOCK})")

# Control, surrogate, unassigned; line and paragraph separators break a label's line as a control character does.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})
_DIRECTION_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
# A use-by and a next dose are days later: they have to exist as dates as well.
_LAST_YEAR = 9998


class Refused(ValueError):
    """What was entered cannot be used. The message says only what is expected, so that no entry leaks through it."""

    def __init__(self, expected: str) -> None:
        super().__init__(f"expected {expected}")
        self.expected = expected


class DecimalMark(StrEnum):
    """What a site types between the whole and its decimals. JSON and everything shown have the point."""

    POINT = "point"
    COMMA = "comma"


_KINDS = {
    str: phrase("text"),
    int: phrase("a number"),
    float: phrase("a number with a point"),
    Decimal: phrase("a number with a point"),
    bool: phrase("true or false"),
    list: phrase("a list"),
    dict: phrase("a table"),
}


def name_kind(came: object) -> str:
    """What kind of value came, without the value."""
    return _KINDS.get(type(came), phrase("a value of another kind"))


def parse_decimal(text: object, *, zero_allowed: bool = False) -> Decimal:
    """An exact number, 0 to 99999.9999, of at most 4 decimals.

    Raises:
        Refused: not text, other than ASCII digits with a point, a leading or lone zero, a sign, an exponent.

    >>> parse_decimal("70.4")
    Decimal('70.4')
    """
    if isinstance(text, str) and _DECIMAL.fullmatch(text):
        number = Decimal(text)
        if number or zero_allowed:
            return number
    if zero_allowed:
        raise Refused(
            phrase('a decimal number 0 or more as text, such as "70.4" (at most 5 digits, a point and 4 decimals)')
        )
    raise Refused(phrase('a decimal number above 0 as text, such as "70.4" (at most 5 digits, a point and 4 decimals)'))


def parse_reported(text: str) -> Decimal:
    """A number as a laboratory reports it, 0 to 9999999.9999, of at most 4 decimals.

    Raises:
        Refused: anything but ASCII digits with a point.

    >>> parse_reported("150000")
    Decimal('150000')
    """
    if _REPORTED.fullmatch(text):
        return Decimal(text)
    raise Refused(
        phrase('a number as the laboratory reports it, such as "35.5" (at most 7 digits, a point and 4 decimals)')
    )


def parse_typed_decimal(text: str, mark: DecimalMark, read: Callable[[str], Decimal] = parse_decimal) -> Decimal:
    """A number as somebody typed it where this is the decimal mark; the other mark is refused.

    Args:
        text: what was typed.
        mark: the site's.
        read: reads the same with a point.

    Raises:
        Refused: as ``read``, and any point where the comma is the mark.

    >>> parse_typed_decimal("70,4", DecimalMark.COMMA)
    Decimal('70.4')
    """
    if mark is DecimalMark.POINT:
        return read(text)
    if "." in text:
        raise Refused(phrase('a number with a comma before its decimals, such as "70,4"'))
    return read(text.replace(",", "."))


def parse_whole(number: object, least: int, most: int) -> int:
    """A whole number within its limits, as JSON gives it; true, "2" and 2.0 are none.

    Raises:
        Refused: another type, or outside ``least`` to ``most``.
    """
    if type(number) is int and least <= number <= most:
        return number
    raise Refused(phrase("a whole number from {least} to {most}", least=least, most=most))


def parse_whole_text(text: str, least: int, most: int) -> int:
    """A whole number within its limits, as somebody typed it.

    Raises:
        Refused: anything but ASCII digits without a leading zero, or outside ``least`` to ``most``.
    """
    return parse_whole(int(text) if _WHOLE.fullmatch(text) else None, least, most)


def parse_date(text: object) -> date:
    """A calendar date written YYYY-MM-DD.

    Raises:
        Refused: another form, or a day that does not exist.
    """
    if isinstance(text, str) and _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise Refused(phrase("a date that exists, written YYYY-MM-DD"))


def parse_instant(text: object) -> datetime:
    """An instant with its offset, written YYYY-MM-DDTHH:MM[:SS](Z|±HH:MM).

    Raises:
        Refused: another form, no offset, a time that does not exist, or the year 9999.
    """
    if isinstance(text, str) and _INSTANT.fullmatch(text):
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            if instant.year <= _LAST_YEAR:
                return instant
    raise Refused(phrase("an instant with its offset, written YYYY-MM-DDTHH:MM[:SS] and Z or ±HH:MM"))


def parse_choice(text: object, choices: Mapping[str, Choice]) -> Choice:
    """The member that a fixed word stands for.

    Raises:
        Refused: any other word.
    """
    if isinstance(text, str) and text in choices:
        return choices[text]
    words = ", ".join(f'"{word}"' for word in choices)
    raise Refused(phrase("one of {words}", words=words))


def parse_text(text: object, most: int) -> str:
    """Text of 1 to ``most`` characters, counted in NFC, given back as it came.

    Raises:
        Refused: empty, too long, with blank ends, or holding a character that cannot be shown or turns the line round.
    """
    if not isinstance(text, str) or not 1 <= len(unicodedata.normalize("NFC", text)) <= most:
        raise Refused(phrase("text of 1 to {most} characters", most=most))
    if text != text.strip():
        raise Refused(phrase("text without blanks at its ends"))
    if not (text.isascii() and text.isprintable()) and any(map(_is_refused, text)):
        raise Refused(phrase("text without control, direction-changing or unassigned characters"))
    return text


def _is_refused(character: str) -> bool:
    return (
        unicodedata.category(character) in _REFUSED_CATEGORIES
        or unicodedata.bidirectional(character) in _DIRECTION_CONTROLS
    )
