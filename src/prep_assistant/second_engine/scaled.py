"""The arithmetic that keeps every figure whole.

A decimal of the contract has at most four decimals, so every quantity is an int in ten-thousandths of its unit
("scaled"): 3.6 mg/kg is 36 000. A product of two scaled numbers is in hundred-millionths ("twice scaled").
"""

import re

PLACES = 4
UNIT = 10_000
WHOLE_IN_PERCENT = 100 * UNIT
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,4})?", re.ASCII)


def parse_scaled(text: str) -> int:
    """Read an unsigned decimal with at most four decimals as ten-thousandths.

    Raises: ValueError for anything else.
    Source: contract, "Numbers that matter are strings of exact decimals".
    >>> parse_scaled("3.6")
    36000
    """
    if _DECIMAL.fullmatch(text) is None:
        raise ValueError(f"expected a decimal such as 70.4, got {text!r}")
    whole, _, part = text.partition(".")
    return int(whole + part.ljust(PLACES, "0"))


def print_scaled(value: int, places: int = PLACES) -> str:
    """Print a number held in units of 10**-places, without trailing zeros and without a negative zero.

    >>> print_scaled(-27_800)
    '-2.78'
    """
    whole, part = divmod(abs(value), 10**places)
    text = f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".") if part else str(whole)
    return f"-{text}" if value < 0 else text


def round_to_step(numerator: int, denominator: int, step: int) -> int:
    """Return the multiple of step nearest to numerator / denominator (above zero), halves away from zero."""
    width = denominator * step
    count = (2 * abs(numerator) + width) // (2 * width)
    return -count * step if numerator < 0 else count * step


def calculate_excess(difference: int, whole: int, percent: int) -> int:
    """Tell by the sign whether difference is above (+), at (0) or below (-) that scaled percent of whole.

    >>> calculate_excess(-20, 400, 5 * UNIT)
    0
    """
    return abs(difference) * WHOLE_IN_PERCENT - percent * whole
