"""What is wrong with an entry, in words: what came, why it is refused, what to do. Nothing is repaired."""

import re
from collections.abc import Iterable

from prep_assistant.language import enumerate_alternatives, phrase, tr
from prep_assistant.quantities import DecimalMark

_MARKS = {DecimalMark.POINT: phrase("point"), DecimalMark.COMMA: phrase("comma")}
_SWAPPED = str.maketrans(".,", ",.")
_DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What may become right while somebody is still typing; until the entry is left nothing is said about it.
UNFINISHED_DECIMAL = re.compile(r"0|(?:0|[1-9][0-9]{0,4})\.|0\.0{0,3}")
# A count of platelets that is asked about while it is short.
UNFINISHED_COUNT = re.compile(r"[0-9]{1,3}|[1-9][0-9]{0,6}\.|0\.")
UNFINISHED_DATE = re.compile(r"[0-9]{0,4}|[0-9]{4}-[0-9]{0,2}|[0-9]{4}-[0-9]{2}-[0-9]?")
UNFINISHED_TIME = re.compile(r"[0-2]|[0-2][0-9]:?|[0-2][0-9]:[0-5]")
UNFINISHED_OFFSET = re.compile(r"[+-](?:[0-2][0-9]?|[0-2][0-9]:[0-5]?)?")
NEVER_UNFINISHED = re.compile(r"(?!)")


def say_wrong_decimal(text: str, example: str, mark: DecimalMark = DecimalMark.POINT) -> str:
    """Why a text is no number that can be read without doubt, where this is the decimal mark."""
    values = {"entry": _quote(text), "why": _why_no_decimal(text, 5, mark), "mark": _MARKS[mark], "example": example}
    return tr("{entry} {why} Write digits with one {mark}, such as {example}.", **values)


def say_wrong_count(text: str, example: str, mark: DecimalMark = DecimalMark.POINT) -> str:
    """Why a text is no count that can be read without doubt, where this is the decimal mark."""
    values = {"entry": _quote(text), "why": _why_no_decimal(text, 7, mark), "mark": _MARKS[mark], "example": example}
    return tr("{entry} {why} Write digits with one {mark} at most, such as {example}.", **values)


def say_wrong_whole(text: str, least: int, most: int) -> str:
    """Why a text is no whole number within its limits."""
    values = {"entry": _quote(text), "least": least, "most": most}
    if text.isascii() and text.isdigit() and not (len(text) > 1 and text.startswith("0")):
        return tr("{entry} is outside {least} to {most}. Compare with the order.", **values)
    return tr("{entry} is no whole number. Write digits only, from {least} to {most}.", **values)


def say_wrong_date(text: str) -> str:
    """Why a text is no date."""
    if _DATE_FORM.fullmatch(text):
        return tr("{entry} is no day of the calendar. Compare with the source.", entry=_quote(text))
    return tr("{entry} is not year-month-day. Write the year first, such as 2026-11-20.", entry=_quote(text))


def say_wrong_time(text: str) -> str:
    """Why a text is no time of day."""
    return tr("{entry} is no time on a 24-hour clock. Write hours and minutes, such as 09:00.", entry=_quote(text))


def say_wrong_offset(text: str) -> str:
    """Why a text is no offset from UTC."""
    return tr("{entry} is no offset from UTC. Write it with its sign, such as +01:00, or Z.", entry=_quote(text))


def say_wrong_text(text: str, most: int) -> str:
    """Why a text cannot be printed as it stands."""
    if text != text.strip():
        return tr("A blank stands at the beginning or the end. Take it away.")
    if len(text) > most:
        return tr("This is longer than {most} characters. Compare with the order.", most=most)
    return tr("A character in it cannot be printed. Type the text again.")


def say_wrong_choice(text: str, choices: Iterable[str]) -> str:
    """Why a word is none of those that can be chosen."""
    offered = enumerate_alternatives(tr(choice) for choice in choices)
    return tr("{entry} cannot be chosen here. Choose {choices}.", entry=_quote(text), choices=offered)


def _quote(text: str) -> str:
    return tr("“{text}”", text=text)


def _why_no_decimal(typed: str, digits: int, decimal_mark: DecimalMark) -> str:
    text, mark, other = typed, _MARKS[decimal_mark], _MARKS[DecimalMark.COMMA]
    if decimal_mark is DecimalMark.COMMA:
        text, other = typed.translate(_SWAPPED), _MARKS[DecimalMark.POINT]
    reasons = (
        ("," in text, phrase("has a {other}, which may mean thousands or decimals.", other=other)),
        (any(sign.isdigit() and not sign.isascii() for sign in text), phrase("has digits of another script.")),
        (text.count(".") > 1, phrase("has more than one decimal {mark}.", mark=mark)),
        (any(sign.isspace() for sign in text), phrase("has a blank in it.")),
        (text[:1] in {"-", "+", "\N{MINUS SIGN}"}, phrase("has a sign.")),
        (any(sign.isalpha() for sign in text), phrase("has letters in it; the unit stands beside the field.")),
        (text.startswith("."), phrase("has no digit before the {mark}.", mark=mark)),
        (text.endswith("."), phrase("has no digit behind the {mark}.", mark=mark)),
        (text.startswith("0") and text[1:2] not in {"", "."}, phrase("begins with a zero.")),
        (set(text) <= {"0", "."}, phrase("is zero.")),
        (len(text.partition(".")[2]) > 4, phrase("has more than four decimals.")),  # noqa: PLR2004  # contract.md
        (
            len(text.partition(".")[0]) > digits,
            phrase("has more than {most} digits before the {mark}.", most=digits, mark=mark),
        ),
    )
    return next((why for holds, why in reasons if holds), phrase("is no number."))
