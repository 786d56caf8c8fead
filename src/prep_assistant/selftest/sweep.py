"""Every weight and level, computed twice by engines that share no code and no idea."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prep_assistant.calculation import Bounds, Monograph
from prep_assistant.formulary import Formulary
from prep_assistant.frozen import frozen
from prep_assistant.quantities import Weight, display, plain
from prep_assistant.selftest.answers import ask_both
from prep_assistant.selftest.orders import PRIOR_DOSE, make_order
from prep_assistant.selftest.site import follow_site

STEP_KG = Decimal("0.1")
_MOST_NAMED = 5


@frozen
class Comparison:
    """What was tried, and where the engines differ."""

    compared: int
    levels: tuple[str, ...]
    fluids: tuple[str, ...]
    least_kg: str
    most_kg: str
    formulary: str
    differences: tuple[str, ...]

    def in_words(self) -> str:
        """What a person reads of one formulary at the end of a selftest."""
        weights, levels = f"{self.least_kg} to {self.most_kg} kg by {STEP_KG} kg", ", ".join(self.levels)
        plans = f"{display(self.compared)} plans"
        lines = [
            f"Formulary {self.formulary}.",
            f"{plans} compared with the second engine: {weights}, at {levels} mg/kg, first and later,",
            f"in {' and in '.join(self.fluids)}.",
        ]
        named = self.differences[:_MOST_NAMED]
        lines += [f"DIFFERENT: {difference}" for difference in named]
        if len(self.differences) > len(named):
            lines.append(f"and {len(self.differences) - len(named)} more.")
        if not self.differences:
            lines.append("Not one figure differs.")
        return "\n".join(lines)


def compare_engines(formulary: Formulary) -> Comparison:
    """Recomputes every weight that is believed, by 0.1 kg, at each level of the label and in each of its bags.

    Args:
        formulary: the numbers that the first engine works with; the second has its own, but for what the site moved.
    """
    monograph, policy, figures = formulary.monograph, formulary.policy, follow_site(formulary.site)
    bounds = policy.weight_stop.value
    levels = tuple(plain(level.value) for level in monograph.levels.value)
    compared, differences = 0, []
    for order in _orders(monograph, levels, bounds):
        compared += 1
        difference = next(ask_both(order, monograph, policy, figures).differences(), None)
        if difference:
            what = f"{order['weight']['kg']} kg at {order['dose_mg_per_kg']} mg/kg in {order['bag_fluid']}"
            differences.append(f"{what}, {difference}")
    return Comparison(
        compared=compared,
        levels=levels,
        fluids=tuple(monograph.bag_fluids.value),
        least_kg=plain(bounds.least.value),
        most_kg=plain(bounds.most.value),
        formulary=f"{monograph.id} {monograph.revision} {monograph.digest}",
        differences=tuple(differences),
    )


def _orders(monograph: Monograph, levels: tuple[str, ...], bounds: Bounds[Weight]) -> Iterator[dict[str, Any]]:
    under = {"product": monograph.display_name, "jurisdiction": monograph.jurisdiction.value}
    for fluid in monograph.bag_fluids.value:
        for order in sweep_orders(levels, bounds.least.value, bounds.most.value):
            yield order | under | {"bag_fluid": fluid}


def sweep_orders(
    levels: tuple[str, ...], least: Decimal, most: Decimal, *, indication: str = "MBC", step: Decimal = STEP_KG
) -> Iterator[dict[str, Any]]:
    """An order for a first and for a later dose at each level and weight.

    Args:
        levels: in mg/kg.
        least: the lowest weight in kg.
        most: the highest weight in kg, tried as well.
        indication: MBC or EBC.
        step: from one weight to the next, in kg.
    """
    for level in levels:
        for place in range(int((most - least) / step) + 1):
            weight = plain(least + place * step)
            for prior_doses in ([], [PRIOR_DOSE | {"dose_mg_per_kg": level, "weight_kg": weight}]):
                yield make_order(level, weight, indication, prior_doses)
