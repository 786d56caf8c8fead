"""Decimal arithmetic that is exact or refuses, and the only places where a figure is rounded.

Operators on ``Decimal`` use the context of the running thread, which anybody may have changed; ``EXACT`` is a context
of our own that raises as soon as a result would lose a digit.
"""

from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

from prep_assistant.frozen import frozen
from prep_assistant.language import Phrase, phrase

# Input has at most 9 significant digits (contract.md): a product of three with a quotient by 20 stays below 40.
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])

_ONE = Decimal(1)
_HUNDRED = Decimal(100)


@frozen
class Rounding:
    """A named rule of rounding, so that a figure can say how it was rounded.

    Source: contract.md, "How the figures are made".
    """

    words: Phrase


ROUND_DOWN_TO_GRADUATION = Rounding(phrase("rounded down to the graduation"))
ROUND_HALF_AWAY = Rounding(phrase("rounded to {to}, halves away from zero"))


def round_down_to(value: Decimal, step: Decimal) -> Decimal:
    """The largest whole multiple of ``step`` that is not above ``value``.

    Args:
        value: what is rounded, 0 or more, in any unit.
        step: the graduation, above 0, in the same unit.

    >>> round_down_to(Decimal("14.832"), Decimal("0.1"))
    Decimal('14.8')
    """
    return EXACT.multiply(EXACT.divide_int(value, step), step)


def divide_rounded(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """``numerator`` ÷ ``denominator`` rounded once to ``places`` decimals, halves away from zero.

    The quotient is never written down unrounded, so that one third does not become 0.3333 on the way.

    >>> divide_rounded(Decimal(-1), Decimal(3), 2)
    Decimal('-0.33')
    """
    scaled = EXACT.scaleb(numerator.copy_abs(), places)
    size = denominator.copy_abs()
    whole = EXACT.divide_int(EXACT.add(EXACT.add(scaled, scaled), size), EXACT.add(size, size))
    rounded = EXACT.scaleb(whole, -places)
    return rounded.copy_negate() if numerator.is_signed() != denominator.is_signed() else rounded


def divide_rounded_up(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """``numerator`` ÷ ``denominator`` rounded up to ``places`` decimals.

    Rounded so, a quotient lies above a limit of at most ``places`` decimals exactly when it did before.

    Args:
        numerator: 0 or more.
        denominator: above 0, in the same unit.
        places: the decimals that are kept.

    >>> divide_rounded_up(Decimal(100), Decimal(35), 4)
    Decimal('2.8572')
    """
    whole, rest = EXACT.divmod(EXACT.scaleb(numerator, places), denominator)
    return EXACT.scaleb(EXACT.add(whole, _ONE) if rest else whole, -places)


def round_to_places(value: Decimal, places: int) -> Decimal:
    """``value`` to ``places`` decimals, halves away from zero.

    >>> round_to_places(Decimal("12.9276"), 2)
    Decimal('12.93')
    """
    return divide_rounded(value, _ONE, places)


def percent_of(value: Decimal, percent: Decimal) -> Decimal:
    """``percent`` per cent of ``value``, exact."""
    return EXACT.divide(EXACT.multiply(value, percent), _HUNDRED)


def is_within(value: Decimal, reference: Decimal, percent: Decimal) -> bool:
    """Whether ``value`` lies within ``percent`` per cent of ``reference``, ends included.

    >>> is_within(Decimal("3.8"), Decimal(4), Decimal(5))
    True
    """
    return not differs_by_more_than(value, reference, percent)


def differs_by_more_than(value: Decimal, reference: Decimal, percent: Decimal) -> bool:
    """Whether ``value`` lies further than ``percent`` per cent of ``reference`` from it."""
    return EXACT.subtract(value, reference).copy_abs() > percent_of(reference, percent)


def differs_by_at_least(value: Decimal, reference: Decimal, percent: Decimal) -> bool:
    """Whether ``value`` lies ``percent`` per cent of ``reference`` from it, or further."""
    return EXACT.subtract(value, reference).copy_abs() >= percent_of(reference, percent)
