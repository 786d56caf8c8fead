"""Orders with laboratory values, judged by the first engine and by the second."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.formulary import Formularies
from prep_assistant.second_engine import recompute
from tests.orders import plain_order

FORMULARIES = Formularies()
INDICATIONS = ["MBC", "EBC"]
HEALTHY = {
    "collected_on": "2026-11-22", "platelets_per_mm3": 150_000, "alt_x_uln": "0.5", "ast_x_uln": "0.5",
    "bilirubin_x_uln": "0.5", "lvef_percent": "60", "lvef_measured_on": "2026-11-01", "baseline_lvef_percent": "62",
    "symptomatic_heart_failure": False, "neuropathy_grade": 0, "ild_or_pneumonitis": False,
    "nodular_regenerative_hyperplasia": False,
}  # fmt: skip


def first_engine(order: dict[str, Any]) -> dict[str, Any]:
    read = read_order(json.dumps(order).encode())
    formulary = FORMULARIES.get(read.jurisdiction)
    return dict(json.loads(write_plan(plan(read, formulary.monograph, formulary.policy))))


def second_engine(order: dict[str, Any]) -> dict[str, Any]:
    return recompute(order)


Engine = Callable[[dict[str, Any]], dict[str, Any]]
both_engines = pytest.mark.parametrize("engine", [first_engine, second_engine])


def judge(
    engine: Engine, indication: str, labs: Mapping[str, object], changes: Mapping[str, object] | None = None
) -> dict[str, str]:
    """Return what an engine finds of laboratory values, as severity by code.

    The order is for a second dose on 22 November 2026.

    Args:
        engine: the one to ask.
        indication: MBC or EBC.
        labs: the values that are not healthy.
        changes: what else is other than in the plain order.
    """
    order = plain_order() | {"indication": indication, "labs": {**HEALTHY, **labs}} | dict(changes or {})
    found = {finding["code"]: finding["severity"] for finding in engine(order)["findings"]}
    return {code: severity for code, severity in found.items() if code.startswith(("toxicity.", "labs."))}
