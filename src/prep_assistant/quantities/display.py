"""The one formatter of clinical numbers: screen, label, worksheet, messages and JSON all ask here.

Source: ISMP's list of error-prone abbreviations and dose designations, as read in clinical.md 6.2: a leading zero, no
trailing zero, a space between number and unit, commas from 1,000, months in letters, 24-hour clock.
"""

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from prep_assistant.quantities.kinds import Quantity

NO_BREAK_SPACE = "\u00a0"
MINUS = "\N{MINUS SIGN}"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(number: Decimal) -> str:
    """The digits of a number for another program: no exponent, no trailing zeros, zero as "0", ASCII minus.

    >>> plain(Decimal("12.60")), plain(Decimal("1E+2")), plain(Decimal("-0.00"))
    ('12.6', '100', '0')
    """
    text = str(number)
    if "E" in text:
        text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def display(value: Quantity | Decimal | int | date | str, unit: str = "") -> str:
    """A value as a person reads it, with its unit behind a no-break space.

    >>> display(Decimal("1234.50"), "mg").replace(NO_BREAK_SPACE, "_")
    '1,234.5_mg'
    """
    if isinstance(value, Quantity):
        return display(value.value, value.unit)
    if isinstance(value, datetime):
        return display_instant(value)
    if isinstance(value, date):
        return display_date(value)
    text = value if isinstance(value, str) else _grouped(Decimal(value))
    return f"{text}{NO_BREAK_SPACE}{unit}" if unit else text


def display_date(day: date) -> str:
    """A date with its month in letters, in no locale but this one.

    >>> display_date(date(2026, 11, 2))
    '02-Nov-2026'
    """
    return f"{day.day:02}-{_MONTHS[day.month - 1]}-{day.year:04}"


def display_time(instant: datetime) -> str:
    """The time of day on a 24-hour clock, seconds only when there are any."""
    seconds = f":{instant.second:02}" if instant.second else ""
    return f"{instant.hour:02}:{instant.minute:02}{seconds}"


def display_instant(instant: datetime) -> str:
    """Date and time as a wall clock at the instant's own offset shows them."""
    return f"{display_date(instant)} {display_time(instant)}"


def visible(text: str, most: int) -> str:
    r"""The first ``most`` characters of a text, what cannot be seen among them written as its code.

    >>> visible("a\nb", 60)
    'a\\u000ab'
    """
    shown = text[:most] + ("…" if len(text) > most else "")
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in shown)


def in_capitals(name: str) -> str:
    """A family name in capitals, unless these would lose something of it (German sharp s, Turkish dotless i).

    >>> in_capitals("Müller"), in_capitals("Großmann-Weiß")
    ('MÜLLER', 'Großmann-Weiß')
    """
    composed = unicodedata.normalize("NFC", name)
    capitals = unicodedata.normalize("NFC", composed.upper())
    return capitals if len(capitals) == len(composed) and capitals.lower() == composed.lower() else name


@lru_cache(maxsize=4096)
def _grouped(number: Decimal) -> str:
    whole, point, decimals = plain(number.copy_abs()).partition(".")
    sign = MINUS if number < 0 else ""
    return f"{sign}{int(whole):,}{point}{decimals}"
