"""The preparation in whole numbers: what is drawn, from which vials, into which bag, over how many minutes.

Masses are twice scaled (hundred-millionths of a milligram), because weight x mg/kg needs eight decimals.
"""

from math import gcd
from typing import NamedTuple

from prep_assistant.second_engine.figures import Figures
from prep_assistant.second_engine.instants import print_day, print_instant
from prep_assistant.second_engine.reading import Reading
from prep_assistant.second_engine.scaled import PLACES, UNIT, print_scaled, round_to_step

MINUTES_AN_HOUR = 60
MASS_PLACES = 2 * PLACES


class Dose(NamedTuple):
    """Calculated and prepared mass (twice scaled mg) and the volume drawn (scaled mL)."""

    calculated: int
    prepared: int
    volume: int


class Infusion(NamedTuple):
    """The rule's minutes with the finding that names the rule, and the minutes after the order's own."""

    code: str
    rule_minutes: int
    minutes: int
    observe_minutes: int


def calculate_dose(weight: int, mg_per_kg: int, figures: Figures) -> Dose:
    """Multiply weight (scaled kg) by level (scaled mg/kg) and count the whole graduations it fills.

    Source: contract, "How the figures are made", calculated_mg, volume_ml, prepared_mg.
    """
    calculated = weight * mg_per_kg
    one_graduation = figures.graduation_ml * figures.reconstituted_mg_per_ml
    graduations = calculated // one_graduation
    return Dose(calculated, graduations * one_graduation, graduations * figures.graduation_ml)


def find_vials(needed: int, stock: tuple[int, ...] | None, figures: Figures) -> tuple[int, int] | None:
    """Count the smaller and the larger vials that open the least mass not below needed (twice scaled mg).

    Totals are tried upward from the need, so the first that vials can make wastes least; in each, the most of the
    larger vial makes the fewest vials. None: the stock cannot make any such total.
    Source: contract, "How the figures are made", vials.
    """
    small_mg, large_mg = figures.vial_strengths_mg
    common = gcd(small_mg, large_mg)
    small, large = small_mg // common, large_mg // common
    lowest = -(-needed // (common * UNIT))
    small_limit, large_limit = stock or (lowest + large, lowest + small)
    for total in range(lowest, small * small_limit + large * large_limit + 1):
        most = min(total // large, large_limit)
        for large_count in range(most, max(most - small, -1), -1):
            small_count, left_over = divmod(total - large * large_count, small)
            if left_over == 0:
                if small_count <= small_limit:
                    return small_count, large_count
                break  # fewer of the larger vial would need still more of the smaller
    return None


def calculate_infusion(reading: Reading, days: int | None, figures: Figures) -> Infusion:
    """Choose the minutes; days count from the last listed dose to today, None before a first dose.

    Source: contract, "How the figures are made", infusion.minutes and observe_minutes.
    """
    prior = reading.prior or ()
    observe = figures.subsequent_observe_minutes
    last_minutes = prior[-1].minutes if prior else None
    if days is None:
        code, rule, observe = "infusion.first", figures.first_infusion_minutes, figures.first_observe_minutes
    elif any(dose.reaction != "none" for dose in prior):
        code, rule = "infusion.not_tolerated", figures.reaction_infusion_minutes
    elif (
        days > figures.interval_delayed_above_days
        and last_minutes is not None
        and last_minutes > figures.subsequent_infusion_minutes
    ):
        code, rule = "infusion.rate_of_last", last_minutes
    else:
        code, rule = "infusion.subsequent", figures.subsequent_infusion_minutes
    return Infusion(code, rule, max(rule, reading.ordered_minutes or 0), observe)


def calculate_deviation(dose: Dose, figures: Figures) -> int:
    """Return (prepared - calculated) / calculated in scaled percent, rounded once."""
    difference = (dose.prepared - dose.calculated) * 100 * UNIT
    return round_to_step(difference, dose.calculated, figures.deviation_step_percent)


def _print_vials(vials: tuple[int, int], figures: Figures) -> list[dict[str, object]]:
    rows = zip(figures.vial_strengths_mg, vials, figures.vial_diluent_ml, strict=True)
    return [
        {
            "strength_mg": print_scaled(strength),
            "count": count,
            "diluent": figures.diluent,
            "diluent_ml": print_scaled(diluent_ml),
        }
        for strength, count, diluent_ml in rows
        if count
    ]


def calculate_opened(vials: tuple[int, int], figures: Figures) -> int:
    """Return the mass in the opened vials, twice scaled mg."""
    return sum(strength * count for strength, count in zip(figures.vial_strengths_mg, vials, strict=True)) * UNIT


def print_preparation(
    reading: Reading, dose: Dose, vials: tuple[int, int] | None, infusion: Infusion, figures: Figures
) -> dict[str, object]:
    """Print the figures in the contract's shape.

    The three that depend on vials are None where stock has too few, the filter where the fluid is none of the label's.
    """
    final = figures.bag_volume_ml + dose.volume
    concentration = round_to_step(dose.prepared, final, figures.concentration_step_mg_per_ml)
    rate = round_to_step(final * MINUTES_AN_HOUR, infusion.minutes, figures.rate_step_ml_per_h)
    mass = round_to_step(dose.volume * figures.density_g_per_ml, UNIT, figures.mass_step_g)
    bag = reading.label.find_bag(reading.fluid)
    opened = None if vials is None else calculate_opened(vials, figures)
    return {
        "dose": {
            "mg_per_kg": print_scaled(reading.mg_per_kg),
            "weight_kg": print_scaled(reading.weight),
            "calculated_mg": print_scaled(dose.calculated, MASS_PLACES),
            "volume_ml": print_scaled(dose.volume),
            "prepared_mg": print_scaled(dose.prepared, MASS_PLACES),
            "deviation_percent": print_scaled(calculate_deviation(dose, figures)),
            "written_mg": None if reading.written_mg is None else print_scaled(reading.written_mg),
        },
        "vials": None if vials is None else _print_vials(vials, figures),
        "opened_mg": None if opened is None else print_scaled(opened, MASS_PLACES),
        "unused_mg": None if opened is None else print_scaled(opened - dose.prepared, MASS_PLACES),
        "reconstituted_mg_per_ml": print_scaled(figures.reconstituted_mg_per_ml),
        "bag": {
            "fluid": reading.fluid,
            "volume_ml": print_scaled(figures.bag_volume_ml),
            "final_volume_ml": print_scaled(final),
            "concentration_mg_per_ml": print_scaled(concentration),
        },
        "infusion": {
            "minutes": infusion.minutes,
            "rate_ml_per_h": print_scaled(rate),
            "observe_minutes": infusion.observe_minutes,
            "filter": None if bag is None else bag.line_filter,
        },
        "expected_mass_g": print_scaled(mass),
        "use_by": {
            "reconstituted_vials": print_instant(reading.prepare_at.after_hours(figures.vials_use_by_hours)),
            "bag": print_instant(reading.prepare_at.after_hours(figures.bag_use_by_hours)),
        },
        "next_dose_from": print_day(reading.today + figures.next_dose_days),
    }
