"""The label and house figures as whole numbers, and the arithmetic that keeps them whole.

A decimal of the contract has at most four decimals, so every quantity is an int in ten-thousandths of its unit
("scaled"): 3.6 mg/kg is 36 000. A product of two scaled numbers is in hundred-millionths ("twice scaled").
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

PLACES = 4
UNIT = 10_000
WHOLE_IN_PERCENT = 100 * UNIT
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of figures.toml; decimals scaled, counts of days, hours and minutes whole."""

    reconstituted_mg_per_ml: int
    graduation_ml: int
    bag_volume_ml: int
    density_g_per_ml: int
    deviation_step_percent: int
    concentration_step_mg_per_ml: int
    rate_step_ml_per_h: int
    mass_step_g: int
    level_reading_percent: int
    highest_recorded_mg_per_kg: int
    highest_mg_per_kg: int
    lookalike_percent: int
    lookalike_gate_percent: int
    lookalike_fixed_mg: int
    disagrees_stop_percent: int
    disagrees_confirm_percent: int
    rounded_stop_percent: int
    rounded_confirm_percent: int
    weight_stop_below_kg: int
    weight_confirm_below_kg: int
    weight_confirm_above_kg: int
    weight_stop_above_kg: int
    weight_implausible_ratio: int
    weight_changed_percent: int
    bmi_lowest: int
    bmi_highest: int
    levels_mg_per_kg: tuple[int, ...]
    trastuzumab_mg_per_kg: tuple[int, ...]
    deruxtecan_mg_per_kg: tuple[int, ...]
    vial_strengths_mg: tuple[int, ...]
    vial_diluent_ml: tuple[int, ...]
    first_infusion_minutes: int
    reaction_infusion_minutes: int
    subsequent_infusion_minutes: int
    first_observe_minutes: int
    subsequent_observe_minutes: int
    vials_use_by_hours: int
    bag_use_by_hours: int
    next_dose_days: int
    course_cycles: int
    adult_years: int
    weight_stale_days: int
    interval_stop_below_days: int
    interval_confirm_below_days: int
    interval_delayed_above_days: int
    interval_long_above_days: int
    product_name: str
    product_brand: str
    bag_fluid: str
    diluent: str
    line_filter: str
    limited_indication: str
    incomplete_names: tuple[str, ...]
    other_hyphens: tuple[str, ...]
    lab_values: tuple[str, ...]
    release_lab_values: tuple[str, ...]


def parse_scaled(text: str) -> int:
    """Read an unsigned decimal with at most four decimals as ten-thousandths.

    Raises: ValueError for anything else.
    Source: contract, "Numbers that matter are strings of exact decimals".
    >>> parse_scaled("3.6")
    36000
    """
    if _DECIMAL.fullmatch(text) is None:
        raise ValueError(f"expected a decimal such as 70.4, got {text!r}")
    whole, _, part = text.partition(".")
    return int(whole + part.ljust(PLACES, "0"))


def print_scaled(value: int, places: int = PLACES) -> str:
    """Print a number held in units of 10**-places, without trailing zeros and without a negative zero.

    >>> print_scaled(-27_800)
    '-2.78'
    """
    whole, part = divmod(abs(value), 10**places)
    text = f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".") if part else str(whole)
    return f"-{text}" if value < 0 else text


def round_to_step(numerator: int, denominator: int, step: int) -> int:
    """Return the multiple of step nearest to numerator / denominator (above zero), halves away from zero."""
    width = denominator * step
    count = (2 * abs(numerator) + width) // (2 * width)
    return -count * step if numerator < 0 else count * step


def calculate_excess(difference: int, whole: int, percent: int) -> int:
    """Tell by the sign whether difference is above (+), at (0) or below (-) that scaled percent of whole."""
    return abs(difference) * WHOLE_IN_PERCENT - percent * whole


def parse_figures(text: str) -> Figures:
    """Read the text of figures.toml.

    Raises: ValueError or KeyError for a damaged figure or section, TypeError for a missing or unknown figure.
    """
    sections = tomllib.loads(text)
    values: dict[str, Any] = {name: parse_scaled(figure) for name, figure in sections["exact"].items()}
    values |= {name: tuple(map(parse_scaled, row)) for name, row in sections["exact_lists"].items()}
    values |= {name: int(figure) for name, figure in sections["whole"].items()}
    values |= {name: str(word) for name, word in sections["words"].items()}
    values |= {name: tuple(map(str, row)) for name, row in sections["word_lists"].items()}
    return Figures(**values)


@cache
def get_figures(place: Traversable | None = None) -> Figures:
    """Return the packaged figures, or those of another file laid out alike; read once."""
    if place is None:
        place = files("prep_assistant.resources") / "second_engine" / "figures.toml"
    return parse_figures(place.read_text(encoding="utf-8"))
