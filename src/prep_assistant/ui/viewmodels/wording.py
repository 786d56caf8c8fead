"""What is wrong with an entry, in words: what came, why it is refused, what to do. Nothing is repaired."""

import re

from prep_assistant.quantities import DecimalMark

_SWAPPED = str.maketrans(".,", ",.")
_DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What may become right while somebody is still typing; until the entry is left nothing is said about it.
UNFINISHED_DECIMAL = re.compile(r"0|(?:0|[1-9][0-9]{0,4})\.|0\.0{0,3}")
UNFINISHED_WITH_COMMA = re.compile(UNFINISHED_DECIMAL.pattern.replace(r"\.", ","))
UNFINISHED_DATE = re.compile(r"[0-9]{0,4}|[0-9]{4}-[0-9]{0,2}|[0-9]{4}-[0-9]{2}-[0-9]?")
UNFINISHED_TIME = re.compile(r"[0-2]|[0-2][0-9]:?|[0-2][0-9]:[0-5]")
UNFINISHED_OFFSET = re.compile(r"[+-](?:[0-2][0-9]?|[0-2][0-9]:[0-5]?)?")
NEVER_UNFINISHED = re.compile(r"(?!)")


def say_wrong_decimal(text: str, example: str, mark: DecimalMark = DecimalMark.POINT) -> str:
    """Why a text is no number that can be read without doubt, where this is the decimal mark."""
    pointed, other = (text, "comma") if mark is DecimalMark.POINT else (text.translate(_SWAPPED), "point")
    why = _why_no_decimal(pointed).format(mark=mark, other=other)
    return f"{_quoted(text)} {why} Write digits with one {mark}, such as {example}."


def say_wrong_whole(text: str, least: int, most: int) -> str:
    """Why a text is no whole number within its limits."""
    if text.isascii() and text.isdigit() and not (len(text) > 1 and text.startswith("0")):
        return f"{_quoted(text)} is outside {least} to {most}. Compare with the order."
    return f"{_quoted(text)} is no whole number. Write digits only, from {least} to {most}."


def say_wrong_date(text: str) -> str:
    """Why a text is no date."""
    if _DATE_FORM.fullmatch(text):
        return f"{_quoted(text)} is no day of the calendar. Compare with the source."
    return f"{_quoted(text)} is not year-month-day. Write the year first, such as 2026-11-20."


def say_wrong_time(text: str) -> str:
    """Why a text is no time of day."""
    return f"{_quoted(text)} is no time on a 24-hour clock. Write hours and minutes, such as 09:00."


def say_wrong_offset(text: str) -> str:
    """Why a text is no offset from UTC."""
    return f"{_quoted(text)} is no offset from UTC. Write it with its sign, such as +01:00, or Z."


def say_wrong_text(text: str, most: int) -> str:
    """Why a text cannot be printed as it stands."""
    if text != text.strip():
        return "A blank stands at the beginning or the end. Take it away."
    if len(text) > most:
        return f"This is longer than {most} characters. Compare with the order."
    return "A character in it cannot be printed. Type the text again."


def say_wrong_choice(text: str, choices: str) -> str:
    """Why a word is none of those that can be chosen."""
    return f"{_quoted(text)} cannot be chosen here. Choose {choices}."


def _quoted(text: str) -> str:
    return f"“{text}”"


def _why_no_decimal(text: str) -> str:
    reasons = (
        ("," in text, "has a {other}, which may mean thousands or decimals."),
        (any(sign.isdigit() and not sign.isascii() for sign in text), "has digits of another script."),
        (text.count(".") > 1, "has more than one decimal {mark}."),
        (any(sign.isspace() for sign in text), "has a blank in it."),
        (text[:1] in {"-", "+", "\N{MINUS SIGN}"}, "has a sign."),
        (any(sign.isalpha() for sign in text), "has letters in it; the unit stands beside the field."),
        (text.startswith("."), "has no digit before the {mark}."),
        (text.endswith("."), "has no digit behind the {mark}."),
        (set(text) <= {"0", "."}, "is zero."),
        (text.startswith("0") and text[1:2] != ".", "begins with a zero."),
        (len(text.partition(".")[2]) > 4, "has more than four decimals."),  # noqa: PLR2004  # contract.md
        (len(text.partition(".")[0]) > 5, "has more than five digits before the {mark}."),  # noqa: PLR2004
    )
    return next((why for holds, why in reasons if holds), "is no number.")
