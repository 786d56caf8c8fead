"""Proves this installation: every weight and level, computed twice by engines that share no code and no idea."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

from prep_assistant.calculation import Bounds, Monograph, plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.formulary import Formulary
from prep_assistant.frozen import frozen, replace
from prep_assistant.quantities import Weight, plain
from prep_assistant.second_engine import recompute
from prep_assistant.second_engine.figures import Figures, get_figures
from prep_assistant.second_engine.scaled import parse_scaled

_MOST_NAMED = 5
_FOLLOWED = {"weight.valid": "weight_stale_days", "use_by.cap": "bag_use_by_hours"}
_STEP_KG = Decimal("0.1")
_PRIOR_DOSE = {"given_on": "2026-11-01", "infusion_reaction": "none"}


@frozen
class Comparison:
    """What was tried, and where the engines differ."""

    compared: int
    levels: tuple[str, ...]
    least_kg: str
    most_kg: str
    fluids: tuple[str, ...]
    formulary: str
    differences: tuple[str, ...]

    def in_words(self) -> str:
        """What a person reads of one formulary at the end of a selftest."""
        weights, levels = f"{self.least_kg} to {self.most_kg} kg by {_STEP_KG} kg", ", ".join(self.levels)
        lines = [
            f"Formulary {self.formulary}.",
            f"{self.compared} plans compared with the second engine: {weights}, at {levels} mg/kg, first and later,",
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
    monograph, bounds = formulary.monograph, formulary.policy.weight_stop.value
    levels = tuple(plain(level.value) for level in monograph.levels.value)
    compared, differences, figures = 0, [], _follow_site(formulary)
    for order in _orders(monograph, levels, bounds):
        compared += 1
        difference = _find_difference(order, formulary, figures)
        if difference:
            differences.append(difference)
    return Comparison(
        compared=compared,
        levels=levels,
        least_kg=plain(bounds.least.value),
        most_kg=plain(bounds.most.value),
        fluids=tuple(monograph.bag_fluids.value),
        formulary=f"{monograph.id} {monograph.revision} {monograph.digest}",
        differences=tuple(differences),
    )


def _orders(monograph: Monograph, levels: tuple[str, ...], bounds: Bounds[Weight]) -> Iterator[dict[str, Any]]:
    least, most = bounds.least.value, bounds.most.value
    under = {"product": monograph.display_name, "jurisdiction": monograph.jurisdiction.value}
    for fluid, level in product(monograph.bag_fluids.value, levels):
        for step in range(int((most - least) / _STEP_KG) + 1):
            weight = plain(least + step * _STEP_KG)
            for prior_doses in ([], [_PRIOR_DOSE | {"dose_mg_per_kg": level, "weight_kg": weight}]):
                yield _order(level, weight, prior_doses) | under | {"bag_fluid": fluid}


def _order(level: str, weight: str, prior_doses: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "schema": "prep-assistant/order/1",
        "order_id": "SELFTEST",
        "patient": {"mrn": "0", "family_name": "Selftest", "given_name": "Selftest", "birth_date": "1961-02-14"},
        "indication": "MBC",
        "cycle": 1 + len(prior_doses),
        "dose_mg_per_kg": level,
        "weight": {"kg": weight, "measured_on": "2026-11-20"},
        "prior_doses": prior_doses,
        "treatment_released_by": "Selftest",
        "prepare_at": "2026-11-22T09:00:00+01:00",
    }


def _follow_site(formulary: Formulary) -> Figures:
    """The second engine's figures with what the site's policy moved of those that these orders come to."""
    changes: dict[str, Any] = {}
    for moved in formulary.site.moved:
        if moved.key == "dose.graduation":
            changes["graduation_ml"] = parse_scaled(moved.now)
        elif moved.key in _FOLLOWED:
            changes[_FOLLOWED[moved.key]] = int(moved.now)
    return replace(get_figures(), **changes)


def _find_difference(order: dict[str, Any], formulary: Formulary, figures: Figures) -> str | None:
    """Where the engines differ on an order, in words; ``None`` where they agree."""
    made = plan(read_order(json.dumps(order).encode()), formulary.monograph, formulary.policy)
    first, second = _essence(json.loads(write_plan(made))), _essence(recompute(order, figures))
    for part in first:
        if first[part] != second[part]:
            what = f"{order['weight']['kg']} kg at {order['dose_mg_per_kg']} mg/kg in {order['bag_fluid']}, {part}"
            return f"{what}: {first[part]} here, {second[part]} in the second engine"
    return None


def _essence(answer: dict[str, Any]) -> dict[str, Any]:
    found = [(finding["code"], finding["severity"]) for finding in answer["findings"]]
    return {"status": answer["status"], "findings": found, "preparation": answer["preparation"]}
