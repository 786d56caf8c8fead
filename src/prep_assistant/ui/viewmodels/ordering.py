"""From entries that could all be read to the order they make."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from prep_assistant.calculation import EarlierDoses, Order, Patient, PriorDose
from prep_assistant.quantities import DoseLevel, Mass, Weight, parse_instant
from prep_assistant.ui.viewmodels.draft import Draft, History


def make_order(
    draft: Draft, values: Mapping[str, Any], doses: tuple[PriorDose, ...], strengths: tuple[int, ...]
) -> Order:
    """The order that a draft says, once every entry of it could be read and none is wanting.

    Args:
        draft: what was typed.
        values: every entry as it was read, and all laboratory values together as ``labs``.
        doses: the prior doses as they were read.
        strengths: the vials on the market, in mg.

    Raises:
        UnusableOrder: entries that contradict each other.
    """
    written, count = values.get("dose_mg"), values.get("earlier_count")
    stock = {mg: values[f"stock_{mg}"] for mg in strengths if f"stock_{mg}" in values}
    return Order(
        order_id=values["order_id"],
        patient=Patient(
            values["mrn"], values["family_name"], values["given_name"], values["birth_date"], values.get("height_cm")
        ),
        product=values["product"],
        jurisdiction=values["jurisdiction"],
        indication=values["indication"],
        cycle=values["cycle"],
        level=DoseLevel(values["dose_mg_per_kg"]),
        weight=Weight(values["weight_kg"]),
        weight_measured_on=values["weight_measured_on"],
        prior_doses=None if draft.history is History.UNKNOWN else doses,
        prepare_at=_prepare_at(values),
        written=None if written is None else Mass(written),
        earlier_doses=None if count is None else EarlierDoses(count, DoseLevel(values["earlier_lowest"])),
        labs=values.get("labs"),
        treatment_released_by=values.get("released_by"),
        decisions=draft.decisions,
        infusion_minutes=values.get("infusion_minutes"),
        administer_at=_administer_at(values),
        bag_fluid=values.get("bag_fluid"),
        stock=stock or None,
    )


def _prepare_at(values: Mapping[str, Any]) -> datetime:
    return _instant(values["prepare_on"], values["prepare_time"], values["prepare_offset"])


def _administer_at(values: Mapping[str, Any]) -> datetime | None:
    if "administer_time" not in values:
        return None
    day = values.get("administer_on", values["prepare_on"])
    return _instant(day, values["administer_time"], values.get("administer_offset", values["prepare_offset"]))


def _instant(day: date, time: str, offset: str) -> datetime:
    return parse_instant(f"{day.isoformat()}T{time}{offset}")
