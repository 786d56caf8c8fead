"""The vials of a plan as the window shows them: how many of each strength, the diluent, and what is left in each."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from prep_assistant.calculation import Figure, Preparation, VialsOfStrength
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase, tr
from prep_assistant.quantities import display

_PREPARED, _STRENGTH = phrase("dose prepared"), phrase("strength")


@frozen
class VialState:
    """One vial to open. After drawing ``left`` of ``holds`` mg stay in it."""

    strength: str
    holds: int
    left: Decimal


@frozen
class VialsState:
    """The vials of one strength; ``fullness`` says how many they are and what is left in them after drawing."""

    count: str
    fullness: str
    vials: tuple[VialState, ...]


def show_vials(made: Preparation) -> Iterable[VialsState]:
    """All vials are emptied but the last: what is unused stays in it."""
    for place, vials in enumerate(made.vials, start=1):
        left = made.unused.value.value if place == len(made.vials) else Decimal(0)
        count = _count(vials)
        fullness = (
            tr("{count}, {left} left in the last after drawing", count=count, left=display(made.unused.value))
            if left
            else tr("{count}, empty after drawing", count=count)
        )
        yield VialsState(count, fullness, tuple(_vials_of(vials, left)))


def list_vial_figures(made: Preparation) -> Iterator[tuple[str, Figure[Any]]]:
    """How many vials of each strength, and the diluent for each of them, by the names of their places."""
    for place, vials in enumerate(made.vials):
        yield (
            f"vials_{place}",
            Figure(
                _count(vials),
                phrase("{dose prepared}: the least unused mg, then the fewest vials, within the stock if one is given"),
                {_PREPARED: made.prepared.value},
                vials.source,
            ),
        )
        yield (
            f"diluent_{place}",
            Figure(
                phrase("{volume} {diluent} into each", volume=display(vials.diluent), diluent=made.diluent_name.value),
                phrase("as labelled for a vial: {strength}"),
                {_STRENGTH: vials.strength},
                vials.source,
            ),
        )


def _count(vials: VialsOfStrength) -> str:
    return f"{vials.count} × {display(vials.strength)}"


def _vials_of(vials: VialsOfStrength, left: Decimal) -> Iterable[VialState]:
    for number in range(1, vials.count + 1):
        remains = left if number == vials.count else Decimal(0)
        yield VialState(display(vials.strength), int(vials.strength.value), remains)
