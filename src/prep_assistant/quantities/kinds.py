"""The kinds of quantity, each with only the operators that mean something.

Mass + Volume is a type error and a TypeError; Weight × Dose level is a Mass.
"""

from decimal import Decimal
from typing import ClassVar, Self

from prep_assistant.frozen import frozen
from prep_assistant.quantities.exact import EXACT, round_down_to


@frozen
class Quantity:
    """An exact number of one unit. Compared only with its own kind.

    Raises:
        TypeError: the value is not a ``Decimal`` (a float, above all).
        ValueError: it is no number.
    """

    value: Decimal
    unit: ClassVar[str]

    def __post_init__(self) -> None:
        if type(self.value) is not Decimal:
            raise TypeError(f"a {type(self).__name__} is made of a Decimal, not of a {type(self.value).__name__}")
        if not self.value.is_finite():
            raise ValueError(f"a {type(self).__name__} is made of a number, not of {self.value}")

    def __lt__(self, other: Self) -> bool:
        return self.value < _same(self, other)

    def __le__(self, other: Self) -> bool:
        return self.value <= _same(self, other)

    def __gt__(self, other: Self) -> bool:
        return self.value > _same(self, other)

    def __ge__(self, other: Self) -> bool:
        return self.value >= _same(self, other)


class DoseLevel(Quantity):
    """A prescribed dose for each kilogram of body weight, in mg/kg."""

    __slots__ = ()
    unit = "mg/kg"


class Concentration(Quantity):
    """Drug in a solution, in mg/mL."""

    __slots__ = ()
    unit = "mg/mL"


class Mass(Quantity):
    """A mass of drug, in mg."""

    __slots__ = ()
    unit = "mg"

    def __add__(self, other: Self) -> "Mass":
        return Mass(EXACT.add(self.value, _same(self, other)))

    def __sub__(self, other: Self) -> "Mass":
        return Mass(EXACT.subtract(self.value, _same(self, other)))

    def __mul__(self, count: int) -> "Mass":
        if type(count) is not int:
            raise TypeError(f"a mass is taken a whole number of times, not {type(count).__name__}")
        return Mass(EXACT.multiply(self.value, Decimal(count)))

    def __truediv__(self, concentration: Concentration) -> "Volume":
        """The volume that holds this mass; raises ``decimal.Inexact`` when that is no finite decimal."""
        return Volume(EXACT.divide(self.value, _kind(concentration, Concentration)))


class Volume(Quantity):
    """A volume of liquid, in mL."""

    __slots__ = ()
    unit = "mL"

    def __add__(self, other: Self) -> "Volume":
        return Volume(EXACT.add(self.value, _same(self, other)))

    def __mul__(self, concentration: Concentration) -> Mass:
        return Mass(EXACT.multiply(self.value, _kind(concentration, Concentration)))

    def rounded_down_to(self, graduation: "Volume") -> "Volume":
        """The largest multiple of ``graduation`` (mL, above 0) that is not above this volume.

        Source: contract.md, ``volume_ml``: down, because rounding to the nearest would pass the ceiling for half of all
        weights.
        """
        return Volume(round_down_to(self.value, _kind(graduation, Volume)))


class Weight(Quantity):
    """A body weight, in kg."""

    __slots__ = ()
    unit = "kg"

    def __mul__(self, level: DoseLevel) -> Mass:
        return Mass(EXACT.multiply(self.value, _kind(level, DoseLevel)))


def _same(one: Quantity, other: Quantity) -> Decimal:
    return _kind(other, type(one))


def _kind(quantity: Quantity, kind: type[Quantity]) -> Decimal:
    """The number of a quantity of the kind that is wanted; duck typing would let mg pass for mL."""
    if type(quantity) is not kind:
        raise TypeError(f"expected a {kind.__name__}, came a {type(quantity).__name__}")
    return quantity.value
