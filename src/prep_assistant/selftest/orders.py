"""The order that the selftest varies: nobody's, three weeks after one tolerated dose."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

TODAY = date(2026, 11, 22)
PRIOR_DOSE = {"given_on": "2026-11-01", "infusion_reaction": "none"}


def make_order(
    level: str, weight: str, indication: str, prior_doses: Sequence[dict[str, Any]] | None, **changes: object
) -> dict[str, Any]:
    """An order as decoded from JSON.

    Args:
        level: in mg/kg.
        weight: in kg.
        indication: MBC or EBC.
        prior_doses: as the contract lists them; ``None`` when not known.
        changes: other fields, or other values of fields.
    """
    order: dict[str, Any] = {
        "schema": "prep-assistant/order/1",
        "order_id": "SELFTEST",
        "patient": {"mrn": "0", "family_name": "Selftest", "given_name": "Selftest", "birth_date": "1961-02-14"},
        "product": "ado-trastuzumab emtansine (KADCYLA)",
        "jurisdiction": "US",
        "indication": indication,
        "cycle": 1 + len(prior_doses or ()),
        "dose_mg_per_kg": level,
        "weight": {"kg": weight, "measured_on": "2026-11-20"},
        "prior_doses": prior_doses,
        "treatment_released_by": "Selftest",
        "prepare_at": "2026-11-22T09:00:00+01:00",
    }
    return order | changes


def prior_dose(level: str, weight: str, days: int = 21, **changes: object) -> dict[str, Any]:
    """A tolerated dose so many days before the order's."""
    given_on = (TODAY - timedelta(days=days)).isoformat()
    return PRIOR_DOSE | {"given_on": given_on, "dose_mg_per_kg": level, "weight_kg": weight} | changes
