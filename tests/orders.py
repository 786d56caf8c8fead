"""Orders for the tests to break: the one of the contract, and one in which every field is filled."""

import json
import re
from copy import deepcopy
from typing import Any

Order = dict[str, Any]


def plain_order() -> Order:
    """Return the contract's own example; its plan is ready."""
    return {
        "schema": "prep-assistant/order/1",
        "order_id": "RX-2026-00017",
        "patient": {
            "mrn": "00417",
            "family_name": "Example",
            "given_name": "Ana",
            "birth_date": "1961-02-14",
            "height_cm": "165",
        },
        "product": "ado-trastuzumab emtansine (KADCYLA)",
        "jurisdiction": "US",
        "indication": "EBC",
        "cycle": 2,
        "dose_mg_per_kg": "3.6",
        "dose_mg": "252",
        "weight": {"kg": "70", "measured_on": "2026-11-20"},
        "prior_doses": [
            {
                "given_on": "2026-10-30",
                "dose_mg_per_kg": "3.6",
                "weight_kg": "70",
                "infusion_minutes": 90,
                "infusion_reaction": "none",
            }
        ],
        "labs": None,
        "treatment_released_by": "Dr Example, 22-Nov-2026",
        "stock": {"100": 12, "160": 4},
        "prepare_at": "2026-11-22T09:00:00+01:00",
    }


def eu_order() -> Order:
    """Return the contract's example as the EU label wants it; its plan is ready."""
    return plain_order() | {"product": "trastuzumab emtansine (Kadcyla)", "jurisdiction": "EU"}


def full_order() -> Order:
    """Return an order in which every field of the contract has a value."""
    return plain_order() | {
        "cycle": 10,
        "earlier_doses": {"count": 8, "lowest_mg_per_kg": "3.6"},
        "labs": {
            "collected_on": "2026-11-21",
            "platelets_per_mm3": 210000,
            "alt_x_uln": "0.8",
            "ast_x_uln": "0.9",
            "bilirubin_x_uln": "0.5",
            "lvef_percent": "60",
            "lvef_measured_on": "2026-10-20",
            "baseline_lvef_percent": "62",
            "symptomatic_heart_failure": False,
            "neuropathy_grade": 0,
            "ild_or_pneumonitis": False,
            "nodular_regenerative_hyperplasia": False,
        },
        "decisions": [
            {
                "finding": "toxicity.bilirubin.hold_reduce",
                "decided_by": "Dr Example",
                "reason": "Gilbert syndrome known",
            }
        ],
        "infusion_minutes": 120,
        "administer_at": "2026-11-22T11:00:00+01:00",
        "bag_fluid": "0.9 % sodium chloride",
    }


def stopped_order() -> Order:
    """Return an order of another product; its plan is stopped."""
    return plain_order() | {"product": "trastuzumab"}


def confirm_order() -> Order:
    """Return an order whose weight is twelve days old: `weight.stale` is its only confirm."""
    return plain_order() | {"weight": {"kg": "70", "measured_on": "2026-11-10"}}


def _steps(path: str) -> list[str | int]:
    return [int(step) if step.isdigit() and f"[{step}]" in path else step for step in re.findall(r"[^.\[\]]+", path)]


def find_value(path: str, order: Order) -> Any:
    """Return the value at a path such as `prior_doses[0].given_on`."""
    place: Any = order
    for step in _steps(path):
        place = place[step]
    return place


def with_value(path: str, value: object, order: Order | None = None) -> Order:
    """Return the order (the full one unless given) with another value at the path."""
    changed = deepcopy(full_order() if order is None else order)
    *parents, last = _steps(path)
    place: Any = changed
    for step in parents:
        place = place[step]
    place[last] = value
    return changed


def without(path: str, order: Order | None = None) -> Order:
    """Return the order (the full one unless given) without the field at the path."""
    changed = with_value(path, None, order)
    *parents, last = _steps(path)
    place: Any = changed
    for step in parents:
        place = place[step]
    del place[last]
    return changed


def with_token(path: str, token: str, order: Order | None = None) -> str:
    """Return the text of the order with this raw JSON at the path: what no Python value can write."""
    return json.dumps(with_value(path, "@here@", order)).replace('"@here@"', token)


def list_leaves(value: object, path: str = "") -> list[str]:
    """Return the paths of all single values within an order."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in list_leaves(inner, f"{path}.{key}".lstrip("."))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in list_leaves(inner, f"{path}[{index}]")]
    return [path]
