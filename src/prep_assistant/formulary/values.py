"""From what a formulary file says to a value. Each refuses, in words, what is not of its kind."""

from decimal import Decimal, Inexact
from itertools import pairwise

from prep_assistant.calculation import Bounds, CountsFrom, Indication
from prep_assistant.quantities import EXACT, Concentration, DoseLevel, Mass, Volume, Weight, parse_decimal

_MOST_DIGITS = 9


def decimal(value: object) -> Decimal:
    """A number above 0 as the file writes it, digit for digit."""
    if isinstance(value, Decimal) or type(value) is int:
        number = Decimal(value)
        # More digits than any label gives would make the arithmetic inexact further on.
        if number.is_finite() and number > 0 and len(f"{number:f}") <= _MOST_DIGITS:
            return number
    raise ValueError(f"must be a number above 0, not {value!r}")


def whole(value: object) -> int:
    """A whole number above 0."""
    if type(value) is not int or value <= 0:
        raise ValueError(f"must be a whole number above 0, not {value!r}")
    return value


def words(value: object) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"must be text, not {value!r}")
    return value


def word_list(value: object) -> tuple[str, ...]:
    """One text or more."""
    return tuple(words(item) for item in _listed(value))


def word_table(value: object) -> dict[str, str]:
    """Texts by name."""
    return {name: words(item) for name, item in _table(value).items()}


def filters(value: object) -> dict[str, str | None]:
    """The in-line filter by the bag's fluid; ``None`` where the file says false: none is required."""
    return {fluid: None if needed is False else words(needed) for fluid, needed in _table(value).items()}


def dose_level(value: object) -> DoseLevel:
    """A dose level in mg/kg."""
    return DoseLevel(decimal(value))


def dose_levels(value: object) -> tuple[DoseLevel, ...]:
    """The levels of the label in mg/kg, from the highest down."""
    levels = tuple(dose_level(item) for item in _listed(value))
    if any(lower >= higher for higher, lower in pairwise(levels)):
        raise ValueError("must be listed from the highest level down, each once")
    return levels


def mass(value: object) -> Mass:
    """A mass in mg."""
    return Mass(decimal(value))


def volume(value: object) -> Volume:
    """A volume in mL."""
    return Volume(decimal(value))


def concentration(value: object) -> Concentration:
    """A concentration in mg/mL that divides every dose without a remainder, as 20 does and 21 does not."""
    number = decimal(value)
    try:
        EXACT.divide(Decimal(1), number)
    except Inexact as error:
        raise ValueError(f"must divide a dose exactly, which {value} does not") from error
    return Concentration(number)


def weights(value: object) -> Bounds[Weight]:
    """A range of weights in kg."""
    bounds = numbers(value)
    return Bounds(Weight(bounds.least), Weight(bounds.most))


def numbers(value: object) -> Bounds[Decimal]:
    """A range: the lower number first."""
    limits = [decimal(item) for item in _listed(value)]
    if len(limits) != 2 or limits[0] >= limits[1]:  # noqa: PLR2004 - a range has two ends
        raise ValueError("must be two numbers, the lower one first")
    return Bounds(limits[0], limits[1])


def course_limits(value: object) -> dict[Indication, int]:
    """The number of doses after which a course ends, by indication."""
    return {Indication(name): whole(item) for name, item in _table(value).items()}


def counts_from(value: object) -> CountsFrom:
    """The act from which a use-by counts."""
    return CountsFrom(words(value))


def _listed(value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"must be a list of one or more, not {value!r}")
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict) or not value:
        raise ValueError(f"must be a table of one or more, not {value!r}")
    return value


def decimal_text(text: str) -> Decimal:
    """A number above 0 that a table holds as text."""
    return parse_decimal(text)
