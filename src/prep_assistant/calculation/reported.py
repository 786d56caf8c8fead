"""From what a laboratory reports to what the label counts in: platelets per mm³, multiples of the upper limit.

No conversion moves a value across a bound of the label: what is not exact is refused, or rounded to the side on which
the label's bounds keep it.
"""

from decimal import Decimal
from enum import Enum

from prep_assistant.language import phrase
from prep_assistant.quantities import EXACT, Refused, divide_rounded_up

# What the contract's order can carry.
_PLACES = 4
_MOST_MULTIPLE = Decimal("99999.9999")
_MOST_PLATELETS = 9_999_999


class PlateletUnit(Enum):
    """What a laboratory counts platelets in; the value is how many per mm³ one of it is."""

    PER_MM3 = 1
    BILLION_PER_LITRE = 1000


_OTHER = {
    PlateletUnit.PER_MM3: PlateletUnit.BILLION_PER_LITRE,
    PlateletUnit.BILLION_PER_LITRE: PlateletUnit.PER_MM3,
}


def count_platelets(count: Decimal, unit: PlateletUnit) -> int:
    """Platelets per mm³, exact.

    Raises:
        Refused: parts of a platelet, or more than the contract's order can carry.

    >>> count_platelets(Decimal("150.5"), PlateletUnit.BILLION_PER_LITRE)
    150500
    """
    counted = EXACT.multiply(count, Decimal(unit.value))
    if counted != counted.to_integral_value():
        raise Refused(phrase("whole platelets per mm³"))
    if counted > _MOST_PLATELETS:
        raise Refused(phrase("at most {most} per mm³", most=_MOST_PLATELETS))
    return int(counted)


def find_likelier_unit(count: Decimal, unit: PlateletUnit) -> PlateletUnit | None:
    """The unit that was probably meant, when a count is hardly one in the unit given.

    Below 1,000 per mm³ a patient has hardly any platelets, and from 1,000 × 10⁹/L on far too many: either number is
    an ordinary one in the other unit.

    Source: issue of the laboratory values; pharmacist-review.md 2.11 ("asks instead of judging").
    """
    is_ordinary = count < PlateletUnit.BILLION_PER_LITRE.value
    if is_ordinary is (unit is PlateletUnit.BILLION_PER_LITRE):
        return None
    return _OTHER[unit]


def find_plain_unit(per_mm3: int) -> PlateletUnit:
    """The unit in which a count raises no question."""
    small = per_mm3 < PlateletUnit.BILLION_PER_LITRE.value
    return PlateletUnit.BILLION_PER_LITRE if small else PlateletUnit.PER_MM3


def divide_by_limit(value: Decimal, upper_limit: Decimal) -> Decimal:
    """A value as a multiple of the laboratory's upper limit, rounded up to the 4 decimals that an order carries.

    The label's bounds have fewer decimals, and each is passed only by what lies above it: the rounded multiple lies
    above a bound exactly when value ÷ limit does. 2.5 × the limit stays 2.5.

    Args:
        value: as reported, 0 or more.
        upper_limit: of the laboratory, above 0, in the same unit.

    Raises:
        Refused: more than the contract's order can carry.

    >>> divide_by_limit(Decimal("100"), Decimal("40"))
    Decimal('2.5000')
    """
    multiple = divide_rounded_up(value, upper_limit, _PLACES)
    if multiple > _MOST_MULTIPLE:
        raise Refused(phrase("at most {most} times the upper limit", most=_MOST_MULTIPLE))
    return multiple
