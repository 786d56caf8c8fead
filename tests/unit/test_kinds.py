"""Quantities know their kind: what means nothing raises, and a float never becomes one."""

from collections.abc import Callable
from decimal import Decimal, Inexact
from typing import Any

import pytest

from prep_assistant.quantities import Concentration, DoseLevel, Mass, Quantity, Volume, Weight

KINDS: list[type[Quantity]] = [Mass, Volume, Weight, Concentration, DoseLevel]
ANY: dict[str, Any] = {kind.__name__: kind(Decimal(2)) for kind in KINDS}
PAIRS = [(one, other) for one in ANY for other in ANY]


def works(calculate: Callable[[Any, Any], object]) -> set[tuple[str, str]]:
    """Return the pairs of kinds that an operator takes; any other pair must raise TypeError and nothing else."""
    taken = set()
    for one, other in PAIRS:
        try:
            calculate(ANY[one], ANY[other])
        except TypeError:
            continue
        taken.add((one, other))
    return taken


def test_only_masses_and_volumes_are_added_and_only_to_their_own_kind() -> None:
    assert works(lambda one, other: one + other) == {("Mass", "Mass"), ("Volume", "Volume")}


def test_only_a_mass_is_subtracted_and_only_from_a_mass() -> None:
    assert works(lambda one, other: one - other) == {("Mass", "Mass")}


def test_only_weight_by_level_and_volume_by_concentration_are_multiplied() -> None:
    assert works(lambda one, other: one * other) == {("Weight", "DoseLevel"), ("Volume", "Concentration")}


def test_only_a_mass_is_divided_and_only_by_a_concentration() -> None:
    assert works(lambda one, other: one / other) == {("Mass", "Concentration")}


def test_only_a_kind_is_compared_with_itself() -> None:
    itself = {(name, name) for name in ANY}
    assert works(lambda one, other: one < other) == itself
    assert works(lambda one, other: one >= other) == itself


@pytest.mark.parametrize(("one", "place"), [("1.9999", "<"), ("2", "="), ("2.0", "="), ("2.0001", ">")])
@pytest.mark.parametrize("kind", KINDS)
def test_a_quantity_is_below_equal_to_or_above_another(kind: type[Quantity], one: str, place: str) -> None:
    left, right = kind(Decimal(one)), kind(Decimal(2))
    assert (left < right, left <= right) == (place == "<", place in "<=")
    assert (left > right, left >= right) == (place == ">", place in ">=")


def test_the_same_number_of_another_kind_is_not_equal() -> None:
    assert {(one, other) for one, other in PAIRS if ANY[one] == ANY[other]} == {(name, name) for name in ANY}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [3.6, 70, "70", None, True, 1.0, b"70"])
def test_a_quantity_is_made_of_a_decimal_and_of_nothing_else(kind: type[Quantity], number: Any) -> None:
    with pytest.raises(TypeError, match=f"a {kind.__name__} is made of a Decimal, not of a {type(number).__name__}"):
        kind(number)


def test_a_refused_operand_is_named_with_what_was_expected() -> None:
    mass: Any = Mass(Decimal(1))
    with pytest.raises(TypeError, match="expected a Mass, came a Volume"):
        mass + Volume(Decimal(1))


@pytest.mark.parametrize("other", [1, Decimal(1), 1.0, "1", None])
def test_a_bare_number_is_no_quantity(other: Any) -> None:
    mass: Any = Mass(Decimal(1))
    with pytest.raises(TypeError):
        mass + other
    with pytest.raises(TypeError):
        mass / other
    with pytest.raises(TypeError):
        Weight(Decimal(70)) * other


@pytest.mark.parametrize("count", [0.1, "2", Decimal("1.5")])
def test_a_mass_is_taken_only_a_whole_number_of_times(count: Any) -> None:
    with pytest.raises(TypeError):
        Mass(Decimal(160)) * count


@pytest.mark.parametrize("graduation", [Mass(Decimal("0.1")), Decimal("0.1")])
def test_a_volume_is_rounded_only_to_a_volume(graduation: Any) -> None:
    with pytest.raises(TypeError):
        Volume(Decimal("12.66")).rounded_down_to(graduation)


def test_meaningful_operators_give_the_exact_quantity() -> None:
    assert Weight(Decimal("70.4")) * DoseLevel(Decimal("3.6")) == Mass(Decimal("253.44"))
    assert Mass(Decimal("253.44")) / Concentration(Decimal(20)) == Volume(Decimal("12.672"))
    assert Volume(Decimal("12.6")) * Concentration(Decimal(20)) == Mass(Decimal(252))
    assert Volume(Decimal(250)) + Volume(Decimal("12.6")) == Volume(Decimal("262.6"))
    assert Mass(Decimal(100)) * 2 + Mass(Decimal(160)) == Mass(Decimal(360))
    assert Mass(Decimal(260)) - Mass(Decimal(252)) == Mass(Decimal(8))
    assert Volume(Decimal("12.672")).rounded_down_to(Volume(Decimal("0.1"))) == Volume(Decimal("12.6"))


def test_a_quotient_that_would_lose_a_digit_raises_instead() -> None:
    with pytest.raises(Inexact):
        Mass(Decimal(1)) / Concentration(Decimal(3))


def test_a_quantity_cannot_be_changed() -> None:
    mass: Any = Mass(Decimal(1))
    with pytest.raises(AttributeError):
        mass.value = Decimal(2)


def test_each_kind_has_its_own_unit() -> None:
    assert [kind.unit for kind in KINDS] == ["mg", "mL", "kg", "mg/mL", "mg/kg"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_makes_no_quantity(number: str) -> None:
    with pytest.raises(ValueError, match="made of a number"):
        Mass(Decimal(number))
