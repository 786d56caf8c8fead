"""Which vials to open for a dose."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from math import gcd

from prep_assistant.calculation.monograph import VialStrength
from prep_assistant.quantities import EXACT, Mass

Counts = tuple[int, ...]


def find_vials(need: Mass, vials: tuple[VialStrength, ...], stock: Mapping[int, int] | None) -> Counts | None:
    """The number of vials of each strength: least unused mg, then fewest vials.

    Args:
        need: the dose to be drawn, in mg.
        vials: the strengths on the market, smallest first.
        stock: vials on the shelf by strength in mg (one left out is 0); ``None`` is not limited.

    Returns:
        One count for each of ``vials``, or ``None`` when the stock cannot supply the dose.

    Source: contract.md, "How the figures are made".
    """
    strengths = tuple(int(vial.strength.value) for vial in vials)
    shelf = None if stock is None else tuple(stock.get(strength, 0) for strength in strengths)
    needed = _whole_mg(need)

    def opened_then_vials(counts: Counts) -> tuple[int, int]:
        return sum(map(int.__mul__, counts, strengths)), sum(counts)

    return min(_supplies(needed, strengths, shelf), key=opened_then_vials, default=None)


def _supplies(need: int, strengths: Counts, shelf: Counts | None) -> Iterator[Counts]:
    """Every choice worth comparing: any number of the smaller strengths, and as many of the largest as still lack."""
    *smaller, largest = strengths
    useful = [range(_most(need, strengths, place, shelf) + 1) for place in range(len(smaller))]
    for fewer in product(*useful):
        lacking = need - sum(map(int.__mul__, fewer, smaller))
        last = max(0, -(-lacking // largest))
        if shelf is None or last <= shelf[-1]:
            yield (*fewer, last)


def _most(need: int, strengths: Counts, place: int, shelf: Counts | None) -> int:
    """How many of a smaller strength can be of use.

    Without a limit eight vials of 100 mg never are: five of 160 mg hold the same, so fewer than largest ÷ gcd.
    """
    strength, largest = strengths[place], strengths[-1]
    return largest // gcd(strength, largest) - 1 if shelf is None else min(shelf[place], -(-need // strength))


def _whole_mg(mass: Mass) -> int:
    """The mass rounded up to whole mg: vials hold whole milligrams, so no choice changes by it."""
    whole = int(EXACT.divide_int(mass.value, Decimal(1)))
    return whole if whole == mass.value else whole + 1
