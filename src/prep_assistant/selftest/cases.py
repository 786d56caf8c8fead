"""The cases of the site validation: more than 2,500 orders in the sections of its report.

The numbers here are inputs that were chosen to lie on, below and above what the label and the house limit; what must
come out of each is the second engine's to say.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from prep_assistant.frozen import frozen
from prep_assistant.quantities import display, plain
from prep_assistant.selftest.laboratory import laboratory_cases
from prep_assistant.selftest.orders import TODAY, make_order, prior_dose

_LEVELS, _INDICATIONS = ("3.6", "3", "2.4"), ("MBC", "EBC")
_HAIR = Decimal("0.0001")
# Weights in kg at which each level needs a whole number of tenths of a millilitre: from, to, step.
_WHOLE_TENTHS = {"3.6": ("20", "300", "5"), "3": ("20", "300", "4"), "2.4": ("20", "300", "5")}
_NAMES = (
    "ado-trastuzumab emtansine", "ADO-TRASTUZUMAB EMTANSINE (KADCYLA)", "Kadcyla (ado-trastuzumab emtansine)",
    "Kadcyla", "T-DM1", "TDM1", "emtansine", "ado-trastuzumab", "trastuzumab emtansine", "trastuzumab", "Herceptin",
    "trastuzumab deruxtecan", "Enhertu", "pertuzumab", "Phesgo", "trastuzumab (Kadcyla)", "paracetamol",
)  # fmt: skip
_SHELVES: tuple[dict[str, int], ...] = (
    {}, {"100": 1}, {"160": 1}, {"100": 2}, {"160": 2}, {"100": 1, "160": 1}, {"100": 3}, {"160": 3},
    {"100": 2, "160": 1}, {"100": 1, "160": 2}, {"100": 5}, {"160": 5}, {"100": 9, "160": 9},
)  # fmt: skip


@frozen
class Case:
    """One order of the validation: its section, its words, the order."""

    section: str
    words: str
    order: dict[str, Any]


def validation_cases() -> Iterator[Case]:
    """All cases, section by section."""
    for section, orders in (
        ("Names, bags, ages and releases", _identity()),
        ("Doses over the whole range of weights", _routine()),
        ("At and beside a graduation of the syringe", _graduations()),
        ("Vials from a counted shelf", _shelves()),
        ("Prescribed levels and written doses", _doses()),
        ("Prior doses", _history()),
        ("Weights", _weights()),
        ("Course, infusion and times", _course()),
        ("Laboratory values", laboratory_cases()),
    ):
        yield from (Case(section, words, order) for words, order in orders)


def numbers(first: str, last: str, step: str) -> Iterator[str]:
    """Decimals from the first to the last, both included, as the contract writes them."""
    number, end = Decimal(first), Decimal(last)
    while number <= end:
        yield plain(number)
        number += Decimal(step)


def _identity() -> Iterator[tuple[str, dict[str, Any]]]:
    order = make_order("3.6", "70", "EBC", [prior_dose("3.6", "70")])
    for name in _NAMES:
        yield f"ordered as {name}", order | {"product": name}
    for fluid in ("0.9 % sodium chloride", "0.45 % sodium chloride", "5 % dextrose", "water"):
        yield f"bag of {fluid}", order | {"bag_fluid": fluid}
    for born in ("2008-11-21", "2008-11-22", "2008-11-23", "2026-11-22"):
        yield f"born {born}", order | {"patient": order["patient"] | {"birth_date": born}}
    yield "no treatment release", order | {"treatment_released_by": None}


def _routine() -> Iterator[tuple[str, dict[str, Any]]]:
    for indication in _INDICATIONS:
        for level in _LEVELS:
            for weight in numbers("20", "300", "5"):
                words = f"{indication} {level} mg/kg {weight} kg"
                written = plain(Decimal(level) * Decimal(weight))
                yield f"{words} first", make_order(level, weight, indication, [], dose_mg=written)
                yield f"{words} later", make_order(level, weight, indication, [prior_dose(level, weight)])


def _graduations() -> Iterator[tuple[str, dict[str, Any]]]:
    for level, weights in _WHOLE_TENTHS.items():
        for weight in numbers(*weights):
            for kg in (Decimal(weight) - _HAIR, Decimal(weight), Decimal(weight) + _HAIR):
                order = make_order(level, plain(kg), "MBC", [prior_dose(level, plain(kg))])
                yield f"{level} mg/kg {plain(kg)} kg", order


def _shelves() -> Iterator[tuple[str, dict[str, Any]]]:
    for weight in numbers("40", "150", "10"):
        for shelf in _SHELVES:
            held = " + ".join(f"{count} × {strength}" for strength, count in shelf.items()) or "no vial"
            order = make_order("3.6", weight, "MBC", [prior_dose("3.6", weight)], stock=shelf)
            yield f"{weight} kg, {held}", order


def _doses() -> Iterator[tuple[str, dict[str, Any]]]:
    for level in numbers("0.1", "8.5", "0.1"):
        yield f"{level} mg/kg 70 kg", make_order(level, "70", "EBC", [])
        yield f"{level} mg/kg given 2.7 before", make_order(level, "70", "EBC", [prior_dose("2.7", "70")])
    for level in _LEVELS:
        for before in _LEVELS:
            yield f"{level} mg/kg after {before} mg/kg", make_order(level, "70", "EBC", [prior_dose(before, "70")])
    for milligrams in numbers("210", "294", "2.1"):
        order = make_order("3.6", "70", "EBC", [prior_dose("3.6", "70")], dose_mg=milligrams)
        yield f"70 kg, written {milligrams} mg", order


def _history() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "prior doses not known", make_order("3.6", "70", "EBC", None)
    for level in numbers("1.5", "4.5", "0.05"):
        yield f"prior dose of {level} mg/kg", make_order("3.6", "70", "EBC", [prior_dose(level, "70")])
    for days in range(51):
        yield f"prior dose {days} days ago", make_order("3.6", "70", "EBC", [prior_dose("3.6", "70", days)])
    for reaction in ("not_tolerated", "life_threatening"):
        doses = [prior_dose("3.6", "70", 42, infusion_reaction=reaction), prior_dose("3.6", "70")]
        yield f"reaction {reaction}", make_order("3.6", "70", "EBC", doses)


def _weights() -> Iterator[tuple[str, dict[str, Any]]]:
    for weight in (*numbers("19.8", "20.2", "0.1"), *numbers("39.8", "40.2", "0.1"), *numbers("149.8", "150.2", "0.1")):
        yield f"{weight} kg", make_order("3.6", weight, "MBC", [prior_dose("3.6", weight)])
    for weight in (*numbers("30", "120", "1"), "154.3", "31.8", "7", "299.9", "300", "300.1"):
        yield f"{weight} kg after 70 kg", make_order("3.6", weight, "MBC", [prior_dose("3.6", "70")])
    for days in range(-1, 11):
        day = TODAY - timedelta(days=days)
        order = make_order("3.6", "70", "MBC", [prior_dose("3.6", "70")])
        yield f"weighed on {display(day)}", order | {"weight": {"kg": "70", "measured_on": day.isoformat()}}
    for height in numbers("100", "230", "5"):
        order = make_order("3.6", "70", "MBC", [])
        yield f"70 kg, {height} cm", order | {"patient": order["patient"] | {"height_cm": height}}


def _course() -> Iterator[tuple[str, dict[str, Any]]]:
    doses = [prior_dose("3.6", "70")]
    for indication in _INDICATIONS:
        for cycle in range(1, 18):
            count = max(cycle - 2, 1)
            earlier = {"count": count, "lowest_mg_per_kg": "3.6"}
            order = make_order("3.6", "70", indication, doses, cycle=cycle, earlier_doses=earlier)
            yield f"{indication} cycle {cycle}, {count + 1} given", order
    for minutes in (*range(25, 36), *range(85, 96), 120, 999):
        yield f"first, {minutes} min", make_order("3.6", "70", "EBC", [], infusion_minutes=minutes)
        yield f"later, {minutes} min", make_order("3.6", "70", "EBC", doses, infusion_minutes=minutes)
        delayed = [prior_dose("3.6", "70", 22, infusion_minutes=minutes)]
        yield f"delayed after {minutes} min", make_order("3.6", "70", "EBC", delayed)
    for hour in range(24):
        order = make_order("3.6", "70", "EBC", doses, administer_at=f"2026-11-23T{hour:02}:30:00+01:00")
        yield f"given next day at {hour:02}:30", order
