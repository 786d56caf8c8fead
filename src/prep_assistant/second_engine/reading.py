"""An order as whole numbers: scaled quantities, numbered days and instants."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from prep_assistant.second_engine.conditions import GIVEN
from prep_assistant.second_engine.figures import Figures
from prep_assistant.second_engine.instants import Instant, parse_day, parse_instant
from prep_assistant.second_engine.labels import Label
from prep_assistant.second_engine.scaled import UNIT, parse_scaled, print_scaled

_YEAR = 10_000  # what one year adds to a date read as the number YYYYMMDD


class PriorDose(NamedTuple):
    """A dose given before: day number, mg/kg and kg scaled."""

    day: int
    mg_per_kg: int
    weight: int | None
    minutes: int | None
    reaction: str


class Reading(NamedTuple):
    """All of an order that the figures and findings need; quantities scaled, days numbered."""

    label: Label
    product: str
    fluid: str
    indication: str
    limited_course: bool
    cycle: int
    mg_per_kg: int
    written_mg: int | None
    weight: int
    weighed: int
    height_cm: int | None
    underage: bool
    prepare_at: Instant
    begin_at: Instant
    today: int
    ordered_minutes: int | None
    stock: tuple[int, ...] | None
    prior: tuple[PriorDose, ...] | None
    earlier_count: int
    earlier_lowest: int | None
    labs: Mapping[str, int]
    collected: int | None
    lvef_measured: int | None
    decided: frozenset[str]
    released: bool


def _find_scaled(fields: Mapping[str, object], name: str) -> int | None:
    value = fields.get(name)
    return None if value is None else parse_scaled(cast("str", value))


def _find_day(fields: Mapping[str, object], name: str) -> int | None:
    value = fields.get(name)
    return None if value is None else parse_day(cast("str", value))


def _parse_prior(fields: Mapping[str, object]) -> PriorDose:
    return PriorDose(
        day=parse_day(cast("str", fields["given_on"])),
        mg_per_kg=parse_scaled(cast("str", fields["dose_mg_per_kg"])),
        weight=_find_scaled(fields, "weight_kg"),
        minutes=cast("int | None", fields.get("infusion_minutes")),
        reaction=cast("str", fields["infusion_reaction"]),
    )


def _parse_labs(labs: Mapping[str, object]) -> dict[str, int]:
    """Read each value that is given: a decimal is text, a count or a grade a number, yes and no are 1 and 0."""
    given = {name: labs[name] for name in GIVEN if labs.get(name) is not None}
    return {
        name: parse_scaled(value) if isinstance(value, str) else cast("int", value) * UNIT
        for name, value in given.items()
    }


def _get_day(dose: PriorDose) -> int:
    return dose.day


def _is_underage(birth: str, today: str, years: int) -> bool:
    return int(birth.replace("-", "")) + years * _YEAR > int(today.replace("-", ""))


def parse_order(order: Mapping[str, object], figures: Figures) -> Reading:
    """Read a validated order.

    Source: contract, "Order"; an optional field may be absent or null.
    """
    patient = cast("Mapping[str, object]", order["patient"])
    weight = cast("Mapping[str, object]", order["weight"])
    listed = cast("list[Mapping[str, object]] | None", order["prior_doses"])
    earlier = cast("Mapping[str, object]", order.get("earlier_doses") or {})
    labs = cast("Mapping[str, object]", order.get("labs") or {})
    decisions = cast("list[Mapping[str, object]]", order.get("decisions") or [])
    stock = cast("Mapping[str, int] | None", order.get("stock"))
    label = figures.get_label(cast("str", order["jurisdiction"]))
    prepare_at = cast("str", order["prepare_at"])
    begin_at = cast("str", order.get("administer_at") or prepare_at)
    shelf = None
    if stock is not None:
        shelf = tuple(stock.get(print_scaled(strength), 0) for strength in figures.vial_strengths_mg)
    return Reading(
        label=label,
        product=cast("str", order["product"]),
        fluid=cast("str", order.get("bag_fluid") or label.bags[0].fluid),
        indication=cast("str", order["indication"]),
        limited_course=order["indication"] == figures.limited_indication,
        cycle=cast("int", order["cycle"]),
        mg_per_kg=parse_scaled(cast("str", order["dose_mg_per_kg"])),
        written_mg=_find_scaled(order, "dose_mg"),
        weight=parse_scaled(cast("str", weight["kg"])),
        weighed=parse_day(cast("str", weight["measured_on"])),
        height_cm=_find_scaled(patient, "height_cm"),
        underage=_is_underage(cast("str", patient["birth_date"]), begin_at[:10], figures.adult_years),
        prepare_at=parse_instant(prepare_at),
        begin_at=parse_instant(begin_at),
        today=parse_day(begin_at),
        ordered_minutes=cast("int | None", order.get("infusion_minutes")),
        stock=shelf,
        prior=None if listed is None else tuple(sorted(map(_parse_prior, listed), key=_get_day)),
        earlier_count=cast("int", earlier.get("count", 0)),
        earlier_lowest=_find_scaled(earlier, "lowest_mg_per_kg"),
        labs=_parse_labs(labs),
        collected=_find_day(labs, "collected_on"),
        lvef_measured=_find_day(labs, "lvef_measured_on"),
        decided=frozenset(cast("str", decision["finding"]) for decision in decisions),
        released=order.get("treatment_released_by") is not None,
    )
