"""Which of many words along a line are written, when not all of them have room."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

_GAP = 6


def order_by_worth(weights: Sequence[Decimal | None]) -> list[int]:
    """The places of the weights there are: last, first, highest, lowest, and the others from the newest on.

    >>> order_by_worth([Decimal(70), None, Decimal(74), Decimal(68), Decimal(71), Decimal(72)])
    [5, 0, 2, 3, 4]
    """
    last = len(weights) - 1
    known = {place: weight for place, weight in enumerate(weights[:-1]) if weight is not None}
    if not known:
        return [last]
    worth = (last, min(known), max(known, key=known.__getitem__), min(known, key=known.__getitem__))
    return list(dict.fromkeys((*worth, *sorted(known, reverse=True))))


def choose_apart(wanted: Iterable[int], places: Sequence[float], wide: Sequence[float]) -> list[int]:
    """Those that have room beside all that were wanted before them.

    Args:
        wanted: which there are, the most wanted first.
        places: the middle of each, px.
        wide: the width of each, px.

    >>> choose_apart([3, 0, 2, 1], [0, 50, 90, 100], [40, 40, 40, 40])
    [3, 0, 1]
    """
    chosen: list[int] = []
    for one in wanted:
        if all(abs(places[one] - places[other]) >= (wide[one] + wide[other]) / 2 + _GAP for other in chosen):
            chosen.append(one)
    return chosen
