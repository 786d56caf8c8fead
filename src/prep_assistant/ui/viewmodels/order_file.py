"""An order as the contract's JSON. Plain dictionaries: to save an order needs no library."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from prep_assistant.calculation import Decision, Labs, Order, PriorDose
from prep_assistant.quantities import plain


def write_order(order: Order) -> str:
    """The order as JSON text that reads back as the same order.

    Source: contract.md, "Order".
    """
    return json.dumps(_drop_absent(_order(order)), ensure_ascii=False, indent=2) + "\n"


def _order(order: Order) -> dict[str, Any]:
    patient, earlier = order.patient, order.earlier_doses
    return {
        "schema": "prep-assistant/order/1",
        "order_id": order.order_id,
        "patient": {
            "mrn": patient.mrn,
            "family_name": patient.family_name,
            "given_name": patient.given_name,
            "birth_date": patient.birth_date.isoformat(),
            "height_cm": patient.height_cm and plain(patient.height_cm),
        },
        "product": order.product,
        "jurisdiction": order.jurisdiction.value,
        "indication": order.indication.value,
        "cycle": order.cycle,
        "dose_mg_per_kg": plain(order.level.value),
        "dose_mg": order.written and plain(order.written.value),
        "weight": {"kg": plain(order.weight.value), "measured_on": order.weight_measured_on.isoformat()},
        "prior_doses": None if order.prior_doses is None else [_prior_dose(dose) for dose in order.prior_doses],
        "earlier_doses": earlier and {"count": earlier.count, "lowest_mg_per_kg": plain(earlier.lowest.value)},
        "labs": order.labs and write_labs(order.labs),
        "treatment_released_by": order.treatment_released_by,
        "decisions": write_decisions(order.decisions) or None,
        "infusion_minutes": order.infusion_minutes,
        "prepare_at": _instant(order.prepare_at),
        "administer_at": order.administer_at and _instant(order.administer_at),
        "bag_fluid": order.bag_fluid,
        "stock": None if order.stock is None else {str(strength): count for strength, count in order.stock.items()},
    }


def _prior_dose(dose: PriorDose) -> dict[str, Any]:
    return {
        "given_on": dose.given_on.isoformat(),
        "dose_mg_per_kg": plain(dose.level.value),
        "weight_kg": dose.weight and plain(dose.weight.value),
        "infusion_minutes": dose.infusion_minutes,
        "infusion_reaction": dose.reaction.value,
    }


def write_labs(labs: Labs) -> dict[str, Any]:
    """Laboratory values as the contract writes them; null where none was given."""
    return {
        "collected_on": labs.collected_on.isoformat(),
        "platelets_per_mm3": labs.platelets_per_mm3,
        "alt_x_uln": None if labs.alt_x_uln is None else plain(labs.alt_x_uln),
        "ast_x_uln": None if labs.ast_x_uln is None else plain(labs.ast_x_uln),
        "bilirubin_x_uln": None if labs.bilirubin_x_uln is None else plain(labs.bilirubin_x_uln),
        "lvef_percent": labs.lvef_percent and plain(labs.lvef_percent),
        "lvef_measured_on": labs.lvef_measured_on and labs.lvef_measured_on.isoformat(),
        "baseline_lvef_percent": labs.baseline_lvef_percent and plain(labs.baseline_lvef_percent),
        "symptomatic_heart_failure": labs.symptomatic_heart_failure,
        "neuropathy_grade": labs.neuropathy_grade,
        "ild_or_pneumonitis": labs.ild_or_pneumonitis,
        "nodular_regenerative_hyperplasia": labs.nodular_regenerative_hyperplasia,
    }


def write_decisions(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """A prescriber's decisions as the contract writes them."""
    return [
        {"finding": decision.finding, "decided_by": decision.decided_by, "reason": decision.reason}
        for decision in decisions
    ]


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds" if instant.second else "minutes")


def _drop_absent(value: Any) -> Any:  # noqa: ANN401  # JSON has any type
    """Leaves out what is not given; ``prior_doses`` stays, since its null says something."""
    if isinstance(value, dict):
        kept = {name: _drop_absent(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner is not None or name == "prior_doses"}
    return [_drop_absent(inner) for inner in value] if isinstance(value, list) else value
